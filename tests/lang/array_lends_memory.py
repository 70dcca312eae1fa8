# The memory of arrays as others see it: while it is lent, its size stays.
import gc
import threading
from array import array

for code in 'bBuhHiIlLqQfd':
    a = array(code, 'abc' if code == 'u' else [1, 2, 3])
    m = memoryview(a)
    print(m.format, m.itemsize, m.shape, m.strides, m.nbytes, m.readonly,
          bytes(m) == a.tobytes())
a = array('i', [1, 2, 3])
m = memoryview(a)
m[1] = 20
print(a, m.tolist(), m == a, m[::2].tolist())


def refused(f):
    try:
        f()
    except BufferError as e:
        print(e)
    else:
        print('done', len(a))


def set_slice(key, n):
    a[key] = array('i', range(n))


for f in [lambda: a.append(1), lambda: a.extend([1]), lambda: a.insert(0, 1),
          lambda: a.pop(), lambda: a.remove(1), lambda: a.frombytes(b'abcd'),
          lambda: a.fromlist([1]), lambda: a.extend(a), lambda: a.__iadd__(a),
          lambda: a.__imul__(2), lambda: a.__imul__(0), lambda: a.__delitem__(0),
          lambda: a.__delitem__(slice(0, 3, 2)),
          lambda: set_slice(slice(0, 1), 2), lambda: set_slice(slice(0, 0), 1),
          lambda: set_slice(slice(0, 3, 2), 1)]:
    refused(f)
for f in [lambda: a.extend([]), lambda: a.__imul__(1), lambda: a.reverse(),
          lambda: a.byteswap(), lambda: set_slice(slice(0, 2), 2),
          lambda: set_slice(slice(None, None, -1), 3),
          lambda: a.__setitem__(0, 5), lambda: a.frombytes(b'')]:
    refused(f)
m.release()
a.append(9)
print(a)
# A view that nobody has any more lends nothing.
thread = threading.Thread(target=lambda: memoryview(a)[1:])  # nor has its C stack it
thread.start()
thread.join()
gc.collect()
a.append(10)
print(a)
b = array('b', b'abc')
try:
    b.frombytes(b)
except BufferError as e:
    print(e)
print(bytes(array('h', [1, 2])), bytearray(array('h', [1, 2])),
      b''.join([array('b', b'x'), array('b', b'y')]))
# Alone: collects garbage, and what is dead depends on other threads
