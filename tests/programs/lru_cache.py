# SPDX-License-Identifier: MIT
"""A least-recently-used cache: a dict into a ring of linked nodes."""

import sys


class Node:
    __slots__ = ("key", "value", "older", "newer")

    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.older = self
        self.newer = self


class LruCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.ring = Node(None, None)    # ring.newer is the oldest entry
        self.hits = 0
        self.misses = 0

    def unlink(self, node):
        node.older.newer = node.newer
        node.newer.older = node.older

    def link_newest(self, node):
        ring = self.ring
        node.older = ring.older
        node.newer = ring
        ring.older.newer = node
        ring.older = node

    def get(self, key, default=None):
        node = self.nodes.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        self.unlink(node)
        self.link_newest(node)
        return node.value

    def put(self, key, value):
        node = self.nodes.get(key)
        if node is not None:
            node.value = value
            self.unlink(node)
        else:
            if len(self.nodes) == self.capacity:
                oldest = self.ring.newer
                self.unlink(oldest)
                del self.nodes[oldest.key]
            node = self.nodes[key] = Node(key, value)
        self.link_newest(node)

    def __len__(self):
        return len(self.nodes)

    def __contains__(self, key):
        return key in self.nodes

    def __iter__(self):
        node = self.ring.newer
        while node is not self.ring:
            yield node.key
            node = node.newer


def run(n):
    cache = LruCache(97)
    seed = 42
    total = 0
    for i in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        key = (seed >> 8) % 160
        value = cache.get(key)
        if value is None:
            cache.put(key, i)
        else:
            total = (total + value) % 1000003
        if i % 7 == 0:
            cache.put("name%d" % (key % 13), key)
    return cache.hits, cache.misses, len(cache), total


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    small = LruCache(3)
    for letter in "abcad":
        small.put(letter, ord(letter))
        print(letter, list(small), "b" in small, small.get("a"))
    print(run(scale))
