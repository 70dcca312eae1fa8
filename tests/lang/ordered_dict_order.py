# SPDX-License-Identifier: MIT
"""OrderedDict: order, equality, ends, operators."""

from collections import OrderedDict


def attempt(function, *args, **kwds):
    try:
        print(function(*args, **kwds))
    except Exception as error:
        print(type(error).__name__, error)


class Sub(OrderedDict):
    pass


class Missing(OrderedDict):
    def __missing__(self, key):
        return key * 2


d = OrderedDict.fromkeys('abcde')
d.move_to_end('b')
d.move_to_end('e', last=False)
d.move_to_end('e', False)
print(list(d), ''.join(reversed(d)))
attempt(d.move_to_end, 'z')
attempt(d.move_to_end)
attempt(d.move_to_end, [])
attempt(OrderedDict().move_to_end, 'a')
print(d.popitem(), d.popitem(last=False), d.popitem(0), d)
attempt(OrderedDict().popitem)
attempt(OrderedDict().popitem, last=False)
print(d.pop('c'), d.pop('zz', 9), d.pop('zz', default=8), d)
attempt(d.pop, 'zz')
attempt(d.pop)
print(d.setdefault('q', 3), d.setdefault('q', 4), d.setdefault('n'), d)
d['q'] = 'changed'
print(d)
del d['q']
d['q'] = 'last'
print(d, d.copy(), type(Sub(a=1).copy()).__name__)
print(OrderedDict(), OrderedDict(a=1), Sub(), Sub(a=1), Sub([(1, 2)]))
a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
print(a == b, a != b, a == dict(b), dict(a) == b, a == a.copy(), a == 5, a != 5)
print(a == Sub(a), Sub(a) == a, a == OrderedDict(x=1), OrderedDict() == {})
attempt(lambda: a < b)
print(a | b, a | {'z': 1}, {'z': 1} | a, type({} | a).__name__, Sub(a) | b)
a |= [('w', 5)]
print(a)
a |= {'x': 7}
print(a)
attempt(lambda: a | [('w', 5)])
attempt(lambda: a | 5)
print(list(reversed(a.keys())), list(reversed(a.values())), list(reversed(a.items())))
print(a.keys(), a.values(), a.items(), 'x' in a.keys(), a.keys() & {'x'})
attempt(OrderedDict, 5)
attempt(OrderedDict, [(1, 2)], [(3, 4)])
print(OrderedDict([(1, 2)], a=3), OrderedDict({'a': 1}, a=2))
print(OrderedDict.fromkeys('ab', 3), Sub.fromkeys('a'), type(Sub.fromkeys('a')).__name__)
print(Missing()['ab'], Missing().get('ab'), Missing(ab=1)['ab'])
a['self'] = a
print(a)
a.clear()
print(a, len(a), bool(a))
print(a.__reduce__()[0], OrderedDict(x=1).__reduce__()[1:4], hasattr(a, '__dict__'))
d = OrderedDict.fromkeys(range(5))
d.update(self=1, other=2)
attempt(d.update, 1, 2)
print(d, OrderedDict.__hash__)
print(OrderedDict[int, str])
d = OrderedDict((str(i), i) for i in range(100))
for i in range(0, 100, 3):
    d.move_to_end(str(i), last=i % 2)
print(list(d.values()))
