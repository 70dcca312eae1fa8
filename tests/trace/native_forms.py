# SPDX-License-Identifier: MIT
# trace: sines: loops == 1; loop has _CALL_DOUBLE_1 _CALL_DOUBLE_2; aborts none
# trace: sines: loop lacks _BOX_FLOAT _CALL_NATIVE _SET_ARG _CHECK_ROOM
# trace: of_ints: loop has _CALL_DOUBLE_1 _INT_TO_FLOAT _SQRT_FLOAT
# trace: of_ints: loop lacks _CALL_NATIVE
# trace: invariant: loop lacks _CALL* _SQRT_FLOAT
# trace: constant: lacks _CALL*
# trace: rounded: loop has _FLOOR_FLOAT _CEIL_FLOAT _TRUNC_FLOAT; loop lacks _CALL*
# trace: limits: loop has _MAX_INT _MIN_INT _MAX_FLOAT _MIN_FLOAT; loop lacks _CALL*
# trace: wrong: has _CALL_DOUBLE_1; aborts only EXCEPTION
"""Functions of floats that traces call, or have instead, without objects."""
import math


def sines(n):
    total = 0.0
    for i in range(n):
        x = total * 0.001
        total += math.sin(x) + math.hypot(x, 1.0) + math.pow(2.0, -x)
    return total


def of_ints(n):
    total = 0.0
    for i in range(1, n):
        total += math.log(i) + math.sqrt(i) + math.fabs(i)
    return total


def invariant(x, n):
    total = 0.0
    for i in range(n):
        total += math.exp(x) + math.sqrt(x)
    return total


def constant(n):
    total = 0.0
    for i in range(n):
        total += math.cos(math.pi / 4) + math.sqrt(2)
    return total


def rounded(n):
    total = 0
    for i in range(n):
        x = (i - 1000) * 0.3
        total += 3 * math.floor(x) + 5 * math.ceil(x) + 7 * math.trunc(x)
    return total


def limits(n):
    low, high = 0, 0.0
    for i in range(n):
        low += max(i, 1000) - min(i, 2000)
        high += max(i * 0.5, 700.0) - min(i * 0.25, 300.0)
    return low, high


def wrong(n, f, at):
    names = {}
    x = 0.5
    for i in range(n):
        try:
            if i % 50 == 49:
                x = at
            f(x)
        except (ValueError, OverflowError) as e:
            names[type(e).__name__ + ": " + str(e)] = i
            x = 0.5
    return names


def use(f, values):
    out = []
    for i in range(800):
        x = values[i % len(values)] if i > 700 else 0.5
        try:
            out.append(f(x))
        except (ValueError, OverflowError) as e:
            out.append(type(e).__name__ + ": " + str(e))
    return out[-len(values):]


print(sines(3000))
print(of_ints(3000))
print(invariant(1.5, 3000))
print(constant(3000))
print(rounded(3000))
print(limits(3000))
for f, at in ((math.log, 0.0), (math.exp, 1000.0), (math.sin, math.inf),
              (math.acosh, 0.5), (math.gamma, -3.0), (math.atanh, 1.0)):
    print(wrong(3000, lambda x, f=f: f(x), at))
odd = [math.inf, -math.inf, math.nan, 0.0, -0.0, -1.0, 5e-324, 1.7e308, 171.5,
       1 << 70, 3, True]
for f in (math.sin, math.exp, math.log, math.sqrt, math.fabs, math.tanh, math.atan, math.cbrt, math.log1p, math.log2,
          math.log10, math.degrees, math.expm1):
    print(f.__name__, use(lambda x, f=f: f(x), odd))
for f in (math.pow, math.fmod, math.atan2, math.copysign, math.hypot,
          math.remainder, math.nextafter):
    for y in (0.0, -2.0, math.inf, -math.inf, math.nan, 3):
        print(f.__name__, y, use(lambda x, f=f, y=y: f(x, y), odd))
        print(f.__name__, y, use(lambda x, f=f, y=y: f(y, x), odd))
