"""A code object whose first line is replaced has all its lines moved by as much."""
import sys
import traceback


def f(x):
    y = x + 1

    return (y /
            0)


moved = f.__code__.replace(co_firstlineno=f.__code__.co_firstlineno + 100)
by = [b[2] - a[2] for a, b in zip(f.__code__.co_lines(), moved.co_lines())
      if a[2] is not None]
print(set(by))
f.__code__ = moved
try:
    f(1)
except ZeroDivisionError as e:
    tb = e.__traceback__.tb_next
    print(tb.tb_lineno, tb.tb_frame.f_lineno, traceback.extract_tb(tb)[0].lineno)
    print(sys._getframe().f_lineno)
