# Streams in the encodings of Chinese, Japanese and Korean.
import _codecs_tw
import _multibytecodec
import codecs
import io


def attempt(call, *args, **kwargs):
    try:
        print(ascii(call(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class Stream:
    def __init__(self, *pieces):
        self.pieces = list(pieces)

    def read(self, *args):
        print("read", args)
        return self.pieces.pop(0) if self.pieces else b""

    def readline(self, *args):
        print("readline", args)
        return self.pieces.pop(0) if self.pieces else b""

    def write(self, data):
        print("write", data)


def reader(encoding, *pieces):
    return codecs.getreader(encoding)(Stream(*pieces))


r = reader("euc_jp", b"\xa4", b"\xa6\xa4", b"\xa4a\nb\n")
for size in 0, 1, 5, 3, None, -1:
    attempt(r.read, size)
r = reader("euc_jp", b"\xa4", b"\xa6\xa4", b"\xa2")
attempt(r.read)
attempt(r.read)
attempt(r.readline)
attempt(r.readlines)
r = reader("euc_jp", b"\xa4\xa6\na\r\nb\x0bc", b"x\n", b"y")
attempt(r.readlines)
attempt(r.readlines, 2)
attempt(r.readlines, None)
attempt(r.readline, -3)
r = reader("euc_jp", "text", bytearray(b"a"))
attempt(r.read)
attempt(r.read)
for size in 1.0, "a", 1 << 70, True:
    attempt(r.read, size)
r = reader("euc_jp", b"\xa4\xff", b"b", b"\xa4")
for _ in range(4):
    attempt(r.read, 4)
print(r.reset(), r.errors, type(r.stream).__name__)
r = codecs.getreader("iso2022_jp")(Stream(b"\x1b$B0", b"l0", b"l\x1b", b"(Ba"),
                                   "replace")
attempt(r.read, 3)
attempt(r.readline, 3)
attempt(r.read)

w = codecs.getwriter("euc_jis_2004")(Stream())
for text in "\xe6", "\u0300\xe6", 1:
    attempt(w.write, text)
w.write("\xe6")
attempt(w.reset)
attempt(w.reset)
attempt(w.write, "\u0300")
for lines in ["a", "\xe6", "\u0300"], ("a", 1), "ab", iter("ab"), {}, 5:
    attempt(w.writelines, lines)
w = codecs.getwriter("iso2022_jp")(Stream(), "xmlcharrefreplace")
for text in "\u4e00", "\u4e00", "a", "\u4e00\u1234", "b", "":
    attempt(w.write, text)
attempt(w.reset)

with io.TextIOWrapper(io.BytesIO(), "shift_jis", newline="\n") as f:
    f.write("\u65e5\u672c\u8a9e\n" * 3)
    f.seek(0)
    print(ascii(f.readline()))
    where = f.tell()
    print(ascii(f.read()))
    f.seek(where)
    print(ascii(f.readlines()))

# Classes need a codec.
codec = _codecs_tw.getcodec("big5")
print(type(codec).__name__, codec.encode("\u4e00"), ascii(codec.decode(b"\xa4@")))
attempt(type(codec))
attempt(_codecs_tw.getcodec, "euc_jp")
attempt(_codecs_tw.getcodec, 1)
for name in ("MultibyteIncrementalDecoder", "MultibyteIncrementalEncoder",
             "MultibyteStreamReader", "MultibyteStreamWriter"):
    base = getattr(_multibytecodec, name)
    args = (None,) if "Stream" in name else ()
    print(name, base.__module__, [n for n in sorted(vars(base))
                                  if not n.startswith("_")])
    try:
        base(*args)
    except AttributeError:
        print("no codec")

    class Wrong(base):
        codec = 1

    class Right(base):
        codec = _codecs_tw.getcodec("big5")

    attempt(Wrong, *args)
    attempt(Right, *args, 1)
    attempt(Right, *args, errors=None)
    print(Right(*args, errors="replace").errors)
