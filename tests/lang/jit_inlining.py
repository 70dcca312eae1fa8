# SPDX-License-Identifier: MIT
"""Deep calls from hot loops: arguments of all kinds, recursion, returns."""


def f1(x):
    return f2(x) + 1


def f2(x):
    return f3(x, 2) * 2


def f3(x, y=1, *args):
    return f4(x=x, y=y)


def f4(*, x, y):
    if x % 100 == 99:
        return 0
    return f5(x) - y


def f5(x):
    for i in range(3):
        if i == x % 4:
            return i
    return x


def chain(n):
    total = 0
    for i in range(n):
        total += f1(i)
    return total


def defaults(n):
    def f(a, b=2, *c, d=4, **e):
        return a + b + len(c) + d + len(e)
    total = 0
    for i in range(n):
        total += f(i) + f(i, 1) + f(i, 1, 2, 3) + f(i, d=5) + f(b=i, a=1) + f(i, z=1, **{"y": 2})
        total += f(*(1, 2, 3)) + f(*[i], **{"d": 7})
    return total


def mutual(n):
    def even(k):
        return True if k == 0 else odd(k - 1)

    def odd(k):
        return False if k == 0 else even(k - 1)
    return sum(even(i % 30) for i in range(n))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next

    def total(self):
        return self.value + (self.next.total() if self.next else 0)

    @property
    def double(self):
        return self.value * 2

    @classmethod
    def make(cls, v):
        return cls(v, None)

    @staticmethod
    def static(v):
        return v + 1

    def __call__(self, x):
        return self.value + x

    def __getitem__(self, i):
        return self.value * i

    def __eq__(self, other):
        return self.value == other.value

    def __len__(self):
        return self.value


def methods(n):
    head = None
    for i in range(10):
        head = Node(i, head)
    total = 0
    for i in range(n):
        node = Node.make(i % 5)
        total += head.total() + head.double + node(1) + node[2] + Node.static(i) + len(node)
        total += node == head
    return total


def varying_depth(n):
    def down(k):
        return 0 if k == 0 else 1 + down(k - 1)
    return sum(down(i % 60) for i in range(n))


def raises_deep(n):
    def a(i):
        return b(i) + 1

    def b(i):
        return c(i) + 1

    def c(i):
        return 10 // (i % 500)
    out = 0
    for i in range(1, n):
        try:
            out += a(i)
        except ZeroDivisionError as e:
            tb = e.__traceback__
            depth = 0
            while tb:
                depth += 1
                last = tb.tb_lineno
                tb = tb.tb_next
            out += depth * last
    return out


def wrong_arguments(n):
    def g(a, b):
        return a + b
    errors = 0
    for i in range(n):
        try:
            g(i) if i % 1000 == 0 else g(i, 1)
        except TypeError:
            errors += 1
    return errors


def function_changed(n):
    def g(a, b=1):
        return a + b

    def h(a, b=1):
        return a * b
    total = 0
    for i in range(n):
        total += g(i)
        if i == n // 3:
            g.__defaults__ = (10,)
        if i == n // 2:
            g.__code__ = h.__code__
    return total


def builtins(n):
    total = 0
    for i in range(n):
        total += len("abc") + abs(-i) + min(i, 5) + max(1, i) + int("7") + ord("a") + isinstance(i, int)
        total += sum((1, 2)) + (i).bit_length() + len([1] * (i % 3)) + divmod(i, 7)[1] + round(i / 3)
    return total


def many_locals(n):
    a = b = c = d = e = f = g = h = i = j = k = l = 0
    for m in range(n):
        a, b, c = b + 1, c + a, a - 1
        d += a; e ^= d; f = e & 255; g += f; h = g % 1000; i += h
        j, k, l = k + 1, l + 2, j % 5
        a %= 1000; b %= 777; c %= 99
    return a, b, c, d, e, f, g, h, i, j, k, l


print(chain(6000), defaults(6000), mutual(3000), ackermann(2, 9), fib(18), methods(6000),
      varying_depth(3000), raises_deep(6000), wrong_arguments(6000), function_changed(6000),
      builtins(6000), many_locals(6000))
