# SPDX-License-Identifier: MIT
"""functools: wrappers, comparisons, caches, partialmethod, singledispatch."""

import functools
from functools import (cache, cached_property, lru_cache, partial, partialmethod,
                       singledispatch, singledispatchmethod, total_ordering,
                       update_wrapper, wraps)


def attempt(function, *args, **kwds):
    try:
        print(function(*args, **kwds))
    except Exception as error:
        print(type(error).__name__, error,
              type(error.__context__).__name__, error.__suppress_context__)


# update_wrapper and wraps
def wrapped(a: int, b=2):
    "What is wrapped."


wrapped.attribute = 'copied'
wrapped.__wrapped__ = 'not copied'


@wraps(wrapped)
def wrapper(*args):
    "What wraps."


print(wrapper.__name__, wrapper.__qualname__, wrapper.__doc__, wrapper.__module__,
      wrapper.__annotations__, wrapper.attribute, wrapper.__wrapped__ is wrapped)
print(type(wraps(wrapped)).__name__, wraps(wrapped).func is update_wrapper,
      wraps(wrapped).args, sorted(wraps(wrapped).keywords))
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)


def another():
    pass


print(update_wrapper(another, len).__name__, another.__wrapped__ is len, another.__doc__ == len.__doc__)
print(update_wrapper(another, wrapped, ('__doc__', 'not there'), ()).__doc__, hasattr(another, 'attribute'))
print(wraps(wrapped, assigned=(), updated=['__dict__'])(lambda: 1).__name__)
attempt(update_wrapper, lambda: 1, wrapped, (), ('nothing',))
attempt(lambda: update_wrapper(lambda: 1, partial(int), updated=()).__name__)


# total_ordering
def ordered(name, compare):
    class Number:
        def __init__(self, value):
            self.value = value

        def __eq__(self, other):
            if not isinstance(other, Number):
                return NotImplemented
            return self.value == other.value
    Number.__name__ = name
    setattr(Number, name, compare)
    return total_ordering(Number)


for name, compare in (('__lt__', lambda a, b: a.value < b.value),
                      ('__le__', lambda a, b: a.value <= b.value),
                      ('__gt__', lambda a, b: a.value > b.value),
                      ('__ge__', lambda a, b: a.value >= b.value),
                      ('__lt__', lambda a, b: NotImplemented),
                      ('__ge__', lambda a, b: NotImplemented)):
    N = ordered(name, compare)
    for a, b in ((1, 2), (2, 2), (3, 2)):
        attempt(lambda: (N(a) < N(b), N(a) <= N(b), N(a) > N(b), N(a) >= N(b)))
    for method in ('__lt__', '__le__', '__gt__', '__ge__'):
        print(getattr(N, method).__name__, getattr(N, method).__qualname__.split('.')[-1],
              getattr(N(1), method)(N(1)), end=' ')
    print()


@total_ordering
class Both:
    def __lt__(self, other):
        return 'lt'

    def __ge__(self, other):
        return 'ge'


print(Both() < 1, Both() <= 1, Both() > 1, Both() >= 1)
attempt(total_ordering, type('None', (), {}))
attempt(total_ordering, type('Eq', (), {'__eq__': lambda a, b: True}))
print(total_ordering(type('Int', (int,), {'__lt__': lambda a, b: 'own'}))(1) <= 5)

# lru_cache and cache
calls = []


@lru_cache(maxsize=2)
def square(x, *, y=0):
    "Squares."
    calls.append(x)
    return x * x + y


print(square(2), square(2), square(3), square(4), square(2), square(2, y=1), calls)
print(square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__)
square.cache_clear()
print(square.cache_info(), type(square.cache_info()).__name__, square.__wrapped__(5))
for how in (lru_cache, lru_cache(), lru_cache(None), lru_cache(0), lru_cache(-5), cache,
            lru_cache(maxsize=True), lru_cache(typed=True), lru_cache(2, 'yes')):
    f = how(lambda x: type(x).__name__)
    print(f(1), f(1.0), f(True), f(1), f.cache_info(), f.cache_parameters())
for wrong in ('text', 2.5, [], object):
    attempt(lambda: type(lru_cache(wrong)).__name__)
attempt(lambda: lru_cache(len, 'yes'))
attempt(lru_cache(5), 5)
attempt(square, [])
attempt(cache)
attempt(cache, x=1)


class WithCached:
    @lru_cache
    def method(self, x):
        return x

    @cache
    def other(self):
        return id(self) == id(self)


print(WithCached().method(3), WithCached().other(), WithCached.method.cache_info())


# cached_property
class Point:
    def __init__(self):
        self.calls = 0

    @cached_property
    def cost(self):
        "The cost."
        self.calls += 1
        return self.calls



p = Point()
print(p.cost, p.cost, p.calls, vars(p), Point.cost.__doc__, Point.cost.attrname)
p.cost = 'set'
print(p.cost)
del p.cost
print(p.cost, type(Point.cost).__name__, Point.cost.func.__name__)


def two_names():
    class Two:
        a = cached_property(lambda self: 1)
        b = a


try:
    two_names()
except Exception as error:
    print(type(error).__name__, error, '|', type(error.__cause__).__name__, error.__cause__)


class Late:
    pass


Late.p = cached_property(lambda self: 5)
attempt(lambda: Late().p)
Late.p.__set_name__(Late, 'p')
Late.p.__set_name__(Late, 'p')
attempt(Late.p.__set_name__, Late, 'q')
print(Late().p)


class Slots:
    __slots__ = ()
    p = cached_property(lambda self: 5)


attempt(lambda: Slots().p)


class Meta(type):
    p = cached_property(lambda cls: 5)


attempt(lambda: Meta('C', (), {}).p)
attempt(lambda: Meta('C', (), {'p': 6}).p)
print(cached_property[int])


# partialmethod
class Cell:
    def set(self, *args, **kwds):
        return args, kwds

    one = partialmethod(set, 1)
    named = partialmethod(set, x=2)
    more = partialmethod(one, 3, y=4)
    static = partialmethod(staticmethod(lambda *args: args), 5)
    of_class = partialmethod(classmethod(lambda cls, *args: (cls.__name__, args)), 6)
    builtin = partialmethod(print, 'printed', sep='-')
    over = partialmethod(partial(lambda self, *args: args, ), 7)


c = Cell()
print(c.one(2), c.one(2, z=3), c.named(x=5), c.named(1), c.more(8), c.more(y=9))
print(c.static(1), Cell.static(1), c.of_class(1), Cell.of_class(1), c.over(8))
print(Cell.one(c, 2), type(Cell.__dict__['one']).__name__, type(c.of_class).__name__,
      c.of_class.__self__.__name__)
print(Cell.__dict__['more'].args, Cell.__dict__['more'].keywords, Cell.__dict__['more'].func is Cell.set)
attempt(partialmethod, 5)
attempt(partialmethod)
print(repr(partialmethod(len)), repr(partialmethod(len, 1, 'a', b=2, c='d')))
print(partialmethod(len).__isabstractmethod__, partialmethod[int])


class SubMethod(partialmethod):
    pass


print(repr(SubMethod(len, 1)).split('.')[-1])


# singledispatch
@singledispatch
def show(x, *rest, **kwds):
    "Shows."
    return 'object', rest, kwds


@show.register
def _(x: int):
    return 'int'


@show.register(str)
def of_str(x, suffix=''):
    return 'str' + suffix


show.register(type(None), lambda x: 'None')
show.register(list | tuple, lambda x: 'list or tuple')


@show.register
def _(x: 'float | complex'):
    return 'float or complex'


@show.register
def _(x: None):
    return 'none'


print(show(1), show(True), show('a'), show('a', suffix='b'), show(None), show([]), show(()),
      show(1.5), show(1j), show({}), show({}, 1, a=2), show(b''))
print(show.__name__, show.__doc__, show.__wrapped__({})[0], of_str('x'))
print(show.dispatch(bool) is show.dispatch(int), show.dispatch(dict) is show.registry[object])
print(sorted(cls.__name__ for cls in show.registry), type(show.registry).__name__)
attempt(show)
attempt(lambda: show(x=1))
attempt(show.register, 5)
attempt(show.register, 5, len)
attempt(show.register, list[int], len)
attempt(show.register, list[int] | int, len)


def not_a_class(x: list[int]):
    pass


def unhinted(x):
    pass


for function in (not_a_class, unhinted):
    try:
        show.register(function)
    except TypeError as error:
        print(str(error).replace(hex(id(function)), 'ADDRESS'))


class A:
    pass


class B(A):
    pass


class C(A):
    pass


class D(B, C):
    pass


show.register(A, lambda x: 'A')
print(show(D()), show(B()))
show.register(C, lambda x: 'C')
print(show(D()), show(B()))
show.register(B, lambda x: 'B')
print(show(D()), show(B()), show(C()))


class Virtual(type):
    def __subclasscheck__(cls, other):
        return other in cls.known or super().__subclasscheck__(other)


V = Virtual('V', (), {'known': {D, int}})
W = Virtual('W', (), {'known': {D, dict}})
show.register(V, lambda x: 'V')
print(show(D()), show(1), show({}))


class E:
    pass


V.known.add(E)
print(show(E()))
show.register(W, lambda x: 'W')
print(show({}), show(E()))


class F:
    pass


V.known.add(F)
W.known.add(F)
try:
    show(F())
except RuntimeError as error:
    print(str(error).split(':')[0])
W.known.add(V)


class G:
    @singledispatchmethod
    def show(self, x):
        "Shows."
        return 'object'

    @show.register
    def _(self, x: int):
        return 'int', type(self).__name__

    @show.register(str)
    def _(self, x):
        return 'str'

    @singledispatchmethod
    @classmethod
    def made(cls, x):
        return cls.__name__, 'object'

    @made.register
    @classmethod
    def _(cls, x: int):
        return cls.__name__, 'int'

    @singledispatchmethod
    @staticmethod
    def free(x):
        return 'object'

    @free.register(int)
    @staticmethod
    def _(x):
        return 'int'


g = G()
print(g.show(1), g.show('a'), g.show([]), G.show(g, 1), g.made(1), G.made('a'), G.free(1), g.free([]))
print(g.show.__name__, g.show.__doc__, g.show.__isabstractmethod__)
g.show.register(list, lambda self, x: 'list')
print(g.show([]))
attempt(g.show)
attempt(singledispatchmethod, 5)
print(functools.reduce(lambda a, b: a + b, 'abc', 'z'), sorted('bca', key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))
