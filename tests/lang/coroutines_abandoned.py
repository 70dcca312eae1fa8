# SPDX-License-Identifier: MIT
"""Coroutines that nobody awaits are told of, and asynchronous generators that
nobody asks any more are closed, by way of the hook if there is one."""
import gc
import sys
import warnings


class Sink:
    def __init__(self):
        self.lines = []

    def write(self, text):
        self.lines += [line.partition("RuntimeWarning: ")[2]
                       for line in text.split("\n") if "awaited" in line]

    def flush(self):
        pass


def collect(depth=60):
    """With the stack below overwritten, which is scanned conservatively."""
    if depth:
        return collect(depth - 1)
    for _ in range(3):
        gc.collect()


def abandon(f, n=50):
    for _ in range(n):
        f()


def told(f):
    """What is said of f's coroutines, and whether of most of them."""
    abandon(f)
    collect()
    lines = [line for line in sink.lines if f"'{f.__name__}." in line]
    return sorted({*lines}), len(lines) > 40


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as e:
        return e.value
    except StopAsyncIteration:
        return "end"


class Pause:
    def __await__(self):
        yield


def spam():
    async def spam():
        pass
    spam()


def method():
    class Eggs:
        async def method(self):
            try:
                await Pause()
            finally:
                print("never")
    Eggs().method()


def awaited():
    async def awaited():
        return 5
    assert run(awaited()) == 5


def closed():
    async def closed():
        pass
    closed().close()


def thrown():
    async def thrown():
        pass
    try:
        thrown().throw(ValueError)
    except ValueError:
        pass


def suspended():
    async def suspended():
        await Pause()
    suspended().send(None)


warnings.simplefilter("always")
sink, old = Sink(), sys.stderr
sys.stderr = sink
for f in spam, method, awaited, closed, thrown, suspended:
    print(f.__name__, *told(f))
sys.stderr = old


async def agen(log, name, n=3):
    try:
        for i in range(n):
            yield i
    finally:
        log.append(f"{name} closed")


async def plain(log, name):
    yield 0
    yield 1


def first(a):
    a.ag_frame.f_locals["log"].append("first")


def final(a):
    a.ag_frame.f_locals["log"].append("final")
    run(a.aclose())


def left(make, name, steps):
    """What happens to generators that were asked so many times."""
    log = []

    def f():
        a = make(log, name)
        for _ in range(steps):
            run(a.__anext__())

    abandon(f)
    collect()
    return [(entry, log.count(entry) > 40) for entry in sorted({*log})]


for hooks in (None, None), (first, final), (None, final), (first, None):
    sys.set_asyncgen_hooks(*hooks)
    print([hook and hook.__name__ for hook in hooks])
    for steps in (0, 1, 2, 4):
        print(steps, left(agen, f"agen {steps}", steps))
    print("plain", left(plain, "plain", 1))


def closed_by_hand():
    a = agen(log, "by hand")
    run(a.__anext__())
    run(a.aclose())


def hooks_changed():
    sys.set_asyncgen_hooks(first, final)
    a = agen(log, "hooks changed")
    run(a.__anext__())
    sys.set_asyncgen_hooks(None, None)


for f in closed_by_hand, hooks_changed:
    log = []
    abandon(f)
    collect()
    print(f.__name__, [(entry, log.count(entry) > 40)
                       for entry in sorted({*log})])
# Alone: sets or calls the process's hooks
