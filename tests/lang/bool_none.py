# SPDX-License-Identifier: MIT
"""bool, None, truth, and/or/not, conditional expressions."""


class Truthy:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


VALUES = [None, True, False, 0, 1, -1, 0.0, 0.1, "", "a", [], [0], (), (0,),
          {}, {0: 0}, set(), {0}, b"", b"0", range(0), range(1), Truthy(True),
          Truthy(False), Sized(0), Sized(2), object(), float("nan"), 2**70]
print([bool(v) for v in VALUES])
print([not v for v in VALUES])
print([1 if v else 0 for v in VALUES])
print(0 or "x", 0 and "x", 1 or 1 / 0, 0 and 1 / 0, "" or [] or (), 1 and 2)
print(not 1 == 2, not (1 and 0), 1 if 0 else 2 if 0 else 3)
print(True, False, None, repr(True), str(None), type(None), type(True))
print(True == 1, True is True, None is None, isinstance(True, int),
      True + 1, True < 2, False == 0, {True: "a", 1: "b"}, [True, 1].index(1))
print(True & False, True | False, True ^ True, type(True & True), True & 1,
      type(True & 1), ~False)
print(bool(), bool("False"), int(True), float(False), "%d" % True, f"{True}",
      f"{True:d}", f"{True:5}|", f"{None!s:>6}")
for bad in (lambda: bool(Truthy(1)), lambda: bool(Sized(-1)),
            lambda: None + 1, lambda: None.x, lambda: None(),
            lambda: None[0], lambda: len(None), lambda: iter(None),
            lambda: None < None, lambda: bool(1, 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
calls = []


def f(name, result):
    calls.append(name)
    return result


x = f("a", 0) or f("b", 3) and f("c", 0) or f("d", "end")
print(x, calls)
print(... is Ellipsis, repr(...), NotImplemented, type(...).__name__)
