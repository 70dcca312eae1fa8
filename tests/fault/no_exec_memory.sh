# SPDX-License-Identifier: MIT
# Where executable memory is refused the JIT is off with a reason, and programs
# print what they always print.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

adder=${ADDER:-$top/build/adder}
case $adder in
*' '*) tap_end "adder runs under an emulator" ;;
esac
case ${ADDER_JIT:-yes} in
no | interpreter) tap_end "built without machine code" ;;
esac
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
${CC:-cc} -shared -fPIC -o "$work/deny.so" tests/fault/deny_exec.c \
    2>"$work/err" || tap_end "no shared library can be preloaded here"

deny() { # COUNT adder's arguments...
    count=$1
    shift
    LD_PRELOAD="$work/deny.so" DENY_EXEC_COUNT=$count PYTHON_JIT=1 \
        "$adder" -X jit=threshold:1 "$@"
}

# Sanitizers want to be first in line.
if ! LD_PRELOAD="$work/deny.so" "$adder" -c pass >"$work/err" 2>&1; then
    tap_end "adder does not run with a preloaded library"
fi
for count in 0 1 2 5; do
    for program in fib closures; do
        got=$(cd tests/programs && deny $count $program.py 2>"$work/err")
        problem=
        [ "$got" = "$(cat tests/programs/expected/$program.out)" ] ||
            problem=$(echo "$got" | cat - "$work/err" | tail -n 5)
        tap_result "$program, refused after $count requests" "$problem"
    done
done
got=$(deny 0 -c 'import sys; print(sys._jit.is_enabled())' 2>"$work/err")
problem=
[ "$got" = False ] || problem="it is $got: $(tail -n 1 "$work/err")"
tap_result "sys._jit.is_enabled() is false" "$problem"
tap_end
