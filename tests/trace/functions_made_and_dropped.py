# SPDX-License-Identifier: MIT
# trace: call: loops == 1; sides >= 20; linked >= 20; loop lacks _CALL*
# trace: consume: loops == 2; sides >= 20; has _ENTER_GENERATOR _GUARD_GENERATOR
# trace: aborts only NOWHERE LEFT_LOOP
"""Code that the collector takes may leave its address to other code, which a
trace must not take for it."""

import gc


def call(f, n):
    t = 0
    for i in range(n):
        t += f()
    return t


def consume(f, n):
    t = 0
    for i in range(n):
        for x in f():
            t += x
    return t


wrong = 0
for k in range(150):
    f = eval("lambda: %d" % k)
    wrong += call(f, 30) != 30 * k
    f = None
    if k % 5 == 0:
        gc.collect()
print(wrong)
f = eval("lambda: 1")
print(call(f, 3000))
f = None
gc.collect()
for k in range(20):
    f = eval("lambda: %d" % k)
    wrong += call(f, 10) != 10 * k
    f = None
    gc.collect()
print(wrong)
for k in range(60):
    space = {}
    exec("def f():\n  yield %d\n  yield 1\n" % k, space)
    wrong += consume(space["f"], 20) != 20 * k + 20
    del space
    if k % 3 == 0:
        gc.collect()
print(wrong)
# Alone: collects garbage, and what is dead depends on other threads
