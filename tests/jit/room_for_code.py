# SPDX-License-Identifier: MIT
# trace: nest: loops == 1; sides >= 1
# trace eager: f0: loops >= 1; sides >= 1
"""More hot code than there is room for: some is dropped, results stay."""

TEMPLATE = """
def f{0}(n):
    total = {0}
    for i in range(n):
        if i % 3 == {0} % 3:
            total += i
        elif i % 5 == 1:
            total = -total
        else:
            total -= g{1}(i)
    return total

def g{0}(i):
    return i & {0}
"""

namespace = {}
COUNT = 60
for i in range(COUNT):
    exec(TEMPLATE.format(i, (i + 7) % COUNT), namespace)

for round_ in range(4):
    print([namespace[f"f{i}"](90 + round_) for i in range(COUNT)])


# Traces inside traces, all the way down, while more are made and dropped.
def nest(depth, n):
    total = 0
    for i in range(n):
        total += i
        if depth and i == n - 2:
            total += sum(map(lambda d: nest(d, n), [depth - 1]))
            total += namespace[f"f{depth}"](n)
    return total


print([nest(depth, 40) for depth in range(20)])
