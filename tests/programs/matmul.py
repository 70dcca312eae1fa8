# SPDX-License-Identifier: MIT
"""Matrices as nested lists: products, powers, elimination, fractions of
small integers kept exact by Bareiss' method."""

import sys


def make_matrix(n, seed):
    rows = []
    for _ in range(n):
        row = []
        for _ in range(n):
            seed = (seed * 16807) % 2147483647
            row.append(seed % 19 - 9)
        rows.append(row)
    return rows


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns]
            for row in a]


def multiply_indexed(a, b):
    n = len(a)
    m = len(b[0])
    inner = len(b)
    out = [[0.0] * m for _ in range(n)]
    for i in range(n):
        row = a[i]
        target = out[i]
        for k in range(inner):
            x = row[k]
            other = b[k]
            for j in range(m):
                target[j] += x * other[j]
    return out


def determinant(a):
    """Exact determinant of an integer matrix, without fractions."""
    a = [row[:] for row in a]
    n = len(a)
    sign = 1
    previous = 1
    for k in range(n - 1):
        if a[k][k] == 0:
            for i in range(k + 1, n):
                if a[i][k]:
                    a[k], a[i] = a[i], a[k]
                    sign = -sign
                    break
            else:
                return 0
        for i in range(k + 1, n):
            for j in range(k + 1, n):
                a[i][j] = (a[i][j] * a[k][k] - a[i][k] * a[k][j]) // previous
        previous = a[k][k]
    return sign * a[-1][-1]


def transpose(a):
    return [list(row) for row in zip(*a)]


def run(n):
    a = make_matrix(n, 7)
    b = make_matrix(n, 11)
    product = multiply(a, b)
    floats = multiply_indexed([[x / 4 for x in row] for row in a], b)
    trace = sum(product[i][i] for i in range(n))
    return trace, sum(map(sum, floats)), determinant(a) % 1000003


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    small = make_matrix(3, 1)
    print(small)
    print(multiply(small, small), transpose(small))
    print(multiply_indexed(small, transpose(small)))
    print(determinant(small), determinant([[0, 1], [1, 0]]),
          determinant([[1, 2], [2, 4]]))
    print(determinant(make_matrix(12, 5)))
    print(run(scale))
