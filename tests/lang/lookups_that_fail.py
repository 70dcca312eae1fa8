# What special methods come from decides what happens when it fails to give them.
from collections import OrderedDict


class E:
    __eq__ = property(lambda self: [].x)
    __lt__ = property(lambda self: 1 / 0)
    __add__ = property(lambda self: 1 / 0)


print(E() == E(), E() != E())
for operate in (lambda: E() < E(), lambda: E() + 1, lambda: E() >= 1):
    try:
        print(operate())
    except Exception as error:
        print(type(error).__name__, error)


class C:
    __dict__ = property(lambda self: {'a': 2})


c = C()
c.b = 1
print(vars(c), c.__dict__, c.b, '__dict__' in vars(C))


class A:
    def f(self, cls):
        return cls.__name__


class B:
    bar = classmethod(A().f)
    foo = A().f


print(B.bar(), B().bar())
try:
    print(B().foo())
except TypeError as error:
    print(error)


class X:
    def method(self):
        super()


def cell_of(x):
    return (lambda: x).__closure__[0]


try:
    X.method(cell_of(X()))
except TypeError as error:
    print(error)
print(OrderedDict.fromkeys('ab', value=3))
