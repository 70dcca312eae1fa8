# SPDX-License-Identifier: MIT
# What the bases of streams do when nothing is defined.

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


METHODS = """
read() readall() readinto(bytearray(2)) readinto1(bytearray(2)) read1() write(b"x")
readline() tell() fileno() closed flush() seek(0) truncate() detach() __next__()
encoding errors newlines isatty() seekable() readable() writable() _checkClosed()
_checkReadable() _checkSeekable() _checkWritable() writelines([1]) close() __dict__
flush() isatty() readable() tell() __enter__() _checkClosed() __iter__()
""".split()

for cls in (io._IOBase, io._RawIOBase, io._BufferedIOBase, io._TextIOBase):
    print('---', cls.__name__, cls.__bases__)
    f = cls()
    for method in METHODS:
        tell('f.' + method)
tell('io._IOBase(3)')
tell('io.FileIO(3, "r", foo=1)')
tell('io.UnsupportedOperation.__mro__')
tell('io.UnsupportedOperation.__module__')
tell('open is io.open')
tell('open.__module__')
tell('io.DEFAULT_BUFFER_SIZE')
