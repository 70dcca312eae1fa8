# SPDX-License-Identifier: MIT
"""Closures created and called in hot loops; cells shared and changed."""


def make_many(n):
    total = 0
    for i in range(n):
        f = lambda x, i=i: x + i
        total += f(1)
    return total


def cell_in_loop(n):
    total = 0
    for i in range(n):
        def f():
            return i
        total += f()
    return total


def nonlocal_counter(n):
    c = 0

    def inc(by):
        nonlocal c
        c += by
        return c
    for i in range(n):
        inc(i if i < n - 5 else 0.5)
    return c


def shared(n):
    x = 0

    def get():
        return x

    def put(v):
        nonlocal x
        x = v
    total = 0
    for i in range(n):
        put(get() + 1)
        x += 1
        total += get()
    return total, x


def rebind(n):
    def f(x):
        return x + 1
    total = 0
    for i in range(n):
        total += f(i)
        if i == n // 2:
            def f(x):
                return x - 1
    return total


def keep(n):
    fs = []
    for i in range(n):
        fs.append(lambda: i)
        if i % 1000 == 0:
            fs = fs[-1:]
    return fs[0](), fs[-1]()


def keep_made(n):
    def make(i):
        def f():
            nonlocal i
            i += 1
            return i
        return f
    fs = [make(i) for i in range(n)]
    return sum(f() for f in fs), sum(f() for f in fs), fs[0]()


def deep(n):
    a = 1

    def l1(x):
        b = 2

        def l2(y):
            nonlocal a
            a = (a * 3 + b + y) % 1000
            return a + x
        return l2(x) + b
    total = 0
    for i in range(n):
        total += l1(i)
    return total


def cell_type(n):
    v = 0

    def add():
        nonlocal v
        v = v + 1
    for i in range(n):
        add()
        if i == n // 2:
            v = float(v)
        if i == n - 10:
            v = str(v)
            try:
                add()
            except TypeError:
                v = -1
    return v


def unbound_cell(n):
    def read():
        return late
    errors = 0
    for i in range(n):
        try:
            read()
        except NameError:
            errors += 1
        if i == n // 2:
            late = i
        if i == n - 10:
            del late
    return errors


def callbacks(n):
    log = []
    handlers = {k: (lambda v, k=k: log.append((k, v))) for k in "abc"}
    for i in range(n):
        handlers["abc"[i % 3]](i)
    return len(log), log[-1]


def curried(n):
    add = lambda a: lambda b: lambda c: a + b + c
    total = 0
    for i in range(n):
        total += add(i)(1)(2)
    return total


def default_mutable(n):
    def f(x, acc=[]):
        acc.append(x)
        return len(acc)
    for i in range(n):
        last = f(i)
    return last


def recursion_by_cell(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)
    total = 0
    for i in range(n):
        total += fact(i % 25)
    return total


print(make_many(6000), cell_in_loop(6000), nonlocal_counter(6000), shared(6000), rebind(6000),
      keep(6000), keep_made(3000), deep(6000), cell_type(6000), unbound_cell(6000),
      callbacks(6000), curried(6000), default_mutable(6000), recursion_by_cell(3000))
