# SPDX-License-Identifier: MIT
"""Loops are told of failures that nobody asked about and of tasks that die
unfinished, but not of others."""
import _asyncio
import asyncio
import functools
import gc


class Loop:
    """What comes late is told to the loop that it is of, not to the next."""

    def __init__(self):
        self.told = {}

    def count(self, what):
        self.told[what] = self.told.get(what, 0) + 1

    def get_debug(self):
        return False

    def call_soon(self, *args, context):
        self.call = args

    def call_exception_handler(self, context):
        self.count((context["message"], tuple(context)))


class Debugs(Loop):
    def get_debug(self):
        return True


class Derived(_asyncio.Future):
    pass


class HasDel(_asyncio.Future):
    def __del__(self):
        self._loop.count("del")
        super().__del__()


class DerivedTask(_asyncio.Task):
    pass


def make(kind, end, loop):
    f = kind(loop=loop)
    if end != "pending":
        f.set_exception(ValueError())
    if end == "asked":
        f.exception()
    if end == "silenced":
        f._log_traceback = False


async def co():
    pass


async def fails():
    raise ValueError


def make_task(kind, end, loop):
    t = kind(fails() if end == "failed" else co(), loop=loop)
    t._coro.send(None) if end == "begun" else None
    if end == "quiet":
        t._log_destroy_pending = False
    if end in ("done", "failed"):
        loop.call[0]()
    t._coro.close()
    loop.call = None


def deep(_, n):
    """Overwrites the stack, which is scanned conservatively."""
    return functools.reduce(deep, [n - 1], n - 1) if n > 0 else 0


def count(f, *args, n=30):
    for _ in range(n):
        f(*args)
    deep(0, 50)
    for _ in range(4):
        gc.collect()
    print(*args[:2], [(k, v > n // 2, v <= n) for k, v in args[2].told.items()])


for kind in (_asyncio.Future, Derived, HasDel):
    for end in ("pending", "failed", "asked", "silenced"):
        count(make, kind, end, Loop())
for kind in (_asyncio.Task, DerivedTask):
    for end in ("pending", "quiet", "done", "failed"):
        count(make_task, kind, end, Loop())
count(make, _asyncio.Future, "failed", Debugs())
f = _asyncio.Future(loop=Loop())
f.set_exception(ValueError())
f.__del__()
f.__del__()
print(f._loop.told)
# Alone: collects garbage, and what is dead depends on other threads
