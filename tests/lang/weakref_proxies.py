# weakref.proxy: what it forwards, and ReferenceError when its object is dead.
import _weakref as w
import gc


class A:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return 3

    def __bytes__(self):
        return b'bytes'

    def __reversed__(self):
        return iter('cba')

    def __iter__(self):
        return iter('abc')

    def __contains__(self, x):
        return x == 'a'

    def __getitem__(self, key):
        return key, self.n

    def __setitem__(self, key, value):
        print('set', key, value)

    def __delitem__(self, key):
        print('delete', key)

    def __str__(self):
        return 'as text'

    def __index__(self):
        return self.n

    def __int__(self):
        return self.n

    def __float__(self):
        return self.n + 0.5

    def __bool__(self):
        return self.n > 0


def operator(name):
    def method(self, *others):
        return name, self.n, [type(o).__name__ for o in others]
    return method


for name in ('add sub mul matmul truediv floordiv mod divmod pow lshift rshift '
             'and xor or').split():
    for full in (name, 'r' + name, 'i' + name):
        if full != 'idivmod':
            setattr(A, f'__{full}__', operator(full))
for name in 'neg pos abs invert'.split():
    setattr(A, f'__{name}__', operator(name))


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a = A(7)
p = w.proxy(a)
print(type(p), p.__class__ is A, isinstance(p, A), w.proxy(a) is p)
print(len(p), bytes(p), list(reversed(p)), list(p), 'a' in p, 'b' in p, p[4])
p[1] = 2
del p[1]
p.extra = 5
print(a.extra, p.n, hasattr(p, 'none'))
del p.extra
print(hasattr(a, 'extra'), str(p), int(p), float(p), bool(p), [0] * 9[p:] if 0 else range(9)[p])
print(p + 1, 1 + p, p - 1, 1 - p, p * 1, 1 * p, p @ 1, 1 @ p, p / 1, 1 / p)
print(p // 1, 1 // p, p % 1, 1 % p, divmod(p, 1), divmod(1, p), p ** 1, 1 ** p, pow(p, 2, 3))
print(p << 1, 1 << p, p >> 1, 1 >> p, p & 1, 1 & p, p ^ 1, 1 ^ p, p | 1, 1 | p)
print(-p, +p, abs(p), ~p, p + p)
for op in '+ - * @ / // % ** << >> & ^ |'.split():
    names = {'p': p}
    exec(f'p {op}= 1', names)
    print(op, names['p'])
print(p == a, p == p, p != a)
show(lambda: hash(p))
show(lambda: p())
show(lambda: next(p))
show(lambda: p < p)
show(lambda: w.proxy(p))
show(lambda: w.proxy(1))
show(lambda: w.ProxyType())
show(lambda: w.proxy(a, 1, 2))
show(lambda: p.none)


def function(*args, **kwargs):
    return args, kwargs


c = w.proxy(function)
print(type(c), c(1, *[2], k=3), c.__name__)
show(lambda: iter(c))
show(lambda: c.__bytes__)


def generator():
    yield 1
    yield 2


g = generator()
print(next(w.proxy(g)), list(w.proxy(g)))


def called(proxy):
    print('callback', type(proxy))
    try:
        proxy.n
    except ReferenceError as e:
        print(e)


def die():
    a = A(1)
    p = w.proxy(a, called)
    plain = w.proxy(a)
    print(plain is p, w.getweakrefs(a) == [plain, p])
    del a
    gc.collect()
    return p


p = die()
for f in (lambda: p.n, lambda: str(p), lambda: len(p), lambda: p + 1,
          lambda: 1 + p, lambda: p == p, lambda: p[1], lambda: bool(p),
          lambda: iter(p), lambda: p(), lambda: setattr(p, 'n', 1),
          lambda: 1 in p, lambda: p.__class__, lambda: type(p)):
    show(f)
print(repr(p)[:15], repr(p).split()[3:5])
# Alone: collects garbage, and what is dead depends on other threads
