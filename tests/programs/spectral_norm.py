# SPDX-License-Identifier: MIT
"""The largest singular value of an infinite matrix, cut to n by n."""

import math
import sys


def eval_a(i, j):
    ij = i + j
    return 1.0 / (ij * (ij + 1) // 2 + i + 1)


def multiply(u):
    n = len(u)
    return [sum([eval_a(i, j) * u[j] for j in range(n)]) for i in range(n)]


def multiply_transposed(u):
    size = len(u)
    out = []
    for i in range(size):
        total = 0.0
        for j, x in enumerate(u):
            total += eval_a(j, i) * x
        out.append(total)
    return out


def run(n):
    u = [1.0] * n
    v = u
    for _ in range(6):
        v = multiply_transposed(multiply(u))
        u = multiply_transposed(multiply(v))
    uv = vv = 0.0
    for a, b in zip(u, v):
        uv += a * b
        vv += b * b
    return "%.9f" % math.sqrt(uv / vv)


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    print(run(scale))
