# SPDX-License-Identifier: MIT
"""Pancake flipping over all permutations: list slots and small loops."""

import sys


def count_flips(perm):
    work = perm[:]
    flips = 0
    first = work[0]
    while first:
        low = 1
        high = first - 1
        while low < high:
            work[low], work[high] = work[high], work[low]
            low += 1
            high -= 1
        work[first], first = first, work[first]
        flips += 1
    return flips


def run(n):
    """Return (checksum, most flips), permuting range(n) by Heap's method."""
    perm = list(range(n))
    counters = [0] * n
    checksum = 0
    most = 0
    sign = 1
    i = 1
    while i < n:
        if counters[i] >= i:
            counters[i] = 0
            i += 1
            continue
        j = counters[i] if i & 1 else 0
        perm[i], perm[j] = perm[j], perm[i]
        counters[i] += 1
        i = 1
        sign = -sign
        if perm[0]:
            flips = count_flips(perm)
            checksum += sign * flips
            if flips > most:
                most = flips
    return checksum, most


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    for size in range(3, scale + 1):
        print("fannkuch(%d): checksum %d, most flips %d" %
              ((size,) + run(size)))
