# Base64 there and back, what strict mode refuses, and what is skipped.
import binascii

state = 1


def below(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % n


def data(alphabet, n):
    return bytes([alphabet[below(len(alphabet))] for _ in range(below(n))])


def show(function, *args, **names):
    try:
        answer = function(*args, **names)
    except Exception as e:
        answer = type(e).__name__, str(e)
    print(args, names, answer)


for text in (b"", b"a", b"ab", b"abc", b"abcd", b"abcde", b"====", b"a===",
             b"ab=", b"ab==", b"ab==c", b"ab=c=", b"abc=d", b"abc=\n",
             b"\nab==", b"ab!=c=", b"=ab", b"ab===", b"abcd=", b"abcd==",
             b"abcd=efgh", b"abcd=ef==", b"ab\xff==", b"ab=!=", b"abc==",
             b"ab==ab==", "YWJj", bytearray(b"YWJj")):
    for strict in False, True:
        show(binascii.a2b_base64, text, strict_mode=strict)
for i in range(300):
    text = data(b"abcdABCD0189+/" + b"=!\n" * (i % 3), 20)
    for strict in False, True:
        show(binascii.a2b_base64, text, strict_mode=strict)

for n in range(20):
    show(binascii.b2a_base64, bytes(range(n)))
    show(binascii.b2a_base64, bytes(range(255, 255 - n, -1)), newline=False)
print(binascii.b2a_base64(bytes(range(256))))
three = bytes([0x00, 0x10, 0x83, 0x10, 0x51, 0x87, 0x20, 0x92, 0x8b, 0x30,
               0xd3, 0x8f, 0x41, 0x14, 0x93, 0x51, 0x55, 0x97, 0x61, 0x96,
               0x9b, 0x71, 0xd7, 0x9f, 0x82, 0x18, 0xa3, 0x92, 0x59, 0xa7,
               0xa2, 0x9a, 0xab, 0xb2, 0xdb, 0xaf, 0xc3, 0x1c, 0xb3, 0xd3,
               0x5d, 0xb7, 0xe3, 0x9e, 0xbb, 0xf3, 0xdf, 0xbf])
print(binascii.b2a_base64(three))  # the whole alphabet
for i in range(300):
    some = data(range(256), 200)
    text = binascii.b2a_base64(some)
    assert binascii.a2b_base64(text) == some
    assert binascii.a2b_base64(text[:-1], strict_mode=True) == some
    lines = b"\r\n".join(text[at:at + 7] for at in range(0, len(text), 7))
    assert binascii.a2b_base64(lines) == some
