# SPDX-License-Identifier: MIT
# Where memory is refused in the middle of work on large numbers, there is a
# MemoryError and the program goes on; GMP would end it.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
limit=400000 # KiB
# Sanitizers reserve terabytes.
if ! (ulimit -v $limit && "$adder" -c pass) >"$work/err" 2>&1; then
    tap_end "adder does not start with so little address space"
fi

cat >"$work/vast.py" <<'END'
import math
import sys
sys.set_int_max_str_digits(0)
a = (1 << 200_000_000) - 1
operations = '''
10 ** 10 ** 10
3 ** 10 ** 10
(1 << 65) ** (1 << 60)
7 ** (1 << 70)
1 << 10 ** 11
1 << 10 ** 15
a * a
a * (a >> 1000)
a ** 5
'%o' % a
bin(a)
format(a, 'b')
int('1' * 10 ** 8)
int('7' * 10 ** 8, 8)
math.factorial(10 ** 9)
math.factorial(10 ** 12)
a.to_bytes(10 ** 9, 'little')
int.from_bytes(bytes(350_000_000), 'big')
[a + i for i in range(1000)]
[a - i for i in range(1, 1000)]
[-a >> i for i in range(1, 1000)]
[a << i for i in range(1000)]
[-a & i - a for i in range(1000)]
[-a ^ i for i in range(1000)]
[~(a ^ i) for i in range(1000)]
'''.strip().splitlines()
for operation in operations:
    try:
        eval(operation)
        print(operation, "did not fail")
    except MemoryError:
        print("ok", operation, [str(i) for i in range(3)])
END
for jit in 0 1; do
    (ulimit -v $limit && PYTHON_JIT=$jit timeout 300 "$adder" "$work/vast.py") \
        >"$work/out" 2>&1
    status=$?
    problem=$(grep -v "^ok .* \['0', '1', '2'\]$" "$work/out")
    [ $status = 0 ] || problem="status $status: $problem"
    tap_result "what cannot fit is a MemoryError, PYTHON_JIT=$jit" "$problem"
done

# With a little more memory each time, each allocation is refused once.
cat >"$work/narrow.py" <<'END'
import math
import sys
sys.set_int_max_str_digits(0)

def numbers():
    return (1 << 12_000_001) - 3, (1 << 9_000_000) - 7, (1 << 400_000) // 11

operations = {
    "product": lambda a, b, m: a * b,
    "square": lambda a, b, m: a * a,
    "quotient": lambda a, b, m: a // b,
    "rest": lambda a, b, m: a % (m >> 300_000),
    "power": lambda a, b, m: 12345 ** 700_000,
    "modular": lambda a, b, m: pow(b, 9, m >> 100_000),
    "inverse": lambda a, b, m: pow(3, -1, 1 << 1_100_000),
    "divisor": lambda a, b, m: math.gcd(m * m * 3, m * m * m),
    "root": lambda a, b, m: math.isqrt(a),
    "factorial": lambda a, b, m: math.factorial(100_000),
    "selection": lambda a, b, m: math.comb(90_000, 30_000),
    "digits": lambda a, b, m: str(m),
    "octal": lambda a, b, m: "%o" % a,
    "number": lambda a, b, m: int("123456789" * 20_000),
    "float": lambda a, b, m: a / (a + 1),
    "format": lambda a, b, m: f"{m:_}",
}
for name, operation in operations.items():
    try:
        print(name, hash(operation(*numbers())))
    except MemoryError:
        print(name, "MemoryError")
END
export PYTHONHASHSEED=0
"$adder" "$work/narrow.py" >"$work/want" 2>&1
refused=0
for kib in 32000 40000 44000 48000 50000 54000 58000 62000 66000 70000 75000; do
    (ulimit -v $kib && timeout 300 "$adder" "$work/narrow.py") \
        >"$work/out" 2>"$work/err"
    status=$?
    problem=
    refused=$((refused + $(grep -c MemoryError "$work/out")))
    if [ $status = 0 ]; then
        paste -d: "$work/want" "$work/out" | grep -v MemoryError |
            grep -v '^\(.*\):\1$' >"$work/wrong"
        [ "$(wc -l <"$work/want")" = "$(wc -l <"$work/out")" ] ||
            echo "operations are missing" >>"$work/wrong"
        problem=$(cat "$work/wrong")
    elif [ $status -gt 123 ] || [ ! -s "$work/err" ]; then
        problem="status $status: $(tail -n 3 "$work/err")"
    fi
    tap_result "right or refused in $kib KiB" "$problem"
done
tap_result "memory was refused $refused times" \
    "$([ $refused -gt 20 ] || echo "the limits are too high")"
tap_end
