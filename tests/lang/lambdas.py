# SPDX-License-Identifier: MIT
"""Lambda expressions, higher-order functions and recursion through names."""

square = lambda x: x * x
add = lambda a, b=2, *args, c=3, **kw: (a, b, args, c, kw)
print(square(4), add(1), add(1, 5, 6, c=7, d=8), (lambda: "none")())
compose = lambda *fs: (lambda x: [x := f(x) for f in fs][-1])
print(compose(square, str, len)(100))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10), (lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
print(Y(lambda fib: lambda n: n if n < 2 else fib(n - 1) + fib(n - 2))(12))
print(sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda p: (-p[0], p[1])))
print(list(map(lambda x, y: x * y, range(4), range(4, 8))), [f(2) for f in
      (lambda x: x, lambda x: x + 1, lambda x: x ** 3)])
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
print(table["+"](1, 2), table["-"](1, 2))
conditional = lambda x: "pos" if x > 0 else "neg" if x < 0 else "zero"
print([conditional(v) for v in (1, -1, 0)])
nested = lambda a: lambda b: lambda c: a + b + c
print(nested(1)(2)(3))
print((lambda x: (yield x))(5).__class__.__name__, list((lambda: (yield 7))()))
print((lambda *args, **kw: (args, kw))(1, z=2))
default = 10
late = lambda x=default: x + default
default = 20
print(late(), late.__defaults__, late.__name__)


class C:
    method = lambda self, n: self.k * n
    k = 7
    prop = property(lambda self: self.k + 1)


print(C().method(3), C().prop)
print((lambda a, b: a if a > b else b)(*[3, 4]), (lambda **kw: sorted(kw))(**{"q": 1, "p": 2}))
print(max([3, -5, 2], key=lambda v: v * v), list(filter(lambda s: s.isdigit(), ["1", "a"])))
functions = []
for n in range(3):
    functions.append((lambda n: lambda: n)(n))
print([f() for f in functions])
