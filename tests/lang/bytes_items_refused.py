"""What bytes do not look for, and bytearrays do not take."""


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Failing:
    def __index__(self):
        raise KeyError('index')


show(lambda: Failing() in b'a')
show(lambda: b'a'.find(Failing()))
show(lambda: 300 in b'a')
show(lambda: 2**70 in b'a')
show(lambda: 1.5 in b'a')
b = bytearray(b'-')
m = memoryview(b'abc')
show(lambda: b.extend(m[::2]))
show(lambda: b.extend(m[:2]))
show(lambda: b.extend(5))
show(lambda: b.append(Failing()))
print(b)
