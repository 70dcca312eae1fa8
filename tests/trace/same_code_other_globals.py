# SPDX-License-Identifier: MIT
# trace: run: loops == 1; loop lacks _CALL* _LOAD_DICT_ENTRY
# trace: template: loops == 1; loop lacks _LOAD_DICT_ENTRY; entered >= 20
# trace: adders: loops == 1; sinks _CELL_NEW _MAKE_CLOSURE
# trace: adders: loop lacks _CALL* _MAKE_CLOSURE; entered <= 2
# trace: aborts only CONTRADICTION LEFT_LOOP
"""One code object run with several sets of globals and closures: a trace of
one must not run for the other."""

import types

source = """
def run(n):
    t = 0
    for i in range(n):
        t += K + helper(i)
    return t

total = 0
for i in range(2000):
    total += K
"""
code = compile(source, "template", "exec")
for k in 1, 10, 100:
    space = {"K": k, "helper": lambda i, k=k: i % 3 * k}
    exec(code, space)
    print(space["total"], space["run"](3000))


def adders(n):
    def make(k):
        def add(v):
            return v + k
        return add
    t = 0
    for i in range(n):
        t = make(i % 5)(t)
    return t


def template(n):
    t = 0
    for i in range(n):
        t += K
    return t


print(adders(4000))
K = 3
other = types.FunctionType(template.__code__, {"K": 5, "range": range})
print(template(3000), other(3000), template(3000))
calls = [template, other] * 20
print(sum(f(200) for f in calls))
