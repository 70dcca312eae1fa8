# SPDX-License-Identifier: MIT
"""int() of text, text of int, and format specifications for integers."""

for text in ("0", "42", "-42", "+7", "  12  ", "1_000", "0012",
             "123456789012345678901234567890", "-9223372036854775809"):
    print(repr(text), int(text))
for text, base in (("ff", 16), ("0xff", 16), ("0b101", 2), ("101", 2),
                   ("z", 36), ("0o17", 8), ("0o17", 0), ("0x_1f", 0),
                   ("12", 3), ("-0b11", 0), ("Zz", 36), ("1" * 70, 2)):
    print(text, base, int(text, base))
for bad in (("",), ("x",), ("1.5",), ("1__0",), ("_1",), ("1_",), ("9", 8),
            ("0x10", 10), ("12", 1), ("12", 37), ("010", 0), (None,),
            ([1],), (1.5, 10), ("- 1",), ("1 2",)):
    try:
        print(int(*bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
print(int(), int(3.9), int(-3.9), int(1e20), int(True), int(b"12"))
for bad in (float("inf"), float("-inf"), float("nan")):
    try:
        int(bad)
    except Exception as e:
        print(type(e).__name__, e)
print(str(2**200), repr(-2**100), str(-0))
for n in (0, 7, -7, 1234567, -1234567, 2**70):
    print([format(n, spec) for spec in (
        "", "d", "5", "<9d", ">9d", "^9d", "=+9d", "09d", ",", "_", "+", " ",
        "b", "o", "x", "X", "#b", "#o", "#x", "#X", "n", "e", ".2f", "g",
        "*^12d", "_x", "_b", "012,", "%")])
print(format(65, "c"), format(0x1F40D, "c"), f"{3:{4}}", f"{255:#06x}")
print("%d %i %5d|%-5d|%05d %+d % d %x %X %o %#x %#o %c" % (
    1, 2, 3, 4, 5, 6, 7, 255, 255, 8, 255, 8, 97))
print("%d" % 3.99, "%d" % True, "%.5d" % 42, "%x" % 2**70, "%s" % -2**70)
for bad, arg in (("%d", "x"), ("%x", 1.5), ("%c", -1), ("%d", None)):
    try:
        print(bad % arg)
    except Exception as e:
        print(type(e).__name__, e)
for spec in ("s", ".3d", "q", ",b", "+c", "1.d"):
    try:
        print(format(5, spec))
    except Exception as e:
        print(spec, type(e).__name__, e)
print(hex(255), oct(8), bin(5), hex(-255), bin(-2**65), chr(97), ord("a"))
print(1_000_000, 0xFF, 0o77, 0b11, 0XAB, 00, 0_0)


class Index:
    def __index__(self):
        return 12


class Intish:
    def __int__(self):
        return 34


print(int(Index()), int(Intish()), hex(Index()), [1] * Index() == [1] * 12,
      range(20)[Index()], "%d" % Index(), bin(Index()))
