# Subclasses of every builtin type, with up to four slots, with and without
# __dict__ and __weakref__, hold what is put into them.  The types are found at
# run time; which combinations are refused is compared where both
# implementations have the type.
import gc

COMPARED = ('builtins', 'collections', 'functools', 'itertools', 'operator')
OTHERS = ('types', 'sys', 'time', '_warnings', 'gc', 'math')
IMMUTABLE = 1 << 8  # the flag of builtin types
NAMES = ('a', 'b', 'c', 'd')
ARGUMENTS = ((), ('x',), (77,), ([],), ([1, 2], 3), (len, []), (len, [], [1]),
             ('utf-8', b'x', 0, 1, 'y'), ('x', 0, 1, 'y'), ('x', [ValueError()]),
             (b'x',), (int, (str,)), (int, 1), ('T', (), {}))


def find_types():
    """All builtin types as a dict of module and name to type."""
    found = {}
    seen = set()

    def add(cls, module, name):
        made_in_python = '__slots__' in vars(cls) or any(
            isinstance(value, type(make)) for value in vars(cls).values())
        if not made_in_python:
            found.setdefault((module, name), cls)
        if cls in seen:
            return
        seen.add(cls)
        for sub in type.__subclasses__(cls):
            add(sub, sub.__module__, sub.__name__)

    for module in COMPARED + OTHERS:
        try:
            m = __import__(module)
        except ImportError:
            continue
        for name, value in sorted(vars(m).items()):
            if isinstance(value, type):
                add(value, value.__module__, value.__name__)
    add(object, 'builtins', 'object')
    return found


def make(cls):
    for args in ARGUMENTS:
        try:
            obj = cls(*args)
        except Exception:
            continue
        assert type(obj) is cls or issubclass(cls, type), cls
        return obj
    return None


def get(obj, name):
    """obj.name, whatever __getattribute__ a builtin type has for it."""
    try:
        return object.__getattribute__(obj, name)
    except (AttributeError, TypeError):
        return getattr(obj, name)


def has(obj, name):
    try:
        get(obj, name)
    except AttributeError:
        return False
    return True


filled = []  # object, names of slots, names in the dictionary


def fill(cls, names, with_dict):
    """Whether an instance was made; what is put into it comes back."""
    objects = [make(cls), make(cls)]
    if objects[0] is None:
        return False
    extra = 'pqrstu' if with_dict else ''
    for obj in objects:
        for name in names:
            assert not has(obj, name), (cls, name)
        for name in (*names, *extra):
            setattr(obj, name, [name])
        filled.append((obj, names, extra))
    return True


def check():
    gc.collect()
    for obj, names, extra in filled:
        cls = type(obj)
        for name in (*names, *extra):
            assert get(obj, name) == [name], (cls, name)
        if extra and cls.__getattribute__ is object.__getattribute__:
            assert set(obj.__dict__) >= set(extra), cls
            assert not set(obj.__dict__) & set(names), cls
        for name in names:
            delattr(obj, name)
            assert not has(obj, name), (cls, name)
    filled.clear()


def attempt(base, n, with_dict, with_weakref):
    """What making a subclass and using it comes to, in a letter."""
    slots = NAMES[:n] + ('__dict__',) * with_dict
    slots += ('__weakref__',) * with_weakref
    try:
        cls = type(base)('C', (base,), {'__slots__': slots})
    except TypeError as error:
        text = str(error)
        return ('d' if '__dict__' in text else 'w' if '__weakref__' in text
                else 'n' if 'nonempty' in text else 'b' if 'base' in text
                else text)
    except Exception:  # of a metaclass in Python
        return 'x'
    made = fill(cls, NAMES[:n], with_dict)
    plain = type(base)('D', (cls,), {})
    fill(plain, NAMES[:n], not issubclass(cls, type))
    more = attempt_more(cls, n)
    return ('+' if made else '-') + more


def attempt_more(base, n):
    """A subclass with further slots."""
    try:
        cls = type(base)('E', (base,), {'__slots__': ('e', 'f')})
    except TypeError:
        return '!'
    fill(cls, NAMES[:n] + ('e', 'f'), False)
    return ''


for (module, name), base in sorted(find_types().items()):
    results = [attempt(base, n, with_dict, with_weakref)
               for with_weakref in (False, True)
               for with_dict in (False, True) for n in range(5)]
    check()
    if (module in COMPARED and base.__flags__ & IMMUTABLE and
            base is vars(__import__(module)).get(name) and
            base is not ExceptionGroup):  # CPython makes it as Python would
        print(module, name, ' '.join(results))
# Alone: sets or is shown warnings
