# SPDX-License-Identifier: MIT
"""Small integers that grow into big ones in hot loops, and come back."""


def doubling(n):
    x = 1
    seen = []
    for i in range(n):
        x += x
        if x > 2**200:
            x = 1
        if i % 61 == 0:
            seen.append(x)
    return seen[-3:], x


print(doubling(8000))


def edge(start, step, n):
    x = start
    for _ in range(n):
        x += step
    return x


for start in (2**62 - 3000, 2**63 - 3000, 2**61 - 3000, 2**60 - 3000, 2**31 - 3000):
    print(edge(start, 1, 6000), edge(-start, -1, 6000), edge(start, -1, 6000))
    print(edge(start, 2**40, 6000), edge(-start, start // 1000, 6000))


def products(n):
    big = 0
    for i in range(n):
        a = (i * 1234567891) & 0xFFFFFFFFFF
        b = a * a
        c = b - a * (a - 1)
        if c != a:
            raise AssertionError((i, a))
        if b > 2**63:
            big += 1
    return big


print(products(6000))


def lcg(n):
    x = 1
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2**64
    return x


print(lcg(7000))


def xorshift(n):
    x = 88172645463325252
    mask = (1 << 64) - 1
    for _ in range(n):
        x ^= (x << 13) & mask
        x ^= x >> 7
        x ^= (x << 17) & mask
    return x


print(xorshift(7000))


def shifts(n):
    total = 0
    for i in range(n):
        total ^= 1 << (i % 130)
        total += -1 << (i % 70)
        total ^= (2**90 >> (i % 100))
    return total


print(shifts(6000))


def negate(n):
    x = -2**62
    for i in range(n):
        x = -x
        x = x - 1 if i % 2 else x + 1
    return x


print(negate(6001), negate(6000))


def divide(n):
    out = 0
    for i in range(1, n):
        d = i - n // 2
        if d:
            out += (2**62) // d + (-2**62) % d + (2**64 + i) // d
    return out


print(divide(6000))


def power(n):
    total = 0
    for i in range(n):
        total += (i % 7) ** (i % 30)
    return total


print(power(6000))


def counter_down(n):
    x = 2**62 + n // 2
    below = 0
    while x > 2**62 - n // 2:
        x -= 1
        if x < 2**62:
            below += 1
    return x, below


print(counter_down(8000))
print(sum(range(2**62 - 3000, 2**62 + 3000)))
