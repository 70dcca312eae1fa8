# SPDX-License-Identifier: MIT
# Floats rounded to so many digits, of every size and precision.
import math
import zlib

seed = 12345


def next_bits():
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
    return seed >> 11


def numbers():
    for exponent in range(-40, 41):
        for m in 1.0, 9.5, 9.9999999999999, 4.5, 0.5, 1.25, 2.675:
            x = m * 10.0 ** exponent
            yield x
            yield math.nextafter(x, 0)
    for i in range(600):
        yield math.ldexp(next_bits(), i % 160 - 120)
        yield next_bits() % 100000 / 8
        yield next_bits() % 10000000 / 1000


total = 0
for x in [0.0, 5e-324, 1.7976931348623157e308, *numbers()]:
    for p in 0, 1, 2, 3, 6, 12, 16, 17, 22, 23:
        for conversion in "feg":
            for alt in "", "#":
                text = f"%{alt}.{p}{conversion}" % x
                total = zlib.crc32(text.encode(), total)
                if text != format(x, f"{alt}.{p}{conversion}"):
                    print("differs", text)
print(total)

print("%.2f %.1f %.0f %.0f %.0f" % (2.675, 0.25, 0.5, 1.5, 2.5))
print("%.3e %e %.0e %E" % (12345.5, 0, 9.5, 1e100))
print("%g %g %g %g %G" % (100000, 1e6, 0.0001, 0.00001, 1e-10))
print("%#.8g %#.2g %#.3g" % (99999999.999999985, 99.999999999999986, 1))
print("%.17g %.16e %.22f %.30f" % (0.1, 0.1, 0.1, 0.1))
print("%5.1f|%-8.2f|%08.3f|%+.1f|% .1f" % (-1.25, 3.14159, -2.5, 1.0, 1.0))
print(f"{1234567.891:,.2f} {0.000123:.3g} {1e22:.1f} {-0.0:.1f} {-0.04:z.1f}")
print(f"{math.inf:.2f} {math.nan:e} {-math.inf:G} {12.5:%} {0.12345:.1%}")
