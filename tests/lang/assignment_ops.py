# SPDX-License-Identifier: MIT
"""Augmented assignment in all its places, walrus, annotations, del."""

n = 10
n += 5; n -= 1; n *= 3; n //= 4; n %= 7; n **= 3; n <<= 4; n >>= 1
n |= 0xF0; n &= 0xFF; n ^= 0x55
print(n)
f = 10.0
f /= 4
f **= 2
f //= 1
f %= 4
print(f)
s = "a"
s += "b"
s *= 3
s += f"{s}"
print(s)
s2 = "%d-%s"
s2 %= (1, "x")
print(s2)
a = [1]
alias = a
a += (2, 3)
a *= 2
print(a, alias is a)
t = (1,)
u = t
t += (2,)
print(t, u)
d = {"k": 1}
d["k"] += 5
d["l"] = d.get("l", 0) + 1
d |= {"m": 2}
print(d)
grid = [[1, 2], [3, 4]]
grid[1][0] *= 10
grid[0][-1] -= 5
print(grid)


class Box:
    total = 0
    items = []

    def __init__(self):
        self.value = 1


b = Box()
b.value += 4
b.total += 1
b.items += [1]
Box.total += 10
print(b.value, b.total, Box.total, Box.items, b.__dict__)
calls = []


def index():
    calls.append("index")
    return 0


def target():
    calls.append("target")
    return a


target()[index()] += len(calls)
print(a[0], calls)


class InPlace:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(("iadd", other))
        return self

    def __imatmul__(self, other):
        return "matmul result"

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return "fell back to sub"


p = InPlace()
p += 1
p += 2
print(p.log)
q = InPlace()
q @= 1
r = InPlace()
r -= 1
print(q, r)
for bad in ("n += 'x'", "undefined += 1", "a += 5", "d += {}", "t -= (1,)",
            "d['zz'] += 1", "b.zz += 1", "s -= 'a'", "n @= 2", "a[99] += 1",
            "(lambda: 0)().x += 1"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, type(e).__name__, e)
if (m := len("abc")) > 2:
    print(m)
while (chunk := a[:2]) and len(a) > 3:
    a = a[2:]
print(chunk, a, [y := 1, y + 1], (z := 5) + z)
x: int = 5
y: "unevaluated"
items: list = []
b.attr: str = "x"
print(x, sorted(__annotations__), b.attr)


def annotated():
    v: undefined_annotation = 1
    return v


print(annotated())
del a[0], d["k"], b.attr
print(a, d, hasattr(b, "attr"))
del x
try:
    x
except NameError as e:
    print(e)
(del_a, del_b) = 1, 2
del (del_a, del_b)
print("del_a" in globals())
