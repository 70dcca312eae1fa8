# SPDX-License-Identifier: MIT
"""Exceptions across frames, chained, cleaned up after and counted."""

import sys


class Problem(Exception):
    def __init__(self, code, *details):
        super().__init__(code, *details)
        self.code = code


class Minor(Problem):
    pass


class Major(Problem):
    pass


def fail(i):
    if i % 3 == 0:
        raise Minor(i)
    if i % 5 == 0:
        raise Major(i, "five")
    if i % 7 == 0:
        return [][i]
    if i % 11 == 0:
        return {}[i]
    return i


def descend(depth, i):
    if depth == 0:
        return fail(i)
    return descend(depth - 1, i) + 1


def with_cleanup(i, log):
    try:
        return descend(4, i)
    except Minor as error:
        if error.code % 2:
            raise Major(error.code, "from minor") from error
        return -error.code
    finally:
        log[0] += 1


def finally_wins(i):
    for _ in range(3):
        try:
            if i & 1:
                raise ValueError(i)
            return "returned"
        finally:
            if i & 2:
                break
    return "broke"


def line_numbers(error):
    lines = []
    tb = error.__traceback__
    while tb is not None:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return lines


def describe(error):
    parts = []
    while error is not None:
        parts.append("%s%r" % (type(error).__name__, error.args))
        if error.__cause__ is not None:
            parts.append("caused by")
            error = error.__cause__
        elif error.__context__ is not None and not error.__suppress_context__:
            parts.append("during")
            error = error.__context__
        else:
            error = None
    return " ".join(parts)


def run(n):
    total = 0
    counts = {}
    log = [0]
    for i in range(n):
        try:
            total += with_cleanup(i, log)
        except (Problem, LookupError) as error:
            name = type(error).__name__
            counts[name] = counts.get(name, 0) + 1
            if error.__cause__ is not None:
                total -= 1
        else:
            total += 1
    return total, sorted(counts.items()), log[0]


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
    for case in (1, 3, 5, 6, 7, 11):
        try:
            print(case, with_cleanup(case, [0]))
        except Exception as caught:
            print(case, describe(caught), line_numbers(caught))
    for case in range(4):
        try:
            print(case, finally_wins(case))
        except ValueError as caught:
            print(case, "escaped", describe(caught), line_numbers(caught))
    try:
        try:
            fail(7)
        except IndexError:
            fail(11)
    except KeyError as caught:
        print(describe(caught))
    try:
        try:
            fail(9)
        except Minor:
            raise Major("quiet") from None
    except Major as caught:
        print(describe(caught), caught.__context__ is not None)
    print(run(scale))
