# The methods and the constructor of array.array, and what they refuse.
import array as module
import copy
import io
from array import array


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


for args in [(), (1,), ('',), ('ii',), (b'i',), ('x',), ('x', [1]), ('x', 5),
             ('x', 'abc'), ('i', 5), ('i', 'abc'), ('u', 'abc'), ('i', b'abc'),
             ('i', bytes(8)), ('i', bytearray(4)), ('i', [1, '2']), ('i', (1, 2)),
             ('i', range(3)), ('i', iter([1, 'x'])), ('i', None), ('i', 1, 2),
             ('i', array('d', [1.5])), ('d', array('i', [1])),
             ('i', array('i', [1])), ('u', array('i', [1])),
             ('i', array('u', 'a')), ('u', array('u', 'a')), ('u', ['a', 'b']),
             ('i', memoryview(b'ab')), ('u', [1])]:
    show(array, *args)
show(lambda: array('i', x=1))
show(lambda: array(typecode='i'))


def on(f):
    a = array('i', [1, 2, 3, 2])
    show(f, a)
    print(a.tolist())


on(lambda a: a.append(5))
on(lambda a: a.append('x'))
on(lambda a: a.extend([7, 8]))
on(lambda a: a.extend([7, 'x']))
on(lambda a: a.extend(a))
on(lambda a: a.extend(array('d', [1])))
on(lambda a: a.extend(5))
for i in -100, -1, 0, 2, 100, 'x', 2**70:
    on(lambda a: a.insert(i, 9))
on(lambda a: a.insert(0, 'x'))
for i in -5, -4, 0, 3, 4, 'x', 2**70:
    on(lambda a: a.pop(i))
on(lambda a: a.pop())
show(array('i').pop)
on(lambda a: a.remove(2))
on(lambda a: a.remove(2.0))
on(lambda a: a.remove(9))
for args in [(2,), (2, 2), (2, -1), (2, -3, -1), (9,), (2, 0, 1), (2, None),
             (2, 0, 'x'), (1, 0, 2**80), (1, -2**80), (2.0,), ('x',)]:
    on(lambda a: a.index(*args))
on(lambda a: (a.count(2), a.count(2.0), a.count('x')))
on(lambda a: a.reverse())
on(lambda a: a.byteswap())
on(lambda a: a.buffer_info()[1])
on(lambda a: a.tolist())
on(lambda a: a.tobytes())
on(lambda a: a.frombytes(b'abcd'))
on(lambda a: a.frombytes(b'abc'))
on(lambda a: a.frombytes('abcd'))
on(lambda a: a.frombytes(a))
on(lambda a: a.frombytes(array('b', [1, 0, 0, 0])))
on(lambda a: a.fromlist([4, 5]))
on(lambda a: a.fromlist([4, 'x']))
on(lambda a: a.fromlist((4,)))
on(lambda a: a.fromunicode('x'))
on(lambda a: a.tounicode())
on(lambda a: a.fromfile(io.BytesIO(b'abcdefgh'), 2))
on(lambda a: a.fromfile(io.BytesIO(b'abcdefgh'), 1))
on(lambda a: a.fromfile(io.BytesIO(b'abcd'), 2))
on(lambda a: a.fromfile(io.BytesIO(b'abcde'), 2))
on(lambda a: a.fromfile(io.StringIO('abcd'), 1))
on(lambda a: a.fromfile(io.BytesIO(), -1))
on(lambda a: a.fromfile(io.BytesIO(), 2**62))
on(lambda a: a.fromfile(5, 1))
on(lambda a: a.tofile(5))
on(lambda a: copy.copy(a))
on(lambda a: copy.deepcopy(a))
u = array('u', 'ab')
u.fromunicode('c\0\U0001f600')
print(u, u.tounicode().encode())
show(u.fromunicode, 1)
f = io.BytesIO()
array('b', range(100)).tofile(f)
big = array('q', range(20000))
big.tofile(f)
f.seek(100)
back = array('q')
back.fromfile(f, 20000)
print(back == big)
for code in 'bhiqfdu':
    a = array(code, ['a', 'b'] if code == 'u' else [1, 2])
    b = a[:]
    b.byteswap()
    print(code, [x.hex() for x in (a.tobytes(), b.tobytes())])
for name in 'typecode', 'itemsize', 'other':
    show(setattr, u, name, 1)
show(hash, u)
print(sorted(n for n in vars(module) if not n.startswith('__')))
