# SPDX-License-Identifier: MIT
# Under what real systems forbid (PR_SET_MDWE, seccomp filters, RLIMIT_AS) a
# program prints what it always prints; and at no instant is memory writable
# and executable, as another thread sees it.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
needs_machine_code
needs_preload tests/fault/restrict.c

restricted() { # HOW adder's arguments...
    how=$1
    shift
    # Not for timeout: a filter outlives the exec.
    timeout 120 env LD_PRELOAD="$work/preload.so" RESTRICT=$how \
        PYTHON_JIT=1 "$adder" "$@"
}
run() { # HOW OPTIONS SUITE/PROGRAM: says what is wrong
    (cd "tests/${3%/*}" && restricted "$1" -X "jit=$2" "${3#*/}.py" \
        >"$work/out" 2>"$work/err")
    status=$?
    [ $status = 0 ] || echo "${3#*/}, $2: exit status $status"
    cmp -s "$work/out" "tests/${3%/*}/expected/${3#*/}.out" ||
        echo "${3#*/}, $2: the output is wrong"
    cat "$work/err"
}

for how in mdwe seccomp; do
    restricted $how -c pass >"$work/out" 2>&1
    if [ $? = 77 ]; then
        echo "# this system has no $how"
        continue
    fi
    tap_result "$how: programs run" \
        "$(run $how threshold:1 programs/fib)$(run $how threshold:1 programs/closures)"
    got=$(restricted $how -c 'import sys
print(sys._jit.is_available(), sys._jit.is_enabled(), sys._jit.reason())' 2>&1)
    problem=
    [ "$got" = 'False False the system refuses executable memory' ] ||
        problem="it says: $got"
    tap_result "$how: sys._jit says why the JIT is off" "$problem"
done

for options in threshold:1 threshold:1,code-size:16 threshold:1,exit-nth:3; do
    problem=
    for program in programs/closures lang/jit_polymorphic lang/jit_type_change \
        jit/room_for_code; do
        problem="$problem$(run watch $options $program)"
    done
    tap_result "no memory is writable and executable at any instant, $options" \
        "$problem"
done

# ---- little address space ----
# It works, or ends in words: it never crashes.
ulimit -v >/dev/null 2>&1 || tap_end
(ulimit -v 4000000 && "$adder" -c pass) >"$work/out" 2>&1 ||
    tap_end # sanitizers want more than there is
problem= worked=0
for kib in 20000 30000 40000 60000 80000 120000 200000 400000 1000000; do
    (cd tests/lang && ulimit -v $kib && PYTHON_JIT=1 timeout 120 "$adder" \
        -X jit=threshold:1 jit_polymorphic.py >"$work/out" 2>"$work/err")
    status=$?
    if cmp -s "$work/out" tests/lang/expected/jit_polymorphic.out &&
        [ $status = 0 ]; then
        worked=$((worked + 1))
    elif [ ! -s "$work/err" ] || [ $status -gt 128 ]; then
        problem="$problem $kib KiB: exit status $status: $(tail -n 1 "$work/err")"
    fi
done
[ $worked -gt 2 ] || problem="$problem it worked with $worked limits only"
tap_result "with little address space it works or says why not" "$problem"
tap_end
