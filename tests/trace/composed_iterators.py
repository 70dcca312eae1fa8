# SPDX-License-Identifier: MIT
# trace: pairs: loops == 1; sides == 3; linked == 3
# trace: pairs: lacks _TUPLE_NEW* _ITER_NEXT _CALL*
# trace: numbered: loops == 1; sides == 2; linked == 2
# trace: numbered: lacks _TUPLE_NEW* _ITER_NEXT _CALL*
# trace: grows: loops == 1; loop has _ITER_NEXT_LIST
# trace: grows: lacks _TUPLE_NEW* _ITER_NEXT
# trace: kept: loops == 1; loop has _TUPLE_NEW_2
# trace: same_iterator: loop has _ITER_NEXT; loop lacks _ITER_NEXT_LIST
# trace: strict: loop has _ITER_NEXT; loop lacks _ITER_NEXT_LIST
# trace: big_start: loop has _ITER_NEXT; loop lacks _BINARY_OP_ADD_INT
# trace: swaps: loops == 1; loop lacks _TUPLE_NEW_3 _LOAD_TUPLE_ITEM _CALL*
# trace: Manager.__enter__: calls == 1
# trace: star: loops == 2; loop has _STORE_SLICE _DICT_MERGE _CALL_EX
# trace: powers: loops == 1; loop has _BINARY_OP_POWER_FLOAT
# trace: aborts only LEFT_LOOP CONTRADICTION
"""zip and enumerate in traces make no tuples when these are taken apart, and
stop where their iterators stop; with statements; tuples that are not made."""


def pairs(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total


def numbered(items, start):
    total = 0
    for i, x in enumerate(items, start):
        total += i * x
    return total


def lengths(n):
    out = []
    for k in range(n):
        a, b = iter(range(k % 7)), iter([1] * (k % 5))
        for _ in zip(a, b):
            pass
        out.append((list(a), list(b)))
    return out[-35:]


def same_iterator(n):
    out = 0
    for k in range(n):
        it = iter(list(range(9)))
        for x, y in zip(it, it):
            out += x * y
    it = iter([1, 2, 3])
    return out, list(zip(it, it))


def kept(n):
    """Tuples that somebody keeps, or compares by identity."""
    keep = []
    last = None
    for pair in zip(range(n), [0.5] * n):
        if pair is last:
            raise AssertionError
        last = pair
        if pair[0] % 500 == 0:
            keep.append(pair)
    for triple in enumerate(zip(range(5), "abcde", (None,) * 5)):
        keep.append(triple)
    return keep


def strict(n):
    caught = 0
    for k in range(n):
        try:
            for x, y in zip([1, 2, 3], [1] * (3 + k % 2), strict=True):
                pass
        except ValueError:
            caught += 1
    return caught


def grows(n):
    items = [1]
    total = 0
    for i, x in enumerate(items):
        total += x
        if i < n:
            items.append(i)
    return total, len(items)


def big_start(n):
    last = None
    for i, x in enumerate([1] * n, (1 << 61) - n // 2):
        last = i
    return last


def minmax(a, b):
    return (a, b) if a < b else (b, a)


def swaps(n):
    low = high = 0
    pair = (0, 0)
    for i in range(n):
        low, high = minmax(i % 13, i % 7)
        a, b, c = low, high, i
        pair = (a + b, c)
    return low, high, pair


class Manager:
    def __init__(self):
        self.depth = self.errors = 0

    def __enter__(self):
        self.depth += 1
        return self.depth

    def __exit__(self, kind, value, traceback):
        self.depth -= 1
        if kind is KeyError:
            self.errors += 1
            return True


class Late:
    """Its methods change while it is in use."""
    def __enter__(self):
        return 1

    def __exit__(self, *args):
        return None


def managed(n):
    m = Manager()
    late = Late()
    total = 0
    for i in range(n):
        with m as d, m as e:
            total += d * e
            if i % 50 == 7:
                raise_key(i)
        with late as v:
            total += v
        if i == n // 2:
            Late.__enter__ = lambda self: 100
    return total, m.depth, m.errors


def raise_key(i):
    raise KeyError(i)


def star(n):
    def f(a, b=2, *rest, c=3):
        return a + b + len(rest) + c
    total = 0
    args, kw = (1, 2, 3), {"c": 4}
    for i in range(n):
        total += f(*args) + f(*args, **kw) + f(i, *args[:i % 3])
    data = list(range(10))
    for i in range(n):
        data[2:4] = [i, i + 1]
    return total, data


def powers(n):
    total = 0.0
    errors = 0
    for i in range(n):
        total += (i + 0.5) ** 0.5 + (-2.0) ** 3 + 2 ** -1.0 + i ** 2.0
        try:
            total += (i % 100 - 99.0) ** -1
        except ZeroDivisionError:
            errors += 1
    return total, errors, [(-8.0) ** 0.5 for _ in range(60)][-1]


data = list(range(2000))
print(pairs(data, data), pairs(data, tuple(data)), pairs(range(2000), data), pairs([1.5] * 2000, data))
print(numbered(data, 0), numbered(tuple(data), 5), numbered(range(2000), -7))
print(lengths(600), same_iterator(500), kept(2000), strict(600))
print(grows(2000), big_start(2000), swaps(3000), managed(2000), star(1500), powers(1500))
