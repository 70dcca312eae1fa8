# Lengths of time are exact to the microsecond, and rounded to even.
from _datetime import *

lengths = [timedelta(0), timedelta(microseconds=1), timedelta(microseconds=-3),
           timedelta(1, 2, 3), timedelta(-1, 86399, 999999), timedelta.max,
           timedelta.min, timedelta(hours=-5, minutes=30)]
numbers = [0, 1, -1, 2, 3, -7, 10**6, 10**30, -10**30, 0.5, -0.5, 1.5, 1e-6, 1e22,
           5e-324, 1e300, 0.1, -0.0, True]


def show(text, *args):
    try:
        print(text, *args, '=', repr(eval(text, None, dict(zip('ab', args)))))
    except Exception as e:
        print(text, *args, ':', type(e).__name__, e)


for a in lengths:
    for b in lengths:
        for op in 'a + b', 'a - b', 'a / b', 'divmod(a, b)', 'a < b', 'a == b':
            show(op, a, b)
    for b in numbers:
        for op in 'a * b', 'a / b', 'a // b':
            show(op, a, b)
    for op in '-a', 'abs(a)', '+a', 'bool(a)', 'a.total_seconds()', 'str(a)':
        show(op, a)
for n in numbers:
    for unit in ('weeks', 'days', 'hours', 'minutes', 'seconds', 'milliseconds',
                 'microseconds'):
        show('timedelta(**{a: b})', unit, n)
show('timedelta(a, b)', 10**30, -86400 * 10**30)
show('timedelta(microseconds=a, milliseconds=b)', 0.5, 0.0005)
show('timedelta(microseconds=a, seconds=b)', 0.5, 1)


class Ratio(float):
    def as_integer_ratio(self):
        return self.ratio


for ratio in (1, 3), (-5, 2), (1, 0), (1,), [1, 2], (1.5, 2), None:
    r = Ratio(1)
    r.ratio = ratio
    show('a * b', timedelta(microseconds=7), r)
    show('a / b', timedelta(microseconds=7), r)
