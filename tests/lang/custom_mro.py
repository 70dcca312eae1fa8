# A metaclass's mro() may answer what it likes.


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


def with_mro(answer):
    class M(type):
        def mro(cls):
            return answer(cls)
    return M


class A:
    def f(self):
        return 'A'


class Other:
    attribute = 1


plain = type.mro
for name, answer in [
        ('reversed', lambda c: plain(c)[::-1]),
        ('without itself', lambda c: plain(c)[1:]),
        ('alone', lambda c: [c]),
        ('nothing', lambda c: ()),
        ('twice', lambda c: [c, c, A, A, object]),
        ('another class', lambda c: [c, Other, A, object]),
        ('a generator', lambda c: (k for k in plain(c))),
        ('a number', lambda c: 5),
        ('a number in it', lambda c: [c, 5]),
        ('int', lambda c: [c, int, object]),
        ('an exception', lambda c: [c, OSError, Exception, object]),
        ('None', lambda c: None)]:
    print('---', name)
    try:
        X = with_mro(answer)('X', (A,), {'own': 2})
    except Exception as error:
        print(type(error).__name__, error)
        continue
    attempt(lambda: [k.__name__ for k in X.__mro__])
    attempt(lambda: X().f())
    attempt(lambda: X.own)
    attempt(lambda: X.attribute)
    attempt(lambda: isinstance(X(), A))
    attempt(lambda: issubclass(X, X))
    attempt(lambda: super(X, X()).f())
    attempt(lambda: type('Y', (X,), {})().f())
    attempt(lambda: 'f' in dir(X()))

print('--- builtins')
for base, value in ((list, [1]), (dict, {1: 2}), (str, 'x'), (int, 3),
                    (float, 1.5), (OSError, 1), (set, {1})):
    X = with_mro(lambda c: [c, object])('X', (base,), {})
    attempt(lambda: isinstance(X(value), base))
    attempt(lambda: len(X(value)))
    attempt(lambda: base.__repr__(X(value)))
    attempt(lambda: [k.__name__ for k in X.__mro__])
X = with_mro(lambda c: [c, OSError, object])
attempt(lambda: X('X', (Exception,), {}))
attempt(lambda: with_mro(lambda c: [c, type(Other), tuple, object])(
    'X', (tuple,), {}))

print('--- while it runs')
seen = []


class M(type):
    def mro(cls):
        seen.append(cls)
        attempt(lambda: cls.__mro__)
        attempt(lambda: super(cls, cls).nothing)
        if cls.__name__ != 'Y':
            attempt(lambda: type(cls)('Y', (cls,), {}))
        attempt(lambda: setattr(cls, 'later', 1))
        return plain(cls)


class X(A, metaclass=M):
    pass


print(X().f(), X.later)
print('--- kept when it fails')


class M(type):
    def mro(cls):
        seen.append(cls)
        if cls.__name__ == 'X':
            raise ValueError('no')
        return plain(cls)


attempt(lambda: M('X', (A,), {'own': 1}))
X = seen[-1]
attempt(lambda: X.__mro__)
attempt(lambda: type('Y', (X,), {}))
attempt(lambda: type('Y', (X, A), {}))
attempt(lambda: setattr(X, 'later', 1))
attempt(lambda: isinstance(1, X))
attempt(lambda: super(X, A()))
repr(dir(X))

print('--- bases assigned in it')
ready = False


class M(type):
    def mro(cls):
        if ready and cls.__name__ == 'B1':
            attempt(lambda: setattr(B2, '__bases__', (B1,)))
        if ready and cls.__name__ == 'B2':
            attempt(lambda: setattr(B1, '__bases__', (B2,)))
        return plain(cls)


class Base(metaclass=M):
    pass


class B1(Base):
    pass


class B2(Base):
    pass


ready = True
attempt(lambda: setattr(B1, '__bases__', B1.__bases__ + ()))
ready = False
print([k.__name__ for k in B1.__mro__], [k.__name__ for k in B2.__mro__])


class M(type):
    def mro(cls):
        global ready
        if ready and cls is C:
            ready = False
            C.__bases__ = (P2,)
        return plain(cls)


class P1(metaclass=M):
    pass


class P2(P1):
    pass


class P3(P1):
    pass


class C(P1):
    pass


class D(C):
    pass


ready = True
attempt(lambda: setattr(C, '__bases__', (P3,)))
print([k.__name__ for k in C.__mro__], [k.__name__ for k in D.__mro__],
      C.__bases__, P3.__subclasses__())


class M(type):
    def mro(cls):
        if ready and cls is E2:
            raise ValueError('no')
        return plain(cls)


class E0(metaclass=M):
    pass


class E1(E0):
    pass


class E2(E1):
    pass


class New(E0):
    x = 1


ready = True
attempt(lambda: setattr(E1, '__bases__', (New,)))
print([k.__name__ for k in E1.__mro__], [k.__name__ for k in E2.__mro__],
      E1.__bases__, New.__subclasses__())

print('--- of a metaclass')


class M(type):
    def mro(cls):
        return plain(cls)


class Made(type, metaclass=M):
    pass


print([k.__name__ for k in Made.__mro__], Made('X', (), {}).__name__)
