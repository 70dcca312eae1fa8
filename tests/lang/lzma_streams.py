# Compressors and decompressors of _lzma: containers, pieces, limits, ends, errors.
import sys

try:
    from _lzma import (CHECK_CRC32, CHECK_SHA256, FILTER_DELTA, FILTER_LZMA1,
                       FILTER_LZMA2, FORMAT_ALONE, FORMAT_AUTO, FORMAT_RAW,
                       FORMAT_XZ, LZMACompressor, LZMADecompressor, LZMAError)
except ImportError:
    print('built without the library')
    sys.exit()

text = b'Twas brillig, and the slithy toves ' * 30
raw = [{'id': FILTER_DELTA, 'dist': 5}, {'id': FILTER_LZMA2, 'preset': 0}]


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def state(d):
    print(d.eof, d.needs_input, d.unused_data, d.check)


def compressed(**kwargs):
    c = LZMACompressor(**kwargs)
    data = c.compress(text[:99]) + c.compress(b'') + c.compress(text[99:])
    return data + c.flush()


for how in [{'preset': 0}, {'preset': 0, 'check': CHECK_SHA256},
            {'format': FORMAT_ALONE, 'preset': 0},
            {'format': FORMAT_RAW, 'filters': raw},
            {'format': FORMAT_XZ, 'filters': raw, 'check': CHECK_CRC32},
            {'format': FORMAT_ALONE,
             'filters': [{'id': FILTER_LZMA1, 'preset': 0}]}]:
    data = compressed(**how)
    if how.get('format') == FORMAT_RAW:
        d = LZMADecompressor(FORMAT_RAW, filters=raw)
    else:
        d = LZMADecompressor()
    state(d)
    print(d.decompress(data + b'behind') == text)
    state(d)
    attempt(d.decompress, b'')

data = compressed(preset=0)
d = LZMADecompressor(FORMAT_XZ)
print(b''.join(d.decompress(data[i:i + 1]) for i in range(len(data))) == text)
state(d)

d = LZMADecompressor(FORMAT_AUTO)
pieces = [d.decompress(data + b'behind', max_length=100)]
while not d.eof:
    assert not d.needs_input
    pieces.append(d.decompress(b'', 100))
print(b''.join(pieces) == text, {len(p) for p in pieces[:-1]})
state(d)

d = LZMADecompressor()
print(d.decompress(data[:60], 10), d.decompress(data[60:80], 0))
print(d.decompress(data[80:] + b'!', max_length=-1) == text[10:])
state(d)

d = LZMADecompressor()
attempt(d.decompress, b'no container at all')
state(d)
attempt(LZMADecompressor().decompress, data[:40] + b'spoilt' + data[46:])
attempt(LZMADecompressor(memlimit=1000).decompress, data)
attempt(LZMADecompressor().decompress, 'text')
c = LZMACompressor(preset=0)
c.flush()
attempt(c.flush)
attempt(c.compress, b'')
print(issubclass(LZMAError, Exception), LZMAError.__module__)

for args in [(9,), (2, 1), (3,), (1, 99), (1, -1, 10), (1, -1, -1),
             (1, -1, 1 << 40), (1, -1, 'a'), (1, -1, 1, []), ('a',),
             (1, -1, None, []), (2, -1, None, raw), (1, 2, 3, 4, 5)]:
    attempt(LZMACompressor, *args)
for args in [(7,), (3,), (3, 1), (0, None, []), (3, None, []), (0, 'a'),
             (0, -1), (0, 1 << 70), (0, 1.5)]:
    attempt(LZMADecompressor, *args)
