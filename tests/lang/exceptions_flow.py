# SPDX-License-Identifier: MIT
"""finally, return, break and continue in all combinations; line numbers."""

import sys


def log_return(i):
    log = []

    def inner():
        for n in range(3):
            try:
                log.append(("try", n))
                if i == 0:
                    continue
                if i == 1:
                    break
                if i == 2:
                    return "ret"
                if i == 3:
                    raise ValueError
                if i == 4 and n == 1:
                    raise KeyError
            except ValueError:
                log.append("except")
                if n == 1:
                    break
                continue
            else:
                log.append("else")
            finally:
                log.append("fin")
                if i == 5:
                    break
                if i == 6 and n == 1:
                    return "from finally"
        else:
            log.append("for else")
        return "end"
    try:
        result = inner()
    except KeyError:
        result = "KeyError"
    return result, log


for i in range(7):
    print(i, *log_return(i))


def override():
    for i in range(2):
        try:
            return "try"
        finally:
            continue
    return "after loop"


def nested():
    out = []
    try:
        try:
            try:
                raise ValueError(1)
            finally:
                out.append("f1")
        except KeyError:
            out.append("no")
        finally:
            out.append("f2")
    except ValueError as e:
        out.append(repr(e))
        try:
            raise
        except ValueError:
            out.append("again")
        else:
            out.append("no")
        finally:
            out.append("f3")
    return out


def ret_value():
    x = 1
    try:
        return x
    finally:
        x = 2


def ret_list():
    x = []
    try:
        return x
    finally:
        x.append("late")


def while_else(n):
    while n:
        n -= 1
        try:
            if n == 2:
                break
        finally:
            if n == 7:
                continue
    else:
        return "else", n
    return "broke", n


print(override(), nested(), ret_value(), ret_list(), while_else(5), while_else(2))


def exc_info():
    def name():
        return sys.exc_info()[0] and sys.exc_info()[0].__name__
    seen = [name()]
    try:
        1 / 0
    except ZeroDivisionError:
        seen.append(name())
        try:
            {}[1]
        except KeyError:
            seen.append(name())
        seen.append(name())

        def g():
            yield name()
            try:
                raise TypeError
            except TypeError:
                yield name()
            yield name()
        seen.extend(g())
    seen.append(name())
    return seen


print(exc_info())


def lines(e):
    found = []
    tb = e.__traceback__
    while tb:
        found.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return found


def level3(x):
    y = x + 1

    return y / (
        x -
        x)


def level2(x):
    try:
        return level3(x)
    except KeyError:
        return 0


def level1():
    return [level2(v)
            for v in (1, 2)]


try:
    level1()
except ZeroDivisionError as e:
    print(lines(e))


def reraises():
    try:
        level3(1)
    except ZeroDivisionError:
        raise


def raises_saved():
    try:
        level3(1)
    except ZeroDivisionError as e:
        saved = e
    raise saved


def in_gen():
    yield 1
    raise LookupError("gen")


def consume():
    for _ in in_gen():
        pass


class Prop:
    @property
    def p(self):
        return {}["prop"]

    def __add__(self, o):
        raise TypeError("add")


for f in (reraises, raises_saved, consume, lambda: Prop().p, lambda: Prop() + 1,
          lambda: sorted([1, 2], key=lambda v: v / 0),
          lambda: list(map(level3, [1]))):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, lines(e))


def multi_line_call():
    return max(
        1,
        int(
            "x"
        ),
    )


try:
    multi_line_call()
except ValueError as e:
    print(lines(e))


def chained_tb():
    try:
        raise ValueError
    except ValueError:
        pass
    e = KeyError("reused")
    for _ in range(2):
        try:
            raise e
        except KeyError:
            pass
    return len(lines(e))


print(chained_tb())
e = None
try:
    raise ValueError("frame")
except ValueError as err:
    tb = err.__traceback__
    print(tb.tb_lineno, tb.tb_frame.f_lineno >= tb.tb_lineno, tb.tb_next,
          tb.tb_frame.f_globals is globals())
