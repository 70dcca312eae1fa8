# SPDX-License-Identifier: MIT
"""The Mandelbrot set: float and complex iteration with an early way out."""

import sys

SHADES = " .:-=+*%@#"


def escape_float(cr, ci, limit):
    x = y = 0.0
    for i in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return i
        y = 2.0 * x * y + ci
        x = xx - yy + cr
    return limit


def escape_complex(c, limit):
    z = 0j
    for i in range(limit):
        if z.real * z.real + z.imag * z.imag > 4.0:
            return i
        z = z * z + c
    return limit


def draw(width, height, limit):
    rows = []
    for row in range(height):
        ci = 2.0 * row / height - 1.0
        line = []
        for col in range(width):
            cr = 3.0 * col / width - 2.25
            steps = escape_float(cr, ci, limit)
            line.append(SHADES[steps * (len(SHADES) - 1) // limit])
        rows.append("".join(line).rstrip())
    return rows


def run(n):
    checksum = 0
    limit = 50
    for row in range(n):
        ci = 2.0 * row / n - 1.0
        for col in range(n):
            cr = 2.0 * col / n - 1.5
            steps = escape_float(cr, ci, limit)
            checksum = (checksum * 3 + steps) % 1000000007
            if col % 16 == 0:
                again = escape_complex(complex(cr, ci), limit)
                if again != steps:
                    raise AssertionError((cr, ci, steps, again))
    return checksum


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 48
    for text in draw(60, 21, 40):
        print(text)
    print(run(scale))
