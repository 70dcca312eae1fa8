# SPDX-License-Identifier: MIT
"""Things that look constant in a hot loop and then are not."""


class Box:
    def __init__(self, v):
        self.v = v


def alias(n):
    a = b = Box(1)
    total = 0
    for i in range(n):
        total += a.v
        if i % 1000 == 999:
            b.v += 1
    return total


def length(n):
    data = [0] * 10
    total = 0
    for i in range(n):
        total += len(data)
        if i % 2000 == 0:
            data.append(i)
    return total


def changed_by_call(n):
    box = Box(1)

    def poke(i):
        if i % 1500 == 1499:
            box.v *= 3
    total = 0
    for i in range(n):
        total += box.v
        poke(i)
        total += box.v
    return total


def changed_by_operator(n):
    class Sneaky:
        def __init__(self, box):
            self.box = box
            self.n = 0

        def __add__(self, other):
            self.n += 1
            if self.n % 1000 == 0:
                self.box.v += 100
            return self

        def __eq__(self, other):
            self.box.v += 1
            return False

        def __bool__(self):
            self.box.v -= 1
            return True
    box = Box(0)
    s = Sneaky(box)
    out = 0
    for i in range(n):
        before = box.v
        s = s + 1
        if s == i:
            raise AssertionError
        if s:
            out += box.v - before
    return out, box.v


def list_item(n):
    table = [1, 2, 3]
    total = 0
    for i in range(n):
        total += table[1] * table[-1]
        if i == n // 2:
            table[1] = 5
        if i == n - 10:
            table[2] = 0.5
    return total


def dict_item(n):
    config = {"scale": 2}
    total = 0
    for i in range(n):
        total += config["scale"]
        if i == n // 2:
            config["other"] = 1
        if i == n - 100:
            config["scale"] = 10
    return total


def method_lookup(n):
    data = []
    push = data.append
    for i in range(n):
        push(i)
        if i % 1000 == 999:
            data = []
            push = data.append
    return len(data)


def same_expression(n):
    x = y = 3
    total = 0
    for i in range(n):
        a = x * y + i
        b = x * y + i
        if i == n // 2:
            x = 0.5
        c = x * y + i
        total += a - b + c
    return total


def attribute_of_two(n):
    p, q = Box(1), Box(2)
    total = 0
    for i in range(n):
        p.v = i
        q.v = -i
        total += p.v - q.v
        if i == n // 2:
            q = p
    return total


def nested_boxes(n):
    root = Box(Box(Box(1)))
    total = 0
    for i in range(n):
        total += root.v.v.v
        if i == n // 3:
            root.v.v = Box(10)
        if i == n // 2:
            root.v = Box(Box(100))
    return total


def swapped_loop_bound(n):
    limit = 100
    i = total = 0
    while i < limit:
        i += 1
        total += 1
        if i == limit and limit < n:
            limit *= 2
    return i, total


def type_of_invariant(n):
    k = 2
    out = []
    for i in range(n):
        r = i * k
        if i % (n // 4) == 0:
            out.append(r)
            k = [2.5, "ab", True, 2**66][len(out) % 4]
            if isinstance(k, str):
                out.append(k * 2)
                k = 1
    return out


print(alias(6000), length(6000), changed_by_call(6000), changed_by_operator(6000),
      list_item(6000), dict_item(6000), method_lookup(6000), same_expression(6000),
      attribute_of_two(6000), nested_boxes(6000), swapped_loop_bound(6000),
      type_of_invariant(8000))
