# SPDX-License-Identifier: MIT
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
