# abc: abstract methods, registration, hooks, caches, patterns.
import _abc
import abc
import collections.abc as c
import gc


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...

    @classmethod
    @abc.abstractmethod
    def make(cls): ...

    @staticmethod
    @abc.abstractmethod
    def static(): ...


class Half(Shape):
    def area(self):
        return 1

    name = 'half'


class Whole(Half):
    def make(cls): ...

    def static(): ...


print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__))
show(Shape)
show(Half)
print(Whole().area(), Whole.__abstractmethods__)


class Thing:
    pass


class Other(Thing):
    pass


token = abc.get_cache_token()
print(issubclass(Thing, Shape), isinstance(Other(), Shape))
print(Shape.register(Thing) is Thing, abc.get_cache_token() - token)
print(issubclass(Thing, Shape), isinstance(Other(), Shape), issubclass(Other, Shape))
print(issubclass(Thing, Half), Shape.register(Thing) is Thing, abc.get_cache_token() - token)
show(lambda: Shape.register(1))
show(lambda: Whole.register(Shape))
show(lambda: issubclass(1, Shape))
for name in ('_abc_init', '_get_dump', '_reset_registry', '_reset_caches'):
    show(lambda: getattr(_abc, name)(1))
show(lambda: _abc._abc_instancecheck(1, Shape))
show(lambda: _abc._abc_subclasscheck(1, Shape))
show(lambda: _abc._abc_subclasscheck(Shape, 1))
registry, subclasses, others, version = _abc._get_dump(Shape)
print([r() for r in registry], sorted(r().__name__ for r in subclasses),
      [r() for r in others], version == abc.get_cache_token())
_abc._reset_caches(Shape)
print(_abc._get_dump(Shape)[1:3], issubclass(Other, Shape))
_abc._reset_registry(Shape)
print(_abc._get_dump(Shape)[0], issubclass(Other, Shape))
_abc._reset_caches(Shape)
print(issubclass(Other, Shape))


class Hooked(metaclass=abc.ABCMeta):
    answer = NotImplemented

    @classmethod
    def __subclasshook__(cls, sub):
        print('asked about', sub.__name__)
        return cls.answer


for Hooked.answer in (True, False, NotImplemented, 1):
    _abc._reset_caches(Hooked)
    show(lambda: (issubclass(int, Hooked), issubclass(int, Hooked), isinstance(3, Hooked)))


class Liar:
    @property
    def __class__(self):
        return Thing


Shape.register(Thing)
print(isinstance(Liar(), Shape), isinstance(Liar(), c.Sized))


class Wrong(metaclass=abc.ABCMeta):
    pass


Wrong._abc_impl = 5
show(lambda: isinstance(1, Wrong))


def pattern(x):
    match x:
        case [*items]:
            return 'sequence', len(items)
        case {**rest}:
            return 'mapping', len(rest)
    return 'neither'


class Seq(c.Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return 'ab'[i]


class Map(c.Mapping):
    def __len__(self):
        return 1

    def __getitem__(self, key):
        return {'k': 1}[key]

    def __iter__(self):
        return iter('k')

    def keys(self):
        return ['k']


class Late:
    def __len__(self):
        return 0

    def __getitem__(self, i):
        raise IndexError

    def keys(self):
        return []


class LateSub(Late):
    pass


class Both(Seq, c.Mapping):
    pass


class Unregistered(Late):
    pass


for x in (Seq(), Map(), Late(), LateSub(), [], {}, 'a', b'a', range(3)):
    print(type(x).__name__, pattern(x), end=' ')
print(hex(Seq.__flags__ & 0x60), hex(Map.__flags__ & 0x60), hex(Both.__flags__ & 0x60))
results = []
for i in range(60):
    if i == 20:
        c.Sequence.register(Late)
    if i == 40:
        c.Mapping.register(Late)
    results.append((pattern(Late()), pattern(LateSub())))
print(results[0], results[19], results[20], results[39], results[40], results[59])
show(lambda: abc.ABCMeta('X', (), {'__abc_tpflags__': 3 << 5}))
X = abc.ABCMeta('X', (), {'__abc_tpflags__': 1 << 6})
print(hex(X.__flags__ & 0x60), '__abc_tpflags__' in X.__dict__)


def many():
    class Base(abc.ABC):
        pass

    for i in range(300):
        cls = type(f'C{i}', (), {})
        if i % 3 == 0:
            Base.register(cls)
        if isinstance(cls(), Base) != (i % 3 == 0) or isinstance(cls(), Base) != (i % 3 == 0):
            print('wrong', i)
    del cls
    gc.collect()
    return Base


Base = many()
gc.collect()
print(len([r for r in _abc._get_dump(Base)[0] if r() is not None]) < 100,
      issubclass(int, Base))


class Update:
    __abstractmethods__ = frozenset()


abc.update_abstractmethods(Half)
print(sorted(Half.__abstractmethods__))
for name in ('Hashable Iterable Iterator Reversible Sized Container Callable Collection '
             'Sequence MutableSequence Mapping MutableMapping Set MutableSet ByteString '
             'KeysView Awaitable Coroutine AsyncIterable Generator').split():
    cls = getattr(c, name)
    print(name, *(int(isinstance(x, cls)) for x in (
        1, 'a', b'a', [], {}, (), set(), frozenset(), range(1), iter([]), len, {}.keys(),
        (i for i in ()), bytearray(), memoryview(b''), object, None)))
# Alone: collects garbage, and what is dead depends on other threads
