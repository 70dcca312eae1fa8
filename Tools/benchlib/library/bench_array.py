# SPDX-License-Identifier: MIT
"""Arrays of numbers."""

from array import array

from words import seeded

R = seeded()
SAMPLES = [R.randint(-30000, 30000) for _ in range(10000)]
SOUND = array("h", SAMPLES)
PIXELS = array("B", [R.randint(0, 255) for _ in range(10000)])


def append(n):
    for _ in range(n):
        a = array("d")
        for i in range(5000):
            a.append(i * 0.5)
    return len(a), a[-1]


def sum_of_items(n):
    total = 0
    for _ in range(n):
        for i in range(len(SOUND)):
            total += SOUND[i]
    return total


def sieve(n):
    for _ in range(n):
        flags = array("b", [1]) * 10000
        for i in range(2, 101):
            if flags[i]:
                for j in range(i * i, 10000, i):
                    flags[j] = 0
    return sum(flags)


def to_and_from_bytes(n):
    total = 0
    for _ in range(n):
        data = SOUND.tobytes()
        a = array("h")
        a.frombytes(data)
        a.byteswap()
        total += a[17] + len(a.tolist())
    return total


def from_list(n):
    for _ in range(n):
        a = array("i", SAMPLES)
        b = array("h", (x >> 1 for x in SAMPLES))
    return a[3], b[5]


def histogram(n):
    for _ in range(n):
        counts = array("L", bytes(8 * 256))
        for p in PIXELS:
            counts[p] += 1
    return max(counts)
