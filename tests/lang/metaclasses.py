# SPDX-License-Identifier: MIT
"""Metaclasses, __init_subclass__, __set_name__, __prepare__, class kwargs."""


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if k[0] != "_"), kw)
        cls = super().__new__(mcs, name, bases, ns)
        cls.made_by = mcs.__name__
        return cls

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def hello(cls):
        return "hello from " + cls.__name__

    @property
    def size(cls):
        return len(cls.__name__)


class A(metaclass=Meta, option=1):
    x = 1


class B(A):
    pass


print(A.prepared, A.made_by, B.hello(), B.size, type(B).__name__,
      hasattr(A(), "hello"))


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, tag))


class S1(Base):
    pass


class S2(Base, tag="two"):
    pass


class S3(S2, tag="three"):
    pass


print(Base.registry)
try:
    class S4(Base, wrong=1):
        pass
except TypeError as e:
    print(e)
try:
    class S5(object, wrong=1):
        pass
except TypeError as e:
    print(e)


class M1(type):
    pass


class M2(type):
    pass


class C1(metaclass=M1):
    pass


class C2(metaclass=M2):
    pass


try:
    class Conflict(C1, C2):
        pass
except TypeError as e:
    print(e)


class M3(M1, M2):
    pass


class Resolved(C1, C2, metaclass=M3):
    pass


print(type(Resolved).__name__)


class Named:
    def __set_name__(self, owner, name):
        raise RuntimeError("in set_name")


try:
    class Fails:
        attr = Named()
except RuntimeError as e:
    print(type(e).__name__, e, repr(e.__cause__))


def function_meta(name, bases, ns):
    return name, len(bases), sorted(k for k in ns if k[0] != "_")


class NotReally(metaclass=function_meta):
    a = 1
    b = 2


print(NotReally)


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, v):
        self.v = v


print(Config(1) is Config(2), Config(3).v)


class Order(dict):
    def __setitem__(self, k, v):
        if not k.startswith("_"):
            print("assign", k)
        super().__setitem__(k, v)


class OrderMeta(type):
    def __prepare__(name, bases):
        return Order()


class Ordered(metaclass=OrderMeta):
    first = 1
    second = 2

    def third(self):
        pass


print(type.__call__(int, "12"), type(Meta) is type, isinstance(A, Meta))
print(type("Dyn", (Base,), {"q": 1}, tag="dyn").q, Base.registry[-1])


class ClassCell(metaclass=Meta):
    def get(self):
        return __class__.__name__


print(ClassCell().get())


class Subclassed:
    pass


class Sub1(Subclassed):
    pass


class Sub2(Subclassed):
    pass


print([c.__name__ for c in Subclassed.__subclasses__()])


class MroEntries:
    def __mro_entries__(self, bases):
        return (Base,)


class FromEntries(MroEntries()):
    pass


print(FromEntries.__bases__[0].__name__, len(FromEntries.__orig_bases__))
