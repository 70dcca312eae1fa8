# marshal.loads() of what is no object raises EOFError, ValueError or TypeError.
import marshal

for data in [
        b'', b'i', b'i\0', b'g', b'g12', b'f', b'f\x05', b'f\x03abc', b'z',
        b'f\3a\0b', b'z\5a', b'a\5', b'a\xff\xff\xff\xff', b'u\xff\xff\xff\xff',
        b'u\2\0\0\0\xff\xff', b'(\1\0\0\0', b'(\1\0\0\x000',
        b'(\xff\xff\xff\xff', b')\2i', b'[\1\0\0\x000', b'{0', b'{N0', b'{N',
        b'{', b'<\1\0\0\0[\0\0\0\0', b'>\1\0\0\x000', b'<\xff\xff\xff\xff',
        b'r\0\0\0\0', b'r\xff\xff\xff\xff', b'\xdb\1\0\0\0r\0\0\0\0',
        b'\xa9\1r\0\0\0\0', b'\xbe\1\0\0\0r\0\0\0\0', b'l\1\0\0\0\xff\xff',
        b'l\1\0\0\0\0\0', b'l\2\0\0\0\1\0\0\0', b'l\0\0\0\0', b'l\0\0\0\x80',
        b'l\2\0\0\0\1\0\0', b'l\2\0\0\0\xff\xff\0', b'0', b'?',
        b'I\1\2\3\4\5\6\7\xff', b's\xff\xff\xff\xff', b's\5\0\0\0a', b'x\1a',
        b'y', b'c', b'(' + b'\1\0\0\0(' * 3000, b'\xe9\1\0\0\0', b'\xce',
        b'R\0\0\0\0', b't\1\0\0\0a', b'S', b'\xa9\x8a\xda\x01xr\x01\0\0\0',
        b'[\xff\xff\xff\x7fN', b'Nrest is ignored']:
    try:
        print(data[:20], marshal.loads(data))
    except (EOFError, ValueError, TypeError) as e:
        print(data[:20], type(e).__name__, e)
for data in ('N', None, 1):
    try:
        marshal.loads(data)
    except TypeError as e:
        print(e)
