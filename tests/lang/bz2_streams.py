# Compressors and decompressors of _bz2: pieces, limits, ends, errors.
import sys

try:
    from _bz2 import BZ2Compressor, BZ2Decompressor
except ImportError:
    print('built without the library')
    sys.exit()

text = b'Twas brillig, and the slithy toves ' * 30


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def state(d):
    print(d.eof, d.needs_input, d.unused_data)


c = BZ2Compressor(1)
data = c.compress(text[:100]) + c.compress(b'') + c.compress(text[100:])
data += c.flush()
print(len(data), data[:4])
attempt(c.flush)
attempt(c.compress, b'')

d = BZ2Decompressor()
state(d)
print(d.decompress(data) == text)
state(d)
attempt(d.decompress, b'')

d = BZ2Decompressor()
print(b''.join(d.decompress(data[i:i + 1]) for i in range(len(data))) == text)
state(d)

d = BZ2Decompressor()
pieces = [d.decompress(data + b'behind', max_length=100)]
while not d.eof:
    assert not d.needs_input
    pieces.append(d.decompress(b'', 100))
print(b''.join(pieces) == text, len(pieces), {len(p) for p in pieces[:-1]})
state(d)

d = BZ2Decompressor()
print(d.decompress(data[:60], 10), d.decompress(data[60:80], 0))
print(d.decompress(data[80:] + b'!', max_length=-1) == text[10:])
state(d)

d = BZ2Decompressor()
attempt(d.decompress, b'BZh9 is not like this')
state(d)
attempt(d.decompress, data)
attempt(BZ2Decompressor().decompress, 'text')
attempt(BZ2Decompressor().decompress, data, '1')
attempt(BZ2Compressor, 0)
attempt(BZ2Compressor, 10)
attempt(BZ2Compressor, '9')
attempt(BZ2Compressor, 1, 2)
attempt(setattr, d, 'eof', True)
attempt(type, 'C', (BZ2Compressor,), {})
for view in [bytearray(text), memoryview(text)]:
    c = BZ2Compressor()
    print(BZ2Decompressor().decompress(c.compress(view) + c.flush()) == text)
