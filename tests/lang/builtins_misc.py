# SPDX-License-Identifier: MIT
"""Builtin functions that have no file of their own."""

print(abs(-5), abs(-2.5), abs(-2**70), divmod(17, 5), pow(2, 10), pow(2, -1), round(3.7),
      chr(8364), ord("\u20ac"), hex(10), oct(10), bin(10), ascii("\xe9"), repr("x"))
for bad in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord(""), lambda: ord(5),
            lambda: hex(1.5), lambda: round(1, "x"), lambda: pow(1), lambda: divmod(1),
            lambda: getattr(5, 5), lambda: hasattr(5), lambda: setattr(5, "x", 1),
            lambda: isinstance(5, "int"), lambda: vars(5), lambda: __import__(5),
            lambda: eval("1 +"), lambda: eval(5), lambda: exec(5), lambda: compile("1", "f", "bad"),
            lambda: type(), lambda: callable(), lambda: id(), lambda: hash(), lambda: next(),
            lambda: open(), lambda: super(1), lambda: delattr(object(), "x"), lambda: len(5),
            lambda: format(5, 5), lambda: ascii(), lambda: staticmethod(), lambda: bool(1, 2)):
    try:
        print(bad())
    except BaseException as e:
        print(type(e).__name__, e)
print(isinstance(5, (str, (int, float))), isinstance(5, int | str), int | str, int | None,
      (int | str) == (str | int), issubclass(bool, int | float), type(int | str).__name__,
      isinstance(None, int | None))
print(getattr("abc", "upper")(), getattr(5, "nope", None), hasattr([], "append"),
      type(5), type("x"), type(None), type(type), type(5) is int, type(len))
print(eval("[i for i in range(n)]", {"n": 3}), eval(" 1+1 "), eval("x", {"x": 1}, {"x": 2}))
exec("a = 1\nb = a + 1")
print(a, b)
ns = {}
exec("def f(): return g\ng = 5", ns)
print(ns["f"](), "__builtins__" in ns)
print(sorted(dir(5))[:3], "append" in dir([]), [n for n in dir() if n in ("a", "b")])


def f():
    zz = 1
    return dir(), list(vars())


print(f())
print(callable(print), callable(5), id(5) == id(5), isinstance(hash("x"), int))
print(all([1, 2]), any([]), sum([1, 2, 3], 4), sum([0.5, 1]), sum((), 0), min(3, 1, 2),
      max([1, 5, 3]), min("abc", key=lambda c: -ord(c)), max({"a": 1, "b": 0}))
print(list(zip([1, 2], "ab")), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1])),
      list(enumerate("ab", start=1)), list(reversed([1, 2])), sorted("cab"))
o = object()
print(type(o).__name__, o == o, isinstance(o, object), object.__doc__ is not None,
      str(object)[:15], repr(o)[:18])
print(slice(1, 2) == slice(1, 2), slice(None), Ellipsis, NotImplemented)
print(__debug__, __name__, int.__name__, type(print).__name__, print.__self__.__name__)
import builtins
print(builtins.len is len, builtins.__name__, hasattr(builtins, "True"), len(dir(builtins)) > 140)
builtins.injected = "from builtins"
print(injected)
len_saved = len
len = lambda x: "shadowed"
print(len([]))
del len
print(len([1]), len is len_saved)
print(bytes(2), bytearray(b"x"), frozenset([1]), memoryview(b"ab")[0], property().fget,
      classmethod(f).__func__ is f, staticmethod(f)())
print(input.__name__, breakpoint.__name__, isinstance(open, object), anext.__name__, aiter.__name__)
# Alone: changes builtins
