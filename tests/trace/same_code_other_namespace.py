# SPDX-License-Identifier: MIT
# trace: <module>: loops == 1; loop has _STORE_GLOBAL _LOAD_DICT_ENTRY
# trace: <module>: entered <= 2
# trace: work: loops == 1; sides == 1; loop lacks _GUARD_INT
# trace: aborts only CONTRADICTION LEFT_LOOP NOWHERE
"""Module code run by exec() with a namespace that is not its globals: a trace
that takes its names for globals must neither be entered nor returned to."""

LOOP = compile("""
i = 0
s = 0
while i < 3000:
    s = s + k
    i = i + 1
""", "loop", "exec")

CALLS = compile("""
r1 = work(k)
x = k + 1
r2 = work(k)
x = x + k
r3 = [x, k, r1, r2]
""", "calls", "exec")


class Default(dict):
    def __missing__(self, key):
        if key == "k":
            return 100
        raise KeyError(key)


def loops():
    space = {"k": 2}
    exec(LOOP, space)
    print(space["s"])
    for j in range(3):
        names = {"k": 5 + j}
        exec(LOOP, space, names)
        print(sorted(names.items()), space["i"], space["s"])
    space["k"] = 3
    exec(LOOP, space)
    names = Default()
    exec(LOOP, space, names)
    print(space["s"], names["s"], sorted(names))


def work(k):
    total = 0
    for i in range(300):
        total += i ^ k
    return total


def returns():
    space = {"k": 2, "work": work}
    for i in range(60):
        exec(CALLS, space)
    print(space["r3"], space["x"])
    for j in range(30):
        names = {"k": j}
        exec(CALLS, space, names)
        if j % 10 == 3:
            print(names["r3"], sorted(names), space["r3"], space["x"])


loops()
returns()
