# SPDX-License-Identifier: MIT
# A process may fork at any time, in the interpreter, while a trace is recorded
# and while one runs: parent and child go on, and compile more.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
needs_traces
needs_preload tests/fault/restrict.c
want=tests/jit/expected/clock_in_loops.out

fork_at() { # N OPTIONS
    rm -f "$work/child"
    (cd tests/jit && LD_PRELOAD="$work/preload.so" FORK_AT=$1 \
        FORK_OUTPUT="$work/child" PYTHON_JIT=1 timeout 60 \
        "$adder" -X "jit=$2" clock_in_loops.py >"$work/parent" 2>"$work/err")
    status=$?
    [ $status = 0 ] || echo "at look $1: exit status $status"
    cmp -s "$work/parent" "$want" || echo "at look $1: the parent is wrong"
    cmp -s "$work/child" "$want" || echo "at look $1: the child is wrong"
}

for options in threshold:1 threshold:3 threshold:1,code-size:8 \
    threshold:2,jitdump,gdb threshold:1,interpreter; do
    found=
    for n in 1 2 3 4 5 6 7 8 9 11 13 17 23 31 43; do
        found="$found$(cd "$top" && JITDUMPDIR=$work fork_at $n $options)"
        [ -z "$found" ] || found=$(echo "$found"; head -n 5 "$work/err")
        [ -z "$found" ] || break
    done
    tap_result "forked at many places, $options" "$found"
done

# Each process has a map of its own.
found=
case ${ADDER_JIT:-yes} in
interpreter) ;;
*)
    cat >"$work/exec.sh" <<'EOF'
echo $$ >"$FORK_OUTPUT.parent"
exec "$1" -X jit=threshold:1,perf clock_in_loops.py
EOF
    (cd tests/jit && LD_PRELOAD="$work/preload.so" FORK_AT=30 \
        FORK_OUTPUT="$work/child" PYTHON_JIT=1 timeout 60 \
        sh "$work/exec.sh" "$adder" >"$work/parent" 2>"$work/err")
    for who in parent pid; do
        read -r pid <"$work/child.$who"
        grep -q 'py::inner:[0-9]* \[trace' "/tmp/perf-$pid.map" ||
            found="$found $who has no map of its traces"
        rm -f "/tmp/perf-$pid.map"
    done
    ;;
esac
tap_result "a child writes a map for profilers of its own" "$found"

# In the child memory is never writable and executable either.
found=$(RESTRICT=watch && export RESTRICT && fork_at 30 threshold:1)
tap_result "no memory becomes writable and executable in a child" "$found"
tap_end
