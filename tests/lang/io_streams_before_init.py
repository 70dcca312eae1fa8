# SPDX-License-Identifier: MIT
# What streams say that __new__ has made and __init__ has not seen.

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
read() write(b"x") readline() tell() fileno() closed name __repr__() flush() close()
seek(0) newlines decode("a") __next__() encoding raw buffer mode _CHUNK_SIZE errors
""".split()

for cls in (io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom,
            io.BufferedRWPair, io.TextIOWrapper, io.BytesIO, io.StringIO,
            io.IncrementalNewlineDecoder):
    print('---', cls.__name__)
    f = cls.__new__(cls)
    for method in METHODS:
        tell('f.' + method)
