# UTF-7: what stands for itself, shifts, errors where CPython finds them, and
# input that comes in pieces.
import codecs
import io

for s in ("", "hello, world", "a+b", "+", "++-", "a\\b~c", "\t\n\r \0\x7f",
          "\xe9", "1 \xe9-", "\xe9a", "\xe9/", "\xe9=", "\xe9\xe9\xe9.",
          "\u20ac+", "\U00010000", "x\U0010ffffy", "\ud800", "\udc00\ud800a",
          "".join(map(chr, range(128)))):
    data = s.encode("utf-7")
    print(ascii(s), data, ascii(data.decode("utf-7")))
    assert codecs.utf_7_encode(s, "strict") == (data, len(s))

long = "Gr\xfc\xdfe \u20ac \U0001f600+- " * 500
assert long.encode("utf7").decode("utf7") == long
print(len(long.encode("utf7")))

broken = (b"+", b"+-", b"a+-b", b"\xff", b"a\xe9b", b"+\xe9b", b"+ b",
          b"+A", b"+AG", b"+AGE", b"+AGE-", b"+AGE=", b"+A-b", b"+AGEA-b",
          b"+AGF-b", b"+AGE+AGE-", b"+AGE\xff-", b"a+IK\xffb", b"+2AA",
          b"+2AA-x", b"+2AA\xff", b"+2ADcAA-", b"+2ADYAA-", b"+2ADYANwA-",
          b"+3AA-", b"+AAAAAAAA", b"~\\", b"+IKwgrA", b"x+IKwg rA")
for data in broken:
    for errors in ("strict", "ignore", "replace", "backslashreplace",
                   "surrogateescape"):
        for final in (True, False):
            try:
                print(data, ascii(codecs.utf_7_decode(data, errors, final)))
            except UnicodeDecodeError as e:
                print(data, e.encoding, e.start, e.end, e.reason, e)


def one_on(e):
    return "<%s>" % e.reason, e.start + 1


codecs.register_error("test.one_on", one_on)
for data in broken:
    print(data, ascii(data.decode("utf-7", "test.one_on")))

# Pieces of any length come to the same.
data = long.encode("utf-7")
for size in 1, 2, 3, 7:
    decoder = codecs.getincrementaldecoder("utf-7")()
    text = "".join(decoder.decode(data[i:i + size])
                   for i in range(0, 300, size))
    print(ascii(text)[-20:], decoder.getstate()[0])
with io.TextIOWrapper(io.BytesIO(data + b"\nend+AGE"), "utf-7") as f:
    print(f.readline() == long + "\n", f.read())
for wrong in (), (b"",), ("a", None, 1), ("a", 5):
    try:
        print(codecs.utf_7_encode(*wrong))
    except TypeError as e:
        print(e)
# Alone: registers handlers of codecs
