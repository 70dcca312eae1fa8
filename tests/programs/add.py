# SPDX-License-Identifier: MIT
"""The smallest program worth compiling: a call and an addition, often."""

import sys


def add(a, b):
    return a + b


def run(n):
    total = 0
    for _ in range(n):
        total += add(1, 2)
    return total


if __name__ == "__main__":
    print(add(1, 2))
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 100000))
