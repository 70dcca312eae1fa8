# Objects written as JSON texts by _json.Encoder, and strings in its quotes.
import _json


def outcome(function, *args, **kwargs):
    try:
        return ascii(function(*args, **kwargs))
    except RecursionError as e:
        return "RecursionError"
    except Exception as e:
        return "%s: %s" % (type(e).__name__, ascii(str(e)))


class MyInt(int):
    def __repr__(self):
        return "no number"


class MyFloat(float):
    def __repr__(self):
        return "no number"


class MyStr(str):
    def __str__(self):
        return "no"


class MyDict(dict):
    def items(self):
        return self.answer


class Wrapped:
    def __init__(self, value):
        self.value = value


def default(v):
    if isinstance(v, Wrapped):
        return v.value
    raise TypeError("not known: " + type(v).__name__)


def encode(v, markers=0, default=default, encoder=_json.encode_basestring_ascii,
           indent=None, colon=": ", comma=", ", sort_keys=False,
           skipkeys=False, allow_nan=True):
    return "".join(_json.make_encoder(
        {} if markers == 0 else markers, default, encoder, indent, colon,
        comma, sort_keys, skipkeys, allow_nan)(v, 0))


def shout(s):
    return "<%s>" % s.upper()


inf = float("inf")
odd = MyDict(a=1)
odd.answer = [("x", 1), ("y", [2])]
wrong = MyDict(a=1)
wrong.answer = [("x", 1, 2)]
VALUES = [
    None, True, False, 0, -1, 2 ** 61 - 1, 2 ** 61, -2 ** 61, -2 ** 61 - 1,
    2 ** 63, 10 ** 30, MyInt(7), 1.5, -0.0, 1e16, 1e-5, 1e22, 1e100, 0.1 + 0.2,
    MyFloat(2.5), inf, -inf, inf - inf, MyFloat(inf), "", "abc", MyStr("x\n"),
    "é\x7f\x80\xff", "\u4e2d\ud800", "\U0001f600", 'quote " \\ / \b\f\n\r\t\0',
    "x" * 300 + "\n", [], (), {}, [1, [2, (3, [])]], {"a": 1, "b": {"c": []}},
    {1: 1, 2.5: 2, None: 3, True: 4, MyInt(5): 5, MyFloat(6.5): 6,
     MyStr("s"): 7, inf: 8}, {(1, 2): 3, "a": 1}, {"b": 1, "a": 2, "c": 3},
    {"b": 1, 1: 2}, odd, wrong, [odd], Wrapped([1, Wrapped("x")]), b"bytes",
    [object()], {str(i): i for i in range(20)},
]
WAYS = [{}, {"encoder": _json.encode_basestring}, {"encoder": shout},
        {"encoder": len}, {"sort_keys": True}, {"skipkeys": True},
        {"allow_nan": False}, {"markers": None}, {"indent": 4},
        {"colon": "\u4e2d", "comma": "\U0001f600"},
        {"encoder": _json.encode_basestring, "comma": ""}]
for way in WAYS:
    print(*way)
    for value in VALUES:
        print(outcome(encode, value, **way))

circle = [1]
circle.append({"a": (circle,)})
deep = []
for _ in range(100000):
    deep = [deep]
print(outcome(encode, circle), outcome(encode, circle, None),
      outcome(encode, deep))
loop = Wrapped(0)
loop.value = [loop]
print(outcome(encode, loop), outcome(encode, loop, None))
print(outcome(encode, Wrapped(0), default=lambda v: v))
seen = {}
outer = {"k": [Wrapped(0)]}
print(outcome(encode, outer, seen, lambda v: sorted(
    type(o).__name__ for o in seen.values())), seen)
changing = [Wrapped(0), 1, 2, 3]
print(outcome(encode, changing, default=lambda v: changing.pop()))
changing = {"a": Wrapped(0), "b": 1}
print(outcome(encode, changing, default=lambda v: changing.clear()))

e = _json.make_encoder(None, 2, 3, 4, "5", "6", 7, 0, 9)
for name in ("markers", "default", "encoder", "indent", "key_separator",
             "item_separator", "sort_keys", "skipkeys", "allow_nan"):
    print(name, getattr(e, name, "none"))
print(outcome(_json.make_encoder),
      outcome(_json.make_encoder, 1, 2, 3, 4, "5", "6", 7, 8, 9),
      outcome(_json.make_encoder, None, 2, 3, 4, 5, "6", 7, 8, 9))
print(outcome(e), outcome(e, 1), outcome(e, 1, "x"), outcome(e, 1, 2, 3))
print(e(obj=[1], _current_indent_level=0))

for quote in _json.encode_basestring, _json.encode_basestring_ascii:
    print(outcome(quote, 1), outcome(quote))
    for s in VALUES:
        if isinstance(s, str):
            print(outcome(quote, s))
    print(outcome(quote, "".join(map(chr, range(300)))))
    print(len(quote("\U0001f600" * 1000 + '"' * 1000)))
