# A decoding error handler may put another object into the exception: decoding
# goes on with that one, and positions are of that one.
import codecs


def attempt(what, encoding, data, handler):
    calls = []

    def counted(e):
        calls.append((e.start, e.end))
        if len(calls) > 5:
            raise EOFError
        return handler(e)
    codecs.register_error("test.counted", counted)
    try:
        print(what, encoding, repr(data.decode(encoding, "test.counted")),
              calls)
    except Exception as e:
        print(what, encoding, type(e).__name__, calls)


def shrink(e):
    e.object = b""
    return "?", 0


def shrink_wildly(e):
    e.object = b"ab"
    return "?", 5


def from_the_end(e):
    e.object = b"abcde"
    return "?", -2


def grow(e):
    e.object = b"xyz" * 1000
    return "?", 2999


def wrong_type(e):
    e.object = "text"
    return "?", 1


def subclass_of_bytes(e):
    class B(bytes):
        pass
    e.object = B(b"0123")
    return "?", 2


def deleted(e):
    del e.object
    return "?", 1


def far(e):
    return "?", 10**30


def behind(e):
    return "?", -100


for handler in (shrink, shrink_wildly, from_the_end, grow, wrong_type,
                subclass_of_bytes, deleted, far, behind):
    for encoding, data in (("utf-8", b"a\xffb\xff"), ("ascii", b"a\xffbc"),
                           ("utf-16-le", b"a\0\0\xdcb\0\0"),
                           ("utf-32-le", b"\xff" * 8),
                           ("unicode_escape", b"ab\\x1"),
                           ("raw_unicode_escape", b"ab\\u1")):
        attempt(handler.__name__, encoding, data, handler)
    codecs.register_error("test.map", handler)
    try:
        print(codecs.charmap_decode(b"abc\xff", "test.map", "abcd" * 32))
    except Exception as e:
        print(type(e).__name__)


# The built-in handlers get exceptions that fit nothing.
def encode_error():
    return UnicodeEncodeError("ascii", "\xe4b", 0, 1, "why")


def decode_error():
    return UnicodeDecodeError("ascii", b"\xe4b", 0, 1, "why")


def translate_error():
    return UnicodeTranslateError("\xe4b", 0, 1, "why")


def try_handler(name, e):
    try:
        print(name, type(e).__name__, codecs.lookup_error(name)(e))
    except Exception as x:
        text = "" if isinstance(x, UnicodeError) else x
        print(name, type(e).__name__, type(x).__name__, text)


for name in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace",
             "namereplace", "surrogateescape", "surrogatepass", "strict"):
    for make in (encode_error, decode_error, translate_error):
        if name != "surrogatepass":
            e = make()
            e.start, e.end = 100, -100
            try_handler(name, e)
        e = make()
        e.end = 100
        try_handler(name, e)
        e = make()
        e.object = 5
        try_handler(name, e)
        e = make()
        del e.object
        try_handler(name, e)
        e = make()
        if make is not translate_error:
            e.encoding = 5
            try_handler(name, e)
            e.encoding = "utf-8"
            try_handler(name, e)
            del e.encoding
            try_handler(name, e)
# Alone: registers handlers of codecs
