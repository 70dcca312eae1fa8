# SPDX-License-Identifier: MIT
"""A list's iterator that a hot inner loop has run to its end stays so."""


def drain(it):
    n = 0
    for _ in it:
        n += 1
    return n


def rounds(n):
    found = 0
    for i in range(n):
        items = [1, 2, 3]
        it = iter(items)
        found += drain(it)
        items.append(4)
        for x in it:
            print("it goes on in round", i, "with", x)
            return found
    return found


print(rounds(3000))
