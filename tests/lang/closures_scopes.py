# SPDX-License-Identifier: MIT
"""Closures, nonlocal, global, class scopes and del."""

x = "global"


def read():
    return x


def shadow():
    x = "local"
    return x


def write():
    global x
    x = "written"
    return x


def nested():
    x = "enclosing"

    def reader():
        return x

    def writer():
        nonlocal x
        x = "changed"
    a = reader()
    writer()
    return a, reader(), x


print(read(), shadow(), read(), nested(), write(), read(), x)


def unbound():
    try:
        print(y)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    y = 1
    del y
    try:
        y
    except UnboundLocalError as e:
        print(e)
    try:
        del y
    except UnboundLocalError as e:
        print(e)


unbound()


def free_unbound():
    def inner():
        return late
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    late = 5
    print(inner())
    del late
    try:
        inner()
    except NameError as e:
        print(e)


free_unbound()
try:
    undefined_name
except NameError as e:
    print(e, e.name)
try:
    del undefined_name
except NameError as e:
    print(e)
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])


class C:
    x = "class"
    y = x + "!"
    inner = [x for _ in range(1)]

    def method(self):
        return x

    try:
        z = [y for _ in range(1)]
    except NameError as e:
        z = str(e)


print(C.y, C.inner, C().method(), C.z)


def make():
    values = []

    class Local:
        def add(self, v):
            values.append(v)
            return self
    return Local, values


Local, values = make()
Local().add(1).add(2)
print(values, Local.__qualname__)


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n
    return up, get


u, g = counter()
u2, g2 = counter()
u()
u(5)
u2(100)
print(g(), g2())


def deep():
    a = 1

    def l1():
        b = 2

        def l2():
            nonlocal a, b
            a += 10
            b += 20

            def l3():
                return a, b
            return l3
        return l2()
    return l1()()


print(deep())


def class_cell():
    v = "outer v"

    class K:
        v = "class v"

        def get(self):
            return v
        copied = v
    return K().get(), K.copied


print(class_cell())


def use_locals():
    a = 1

    def inner():
        return a
    b = inner()
    return {k: v for k, v in locals().items() if k != "inner"}


print(use_locals())


def parameter_cell(p):
    def change():
        nonlocal p
        p += 1
    change()
    change()
    return p


print(parameter_cell(5))


def walrus_scope():
    total = [last := i * 2 for i in range(4)]
    return total, last


print(walrus_scope())
global_counter = 0


def bump():
    global global_counter, created_here
    global_counter += 1
    created_here = global_counter * 10


bump()
bump()
print(global_counter, created_here)
del created_here
print("created_here" in globals())
