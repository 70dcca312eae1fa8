# SPDX-License-Identifier: MIT
# BytesIO, StringIO and the newline decoder: what they refuse.

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


CALLS = r'''
io.BytesIO('a')
io.BytesIO(3)
io.BytesIO(None)
io.BytesIO(b'abc').seek(-1)
io.BytesIO(b'abc').seek(-10,2)
io.BytesIO(b'abc').seek(0,7)
io.BytesIO(b'abc').seek(1.5)
io.BytesIO(b'abc').truncate(-1)
io.BytesIO(b'abc').truncate('a')
io.BytesIO(b'abc').write('a')
io.BytesIO(b'abc').read('a')
io.BytesIO(b'abc').readlines('a')
io.BytesIO(b'abc').readinto(b'abc')
io.BytesIO(b'abc').__getstate__()
io.BytesIO(b'abc').__setstate__(3)
io.BytesIO(b'abc').__setstate__((3,))
io.BytesIO(b'abc').__setstate__((3,4,5))
io.BytesIO(b'abc').__setstate__((b'3',-4,5))
io.BytesIO(b'abc').__setstate__((b'3','a',5))
io.BytesIO(b'abc').__setstate__((b'3',4,5))
io.BytesIO(b'abc').detach()
io.BytesIO(b'abc').fileno()
io.BytesIO(b'abc').getbuffer()
io.StringIO(3)
io.StringIO('a',newline='x')
io.StringIO('a',newline=3)
io.StringIO(None).getvalue()
io.StringIO('a').write(3)
io.StringIO('abc').seek(-1)
io.StringIO('abc').seek(1,1)
io.StringIO('abc').seek(1,2)
io.StringIO('abc').seek(1,7)
io.StringIO('abc').truncate(-1)
io.StringIO('abc').truncate('a')
io.StringIO('abc').read('a')
io.StringIO('abc').readline(1.5)
io.StringIO('abc').__getstate__()
io.StringIO('abc',newline=None).__getstate__()
io.StringIO('abc').__setstate__(3)
io.StringIO('abc').__setstate__((3,))
io.StringIO('abc').__setstate__((3,4,5,6))
io.StringIO('abc').__setstate__(('3','',5,6))
io.StringIO('abc').__setstate__(('3','','x',None))
io.StringIO('abc').__setstate__(('3','',-1,None))
io.StringIO('abc').encoding
io.StringIO('abc').line_buffering
io.StringIO('abc').newlines
io.StringIO('a\r\nb',newline=None).newlines
io.IncrementalNewlineDecoder(None,True).decode(b'a')
io.IncrementalNewlineDecoder(None,True).decode('a\r')
io.IncrementalNewlineDecoder(None,True).getstate()
io.IncrementalNewlineDecoder(None,True).setstate(3)
io.IncrementalNewlineDecoder(None,True).setstate((3,))
io.IncrementalNewlineDecoder(3,True).decode('a')
io.IncrementalNewlineDecoder()
'''.strip().split('\n')

for call in CALLS:
    tell(call)
