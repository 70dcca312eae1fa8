#!/bin/sh
# SPDX-License-Identifier: MIT
# -X explain shows every stage of the seed's add(1, 2), and that the addition
# was folded to a constant.
top=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
adder=${ADDER:-$top/build/adder}
case ${ADDER_JIT:-yes} in
no) echo "1..0 # SKIP built without a JIT"; exit 0 ;;
esac
out=$($adder -X explain "$top/tests/programs/add.py" 2>&1)
n=0
expect() { # TEXT: a line of the output has it
    n=$((n + 1))
    if printf '%s\n' "$out" | grep -qF -e "$1"; then
        echo "ok $n - explain shows: $1"
    else
        echo "not ok $n - explain shows: $1"
    fi
}
echo "1..6"
expect "total += add(1, 2)"
expect "LOAD_GLOBAL_MODULE"
expect "_GUARD_NOT_EXHAUSTED_RANGE"
expect "; removed, always passes"
expect "; folded: const 3"
expect "loop:"
