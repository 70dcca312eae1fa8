# SPDX-License-Identifier: MIT
# Ctrl-C ends work on large numbers that would take hours: the signal comes some
# seconds after the start, and a program that has not ended half a minute later is
# killed.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native

cat >"$work/operations" <<'END'
3 ** 10 ** 10
10 ** 3 ** 20
math.factorial(10 ** 9)
math.comb(10 ** 18, 10 ** 8)
math.perm(10 ** 18, 10 ** 8)
pow(3, (1 << 400000) - 1, (1 << 400000) - 59)
pow(3, (1 << 300000000) - 1, 10 ** 9 + 7)
pow((1 << 200000000) // 7, -1, (1 << 200000007) // 11 * 2 + 1)
math.gcd(3 ** 30000000, 7 ** 20000000 + 1)
math.lcm((1 << 400000000) // 7, (1 << 400000007) // 11)
str(1 << 10 ** 9)
int("7" * 10 ** 8)
"%d" % (1 << 10 ** 9)
f"{1 << 10 ** 9:,}"
math.prod([(1 << 10 ** 8) - 1] * 1000)
END
while IFS= read -r operation; do
    cat >"$work/spam.py" <<END
import math, sys
sys.set_int_max_str_digits(0)
try:
    $operation
    print("it came to its end")
except KeyboardInterrupt:
    print("KeyboardInterrupt", [str(i) for i in range(3)])
END
    for seconds in 1 4 16; do # where it has not even started
        timeout -s INT -k 30 $seconds "$adder" "$work/spam.py" \
            >"$work/out" 2>&1
        status=$?
        problem=
        [ "$(cat "$work/out")" = "KeyboardInterrupt ['0', '1', '2']" ] && break
        problem="status $status: $(tail -n 3 "$work/out")"
        [ $status != 137 ] || break
    done
    tap_result "$operation" "$problem"
done <"$work/operations"
tap_end
