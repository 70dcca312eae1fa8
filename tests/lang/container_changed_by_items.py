# by hand
# Whatever containers do with their items, whose methods change the container:
# no crash, no endless loop, and a container that works.  (CPython crashes.)
import sys, itertools, functools, operator, collections, heapq
from collections import deque, OrderedDict, defaultdict, Counter, ChainMap
count = 0
LIMIT = 300
class Stop(Exception): pass
def hit():
    global count
    count += 1
    if count > LIMIT: raise Stop
    if count in when:
        change(c)
when = ()
class E:
    def __init__(s, v): s.v = v
    def __eq__(s, o): hit(); return s.v == getattr(o, 'v', o)
    def __lt__(s, o): hit(); return s.v < getattr(o, 'v', o)
    __le__ = __gt__ = __ge__ = __lt__
    def __hash__(s): hit(); return s.v % 3
    def __index__(s): hit(); return s.v
    def __iter__(s): hit(); return iter([s.v, s.v])
    def __len__(s): hit(); return 2
    def __length_hint__(s): hit(); return 2
    def __bool__(s): hit(); return True
    def __repr__(s): hit(); return 'E%d' % s.v
    def __add__(s, o): hit(); return s
    __radd__ = __add__
    def __call__(s, *a): hit(); return s
    def __getitem__(s, i): hit(); return [s.v, s.v][i]
    def __contains__(s, o): hit(); return False
    def keys(s): hit(); return [1, 2]
    def __format__(s, f): hit(); return 'E'
    def __str__(s): hit(); return 'E'
    def __getattr__(s, n):
        if n.startswith('__'): raise AttributeError(n)
        hit(); return s
class Key:
    def __call__(s, x): hit(); return x.v if isinstance(x, E) else 0
def gen(c):
    for x in list(c): hit(); yield x
mk = {
    'list': lambda n=12: [E(i) for i in range(n)],
    'deque': lambda n=12: deque(E(i) for i in range(n)),
    'dequem': lambda n=12: deque((E(i) for i in range(n)), n),
 'dict': lambda n=12: {E(i): E(i) for i in range(n)},
    'od': lambda n=12: OrderedDict((E(i), E(i)) for i in range(n)),
    'set': lambda n=12: {E(i) for i in range(n)},
    'dd': lambda n=12: defaultdict(E(1), ((E(i), E(i)) for i in range(n))),
    'Counter': lambda n=12: Counter(E(i) for i in range(n)),
}
def pop(c):
    if c:
        if isinstance(c, dict): c.popitem()
        else: c.pop()
def add(c):
    if isinstance(c, dict): c[len(c) + 1000] = E(1)
    elif isinstance(c, set): c.add(len(c) + 1000)
    else: c.append(E(5))
def grow(c):
    for i in range(100): add(c)
def clear(c): c.clear()
def refill(c): c.clear(); grow(c)
def front(c):
    if isinstance(c, (list, deque)):
        if c: del c[0]
    elif c: c.pop(next(iter(c)), None) if isinstance(c, dict) else c.discard(next(iter(c)))
muts = clear, pop, add, grow, refill, front
D = (dict,); L = (list, deque)
ops = {}
def o(name, f, types=None): ops[name] = (types, f)
two = lambda c: type(c)(c) if not isinstance(c, (defaultdict,)) else c.copy()
for n in 'eq ne lt le gt ge'.split():
    o(n, lambda c, x, n=n: getattr(operator, n)(c, other))
for n in 'or_ and_ xor sub'.split():
    o(n, lambda c, x, n=n: getattr(operator, n)(c, other), (set, dict))
    o('i' + n, lambda c, x, n=n: getattr(operator, 'i' + n.strip('_'))(c, other), (set, dict))
    o('k' + n, lambda c, x, n=n: getattr(operator, n)(c.keys(), other.keys()), D)
    o('it' + n, lambda c, x, n=n: getattr(operator, n)(c.items(), other.items()), D)
    o('kl' + n, lambda c, x, n=n: getattr(operator, n)(c.keys(), [E(2), E(40)]), D)
o('in', lambda c, x: x in c)
o('vin', lambda c, x: x in c.values(), D)
o('iin', lambda c, x: (x, x) in c.items(), D)
o('index', lambda c, x: c.index(E(9)), L)
o('index2', lambda c, x: c.index(E(9), E(1), E(11)), L)
o('count', lambda c, x: c.count(x), L)
o('remove', lambda c, x: c.remove(E(9)), L + (set,))
o('discard', lambda c, x: c.discard(x), (set,))
o('repr', lambda c, x: repr(c))
o('str', lambda c, x: str(c))
o('extendself', lambda c, x: c.extend(c), L)
o('extend', lambda c, x: c.extend(gen(c)), L)
o('extendE', lambda c, x: c.extend(E(3)), L)
o('extendleft', lambda c, x: c.extendleft(gen(c)), (deque,))
o('insert', lambda c, x: c.insert(x, 1), L)
o('popi', lambda c, x: c.pop(E(3)), (list,))
o('getitem', lambda c, x: c[E(3)])
o('setitem', lambda c, x: c.__setitem__(E(3), 1), L + D)
o('delitem', lambda c, x: c.__delitem__(E(3)), L + D)
for a in ('slice(E(2), E(9))', 'slice(E(2), E(9), E(2))', 'slice(None, None, E(2))', 'slice(E(9), E(2), -1)'):
    o('gs' + a, lambda c, x, a=a: c[eval(a)], (list,))
    o('ds' + a, lambda c, x, a=a: c.__delitem__(eval(a)), (list,))
    o('ss' + a, lambda c, x, a=a: c.__setitem__(eval(a), gen(c)), (list,))
    o('sself' + a, lambda c, x, a=a: c.__setitem__(eval(a), c), (list,))
    o('sE' + a, lambda c, x, a=a: c.__setitem__(eval(a), E(1)), (list,))
o('sort', lambda c, x: c.sort(), (list,))
o('sortkey', lambda c, x: c.sort(key=Key()), (list,))
o('sortr', lambda c, x: c.sort(key=Key(), reverse=x), (list,))
o('sorted', lambda c, x: sorted(c))
o('sortedk', lambda c, x: sorted(c, key=Key()))
o('min', lambda c, x: min(c))
o('maxk', lambda c, x: max(c, key=Key()))
o('sum', lambda c, x: sum(c, E(1)))
o('any', lambda c, x: any(map(lambda v: not v, c)))
o('all', lambda c, x: all(c))
o('list', lambda c, x: list(c))
o('tuple', lambda c, x: tuple(c))
o('set_', lambda c, x: set(c))
o('frozenset', lambda c, x: frozenset(c))
o('dictfk', lambda c, x: dict.fromkeys(c))
o('odfk', lambda c, x: OrderedDict.fromkeys(c))
o('dict_', lambda c, x: dict(c))
o('od_', lambda c, x: OrderedDict(c))
o('dcopy', lambda c, x: c.copy())
o('update', lambda c, x: c.update(other), (set, dict))
o('update2', lambda c, x: other.update(c), (set, dict))
o('updateE', lambda c, x: c.update(E(4)), (dict,))
o('updatekw', lambda c, x: c.update(c, a=1), (dict,))
o('setdefault', lambda c, x: c.setdefault(x, 2), D)
o('get', lambda c, x: c.get(x), D)
o('popk', lambda c, x: c.pop(x, None), D)
o('move', lambda c, x: c.move_to_end(E(3)), (OrderedDict,))
o('move2', lambda c, x: c.move_to_end(E(7), False), (OrderedDict,))
o('popitem', lambda c, x: c.popitem(), D)
o('odpop', lambda c, x: c.popitem(x), (OrderedDict,))
o('missing', lambda c, x: c[E(77)], D)
o('kw', lambda c, x: (lambda **k: 0)(**c), D)
o('kwm', lambda c, x: {**c, **other, **E(1)}, D)
o('star', lambda c, x: (lambda *a: 0)(*c))
o('starlist', lambda c, x: [*c, *E(1), *c])
o('starset', lambda c, x: {*c, *E(1), *c})
o('unpack', lambda c, x: [0 for a, *b in [c]])
o('isdisjoint', lambda c, x: c.isdisjoint(other), (set,))
o('kdisj', lambda c, x: c.keys().isdisjoint(list(other)), D)
o('keq', lambda c, x: c.keys() == set(other), D)
o('ieq', lambda c, x: c.items() == other.items(), D)
o('ile', lambda c, x: c.items() <= other.items(), D)
for n in 'union intersection difference symmetric_difference intersection_update difference_update symmetric_difference_update issubset issuperset'.split():
    o('s' + n, lambda c, x, n=n: getattr(c, n)(gen(other)), (set,))
    o('S' + n, lambda c, x, n=n: getattr(c, n)(dict.fromkeys(other)), (set,))
    o('T' + n, lambda c, x, n=n: getattr(other, n)(c), (set,))
o('mul', lambda c, x: c * E(3), L)
o('imul', lambda c, x: operator.imul(c, E(3)), L)
o('add', lambda c, x: c + other, L)
o('iadd', lambda c, x: operator.iadd(c, gen(c)), L)
o('iaddself', lambda c, x: operator.iadd(c, c), L)
o('rotate', lambda c, x: c.rotate(E(3)), (deque,))
o('reverse', lambda c, x: [hit() for _ in reversed(c)])
o('rev2', lambda c, x: c.reverse(), L)
o('for', lambda c, x: [hit() for _ in c])
o('forv', lambda c, x: [hit() for _ in c.values()], D)
o('fori', lambda c, x: [hit() for _ in c.items()], D)
o('forr', lambda c, x: [hit() for _ in reversed(c.items())], D)
o('map', lambda c, x: list(map(lambda v: hit(), c)))
o('filter', lambda c, x: list(filter(None, c)))
o('zip', lambda c, x: list(zip(c, gen(c), c)))
o('enum', lambda c, x: list(enumerate(gen(c), E(2))))
o('reduce', lambda c, x: functools.reduce(lambda a, b: hit() or a, c))
o('join', lambda c, x: ','.join(map(str, c)))
o('join2', lambda c, x: ','.join(gen(c)))
o('join3', lambda c, x: b','.join(c))
o('fmt', lambda c, x: '%s %r' % (c, c))
o('fstr', lambda c, x: f'{c!r:>5}')
for n in 'accumulate chain pairwise groupby cycle'.split():
    o('it_' + n, lambda c, x, n=n: [hit() for _ in itertools.islice(getattr(itertools, n)(c), 50)])
for n in 'permutations combinations combinations_with_replacement'.split():
    o('it_' + n, lambda c, x, n=n: [hit() for _ in itertools.islice(getattr(itertools, n)(c, E(2)), 50)])
for n in 'dropwhile takewhile filterfalse starmap'.split():
    o('it_' + n, lambda c, x, n=n: list(getattr(itertools, n)(E(1), c)))
o('product', lambda c, x: [hit() for _ in itertools.islice(itertools.product(c, c, repeat=E(2)), 50)])
o('zl', lambda c, x: list(itertools.zip_longest(c, gen(c))))
o('islice', lambda c, x: list(itertools.islice(c, E(1), E(9), E(2))))
o('tee', lambda c, x: [list(zip(a, b)) for a, b in [itertools.tee(gen(c), E(2))]])
o('compress', lambda c, x: list(itertools.compress(c, c)))
o('gk', lambda c, x: [list(g) for k, g in itertools.groupby(c, Key())])
o('chainfi', lambda c, x: list(itertools.chain.from_iterable(c)))
o('accf', lambda c, x: list(itertools.accumulate(c, lambda a, b: hit(), initial=x)))
o('heapify', lambda c, x: heapq.heapify(c), (list,))
o('heappush', lambda c, x: heapq.heappush(c, E(-1)), (list,))
o('heappop', lambda c, x: heapq.heappop(c), (list,))
o('heapreplace', lambda c, x: heapq.heapreplace(c, E(30)), (list,))
o('heappp', lambda c, x: heapq.heappushpop(c, E(30)), (list,))
o('nlargest', lambda c, x: heapq.nlargest(3, c, key=Key()), (list,))
o('ig', lambda c, x: operator.itemgetter(E(1), E(2))(c))
o('countOf', lambda c, x: operator.countOf(c, x))
o('indexOf', lambda c, x: operator.indexOf(c, E(9)))
o('setit', lambda c, x: iter(c).__setstate__(E(2)), (list,))
o('lh', lambda c, x: operator.length_hint(E(1)))
o('Cupd', lambda c, x: Counter(c))
o('mostc', lambda c, x: c.most_common(3), (Counter,))
o('Cadd', lambda c, x: c + c, (Counter,))
o('elements', lambda c, x: list(c.elements()), (Counter,))
o('chainmap', lambda c, x: list(ChainMap(c, c)), D)
o('match', lambda c, x: mt(c))
o('isin', lambda c, x: isinstance(1, tuple(c)))
o('maketrans', lambda c, x: str.maketrans(c), D)
o('translate', lambda c, x: 'abc'.translate(c), D + L)
o('bytes', lambda c, x: bytes(c), L)
o('bytearray', lambda c, x: bytearray(c), L)
o('baext', lambda c, x: bytearray().extend(c), L)
o('type', lambda c, x: type('X', (), c), D)
o('slots', lambda c, x: type('X', (), {'__slots__': c}))
o('exec', lambda c, x: exec('a', c), (dict,))
o('evall', lambda c, x: eval('a', {}, c), D)
o('partial', lambda c, x: functools.partial(print, *c))
o('fmtmap', lambda c, x: '{a}'.format_map(c), D)
o('pct', lambda c, x: '%(a)s' % c, D)
o('startsw', lambda c, x: 'a'.startswith(tuple(c)))
o('frombytes', lambda c, x: int.from_bytes(c, 'big'))
o('fsum', lambda c, x: __import__('math').fsum(c))
o('prod', lambda c, x: __import__('math').prod(c))
o('gcd', lambda c, x: __import__('math').gcd(*c))
o('dist', lambda c, x: __import__('math').dist(c, c), L)
o('hypot', lambda c, x: __import__('math').hypot(*c))
o('cmpk', lambda c, x: sorted(c, key=functools.cmp_to_key(lambda a, b: hit() or 0)))
o('lru', lambda c, x: [functools.lru_cache(maxsize=4)(lambda v: hit())(v) for v in list(c)])
o('next', lambda c, x: next(iter(c)))
def mt(c):
    match c:
        case {1: a, 2: b, **rest}: return 1
        case [a, *b, E(v=3)]: return 2
        case [_, _]: return 3

cases = 0
for ck, make in mk.items():
    for ok, (types, f) in ops.items():
        when, count = (), 0
        c = make()
        if types and not isinstance(c, types):
            continue
        for change in muts:
            for when_changed in (1,), (2,), (3, 4), range(1, LIMIT, 3):
                when, count = (), 0
                c, other, x = make(), make(10), E(5)
                when = frozenset(when_changed)
                try:
                    f(c, x)
                except Exception:
                    pass
                when, count = (), 0
                if len(c) != sum(1 for _ in c):
                    print(ck, ok, change.__name__, "is broken")
                cases += 1
print(cases > 10000)
# Alone: takes long, and eight times that here
