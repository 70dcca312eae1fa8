# SPDX-License-Identifier: MIT
"""Frames looked at from hot loops: locals, line numbers, tracebacks."""

import sys


def line_now(n):
    lines = set()
    for i in range(n):
        x = i * 2
        if i % 1000 == 999:
            lines.add(sys._getframe().f_lineno)
    return lines


def caller_locals():
    return dict(sys._getframe(1).f_locals)


def locals_seen(n):
    out = []
    for i in range(n):
        a = i + 1
        b = a * 0.5
        if i == n - 1:
            out = caller_locals()
    return sorted((k, v) for k, v in out.items() if k != "out")


def locals_call(n):
    for i in range(n):
        x = i
        if i == n // 2:
            snapshot = locals()
    return snapshot["x"], sorted(snapshot)


def deep_lines(n):
    def a(i):
        return b(i)

    def b(i):
        if i % 2000 == 1999:
            f = sys._getframe()
            names = []
            while f is not None and f.f_code.co_name != "<module>":
                names.append((f.f_code.co_name, f.f_lineno))
                f = f.f_back
            return names
        return None
    out = []
    for i in range(n):
        r = a(i)
        if r:
            out.append(r)
    return out[0], len(out), out[0] == out[-1]


def traceback_lines(n):
    def a(i):
        j = i + 1
        return b(j)

    def b(j):
        k = j * 2

        return c(k)

    def c(k):
        if k == 2 * n:
            raise ValueError("deep")
        return k
    total = 0
    try:
        for i in range(n):
            total += a(i)
    except ValueError as e:
        tb = e.__traceback__
        lines = []
        while tb:
            f = tb.tb_frame
            lines.append((f.f_code.co_name, tb.tb_lineno,
                          sorted((k, v) for k, v in f.f_locals.items() if isinstance(v, int))))
            tb = tb.tb_next
        return lines


def generator_frame(n):
    def g():
        for i in range(n):
            y = i * i
            yield y
    it = g()
    for v in it:
        if v > 5000:
            break
    return it.gi_frame.f_locals["i"], it.gi_frame.f_locals["y"], it.gi_frame.f_lineno


def context_chain(n):
    last = None
    for i in range(n):
        try:
            try:
                1 // (i - i)
            except ZeroDivisionError:
                raise KeyError(i)
        except KeyError as e:
            last = e
    return (last.args, last.__traceback__.tb_lineno,
            last.__context__.__traceback__.tb_lineno, last.__context__.__context__)


def frame_kept(n):
    keep = []
    for i in range(n):
        if i % 2500 == 0:
            keep.append(sys._getframe())
    return [f.f_locals["i"] for f in keep], keep[0] is keep[-1]


def operator_lines(n):
    class V:
        def __init__(self, v):
            self.v = v

        def __add__(self, o):
            if o == n - 1:
                raise OverflowError(
                    "add")
            return V(self.v + o)
    v = V(0)
    try:
        for i in range(n):
            v = v + i
    except OverflowError as e:
        return [e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_lineno, v.v, i]


def multi_line_expression(n):
    values = [1] * n
    values[-1] = 0
    try:
        for v in values:
            x = (v
                 + 1
                 + 10 // v
                 + 2)
    except ZeroDivisionError as e:
        return e.__traceback__.tb_lineno, x


print(line_now(6000), locals_seen(6000), locals_call(6000), deep_lines(6000))
print(traceback_lines(6000), generator_frame(6000), context_chain(6000), frame_kept(6000),
      operator_lines(6000), multi_line_expression(6000))
