# A hash that cannot be looked up is none; many slots, and repeated ones.


class Slot:
    __slots__ = ('__hash__',)


class Fails:
    __hash__ = property(lambda self: 1 / 0)


class Bound:
    __hash__ = property(lambda self: lambda: 5)


class Static:
    __hash__ = staticmethod(lambda: 7)


class Raises:
    def __hash__(self):
        return 1 / 0


for cls in Slot, Fails, Bound, Static, Raises:
    try:
        print(cls.__name__, hash(cls()))
    except Exception as error:
        print(cls.__name__, type(error).__name__, error)


class Twice:
    __slots__ = ('b', 'a', 'b', '__dict__')


x = Twice()
x.a, x.b, x.c = 1, 2, 3
print(x.a, x.b, x.__dict__)
Many = type('Many', (), {'__slots__': ['n%d' % i for i in range(5000)]})
x = Many()
for i in range(5000):
    setattr(x, 'n%d' % i, i)
print(sum(getattr(x, 'n%d' % i) for i in range(5000)))
for t, name in (complex, 'real'), (type, '__mro__'), (type, '__basicsize__'):
    descriptor = t.__dict__[name]
    print(type(descriptor).__name__, descriptor)
    for operate in (lambda: descriptor.__set__(t(1), 2),
                    lambda: descriptor.__delete__(t(1)),
                    lambda: descriptor.__get__('x')):
        try:
            operate()
        except Exception as error:
            print(type(error).__name__, error)
print(type(complex.real.__doc__), type.__dict__['__mro__'].__doc__)
