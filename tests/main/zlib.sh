# SPDX-License-Identifier: MIT
# The module zlib does as CPython's where configure found the library; elsewhere
# importing it says what is missing.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"
build=${top_builddir:-$top/build}
ADDER=${ADDER:-$build/adder}

if grep -q '^#define ADDER_HAVE_ZLIB 1' "$build/config.h"; then
    for name in zlib zlib_streams; do
        problem=$($ADDER tests/main/$name.py 2>&1 | diff tests/main/$name.out -)
        tap_result "$name prints what it does under CPython" "$problem"
    done
else
    printed=$($ADDER -c 'import zlib' 2>&1 | tail -n 1)
    wanted="ModuleNotFoundError: No module named 'zlib': this build of Adder found no zlib"
    [ "$printed" = "$wanted" ] || problem="printed: $printed"
    tap_result "importing zlib says what this build lacks" "${problem-}"
fi
tap_end
