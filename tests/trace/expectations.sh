# SPDX-License-Identifier: MIT
# What tests expect of recording (tests/traces.awk) fails where it does not hold,
# and all of it where nothing is recorded.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

cat >"$work/log" <<'END'
what the program itself writes
jit: trace 0: loop of f, line 3: 9 micro-ops, goes round
jit: trace 0 has: _LOAD_FAST _GUARD_INT (_TUPLE_NEW_2) loop: _BINARY_OP_ADD_INT
jit: trace 1: exit 2 of trace 0, in g.<locals>.h, line 3: 4 micro-ops, to trace 0
jit: trace 1 has: _PARENT_VALUE _STORE_FAST
jit: trace 1 dropped, entered 0, left 2 times
jit: trace 1: calls of k, line 9: 4 micro-ops, to the interpreter
jit: trace 1 has: _CALL
jit: abort LEFT_LOOP: loop of f, line 3: in k, line 9 (NOP): the loop was left
jit: abort SHORT_LOOP: loop of k, line 10: a short loop
jit: trace 0 kept, entered 3, left 1 times
jit: trace 1 kept, entered 5, left 5 times
END
judge() { # EXPECTATION: what is said against it
    printf '# trace: %s\n' "$1" >"$work/test.py"
    awk -v mode=jit -f "$top/tests/traces.awk" "$work/test.py" "$work/log"
}
holds() { # EXPECTATION
    tap_result "holds: $1" "$(judge "$1")"
}
fails() { # EXPECTATION GOT
    tap_result "does not hold: $1" \
        "$(judge "$1" | grep -qF "; got $2" || echo "no: $2"
            judge "$1" | grep -q '^recorded' || echo "nothing is told")"
}
holds 'f: loops == 1; sides == 1; calls == 0; traces == 2; linked == 1'
holds 'f: entered == 3; left == 3; dropped == 1; aborts LEFT_LOOP == 1'
holds 'g.<locals>.h: sides == 1; loops == 0'
holds 'traces == 3; aborts only LEFT_LOOP SHORT_LOOP'
holds 'f: has _LOAD_FAST _STORE_FAST _BINARY_OP*; lacks _CALL _TUPLE_NEW*'
holds 'f: sinks _TUPLE_NEW_2; loop has _BINARY_OP_ADD_INT; loop lacks _GUARD_INT'
holds 'k: has _CALL; lacks _STORE_FAST; entered == 5; dropped == 0'
fails 'f: loops >= 2' 1
fails 'f: loops == 0' 1
fails 'traces <= 2' 3
fails 'f: has _STORE' 'none with _STORE'
fails 'f: has _TUPLE_NEW_2' 'none with'
fails 'f: loop has _GUARD_INT' 'none with'
fails 'f: lacks _GUARD*' '_GUARD* in trace 0'
fails 'f: loop lacks _BINARY_OP_ADD_INT' '_BINARY_OP_ADD_INT in trace 0'
fails 'f: sinks _LOAD_FAST' 'none with'
fails 'spam: lacks _CALL' 'no trace'
fails 'k: loop lacks _GUARD_INT' 'no loop'
fails 'spam: entered <= 5' 'no trace'
fails 'k: entered <= 4' 5
fails 'k: left >= 6' 5
fails 'k: dropped >= 1' 0
fails 'f: aborts none' 'LEFT_LOOP: loop of f'
fails 'k: aborts only LEFT_LOOP' 'SHORT_LOOP: loop of k'
fails 'f: aborts LEFT_LOOP >= 2' 1

needs_traces
ADDER=$adder JIT_WORDS=threshold:4000000000,entry-threshold:4000000000 \
    "$top/tests/run-programs" -m jit,eager trace jit >"$work/out" 2>&1
for file in $(grep -lE '^# trace[ a-z]*:' tests/trace/*.py tests/jit/*.py); do
    name=$(basename "$(dirname "$file")")/$(basename "$file" .py)
    tap_result "without recording $name fails" \
        "$(awk -v name=" $name " '
            /^(not )?ok / { is_it = index($0, name) > 0 }
            is_it && /^# expected/ { failed = 1 }
            END { if (!failed) print "it passes" }' "$work/out")"
done
tap_end
