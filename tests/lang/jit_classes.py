# SPDX-License-Identifier: MIT
"""Classes and instances changed in the middle of hot loops."""


class A:
    k = 1

    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x

    @property
    def prop(self):
        return self.x * 2


class B(A):
    pass


def method_replaced(n):
    a = A(1)
    total = 0
    for i in range(n):
        total += a.get()
        if i == n // 2:
            A.get = lambda self: 100
    A.get = lambda self: self.x
    return total


def class_attribute(n):
    b = B(0)
    total = 0
    for i in range(n):
        total += b.k
        if i == n // 4:
            A.k = 10
        if i == n // 2:
            B.k = 100
        if i == 3 * n // 4:
            b.k = 1000
    del B.k
    A.k = 1
    return total, b.k


def attribute_added(n):
    objects = [A(i) for i in range(10)]
    total = 0
    for i in range(n):
        o = objects[i % 10]
        if i == n // 2:
            for p in objects[::2]:
                p.y = 5
        if i == n - 100:
            for p in objects:
                p.__dict__["z"] = 1
        o.x += 1
        total += o.x + getattr(o, "y", 0)
    return total, sorted(vars(objects[0])), sorted(vars(objects[1]))


def attribute_deleted(n):
    a = A(1)
    total = errors = 0
    for i in range(n):
        try:
            total += a.x
        except AttributeError:
            errors += 1
            a.x = 2
        if i % 1000 == 999:
            del a.x
    return total, errors


def class_swapped(n):
    class X:
        def f(self):
            return 1

    class Y:
        def f(self):
            return 2
    o = X()
    total = 0
    for i in range(n):
        total += o.f()
        if i % 2000 == 1999:
            o.__class__ = Y if type(o) is X else X
    return total


def property_added(n):
    class P:
        def __init__(self):
            self.v = 1
    p = P()
    total = 0
    for i in range(n):
        total += p.v
        if i == n // 2:
            P.v = property(lambda self: 50)
    return total


def getattr_added(n):
    class G:
        pass
    g = G()
    total = 0
    for i in range(n):
        try:
            total += g.missing
        except AttributeError:
            total += 1
        if i == n // 2:
            G.__getattr__ = lambda self, name: len(name)
        if i == n - 10:
            g.missing = 1000
    return total


def setattr_added(n):
    class S:
        log = 0
    s = S()
    for i in range(n):
        s.v = i
        if i == n // 2:
            def hook(self, name, value):
                S.log += 1
                object.__setattr__(self, name, value)
            S.__setattr__ = hook
    return s.v, S.log


def base_changed(n):
    class Base1:
        def f(self):
            return 1

    class Base2:
        def f(self):
            return 2

    class D(Base1):
        pass
    d = D()
    total = 0
    for i in range(n):
        total += d.f()
        if i == n // 2:
            D.__bases__ = (Base2,)
    return total


def operator_added(n):
    class O:
        def __init__(self, v):
            self.v = v

        def __add__(self, k):
            return O(self.v + k)
    o = O(0)
    for i in range(n):
        o = o + 1
        if i == n // 2:
            O.__add__ = lambda self, k: O(self.v + 2 * k)
    return o.v


def slots(n):
    class S:
        __slots__ = "a", "b"
    s = S()
    s.a = 0
    unset = 0
    for i in range(n):
        s.a += 1
        try:
            s.b += 1
        except AttributeError:
            unset += 1
            s.b = 0
        if i % 1500 == 0:
            del s.b
    return s.a, s.b, unset


def bool_and_len(n):
    class L:
        def __init__(self, k):
            self.k = k

        def __len__(self):
            return self.k
    l = L(3)
    t = 0
    for i in range(n):
        if l:
            t += len(l)
        if i == n // 2:
            l.k = 0
        if i == n - 100:
            L.__bool__ = lambda self: True
            l.k = 5
    return t


def instances(n):
    total = 0
    for i in range(n):
        o = A(i) if i % 2 else B(i)
        o.extra = i
        total += o.prop + o.extra + isinstance(o, B)
    return total


print(method_replaced(6000), class_attribute(8000), attribute_added(6000),
      attribute_deleted(6000), class_swapped(6000), property_added(6000),
      getattr_added(6000), setattr_added(6000), base_changed(6000),
      operator_added(6000), slots(6000), bool_and_len(6000), instances(6000))
