# SPDX-License-Identifier: MIT
# open() and the classes of files: what they take, and what they say of the rest.

import _io as io


def scratch(name):
    """A path of this process's own below TMPDIR."""
    with open('/proc/self/environ', 'rb') as f:
        for line in f.read().split(b'\0'):
            if line.startswith(b'TMPDIR='):
                directory = line[7:].decode()
    with open('/proc/self/stat') as f:
        return f'{directory}/{f.read().split()[0]}-{name}'


path = scratch('arguments')


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


with open(path, 'w') as f:
    f.write('abc\ndef\n')
CALLS = r'''
open(path,'')
open(path,'rw')
open(path,'rwb')
open(path,'rr')
open(path,'z')
open(path,'r++')
open(path,'tb')
open(path,'rbt')
open(path,'b')
open(path,'+')
open(path,'U')
open(path,'rU')
open(path,'r',0)
open(path,'rb',encoding='a')
open(path,'rb',errors='a')
open(path,'rb',newline='')
open(path,newline='x')
open(path,newline=3)
open(path,newline=b'')
open(path,encoding=3)
open(path,errors=3)
open(path,3)
open(path,buffering='a')
open(path,buffering=1.0)
open(path,encoding='nosuch')
open(path,errors='nosuch')
open(path,encoding='UTF8').encoding
open(path,encoding='latin-1').encoding
open(path,encoding='a\0b')
open(path,errors='a\0b')
open(-1)
open(1<<80)
open(10000)
open(3.5)
open(None)
open(b'/nosuch')
open('/nosuch')
open('/tmp')
open('/tmp',closefd=False)
open('a\0b')
open(path,opener=3)
open(path,opener=lambda *a:-1)
open(path,opener=lambda *a:-3)
open(path,opener=lambda *a:'x')
open(path,opener=lambda *a:None)
open(path,opener=lambda *a:10000)
open(path,'x')
open()
open(path,'rb',buffering=-5)
open(path,'w+b')
open(path,'w+b',0)
open(path,'a+').mode
open(path,'r+b').mode
open(path,'r+b').raw.mode
io.FileIO(path,'rw')
io.FileIO(path,'')
io.FileIO(path,'z')
io.FileIO(path,'rt')
io.FileIO(path,'r+b')
io.FileIO(path,'rbb')
io.FileIO(path,b'r')
io.FileIO(-3)
io.FileIO(path).write(b'')
io.FileIO(path).write('a')
io.FileIO(path,'a').read()
io.FileIO(path,'a').read(1)
io.FileIO(path,'a').readinto(bytearray(1))
io.FileIO(path,'a').readall()
io.FileIO(path).seek(1.5)
io.FileIO(path).seek(0,9)
io.FileIO(path).seek(-1)
io.FileIO(path).truncate(3)
io.FileIO(path,'a').truncate(-3)
io.FileIO(path,'a').truncate('a')
io.FileIO(path).read(None)
io.FileIO(path).read('a')
io.FileIO(path).read(1.5)
io.FileIO(path).readinto(b'a')
open(path).__dict__
open(path,'rb').__dict__
open(path).buffer.__dict__
open(path)
open(path,'rb')
open(path,'rb').write
open(path,'rb').readinto(b'abc')
open(path,'rb').read(-2)
open(path,'rb').read('a')
open(path,'rb').read1('a')
open(path,'rb').readline('a')
open(path,'rb').readline(None)
open(path,'rb').seek(0,5)
open(path,'rb').seek(0,3)
open(path,'rb').seek(-1)
open(path,'rb').seek('a')
open(path,'rb').truncate(3)
open(path,'rb').fileno() > 2
open(path,'wb').write('a')
open(path,'wb').write(3)
open(path,'wb').read
open(path,'w').read()
open(path,'w').readline()
list(open(path,'w'))
open(path).write('a')
open(path,'w').write(b'a')
open(path,'w').writelines([1])
open(path,'w').seek(1,1)
open(path,'w').seek(1,2)
open(path,'w').seek(0,9)
open(path,'w').seek(-1)
open(path,'w').seek('a')
open(path,'w').seek(1.5)
open(path).read('a')
open(path).readline('a')
open(path).readline(None)
open(path).read(None)
open(path).readlines('a')
open(path).detach()
open(path).newlines
open(path).errors
open(path,'w').line_buffering
open(path,'w',1).line_buffering
open(path).reconfigure(newline='x')
open(path).reconfigure(encoding=3)
open(path).reconfigure(errors=3)
open(path).reconfigure(line_buffering='a')
open(path).reconfigure(line_buffering=None)
open(path).reconfigure(newline=3)
io.BufferedReader(open(path,'rb',0),0)
io.BufferedReader(open(path,'rb',0),-1)
io.BufferedReader(open(path,'wb',0))
io.BufferedWriter(open(path,'rb',0))
io.BufferedRandom(open(path,'rb',0))
io.BufferedReader(3)
io.BufferedRWPair(3,4)
io.TextIOWrapper(3)
io.text_encoding('x')
io.text_encoding(3)
io.open_code(path)
io.open_code(3)
io.TextIOWrapper(io.BytesIO(),newline='x')
io.TextIOWrapper(io.BytesIO(),newline=3)
io.TextIOWrapper(io.BytesIO(),encoding=3)
io.TextIOWrapper(io.BytesIO(),errors=3)
io.TextIOWrapper(io.BytesIO(),'ascii')
io.TextIOWrapper(io.BytesIO())._CHUNK_SIZE
'''.strip().split('\n')

for call in CALLS:
    tell(call)
# Alone: writes files under names of its own
