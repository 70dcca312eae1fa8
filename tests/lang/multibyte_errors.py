# Errors of the encodings of Chinese, Japanese and Korean, and input in pieces.
import codecs


def attempt(call, *args, **kwargs):
    try:
        print(ascii(call(*args, **kwargs)))
    except UnicodeError as e:
        print(type(e).__name__, e)
    except Exception as e:
        print(type(e).__name__, e)


codecs.register_error("test.bytes", lambda e: (b"\0\xff", e.end))
codecs.register_error("test.text", lambda e: ("<\u3042>", e.end))
codecs.register_error("test.back", lambda e: ("x", -1))
codecs.register_error("test.far", lambda e: ("x", 100))
codecs.register_error("test.huge", lambda e: ("x", 1 << 64))
codecs.register_error("test.wrong", lambda e: None)
handlers = ("strict", "ignore", "replace", "backslashreplace",
            "xmlcharrefreplace", "namereplace", "surrogateescape",
            "surrogatepass", "test.bytes", "test.text", "test.far",
            "test.huge", "test.none")
for encoding in "euc_jp", "iso2022_jp", "hz":
    for errors in handlers:
        print(encoding, errors)
        attempt("\u3042\u1234b\udc80".encode, encoding, errors)
        for data in b"a\xffb", b"\xa4\xa2\x8f\xa2", b"~{0l\x1b$B0l\x80":
            attempt(data.decode, encoding, errors)
attempt("\u1234".encode, "big5", "test.wrong")
attempt("\u1234b".encode, "big5", "test.back")
attempt(b"\xff b".decode, "big5", "test.back")

broken = {
    "gb18030": (b"\x80", b"\x81", b"\x810", b"\x810\x81", b"\x810\x80a",
                b"\xe3\x32\x9a\x36", b"\xff0\x810"),
    "euc_kr": (b"\xa4\xd4", b"\xa4\xd4\xa4\xa1\xa4\xbf\xa4",
               b"\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd4",
               b"\xa4\xd4\xa4\xa1\xa4\xa1\xa4\xd4"),
    "shift_jisx0213": (b"\x87\x9f", b"\xa0", b"\xfd", b"\x81\x20"),
    "euc_jis_2004": (b"\x8e\xa1", b"\x8e\xe0", b"\x8f\xa1\xa1", b"\x8f\x20a"),
    "hz": (b"~", b"~x", b"~}", b"~~~\n", b"~{0l~}a", b"~{0", b"~{0l~~",
           b"~{zz", b"~{\x80"),
    "iso2022_jp": (b"\x1b", b"\x1b$", b"\x1b$(X", b"\x1b$B0", b"\x1b$B0\n",
                   b"\x1b$B\n0l", b"\x1b[1mA\x1b$B0l", b"\x1b(" + b"1" * 20,
                   b"\x1b(J\\~", b"\x1b&@\x1b$B0l", b"\x0e0l\x0f"),
    "iso2022_jp_2": (b"\x1b.A\x1bNi", b"\x1b.F\x1bNa", b"\x1bN", b"\x1bN\xe9",
                     b"\x1b(Aa"),
    "iso2022_jp_ext": (b"\x1b(I1 ", b"\x1b(I1`"),
    "iso2022_kr": (b"\x1b$)C\x0e0!\na\x0e0!\x0fa", b"\x0e\xb0\xa1"),
}
for encoding, cases in broken.items():
    for data in cases:
        print(encoding, data)
        attempt(data.decode, encoding)
        attempt(data.decode, encoding, "replace")
        decoder = codecs.getincrementaldecoder(encoding)()
        for i in range(len(data)):
            try:
                text = decoder.decode(data[i:i + 1])
            except UnicodeError as e:
                text = str(e)
            print("   ", ascii(text), decoder.getstate())
        attempt(decoder.decode, b"", True)
        decoder.reset()
        print("   ", decoder.getstate())

for encoding, pieces in {
        "euc_jis_2004": ("\xe6", "\u0300", "a\xe6", "\u0123", "b", "\xe6"),
        "big5hkscs": ("\xca", "\u0304\xea", "\u030c", "\xea"),
        "iso2022_jp": ("a", "\u4e00", "\u4e00\n", "\u4e00", "\u1234", "\xa5"),
        "iso2022_kr": ("\uac00", "\n", "\uac00", "a\uac00", "\xff", "\uac00"),
        "hz": ("\u804a", "\u804a~", "\u804a")}.items():
    for errors in "strict", "replace":
        encoder = codecs.getincrementalencoder(encoding)(errors)
        print(encoding, errors, encoder.errors, encoder.getstate())
        for piece in pieces:
            state = encoder.getstate()
            attempt(encoder.encode, piece)
            after = encoder.getstate()
            encoder.setstate(state)
            attempt(encoder.encode, piece)
            print("   ", state, after, after == encoder.getstate())
        attempt(encoder.encode, "", final=True)
        encoder.reset()
        print("   ", encoder.getstate())

# Arguments and attributes.
encoder = codecs.getincrementalencoder("euc_jis_2004")()
decoder = codecs.getincrementaldecoder("euc_jp")()
attempt(encoder.encode, 1)
for state in (-1, 1 << 136, (1 << 136) - 1, 9, 1 | 0xff << 8, 0xa6c302, "a"):
    attempt(encoder.setstate, state)
attempt(encoder.encode, "\u0300")
for state in (1, ("a", 0), (b"1",), (b"1", "a"), (b"123456789", 0),
              (b"1", -1), (b"1", 1 << 64), (b"abc", 123456789)):
    attempt(decoder.setstate, state)
attempt(decoder.getstate)
attempt(decoder.decode, "a")
for coder in encoder, decoder:
    attempt(setattr, coder, "errors", 1)
    attempt(delattr, coder, "errors")
    coder.errors = "ignore"
    print(coder.errors)
attempt(encoder.encode, "a\u0123b")
attempt(decoder.decode, b"a\xff\xffb", True)
decoder = codecs.getincrementaldecoder("iso2022_jp")()
attempt(decoder.decode, b"\x1b((((((((((")
print(decoder.getstate())
info = codecs.lookup("euc_jp")
attempt(info.encode, "\u3042", None)
attempt(info.encode, 12)
attempt(info.encode, "a", 1)
attempt(info.decode, bytearray(b"\xa4\xa2"), "strict")
attempt(info.decode, "a")
# Alone: registers handlers of codecs
