"""What memoryview.cast refuses, and which of two errors it names."""


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


m = memoryview(bytes(12))
show(lambda: m.cast('i', [3, 1]).tolist())
show(lambda: m.cast('i', [3, 1]).cast('B', [3, 4]))
show(lambda: m.cast('i', [3, 1]).cast('B', [12]).shape)
show(lambda: m.cast('i', (3,)).shape)
show(lambda: m.cast('i').shape)
show(lambda: m.cast('no', 5))
show(lambda: m.cast('no', [5]))
show(lambda: m.cast('\u20ac'))
show(lambda: m.cast('B', [1.5]))
show(lambda: m.cast('B', [-1]))
show(lambda: m.cast('B', [2]))
show(lambda: m.cast('B', [2**40, 2**40]))
show(lambda: m.cast('B', [1] * 65))
show(lambda: m.cast('q'))
show(lambda: m.cast('i').cast('f'))
show(lambda: m[::2].cast('B', 5))
show(lambda: memoryview(b'').cast('B', 5))
show(lambda: memoryview(b'').cast('i').shape)
show(lambda: m.cast('i', []))
show(lambda: memoryview(bytes(4)).cast('i', []).ndim)
show(lambda: m.cast(5))
