# SPDX-License-Identifier: MIT
# trace: fill: loops == 1; loop has _LIST_APPEND; lacks _CALL*
# trace: fill: loop lacks _GUARD_IS _LOAD_FIELD
# trace: unique: loops == 1; loop has _CALL_NATIVE; lacks _CALL
# trace: unique: loop lacks _GUARD_IS
# trace: use: loops == 1; sides >= 3; linked >= 3
# trace: use: has _LIST_APPEND _CALL_NATIVE _GUARD_IS
# trace: aborts only LEFT_LOOP CONTRADICTION NOWHERE
# trace eager: count: loops == 1; loop has _CALL_NATIVE _STORE_SUBSCR_DICT
# trace eager: count: lacks _CALL
"""Methods of builtin types bound before a loop: traces for them serve all
objects, and see when the name stands for another method."""


def fill(n):
    out = []
    append = out.append
    for i in range(n):
        append(i)
    return len(out), out[-1]


def count(words):
    seen = {}
    get = seen.get
    for word in words:
        seen[word] = get(word, 0) + 1
    return seen


def unique(n, modulus):
    seen = set()
    add = seen.add
    for i in range(n):
        add(i % modulus)
    return len(seen)


def use(method, n):
    for i in range(n):
        method(i)


class Counted(list):
    calls = 0

    def append(self, item):
        Counted.calls += 1
        super().append(item)


class Plain(list):
    pass


print([fill(200) for _ in range(50)][-1])
print(count(["spam", "eggs", "spam"] * 100))
print([unique(200, m) for m in range(1, 40)][-3:])

targets = [[], set(), bytearray(), Counted(), Plain(), [], []]
for _ in range(20):
    for target in targets:
        use(target.add if isinstance(target, set) else target.append, 60)
print([len(target) for target in targets], Counted.calls)
try:
    use([].append.__self__.index, 3)
except ValueError as error:
    print(error)


def texts(n):
    parts = []
    write = parts.append
    for i in range(n):
        write(str(i) + str(i / 4) + str(None))
    return "".join(parts)


class Named:
    def __str__(self):
        return "named"


class Broken:
    def __str__(self):
        return 1


def convert(items):
    return [str(item) for item in items]


print(len(texts(300)), texts(3))
print(convert([Named(), "spam", 1, 2.5, b"x"] * 30)[-5:])
try:
    convert(["spam"] * 100 + [Broken()])
except TypeError as error:
    print(error)
