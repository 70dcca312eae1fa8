# SPDX-License-Identifier: MIT
"""Float arithmetic, special values, comparison with integers."""

import math

inf = float("inf")
nan = float("nan")
print(0.1 + 0.2, 1.0 / 3.0, 2.0 ** 0.5, 1e308 * 10, -1e308 * 10, 5e-324 / 2)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2.0))
print(0.0 == -0.0, str(-0.0), -0.0 + 0.0, 0.0 * -1, -0.0 % 5.0, 0.0 % -5.0)
print(inf - inf, inf * 0, inf > 10**400, -inf < -10**400, nan == nan,
      nan != nan, nan < 1, nan > 1, 1 < nan)
print(nan in [nan], [nan] == [nan], inf == inf, inf // 1, 5.0 % inf,
      -5.0 % inf)
for bad in (lambda: 1.0 / 0, lambda: 1.0 // 0.0, lambda: 1.0 % 0,
            lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: divmod(1.0, 0),
            lambda: 2 ** 5000 * 1.0, lambda: 1.5 << 1, lambda: 1.5 & 1,
            lambda: "a" + 1.5, lambda: 10**400 / 3.0):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(1 + 1.5, 3 * 0.5, 7 / 2, 6 / 3, -7 / 2, 1 / 3, 10**30 / 10**10,
      2**100 / 2**99, 10**400 / 10**399, 1 - 0.5, 2 ** 0.5, 2.0 ** 3)
print(1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53),
      2**53 + 1 > float(2**53), 10**22 == 1e22, 10**23 == 1e23, 3 < 3.5,
      2**63 == 2.0**63, 2**63 - 1 < 2.0**63, hash(2.0**63) == hash(2**63))
print((-1.0) ** 2, (-1.0) ** 3)
print(1.5.is_integer(), 2.0.is_integer(), 0.75.as_integer_ratio(),
      (0.1).hex(), float.fromhex("0x1.8p1"), (-2.5).__abs__(), abs(-0.0))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1e20),
      round(1234.5678, -2), round(0.5), round(1.5), round(5.015, 2),
      round(-0.4), round(1.0, 3), round(12345.678, 1))
print(int(1e18), int(-1.9), math.floor(-1.5), math.ceil(-1.5),
      math.trunc(-1.5), math.floor(1e20), math.isnan(nan), math.isinf(-inf))
print(max(1, 1.0), max(1.0, 1), min(2, 1.5), sum([0.1] * 10), sum([1, 2.5]))
total = 0.0
for i in range(1, 200):
    total += (-1.0) ** i / i
    total *= 1.0000001
print(total, float(10**15 + 1), float("1e5"), float(" -1.5e-3 "),
      float("1_0.5"), float("Infinity"), float("-nan"), float())
for text in ("", "x", "1e", "--1", "1.5.2", "0x10", "1 2"):
    try:
        print(float(text))
    except ValueError as e:
        print(e)
x = 1.0
while x + 1.0 != 1.0:
    x /= 2
print(x, 1e16 + 1, 1e16 + 2.0, 123456789.0 * 987654321.0)
