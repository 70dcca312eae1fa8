# SPDX-License-Identifier: MIT
"""Small and big integers: + - * // % ** divmod, signs, identities."""

NUMBERS = [0, 1, -1, 2, -2, 7, -7, 10, 255, -256, 2**30, -2**31, 2**31 - 1,
           2**61, -2**61, 2**62 - 1, 2**62, -2**62, -2**62 - 1, 2**63 - 1,
           2**63, -2**63, 2**64, 2**64 - 1, 10**18, 10**19, -10**20, 3**100,
           -7**77, 2**127 - 1, 2**128]


def checksum(values):
    total = 0
    for v in values:
        total = (total * 1000003 + v) % (2**89 - 1)
    return total


for name, f in (
        ("add", lambda a, b: a + b), ("sub", lambda a, b: a - b),
        ("mul", lambda a, b: a * b),
        ("floordiv", lambda a, b: a // b if b else 0),
        ("mod", lambda a, b: a % b if b else 0),
        ("and", lambda a, b: a & b), ("or", lambda a, b: a | b),
        ("xor", lambda a, b: a ^ b), ("lt", lambda a, b: a < b),
        ("le", lambda a, b: a <= b), ("eq", lambda a, b: a == b),
        ("ne", lambda a, b: a != b), ("gt", lambda a, b: a > b),
        ("ge", lambda a, b: a >= b),
        ("divmod", lambda a, b: sum(divmod(a, b)) if b else 0)):
    print(name, checksum(f(a, b) for a in NUMBERS for b in NUMBERS))

for a in NUMBERS:
    for b in NUMBERS:
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a, (a, b)
            assert r == 0 or (r < 0) == (b < 0), (a, b)
            assert abs(r) < abs(b), (a, b)
        assert (a + b) - b == a, (a, b)
        assert (a & b) + (a | b) == a + b, (a, b)
        assert a ^ b == (a | b) - (a & b), (a, b)

for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (-1, 2**70)):
    print(a, b, a // b, a % b, divmod(a, b))
print(2**62 + 2**62, 2**62 * 2, -2**62 - 2**62, (2**31) * (2**31))
print(2**63 - 1 + 1, -(-2**63), abs(-2**63), -2**63 // -1)
print(3037000500 * 3037000500, 4611686018427387904 - 1)
print(-5 + 3, - -5, +5, ~5, ~-1, ~2**70, -(2**62))
print(1000000007 ** 5, (-3) ** 3, (-3) ** 4, 0 ** 0, 1 ** 10**6)
print(2 ** -1, (-2) ** -3, 10 ** -2)
print(pow(3, 200, 13), pow(-3, 5, 7), pow(3, -1, 7), pow(2, 10**20, 97),
      pow(5, 3, -7))
for bad in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0),
            lambda: 1 / 0, lambda: 0 ** -1, lambda: pow(2, 3, 0),
            lambda: pow(2, -1, 4), lambda: 2**70 // 0, lambda: 2**70 % 0):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(True + True, True * 7, -True, ~True, True // 1, 5 - False)
print(10**30 // 10**10, 10**30 % (10**10 + 1), -10**30 // (10**10 + 1))
