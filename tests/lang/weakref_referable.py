# Whose instances weak references refer to: classes, with __slots__ and without.
import _weakref as w
import collections
import functools
import gc
import itertools


def can(make):
    try:
        x = make()
        w.ref(x)
        return True
    except TypeError as e:
        return str(e)


def generator():
    yield


for text in ('object() 1 1.5 1j "s" b"b" bytearray() () [] {} set() frozenset() None ... '
             'NotImplemented range(3) slice(1) memoryview(b"") int len [].append '
             'generator() generator can (lambda:1) Exception() KeyError() print property() '
             'staticmethod(can) classmethod(can) super(int) type(w) w iter([]) zip() '
             'enumerate([]) map(can,[]) filter(can,[]) reversed([]) list[int] int|str '
             'functools.partial(can) functools.lru_cache(can) itertools.count() '
             'itertools.chain() collections.deque() collections.OrderedDict() '
             'collections.defaultdict() collections.Counter() can.__code__ '
             'type.__dict__["__name__"] str.join "".join type.__dict__').split():
    print(text, can(lambda: eval(text)))


class Plain:
    pass


class Empty:
    __slots__ = ()


class Slot:
    __slots__ = ('__weakref__',)


class FromEmpty(Empty):
    pass


class FromSlot(Slot):
    __slots__ = ('more',)


class Dict:
    __slots__ = ('__dict__',)


class Int(int):
    pass


class Str(str):
    pass


class Tuple(tuple):
    pass


class List(list):
    pass


class Float(float):
    __slots__ = ()


class Ref(w.ref):
    pass


class SlotRef(w.ref):
    __slots__ = ()


class Error(Exception):
    pass


for c in (Plain, Empty, Slot, FromEmpty, FromSlot, Dict, Int, Str, Tuple, List, Float, Error):
    print(c.__name__, can(c), '__weakref__' in c.__dict__, hasattr(c, '__weakref__'))
p = Plain()
for c in (Ref, SlotRef):
    print(c.__name__, can(lambda: c(p)), '__weakref__' in c.__dict__)
print(can(lambda: type('X', (Plain,), {'__slots__': ('__weakref__',)})))
print(can(lambda: type('X', (), {'__slots__': ('__weakref__', '__weakref__')})))
print(can(lambda: type('X', (int,), {'__slots__': ('__weakref__',)})))
gc.collect()
print(p.__weakref__)
r = w.ref(p)
print(p.__weakref__ is r)
try:
    p.__weakref__ = 1
except AttributeError as e:
    print(e)
print(Plain.__weakref__, type(Plain.__weakref__).__name__)
# Alone: collects garbage, and what is dead depends on other threads
