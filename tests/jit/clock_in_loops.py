# SPDX-License-Identifier: MIT
# trace eager: inner: loops >= 1; loop has _CALL_READER; sides >= 1
"""Looks at the clock from the interpreter, while recording, and from traces:
tests/fault/fork.sh forks at each of these looks."""
import time


class Spam:
    def __init__(self, n):
        self.n = n

    def eggs(self, i):
        return self.n * i if i % 3 else time.time() > 0


def inner(n):
    total = 0
    for i in range(n):
        total += Spam(i).eggs(i)
        if i & 1:
            total -= len(str(time.time() > 0))
    return total


def outer(n):
    return [inner(n + i) for i in range(n)]


print(outer(6))
print(outer(9)[-1])
