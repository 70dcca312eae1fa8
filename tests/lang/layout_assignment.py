# __class__ and __bases__ may be set to classes with instances laid out alike.
import gc
import types


def attempt(text, f):
    try:
        print(text, f())
    except Exception as error:
        print(text, type(error).__name__, error)


def make(*rows):
    """Classes by name from (name, bases, slots or None)."""
    made = {}
    for name, bases, slots in rows:
        space = {} if slots is None else {'__slots__': slots}
        made[name] = type(name, tuple(made.get(b, b) for b in bases), space)
    return made


print('--- __class__')
classes = make(
    ('Plain', (), None), ('Plain2', (), None), ('Empty', (), ()),
    ('A', (), 'a'), ('A2', (), ('a',)), ('B', (), 'b'), ('AB', (), 'ab'),
    ('Ab', (), ('a', 'b')), ('Ba', (), ('b', 'a')), ('SubA', ('A',), None),
    ('SubA2', ('A',), ()), ('SubAb', ('A',), 'b'),
    ('Dict', (), '__dict__'), ('Weak', (), '__weakref__'),
    ('DictWeak', (), ('__dict__', '__weakref__')), ('List', (list,), None),
    ('ListSlots', (list,), 'a'), ('Int', (int,), None), ('Int2', (int,), ()),
    ('Int3', (int,), None), ('Tuple', (tuple,), None),
    ('Tuple2', (tuple,), None), ('Tuple3', (tuple,), ()),
    ('Tuple4', (tuple,), ()), ('SubInt', ('Int',), None),
    ('E', (Exception,), None), ('E2', (Exception,), None),
    ('V', (ValueError,), None), ('O', (OSError,), None),
    ('Str', (str,), 'a'), ('Str2', (str,), 'a'), ('Str3', (str,), 'b'),
    ('int', (), None))
for old in classes.values():
    for new in classes.values():
        obj = old()
        try:
            obj.__class__ = new
        except TypeError:
            continue
        print(old.__name__, new.__name__, type(obj).__name__)
obj = classes['A']()
obj.a = 5
obj.__class__ = classes['A2']
print(obj.a)
obj = classes['Str']('text')
obj.a = 5
obj.__class__ = classes['Str2']
print(obj, obj.a)
for new in (classes['B'], classes['Plain'], int, list, 5, object):
    attempt(new, lambda: setattr(classes['A'](), '__class__', new))
attempt('delete', lambda: delattr(obj, '__class__'))
attempt('int', lambda: setattr(1, '__class__', bool))


print('--- __bases__')
for base in ((), ('a',), None):
    for child in ((), ('b',), None):
        c = make(('A', (), base), ('B', (), base), ('C', ('A',), child),
                 ('Other', (), 'other'), ('L', (list,), None))
        for new in (c['B'], object, int, list, c['Other'], c['L'], c['C']):
            attempt((base, child, new.__name__),
                    lambda: setattr(c['C'], '__bases__', (new,)))
        print([k.__name__ for k in c['C'].__mro__])
c = make(('L', (list,), ()), ('M', ('L',), ()), ('I', (int,), ()),
         ('J', ('I',), ()))
attempt('list', lambda: setattr(c['M'], '__bases__', (list,)))
attempt('int', lambda: setattr(c['J'], '__bases__', (int,)))
for value in (), 5, (5,), (c['J'],), [int]:
    attempt(value, lambda: setattr(c['J'], '__bases__', value))
attempt('delete', lambda: delattr(c['J'], '__bases__'))
attempt('int', lambda: setattr(int, '__bases__', (object,)))


print('--- what is found afterwards')


class M(type):
    pass


class M2(type):
    answer = 42


class K(metaclass=M):
    x = 1


def read():
    return K.x


for _ in range(3000):
    read()
M.x = property(lambda cls: 2)
print(read())
K.__class__ = M2
print(read(), K.answer, type(K).__name__)


class P:
    pass


class Q:
    @property
    def w(self):
        return 'property'


class C(P):
    pass


obj = C()
obj.w = 'own'


def read():
    return obj.w


for _ in range(3000):
    read()
C.__bases__ = (Q,)
print(read())
print(isinstance(obj, P), isinstance(obj, Q), P.__subclasses__(),
      [k.__name__ for k in Q.__subclasses__()])

module = types.ModuleType('module')


def replace_class():
    class S(types.ModuleType):
        def method(self):
            return 'method'
    module.__class__ = S


replace_class()
for i in range(3):
    gc.collect()
    junk = [type('T', (), {'x': 1}) for _ in range(100)]
print(module.method(), type(module).__name__)
# Alone: collects garbage, and what is dead depends on other threads
