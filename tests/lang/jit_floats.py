# SPDX-License-Identifier: MIT
"""Float and int mixed in hot loops; rounding must not change."""

import math


def leibniz(n):
    total = 0.0
    sign = 1
    for i in range(n):
        total += sign / (2 * i + 1)
        sign = -sign
    return total * 4


def mixed(n):
    x = 0
    y = 0.0
    for i in range(n):
        x += i % 3
        y += x * 0.1
        if i % 2:
            y = y - i
        else:
            y = i - y
        if y > 1e6:
            y /= 2
    return x, y


def logistic(n):
    x = 0.5
    for _ in range(n):
        x = 3.9 * x * (1 - x)
    return x


def special(n):
    inf = float("inf")
    values = [0.0, -0.0, 1e308, -1e308, 5e-324, inf, -inf, float("nan"), 1.0, 1e-300]
    counts = {}
    for i in range(n):
        a = values[i % 10]
        b = values[i * 7 // 10 % 10]
        r = a * b + a - b
        key = repr(r)
        counts[key] = counts.get(key, 0) + 1
    return sorted(counts.items())


def rare(n):
    x = 1e-310
    y = 1e300
    for i in range(n):
        x *= 1.001
        y *= 1.001
        if y == float("inf"):
            y = 1.0
        if x > 1e-305:
            x = 1e-310
    return x, y


def compare(n):
    count = 0
    x = 0.0
    for i in range(n):
        x += 0.1
        if x < i:
            count += 1
        if x == i // 10:
            count += 1
        if i > x >= i / 20 != x:
            count += 1
        if 2**53 + i % 3 == float(2**53):
            count += 1
    return count


def floor_mod(n):
    total = 0.0
    for i in range(1, n):
        total += (i * 0.7) // 0.3 + (-i * 0.7) % 0.3 + i // 0.5 + (7.5 % -i)
    return total


def conversions(n):
    total = 0
    for i in range(n):
        f = i * 1.7
        total += int(f) + round(f) + math.floor(-f) + int(str(f).split(".")[0])
    return total


def becomes_float(n):
    x = 0
    for i in range(n):
        x += 1
        if i == n - 1000:
            x = x / 3
    return x


def becomes_int(n):
    x = 0.5
    for i in range(n):
        x = x + 1
        if i == n - 1000:
            x = int(x)
    return x


def power(n):
    t = 0.0
    for i in range(n):
        t += (i % 10) ** 0.5 + 1.01 ** (i % 7) + (i % 5) ** -1 if i % 5 else 0.25
    return t


def newton(n):
    total = 0.0
    for i in range(1, n):
        x = i / 2
        for _ in range(6):
            x = (x + i / x) / 2
        total += abs(x - math.sqrt(i))
    return total < 1e9, round(total, 3)


def zero_division(n):
    errors = 0
    for i in range(n):
        try:
            errors += 0 * (1.0 / (i % 3))
        except ZeroDivisionError:
            errors += 1
    return errors


def minmax(n):
    lo, hi = 1e9, -1e9
    for i in range(n):
        v = math.sin(i) * i
        if v < lo:
            lo = v
        if v > hi:
            hi = v
    return round(lo, 6), round(hi, 6)


def negative_zero(n):
    z = 0.0
    for i in range(n):
        z = -z
    return z, -z, z * -1, 0 * -1.0, abs(-0.0)


print(leibniz(6000), mixed(6000), logistic(6000), rare(9000), compare(6000), floor_mod(6000),
      conversions(6000), becomes_float(6000), becomes_int(6000), power(6000), newton(1000),
      zero_division(6000), minmax(6000), negative_zero(6001))
print(special(7000))
