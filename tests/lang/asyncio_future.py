# SPDX-License-Identifier: MIT
"""Futures: states, results, exceptions, callbacks, attributes, what is refused."""
import asyncio
import contextvars
import _asyncio


class Loop:
    def __init__(self):
        self.calls = []

    def get_debug(self):
        return False

    def call_soon(self, fn, *args, context):
        self.calls.append((fn, args, context))

    def __repr__(self):
        return "<Loop>"


def show(label, f):
    try:
        print(label, repr(f()))
    except BaseException as e:
        print(label, type(e).__name__, e)


Future = _asyncio.Future
ATTRIBUTES = ("_state", "_loop", "_callbacks", "_exception", "_result",
              "_log_traceback", "_cancel_message", "_asyncio_future_blocking",
              "_source_traceback")
loop = Loop()
print(asyncio.Future is Future, Future.__mro__, Future[int])

print("# not initialized")
f = Future.__new__(Future)
for name in ("result", "exception", "cancel", "cancelled", "done", "get_loop",
             "_make_cancelled_error", "__iter__", "__repr__"):
    show(name, getattr(f, name))
for name in ("add_done_callback", "remove_done_callback", "set_result",
             "set_exception"):
    show(name, lambda: getattr(f, name)(ValueError()))
for name in ATTRIBUTES:
    show(name, lambda: getattr(f, name))

print("# attributes")
f = Future(loop=loop)
for name in ATTRIBUTES:
    show(name, lambda: getattr(f, name))
    show("set " + name, lambda: setattr(f, name, 1))
    show("delete " + name, lambda: delattr(f, name))
f.own = 3
print(f.own)
show("arguments", lambda: Future(loop))
show("arguments", lambda: Future(lop=loop))

print("# callbacks")
f = Future(loop=loop)
show("result", f.result)
show("exception", f.exception)
show("add", lambda: f.add_done_callback())
show("add", lambda: f.add_done_callback(1, 2))
f.add_done_callback(print, context=3)
f.add_done_callback(print, context=None)
f.add_done_callback(len)
f.add_done_callback(print)
print([(fn, type(c)) for fn, c in f._callbacks])
print(f.remove_done_callback(print), [fn for fn, _ in f._callbacks])
print(f.remove_done_callback(len), f.remove_done_callback(len), f._callbacks)


class Unequal:
    def __eq__(self, other):
        raise ZeroDivisionError


f.add_done_callback(1)
f.add_done_callback(2)
show("remove", lambda: f.remove_done_callback(Unequal()))
print([fn for fn, _ in f._callbacks])


class Adds:
    """Changes the list while it is looked through."""

    def __eq__(self, other):
        global left
        left -= 1
        if left >= 0:
            f.add_done_callback(4)
            f.remove_done_callback(2)
        return other == 3


f.add_done_callback(3)
left = 2
print(f.remove_done_callback(Adds()) >= 0, 1 in [fn for fn, _ in f._callbacks])

print("# cancelled")
f = Future(loop=loop)
f.add_done_callback(print)
show("cancel", lambda: f.cancel("a", "b"))
print(f.cancel(msg="why"), f.cancel(), f, loop.calls[0][:2])
for name in ("result", "exception", "_make_cancelled_error", "cancelled", "done"):
    show(name, getattr(f, name))
show("set_result", lambda: f.set_result(1))
show("set_exception", lambda: f.set_exception(ValueError()))
loop.calls.clear()
f.add_done_callback(print)
print(len(loop.calls))

print("# done")
f = Future(loop=loop)
f.set_result([5])
print(f.result(), f.exception(), f.cancel(), f)
show("set_result", lambda: f.set_result(5))
for e in (5, int, StopIteration, StopIteration(3), KeyError, KeyError("x")):
    f = Future(loop=loop)
    show("set_exception", lambda: f.set_exception(e))
    print(f._state, f._log_traceback)
    f._log_traceback = False
show("log", lambda: setattr(f, "_log_traceback", True))
show("result", f.result)
print(repr(f.exception()), f)
f.__init__(loop=loop)
print(f)


def raises():
    raise ValueError


def lines(e):
    tb, n = e.__traceback__, 0
    while tb is not None:
        tb, n = tb.tb_next, n + 1
    return n


try:
    raises()
except ValueError as e:
    f.set_exception(e)
for _ in range(3):
    try:
        f.result()
    except ValueError as e:
        print(lines(e))

print("# awaiting")
f = Future(loop=loop)
it = iter(f)
print(next(it) is f, f._asyncio_future_blocking)
show("next", lambda: next(it))
f.set_result(9)
show("next", lambda: next(it))
show("next", lambda: next(it))
f = Future(loop=loop)
show("await", lambda: f.__await__().send(3))
show("await", lambda: f.__await__().send(3))
for args in ((ValueError("x"),), (ValueError,), (ValueError, 3),
             (ValueError, ValueError(4)), (ValueError, 4, 5), (3,), (int,), (),
             (ValueError(3), 4), (1, 2, 3, 4)):
    show("throw", lambda: iter(f).throw(*args))
it = iter(f)
show("close", it.close)
show("next", lambda: next(it))
show("new", lambda: type(it)())


class Refuses(Loop):
    def call_soon(self, fn, *args, context):
        print("asked", fn)
        raise KeyError(fn)


f = Future(loop=Refuses())
f.add_done_callback(1)
f.add_done_callback(2)
show("set_result", lambda: f.set_result(3))
print(f._callbacks, f)


class NoDebug:
    pass


show("no loop", lambda: Future(loop=NoDebug()))
v = contextvars.ContextVar("v", default=0)
v.set(1)
f = Future(loop=loop)
f.add_done_callback(print)
v.set(2)
print(f._callbacks[0][1][v])
# Alone: print is another there
