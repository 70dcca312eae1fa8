# SPDX-License-Identifier: MIT
# Where executable memory is refused the JIT is off with a reason, and programs
# print what they always print.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
needs_machine_code
needs_preload tests/fault/deny_exec.c

deny() { # COUNT adder's arguments...
    count=$1
    shift
    LD_PRELOAD="$work/preload.so" DENY_EXEC_COUNT=$count PYTHON_JIT=1 \
        "$adder" -X jit=threshold:1 "$@"
}

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

# Who did not ask for a JIT finds no denial in the system's log.
denials() { # VARIABLE=VALUE...: and what is printed, if anything
    rm -f "$work/log"
    env "$@" LD_PRELOAD="$work/preload.so" DENY_EXEC_LOG="$work/log" \
        "$adder" tests/programs/fib.py 2>&1 >"$work/out"
    [ ! -s "$work/log" ] || wc -l <"$work/log"
}
tap_result "with PYTHON_JIT=0 no memory is made executable" \
    "$(denials PYTHON_JIT=0)"
if [ "$("$adder" -c 'import sys; print(sys._jit.is_enabled())')" = False ]; then
    tap_result "nor where it is off by default" "$(denials)"
fi
tap_result "with PYTHON_JIT=1 the log has a line" \
    "$([ "$(denials PYTHON_JIT=1)" -ge 1 ] || cat "$work/log")"
got=$(LD_PRELOAD="$work/preload.so" PYTHON_JIT=0 "$adder" -c 'import sys
print(sys._jit.is_available(), sys._jit.reason())' 2>&1)
tap_result "sys._jit asks the system when it is asked" \
    "$([ "$got" = 'False the system refuses executable memory' ] || echo "$got")"
tap_end
