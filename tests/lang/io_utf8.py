# SPDX-License-Identifier: MIT
# UTF-8 of all lengths, whole, cut and wrong, by codecs and through text streams.

import _io as io

def rnd(n, s=[12345]):
    s[0] = s[0] * 1103515245 + 12345 & 2147483647
    return s[0] % n
pools = ['abcdefghij \n', 'aéÿ\x80', 'ab€ࠀ\uffff\ud7ff', 'xy😀\U0010ffff𐀀߿']
for k in range(3000):
    n = rnd(40)
    s = ''.join((pools[min(rnd(4), k % 5)][rnd(4)] for _ in range(n)))
    b = s.encode()
    assert b.decode() == s, (s,)
    cut = rnd(len(b) + 1)
    x = b[:cut]
    try:
        y = x.decode()
    except UnicodeDecodeError as e:
        assert e.start <= cut
    else:
        assert y == s[:len(y)]
    f = io.BytesIO()
    t = io.TextIOWrapper(f, 'utf-8', newline='')
    t.write(s)
    t.flush()
    assert f.getvalue() == b, (s, f.getvalue())
    t = io.TextIOWrapper(io.BytesIO(b), 'utf-8', newline='\n')
    t._CHUNK_SIZE = 1 + rnd(7)
    assert t.read(3) + t.readline() + t.read() == s
for bad in (b'\xc0\x80', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\xe0\x80\x80', b'a\xff', b'\xe2\x82', b'\xf0\x9f\x98', b'\xe2(\xa1'):
    for e in ('strict', 'replace', 'ignore', 'surrogateescape'):
        try:
            print(bad, e, ascii((b'abcdefghijkl' + bad + b'zz').decode('utf-8', e)))
        except UnicodeDecodeError as x:
            print(bad, x)
print('ok')
# Alone: registers handlers of codecs
