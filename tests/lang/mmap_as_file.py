# Maps as files: reading, writing, the position, finding, flushing, resizing.
import mmap
import os
import tempfile


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


fd, name = tempfile.mkstemp()
os.write(fd, b'first line\nsecond line\nthird\n' + b'.' * 71)
m = mmap.mmap(fd, 0)
print(m, len(m), m.size(), m.tell())
print(m.readline(), m.readline(), m.tell(), m.read_byte(), m.read(5))
for args in [(0,), (-1, 1), (5, 1), (-1, 2), (0, 2), (1, 2), (0, 3), (1 << 63,),
             ('1',), (0, None)]:
    attempt(m.seek, *args)
print(m.tell(), m.read(), m.readline(), m.read(10))
attempt(m.read_byte)
attempt(m.write_byte, 1)
attempt(m.write, b'x')
m.seek(0)
for n in [None, -1, 3, 1 << 40, 0, 'a', 1.5]:
    m.seek(95)
    attempt(m.read, n)
m.seek(11)
print(m.write(b'SECOND'), m.tell())
attempt(m.write, 'text')
attempt(m.write_byte, 256)
attempt(m.write_byte, -1)
attempt(m.write_byte, b'a')
m.write_byte(45)
m.seek(0)
print(m.read(24))
m.seek(5)
for args in [(b'line',), (b'first',), (b'line', 0), (b'line', 7), (b'line', -95),
             (b'line', 0, 9), (b'line', 0, 10), (b'',), (b'', 50), (b'', 5, 3),
             (b'line', -1000, 1000), ('line',), (b'line', None)]:
    attempt(m.find, *args)
    attempt(m.rfind, *args)
for args in [(0, 11, 6), (0, 11, 90), (-1, 0, 1), (0, -1, 1), (0, 0, -1),
             (100, 0, 0), (100, 0, 1)]:
    attempt(m.move, *args)
print(m[:12])
for args in [(), (0,), (0, 50), (0, 101), (0, -1), (-1,), (101, 0)]:
    attempt(m.flush, *args)
with open(name, 'rb') as f:
    print(f.read(12))
for args in [(mmap.MADV_NORMAL,), (mmap.MADV_RANDOM, 0, 10),
             (mmap.MADV_NORMAL, -1), (mmap.MADV_NORMAL, 100),
             (mmap.MADV_NORMAL, 0, -1), (mmap.MADV_NORMAL, 0, 1 << 40),
             (mmap.MADV_NORMAL, 50, 2 ** 63 - 1), ('a',)]:
    attempt(m.madvise, *args)
m.resize(5000)
print(len(m), m.size(), os.stat(name).st_size, m[4999])
m.seek(4000)
m.resize(50)
print(len(m), m.tell(), m.read(), m.readline())
attempt(m.read_byte)
attempt(m.resize, -1)
attempt(m.resize, 'a')
with m as same:
    print(m is same, m.closed)
print(m, m.closed, m.close())
for method, args in [('read', ()), ('tell', ()), ('size', ()), ('flush', ()),
                     ('find', (b'',)), ('write', (b'',)), ('seek', (0,)),
                     ('resize', (1,)), ('madvise', (0,)), ('readline', ()),
                     ('__enter__', ())]:
    attempt(getattr(m, method), *args)
os.close(fd)
os.unlink(name)
