# Structs, buffers and offsets: pack_into, unpack_from, iter_unpack, Struct.
import struct
from struct import Struct


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(struct.pack)
attempt(struct.pack, "i")
attempt(struct.pack, "i", 1, 2)
attempt(struct.pack_into)
attempt(struct.pack_into, "i")
attempt(struct.pack_into, "i", bytearray(4))
attempt(struct.pack_into, "i", bytearray(4), 0)
for offset in (0, 1, 5, -1, -4, -5, -9, "a", 1 << 70, 1.0, True):
    b = bytearray(8)
    attempt(struct.pack_into, "i", b, offset, 5)
    print(b)
    attempt(struct.unpack_from, "i", b, offset)
attempt(struct.pack_into, "i", b"abcd", 0, 5)
attempt(struct.unpack, "i", b"abc")
attempt(struct.unpack, "i", bytearray(4))
attempt(struct.unpack, "i", "abcd")
attempt(struct.unpack, "i")
attempt(struct.unpack_from, "i", buffer=b"abcd", offset=0)
attempt(struct.unpack_from, "", b"", 0)
attempt(struct.unpack, "<i", memoryview(b"abcdefgh")[::2])
attempt(struct.iter_unpack, "i", b"abc")
attempt(struct.iter_unpack, "", b"")
b = bytearray(b"abcdef")
it = struct.iter_unpack("<h", b)
print(type(it).__name__, it.__length_hint__(), next(it), it.__length_hint__())
attempt(b.append, 1)
print(list(it), list(it), it.__length_hint__())
b.append(1)

s = Struct("2i")
print(s.format, s.size, s.pack(1, -1), s.unpack(bytes(8)))
attempt(s.pack, 1)
attempt(s.unpack, b"a")
attempt(setattr, s, "size", 3)
attempt(Struct)
attempt(Struct, 1)
print(Struct(b"i").format, Struct(format="<i").size)
s.__init__("h")
print(s.format, s.size)
attempt(s.__init__, "zz")
empty = Struct.__new__(Struct)
attempt(empty.pack)
attempt(empty.unpack, b"")
print(empty.size, repr(empty.format))


class Point(Struct):
    def __init__(self):
        super().__init__("<hh")


p = Point()
p.name = "p"
print(p.size, p.pack(1, 2), p.name, struct.error, struct.error.__mro__[1])
for i in range(300):
    assert struct.calcsize("%dx" % i) == i
