# contextvars: values by context, tokens, copies, what is refused.
import _contextvars as c
import gc


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, without_numbers(str(e)))


def without_numbers(text):
    return ' '.join('0x>' if w.startswith('0x') else w for w in text.split())


v = c.ContextVar('v')
d = c.ContextVar('d', default=5)
show(lambda: c.ContextVar())
show(lambda: c.ContextVar(1))
show(lambda: c.ContextVar('a', 1))
show(lambda: c.ContextVar('a', defaul=1))
show(lambda: c.ContextVar(name='n', default=2).get())
print(without_numbers(repr(v)), without_numbers(repr(d)), v.name)
show(lambda: v.get())
show(lambda: v.get(1))
print(d.get(), d.get(6), v.get(None))
show(lambda: d.get(default=6))
one = v.set(10)
two = v.set(11)
print(without_numbers(repr(one)), one.var is v, one.old_value, c.Token.MISSING,
      two.old_value, v.get())
show(lambda: v.reset(1))
show(lambda: d.reset(one))
show(lambda: c.Context().run(v.reset, one))
print(v.reset(two), v.get(), without_numbers(repr(two)))
show(lambda: v.reset(two))
v.reset(one)
show(lambda: v.get())
for f in (lambda: c.Token(), lambda: hash(one), lambda: hash(c.Context()),
          lambda: c.Context(1), lambda: c.Context(a=1), lambda: type('X', (c.Context,), {}),
          lambda: type('X', (c.ContextVar,), {}), lambda: type('X', (c.Token,), {}),
          lambda: v.default, lambda: setattr(v, 'name', 1), lambda: c.ContextVar[int],
          lambda: c.Token[int], lambda: c.Context[int], lambda: setattr(one, 'var', 1)):
    show(f)
v.set(3)
x = c.copy_context()
for f in (lambda: x[v], lambda: x[d], lambda: x['a'], lambda: v in x, lambda: 1 in x,
          lambda: x.get(v), lambda: x.get(1), lambda: x.get(d), lambda: x.get(d, 7),
          lambda: len(x), lambda: list(x) == [v], lambda: list(x.keys()) == [v],
          lambda: list(x.values()), lambda: list(x.items()) == [(v, 3)],
          lambda: x == x.copy(), lambda: x == 1, lambda: x != c.Context(), lambda: x < x,
          lambda: x.run(), lambda: x.run(1), lambda: x.run(x.run, print)):
    show(f)


def inside(*args, **kwargs):
    print(args, kwargs, v.get())
    v.set(100)
    d.set(200)
    return v.get()


print(x.run(inside, 1, 2, k=3), v.get(), x[v], x[d], d.get())
before = x.copy()
iterator = iter(x.items())
x.run(v.set, 5)
print(before[v], x[v], before == x, len(list(iterator)))
show(lambda: x.run(lambda: 1 / 0))
print(x.run(v.get), v.get())


def nested(depth):
    if depth == 0:
        return []
    token = v.set(depth)
    found = c.copy_context().run(nested, depth - 1)
    found.append(v.get())
    v.reset(token)
    return found


print(nested(5), v.get())


def generator():
    yield v.get()
    v.set('from the generator')
    yield v.get()


g = generator()
print(next(g), next(g), v.get())
many = [c.ContextVar(str(i)) for i in range(100)]
contexts = []
for i, var in enumerate(many):
    var.set(i)
    contexts.append(c.copy_context())
gc.collect()
print([len(x) for x in contexts] == list(range(2, 102)),
      all(x[var] == i for i, (x, var) in enumerate(zip(contexts, many))))
# Alone: collects garbage, and what is dead depends on other threads
