# zlib: objects that compress and decompress piece by piece.
import copy
import zlib

def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (zlib.error, ValueError, TypeError, OverflowError) as e:
        return f'{type(e).__name__}: {e}'

text = b'the quick brown fox ' * 200
c = zlib.compressobj()
parts = [c.compress(text[i:i + 37]) for i in range(0, len(text), 37)]
parts += [c.flush(zlib.Z_SYNC_FLUSH), c.compress(b'end'), c.flush()]
packed = b''.join(parts)
print(zlib.decompress(packed) == text + b'end')
print(error(c.flush), error(c.flush, 0), error(c.compress, b'x'), error(c.copy))
d = zlib.decompressobj()
out = b''.join(d.decompress(packed[i:i + 1]) for i in range(len(packed)))
print(out == text + b'end', d.eof, d.unused_data, d.unconsumed_tail, d.flush())

# At most so much at a time.
d, out, tail = zlib.decompressobj(), [], packed
while tail:
    out.append(d.decompress(tail, 1000))
    tail = d.unconsumed_tail
print([len(piece) for piece in out], d.eof, b''.join(out) == text + b'end')
d = zlib.decompressobj()
print(d.decompress(packed, 5), len(d.flush()), d.unconsumed_tail, d.eof)

# What lies behind the end.
d = zlib.decompressobj()
print(len(d.decompress(packed + b'tail')), d.unused_data, d.eof,
      error(d.decompress, b'more'), d.unused_data, error(d.flush),
      error(d.copy), d.unused_data, error(d.decompress, b'zz'))

# Bad data and bad arguments.
d = zlib.decompressobj()
print(error(d.decompress, b'garbage!'), error(d.decompress, packed),
      error(d.flush))
for args in ((1, 8, 99), (99,), (1, 9), (1, 8, 15, 99), (1, 8, 15, 8, 99),
             ('x',), (1, 2, 3, 4, 5, 6, 7)):
    print(error(zlib.compressobj, *args))
print(error(zlib.compressobj, zdict='x'), error(zlib.compressobj, zdict=5),
      error(zlib.decompressobj, 99), error(zlib.decompressobj, zdict='x'),
      error(zlib.decompressobj, zdict=None))
for call in (d.flush, ), :
    print(error(d.flush, 0), error(d.flush, -1), error(d.decompress, b'', -1),
          error(d.flush, 'x'), error(d.decompress, 'x'), error(d.decompress))
print(error(zlib.compressobj().flush, 99), zlib.compressobj().flush(5),
      error(type(c)), error(type(d)))

# Copies go on by themselves.
c = zlib.compressobj(9)
start = c.compress(text) + c.flush(zlib.Z_FULL_FLUSH)
others = [c.copy(), copy.copy(c), copy.deepcopy(c)]
ends = [o.compress(str(i).encode()) + o.flush() for i, o in enumerate(others)]
print([zlib.decompress(start + end)[-3:] for end in ends])
print(zlib.decompress(start + c.flush()) == text)
d = zlib.decompressobj()
d.decompress(start, 100)
twin = d.copy()
print(d.flush() == twin.flush(), twin.unconsumed_tail, d.eof)

# Dictionaries, raw streams, gzip's.
words = b'hello world and so on'
c = zlib.compressobj(zdict=words)
packed = c.compress(b'hello world, hello') + c.flush()
print(len(packed), zlib.decompressobj(zdict=words).decompress(packed),
      zlib.decompressobj(zdict=bytearray(words)).decompress(packed))
print(error(zlib.decompressobj().decompress, packed),
      error(zlib.decompressobj(zdict=b'other').decompress, packed))
c = zlib.compressobj(wbits=-15, zdict=words)
packed = c.compress(b'hello world, hello') + c.flush()
print(zlib.decompressobj(-15, words).decompress(packed),
      error(zlib.compressobj, wbits=31, zdict=words))
c = zlib.compressobj(wbits=31)
packed = c.compress(text) + c.flush()
print(packed[:3], zlib.decompressobj(47).decompress(packed) == text)
