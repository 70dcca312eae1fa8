# SPDX-License-Identifier: MIT
# trace: f: loops == 1; sides >= 1
# trace: aborts none
# An object that a trace leaves to its exits is the same one in all places that
# have it, and another than one that is equal, also where a side trace goes on.


def g(i):
    one = (i, 1)
    same = one
    other = (i, 1)
    if i % 3 == 0:
        return one is same, one is other, same is other
    return None


def f(n):
    counts = {}
    for i in range(n):
        found = g(i)
        counts[found] = counts.get(found, 0) + 1
    return counts


print(f(9000))
