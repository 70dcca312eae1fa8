# SPDX-License-Identifier: MIT
# -X explain shows every stage of the seed's add(1, 2), and that the addition
# was folded to a constant.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_traces
out=$($adder -X explain "$top/tests/programs/add.py" 2>&1)
expect() { # TEXT: a line of the output has it
    tap_result "explain shows: $1" \
        "$(printf '%s\n' "$out" | grep -qF -e "$1" || echo "it does not")"
}
check() { # WHAT CONDITION...
    what=$1
    shift
    tap_result "$what" "$("$@" || echo "no: $*")"
}
expect "total += add(1, 2)"
expect "LOAD_GLOBAL_MODULE"
expect "_GUARD_NOT_EXHAUSTED_RANGE"
expect "; removed, always passes"
expect "; folded: const 3"
expect "loop:"

check "it is the same in each run" \
    test "$out" = "$($adder -X explain "$top/tests/programs/add.py" 2>&1)"

cat >"$work/spam.py" <<'END'
import sys
def hot(n):
    total = 0
    for i in range(n):
        total += i
    return total
def warm(n):
    while n:
        n -= 1
hot(500)
warm(500)
print(sys.argv[1:])
END
functions() { # ARGUMENT...: what is explained, and what the script sees
    $adder -S "$@" 2>&1 | sed -n 's/^======== //p; /^\[/p' | tr '\n' ' '
}
check "the option selects a function" \
    test "$(functions -X explain=warm "$work/spam.py")" = "[] warm "
check "so does the script's first argument, which stays its own" \
    test "$(functions -X explain "$work/spam.py" hot)" = "['hot'] hot "
check "an argument that names nothing traced selects nothing" \
    test "$(functions -X explain "$work/spam.py" other)" = \
    "['other'] hot warm "
cat >"$work/spam.py" <<'END'
def pairs(n):
    items = [1] * 50
    for _ in range(n):
        for i, x in enumerate(items):
            pass
pairs(60)
END
recorded() {
    $adder -X explain=pairs -X jit=threshold:100 "$work/spam.py" 2>&1
}
check "a loop that gets hot in its last round is recorded in another" \
    test "$(recorded | sed -n '/^loop:/,/-> loop/p' | grep -c '_ITER_NEXT ')" = 0
check "a function that was not hot is said to be none" \
    test "$($adder -X explain=cold "$work/spam.py" | tail -n 1)" = \
    "Nothing of that name was hot enough to be traced."
cat >"$work/spam.py" <<'END'
def add(append):
    append(1)
def run():
    for i in range(60):
        add([].append)
run()
END
check "what is no object of Python's is shown, too" \
    test -n "$($adder -X explain=add -X jit=entry-threshold:9,threshold:100 \
        "$work/spam.py" 2>&1 | grep '_GUARD_IS .*<internal>')"
tap_end
