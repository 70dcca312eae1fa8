# SPDX-License-Identifier: MIT
"""Attribute access of every kind in hot loops."""


class Base:
    shared = 1

    def __init__(self):
        self.own = 2

    def method(self):
        return self.own + self.shared


class Child(Base):
    def __init__(self, extra):
        super().__init__()
        self.extra = extra

    def method(self):
        return super().method() + self.extra

    @property
    def computed(self):
        return self.extra * 2

    @computed.setter
    def computed(self, v):
        self.extra = v // 2


def supers(n):
    c = Child(3)
    t = 0
    for i in range(n):
        t += c.method() + Base.method(c) + super(Child, c).method()
        c.computed = i % 10
        t += c.computed
    return t


def many_attributes(n):
    class Big:
        pass
    b = Big()
    for i in range(40):
        setattr(b, "a%d" % i, i)
    t = 0
    for i in range(n):
        b.a39 += 1
        t += b.a0 + b.a20 + b.a39
        if i == n // 2:
            del b.a20
            b.a20 = 0.5
    return t, len(vars(b))


def different_order(n):
    class P:
        pass
    objects = []
    for i in range(6):
        p = P()
        for name in ("xyz", "zyx", "yxz", "xzy", "zxy", "yzx")[i]:
            setattr(p, name, i)
        objects.append(p)
    t = 0
    for i in range(n):
        p = objects[i % 6]
        p.x += p.y
        t += p.x - p.z
        if p.x > 1000:
            p.x = 0
    return t


def optional(n):
    class O:
        default = 7
    with_it, without = O(), O()
    with_it.default = 1
    t = 0
    for i in range(n):
        t += (with_it if i % 2 else without).default
        if i % 1000 == 999:
            with_it, without = without, with_it
            if "default" in with_it.__dict__:
                del with_it.default
            without.default = 3
    return t


def through_dict(n):
    class D:
        pass
    d = D()
    d.v = 0
    for i in range(n):
        d.__dict__["v"] += 1
        d.v += 1
        if i == n // 2:
            d.__dict__ = {"v": 10, "w": 1}
        if i == n - 10:
            vars(d).update(v=0.5)
    return d.v, sorted(vars(d))


def missing(n):
    class M:
        def __getattr__(self, name):
            if name == "never":
                raise AttributeError(name)
            return len(name)
    m = M()
    t = 0
    for i in range(n):
        t += m.some + getattr(m, "other", 0) + getattr(m, "never", 100) + hasattr(m, "never")
        if i == n // 2:
            m.some = 50
    return t


def class_access(n):
    class K:
        n = 0
        table = {}

        @classmethod
        def bump(cls):
            cls.n += 1
            return cls.n

        @staticmethod
        def twice(x):
            return x * 2
    t = 0
    for i in range(n):
        K.n += 1
        t += K.bump() + K.twice(i) + K().twice(1)
        K.table[i % 3] = t
    return t, K.n, len(K.table)


def functions(n):
    def f():
        f.calls += 1
        return f.calls
    f.calls = 0
    for _ in range(n):
        f()
    return f.calls


def modules(n):
    import math
    t = 0
    for i in range(n):
        t += math.floor(math.pi * i)
    math.temporary = 0
    for i in range(n):
        math.temporary += 1
    t += math.temporary
    del math.temporary
    return t


def setattr_getattr(n):
    class S:
        pass
    s = S()
    names = ["a", "b", "c"]
    for i in range(n):
        name = names[i % 3]
        setattr(s, name, getattr(s, name, 0) + i)
        if i % 1000 == 999:
            delattr(s, names[i % 3])
    return sorted(vars(s).items())


def descriptors(n):
    class Counter:
        reads = 0

        def __get__(self, obj, cls):
            Counter.reads += 1
            return self if obj is None else obj._v

        def __set__(self, obj, v):
            obj._v = v

    class NonData:
        def __get__(self, obj, cls):
            return 1000

    class H:
        v = Counter()
        w = NonData()
    h = H()
    h.v = 0
    t = 0
    for i in range(n):
        h.v = h.v + 1
        t += h.w
        if i == n // 2:
            h.w = 1
    return h.v, t, Counter.reads


def method_as_value(n):
    b = Base()
    m = b.method
    u = Base.method
    t = 0
    for i in range(n):
        t += m() + u(b)
        if i == n // 2:
            b.own = 10
    b.method = lambda: 5
    return t, b.method(), m()


def slots(n):
    class S:
        __slots__ = ("a", "b")

        def __init__(self, a):
            self.a = a
            self.b = 0

    class T(S):
        __slots__ = ("c",)
    t = 0
    for i in range(n):
        s = S(i) if i % 3 else T(i)
        s.b += s.a
        if i % 3 == 0:
            s.c = s.b
            t += s.c
        t += s.b
    return t


print(supers(6000), many_attributes(6000), different_order(6000), optional(6000),
      through_dict(6000), missing(6000), class_access(6000), functions(6000), modules(6000),
      setattr_getattr(6000), descriptors(6000), method_as_value(6000), slots(6000))
# Alone: sets an attribute of math
