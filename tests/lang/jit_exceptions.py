# SPDX-License-Identifier: MIT
"""Exceptions raised and caught in hot loops."""


def each(n):
    caught = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError(i)
            caught += 1
        except ValueError as e:
            caught += e.args[0]
    return caught


def late(n):
    total = 0
    try:
        for i in range(n):
            total += 100 // (n - 1 - i)
    except ZeroDivisionError:
        return "late", i, total


def inner(i):
    if i % 1000 == 999:
        raise KeyError(i)
    return i


def from_call(n):
    out = []
    for i in range(n):
        try:
            inner(i)
        except KeyError as e:
            out.append((e.args, e.__traceback__.tb_next.tb_lineno))
    return out


def finally_each(n):
    f = r = 0
    for i in range(n):
        try:
            if i % 5 == 0:
                continue
            if i == n - 3:
                break
            r += 1
        finally:
            f += 1
    return f, r, i


def nested(n):
    log = [0, 0, 0, 0]
    for i in range(n):
        try:
            try:
                if i % 4 == 0:
                    {}[i]
                elif i % 4 == 1:
                    [][i]
                elif i % 4 == 2:
                    None.x
                else:
                    int("x")
            except KeyError:
                log[0] += 1
            except IndexError as e:
                log[1] += 1
                raise TypeError from e
            finally:
                log[2] += 1
        except (TypeError, AttributeError, ValueError):
            log[3] += 1
    return log


def unwinds(n):
    def deep(k):
        if k == 0:
            raise LookupError
        return deep(k - 1)
    count = 0
    for i in range(n):
        try:
            deep(i % 10)
        except LookupError:
            count += 1
    return count


def type_error(n):
    values = list(range(n))
    values[n - 10] = "x"
    total = 0
    for v in values:
        try:
            total += v
        except TypeError as e:
            print(e)
    return total


def index_error(n):
    a = list(range(n))
    i = 0
    total = 0
    try:
        while True:
            total += a[i]
            i += 1
    except IndexError as e:
        return total, i, str(e)


def name_error(n):
    for i in range(n):
        if i == n - 1:
            del i
        try:
            i
        except UnboundLocalError as e:
            return str(e)


def reraise(n):
    count = 0
    for i in range(n):
        try:
            try:
                1 // (i % 2)
            except ZeroDivisionError:
                count += 1
                raise
        except ArithmeticError as e:
            if e.__context__ is not None:
                count += 1000000
    return count


def stop(n):
    it = iter(range(n))
    total = 0
    while True:
        try:
            total += next(it)
        except StopIteration:
            return total


def handler_state(n):
    import sys
    bad = 0
    for i in range(n):
        try:
            raise ValueError
        except ValueError:
            if sys.exc_info()[0] is not ValueError:
                bad += 1
        if sys.exc_info()[0] is not None:
            bad += 1
    return bad


print(each(6000), late(6000), from_call(6000), finally_each(6000), nested(6000),
      unwinds(6000), type_error(6000), index_error(6000), name_error(6000),
      reraise(6000), stop(6000), handler_state(6000))


def escaping(n):
    for i in range(n):
        x = i * 2
        y = [1, 2, 3][x - 2 * i + (3 if i == n - 1 else 0)]
    return y


for size in (100, 6000, 6001):
    try:
        escaping(size)
    except IndexError as e:
        frame = e.__traceback__.tb_next.tb_frame
        print(sorted(frame.f_locals.items()), e.__traceback__.tb_next.tb_lineno)
