# SPDX-License-Identifier: MIT
"""Subclasses of int, str, list, dict, float, tuple, set, Exception."""


class Int(int):
    def __add__(self, other):
        return Int(int.__add__(self, other) * 10)

    def __repr__(self):
        return f"Int({int(self)})"


i = Int(5)
print(i, i + 1, 1 + i, i * 2, type(i * 2).__name__, i == 5, hash(i) == hash(5),
      {5: "x"}[i], isinstance(i, int), [10, 11, 12, 13, 14, 15][i], i.bit_length(),
      -i, type(-i).__name__, int(i), i + i, Int("12"), "%d" % i, i < 6)
i.attr = "yes"
print(i.attr, Int(2**100) + 1)


class Str(str):
    def upper(self):
        return "UP:" + super().upper()

    def __len__(self):
        return 99


s = Str("abc")
print(s, len(s), s.upper(), s + "d", type(s + "d").__name__, s == "abc",
      {"abc": 1}[s], s[0], "b" in s, f"{s:>5}", "x".join([s, s]), repr(s),
      isinstance(s, str), s.replace("a", "z"), "%s" % s)


class List(list):
    def __getitem__(self, k):
        return ("got", super().__getitem__(k))

    def append(self, x):
        super().append(x)
        return self


l = List([1, 2])
l.append(3).append(4)
print(l, l[0], len(l), list(l), [x for x in l], l + [5], type(l + [5]).__name__,
      l == [1, 2, 3, 4], sum(l), sorted(l, reverse=True), l[1:])
l.extra = 1
print(l.extra, l.__dict__)


class Dict(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)

    def __getitem__(self, k):
        return ("got", super().__getitem__(k))

    def __missing__(self, k):
        return "missing " + str(k)


d = Dict(a=1)
d["b"] = 2
d.update(c=3)
print(d, d["a"], d["b"], d["zz"], d.get("a"), d.get("zz"), list(d), dict(d),
      {**d}, d | {"e": 1}, "zz" in d, d == {"a": 1, "b": 4, "c": 3})


class Float(float):
    def __str__(self):
        return "F"


f = Float(1.5)
print(f, repr(f), f + 1, f * f, f == 1.5, round(f), f"{f:.2f}", f"{f}", int(f))


class Tup(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)


t = Tup(1, 2)
print(t, t[0], t + (3,), type(t + (3,)).__name__, t == (1, 2), hash(t) == hash((1, 2)))
a, b = t
print(a, b)


class Set(set):
    def add(self, x):
        super().add(str(x))


st = Set()
st.add(1)
print(st == {"1"}, type(st | {2}).__name__, len(st))


class Err(Exception):
    def __init__(self, code, msg="m"):
        self.code = code
        super().__init__(msg)


class Sub(Err):
    pass


try:
    raise Sub(7, "text")
except Err as e:
    print(e, e.code, e.args, repr(e))


class Bytes(bytes):
    pass


print(Bytes(b"ab"), Bytes(b"ab")[0], Bytes(b"x") + b"y", Bytes(b"a") == b"a")


class Complex(complex):
    pass


print(Complex(1, 2) + 1, Complex(1, 2).imag)


class Meth(List):
    def __iter__(self):
        return iter("custom")


print(list(Meth([1])), [*Meth([1])], len(Meth([1])))


class BoolInt(int):
    def __bool__(self):
        return False


print(bool(BoolInt(5)), "t" if BoolInt(5) else "f", BoolInt(5) and "yes")


class EqList(list):
    __eq__ = lambda self, o: True
    __hash__ = lambda self: 1


print(EqList() == 5, {EqList(): 1}[EqList()], [EqList()] == [7])
