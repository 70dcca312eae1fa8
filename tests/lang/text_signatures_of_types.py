# How a type is called is shown as its constructor declares it: inspect.signature()
# reads it.
import inspect
import itertools
import types

for cls in (float, memoryview, property, reversed, type(lambda: 0), types.CodeType,
            types.MethodType, types.ModuleType, itertools.accumulate,
            itertools.combinations, itertools.compress, itertools.count,
            itertools.cycle, itertools.dropwhile, itertools.filterfalse,
            itertools.groupby, itertools.pairwise, itertools.permutations,
            itertools.starmap, itertools.takewhile):
    print(cls.__name__, inspect.signature(cls))
for cls in (int, bool, str, bytes, bytearray, dict, set, frozenset, range, slice, type,
            zip, map, filter, super, staticmethod, classmethod, type(None),
            type(NotImplemented), type(...), types.MappingProxyType,
            types.TracebackType, types.GenericAlias, types.SimpleNamespace,
            itertools.chain, itertools.islice, itertools.product,
            itertools.repeat, itertools.zip_longest):
    print(cls.__name__, cls.__text_signature__)


class Own:
    """Own(a, b)"""


print(Own.__text_signature__, type.__text_signature__)
