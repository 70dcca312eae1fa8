# What the functions of binascii take and say, its exceptions and checksums.
import binascii

NAMES = [n for n in dir(binascii) if n[0] != "_"]
FUNCTIONS = [getattr(binascii, n) for n in NAMES if n.islower()]


def show(function, *args, **names):
    try:
        answer = function(*args, **names)
    except Exception as e:
        answer = type(e).__name__, str(e)
    print(function.__name__, len(args), names, answer)


print(NAMES)
for error in binascii.Error, binascii.Incomplete:
    print(error.__mro__, error.__module__)
for function in FUNCTIONS:
    print(function.__name__, function.__text_signature__)
    show(function)
    show(function, b"12")
    show(function, b"12", 1)
    show(function, b"12", 1, 1, 1, 1)
    show(function, b"12", nope=1)
    show(function, data=b"12")
    show(function, hexstr=b"12")
    for value in ("\xe9", "", "12", 5, None, memoryview(b"1234"),
                  memoryview(b"1234")[::2], bytearray(b"12")):
        show(function, value)
for flag in 0, 2, True, 1 << 20, 2.5, "x", None, []:
    show(binascii.a2b_base64, b"ab=!=", strict_mode=flag)
    show(binascii.b2a_base64, b"ab", newline=flag)
    show(binascii.b2a_uu, b"", backtick=flag)
    show(binascii.a2b_qp, b"_", header=flag)
    show(binascii.b2a_qp, b" x", quotetabs=flag)


class Seven:
    def __index__(self):
        return 7


for start in 0, 1, -1, 0xFFFF, 1 << 16, 1 << 33, 1 << 70, Seven(), True, 1.5, None:
    for some in b"", b"a", b"123456789", bytes(range(256)) * 40:
        print(end="%d: " % len(some))
        show(binascii.crc32, some, start)
        show(binascii.crc_hqx, some, start)
assert binascii.crc32(b"def", binascii.crc32(b"abc")) == binascii.crc32(b"abcdef")
