# The library's weak dictionaries, sets, methods and finalizers while garbage comes
# and goes.
import gc
import threading
import weakref


class Key:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'Key({self.n})'

    def method(self):
        return self.n


def apart(make):
    """What a thread of its own makes: C stacks are scanned conservatively, and when the
    thread has ended its stack is not there any more."""
    made = []
    thread = threading.Thread(target=lambda: made.append(make()))
    thread.start()
    thread.join()
    gc.collect()
    return made[0]


def values():
    def make():
        d = weakref.WeakValueDictionary()
        keep = [Key(i) for i in range(20)]
        for k in keep:
            d[k.n] = k
        for i in range(20, 200):
            d[i] = Key(i)
        return d, keep

    def make_fewer():
        d, keep = make()
        for i in range(1, 20):
            if i % 2:
                keep[i] = None
        return d, keep

    d, keep = apart(make)
    print(sorted(d.keys()), len(d), sorted(v.n for v in d.values()))
    print(d[3], d.get(150, 'gone'), 150 in d, 7 in d, d.pop(4), 4 in d)
    print(d.setdefault(5, None), sorted(n for n, _ in d.items())[:3])
    d, keep = apart(make_fewer)
    print(sorted(d), sorted(d.copy()), len(d.valuerefs()))
    d.update({i: k for i, k in enumerate(keep) if k})
    print(sorted(d)[:6])
    d.clear()
    print(len(d))


def keys():
    def make():
        d = weakref.WeakKeyDictionary()
        keep = [Key(i) for i in range(10)]
        for k in keep:
            d[k] = k.n * 2
        for i in range(200):
            d[Key(i)] = i
        return d, keep

    def make_fewer():
        d, keep = make()
        del d[keep[3]]
        keep[2].other = keep[4]
        del keep[2:]
        return d, keep

    d, keep = apart(make)
    print(len(d), sorted(d.values()), d[keep[3]], keep[3] in d, len(d.keyrefs()))
    del d[keep[3]]
    print(len(d), d.get(keep[3]), keep[3] in d)
    d, keep = apart(make_fewer)
    print(len(d), sorted(k.n for k in d), sorted(d.items(), key=str))


def iterate():
    def make():
        d = weakref.WeakKeyDictionary()
        keep = [Key(i) for i in range(10)]
        for k in keep:
            d[k] = k.n
        seen = []
        for k in d:
            seen.append(k.n)
            keep = [x for x in keep if x.n < 5]
            gc.collect()
        return d, keep, seen

    d, keep, seen = apart(make)
    print(len(seen) >= 5, seen[:5], len(d))


def sets():
    def make():
        s = weakref.WeakSet()
        keep = [Key(i) for i in range(10)]
        for k in keep:
            s.add(k)
            s.add(Key(100))
        return s, keep

    def make_none():
        s, keep = make()
        other = weakref.WeakSet(keep[5:])
        del keep[:]
        return s, other

    s, keep = apart(make)
    print(len(s), sorted(k.n for k in s), keep[0] in s)
    s.discard(keep[0])
    other = weakref.WeakSet(keep[5:])
    print(len(s | other), len(s & other), len(s - other), len(s ^ other), s >= other)
    s, other = apart(make_none)
    print(len(s), list(other))


def methods():
    def make():
        return weakref.WeakMethod(Key(5).method)

    k = Key(5)
    m = weakref.WeakMethod(k.method)
    print(m()(), m() == k.method, m == weakref.WeakMethod(k.method))
    print(apart(make)())


def finalizers():
    def make():
        k = Key(1)
        f = weakref.finalize(k, told.append, ('finalized', 1))
        print(f.alive, f.peek()[2:])
        return f

    told = []
    kept = Key(2)
    g = weakref.finalize(kept, print, 'kept')
    print(g.detach()[2:], g.alive)
    f = apart(make)
    print(f.alive, f(), told[0])


def churn():
    """Garbage with callbacks, all the time."""
    count = 0

    def called(ref):
        nonlocal count
        count += 1

    def make():
        refs = []
        for i in range(2000):
            k = Key(i)
            k.cycle = k
            refs.append(weakref.ref(k, called))
        return refs

    refs = apart(make)
    print(count > 1900, sum(r() is None for r in refs) > 1990)


for test in (values, keys, iterate, sets, methods, finalizers, churn):
    print(test.__name__)
    test()
