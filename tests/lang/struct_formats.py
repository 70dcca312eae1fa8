# Packing and unpacking by every code, byte order and count, and what is refused.
import struct


def attempt(f, *args, **kwargs):
    try:
        print(args, "->", repr(f(*args, **kwargs)))
    except Exception as e:
        print(args, "->", type(e).__name__ + ":", e)


for fmt in ("z", "3", "i3", "5 i", "  i", "<n", "99999999999999999999i", "<P",
            b"\xe9", "9223372036854775807i", "", "<", "i<", "3 s", "0s", "0i",
            "9223372036854775807x9223372036854775807x", "\0i", 5, None, "P",
            "i i", "@i", "=q", "!h", "bi", "b0i", "ib", "<bi", "bq?h0d",
            "bxi2xh", [], "\xe9"):
    attempt(struct.calcsize, fmt)

limits = [0, 1, -1, True, 1.5, "a", None, b"a"]
for bits in (7, 8, 15, 16, 31, 32, 63, 64, 70):
    limits += [(1 << bits) - 1, 1 << bits, -(1 << bits), -(1 << bits) - 1]
for order in "@<>":
    for code in "bBhHiIlLqQnNP":
        if order == "@" or code not in "nNP":
            for number in limits:
                attempt(struct.pack, order + code, number)

floats = [0.0, -0.0, 1.5, -2.25, 65504.0, 65519.99, 65520.0, 1e6, 6e-8, 3e-8,
          2.0 ** -25, 2.0 ** -25 * 1.0001, 2.0 ** -14, 2.0 ** -14 * 1.4999,
          0.333333, 1e39, -1e39, 1e-46, 3.4028235677973366e+38,
          float("inf"), float("-inf"), 7, 10 ** 400, "x", None]
for order in "@<>":
    for code in "efd":
        for number in floats:
            attempt(struct.pack, order + code, number)
for bits in (0x3c00, 0x3ff, 0x8001, 0x7c00, 0xfc00, 0x7bff, 0x0400, 1):
    print(struct.unpack("<e", bits.to_bytes(2, "little")))

for fmt, value in (("?", 5), ("?", []), ("<?", object), ("c", 5), ("c", b"ab"),
                   ("c", "a"), ("c", b"x"), ("s", b"abc"), ("5s", b"abc"),
                   ("5s", bytearray(b"abcdefg")), ("5s", "abc"), ("0s", b"ab"),
                   ("5p", b"abcdef"), ("p", b"abc"), ("0p", b"ab"),
                   ("5p", b"ab"), ("1s", memoryview(b"x").tolist()), ("x", 1)):
    attempt(struct.pack, fmt, value)
print(len(struct.pack("300p", b"x" * 299)), struct.pack("300p", b"x" * 299)[0])
print(struct.unpack("<5p3s?e0s", b"\x03abcdxyz\x01\x00\x3c"))
print(struct.unpack("?", b"\x05"), struct.unpack("3c", b"abc"))
print(struct.unpack("<bBhHiIqQ", bytes(range(200, 230))))
print(struct.unpack(">bBhHiIqQ", bytes(range(200, 230))))
print(struct.unpack("=3h2xd", bytes(range(6)) + b"\0\0" + struct.pack("=d", 2.5)))


class Number:
    def __index__(self):
        return 7

    def __float__(self):
        return 2.5


class Bad:
    def __index__(self):
        return 1 // 0

    __float__ = __bool__ = __index__


print(struct.pack("iPd?", Number(), Number(), Number(), Number()))
for fmt in ("i", "P", "d", "?"):
    try:
        struct.pack(fmt, Bad())
    except Exception as e:
        print(fmt, type(e).__name__, e)
