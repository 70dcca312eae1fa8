# SPDX-License-Identifier: MIT
"""The math module."""

import math

print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
for f in (math.sqrt, math.exp, math.log, math.sin, math.cos, math.tan,
          math.atan, math.floor, math.ceil, math.trunc, math.fabs, math.log2,
          math.log10, math.log1p, math.expm1, math.degrees, math.radians,
          math.sinh, math.cosh, math.tanh, math.asinh, math.gamma, math.lgamma,
          math.erf, math.erfc, math.cbrt):
    print(f.__name__, [round(f(x), 10) for x in (0.5, 1, 2.0, 10)])
print([round(f(0.5), 10) for f in (math.asin, math.acos, math.atanh)],
      math.acosh(1.0), math.atan2(1, -1), math.hypot(3, 4), math.hypot(1, 2, 2),
      math.pow(2, 0.5), math.fmod(-7, 3), math.remainder(7, 4), math.copysign(1, -0.0),
      math.ldexp(0.5, 3), math.frexp(8.0), math.modf(-2.5), math.dist([0, 0], [3, 4]))
print(math.factorial(0), math.factorial(20), math.factorial(30), math.gcd(12, 18, 27),
      math.gcd(), math.lcm(4, 6), math.lcm(0, 5), math.comb(10, 3), math.comb(3, 5),
      math.perm(5, 2), math.perm(5), math.isqrt(17), math.isqrt(10**40), math.prod([1, 2, 3]),
      math.prod([0.5, 4], start=3), math.comb(100, 50))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isclose(
      0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.fsum([0.1] * 10),
      sum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.ulp(1.0), math.nextafter(1, 2))
print(math.floor(2.5), math.floor(-2.5), math.ceil(2.1), math.floor(10**20), math.trunc(-2.7),
      math.floor(1e20), math.log(10**400), math.log(8, 2), math.log2(2**1000),
      math.log10(10**300), math.sqrt(10**300), math.exp(-1000))


class Custom:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 4.0


print(math.floor(Custom()), math.ceil(Custom()), math.trunc(Custom()), math.sqrt(Custom()))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1),
            lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.acos(2),
            lambda: math.factorial(1.5), lambda: math.sqrt("x"), lambda: math.floor("x"),
            lambda: math.gcd(1.5), lambda: math.isqrt(-1), lambda: math.pow(0, -1),
            lambda: math.fmod(1, 0), lambda: math.floor(math.inf), lambda: math.gamma(-1),
            lambda: math.ceil(math.nan), lambda: math.sqrt(10**400), lambda: math.sqrt(),
            lambda: math.comb(-1, 2), lambda: math.pow(10, 400), lambda: math.hypot("a"),
            lambda: math.sin(math.inf), lambda: math.ldexp(1.0, 5000)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
