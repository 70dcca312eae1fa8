# SPDX-License-Identifier: MIT
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
