# SPDX-License-Identifier: MIT
# trace: hot: loops == 1; loop has _GUARD_NE_INT _GUARD_EQ_INT
# trace: hot: loop lacks _CALL*
# trace: aborts none
"""No memory is writable and executable at once, also while code is compiled."""


def writable_code():
    try:
        with open("/proc/self/maps") as maps:
            return [line for line in maps if "rwx" in line.split()[1]]
    except OSError:
        return []


def hot(n):
    total = 0
    for i in range(n):
        if i & 1:
            total += i
        else:
            total -= 1
    return total


for n in (10, 1000, 50000):
    print(n, hot(n), writable_code())
