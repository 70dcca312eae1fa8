# gc.get_referents and get_referrers, as far as they do not depend on the layout.
import gc

class C:
    pass

class S:
    __slots__ = ('a', 'b')

class L(list):
    pass

def names(objects):
    return sorted(repr(o) if not isinstance(o, type) else o.__name__
                  for o in objects)

print(gc.get_referents())
print(gc.get_referents(1, 'a', 4j, None, b'', 2**100, int))
print(names(gc.get_referents([1, 'a', None, 1.5, [2]])))
print(names(gc.get_referents((1, 'a', None, 1.5, [2]))))
print(names(gc.get_referents({1: 2, 'a': [3], None: None})))
print(names(gc.get_referents({1, 2.5, None, 'x'})))
print(names(gc.get_referents([1], (2,), {3: 4})))
c = C()
c.x, c.y = 5, [6]
print(names(gc.get_referents(c)))
s = S()
s.a = 7
print(names(gc.get_referents(s)))
l = L([1, 2])
print(names(gc.get_referents(l))[:2])

def outer():
    x = [8]
    def inner():
        return x
    return inner
inner = outer()
print(gc.get_referents(inner.__closure__[0]))
print(inner.__code__ in gc.get_referents(inner))

target = ['unique']
holders = [[target], (target, 1), {1: target}, {'k': 1, 'l': target}, C(), S(), L([target]),
           iter([target])]
holders[4].attribute = target
holders[5].b = target
found = gc.get_referrers(target)
print([any(h is f for f in found) for h in holders[:4] + holders[5:7]])
print(any(f is globals() for f in found), any(f is holders for f in found))
print(gc.get_referrers(['nobody']))
a, b = object(), object()
print(len([r for r in gc.get_referrers(a, b) if type(r) is list]),
      gc.get_referrers() == [])
