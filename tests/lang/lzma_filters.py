# Filters of _lzma: dicts, what is wrong with them, and the bytes that they are.
import sys

try:
    import _lzma
except ImportError:
    print('built without the library')
    sys.exit()

LZMA1, LZMA2 = _lzma.FILTER_LZMA1, _lzma.FILTER_LZMA2
DELTA, X86 = _lzma.FILTER_DELTA, _lzma.FILTER_X86


def attempt(f, *args, **kwargs):
    try:
        v = f(*args, **kwargs)
        print(v if isinstance(v, (bytes, dict, bool)) else type(v).__name__)
    except Exception as e:
        print(type(e).__name__, e)


for name in sorted(dir(_lzma)):
    if name.isupper() or name.startswith('CHECK_'):
        print(name, getattr(_lzma, name))

for spec in [{'id': LZMA2, 'preset': 0}, {'id': LZMA1}, {'id': DELTA},
             {'id': DELTA, 'dist': 200}, {'id': X86},
             {'id': X86, 'start_offset': 16}, {'id': DELTA, 'dist': 0},
             {'id': LZMA1, 'lc': 9}, {'id': LZMA1, 'lc': 1, 'lp': 2, 'pb': 0},
             {}, 1, 'a', [], {'id': 99}, {'id': 'a'}, {'id': -1},
             {'id': 1 << 70}, {'id': LZMA2, 'foo': 1}, {'id': LZMA2, 'lc': -1},
             {'id': LZMA2, 1: 1}, {'id': LZMA2, 'preset': 'a'},
             {'id': LZMA2, 'preset': 10}, {'id': LZMA2, 'preset': 1 << 40},
             {'id': DELTA, 'dist': 'a'}, {'id': DELTA, 'x': 1},
             {'id': X86, 'x': 1}]:
    attempt(_lzma._encode_filter_properties, spec)

for args in [(LZMA2, b''), (LZMA2, b'\x16'), (LZMA2, b'\xff'), (DELTA, b'\1'),
             (LZMA1, b'\x5d\0\0\1\0'), (DELTA, b''), (DELTA, b'ab'),
             (X86, b'\0\0\1\0'), (X86, b'a'), (99, b''), (-1, b''),
             (1 << 70, b''), ('a', b''), (LZMA2, 'a')]:
    attempt(_lzma._decode_filter_properties, *args)

for filters in [3, [1], [{}], {}, iter([]), [{'id': LZMA2}] * 5,
                ({'id': LZMA2, 'preset': 0},),
                [{'id': LZMA2, 'mode': _lzma.MODE_FAST, 'nice_len': 32,
                  'mf': _lzma.MF_HC3, 'depth': 1, 'dict_size': 4096}]]:
    attempt(_lzma.LZMACompressor, filters=filters)
for number in [0, 1, 4, 10, 15, 16, -1]:
    attempt(_lzma.is_check_supported, number)
attempt(_lzma.is_check_supported, 'a')
