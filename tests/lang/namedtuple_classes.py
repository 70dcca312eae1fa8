# SPDX-License-Identifier: MIT
"""namedtuple: names that are refused, the class, its instances, subclasses."""

from collections import namedtuple


def attempt(*args, **kwds):
    try:
        made = namedtuple(*args, **kwds)
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(made.__name__, made._fields, made._field_defaults)


class Name(str):
    pass


class Shown:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name


# Names, and what is said of bad ones.
attempt('P', 'x y')
attempt('P', 'x, y,z ,\tw\n')
attempt('P', ('x', 'y'))
attempt('P', iter(['x', 'y']))
attempt('P', {'x': 1, 'y': 2})
attempt('P', '')
attempt('P', [Shown('a'), Shown('b')])
attempt('P', [1])
attempt('P', [None])
attempt(Shown('Q'), 'x')
attempt(Name('Q'), 'x')
attempt('P', [Shown(Name('a'))])
attempt('P', 'x x')
attempt('P', '_x x x')
attempt('P', 'x x _x')
attempt('P', 'x class')
attempt('P', 'x class 9')
attempt('P', 'x 9 class')
attempt('P', 'match case _')
attempt('class', 'x')
attempt('9', 'x')
attempt('', 'x')
attempt('_', 'x')
attempt('P', ['x', ''])
attempt('P', 'é ñ')
attempt('P', 5)
attempt('P', 'x', 'y')
attempt('P', 'x y', defaults=(1, 2, 3))
attempt('P', 'x y', defaults=[2])
attempt('P', 'x y', defaults=iter([1, 2]))
attempt('P', 'x y', defaults=())
attempt('P', 'x y', defaults=5)
attempt('P', 'abc def 9 _a abc _5 x', rename=True)
attempt('P', ['', 'a', 'a', '_1', '_0'], rename=True)
attempt('class', 'a', rename=True)

# The class.
P = namedtuple('P', 'x y', defaults=[7])
print(P.__doc__, '|', P.__new__.__doc__, '|', P.x.__doc__, '|', P.y.__doc__)
print(P.__module__, P.__qualname__, P.__bases__, P.__slots__)
print(P.__match_args__, P._fields, P._field_defaults)
for name in ('__new__', '_make', '_replace', '_asdict', '__repr__',
             '__getnewargs__'):
    method = getattr(P, name)
    print(name, method.__name__, method.__qualname__)
print(P.__new__.__defaults__, P.__new__.__code__.co_varnames)
print(namedtuple('Q', 'a').__new__.__defaults__,
      namedtuple('Q', 'a', defaults=()).__new__.__defaults__)
print(sorted(name for name in vars(P) if not name.startswith('__')))
print(namedtuple('Q', 'a', module='here').__module__)
print(namedtuple('Q', 'a', module='').__module__ == '')
print((lambda: namedtuple('Q', 'a'))().__module__)
exec("import collections\nprint(collections.namedtuple('Q', 'a').__module__)",
     {'__name__': 'another'})
exec("import collections\nprint(collections.namedtuple('Q', 'a').__module__)",
     {})

# Instances.
p = P(1)
print(p, repr(p), str(p), p == (1, 7), hash(p) == hash((1, 7)), len(p))
print(P(y=1, x=2), P(*[3, 4]), P(**{'x': 5}), P(1, y=2))
for args, kwds in (((), {}), ((1, 2, 3), {}), ((1,), {'x': 2}),
                   ((1,), {'z': 2})):
    try:
        P(*args, **kwds)
    except TypeError as error:
        print(error)
print(P._make([1, 2]), P._make(iter('ab')), P._make({3: 0, 4: 0}))
for wrong in ([1], [1, 2, 3], 5, None):
    try:
        P._make(wrong)
    except TypeError as error:
        print(error)
print(p._replace(), p._replace(x=2), p._replace(y=3, x=4), p)
for kwds in ({'z': 1}, {'z': 1, 'x': 2, 'w': 3}, {'self': 1}):
    try:
        p._replace(**kwds)
    except ValueError as error:
        print(error)
print(namedtuple('S', 'self cls')(1, 2)._replace(self=3, cls=4))
print(p._asdict(), type(p._asdict()), p.__getnewargs__(), type(p.__getnewargs__()))
print(p.x, p.y, P.x.__get__(p), P.x.__get__(None, P) is P.x)
for change in ('p.x = 1', 'del p.x', 'p.z = 1', 'p.__dict__'):
    try:
        exec(change)
    except Exception as error:
        print(type(error).__name__, error)
try:
    P.x.__get__(5)
except Exception as error:
    print(type(error).__name__)
print(p + (3,), p * 2, p[::-1], list(p), max(p), 7 in p, p.index(7), p.count(1))
x, y = p
print(x, y)
match p:
    case P(a, y=b):
        print('matched', a, b)
print(namedtuple('Empty', '')(), namedtuple('One', 'a')(5))
many = namedtuple('Many', [f'f{i}' for i in range(300)])
print(many(*range(300)).f299, sum(many(*range(300))))


# Subclasses.
class Point(P):
    __slots__ = ()

    def __repr__(self):
        return 'Point: ' + super().__repr__()

    @property
    def both(self):
        return self.x + self.y


q = Point(3, 4)
print(q, q.both, q._replace(x=1), type(q._replace(x=1)).__name__)
print(Point._make([5, 6]), q == P(3, 4), isinstance(q, P))


class Odd(P):
    def __iter__(self):
        return iter('ab')

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return 'item'

    def __radd__(self, other):
        return 'sum'

    __add__ = __radd__


odd = Odd(1, 2)
print(odd, odd._asdict(), odd._replace(x=5), odd.x)


class Extended(namedtuple('Base', 'x y')):
    def __new__(cls, x):
        return super().__new__(cls, x, x + 1)


print(Extended(5), Extended._make([1, 2]), Extended(1)._replace(x=9))
print(P(P(1, 2), [P(3)]), P('%s', {}))
P.x.__doc__ = 'changed'
print(P.x.__doc__)
P.__new__.__defaults__ = (8, 9)
print(P())
# Alone: its classes are of the module __main__
