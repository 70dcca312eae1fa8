# SPDX-License-Identifier: MIT
"""Hot code that calls C, for perf.sh and gdb.sh."""
import math


def leaf(x):
    return math.sin(x) + math.factorial(21 + x)


def hot(n):
    total = 0.0
    for i in range(n):
        total += leaf(i & 15)
        if i % 7 == 0:
            total -= 1.0
    return total


def outer(n):
    return hot(n) > 0


print([outer(n) for n in (10, 100, 3000)])

# The lines above are counted by gdb.sh and perf.sh.
# trace: hot: loops == 1; sides == 1; loop has _CALL_NATIVE
# trace: aborts none
