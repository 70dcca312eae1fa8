# SPDX-License-Identifier: MIT
"""Container, call, attribute and lifecycle methods of user classes."""


class Container:
    def __init__(self):
        self.data = {}

    def __getitem__(self, k):
        print("get", k, end="; ")
        return self.data[k]

    def __setitem__(self, k, v):
        print("set", k, v, end="; ")
        self.data[k] = v

    def __delitem__(self, k):
        print("del", k, end="; ")
        del self.data[k]

    def __len__(self):
        return len(self.data)

    def __contains__(self, k):
        return k in self.data

    def __iter__(self):
        return iter(self.data)

    def __call__(self, *args, **kw):
        return args, kw


c = Container()
c[1] = "one"
c["x", 2] = "pair"
c[1] += "!"
del c["x", 2]
print(c[1], len(c), 1 in c, 2 in c, list(c), c(1, k=2), bool(c), bool(Container()))
try:
    c["missing"]
except KeyError as e:
    print("KeyError", e)
for bad in (lambda: Container()[0], lambda: len(NoLen()), lambda: NoLen()[0],
            lambda: len(NegLen()), lambda: len(StrLen()), lambda: str(BadStr()),
            lambda: [1][BadIndex()]):
    class NoLen:
        pass

    class NegLen:
        def __len__(self):
            return -1

    class StrLen:
        def __len__(self):
            return "3"

    class BadStr:
        def __str__(self):
            return 5

    class BadIndex:
        def __index__(self):
            return "x"
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Attr:
    real = "class attr"

    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        if name.startswith("dyn"):
            return "dynamic " + name
        raise AttributeError(f"no {name} here")

    def __setattr__(self, name, value):
        self.log.append(("set", name))
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append(("del", name))
        super().__delattr__(name)


a = Attr()
a.x = 1
a.x += 1
print(a.x, a.dynamo, a.real, getattr(a, "zip", "default"), hasattr(a, "zap"))
del a.x
print(a.log)
try:
    a.missing
except AttributeError as e:
    print(e)


class Every:
    def __init__(self):
        self.y = 1

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        if name == "magic":
            return lambda: "magic method"
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return "fallback " + name

    secret = 5

    def method(self):
        return self.y


e = Every()
print(e.y, e.secret, e.magic(), e.other, e.method())


class Dir:
    def __dir__(self):
        return ["b", "a"]


print(dir(Dir()))


class Callable:
    def __init__(self, f):
        self.f = f

    def __call__(self, *a):
        return self.f(*a)


print(Callable(max)(1, 5, 2), list(map(Callable(lambda x: x + 1), [1, 2])))


class Length:
    __len__ = lambda self: 3
    __bool__ = lambda self: False


print(len(Length()), bool(Length()))
l = Length()
l.__len__ = lambda: 99
print(len(l), l.__len__())
Length.__len__ = lambda self: 50
print(len(l))


class Getter:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Getter[int], Getter[1, 2], Getter["x":"y"])
print(list[int], dict[str, int], tuple[int, ...], type[int], list[int]() == [])


class Format:
    def __format__(self, spec):
        return "fmt:" + spec

    def __bytes__(self):
        return b"bytes"

    def __sizeof__(self):
        return 1


print(f"{Format():abc}", format(Format()), bytes(Format()))


class Copy:
    def __copy__(self):
        return "copied"

    def __reduce_ex__(self, n):
        return "reduced"


print(Copy().__copy__())


class Instance(type):
    def __instancecheck__(cls, obj):
        return obj == 5

    def __subclasscheck__(cls, sub):
        return sub is int


class Checked(metaclass=Instance):
    pass


print(isinstance(5, Checked), isinstance(6, Checked), issubclass(int, Checked),
      issubclass(str, Checked))


class Meta(type):
    def __call__(cls, *args):
        obj = super().__call__(*args)
        obj.via = "meta"
        return obj

    def __getattr__(cls, name):
        return f"meta attr {name}"

    def __len__(cls):
        return 77

    def __iter__(cls):
        return iter("ab")

    def __contains__(cls, x):
        return x == 1

    def __getitem__(cls, k):
        return k

    def __repr__(cls):
        return f"<{cls.__name__}>"


class WithMeta(metaclass=Meta):
    pass


print(WithMeta().via, WithMeta.anything, len(WithMeta), list(WithMeta),
      1 in WithMeta, WithMeta[9], WithMeta, type(WithMeta).__name__)
