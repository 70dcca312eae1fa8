# weakref.ref: making, sharing, equality, hashing, dying, callbacks.
import _weakref as w
import gc
import sys


class A:
    def __init__(self, x=0):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x

    def __hash__(self):
        return hash(self.x)


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a, b = A(1), A(1)
r = w.ref(a)
print(r() is a, w.ref(a) is r, a.__weakref__ is r, r.__callback__)
print(r == w.ref(b), r is w.ref(b), hash(r) == hash(a), r != w.ref(A(2)))
print(r == 1, r.__eq__(1), w.getweakrefcount(a), w.getweakrefs(a) == [r])
show(lambda: r < r)
show(lambda: w.ref())
show(lambda: w.ref(1))
show(lambda: w.ref(a, 1, 2))
show(lambda: w.ref(a, callback=3))
show(lambda: w.ref(r))
show(lambda: r(1))
show(lambda: r.__init__(1, 2, 3))
show(lambda: w.getweakrefs(1))
show(lambda: w.ref[int])


class Named:
    __name__ = 'its name'


def without_numbers(text):
    return ' '.join('0x' if word.startswith('0x') else word
                    for word in text.replace(';', ' ;').replace('>', ' >').split())


named = Named()
print(without_numbers(repr(w.ref(named))), without_numbers(repr(r)))
print(without_numbers(repr(w.ref(len))))


def called(what):
    def callback(ref):
        print('callback', what, ref())
    return callback


def callbacks():
    a = A(5)
    refs = [w.ref(a, called(i)) for i in range(3)]
    plain = w.ref(a)
    print(w.getweakrefcount(a), w.getweakrefs(a)[0] is plain,
          w.getweakrefs(a)[1] is refs[2])
    hash(refs[1])
    refs.append(w.ref(A(6), called('gone at once')))
    dropped = w.ref(a, called('never'))
    del dropped, a
    gc.collect()
    print([r() for r in refs], plain())
    print(hash(refs[1]) == hash(5), refs[0] == refs[1], refs[0] == refs[0])
    show(lambda: hash(refs[0]))
    print(without_numbers(repr(refs[0])))


callbacks()


def cycles():
    a, b = A(), A()
    a.other, b.other = b, a
    r = w.ref(a, called('cycle'))
    del a, b
    gc.collect()
    print(r())


cycles()


class Sub(w.ref):
    __slots__ = ('key',)

    def __new__(cls, ob, callback, key):
        self = super().__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


def subclass():
    a = A(3)
    s = Sub(a, called('sub'), 'the key')
    print(s.key, s() is a, w.getweakrefcount(a), Sub(a, None, 1) is s)
    show(lambda: setattr(s, 'other', 1))
    del a
    gc.collect()
    print(s(), s.key)


subclass()


def unraisable(args):
    print('unraisable', type(args.exc_value).__name__, args.exc_value,
          args.err_msg, args.object.__name__)


def failing(ref):
    raise ValueError('in the callback')


def failures():
    sys.unraisablehook = unraisable
    a = A()
    r = w.ref(a, failing)
    s = w.ref(a, called('older, still called'))
    del a
    gc.collect()
    print(r(), s())


failures()


def resurrected():
    kept = []

    class B:
        def __del__(self):
            print('del', r())
            kept.append(self)

    b = B()
    b.self = b
    r = w.ref(b, called('before del'))
    del b
    gc.collect()
    print(len(kept), r())
    again = w.ref(kept[0], called('the second time'))
    print(again() is kept[0])
    kept.clear()
    gc.collect()
    print(again())


resurrected()


def dead_reference():
    a = A()
    r = w.ref(a, called('of a dead reference'))
    a.ref, a.itself = r, a
    del a, r
    gc.collect()


dead_reference()
d = {1: w.ref(A()), 2: w.ref(a), 3: 3}
gc.collect()
show(lambda: w._remove_dead_weakref(d, 1))
show(lambda: w._remove_dead_weakref(d, 2))
show(lambda: w._remove_dead_weakref(d, 3))
show(lambda: w._remove_dead_weakref(d, 4))
show(lambda: w._remove_dead_weakref(5, 4))
print(sorted(d))
# Alone: sets or calls the process's hooks
