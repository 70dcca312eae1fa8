# SPDX-License-Identifier: MIT
# The modules of digests do as CPython's where configure found OpenSSL; elsewhere
# importing one says what is missing.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"
build=${top_builddir:-$top/build}
ADDER=${ADDER:-$build/adder}

if grep -q '^#define ADDER_HAVE_OPENSSL 1' "$build/config.h"; then
    problem=$($ADDER tests/main/digests.py 2>&1 | diff tests/main/digests.out -)
    tap_result "hashlib prints what CPython's does" "$problem"
else
    printed=$($ADDER -c 'import _hashlib' 2>&1 | tail -n 1)
    wanted="ModuleNotFoundError: No module named '_hashlib': this build of Adder found no openssl"
    [ "$printed" = "$wanted" ] || problem="printed: $printed"
    tap_result "importing _hashlib says what this build lacks" "${problem-}"
fi
tap_end
