# Maps as sequences: items, slices, memory that is lent.
import mmap
import os
import tempfile
import weakref


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


m = mmap.mmap(-1, 20)
m[:] = bytes(range(20))
for key in [0, -1, 19, 20, -21, 1 << 70, 'a', slice(2, 5), slice(None, None, -7),
            slice(5, 2), slice('a', None), None]:
    attempt(m.__getitem__, key)
for key, value in [(0, 65), (-1, 66), (20, 1), (0, 256), (0, -1), (0, b'a'),
                   (0, 1 << 70), ('a', 1), (slice(0, 3), b'abc'),
                   (slice(0, 3), b'ab'), (slice(0, 3), 'abc'), (slice(0, 3), 5),
                   (slice(0, 6, 2), memoryview(b'xyz')),
                   (slice(None, None, -1), bytes(m)), (0, True)]:
    attempt(m.__setitem__, key, value)
m[2:12] = memoryview(m)[0:10]
print(m[:])
attempt(m.__delitem__, 0)
attempt(m.__delitem__, slice(0, 1))
print(list(m)[:3], b'b' in m, 98 in m, len(m), bool(m))
attempt(lambda: m + m)
attempt(lambda: m < m)

view = memoryview(m)
print(view.readonly, view.format, view.shape, view.nbytes)
view[0] = 77
print(m[0], bytes(m[:2]))
attempt(m.close)
attempt(m.resize, 10)
view.release()
m.close()
attempt(memoryview, m)
attempt(bytes, m)
attempt(list, m)
attempt(len, m)


class Map(mmap.mmap):
    pass


m = Map(-1, 5)
m.attribute = 1
print(m, m.attribute, weakref.ref(m)() is m)
attempt(setattr, mmap.mmap(-1, 5), 'attribute', 1)

fd, name = tempfile.mkstemp()
attempt(mmap.mmap, fd, 0)
os.write(fd, b'abcdefghij')
r = mmap.mmap(fd, 10, access=mmap.ACCESS_READ)
with memoryview(r) as view:
    print(r, view.readonly)
for use in [lambda: r.write(b'a'), lambda: r.write_byte(1),
            lambda: r.__setitem__(0, 1), lambda: r.__delitem__(0),
            lambda: r.move(0, 1, 1), lambda: r.resize(5), lambda: r.flush(),
            lambda: r[2:4]]:
    attempt(use)
c = mmap.mmap(fd, 10, access=mmap.ACCESS_COPY)
c[0] = 65
print(c, c[:3], r[:3], c.flush())
attempt(c.resize, 5)
w = mmap.mmap(fd, 10, access=mmap.ACCESS_WRITE)
w[1] = 66
print(w, r[:3])
for args, kwargs in [((fd, 20), {}), ((fd, -1), {}), ((fd, 0), {'offset': -1}),
                     ((fd, 0), {'offset': 4096}), ((fd, 5), {'access': 9}),
                     ((fd, 5), {'access': 1, 'prot': mmap.PROT_READ}),
                     ((fd, 5), {'offset': 1}), ((-1, 0), {}), ((12345, 5), {}),
                     ((fd, 5), {'prot': mmap.PROT_READ}),
                     ((fd, 5), {'flags': mmap.MAP_PRIVATE})]:
    attempt(mmap.mmap, *args, **kwargs)
os.close(fd)
print(r[:4], mmap.error is OSError, mmap.PAGESIZE % 4096)
os.unlink(name)
