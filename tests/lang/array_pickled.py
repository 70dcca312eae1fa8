# Arrays in pickles and copies, also those of other machines.
import array as module
import copy
import pickle
from array import array, _array_reconstructor as rebuild


class Sub(array):
    pass


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


for code in module.typecodes:
    a = array(code, 'ab' if code == 'u' else [1, 2])
    for protocol in range(6):
        b = pickle.loads(pickle.dumps(a, protocol))
        if (b.typecode, b) != (code, a):
            print('differs', code, protocol)
    print(a.__reduce_ex__(2), a.__reduce_ex__(3)[1:])
s = Sub('i', [1])
s.name = 'x'
for protocol in range(6):
    b = pickle.loads(pickle.dumps(s, protocol))
    print(type(b), b, b.name)
print(copy.copy(s), copy.deepcopy(s))
show(s.__reduce_ex__, 'x')
show(s.__reduce_ex__, 2**70)
it = iter(array('i', [1, 2, 3]))
next(it)
print(list(pickle.loads(pickle.dumps(it))))

data = bytes(range(1, 9))
for code in 'bBuiqQfd':
    for format in range(-1, 23):
        for items in b'', data[:3], data[:4], data, b'\0a\0b', b'a\0b\0':
            try:
                got = rebuild(array, code, format, items)
                print(code, format, got.typecode, got.tobytes().hex())
            except (TypeError, ValueError, OverflowError) as e:
                print(code, format, items, e)
for args in [(int, 'i', 8, b''), (5, 'i', 8, b''), (array, 'z', 8, b''),
             (array, 'ii', 8, b''), (array, 1, 8, b''), (array, 'i', 'x', b''),
             (array, 'i', 8, 'x'), (array, 'i', 2**40, b''), (array, 'i')]:
    show(rebuild, *args)
print(type(rebuild(Sub, 'i', 9, b'\0\0\0\1')))
# Alone: is found by name in __main__ by pickle
