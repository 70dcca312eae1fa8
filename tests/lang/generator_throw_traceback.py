# SPDX-License-Identifier: MIT
"""Each generator that an exception is thrown through has one line in the traceback,
and one that has not begun has a frame there as well."""
import types


def names(e):
    found = []
    tb = e.__traceback__
    while tb is not None:
        found.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    return found


def throw(g):
    try:
        g.throw(ValueError("v"))
    except ValueError as e:
        print(names(e)[1:])
        return e


def inner():
    yield 1


def outer():
    yield from inner()


def over_list():
    yield from iter([1])


class Wait:
    def __await__(self):
        return iter([1])


@types.coroutine
def pause():
    yield


async def awaits_object():
    await Wait()


async def awaits_generator():
    await pause()


class Manager:
    async def __aenter__(self):
        await pause()

    async def __aexit__(self, *args):
        pass


async def enters():
    async with Manager():
        pass


class Items:
    def __aiter__(self):
        return self

    async def __anext__(self):
        await pause()


async def iterates():
    async for _ in Items():
        pass


for f in (inner, outer, over_list, awaits_object, awaits_generator, enters,
          iterates):
    g = f()
    g.send(None)
    throw(g)
for f in (inner, awaits_object):
    e = throw(f())
    frame = e.__traceback__.tb_next.tb_frame
    print(frame.f_lineno - f.__code__.co_firstlineno, frame.f_locals)


async def fails():
    async for _ in Items():
        pass


class Broken(Items):
    async def __anext__(self):
        raise ValueError("v")


Items = Broken
g = fails()
try:
    g.send(None)
except ValueError as e:
    print(names(e)[1:])
