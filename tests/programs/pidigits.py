# SPDX-License-Identifier: MIT
"""Digits of pi by Gibbons' unbounded spigot (2006), and other big integers."""

import sys


def spigot(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < count:
        if 4 * q + r - t < n * t:
            digits.append(n)
            q, r, n = 10 * q, 10 * (r - n * t), \
                10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = (q * k, (2 * q + r) * l, t * l, k + 1,
                                (q * (7 * k + 2) + r * l) // (t * l), l + 2)
    return digits


def machin(count):
    """The same digits by Machin's formula in fixed point."""
    one = 10 ** (count + 10)

    def arctan_inverse(x):
        power = total = one // x
        square = x * x
        n = 1
        sign = -1
        while power:
            power //= square
            n += 2
            total += sign * (power // n)
            sign = -sign
        return total

    pi = 4 * (4 * arctan_inverse(5) - arctan_inverse(239))
    return [int(c) for c in str(pi)[:count]]


def fibonacci_by_doubling(n):
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


def run(n):
    digits = spigot(n)
    if digits != machin(n):
        raise AssertionError("the two ways differ")
    f = fibonacci_by_doubling(n * 10)
    return sum(i * d for i, d in enumerate(digits)), f % 1000000007, \
        pow(3, f, 1 << 61), f.bit_length()


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 250
    text = "".join(map(str, spigot(scale)))
    for start in range(0, scale, 50):
        print(text[start:start + 50])
    print(fibonacci_by_doubling(300))
    print(-fibonacci_by_doubling(400) // fibonacci_by_doubling(77),
          -fibonacci_by_doubling(400) % fibonacci_by_doubling(77))
    print(run(scale))
