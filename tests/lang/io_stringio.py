# SPDX-License-Identifier: MIT
# StringIO: reading, writing, line ends and states.

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


s = io.StringIO('hello\nwörld\nl€st')
print(list(s), s.tell())
s.seek(0)
print(s.readline(), s.readline(3), s.readline(), s.read(2), s.read())
s.seek(2)
print(s.write('X😀'), repr(s.getvalue()), s.tell())
s.seek(20)
s.write('end')
print(repr(s.getvalue()))
print(s.truncate(5), repr(s.getvalue()), s.tell())
s.seek(0, 2)
print(s.tell())
s.seek(0, 1)
for nl in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO('a\nb\r\nc\rd', newline=nl)
    print(repr(nl), repr(s.getvalue()), list(s), s.newlines)
    s.write('x\ny')
    print(repr(s.getvalue()))
s = io.StringIO()
[s.write('%d,' % i) for i in range(100)]
print(len(s.getvalue()), s.getvalue()[:20])
s = io.StringIO('abc\n', newline=None)
s.q = 1
u = io.StringIO()
u.__setstate__(s.__getstate__())
print(u.getvalue(), u.q, u.tell())
s = io.StringIO('a\r', newline=None)
print(repr(s.getvalue()))
s = io.StringIO(newline='')
s.write('a\r')
s.write('\nb')
s.seek(0)
print(s.readlines())
class S(io.StringIO):
    pass
s = S('ab\nc')
print(list(s))
print(s.__dict__)
class S(io.StringIO):

    def readline(self):
        return 5
