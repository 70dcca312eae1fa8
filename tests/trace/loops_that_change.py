# SPDX-License-Identifier: MIT
# trace: accumulate: loops == 1; sides == 2; linked == 2
# trace: accumulate: loop has _GUARD_INT _BINARY_OP_ADD_INT
# trace: accumulate: has _BINARY_OP_ADD_FLOAT
# trace: switch: loops == 1; sides == 3; linked == 3; loop lacks _GUARD_INT
# trace: switch: has _BINARY_OP_ADD_FLOAT
# trace: leave_early: loops == 1; sides == 2; linked == 2
# trace: aborts none
"""A loop whose kinds of values change while it runs: what a trace learned of
them in one iteration holds for no other."""


def accumulate(items):
    total = items[0]
    for item in items[1:]:
        total = total + item
    return total


def switch(n):
    value, seen = 0, []
    for i in range(n):
        if i == n // 3:
            value = float(value)
        elif i == 2 * n // 3:
            value = int(value) << 70
        value = value + 1
        if i % (n // 6) == 0:
            seen.append(value)
    return seen, value


def leave_early(n):
    found = []
    for i in range(n):
        for j in range(i, i + 50):
            if j % 37 == 36:
                found.append(j)
                break
        else:
            found.append(None)
    return len(found), found.count(None), found[-1]


print(accumulate(list(range(3000))))
print(accumulate([0.5] * 3000))
print(len(accumulate(["ab"] * 3000)))
print(accumulate([1] * 2000 + [2.0] * 1000 + [True]))
print(switch(6000))
print(leave_early(3000))
