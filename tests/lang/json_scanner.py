# JSON texts read by _json.Scanner: values, hooks, errors and where they are.
import _json
import sys


class Where(ValueError):
    def __init__(self, what, text, at):
        super().__init__("%s at %d" % (what, at))


sys.modules["json.decoder"] = module = type(sys)("json.decoder")
module.JSONDecodeError = Where


class Context:
    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int, parse_constant = float, int, float


def outcome(function, *args, **kwargs):
    try:
        return ascii(function(*args, **kwargs))
    except Exception as e:
        return "%s: %s" % (type(e).__name__, ascii(str(e)))


def scanner(**settings):
    context = Context()
    context.__dict__.update(settings)
    return _json.make_scanner(context)


plain = scanner()
TEXTS = r'''
null|true|false|nul|NaN|Infinity|-Infinity|-Inf|-|-x|0|-0|01|12|-12|1.5|-0.0|1.
1e5|1E+5|1e-5|1e|1e+|1.5e3x|.5|+1|1.e1|--1|123456789012345678|1234567890123456789
-98765432109876543210987654321|0.1|3.14159265358979312|1e22|1e23|1e400|-1e-400
5e-324|2.2250738585072011e-308|9007199254740993.0|179769313486231580793e289
""|"a"|"ab|"a\"|"a\"b"|"\b\f\n\r\t\/\\"|"\x"|"\u12"|"\u12g4"|"\u00e9"|"\ud834\udd1e"
"\ud834"|"\ud834\u0020"|"\ud834\u12"|"\udd1e\ud834"|"\u 123"|"\ud834\
[]|[1]|[1,2]|[ 1 , 2 ]|[1,]|[1 2]|[|[1|[1,|[,]|[[]]|[[[]],{}]|]
{}|{"a":1}|{ "a" : 1 , "b" : [ ] }|{"a"}|{"a":}|{"a":1,}|{a:1}|{|{"a|{"a":1|{"a":1 "b"
{"a":1,"a":2}|{1:2}|{"a":{"a":{"a":null}}}|{"a" 1}
'''.replace("\n", "|").split("|")
for text in TEXTS:
    print(text, outcome(plain, text, 0))
print(outcome(plain, '"a\n\x01b"', 0))
print(outcome(scanner(strict=False), '"a\n\x01b\\n"', 0))
for text in "é", "\u4e2d", "\U0001f600":
    print(outcome(plain, ' ["%s", {"%s": 1.5, "k": "%s\\u0041%s"}] ' % (
        text, text, text, text), 1))
for index in -1, 0, 1, 2, 3, 10 ** 30, "1", None:
    print(index, outcome(plain, "[1]", index))
print(outcome(plain), outcome(plain, "1"), outcome(plain, 1, 0))
print(outcome(plain, idx=1, string=" 7"))

hooks = scanner(object_hook=lambda d: ("object", d),
                parse_float=lambda s: "float " + s,
                parse_int=lambda s: "int " + s,
                parse_constant=lambda s: "constant " + s)
text = '{"a": [1, -2.5e3, NaN, -Infinity], "b": {"c": {}}}'
print(outcome(hooks, text, 0))
print(outcome(scanner(object_pairs_hook=list, object_hook=len), text, 0))
print(outcome(scanner(parse_int=None), text, 0))
print(outcome(scanner(object_hook=lambda d: 1 / 0), text, 0))
for name in ("strict", "object_hook", "object_pairs_hook", "parse_float",
             "parse_int", "parse_constant"):
    print(name, getattr(plain, name),
          outcome(setattr, plain, name, 1))
print(outcome(_json.make_scanner), outcome(_json.make_scanner, 1))
keys = [next(iter(d)) for d in plain('[{"key": 1}, {"key": 2}]', 0)[0]]
print(keys[0] is keys[1])
print(outcome(plain, "[" * 100000, 0)[:60])
print(outcome(plain, '{"a":' * 100000, 0)[:60])

print(outcome(_json.scanstring, 'a"b', 0), outcome(_json.scanstring, 'a', 1))
for args in ("abc", -1), ("abc", 4), (1, 2), ('a"', 0, "x"), (
        'a\n"', 0, False), ('a\n"', 0, True), (
        '"' + "ab\\n" * 50 + '"', 1), ("\u4e2d" * 20 + "\\n" + "b" * 90 + '"', 0):
    print(outcome(_json.scanstring, *args))

# Texts of all kinds, spoilt: what is read of them.
seed = 12345


def pick(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return (seed >> 8) % n


def document(depth=0):
    kind = pick(9 if depth < 4 else 6)
    if kind < 6:
        return ['"s\\u00e9\\n"', "null", "true", "%d" % (pick(2000) - 1000),
                "%d.%de%d" % (pick(100), pick(10 ** 6), pick(40) - 20),
                '"%s"' % ("x\u4e2d"[pick(2)] * pick(20))][kind]
    items = [document(depth + 1) for _ in range(pick(4))]
    if kind == 6:
        return "[" + ", ".join(items) + "]"
    return "{" + ",".join('"k%d": %s' % (pick(5), i) for i in items) + "}"


total = 0
for i in range(1500):
    text = document()
    for _ in range(pick(3)):
        at = pick(len(text) + 1)
        text = (text[:at] + '{}[]",: \\0e.-n\n\x1f\u4e2d'[pick(16)] +
                text[at + pick(2):])
    answer = outcome(plain, text, 0)
    if i % 100 == 0:
        print(ascii(text), answer)
    for c in answer:
        total = (total * 31 + ord(c)) % 1000000007
print(total)
