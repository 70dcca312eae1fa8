# SPDX-License-Identifier: MIT
"""Many small trees, built, walked and dropped: the collector's work."""

import sys


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def grow(depth):
    if depth == 0:
        return Node(None, None)
    return Node(grow(depth - 1), grow(depth - 1))


def grow_tuple(depth):
    if depth == 0:
        return ()
    return (grow_tuple(depth - 1), grow_tuple(depth - 1))


def count_tuple(tree):
    if not tree:
        return 1
    return 1 + count_tuple(tree[0]) + count_tuple(tree[1])


def report(n):
    kept = grow(n)
    lines = []
    for depth in range(2, n + 1, 2):
        trees = 1 << (n - depth)
        nodes = 0
        for _ in range(trees):
            nodes += grow(depth).count()
            nodes += count_tuple(grow_tuple(depth))
        lines.append((trees, depth, nodes))
    lines.append((1, n, kept.count()))
    return lines


def run(n):
    return sum(nodes * depth for _, depth, nodes in report(n))


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    for trees, depth, nodes in report(scale):
        print("%6d trees of depth %2d: %d nodes" % (trees, depth, nodes))
    print(run(scale))
