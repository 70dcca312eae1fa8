# SPDX-License-Identifier: MIT
# Streams whose classes are in Python: beneath ours, and derived from them.

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


class R(io._RawIOBase):
    def __init__(self, data):
        self.d = data
        self.pos = 0
        self.log = []

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, b):
        n = min(len(b), 3, len(self.d) - self.pos)
        b[:n] = self.d[self.pos:self.pos + n]
        self.pos += n
        self.log.append(n)
        return n

    def write(self, b):
        self.d = self.d[:self.pos] + bytes(b) + self.d[self.pos + len(b):]
        self.pos += len(b)
        return len(b)

    def seek(self, o, w=0):
        self.pos = o if w == 0 else self.pos + o if w == 1 else len(self.d) + o
        return self.pos

    def tell(self):
        return self.pos
r = R(b'abcdefghij\nklm\n')
print(r.read(2), r.read(), r.seek(0), r.readline(), r.readlines(), r.closed)
r.close()
print(r.closed, r.__dict__.keys())
r = R(b'abcdefghij\nklm\n')
b = io.BufferedReader(r)
print(b.read(2), b.peek(), b.read(5), b.readline(), b.tell(), b.read(), b, b.seek(1), b.read(2))
r = R(b'abcdefghij\nklm\n')
b = io.BufferedRandom(r, 4)
print(b.read(2))
b.write(b'XX')
print(b.tell(), b.read(3))
b.flush()
print(r.d)
b.seek(0)
print(b.read())
r = R(b'')
b = io.BufferedWriter(r, 4)
print(b.write(b'ab'), r.d, b.write(b'cd'), r.d, b.write(b'e'), r.d, b.write(b'0123456789'), r.d)
b.flush()
print(r.d)
r = R('café\nx\r\ny'.encode())
t = io.TextIOWrapper(io.BufferedReader(r), 'utf-8')
print(t.readlines(), t.newlines, t)
r = R('café\nx\r\ny'.encode())
t = io.TextIOWrapper(r, 'utf-8')
tell('t.read()')
p2 = io.BufferedRWPair(R(b'read me'), R(b''))
print(p2.read(4), p2.write(b'zz'), p2.flush(), p2.readable(), p2.writable(), p2.peek(), p2.closed)
p2.close()
print(p2.closed)


class W(io.TextIOWrapper):
    def readline(self, *a):
        return super().readline(*a).upper()
print(list(W(io.BytesIO(b'a\nb\n'), 'ascii')))


class D(io._IOBase):
    def __init__(self, x):
        self.x = x

    def close(self):
        print('closing', self.x, self.closed)
        super().close()
tell('D()')
d = D(3)
with d:
    pass
tell('io._RawIOBase().x')
