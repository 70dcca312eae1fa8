# SPDX-License-Identifier: MIT
"""Shifts, bit operations and integer methods."""

print(1 << 0, 1 << 10, 1 << 62, 1 << 63, 1 << 64, 1 << 100)
print(-1 << 5, -1 << 63, 5 << 60, -5 << 61, 0 << 1000)
print(1024 >> 3, -1024 >> 3, -1 >> 100, 1 >> 100, -7 >> 1, 2**100 >> 98)
print(-2**100 >> 99, -(2**100 + 1) >> 100, 12345678901234567890 >> 32)
for bad in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 1.0,
            lambda: 2**70 >> -2):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(6 & 3, 6 | 3, 6 ^ 3, -6 & 3, -6 | 3, -6 ^ 3)
print(-2**70 & 2**71 - 1, 2**70 | -1, (2**70) ^ -(2**70), -2**64 & -2**65)
print((0xFFFF_FFFF_FFFF_FFFF & ~0xFF), 0b1010 ^ 0o17, 0xDEAD_BEEF)
print([n.bit_length() for n in (0, 1, -1, 255, 256, -256, 2**62, 2**64)])
print([n.bit_count() for n in (0, 1, -1, 255, 2**100 - 1, -2**62)])
print((1000).to_bytes(4, "big"), (1000).to_bytes(4, "little"),
      (-2).to_bytes(2, "little", signed=True), (0).to_bytes(1, "big"))
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xfe", "big"),
      int.from_bytes(b"\xff\xfe", "little", signed=True),
      int.from_bytes(b"\x80" + b"\x00" * 9, "big", signed=True))
for bad in (lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"),
            lambda: (1).to_bytes(1, "middle")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print((12).numerator, (12).denominator, (12).real, (12).imag,
      (12).conjugate(), (12).as_integer_ratio())
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1),
      round(5), round(15, -1), round(25, -1), round(10**20 + 5, -1))
print(int.__add__(2, 3), (5).__floordiv__(2), (5).__radd__(1),
      (5).__add__("x"), (5).__lt__(6), (5).__bool__(), (0).__bool__())


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


print([popcount(n) for n in (0, 1, 0xFF, 2**64 - 1, 2**100 + 1)])
x = 1
for i in range(130):
    x = (x << 1) ^ (x >> 3) ^ i
    x &= (1 << 90) - 1
print(x, hex(x), oct(x), bin(x))
