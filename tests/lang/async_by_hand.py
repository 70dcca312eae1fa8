# SPDX-License-Identifier: MIT
"""Coroutines, async generators, async for/with, driven without a loop."""


class Wait:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        got = yield ("wait", self.tag)
        return got


def drive(coro, replies=()):
    log = []
    replies = iter(replies)
    try:
        log.append(coro.send(None))
        while True:
            log.append(coro.send(next(replies, None)))
    except StopIteration as e:
        return log, e.value


async def simple(x):
    a = await Wait("a")
    b = await Wait("b")
    return x, a, b


print(drive(simple(1), ["ra", "rb"]))


async def nested():
    first = await simple("in")
    second = await simple("in2")
    return first, second


print(drive(nested(), range(4)))


async def no_await():
    return "immediate"


print(drive(no_await()), type(no_await).__name__)
c = no_await()
print(type(c).__name__, c.__name__, hasattr(c, "__next__"))
c.close()


class Manager:
    def __init__(self, log):
        self.log = log

    async def __aenter__(self):
        self.log.append(await Wait("enter"))
        return "managed"

    async def __aexit__(self, et, ev, tb):
        self.log.append((await Wait("exit"), et and et.__name__))
        return et is ValueError


async def use_with(fail):
    log = []
    async with Manager(log) as m:
        log.append(m)
        if fail:
            raise ValueError
    return log


print(drive(use_with(False), [1, 2]), drive(use_with(True), [1, 2]))


class Counter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Wait(self.n)
        return self.n


async def use_for():
    out = []
    async for i in Counter(3):
        if i == 1:
            continue
        out.append(i)
    else:
        out.append("else")
    return out


print(drive(use_for()))


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                await Wait(got)
    finally:
        await Wait("agen cleanup")


async def comprehension():
    a = [x async for x in agen(3)]
    b = {x: y async for x in agen(2) for y in "z"}
    c = [await simple(i) for i in range(2)]
    d = sum([x async for x in agen(4) if x % 2])
    e = [y async for y in (x * 2 async for x in agen(3))]
    return a, b, c, d, e


print(drive(comprehension()))


async def methods():
    g = agen(5)
    log = [await g.__anext__(), await g.asend("sent"), await g.__anext__()]
    try:
        await g.athrow(KeyError("thrown"))
    except KeyError as e:
        log.append(repr(e))
    g = agen(5)
    await g.__anext__()
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        log.append("stopped")
    return log


print(drive(methods()))


async def raises():
    await Wait("x")
    raise LookupError("from coroutine")


async def catches():
    try:
        await raises()
    except LookupError as e:
        return f"caught {e}"


print(drive(catches()))


async def thrown():
    try:
        await Wait("t")
    except ValueError as e:
        await Wait("after throw")
        return str(e)


c = thrown()
print(c.send(None), c.throw(ValueError("into")))
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)


async def bad_await():
    await 5


async def bad_for():
    async for x in [1]:
        pass


async def bad_with():
    async with 5:
        pass


class BadAwait:
    def __await__(self):
        return 5


async def bad_await2():
    await BadAwait()


for f in (bad_await, bad_for, bad_with, bad_await2):
    try:
        f().send(None)
    except TypeError as e:
        print(e)
c = simple(1)
try:
    c.send("not none")
except TypeError as e:
    print(e)
c.close()
c = simple(1)
c.send(None)
c.close()
try:
    iter(no := no_await())
except TypeError as e:
    print(e)
no.close()


def scheduler(*coros):
    ready = list(coros)
    log = []
    while ready:
        c = ready.pop(0)
        try:
            log.append(c.send(None)[1])
            ready.append(c)
        except StopIteration as e:
            log.append(("done", e.value))
    return log


async def worker(name, n):
    for i in range(n):
        await Wait(f"{name}{i}")
    return name


print(scheduler(worker("a", 3), worker("b", 1), worker("c", 2)))
