# SPDX-License-Identifier: MIT
# trace: areas: loops == 1; sides == 1; linked == 1
# trace: areas: loop has _MATCH_CLASS _LOAD_TUPLE_ITEM; loop lacks _CALL*
# trace: areas: has _MATCH_TYPE _MATCH_KEYS _GET_LEN
# trace: kinds: loops == 1; has _MATCH_TYPE _GET_LEN; lacks _CALL*
# trace: starred: loops == 1
# trace: starred: loop has _LIST_TO_TUPLE _SET_UPDATE _DICT_UPDATE _DICT_MERGE
# trace: keyed: loops == 1; loop has _BUILD_CONST_KEY_MAP
# trace: deleted: loops == 1; loop has _DELETE_ATTR
# trace: aborts only EXCEPTION LEFT_LOOP
"""match statements, calls with * and **, and displays with constant keys stay in
traces, also when what they call is seen to change, or raises."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Circle:
    __match_args__ = ("centre", "radius")

    def __init__(self, centre, radius):
        self.centre = centre
        self.radius = radius


def areas(shapes, n):
    total = 0
    for i in range(n):
        match shapes[i % len(shapes)]:
            case Circle(Point(x, y), radius=r):
                total += x + y + r
            case Point(x=0, y=y):
                total -= y
            case [a, b]:
                total += a * b
            case [first, second, third]:
                total += first + third
            case {"width": w, "height": h}:
                total += w * h
            case _:
                total += 1
    return total


def kinds(values, n):
    counts = [0] * 4
    for i in range(n):
        match values[i % len(values)]:
            case []:
                counts[0] += 1
            case [_, _]:
                counts[1] += 1
            case {}:
                counts[2] += 1
            case _:
                counts[3] += 1
    return counts


def passed(*args, **kwargs):
    return len(args) * 100 + sum(kwargs.values())


def starred(a, d, n):
    total = 0
    for i in range(n):
        total += passed(*a, i, **d, last=1)
        t = (*a, i)
        s = {*a, i}
        m = {**d, "i": i}
        total += len(t) + len(s) + m["i"]
    return total


def keyed(n):
    total = 0
    for i in range(n):
        total += sum({"one": i, "two": 2, "three": 3}.values())
    return total


class Box:
    pass


def deleted(n):
    box = Box()
    for i in range(n):
        box.v = i
        box.w = i + 1
        del box.v
    try:
        del box.v
    except AttributeError as e:
        return box.w, str(e)


def duplicates(d, n):
    seen = []
    for i in range(n):
        try:
            passed(**d, **({"a": 1} if i % 50 == 49 else {"b": 1}))
        except TypeError as e:
            seen.append((i, str(e)))
    return len(seen), seen[-1]


class Sized(list):
    raising = False

    def __len__(self):
        if Sized.raising:
            raise LookupError("no length")
        return 2


def lengths(n):
    values, out = Sized([1, 2]), 0
    for i in range(n):
        Sized.raising = i == n - 1
        try:
            match values:
                case [a, b]:
                    out += a + b
        except LookupError as e:
            return out, str(e)


shapes = [Circle(Point(1, 2), 3), Point(0, 4), [5, 6], (7, 8, 9),
          {"width": 2, "height": 3}, "none"]
print(areas(shapes[:1], 3000), areas(shapes, 3000))
print(kinds([[], [1, 2], {}, {1: 2}, 5, "ab", (), (1, 2)], 20000))
print(starred([1, 2], {"k": 3}, 2000))
print(keyed(2000))
print(deleted(2000))
print(duplicates({"a": 0}, 1000))
print(lengths(1000))
