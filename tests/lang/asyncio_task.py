# SPDX-License-Identifier: MIT
"""Tasks: steps, what they wait for, cancelling, what coroutines do wrong."""
import _asyncio
import asyncio
import builtins
import contextvars
import re
import types
import weakref


class Loop:
    def __init__(self):
        self.calls = []

    def get_debug(self):
        return False

    def call_soon(self, *args, context):
        self.calls.append(args)

    def call_exception_handler(self, context):
        print("told:", context["message"])

    def __repr__(self):
        return "<Loop>"

    def run(self):
        while self.calls:
            fn, *args = self.calls.pop(0)
            show("  step", lambda: fn(*args) and None)


def print(*args):
    """Without addresses and places."""
    text = " ".join(map(str, args))
    builtins.print(re.sub(r" at (/[^ >]*|0x[0-9a-f]+)", "", text))


def show(label, f):
    try:
        print(label, repr(f()))
    except BaseException as e:
        print(label, type(e).__name__, e, repr(e.__context__))


Future, Task = _asyncio.Future, _asyncio.Task
loop, other = Loop(), Loop()
print(asyncio.Task is Task, Task.__mro__, Task[int])


async def returns(v=1):
    return v


async def waits():
    return await f


@types.coroutine
def gives(v):
    return (yield v)


def status(t):
    return (t._state, t._must_cancel, t.cancelling(), t._cancel_message,
            t._fut_waiter)


print("# begin and end")
for bad in (1, None, len):
    show("coroutine", lambda: Task(bad, loop=loop))
show("arguments", lambda: Task())
t = Task(returns(), loop=loop, name="one")
step = loop.calls[0][0]
print(t, type(step), step.__self__ is t)
show("arguments", lambda: step(1))
show("arguments", lambda: step(a=1))
show("new", lambda: type(step)())
loop.run()
print(t, t.result(), t.done())
show("again", step)
show("set_result", lambda: t.set_result(1))
show("set_exception", lambda: t.set_exception(1))
for name in (33, "x", [1], type("Name", (str,), {})("y")):
    t = Task(returns(), loop=loop, name=name)
    print(t.get_name(), type(t.get_name()))
    t.set_name((name, 2))
    print(t.get_name())
loop.run()
a, b = Task(returns(), loop=loop), Task(returns(), loop=loop)
print(int(b.get_name()[5:]) - int(a.get_name()[5:]))
loop.run()

print("# waiting")
f = Future(loop=loop)
t = Task(waits(), loop=loop, name="t")
print(t._fut_waiter, t._coro is t.get_coro())
loop.run()
wakeup = f._callbacks[0][0]
print(t._fut_waiter is f, wakeup.__name__, wakeup.__self__ is t,
      wakeup.__qualname__)
show("wakeup", wakeup)
f.set_result(4)
loop.run()
print(t)
f = Future(loop=loop)
t = Task(waits(), loop=loop, name="t")
loop.run()
f.set_exception(KeyError("k"))
loop.run()
show("result", t.result)

print("# cancelling")
for early in (True, False):
    f = Future(loop=loop)
    t = Task(waits(), loop=loop, name="t")
    if not early:
        loop.run()
    print(t.cancel("why"), t.cancel("again"), status(t), t)
    print(t.uncancel(), t.uncancel(), t.uncancel())
    loop.run()
    print(t)
    show("result", t.result)
    show("result", t.result)
    show("exception", t.exception)
    print(t.cancel())


async def cancels_itself(wait):
    t.cancel("s")
    if wait:
        await Future(loop=loop)


for wait in (False, True):
    t = Task(cancels_itself(wait), loop=loop, name="t")
    loop.run()
    print(t)
    show("result", t.result)

print("# wrong")


class Derived(Future):
    pass


async def wrong(v):
    return await gives(v)


for v in (None, 1, gives(3), Future(loop=loop), Future(loop=other), (1, 2), "x",
          Derived(loop=loop), Derived(loop=other)):
    t = Task(wrong(v), loop=loop, name="t")
    loop.run()
    show("result", t.result)


async def itself():
    await t


t = Task(itself(), loop=loop, name="t")
loop.run()
show("itself", t.result)


async def raises(e):
    raise e


for e in (ValueError("v"), StopIteration(3), KeyboardInterrupt(), SystemExit(4),
          asyncio.CancelledError("q"), GeneratorExit(), BaseException("b")):
    t = Task(raises(e), loop=loop, name="t")
    loop.run()
    show("result", t.result)
    show("exception", t.exception)


print("# other kinds of futures")


class Duck:
    _asyncio_future_blocking = True

    def __init__(self, loop):
        self._loop = loop

    def add_done_callback(self, fn, *, context):
        print("add", type(context).__name__)
        self.fn = fn

    def cancel(self, msg):
        print("cancel", msg)
        return True

    def result(self):
        return 7

    def __repr__(self):
        return "<Duck>"


class Asked(Future):
    def add_done_callback(self, *args, **kw):
        print("add", len(args), list(kw))
        super().add_done_callback(*args, **kw)

    def result(self):
        print("result")
        return super().result()

    def get_loop(self):
        print("get_loop")
        return super().get_loop()

    def cancel(self, *args, **kw):
        print("cancel", args, kw)
        return super().cancel(*args, **kw)


d = Duck(loop)
t = Task(wrong(d), loop=loop, name="t")
loop.run()
print(d._asyncio_future_blocking, status(t))
print(t.cancel("m"))
d.fn(d)
print(t)
d = Duck(loop)
d._asyncio_future_blocking = False
t = Task(wrong(d), loop=loop, name="t")
loop.run()
show("not blocking", t.result)
for end in (lambda: f.set_result(3), lambda: t.cancel("m")):
    f = Asked(loop=loop)
    t = Task(waits(), loop=loop, name="t")
    loop.run()
    end()
    loop.run()
    print(t)

print("# other kinds of coroutines")


class Coroutine:
    def send(self, v):
        print("send", v)
        if v is None and not hasattr(self, "f"):
            self.f = Future(loop=loop)
            self.f._asyncio_future_blocking = True
            return self.f
        raise StopIteration(8)

    def throw(self, *args):
        print("throw", args)
        raise StopIteration(9)

    def close(self):
        pass

    def __await__(self):
        return self


asyncio.coroutines._COROUTINE_TYPES += (Coroutine,)
for end in (lambda: c.f.set_result(3), lambda: t.cancel()):
    c = Coroutine()
    t = Task(c, loop=loop, name="t")
    loop.run()
    end()
    loop.run()
    print(t.result())

print("# contexts")
v = contextvars.ContextVar("v", default=0)


async def reads():
    v.set(v.get() + 1)
    return v.get()


context = contextvars.copy_context()
context.run(v.set, 10)


class Runs(Loop):
    def call_soon(self, *args, context):
        self.calls.append((context.run, *args))


loop = Runs()
tasks = [Task(reads(), loop=loop), Task(reads(), loop=loop, context=context),
         Task(reads(), loop=loop, context=context)]
loop.run()
print([t.result() for t in tasks], context[v], v.get())

print("# current and all")
enter, leave = _asyncio._enter_task, _asyncio._leave_task
enter(other, 5)
print(_asyncio._current_tasks)
show("enter", lambda: enter(other, 6))
show("leave", lambda: leave(other, 6))
leave(other, 5)
show("leave", lambda: leave(other, 5))
show("enter", lambda: enter([], 1))
show("leave", lambda: leave([], 1))
show("register", lambda: _asyncio._register_task(5))
print(type(_asyncio._all_tasks) is weakref.WeakSet)
t = Task(returns(), loop=loop, name="t")
print(t in _asyncio._all_tasks)
_asyncio._unregister_task(t)
print(t in _asyncio._all_tasks)
print([f.f_code.co_name for f in t.get_stack()], t.get_stack(limit=0))
show("get_stack", lambda: t.get_stack(1))
loop.run()

# Alone: looks at all tasks that run, and counts those that get names
