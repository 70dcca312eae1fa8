# gc.is_tracked: atoms never are; dicts and tuples are if what they hold may be.
import gc

class C:
    pass

class Slots:
    __slots__ = ()

class I(int):
    __slots__ = ()

class T(tuple):
    pass

class D(dict):
    pass

def generator():
    yield

def f():
    return C

atoms = [None, True, 1, 2**100, 1.5, 2j, 'a', b'a', bytearray(b'a'), ...,
         NotImplemented, object(), range(3), iter(range(3)), f.__code__,
         int, type, object]
print([gc.is_tracked(x) for x in atoms])
containers = [[], [1], set(), frozenset(), C, C(), Slots(), I(3), T(), D(), f,
              generator(), iter([]), iter(''), zip(), map(f, []), slice(1),
              property(), staticmethod(f), classmethod(f), C().__init__,
              [].append, len, gc, f.__closure__ or [], Exception(), super,
              memoryview(b'a'), {}.keys(), enumerate([])]
print([gc.is_tracked(x) for x in containers])
dicts = [{}, {1: 2}, {'a': 'b'}, {'a': (1, 2)}, {'a': []}, {'a': {}},
         {'a': object()}, {'a': C()}, {(): None}, {C: 1}]
tuples = [(), (1,), (1, 'a', None), ((1,), (2,)), ([],), ({},), (C(),), (1, ((),)),
          (1, ([],)), (object(),)]
gc.collect()
print([gc.is_tracked(x) for x in dicts])
print([gc.is_tracked(x) for x in tuples])
for t in (int, str, float, complex, bytes, bytearray, object, range, bool,
          type(None), type(...), type(f.__code__), type(iter(range(3))), list,
          tuple, dict, set, type, type(f), C, I, slice, Exception):
    print(t.__name__, bool(t.__flags__ & 1 << 14))
