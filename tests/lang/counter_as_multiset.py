# SPDX-License-Identifier: MIT
"""Counter: updates, questions, operators, comparisons, subclasses."""

from collections import Counter, OrderedDict, UserDict


def attempt(function, *args, **kwds):
    try:
        print(function(*args, **kwds))
    except Exception as error:
        print(type(error).__name__, error)


class Pairs:  # no mapping: an iterable of what it yields
    def keys(self):
        return ['a']

    def items(self):
        return [('a', 5)]

    def __getitem__(self, key):
        return 5

    def __iter__(self):
        return iter('xyx')


class Sub(Counter):
    pass


# Making and updating.
for args, kwds in (((), {}), (('abracadabra',), {}), ((None,), {'a': 1}),
                   (({'a': 2, 'b': -1},), {'a': 3, 'c': 0}),
                   (('ab',), {'iterable': 5, 'self': 6}),
                   ((UserDict(a=4),), {}), ((Pairs(),), {}),
                   ((OrderedDict(b=1, a=2),), {}),
                   (([(1, 2), (1, 2)],), {}), ((Sub('ab'),), {})):
    attempt(Counter, *args, **kwds)
attempt(Counter, 5)
attempt(Counter, [[]])
attempt(Counter, 'a', 'b')
attempt(Counter.fromkeys, 'abc')
attempt(Counter().fromkeys, 'abc', 2)
c = Counter('aab')
print(c['zz'], 'zz' in c, c.get('zz'), len(c))
c.update('abc')
c.update({'a': 10, 'd': 1})
c.update(None)
c.update(e=-5)
c.update(Counter())
print(c)
attempt(c.update, {'a': 'text'})
attempt(c.update, 3)
c.subtract('aab')
c.subtract({'a': 1, 'z': 2})
c.subtract(q=3)
c.subtract()
c.subtract(None)
print(sorted(c.items()))
attempt(c.subtract, 3)
del c['a'], c['not there'], c['a']
print(sorted(c.items()))
print(Counter(a='x', b='y'), Counter(a='x', b=3), Counter(a=None))
empty = Counter()
empty.update({'s': 'text'})
print(empty)

# What can be asked.
c = Counter(a=3, b=1, c=0, d=-2, e=3)
print(c.total(), Counter().total(), Counter(a=1.5, b=2).total())
print(c.most_common(), c.most_common(2), c.most_common(0))
print(c.most_common(-1), c.most_common(100), c.most_common(None))
print(c.most_common(n=1), Counter().most_common(), Counter().most_common(3))
attempt(Counter(a='x', b=3).most_common)
print(list(c.elements()), type(c.elements()).__name__)
print(sorted(Counter('hello world').elements()))
attempt(lambda: list(Counter(a=1.5).elements()))
print(repr(Counter()), repr(c), str(Sub('aa')), repr(Sub()))
print(c.copy(), type(Sub('a').copy()).__name__, c.copy() is c)
print(c.__reduce__(), Sub('a').__reduce__()[0].__name__)
print(Counter.__hash__, Counter.__doc__ is not None)
print(c.pop('a'), c.setdefault('n', 4), c.setdefault('b', 4), c)
print(isinstance(c, dict), dict(c))
print(Counter[int])

# Operators.
c = Counter(a=3, b=1, c=-1, n=0)
d = Counter(a=1, b=2, d=4, c=-5, e=-3)
for name in ('add', 'sub', 'or', 'and'):
    for left, right in ((c, d), (d, c), (c, c), (c, Counter()), (Counter(), c),
                        (Sub(c), d), (c, Sub(d))):
        result = getattr(left, f'__{name}__')(right)
        print(name, result, type(result).__name__, list(result))
    print(getattr(c, f'__{name}__')({'a': 1}), getattr(c, f'__{name}__')(5))
attempt(lambda: c + {'a': 1})
attempt(lambda: c - 1)
attempt(lambda: c & {})
attempt(lambda: {'z': 9} | c)
attempt(lambda: c | {'z': 9})
print(+c, -c, +Counter(), -Counter(a=-2), +Sub(a=1), type(-Sub(a=-1)).__name__)
print(Counter(a=True) + Counter(b=True), Counter(a=1.5) + Counter(a=1, b=.5))
print(Counter(a=2.5) - Counter(a=1, b=-.5), Counter(a=float('nan')) + Counter())


def in_place(operator, left, right):
    left = left.copy()
    same = left
    scope = {'left': left, 'right': right}
    try:
        exec(f'left {operator} right', scope)
        print(operator, scope['left'], scope['left'] is same, list(left))
    except Exception as error:
        print(type(error).__name__, error, left)


for operator in ('+=', '-=', '|=', '&='):
    for right in (d, c, Counter(), {'a': 5, 'zz': 1}, {}, 5, Sub(d)):
        in_place(operator, c, right)
    in_place(operator, Sub(c), d)
same = Counter(a=1, b=-1)
same += same
print(same)
same -= same
print(same)
same = Counter(a=1, b=-1)
same |= same
print(same)
same = Counter(a=1, b=-1)
same &= same
print(same)

# Comparisons: elements that are missing count as zero.
some = [Counter(), Counter(a=0), Counter(a=1), Counter(a=1, b=0),
        Counter(a=1, b=1), Counter(b=-1), Sub(a=1), Counter(a=2, b=-1)]
for left in some:
    print(*(''.join('FT'[answer] for answer in (
        left == right, left != right, left < right, left <= right,
        left > right, left >= right)) for right in some))
for name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
    method = getattr(some[2], f'__{name}__')
    print(method({'a': 1}), method(5), method.__name__, method.__qualname__)
print(Counter(a=1) == {'a': 1}, Counter(a=1) != {'a': 1}, {'a': 1} == Counter(a=1))
attempt(lambda: Counter() < {})
attempt(lambda: Counter(a='x') <= Counter(a=1))
nan = float('nan')
print(Counter(a=nan) == Counter(a=nan), Counter(a=nan) <= Counter(a=nan))


# Subclasses that override.
class Loud(Counter):
    def __missing__(self, key):
        print('missing', key)
        return 0

    def update(self, *args, **kwds):
        print('update', args, kwds)
        super().update(*args, **kwds)

    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


loud = Loud('aab', z=2)
print(loud, loud['q'])
loud += Counter(a=1, n=1)
loud.subtract('a')
print(loud == Counter(a=3), loud <= Counter(y=1))
