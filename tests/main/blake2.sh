# SPDX-License-Identifier: MIT
# The module _blake2 does as CPython's where configure found libb2; elsewhere
# importing it says what is missing.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"
build=${top_builddir:-$top/build}
ADDER=${ADDER:-$build/adder}

if grep -q '^#define ADDER_HAVE_LIBB2 1' "$build/config.h"; then
    problem=$($ADDER tests/main/blake2.py 2>&1 | diff tests/main/blake2.out -)
    tap_result "blake2 prints what CPython's does" "$problem"
else
    printed=$($ADDER -c 'import _blake2' 2>&1 | tail -n 1)
    wanted="ModuleNotFoundError: No module named '_blake2': this build of Adder found no libb2"
    [ "$printed" = "$wanted" ] || problem="printed: $printed"
    tap_result "importing _blake2 says what this build lacks" "${problem-}"
fi
tap_end
