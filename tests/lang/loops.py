# SPDX-License-Identifier: MIT
"""while and for with break, continue, else; nesting; loop variables."""


def find(values, wanted):
    for i, v in enumerate(values):
        if v == wanted:
            break
    else:
        return -1
    return i


print(find("abc", "b"), find("abc", "z"), find("", "a"))
i = 0
while i < 10:
    i += 1
    if i % 2:
        continue
    if i == 8:
        break
else:
    print("never")
print(i)
while i < 10:
    i += 1
else:
    print("while else", i)
out = []
for a in range(4):
    for b in range(4):
        if b == 2:
            break
        if a == b:
            continue
        out.append((a, b))
    else:
        out.append("never")
    if a == 2:
        break
print(out)
for x in []:
    pass
else:
    print("empty else")
for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
data = [1, 2, 3]
for v in data:
    if v < 3:
        data.append(v + 5)
    if len(data) > 10:
        break
print(data, v)
for i in range(3):
    for i in "ab":
        pass
    print(i, end=" ")
print()
i = 0
while True:
    i += 1
    try:
        if i == 1:
            continue
        if i == 3:
            break
    finally:
        print("f", i, end=" ")
print()
count = 0
while count < 3: count += 1
print(count)
for key in sorted({"b": 1, "a": 2}):
    print(key, end=" ")
for k, (v, w) in {"x": (1, 2)}.items():
    print(k, v, w)
total = 0
for i in range(10):
    if i == 5:
        continue
    elif i == 8:
        break
    total += i
else:
    total = -1
print(total, i)


def gen_loop():
    n = 0
    while n < 3:
        got = yield n
        n = got if got is not None else n + 1


g = gen_loop()
print(next(g), next(g), g.send(0), next(g), list(g))


def early(values):
    for v in values:
        while v:
            v -= 1
            if v == 3:
                return "found"
    return "none"


print(early([1, 2]), early([1, 9]))
a = b = 0
while a < 3 and not b > 5 or a == 0:
    a += 1
    b += a
print(a, b)
while (line := data.pop()) > 3:
    pass
print(line, data)
for _ in range(3): print(_, end=";")
print()
for i in (i for i in range(2)): print(i)
for c in "\u20ac\U0001f600a": print(ord(c), end=" ")
print()
for row in [[1, 2], [3]]:
    for cell in row: print(cell, end=",")
print()
