# The library's weak dictionaries, sets, methods and finalizers while garbage comes
# and goes.
import gc
import weakref


class Key:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'Key({self.n})'

    def method(self):
        return self.n


def values():
    d = weakref.WeakValueDictionary()
    keep = [Key(i) for i in range(20)]
    for k in keep:
        d[k.n] = k
    for i in range(20, 200):
        d[i] = Key(i)
    gc.collect()
    print(sorted(d.keys()), len(d), sorted(v.n for v in d.values()))
    print(d[3], d.get(150, 'gone'), 150 in d, 7 in d, d.pop(4), 4 in d)
    print(d.setdefault(5, None), sorted(n for n, _ in d.items())[:3])
    for k in list(keep):
        if k.n % 2:
            keep.remove(k)
    del k
    gc.collect()
    print(sorted(d), sorted(d.copy()), len(d.valuerefs()))
    d.update({i: k for i, k in enumerate(keep)})
    print(sorted(d)[:6])
    d.clear()
    print(len(d))


def keys():
    d = weakref.WeakKeyDictionary()
    keep = [Key(i) for i in range(10)]
    for k in keep:
        d[k] = k.n * 2
    for i in range(200):
        d[Key(i)] = i
    del k
    gc.collect()
    print(len(d), sorted(d.values()), d[keep[3]], keep[3] in d, len(d.keyrefs()))
    del d[keep[3]]
    print(len(d), d.get(keep[3]), keep[3] in d)
    keep[2].other = keep[4]
    del keep[2:]
    gc.collect()
    print(len(d), sorted(k.n for k in d), sorted(d.items(), key=str))


def iterate():
    d = weakref.WeakKeyDictionary()
    keep = [Key(i) for i in range(10)]
    for k in keep:
        d[k] = k.n
    seen = []
    for k in d:
        seen.append(k.n)
        keep = [x for x in keep if x.n < 5]
        gc.collect()
    del k
    gc.collect()
    print(len(seen) >= 5, seen[:5], len(d))


def sets():
    s = weakref.WeakSet()
    keep = [Key(i) for i in range(10)]
    for k in keep:
        s.add(k)
        s.add(Key(100))
    del k
    gc.collect()
    print(len(s), sorted(k.n for k in s), keep[0] in s)
    s.discard(keep[0])
    other = weakref.WeakSet(keep[5:])
    print(len(s | other), len(s & other), len(s - other), len(s ^ other), s >= other)
    del keep[:]
    gc.collect()
    print(len(s), list(other))


def methods():
    k = Key(5)
    m = weakref.WeakMethod(k.method)
    print(m()(), m() == k.method, m == weakref.WeakMethod(k.method))
    del k
    gc.collect()
    print(m())


def finalizers():
    k, kept = Key(1), Key(2)
    f = weakref.finalize(k, print, 'finalized', 1, end='!\n')
    g = weakref.finalize(kept, print, 'kept')
    print(f.alive, f.peek()[2:], g.detach()[2:], g.alive)
    del k
    gc.collect()
    print(f.alive, f())


def churn():
    """Garbage with callbacks, all the time."""
    count = 0

    def called(ref):
        nonlocal count
        count += 1

    refs = []
    for i in range(2000):
        k = Key(i)
        k.cycle = k
        refs.append(weakref.ref(k, called))
    del k
    gc.collect()
    print(count, sum(r() is None for r in refs))


for test in (values, keys, iterate, sets, methods, finalizers, churn):
    print(test.__name__)
    test()
