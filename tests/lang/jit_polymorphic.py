# SPDX-License-Identifier: MIT
"""Call sites that see many classes, functions and shapes."""


class Shape:
    sides = 0

    def area(self):
        return 0

    def describe(self):
        return self.area() + self.sides


class Square(Shape):
    sides = 4

    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a * self.a


class Rect(Square):
    def __init__(self, a, b):
        Square.__init__(self, a)
        self.b = b

    def area(self):
        return self.a * self.b


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r ** 2


class Triangle(Shape):
    sides = 3

    def __init__(self, b, h):
        self.h = h
        self.b = b

    def area(self):
        return self.b * self.h // 2


class Odd:
    def __getattr__(self, name):
        return lambda: len(name)


class Callable:
    def __call__(self, x):
        return x + 3

    def method(self, x):
        return x + 4


def total_area(shapes, n):
    total = 0
    for i in range(n):
        total += shapes[i % len(shapes)].describe()
    return total


shapes = [Square(2), Rect(2, 3), Circle(1.5), Triangle(4, 5), Shape(), Odd()]
for k in range(1, 7):
    print(total_area(shapes[:k], 6000), end=" ")
print(total_area(shapes[::-1], 6000))
fs = [lambda x: x + 1, lambda x, y=2: x + y, abs, Callable(), Callable().method, float,
      lambda *a: a[0], max]


def call_all(n):
    total = 0
    for i in range(n):
        f = fs[i % len(fs)]
        total += f(i, -1) if f is max else f(i)
    return total


print(call_all(6000))


def call_phases(n):
    total = 0
    for i in range(n):
        total += fs[i * (len(fs) - 1) // n](i)
    return total


print(call_phases(7000))


def attributes(n):
    objects = []
    for i in range(20):
        s = Shape()
        for j in range(i):
            setattr(s, f"f{j}", j)
        s.v = i
        objects.append(s)
    total = 0
    for i in range(n):
        total += objects[i % 20].v
    return total


print(attributes(6000))


def binary(n):
    operands = [1, 2.5, True, 2**70, 3, 4.0]
    total = 0
    for i in range(n):
        a = operands[i % 6]
        b = operands[i * 5 % 6]
        total += (a < b) + (a == b) + (a + b > 5) + (a * b < 10) + (a - b < 0)
    return total


print(binary(6000))


def branches(n):
    counts = [0] * 5
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2**31
        r = (x >> 16) % 10
        if r < 4:
            counts[0] += 1
        elif r < 6:
            if x & 0x10000:
                counts[1] += 1
            else:
                counts[2] += 2
        elif r == 7:
            counts[3] += r
        else:
            counts[4] += 1
    return counts


print(branches(10000))


def dispatch(n):
    def op_add(a): return a + 1
    def op_sub(a): return a - 1
    def op_mul(a): return a * 3 % 1000
    table = {"add": op_add, "sub": op_sub, "mul": op_mul}
    names = ["add", "mul", "sub", "mul", "add"]
    a = 1
    for i in range(n):
        a = table[names[i % 5]](a)
    return a


print(dispatch(6000))


def iterate(n):
    sources = [[1, 2], (3, 4), {5: 6, 7: 8}, {9}, "ab", range(2), (x for x in (1,)), b"xy"]
    count = 0
    for i in range(n):
        for item in sources[i % len(sources)]:
            count += 1 if isinstance(item, str) else item
    return count


print(iterate(6000))
