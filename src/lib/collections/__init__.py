# SPDX-License-Identifier: MIT
"""Containers: the native ones of _collections, and namedtuple, Counter,
ChainMap, UserDict, UserList, UserString."""

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList',
           'UserString', 'defaultdict', 'deque', 'namedtuple']

import sys as _sys
from _collections import (
    OrderedDict, _count_elements, _tuplegetter, defaultdict, deque)
from _operator import (
    add as _add, eq as _eq, ge as _ge, itemgetter as _itemgetter, le as _le,
    sub as _sub)
from itertools import chain as _chain, repeat as _repeat
from keyword import iskeyword as _iskeyword

from collections._bases import (
    MutableMapping, MutableSequence, Sequence,
    is_mapping as _is_mapping)

try:
    from _thread import get_ident as _get_ident
except ImportError:  # without threads
    def _get_ident():
        return 0


# --- namedtuple ---

def _renamed(names):
    """The names, with _0, _1... in place of those that no field can have."""
    taken = {}
    for i, name in enumerate(names):
        refused = (name in taken or name[:1] == '_' or _iskeyword(name)
                   or not name.isidentifier())
        taken[f'_{i}' if refused else name] = i
    return list(taken)


def _check_names(typename, fields, underscores):
    """Raise what is to be said of the first name that is none."""
    for name in typename, *fields:
        if type(name) is not str:
            problem = TypeError, 'must be strings'
        elif not name.isidentifier():
            problem = ValueError, f'must be valid identifiers: {name!r}'
        elif _iskeyword(name):
            problem = ValueError, f'cannot be a keyword: {name!r}'
        else:
            continue
        raise problem[0]('Type names and field names ' + problem[1])
    earlier = set()
    for name in fields:
        if name[0] == '_' and not underscores:
            raise ValueError('Field names cannot start with an underscore: '
                             f'{name!r}')
        if name in earlier:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        earlier.add(name)


def _constructor(typename, fields, defaults):
    """__new__, which takes the fields as arguments by their names."""
    given = ', '.join(fields)
    scope = {'_new': tuple.__new__, '__builtins__': {},
             '__name__': f'namedtuple_{typename}'}
    exec(f'def __new__(_cls, {given}): '
         f'return _new(_cls, ({given + "," if fields else ""}))', scope)
    made = scope['__new__']
    made.__doc__ = f'Create new instance of {typename}({given})'
    made.__defaults__ = defaults
    return made


def _tuple_methods(typename, fields):
    """The methods of a class of named tuples, apart from __new__."""
    n = len(fields)
    form = '%s(' + ', '.join([name + '=%r' for name in fields]) + ')'

    def _make(cls, iterable):
        made = tuple.__new__(cls, iterable)
        if len(made) == n:
            return made
        raise TypeError(f'Expected {n} arguments, got {len(made)}')

    def _replace(self, /, **kwds):
        copy = self._make(map(kwds.pop, fields, self))
        if not kwds:
            return copy
        raise ValueError(f'Got unexpected field names: {[*kwds]!r}')

    def _asdict(self):
        'The values by the names of their fields, as a dict.'
        return dict(zip(self._fields, self))

    def __repr__(self):
        'The name of the class, and each field with its value.'
        # Not +, which a subclass may have overridden.
        return form % (self.__class__.__name__,).__add__(self)

    def __getnewargs__(self):
        'What copy and pickle pass to __new__: the values.'
        return tuple(self)

    _make.__doc__ = f'A {typename} of the values of an iterable'
    _replace.__doc__ = f'A copy of the {typename} in which some fields differ'
    return _make, _replace, _asdict, __repr__, __getnewargs__


def _field_names(typename, given, rename):
    """The names of fields, of which a text has spaces and commas between."""
    if isinstance(given, str):
        given = given.translate({ord(','): ' '}).split()
    names = [str(name) for name in given]
    names = _renamed(names) if rename else names
    _check_names(typename, names, underscores=rename)
    return tuple([_sys.intern(name) for name in names])


def _module_of_caller(cls):
    """The module that called namedtuple, if there are frames to tell it."""
    try:
        scope = _sys._getframe(2).f_globals
    except (ValueError, AttributeError):
        return cls.__module__
    return scope.get('__name__', '__main__')


def namedtuple(typename, field_names, *, rename=False, defaults=None,
               module=None):
    """Make a class of tuples whose items have names."""
    typename = _sys.intern(str(typename))
    fields = _field_names(typename, field_names, rename)
    given = () if defaults is None else tuple(defaults)
    required = len(fields) - len(given)
    if required < 0:
        raise TypeError('Got more default values than field names')

    new = _constructor(typename, fields, None if defaults is None else given)
    methods = new, *_tuple_methods(typename, fields)
    namespace = {method.__name__: method for method in methods}
    for method in methods:
        method.__qualname__ = f'{typename}.{method.__name__}'
    namespace.update(
        __doc__=f'{typename}({", ".join(fields)})', __slots__=(),
        __match_args__=fields, _make=classmethod(namespace['_make']),
        _fields=fields, _field_defaults=dict(zip(fields[required:], given)))
    for i, name in enumerate(fields):
        namespace[name] = _tuplegetter(
            i, _sys.intern(f'Alias for field number {i}'))

    cls = type(typename, (tuple,), namespace)
    cls.__module__ = _module_of_caller(cls) if module is None else module
    return cls


# --- Counter ---

class Counter(dict):
    """A dict of how often things occur."""

    __hash__ = None

    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        'How many were counted, of all elements together.'
        return sum(self.values())

    def most_common(self, n=None):
        '''Pairs of an element and its count, largest counts first: n of them,
        or all.'''
        pairs = sorted(self.items(), key=_itemgetter(1), reverse=True)
        if n is not None:
            del pairs[max(n, 0):]
        return pairs

    def elements(self):
        'Every element, repeated as many times as it was counted.'
        return _chain.from_iterable(map(_repeat, self, self.values()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            'Counter.fromkeys() is undefined.  Use Counter(iterable) '
            'instead.')

    def update(self, iterable=None, /, **kwds):
        'Add what an iterable has, or the counts of a mapping.'
        if not (iterable is None or _is_mapping(iterable)):
            _count_elements(self, iterable)
        elif iterable and self:
            for key, more in iterable.items():
                self[key] = more + self.get(key, 0)
        elif iterable is not None:
            dict.update(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        'Take away what an iterable has, or the counts of a mapping.'
        if _is_mapping(iterable):
            pairs = iterable.items()
        else:
            pairs = zip(() if iterable is None else iterable, _repeat(1))
        for key, less in pairs:
            self[key] = self.get(key, 0) - less
        if kwds:
            self.subtract(kwds)

    def copy(self):
        'A counter of the same class with the same counts.'
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, ({**self},)

    def __delitem__(self, key):
        'Forget an element, even one that was not counted.'
        if key in self:
            dict.__delitem__(self, key)

    def __repr__(self):
        shown = ''
        if self:
            try:
                shown = repr(dict(self.most_common()))
            except TypeError:  # counts that cannot be ordered
                shown = dict.__repr__(self)
        return f'{self.__class__.__name__}({shown})'

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    # Multiset operations keep positive counts only; see _operation too.

    def __pos__(self):
        'The elements that were counted more than zero times.'
        return _positive(self.items())

    def __neg__(self):
        'The elements with negative counts, the sign changed.'
        return _positive((key, 0 - count) for key, count in self.items()
                         if count < 0)

    def __iadd__(self, other):
        for key, more in other.items():
            self[key] += more
        return _strip(self)

    def __isub__(self, other):
        for key, less in other.items():
            self[key] -= less
        return _strip(self)

    def __ior__(self, other):
        for key, count in other.items():
            self[key] = _larger(self[key], count)
        return _strip(self)

    def __iand__(self, other):
        for key, count in self.items():
            self[key] = _smaller(count, other[key])
        return _strip(self)


def _larger(one, other):
    return other if one < other else one


def _smaller(one, other):
    return other if other < one else one


def _positive(pairs):
    kept = Counter()
    for key, count in pairs:
        if count > 0:
            kept[key] = count
    return kept


def _strip(counter):
    """What is left of a counter without counts of zero and less."""
    for key in [key for key, count in counter.items() if not count > 0]:
        del counter[key]
    return counter


def _operation(combine, sign):
    """An operator that makes one count of two by `combine`.

    What only the right operand has goes in with this sign, or not if zero.
    """
    def operate(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        pairs = [(key, combine(count, other[key]))
                 for key, count in self.items()]
        if sign:
            pairs += [(key, count if sign > 0 else 0 - count)
                      for key, count in other.items() if key not in self]
        return _positive(pairs)
    return operate


def _relation(holds, strict=False):
    """A comparison that `holds` for the counts of every element of either,
    where elements that are not there count as zero."""
    def compare(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        for key in _chain(self, other):
            if not holds(self[key], other[key]):
                return False
        return not (strict and self == other)
    return compare


for _name, _method in (
        ('__add__', _operation(_add, 1)), ('__sub__', _operation(_sub, -1)),
        ('__or__', _operation(_larger, 1)), ('__eq__', _relation(_eq)),
        ('__and__', _operation(_smaller, 0)),
        ('__le__', _relation(_le)), ('__lt__', _relation(_le, strict=True)),
        ('__ge__', _relation(_ge)), ('__gt__', _relation(_ge, strict=True))):
    _method.__name__ = _name
    _method.__qualname__ = f'Counter.{_name}'
    setattr(Counter, _name, _method)


# --- ChainMap ---

_shown = set()  # of ChainMaps in the middle of their repr: who and where


class ChainMap(MutableMapping):
    """Several mappings seen as one; the first is the one to change."""

    def __init__(self, *maps):
        self.maps = [*maps] if maps else [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for one in self.maps:
            try:
                return one[key]  # not `in`: of defaultdicts
            except KeyError:
                continue
        return self.__missing__(key)

    def __contains__(self, key):
        for one in self.maps:
            if key in one:
                return True
        return False

    def get(self, key, default=None):
        if key not in self:
            return default
        return self[key]

    def _merged(self, first=()):
        """What all maps have, those at the end first, as a dict."""
        merged = dict(first)
        for one in self.maps[::-1]:
            merged.update(one)
        return merged

    def __iter__(self):
        order = _chain.from_iterable(self.maps[::-1])
        return iter(dict.fromkeys(order))

    def __len__(self):
        return len({*_chain.from_iterable(self.maps)})

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        here = id(self), _get_ident()
        if here in _shown:
            return '...'
        _shown.add(here)
        try:
            maps = ', '.join([repr(one) for one in self.maps])
            return f'{self.__class__.__name__}({maps})'
        finally:
            _shown.remove(here)

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls({}.fromkeys(iterable, *args))

    # Other chains of the same class.

    def copy(self):
        'A chain of a copy of the first map, and of the others themselves.'
        maps = self.maps[:]
        maps[0] = maps[0].copy()
        return self.__class__(*maps)

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        'A ChainMap that looks into one more map before these.'
        if m is None:
            m = {}
        if kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        'A ChainMap of all maps but the first.'
        others = self.maps[1:]
        return self.__class__(*others)

    def __or__(self, other):
        if _is_mapping(other):
            self = self.copy()
            self.maps[0].update(other)
            return self
        return NotImplemented

    def __ror__(self, other):
        if _is_mapping(other):
            return self.__class__(self._merged(other))
        return NotImplemented

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    # Changes, all of them of the first map.

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        first = self.maps[0]
        try:
            del first[key]
        except KeyError:
            raise _not_first(key)

    def pop(self, key, *args):
        pop = self.maps[0].pop
        try:
            return pop(key, *args)
        except KeyError:
            raise _not_first(key)

    def popitem(self):
        popitem = self.maps[0].popitem
        try:
            return popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def clear(self):
        'Empty the first map; the others stay as they are.'
        self.maps[0].clear()


def _not_first(key):
    return KeyError(f'Key not found in the first mapping: {key!r}')


# --- wrappers to derive from ---

class UserDict(MutableMapping):
    """A mapping around a dict in self.data."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for source in (dict, kwargs or None):
            if source is not None:
                self.update(source)

    def __getitem__(self, key):
        if key not in self.data:
            missing = getattr(type(self), '__missing__', None)
            if missing is None:
                raise KeyError(key)
            return missing(self, key)
        return self.data[key]

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        other = _wrapped(other, UserDict)
        if not isinstance(other, dict):
            return NotImplemented
        return self.__class__({**self.data, **other})

    def __ror__(self, other):
        other = _wrapped(other, UserDict)
        if not isinstance(other, dict):
            return NotImplemented
        return self.__class__({**other, **self.data})

    def __ior__(self, other):
        self.data |= _wrapped(other, UserDict)
        return self

    def __copy__(self):
        return _copied(self)

    def copy(self):
        'Another with the same items, which a subclass gets one by one.'
        if type(self) is UserDict:
            return UserDict(self.data)
        twin = self.__copy__()
        twin.data = {}
        twin.update(self)
        return twin

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        made.update(zip(iterable, _repeat(value)))
        return made


class UserList(MutableSequence):
    """A sequence around a list in self.data."""

    __hash__ = None

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data += _wrapped(initlist, UserList)

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + list(_wrapped(other, UserList)))

    def __radd__(self, other):
        return self.__class__(list(_wrapped(other, UserList)) + self.data)

    def __iadd__(self, other):
        self.data += _wrapped(other, UserList)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def insert(self, i, item):
        self.data.insert(i, item)

    def __copy__(self):
        return _copied(self)

    def copy(self):
        'Another of the same class, made from this one.'
        return self.__class__(self)


class UserString(Sequence):
    """A sequence around a str in self.data, with its methods."""

    def __init__(self, seq):
        seq = _wrapped(seq, UserString)
        self.data = seq if isinstance(seq, str) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __hash__(self):
        return hash(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __len__(self):
        return len(self.data)

    def __contains__(self, char):
        return _wrapped(char, UserString) in self.data

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + _text(other))

    def __radd__(self, other):
        return self.__class__(_text(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode(encoding or 'utf-8', errors or 'strict')

    maketrans = staticmethod(str.maketrans)


def _wrapped(value, wrapper):
    """What a wrapper of this class wraps, or the value itself."""
    return value.data if isinstance(value, wrapper) else value


def _text(value):
    value = _wrapped(value, UserString)
    return value if isinstance(value, str) else str(value)


def _copied(wrapper):
    """An instance with the same attributes and data of its own."""
    cls = wrapper.__class__
    twin = cls.__new__(cls)
    twin.__dict__.update(wrapper.__dict__, data=wrapper.data.copy())
    return twin


def _forward(cls, signatures, answer='{}'):
    """Give `cls` methods that call those of self.data.

    `signatures` has ; between methods, and ~ before an argument that may be
    a `cls` too, of which the call gets the data.  `answer` has {} for what
    the call returns.
    """
    lines = []
    for signature in signatures.split(';'):
        name, params = signature.strip(' \n)').split('(')
        args = [param.split('=')[0] for param in params.split(', ')
                if param not in ('', '/')]
        args = [f'_wrapped({arg[1:]}, {cls.__name__})' if arg[0] == '~'
                else arg for arg in args]
        call = f'self.data.{name}({", ".join(args)})'
        lines.append(f'def {name}(self, {params.replace("~", "")}): '
                     f'return {answer.format(call)}')
    _define(cls, lines)


def _define(cls, functions):
    methods = {}
    exec('\n'.join(functions), globals(), methods)
    for name, method in methods.items():
        method.__qualname__ = f'{cls.__name__}.{name}'
        setattr(cls, name, method)


for _class in UserList, UserString:
    _define(_class, [
        f'def __{_name}__(self, other): '
        f'return self.data {_sign} _wrapped(other, {_class.__name__})'
        for _name, _sign in (('lt', '<'), ('le', '<='), ('eq', '=='),
                             ('gt', '>'), ('ge', '>='))])

_forward(UserList, """
    append(item); clear(); count(item); extend(~other);
    index(item, *args); pop(i=-1); remove(item); reverse();
    sort(/, *args, **kwds)
""")
_forward(UserString, """
    count(~sub, start=0, end=_sys.maxsize);
    endswith(suffix, start=0, end=_sys.maxsize);
    find(~sub, start=0, end=_sys.maxsize); format(/, *args, **kwds);
    format_map(mapping); index(sub, start=0, end=_sys.maxsize); isalnum();
    isalpha(); isascii(); isdecimal(); isdigit(); isidentifier();
    islower(); isnumeric(); isprintable(); isspace(); istitle();
    isupper(); join(seq); partition(sep);
    rfind(~sub, start=0, end=_sys.maxsize);
    rindex(sub, start=0, end=_sys.maxsize); rpartition(sep);
    rsplit(sep=None, maxsplit=-1); split(sep=None, maxsplit=-1);
    splitlines(keepends=False);
    startswith(prefix, start=0, end=_sys.maxsize)
""")
_forward(UserString, """
    capitalize(); casefold(); center(width, *args); expandtabs(tabsize=8);
    ljust(width, *args); lower(); lstrip(chars=None);
    removeprefix(~prefix, /); removesuffix(~suffix, /);
    replace(~old, ~new, maxsplit=-1); rjust(width, *args);
    rstrip(chars=None); strip(chars=None); swapcase(); title();
    translate(*args); upper(); zfill(width)
""", 'self.__class__({})')

del _class, _method, _name
