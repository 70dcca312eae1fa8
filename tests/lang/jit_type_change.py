# SPDX-License-Identifier: MIT
"""Hot loops whose values change type half way."""


def add_all(values):
    total = values[0]
    for v in values[1:]:
        total = total + v
    return total


print(add_all([1] * 6000), add_all([1.5] * 6000), add_all(["a"] * 200)[:5],
      add_all([1] * 3000 + [0.5] * 3000), add_all([True] * 3000 + [2] * 10),
      len(add_all([[1]] * 300)), add_all([1] * 5000 + [2**70] + [1] * 1000))


def change(n):
    x = 0
    kinds = []
    for i in range(n):
        if i == n // 4:
            x = float(x)
        elif i == n // 2:
            x = complex(x)
        elif i == 3 * n // 4:
            x = str(x.real)
        if isinstance(x, str):
            x = x[-6:] + "1"
        else:
            x = x + 1
        if i % (n // 8) == 0:
            kinds.append((type(x).__name__, x))
    return kinds, x


print(change(8000))


class Num:
    def __init__(self, v):
        self.v = v

    def __add__(self, other):
        return Num(self.v + (other.v if isinstance(other, Num) else other))

    def __radd__(self, other):
        return Num(other + self.v)

    def __lt__(self, other):
        return self.v < other

    def __mul__(self, k):
        return self.v * k


def mixed(n):
    x = 0
    for i in range(n):
        x = x + 1
        if i == n - 500:
            x = Num(x)
        if i == n - 100:
            x = x.v
        if i == n - 50:
            x = x + Num(0)
    return type(x).__name__, x.v, x < 10**9, x * 2


print(mixed(7000))


def compare(n):
    values = [1, 1.0, True, 2**65, "s", None, (1,)]
    seen = [0] * len(values)
    for i in range(n):
        v = values[i * len(values) // n]
        if v == 1:
            seen[i * len(values) // n] += 1
        elif v == "s" or v is None:
            seen[i * len(values) // n] += 2
    return seen


print(compare(7000))


def index(n):
    containers = [[7, 8, 9], (4, 5, 6), {0: "a", 1: "b", 2: "c"}, "xyz", range(3), b"abc"]
    out = []
    for i in range(n):
        c = containers[i * len(containers) // n]
        item = c[i % 3]
        if i % 499 == 0:
            out.append(item)
    return out


print(index(6000))


def truth(n):
    values = [0, 1, 0.0, "x", "", None, [], [0], {}, True]
    count = 0
    for i in range(n):
        if values[i * len(values) // n]:
            count += 1
        while not values[(i * 7) % len(values)] and i % 2:
            i += 1
            count += 1
    return count


print(truth(6000))


def unary(n):
    x = 5
    for i in range(n):
        if i == 3000:
            x = 2.5
        if i == 5000:
            x = 2**80
        if i == 5500:
            x = True
        x = -x
        if i % 1000 == 0:
            print(x, end=" ")
    print()
    return x


print(unary(6000))
