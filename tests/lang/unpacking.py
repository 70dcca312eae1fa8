# SPDX-License-Identifier: MIT
"""Assignment targets: tuples, lists, stars, subscripts, attributes, chains."""

a, b = 1, 2
(c, d), [e, f] = (3, 4), "ef"
print(a, b, c, d, e, f)
first, *middle, last = range(5)
*init, tail = "xyz"
head, *nothing = [1]
print(first, middle, last, init, tail, head, nothing)
(x, *(y, z)), w = (1, 2, 3), 4
print(x, y, z, w)
for i, (j, *k) in enumerate([(1, 2, 3), "ab"]):
    print(i, j, k)
for bad in (lambda: one_of([1]), lambda: one_of([1, 2, 3]), lambda: one_of(5),
            lambda: one_of("abc"), lambda: starred([]), lambda: starred([1]),
            lambda: one_of({1: 2}), lambda: one_of(x for x in range(5)),
            lambda: one_of(None)):
    def one_of(v):
        p, q = v
        return p, q

    def starred(v):
        p, q, *r = v
        return p, q, r
    try:
        print(bad())
    except Exception as ex:
        print(type(ex).__name__, ex)


class O:
    pass


o = O()
data = [0, 0, 0]
o.attr, data[1], data[0:1] = "attr", "item", ["slice"]
print(o.attr, data)
p = q = r = [1]
q.append(2)
print(p, r, p is q)
i = 0
data = [1, 2, 3]
i, data[i] = 2, "set"
print(i, data)
order = []


class Log:
    def __setitem__(self, key, value):
        order.append((key, value))

    def __setattr__(self, key, value):
        order.append((key, value))


log = Log()


def note(v):
    order.append(v)
    return v


log[note("k1")], log[note("k2")] = note("v1"), note("v2")
log.attr = log[note("k3")] = note("v3")
print(order)
[a, b] = {"k1": 1, "k2": 2}
print(a, b)
[] = ()
() = []
(a), = [5]
print(a)
t = 1, *[2, 3], *(4,), *{5: 6}
print(t, [*t, *t][:3], {*t}, {**{"a": 1}, "a": 2, **{"b": 3}})
print(*[1, 2], *"ab", sep="-")


def many(*args, **kw):
    return args, kw


print(many(*[1], 2, *(3, 4), **{"a": 1}, b=2, **{"c": 3}))
a, b, c = c, a, b = 1, 2, 3
print(a, b, c)
x, y = y, x = 1, 2
print(x, y)
*a, b = *"abc", 4
print(a, b)
total = 0
for a, b in {1: 2, 3: 4}.items():
    total += a * b
print(total)
for data[0] in range(3):
    pass
for o.attr in "xy":
    pass
print(data, o.attr)
with_star = [*range(2), 5, *[]]
print(with_star, (*(),), [*""])
a = [1, 2, 3, 4]
a[0], a[1:3], *rest = 10, [20], 7, 8
print(a, rest)


def swap3(a, b, c):
    a, b, c = c, a, b
    return a, b, c


print(swap3(1, 2, 3))
x = [1, 2]
x[0], x[1] = x[1], x[0]
print(x)
m, n = (1, 2) if x else (3, 4)
print(m, n)


class Swapped(list):
    def __iter__(self):
        return iter("xyz")


*a, b = (1, 2, 3)
print(a, b)
a, *b, c = [1, 2]
print(a, b, c)
a, b, *c, d, e = "abcdef"
print(a, b, c, d, e)
a, *b = Swapped([1])
print(a, b)
for short in ([1], (1,), "a", []):
    try:
        a, *b, c = short
    except ValueError as error:
        print(error)
