# SPDX-License-Identifier: MIT
"""Hot loops at module level, where every variable is a global."""

total = 0
for i in range(6000):
    total += i
print(total, i)
x, y = 0, 1
while x < 6000:
    x += 1
    y = y * 3 % 1009
print(x, y)
names = {}
for i in range(6000):
    key = i % 17
    if key in names:
        names[key] += 1
    else:
        names[key] = 1
print(sorted(names.items()))
for i in range(6000):
    if i == 3000:
        total = float(total)
    total += 1
    if i == 5990:
        del y
print(total, "y" in globals())
try:
    for i in range(6000):
        if i == 5999:
            undefined
except NameError as e:
    print(e, i)


def square(v):
    return v * v


acc = []
for i in range(6000):
    acc.append(square(i))
    if i == 4000:
        def square(v):
            return -v
print(sum(acc), acc[-1])
for i in range(6000):
    if i == 5000:
        i_was = i
        globals()["injected"] = i
print(injected, i_was)


class C:
    count = 0
    for j in range(6000):
        count += j
    squares = [k * k for k in range(5)]
    while count > 100:
        count //= 2


print(C.count, C.j, C.squares)
ns = {}
exec("""
t = 0
for i in range(6000):
    t += i
    if i == 3000:
        t = str(t)
        t = int(t)
""", ns)
print(ns["t"], ns["i"])
exec("q = 0\nfor z in range(6000):\n    q += z")
print(q, z)


class Watch(dict):
    reads = 0

    def __getitem__(self, key):
        Watch.reads += 1
        return super().__getitem__(key)


w = Watch()
exec("a = 0\nfor b in range(100):\n    a += b", {}, w)
print(dict.__getitem__(w, "a"), Watch.reads > 100)
f = 0.5
for f in range(6000):
    f = f + 0.5
print(f)
for n in range(2, 6000):
    if n > 5990:
        for d in range(2, n):
            if n % d == 0:
                break
        else:
            print(n, "prime")
counter = 0
for _ in range(60):
    for _ in range(100):
        counter += 1
print(counter, _)
result = [v for v in range(6000) if v % 999 == 0]
print(result)
s = ""
for c in "abc" * 2000:
    s = c + s[:3]
print(s)
