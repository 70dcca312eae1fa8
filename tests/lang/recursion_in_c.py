# SPDX-License-Identifier: MIT
# modes: interp jit eager
# by hand: how deep is too deep differs, and CPython crashes on some.
"""Deep structures end in an exception where C code recurses, or in a result."""
import functools
import itertools
import types

DEPTH = 100000


def nested(wrap, v):
    for _ in range(DEPTH):
        v = wrap(v)
    return v


def survives(name, run):
    try:
        run()
    except Exception:
        pass  # any will do
    print(name, "survives")


def compare(wrap):
    return nested(wrap, 1) == nested(wrap, 1)


def as_tuple(v):
    return (v,)


def as_list(v):
    return [v]


def as_dict(v):
    return {1: v}


survives("hash of tuples", lambda: hash(nested(as_tuple, 1)))
for wrap in as_tuple, as_list, as_dict:
    survives("repr " + wrap.__name__, lambda: repr(nested(wrap, 1)))
    survives("== " + wrap.__name__, lambda: compare(wrap))
survives("< as_list", lambda: nested(as_list, 1) < nested(as_list, 1))
survives("isinstance", lambda: isinstance("", nested(as_tuple, int)))
survives("issubclass", lambda: issubclass(str, nested(as_tuple, int)))
for wrap in (zip, enumerate, iter, lambda v: map(abs, v),
             lambda v: filter(None, v), itertools.chain,
             lambda v: itertools.islice(v, 3), itertools.accumulate,
             itertools.pairwise, itertools.cycle,
             lambda v: itertools.zip_longest(v, v),
             lambda v: itertools.takewhile(bool, v),
             lambda v: itertools.dropwhile(bool, v),
             lambda v: itertools.starmap(abs, v),
             lambda v: itertools.compress(v, v), itertools.groupby,
             itertools.chain.from_iterable, lambda v: itertools.tee(v)[0],
             lambda v: (x for x in v)):
    survives("an iterator", lambda: next(nested(wrap, iter([1, 2])),
                                           None))
survives("== of methods", lambda: compare(lambda f: types.MethodType(abs, f)))
survives("hash of methods",
         lambda: hash(nested(lambda f: types.MethodType(abs, f), 1)))
survives("partial", lambda: nested(functools.partial, abs)(-1))
survives("staticmethod", lambda: nested(staticmethod, abs)(-1))
survives("classmethod", lambda: nested(classmethod, abs).__get__(1))
survives("property",
         lambda: nested(property, abs).__isabstractmethod__)
survives("aliases", lambda: repr(nested(lambda v: list[v], int)))
survives("hash of aliases", lambda: hash(nested(lambda v: list[v], int)))
survives("== of aliases", lambda: compare(lambda v: list[v]))
survives("slices", lambda: nested(lambda v: slice(v, v), 1) ==
         nested(lambda v: slice(v, v), 1))
survives("repr of slices", lambda: repr(nested(lambda v: slice(v), 1)))
survives("str of exceptions", lambda: str(nested(ValueError, 1)))
survives("memoryview", lambda: nested(memoryview, b"abc")[0])
survives("mapping proxies",
         lambda: nested(types.MappingProxyType, {}).get(1))
survives("simple namespaces",
         lambda: repr(nested(lambda v: types.SimpleNamespace(v=v), 1)))
survives("reversed", lambda: nested(lambda v: [*reversed([v])], 1))
# Alone: uses up the stack, which is smaller in other threads
