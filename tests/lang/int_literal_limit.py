# SPDX-License-Identifier: MIT
"""Int literals of more digits than str conversion allows."""
import sys


def attempt(source):
    try:
        compile(source, "f", "exec")
        print("compiles", len(source))
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.end_lineno)


ONES = "1" * 5000
for source in ("1" * 4300, "1" * 4301, ONES, "(\n x, " + ONES + ")",
               "-" + ONES, ONES + "j", "0x" + ONES, "1_" * 2500 + "1",
               "x = [1, " + ONES + " + 2]"):
    attempt(source)
sys.set_int_max_str_digits(0)
attempt(ONES)
sys.set_int_max_str_digits(1000)
attempt("1" * 1001)
# Alone: sets the limit of digits
