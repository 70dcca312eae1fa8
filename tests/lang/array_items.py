# What each typecode of the module array takes, gives and refuses.
from array import array, typecodes, ArrayType

print(typecodes, ArrayType is array)
for code in typecodes:
    a = array(code)
    print(code, a.typecode, a.itemsize, a, len(a))

EDGES = [-2**70, -2**63 - 1, -2**63, -2**31 - 1, -2**31, -40000, -32769, -32768,
         -129, -128, -1, 0, 127, 128, 255, 256, 32767, 32768, 40000, 65535, 65536,
         2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63 - 1, 2**63, 2**64 - 1, 2**64,
         2**70, True, 1.5, 'a', None]
for code in 'bBhHiIlLqQ':
    for edge in EDGES:
        a = array(code)
        try:
            a.append(edge)
            print(code, edge, a[0])
        except (TypeError, OverflowError) as e:
            print(code, edge, type(e).__name__, e)


class Index:
    def __index__(self):
        return 7


class Float:
    def __float__(self):
        return 2.5


for code in typecodes:
    for item in Index(), Float(), 1.1, 1e40, -0.0, 'x', 'xy', '', 1j, 2**2000:
        try:
            print(code, array(code, [item]))
        except (TypeError, OverflowError) as e:
            print(code, type(item).__name__, type(e).__name__, e)

print(array('u', 'a\0\u20ac\U0001f600\ud800').tolist())
nan = array('d', [float('nan')])
print(nan == nan, nan[0] in nan, nan.count(nan[0]))
bad = array('u', (0x110000).to_bytes(4, __import__('sys').byteorder))
for read in bad.tolist, bad.tounicode, lambda: repr(bad), lambda: bad[0]:
    try:
        print(read())
    except ValueError as e:
        print(e)
