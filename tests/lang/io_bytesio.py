# SPDX-License-Identifier: MIT
# BytesIO: reading, writing, places, views and states.

import _io as io

path = 'PATH'


def tell(label, names=None):
    """Evaluates the text, and prints what comes of it."""
    try:
        result = repr(eval(label, globals() if names is None else names))
    except BaseException as e:
        text = str(e) if isinstance(e, OSError) else e.args
        print(label, '->', type(e).__module__, type(e).__name__,
              str(text).replace(path, 'PATH'))
    else:
        print(label, '=', result.replace(path, 'PATH').split(' at 0x')[0])


b = io.BytesIO(b'hello\nworld\nlast')
print(list(b), b.tell())
b.seek(0)
print(b.readline(), b.readline(3), b.readline(), b.readlines(), b.readline())
b.seek(2)
print(b.write(b'XY'), b.getvalue(), b.tell())
b.seek(20)
b.write(b'end')
print(b.getvalue())
b.seek(3, 0)
print(b.read(4), b.read1(2), b.read())
print(b.truncate(5), b.getvalue(), b.tell())
v = b.getbuffer()
print(len(v), bytes(v), v.readonly)
v[0:2] = b'zz'
print(b.getvalue())
tell('b.write(b"longer than all of it, so that it must resize")')
v.release()
b.write(b'more')
print(b.getvalue())
b.writelines([b'a', bytearray(b'b'), memoryview(b'c')])
print(b.getvalue()[-6:])
x = bytearray(3)
b.seek(0)
print(b.readinto(x), x, b.readinto1(x), x)
b.seek(0)
print(b.readlines(3), b.tell())
b = io.BytesIO()
[b.write(b'%d,' % i) for i in range(100)]
print(len(b.getvalue()), b.getvalue()[:20])
b.write(b'z')
print(b.getvalue()[-3:])
b = io.BytesIO(bytearray(b'abc'))
print(b.getvalue(), b.tell())
b.__init__(b'x')
print(b.getvalue())
b.__init__()
print(b.getvalue())
s = b'literal'
b = io.BytesIO(s)
print(b.getvalue() is s, b.read() is s)
b.write(b'x')
print(s, b.getvalue())
print(b.__getstate__())
b.foo = 3
print(b.__getstate__())
c = io.BytesIO()
c.__setstate__(b.__getstate__())
print(c.getvalue(), c.foo, c.tell())
b = io.BytesIO(b'abc')
b.seek(10)
print(b.read(), b.readline(), list(b))
print(b.seek(-1, 2), b.read(), b.seek(-1, 1), b.read())
