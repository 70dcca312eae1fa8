"""The module zlib: what CPython 3.11 prints is in zlib.out."""
import zlib

print(zlib.crc32(b'hello'), zlib.adler32(b'hello'))
print(zlib.crc32(b'x' * 100000, -5), zlib.crc32(b'', 2**70 + 3))
print(zlib.adler32(bytearray(b'lo'), zlib.adler32(b'hel')))
DATA = b'abc' * 100000
SMALL = zlib.compress(DATA)
print(len(SMALL) < 1000, zlib.decompress(SMALL) == DATA)
print(zlib.decompress(memoryview(SMALL)) == DATA)
print(zlib.compress(b'hello', wbits=-15))
print(zlib.decompress(zlib.compress(b'hello', 9, 31), 47))
print(zlib.decompress(zlib.compress(b'') + b'trailing'))
print(zlib.decompress(SMALL, bufsize=1) == DATA)
for f in (lambda: zlib.decompress(b'junk'),
          lambda: zlib.decompress(SMALL[:-5]),
          lambda: zlib.compress(b'', 77),
          lambda: zlib.decompress(SMALL, 99),
          lambda: zlib.crc32('x'),
          lambda: zlib.compress(b'', wbits=100),
          lambda: zlib.decompress(b''),
          lambda: zlib.decompress(SMALL, bufsize=-1),
          lambda: zlib.compress(1),
          lambda: zlib.crc32(b'', 1.5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
print(zlib.error.__mro__, zlib.MAX_WBITS, zlib.Z_BEST_COMPRESSION)
for i in range(3000):  # streams are given back
    try:
        zlib.decompress(SMALL[:20])
    except zlib.error:
        pass


# What stands for an integer continues a checksum: bools, subclasses, any size.
class Sub(int):
    pass


class Index:
    def __index__(self):
        return 2**40 + 9


for start in (True, False, Sub(7), Index(), -1, 2**32 + 5, -2**70 - 3, 2**31):
    print(zlib.crc32(b"abc", start), zlib.adler32(b"abc", start))
