# Uuencode, and quoted-printable of text, of binary data and of headers.
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


for text in (b"", b" ", b"`", b"#", b"#86)C", b"#86)C\n", b"#86)C\r\n",
             b"#86)Cx", b"#86)C   `", b"#86)C\xff", b"\x7f", b"!8", b"!86",
             b"#8\x1f", b"#8~~~", b"#8\n)", b'!"`~', b"\xff", "#86)C"):
    show(binascii.a2b_uu, text)
for i in range(100):
    show(binascii.a2b_uu, data(b'!"#$%&`~ \n\r\x1fabc' + b"ABC)(*" * (i % 5), 12))
    some = data(range(256), 46)
    show(binascii.b2a_uu, some, backtick=i % 2)
    assert binascii.a2b_uu(binascii.b2a_uu(some)) == some
    assert binascii.a2b_uu(binascii.b2a_uu(some, backtick=True)) == some
show(binascii.b2a_uu, b"x" * 45)
show(binascii.b2a_uu, b"x" * 46)
show(binascii.b2a_uu, bytes(4), backtick=True)

for text in (b"=", b"=\n", b"a=3dx", b"a=3", b"a=zz", b"a==", b"a=\r\nb",
             b"a=  \nb", b"_a_=5f", b"a=3=3d", b"a=\r", b"a=\rb\nc", b"===3d"):
    show(binascii.a2b_qp, text)
    show(binascii.a2b_qp, text, header=True)
for i in range(150):
    show(binascii.a2b_qp, data(b"ab=  \t\r\n_3dD0=zG", 12), i % 2)
for text in (b".", b".\n", b".\0", b".\ra", b".a", b"a.\n.\r\n", b"a\t", b"a ",
             b"a \n", b"\r", b"a\nb\r\n", b"a\r\nb\n", b"x" * 76, b"x" * 77,
             b"x" * 75 + b"\n", b"x" * 76 + b"\n", b"x" * 74 + b"=\n",
             b"x" * 75 + b" \n", b"x" * 75 + b"\r\n", b"\xff" * 40, b" " * 80):
    for quotetabs in False, True:
        for istext in False, True:
            for header in False, True:
                print(binascii.b2a_qp(text, quotetabs, istext, header))
for i in range(200):
    some = data(b"ab =.\t\r\n_\xff\0~\x7f" + b"abcde" * (i % 5), i % 3 * 80 + 12)
    show(binascii.b2a_qp, some, i % 2, i // 2 % 2, i // 4 % 2)
