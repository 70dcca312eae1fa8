"""Natives with named parameters say how many arguments they take."""


def show(f):
    try:
        f()
    except TypeError as e:
        print(e)


show(lambda: (5).to_bytes(1, 'big', 3))
show(lambda: (5).to_bytes(1, 'big', 3, 4, 5))
show(lambda: (5).to_bytes(1, 'big', 3, signed=1))
show(lambda: ''.split(1, 2, 3))
show(lambda: ''.split(1, 2, x=3))
show(lambda: ''.split(a=1, b=2, x=3))
show(lambda: ''.split(sep=1, x=3))
show(lambda: memoryview(b'', 1))
show(lambda: memoryview(b'', x=1))
show(lambda: memoryview(x=1))
show(lambda: sum([1], 2, 3))
show(lambda: sum([1], 2, x=3))
show(lambda: enumerate([1], 2, 3))
show(lambda: enumerate([1], 2, x=3))
show(lambda: [].sort(1))
show(lambda: [].sort(1, key=2))
show(lambda: [].sort(1, 2, 3))
show(lambda: [].sort(x=1, y=2, z=3))
show(lambda: b''.translate())
show(lambda: b''.translate(1, 2, 3))
show(lambda: b''.translate(1, 2, x=3))
show(lambda: b''.hex(1, 2, 3))
show(lambda: str(1, 2, 3, 4))
show(lambda: str(1, 2, 3, x=4))
show(lambda: complex(1, 2, 3))
show(lambda: complex(1, 2, x=3))
show(lambda: round(1, 2, 3))
show(lambda: round(1, 2, x=3))
show(lambda: compile())
show(lambda: compile(1, 2, 3, 4, 5, 6, 7, 8))
show(lambda: pow(1, 2, 3, x=4))
