# SPDX-License-Identifier: MIT
"""ChainMap: look-ups through all maps, changes of the first."""

from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict


def attempt(function, *args, **kwds):
    try:
        print(function(*args, **kwds))
    except Exception as error:
        print(type(error).__name__, error,
              type(error.__context__).__name__, error.__suppress_context__)


class Sub(ChainMap):
    def __missing__(self, key):
        return f'no {key}'


m = ChainMap({'a': 1, 'b': 2}, {'b': 3, 'c': 4}, {'d': 5, 'a': 6})
print(m, len(m), list(m), dict(m), bool(m), bool(ChainMap({}, {})))
print(m['a'], m['b'], m['d'], m.get('c'), m.get('z'), m.get('z', 9))
print('a' in m, 'd' in m, 'z' in m)
attempt(lambda: m['z'])
attempt(lambda: [] in m)
print(list(m.keys()), list(m.values()), list(m.items()))
m['c'] = 'new'
del m['a']
print(m, m['a'])
attempt(m.__delitem__, 'd')
attempt(m.pop, 'd')
print(m.pop('d', 'default'), m.pop('c'), m.pop('b'), m)
attempt(m.pop, 'b')
attempt(m.popitem)
m.update(x=1, y=2)
print(m.popitem(), m.setdefault('d', 0), m.setdefault('n', 0), m.maps)
m.clear()
print(m, m.parents, m.parents.parents.parents, ChainMap())
child = m.new_child()
child['k'] = 1
print(child, m.new_child({'v': 2}), m.new_child({'v': 2}, w=3), m.new_child(q=4))
given = {}
child = m.new_child(given, z=1)
print(given, child.maps[0] is given, child.maps[1:] == m.maps)
first, second = {'a': 1}, {'b': 2}
m = ChainMap(first, second)
for copy in m.copy(), m.__copy__():
    print(copy == m, copy.maps[0] is first, copy.maps[1] is second, type(copy).__name__)
print(Sub({}).copy()['q'], Sub().new_child()['r'], Sub().parents['s'])
print(type(Sub() | {}).__name__, type({} | Sub()).__name__)
print(Sub(), Sub({'a': 1}), Sub().get('x'), 'x' in Sub(), Sub().pop('x', 5))
print(ChainMap.fromkeys('ab'), ChainMap.fromkeys('ab', 3), Sub.fromkeys(''))
attempt(ChainMap.fromkeys, 'ab', 3, 4)
print(m | {'c': 3}, m | ChainMap({'d': 1}, {'e': 2}), {'c': 3, 'a': 0} | m, m)
attempt(lambda: m | 5)
attempt(lambda: 5 | m)
attempt(lambda: m | [('a', 1)])
attempt(lambda: [('a', 1)] | m)
same = m
m |= {'n': 1}
m |= [('o', 2)]
print(m, same is m, first)
print(m == dict(m), dict(m) == m, m == ChainMap(dict(m)), m != {}, m == 5)
attempt(hash, m)
attempt(lambda: ChainMap(5)['a'])
attempt(ChainMap, 1, a=2)
counts = ChainMap(defaultdict(int, a=1), {'b': 2})
print(counts['b'], counts, 'b' in counts)
m = ChainMap(OrderedDict(b=1, a=2), Counter('zz'), UserDict(u=1))
print(list(m), len(m), m['u'])
m['self'] = m
print(repr(m.maps[0]['self'])[:10], m.maps[0]['self'] is m)
print(repr(ChainMap({'in': ChainMap({'deep': 1})})))
loop = ChainMap()
loop['me'] = loop
print(loop, [loop, loop])
m = ChainMap({1: 'one', 1.0: 'float'}, {True: 'true', 2: 'two'})
print(m, list(m), m[True])
print(ChainMap.__missing__.__qualname__, isinstance(ChainMap.parents, property))
