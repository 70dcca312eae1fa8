# Classes made and changed at random: bases, slots, attributes, __class__ and
# __bases__, with garbage collected between.  First with plain MROs, where
# every outcome is compared, then with metaclasses whose mro() lies, where
# nothing may crash.
import collections
import functools
import gc
import itertools
import types

STEPS = 1200
BUILTINS = [object, object, object, list, dict, str, int, float, tuple, set,
            bytes, bytearray, Exception, OSError, StopIteration, type,
            property, types.ModuleType, collections.OrderedDict,
            collections.defaultdict, collections.deque, functools.partial,
            itertools.count, complex, frozenset, super, zip]
NAMES = 'abcdefgh'
ARGUMENTS = ((), ('x',), (1,), ([],), ('N', (), {}), (len,), (len, []))


class Random:
    def __init__(self, seed):
        self.state = seed * 2654435761 + 12345

    def below(self, n):
        self.state = (self.state * 6364136223846793005 +
                      1442695040888963407) % 2 ** 64
        return (self.state >> 33) % n

    def pick(self, items):
        return items[self.below(len(items))]


class Data:
    def __get__(self, instance, owner=None):
        return 'data'

    def __set__(self, instance, value):
        pass


class NonData:
    def __get__(self, instance, owner=None):
        return 'non-data'


class Meta(type):
    def mro(cls):
        return world.mro(cls)


class World:
    def __init__(self, seed, lies):
        self.random = Random(seed)
        self.lies = lies
        self.classes = []
        self.objects = []

    def mro(self, cls):
        plain = type.mro(cls)
        if not self.lies:
            return plain
        r, pick = self.random.below(12), self.random.pick
        some = pick(self.classes) if self.classes else object
        if r == 0:
            return plain[::-1]
        if r == 1:
            return plain[:1] + plain[2:]
        if r == 2:
            return plain + [some]
        if r == 3:
            return [cls, some, object]
        if r == 4:
            return [cls]
        if r == 5 or r == 6:
            try:
                (cls if r == 5 else some).__bases__ = (self.base(),)
            except TypeError:
                pass
        if r == 7:
            raise ValueError
        return plain

    def base(self):
        if self.classes and self.random.below(10) < 7:
            return self.random.pick(self.classes)
        return self.random.pick(BUILTINS)

    def value(self):
        return self.random.pick([
            lambda self: 'method', Data(), NonData(), 5, [1],
            property(lambda self: 'property'), staticmethod(len),
            classmethod(repr)])

    def make_class(self):
        below, pick = self.random.below, self.random.pick
        bases = tuple(self.base() for _ in range(1 + below(3)))
        space = {}
        if below(4) < 2:
            slots = [pick(NAMES) for _ in range(below(4))]
            slots += ['__dict__'] * (below(4) == 0)
            slots += ['__weakref__'] * (below(4) == 0)
            space['__slots__'] = slots
        for _ in range(below(3)):
            space.setdefault(pick(NAMES), self.value())
        if below(12) == 0:
            space['__del__'] = lambda self: None
        if below(12) == 0:
            space['__getattr__'] = lambda self, name: 'any'
        meta = Meta if below(3) == 0 else type
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
        cls = meta('C%d' % len(self.classes), bases, space)
        self.classes.append(cls)
        return cls.__name__, [k.__name__ for k in cls.__mro__]

    def make_object(self):
        cls = self.random.pick(self.classes)
        for args in ARGUMENTS:
            try:
                self.objects.append(cls(*args))
            except Exception:
                continue
            return 'new', cls.__name__
        return 'no object', cls.__name__

    def change_object(self, r):
        obj = self.random.pick(self.objects)
        name = self.random.pick(NAMES)
        if r <= 6:
            setattr(obj, name, [r])
        elif r == 7:
            value = getattr(obj, name)
            return 'get', name, (value if type(value) in (int, str, list)
                                 else type(value).__name__)
        elif r == 8:
            delattr(obj, name)
        else:
            obj.__class__ = self.random.pick(self.classes)
        return r, type(obj).__name__, name

    def change_class(self, r):
        cls = self.random.pick(self.classes)
        name = self.random.pick(NAMES)
        if r == 10:
            cls.__bases__ = tuple(
                self.base() for _ in range(1 + self.random.below(2)))
        elif r == 11:
            setattr(cls, name, self.value())
        else:
            delattr(cls, name)
        return r, cls.__name__, name

    def tidy(self):
        r = self.random.below(5)
        if r == 0:
            gc.collect()
        elif r == 1 and self.objects:
            self.objects.pop(self.random.below(len(self.objects)))
        elif r == 2 and len(self.classes) > 30:
            self.classes.pop(self.random.below(len(self.classes)))
        elif r == 3 and self.objects:
            obj = self.random.pick(self.objects)
            repr(obj), dir(obj), hash(obj)

    def step(self):
        r = self.random.below(14)
        if r <= 1 or not self.classes:
            return self.make_class()
        if r <= 3 or not self.objects:
            return self.make_object()
        if r <= 9:
            return self.change_object(r)
        if r <= 12:
            return self.change_class(r)
        return self.tidy()


def outcome():
    try:
        return str(world.step())
    except Exception as error:
        return '%s %s' % (type(error).__name__,
                          str(error).split(' object at ')[0])


for seed in range(8):
    world = World(seed, False)
    outcomes = [outcome() for _ in range(STEPS)]
    print('--- seed', seed)
    for text, n in sorted(collections.Counter(outcomes).items()):
        if n > 3:
            print(n, text)
    print(*outcomes[-10:], sep='\n')

for seed in range(8):
    world = World(seed, True)
    for _ in range(STEPS):
        outcome()
# Alone: collects garbage, and what is dead depends on other threads
