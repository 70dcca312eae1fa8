# SPDX-License-Identifier: MIT
"""Unpacking and swapping in hot loops, with shapes that change late."""


def swap(n):
    a, b, c = 1, 2, 3
    for i in range(n):
        a, b = b, a
        a, b, c = c, a, b
        if i == n - 100:
            b = 0.5
    return a, b, c


def sequence_kinds(n):
    sources = [(1, 2), [3, 4], "ab", range(2), {5: 6, 7: 8}, (x for x in (9, 10))]
    out = []
    for i in range(n):
        s = sources[i * 5 // n]
        a, b = s
        if i % 1000 == 0:
            out.append((a, b))
    a, b = sources[5]
    return out, a, b


def wrong_length(n):
    errors = []
    for i in range(n):
        try:
            a, b = (1, 2, 3)[:2 + (i % 1500 == 1499)] if i % 999 else [1]
        except ValueError as e:
            errors.append(str(e))
    return len(errors), sorted(set(errors))


def starred(n):
    total = 0
    for i in range(n):
        first, *rest = range(i % 4 + 1)
        *init, last = [i, i + 1, i + 2]
        a, *m, z = "abc"[:2 + i % 2]
        total += first + len(rest) + sum(init) + last + len(m)
    return total


def nested(n):
    total = 0
    for i, (a, (b, c)) in enumerate(((j, (j + 1, (j + 2))) for j in range(n))):
        total += i * a - b * c
    return total


def nested2(n):
    data = [((i, i * 2), [i * 3, (i * 4,)]) for i in range(n)]
    total = 0
    for (a, b), [c, (d,)] in data:
        total += a + b - c + d
    return total


def targets(n):
    class O:
        pass
    o = O()
    lst = [0, 0]
    d = {}
    for i in range(n):
        o.x, lst[i % 2], d["k"] = i, i * 2, i * 3
        lst[0], lst[1] = lst[1], lst[0]
        o.x, d["k"] = d["k"], o.x
    return o.x, lst, d


def returns(n):
    def f(i):
        return i, i + 1, i * 0.5 if i > n - 5 else i
    total = 0
    for i in range(n):
        a, b, c = f(i)
        total += a + b + c
    return total


def star_calls(n):
    def f(a, b=2, *c, **d):
        return a + b + sum(c) + sum(d.values())
    total = 0
    args = [1, 2, 3]
    kw = {"x": 1}
    for i in range(n):
        total += f(*args) + f(*args[:i % 3 + 1], **kw) + f(i, *(), **{})
        if i == n // 2:
            kw["y"] = 5
            args.append(4)
    return total


def chained(n):
    a = b = c = 0
    for i in range(n):
        a = b = c = i
        x = y = [i]
        x.append(a)
        c += len(y)
    return a, b, c, x is y


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) % 2**64
    return a


def dict_items(n):
    d = {i: (i, str(i)) for i in range(100)}
    total = 0
    for _ in range(n // 100):
        for k, (v, s) in d.items():
            total += k + v + len(s)
    return total


def none_unpack(n):
    bad = 0
    for i in range(n):
        try:
            a, b = None if i % 500 == 0 else (1, 2)
        except TypeError:
            bad += 1
    return bad


print(swap(6001), sequence_kinds(6000), wrong_length(6000), starred(6000), nested(6000),
      nested2(6000), targets(6000), returns(6000), star_calls(6000), chained(6000),
      fibonacci(6000), dict_items(6000), none_unpack(6000))
