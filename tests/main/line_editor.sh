# SPDX-License-Identifier: MIT
# The module readline does as CPython's where configure found a line editor;
# elsewhere importing it says what is missing.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"
build=${top_builddir:-$top/build}

if ! grep -q '^#define ADDER_HAVE_LINE_EDITOR 1' "$build/config.h"; then
    printed=$($adder -c 'import readline' 2>&1 | tail -n 1)
    wanted="ModuleNotFoundError: No module named 'readline': this build of Adder found no libedit"
    [ "$printed" = "$wanted" ] || problem="printed: $printed"
    tap_result "importing readline says what this build lacks" "${problem-}"
    tap_end
fi
$adder -c 'import readline' 2>"$work/err" || tap_end "the line editor is not installed"
problem=$(HOME=$work LC_ALL=C.UTF-8 $adder "$top/tests/main/line_editor.py" "$work" 2>&1 |
    diff "$top/tests/main/line_editor.out" -)
tap_result "readline prints what it does under CPython" "$problem"
printf '_HiStOrY_V2_\none\\040two\nthree\\134\n' >"$work/libedit"
got=$($adder -c "import readline; readline.read_history_file('$work/libedit')
print(readline.get_history_item(1), readline.get_history_item(2))" 2>&1)
tap_result "a file that libedit wrote is read" "$([ "$got" = 'one two three\' ] || echo "$got")"
tap_end
