# SPDX-License-Identifier: MIT
"""try/except/else/finally, raise, chaining, attributes of exceptions."""


def f(i):
    try:
        if i == 0:
            raise ValueError("zero")
        if i == 1:
            raise KeyError("one")
        if i == 2:
            return "returned"
        if i == 3:
            [][0]
        result = "body"
    except ValueError as e:
        result = f"value {e}"
    except (KeyError, TypeError) as e:
        result = f"key {e}"
    else:
        result += " else"
    finally:
        print("finally", i, end=" ")
    return result


for i in range(5):
    try:
        print(f(i))
    except IndexError as e:
        print("escaped", e)


def attempt(g):
    try:
        print(g())
    except BaseException as e:
        chain = []
        while e is not None:
            chain.append(repr(e))
            if e.__cause__ is not None:
                chain.append("from")
                e = e.__cause__
            elif e.__suppress_context__:
                chain.append("suppressed")
                e = None
            else:
                e = e.__context__
        print(*chain)


def explicit():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("explicit") from e


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        {}["implicit"]


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("quiet") from None


def bare():
    try:
        raise TypeError("again")
    except TypeError:
        raise


def no_active():
    raise


def raise_class():
    raise KeyError


def raise_bad():
    raise 5


def raise_bad_class():
    raise int


def cause_bad():
    raise ValueError("x") from 5


def cause_class():
    raise ValueError("x") from KeyError


def except_bad():
    try:
        1 / 0
    except 5:
        pass


def except_bad_tuple():
    try:
        1 / 0
    except (ValueError, "x"):
        pass


def deep_context():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
    except KeyError:
        raise TypeError(3)


def in_finally():
    try:
        raise ValueError("body")
    finally:
        raise KeyError("finally")


def finally_swallows():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def same_again():
    try:
        raise ValueError("v")
    except ValueError as e:
        try:
            raise e
        except ValueError as e2:
            return e is e2, e.__context__


def init_fails():
    class E(Exception):
        def __init__(self):
            raise RuntimeError("in init")
    raise E


def name_gone():
    e = "before"
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e


def sys_exit():
    raise SystemExit(3)


for g in (explicit, implicit, from_none, bare, no_active, raise_class, raise_bad,
          raise_bad_class, cause_bad, cause_class, except_bad, except_bad_tuple,
          deep_context, in_finally, finally_swallows, same_again, init_fails,
          name_gone, sys_exit):
    print(g.__name__, end=": ")
    attempt(g)
e = ValueError("a", 1)
print(e, repr(e), e.args, str(ValueError()), str(ValueError(5)), repr(ValueError()),
      str(KeyError("k")), str(KeyError()), repr(KeyError("k")), e.__traceback__)
e.extra = "attr"
e.add_note("a note")
print(e.extra, e.__notes__)
e = e.with_traceback(None)
print(StopIteration(5).value, SystemExit(2).code, SystemExit().code,
      OSError(2, "msg").errno, OSError(2, "msg").strerror, OSError(2, "m", "f"),
      type(OSError(2, "x")).__name__, ImportError("m", name="n").name,
      AttributeError("x", name="n", obj=1).obj, NameError("n", name="q").name)
print(UnicodeDecodeError("utf-8", b"abc", 1, 2, "why"),
      UnicodeEncodeError("ascii", "a\xe9", 1, 2, "why"))
print(issubclass(KeyError, LookupError), issubclass(IndexError, LookupError),
      issubclass(ZeroDivisionError, ArithmeticError), IOError is OSError,
      issubclass(FileNotFoundError, OSError), issubclass(UnicodeError, ValueError),
      issubclass(RecursionError, RuntimeError), issubclass(Exception, BaseException),
      issubclass(KeyboardInterrupt, Exception), issubclass(ModuleNotFoundError,
                                                           ImportError),
      issubclass(NotImplementedError, RuntimeError), issubclass(UnboundLocalError,
                                                                NameError),
      issubclass(IndentationError, SyntaxError))
try:
    open("/nonexistent/file")
except FileNotFoundError as err:
    print(err, err.errno, err.filename)
try:
    assert 1 == 2, ("assert", "message")
except AssertionError as err:
    print(repr(err))
try:
    assert False
except AssertionError as err:
    print(repr(err))
assert True, 1 / 0
# Alone: uses up the stack, which is smaller in other threads
