# SPDX-License-Identifier: MIT
"""Recursion while hot: limits reached, deep returns, mutual and indirect."""

import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def forever(n):
    return forever(n + 1)


def hits_limit(times):
    caught = 0
    for _ in range(times):
        try:
            forever(0)
        except RecursionError:
            caught += 1
    return caught


def tree(n):
    return None if n == 0 else (tree(n - 1), n, tree(n - 1))


def walk(t):
    if t is None:
        return 0
    left, v, right = t
    return walk(left) + v + walk(right)


def hanoi(n, a, b, c, moves):
    if n == 0:
        return
    hanoi(n - 1, a, c, b, moves)
    moves[0] += a * 3 + c
    hanoi(n - 1, b, a, c, moves)


def permutations(items):
    if not items:
        yield ()
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (item,) + rest


class Visitor:
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__)(node)

    def visit_int(self, node):
        return node

    def visit_tuple(self, node):
        op, a, b = node
        x, y = self.visit(a), self.visit(b)
        return x + y if op == "+" else x * y % 1000

    def visit_list(self, node):
        return sum(self.visit(x) for x in node)


def build(n):
    if n == 0:
        return 3
    if n % 4 == 0:
        return [build(n - 1), 1, 2]
    return ("+*"[n % 2], build(n - 1), build(n // 2))


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def type_changes(n, x):
    if n == 0:
        return x
    if n == 50:
        x = float(x)
    return type_changes(n - 1, x + 1)


def partition(n, m):
    if n == 0:
        return 1
    if n < 0 or m == 0:
        return 0
    return partition(n - m, m) + partition(n, m - 1)


def quicksort(a):
    if len(a) < 2:
        return a
    p = a[0]
    return quicksort([x for x in a[1:] if x < p]) + [p] + quicksort([x for x in a[1:] if x >= p])


def finally_depth(n, log):
    try:
        if n == 0:
            raise ValueError
        finally_depth(n - 1, log)
    finally:
        log[0] += 1


moves = [0]
hanoi(10, 0, 1, 2, moves)
log = [0]
for _ in range(60):
    try:
        finally_depth(50, log)
    except ValueError:
        pass
print(depth(900), hits_limit(20), walk(tree(11)), moves, sum(1 for _ in permutations((1, 2, 3, 4, 5, 6))),
      Visitor().visit(build(14)), sum(gcd(i, 360) for i in range(3000)), type_changes(100, 0),
      sum(type_changes(i % 80, i) for i in range(500)), partition(25, 12),
      quicksort([i * 7919 % 499 for i in range(400)])[:5], log)
sys.setrecursionlimit(300)
try:
    print(depth(290))
except RecursionError:
    print("lower limit")
print(depth(200))
sys.setrecursionlimit(3000)
print(depth(2500))
# Alone: sets the recursion limit
