# Functions of complex numbers: finite ones to the last digit, infinities and nans
# by rule, zeros with their signs.
import cmath

FUNCTIONS = ('acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt '
             'tan tanh phase polar isnan isinf isfinite').split()
VALUES = [0.0, -0.0, 1.0, -2.5, float('inf'), -float('inf'), float('nan'), 1e-320,
          1e308, -710.5, 0.7]
for name in FUNCTIONS:
    f = getattr(cmath, name)
    for x in VALUES:
        for y in VALUES:
            if name == 'phase' and abs(x) > 1e300:
                continue  # CPython takes an underflow for an error
            try:
                print(name, x, y, repr(f(complex(x, y))))
            except Exception as e:
                print(name, x, y, type(e).__name__, e)
for x in VALUES:
    for y in VALUES:
        try:
            print('rect', x, y, cmath.rect(x, y))
        except ValueError as e:
            print('rect', x, y, e)
