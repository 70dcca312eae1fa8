# Every descriptor of every builtin type, with arguments that make no sense: an
# exception where CPython raises one, and never a crash.  What types and
# descriptors there are is found at run time; those of the types below are
# compared.
import collections
import functools
import itertools
import operator
import sys
import types

MODULES = ('builtins', 'collections', 'functools', 'itertools', 'operator',
           'types', 'sys', 'time')
KINDS = (types.GetSetDescriptorType, types.MemberDescriptorType,
         types.MethodDescriptorType, types.ClassMethodDescriptorType,
         types.WrapperDescriptorType)
COMPARED = [object, type, int, float, complex, str, bytes, bytearray, tuple,
            list, dict, set, frozenset, range, slice, property, staticmethod,
            classmethod, super, enumerate, zip, map, filter, reversed,
            memoryview, OSError, ImportError, SyntaxError,
            UnicodeDecodeError, collections.deque, collections.defaultdict,
            functools.partial, itertools.chain,
            types.FunctionType, types.MethodType, types.BuiltinFunctionType,
            types.ModuleType, types.CodeType, types.GeneratorType,
            types.CellType, types.MappingProxyType, types.SimpleNamespace,
            types.GenericAlias, *KINDS]


class Plain:
    def method(self):
        pass


class Meta(type):
    def mro(cls):
        return [cls, Plain, object]


def make_values():
    """Things that fit hardly anywhere."""
    made = Meta('Made', (), {})
    return [None, 0, -1, 2 ** 70, True, 1.5, 2j, 'x', '', b'x',
            bytearray(b'x'), (), (1, 2), [], [1], {}, {1: 2}, set(), frozenset(), range(3),
            slice(None), ..., NotImplemented, object(), object, int, type,
            Plain, Plain(), Meta, made, made(), ValueError, ValueError('x'),
            OSError, len, [].append, str.join, Plain.method, Plain().method,
            lambda: 1, iter([]), zip(), property(), classmethod(Plain),
            staticmethod(Plain), super(Plain), itertools.count(),
            sys.float_info, type(sys.float_info), list[int], int | str,
            types.SimpleNamespace(), types.ModuleType('m'), memoryview(b'x'),
            collections.deque(), Plain.__dict__, vars(Plain)['__dict__']]


LETTERS = {TypeError: 'T', AttributeError: 'A', ValueError: 'V'}


def outcome(f, *args):
    try:
        f(*args)
    except tuple(LETTERS) as error:
        return LETTERS[type(error)]
    except Exception as error:
        return type(error).__name__
    return '.'


def fits(cls, value):
    """Whether the descriptor is one of the value, or of the class."""
    return isinstance(value, cls) or (isinstance(value, type) and
                                      issubclass(value, cls))


def try_descriptor(cls, descriptor, values):
    results = [outcome(descriptor.__get__), outcome(descriptor)]
    for a, b in zip(values, values[::-1]):
        results.append(outcome(descriptor.__get__, a))
        results.append(outcome(descriptor.__get__, None, a))
        results.append(outcome(descriptor.__get__, a, b))
        if fits(cls, a):
            continue
        results.append(outcome(descriptor, a))
        results.append(outcome(descriptor, a, b))
        if hasattr(type(descriptor), '__set__'):
            results.append(outcome(descriptor.__set__, a, b))
            results.append(outcome(descriptor.__delete__, a))
    return results


def find_types():
    found = {}

    def add(cls):
        if cls not in found and '__main__' != cls.__module__:
            found[cls] = True
            for sub in type.__subclasses__(cls):
                add(sub)

    for module in MODULES:
        for value in vars(__import__(module)).values():
            if isinstance(value, type):
                add(value)
    add(object)
    return list(found)


def kind_of(descriptor):
    if hasattr(type(descriptor), '__set__'):
        return 'attribute'
    if type(descriptor) is types.ClassMethodDescriptorType:
        return 'class method'
    return 'method'


for cls in dict.fromkeys(COMPARED + find_types()):
    values = make_values()
    seen = {}  # kind and results, with names: not all have all of them
    for name, descriptor in sorted(vars(cls).items(), key=str):
        if isinstance(descriptor, KINDS):
            counts = collections.Counter(
                try_descriptor(cls, descriptor, values))
            text = ' '.join('%s%d' % pair for pair in sorted(counts.items()))
            seen.setdefault((kind_of(descriptor), text), []).append(name)
    if cls in COMPARED:
        for kind, text in sorted(seen):
            print(cls.__name__, kind, text)
# Alone: looks at the name of its module, __main__
