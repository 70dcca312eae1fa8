# SPDX-License-Identifier: MIT
"""Properties, descriptors, static and class methods, slots."""


class P:
    def __init__(self):
        self._v = 1

    @property
    def v(self):
        """the v"""
        return self._v

    @v.setter
    def v(self, value):
        if value < 0:
            raise ValueError("negative")
        self._v = value

    @v.deleter
    def v(self):
        self._v = "deleted"

    @property
    def readonly(self):
        return "ro"

    w = property(lambda self: "w", doc="doc of w")
    nothing = property()


p = P()
p.v = 5
p.v += 1
print(p.v, P.v.__doc__, P.w.__doc__, p.w, p.readonly)
del p.v
print(p.v)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: setattr(p, "v", -1))
attempt(lambda: setattr(p, "readonly", 1))
attempt(lambda: delattr(p, "readonly"))
attempt(lambda: p.nothing)
attempt(lambda: setattr(p, "w", 1))


class Data:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, cls):
        if obj is None:
            return f"class access to {self.name}"
        return obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        obj.__dict__[self.name] = ("stored", value)


class NonData:
    def __get__(self, obj, cls):
        return "nondata", obj is None, cls.__name__


class Deleter:
    def __delete__(self, obj):
        print("delete called")


class O:
    d = Data()
    n = NonData()
    x = Deleter()


o = O()
print(o.d, O.d, o.n, O.n)
o.d = 1
o.__dict__["d"] = "sneaky"
print(o.d)
o.d = 2
o.n = "instance wins"
print(o.d, o.n, sorted(o.__dict__))
del o.x
attempt(lambda: setattr(o, "x", 1))
attempt(lambda: delattr(o, "d"))


class Sub(O):
    @property
    def d(self):
        return "overridden by property"


print(Sub().d)


class Methods:
    @staticmethod
    def s(*args):
        return args

    @classmethod
    def c(cls, *args):
        return cls.__name__, args

    def m(self, *args):
        return args

    builtin = len
    lam = lambda self: "lam"


class MSub(Methods):
    pass


m = MSub()
print(m.s(1), MSub.s(1), m.c(2), MSub.c(2), m.m(3), MSub.m("self", 3),
      m.builtin([1, 2]), m.lam())
m.assigned = lambda *a: a
print(m.assigned(1))
MSub.assigned2 = lambda *a: len(a)
print(m.assigned2(1))


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
print(s.a, Slots.__slots__, hasattr(s, "__dict__"), hasattr(s, "b"))
attempt(lambda: s.b)
attempt(lambda: setattr(s, "c", 1))
attempt(lambda: setattr(s, "b", 5) or s.b)
del s.b
attempt(lambda: s.b)
attempt(lambda: delattr(s, "b"))


class SubSlots(Slots):
    __slots__ = ("c",)


class WithDict(Slots):
    pass


t = SubSlots()
t.c = 3
print(t.a, t.c, hasattr(t, "__dict__"))
w = WithDict()
w.anything = 1
print(w.__dict__, w.a)
print(type(Slots.a).__name__, Slots.a.__get__(s), Slots.a.__name__)


class Lazy:
    def __init__(self, f):
        self.f = f

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls=None):
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class UsesLazy:
    @Lazy
    def heavy(self):
        print("computing")
        return 42


u = UsesLazy()
print(u.heavy, u.heavy)
attempt(lambda: type("Conflict", (), {"__slots__": ("x",), "x": 1}))
attempt(lambda: type("BadSlot", (), {"__slots__": ("1x",)}))


class Raising:
    @property
    def bad(self):
        raise AttributeError("inner")

    def __getattr__(self, name):
        return "from getattr " + name


print(Raising().bad)
print(P.v.fget(p), P.__dict__["v"].fset is not None, isinstance(P.v, property))
print(P.__dict__["v"].__get__(p, P), Methods.m.__get__(m, MSub)(1))
