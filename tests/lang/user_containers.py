# SPDX-License-Identifier: MIT
"""UserDict, UserList, UserString: what they wrap, and what they answer."""

from collections import OrderedDict, UserDict, UserList, UserString


def attempt(function, *args, **kwds):
    try:
        result = function(*args, **kwds)
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(type(result).__name__, result)


class D(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, (value, 'set'))

    def __missing__(self, key):
        return f'no {key}'


class L(UserList):
    extra = None


class S(UserString):
    pass


class T(str):
    pass


# UserDict
d = UserDict({'a': 1}, b=2)
print(d, repr(d), len(d), list(d), d['a'], 'a' in d, 'z' in d, d.data)
attempt(UserDict, [('x', 1)], y=2)
attempt(UserDict, None)
attempt(UserDict, dict=5)
attempt(UserDict, self=5)
attempt(UserDict, 5)
attempt(UserDict, {}, {})
attempt(UserDict, UserDict(a=1))
attempt(lambda: d['z'])
attempt(d.__delitem__, 'z')
attempt(d.pop, 'z')
print(d.pop('z', 0), d.get('z'), d.get('z', 1), d.setdefault('n', 3), d)
print(d.pop('n'), list(d.keys()), list(d.values()), list(d.items()))
print(d == {'a': 1, 'b': 2}, d == UserDict(a=1, b=2), d != {}, d == 5)
attempt(hash, d)
for other in ({'c': 3, 'a': 0}, UserDict(c=3, a=0), OrderedDict(c=3), 5, [('c', 3)]):
    attempt(lambda: d | other)
    attempt(lambda: other | d)
    copy = d.copy()
    attempt(copy.__ior__, other)
    print(copy)
print(D(a=1), D(a=1)['z'], D(a=1).get('z'))
print(D(a=1).copy(), D(a=1).__copy__(), type(D().copy()).__name__, D(a=1) | {'b': 2})
d = D(a=1)
d.attribute = 'kept'
print(d.copy().attribute, d.__copy__().attribute, d.copy().data is d.data,
      d.__copy__().data is d.data, 'z' in d, d.setdefault('y', 5), len(d))
print(UserDict.fromkeys('ab'), UserDict.fromkeys('ab', 1), D.fromkeys('ab', 1))
d = UserDict(a=1, b=2)
print(sorted([d.popitem(), d.popitem()]), d)
attempt(d.popitem)
d.update({'a': 1}, b=2)
d.clear()
print(d, bool(d))

# UserList
l = UserList([3, 1, 2])
print(l, repr(l), len(l), list(l), l[0], l[-1], l[1:], type(l[1:]).__name__, 3 in l)
for given in (None, 'abc', (1, 2), UserList([1]), L([1]), range(3), 5, {1: 2}):
    attempt(UserList, given)
attempt(UserList, [1], [2])
attempt(lambda: l[5])
attempt(lambda: l['a'])
attempt(l.__setitem__, 5, 1)
l[0] = 'x'
l[1:2] = [7, 8]
del l[-1]
print(l)
for other in ([1], UserList([2]), (3,), 'ab', UserString('cd'), range(2), 5):
    attempt(lambda: l + other)
    attempt(lambda: other + l)
    copy = l.copy()
    attempt(copy.__iadd__, other)
    attempt(copy.extend, other)
    print(copy)
print(l * 2, 2 * l, l.__imul__(2), l * 0, type(L([1]) * 2).__name__, type(L() + []).__name__)
l = UserList([1, 2])
for other in (UserList([1, 2]), [1, 2], UserList([1, 3]), [0], (1, 2), 5):
    print(l == other, l != other)
    attempt(lambda: (l < other, l <= other, l > other, l >= other))
attempt(hash, l)
l.append(5)
l.insert(0, 9)
print(l, l.pop(), l.pop(0), l.pop(-1), l, l.count(1), l.index(1))
attempt(l.remove, 44)
attempt(l.index, 44)
attempt(l.index, 1, 1)
attempt(l.pop, 9)
attempt(UserList().pop)
l.extend([3, 2, 1])
l.sort()
print(l)
l.sort(key=lambda x: -x, reverse=True)
l.reverse()
l.remove(1)
print(l, list(reversed(l)))
attempt(l.sort, 5)
copy = L([[1]])
copy.extra = 'kept'
print(copy.copy().extra, copy.__copy__().extra, copy.copy() == copy,
      copy.__copy__().data is copy.data, copy.__copy__()[0] is copy[0])
l.clear()
print(l, bool(l), L('ab'), type(L('ab').copy()).__name__)


class Doubled(UserList):
    def __getitem__(self, i):
        return super().__getitem__(i) * 2


print(list(Doubled([1, 2])), sum(Doubled([1, 2])), [*Doubled([1])], Doubled([1]))
print(UserList.append.__name__, UserList.append.__qualname__, UserList.__lt__.__qualname__)

# UserString
s = UserString('Hello World')
print(s, repr(s), len(s), str(s), hash(s) == hash('Hello World'), s.data, s[0], s[-3:])
print([type(part).__name__ for part in (s[0], s[1:], s.upper(), s + 'x', 'x' + s, s * 2,
      s.split()[0], s.encode(), s.join('ab'), s % (), s.center(20), s.partition(' '))])
for given in (5, None, S('x'), T('t'), b'b', ['l']):
    attempt(UserString, given)
print(type(UserString(T('t')).data).__name__, type(str(UserString(T('t')))).__name__)
print(list(s)[0].data, type(list(s)[0]).__name__, type(next(reversed(s))).__name__)
for other in ('Hello World', S('Hello World'), 'a', UserString('Z'), 5, None, 'Hello World '):
    print(s == other, s != other, other == s)
    attempt(lambda: (s < other, s <= other, s > other, s >= other))
    attempt(lambda: s + other)
    attempt(lambda: other + s)
    attempt(lambda: other in s)
print(s * 0, 2 * s, S('ab') * 2, type(2 * S('ab')).__name__)
attempt(lambda: s + b'x')
print(int(UserString('12')), float(UserString('1.5')), complex(UserString('1j')))
attempt(int, UserString('x'))
print(UserString('%s-%s') % (1, 2), '%s' % s, UserString('%(a)s') % {'a': 1})
attempt(lambda: '%s!' % s)
attempt(s.__rmod__, '%s!')
print(s.__getnewargs__(), s.maketrans({'a': 'b'}), UserString.maketrans('a', 'b'))
for name, *args in (
        ('capitalize',), ('casefold',), ('center', 20), ('center', 20, '*'),
        ('count', 'l'), ('count', UserString('l')), ('count', 'l', 4), ('count', 'l', 0, 3),
        ('encode',), ('encode', 'ascii'), ('encode', None, None), ('encode', 'utf-16-le', 'ignore'),
        ('endswith', 'd'), ('endswith', ('d', 'x')), ('endswith', UserString('d')),
        ('endswith', 'l', 0, 4), ('expandtabs',), ('expandtabs', 4), ('find', 'o'),
        ('find', UserString('o')), ('find', 'o', 5), ('find', 'zz'), ('format', 1), ('format_map', {}),
        ('index', 'o'), ('index', 'zz'), ('index', UserString('o')), ('isalnum',), ('isalpha',),
        ('isascii',), ('isdecimal',), ('isdigit',), ('isidentifier',), ('islower',),
        ('isnumeric',), ('isprintable',), ('isspace',), ('istitle',), ('isupper',),
        ('join', 'ab'), ('join', [UserString('a'), UserString('b')]), ('join', ['a', 'b']),
        ('ljust', 15), ('ljust', 15, '.'), ('lower',), ('lstrip',), ('lstrip', 'He'), ('lstrip', None),
        ('partition', 'o'), ('partition', UserString('o')), ('removeprefix', 'Hel'),
        ('removeprefix', UserString('Hel')), ('removesuffix', UserString('ld')),
        ('removesuffix', 'x'), ('replace', 'l', 'L'), ('replace', UserString('l'), UserString('L'), 1),
        ('rfind', 'o'), ('rfind', UserString('o')), ('rindex', 'o'), ('rindex', 'q'),
        ('rindex', UserString('o')), ('rjust', 15), ('rjust', 15, '.'), ('rpartition', 'o'),
        ('rsplit',), ('rsplit', 'o', 1), ('rstrip',), ('rstrip', 'd'), ('split',), ('split', 'o'),
        ('split', None, 0), ('splitlines',), ('splitlines', True), ('startswith', 'H'),
        ('startswith', UserString('H')), ('startswith', 'e', 1), ('strip',), ('strip', 'Hd'),
        ('swapcase',), ('title',), ('translate', {72: 'J'}), ('translate',), ('upper',),
        ('zfill', 15), ('zfill',), ('upper', 1)):
    print(name, end=' ')
    attempt(getattr(s, name), *args)
for name, kwds in (('center', {'width': 13}), ('count', {'sub': 'l', 'start': 3}),
                   ('split', {'maxsplit': 1}), ('splitlines', {'keepends': True}),
                   ('lstrip', {'chars': 'H'}), ('replace', {'old': 'l', 'new': 'r'}),
                   ('removeprefix', {'prefix': 'H'}), ('zfill', {'width': 13}),
                   ('encode', {'errors': 'strict'}), ('format', {'x': 1}),
                   ('expandtabs', {'tabsize': 2}), ('find', {'nonsense': 1})):
    print(name, end=' ')
    attempt(getattr(s, name), **kwds)
print(UserString('{0}{x}').format(1, x=2), UserString('{a}').format_map({'a': 3}))
print(S('a').upper(), type(S('a').upper()).__name__, UserString.upper.__qualname__)
