# Hexadecimal digits, with separators between groups from either side.
import binascii


def show(function, *args, **names):
    try:
        answer = function(*args, **names)
    except Exception as e:
        answer = type(e).__name__, str(e)
    print(args, names, answer)


print(binascii.hexlify(bytes(range(256))))
for n in range(12):
    some = bytes(range(250, 250 - n, -1))
    for every in range(-n - 1, n + 2):
        print(binascii.hexlify(some, ":", every), some.hex("-", every))
    print(binascii.b2a_hex(some), some.hex())
    assert binascii.unhexlify(binascii.hexlify(some)) == some
for sep in "", "::", b"", b"ab", b":", "\xe9", "\x80", "\u20ac", b"\xff", 5, None:
    show(binascii.hexlify, b"abcdef", sep, 4)
    show(binascii.hexlify, b"", sep)
    show(b"abc".hex, sep)
for every in 1 << 40, -1 << 31, (1 << 31) - 1, 1.5, True:
    show(binascii.hexlify, b"abcdef", ":", every)
show(binascii.hexlify, data=b"abcdef", bytes_per_sep=2)
show(binascii.hexlify, data=b"abcdef", bytes_per_sep=2, sep=" ")
for text in b"", "", "0a", b"0A", "aFfA09", b"0", "0", "0g", b"g0", "\xe90", \
        b"\xff0", " 0", bytearray(b"abcd"), memoryview(b"abcd"), 5, None, \
        memoryview(b"abcd")[::2]:
    try:
        print(binascii.unhexlify(text), binascii.a2b_hex(text))
    except Exception as e:
        print(type(e).__name__, e)
for c in range(256):
    try:
        print(c, binascii.unhexlify(bytes([c, 0x31])))
    except binascii.Error:
        pass
