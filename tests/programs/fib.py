# SPDX-License-Identifier: MIT
"""Doubly recursive Fibonacci numbers: calls and small integers only."""

import sys


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def run(n):
    return fib(n)


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 18
    for i in range(10):
        print(i, fib(i))
    print(scale, run(scale))
