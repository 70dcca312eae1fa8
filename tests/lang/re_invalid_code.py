# _sre.compile takes any list, and code that makes no sense is refused.
import _sre


def attempt(*args):
    try:
        print(_sre.compile(*args).match("ab"))
    except Exception as e:
        print(type(e).__name__, e)


# LITERAL a, SUCCESS; the same in a group
attempt("a", 0, [16, 97, 1], 0, {}, ())
attempt("(a)", 0, [17, 0, 16, 97, 17, 1, 1], 1, {}, (None, None))
for code in ([], [16], [16, 97], [99, 1], [17, 2, 1], [15, 2, 0, 1],
             [13, 99, 1], [13, 3, 16, 97, 1], [6, 12, 1],
             [7, 0, 1], [7, 5, 16, 97, 15, 9, 0, 1], [24, 6, 3, 2, 16, 97, 1, 1],
             [24, 9, 0, 1, 16, 97, 1, 1], [23, 5, 0, 1, 16, 97, 1, 1],
             [14, 3, 0, 0, 0, 1], [14, 9, 0, 0, 0, 1], [11, 0, 1],
             [12, 0, 2, 1], [13, 12, 10, 1, 1, 0, 1], [25, 1], [27, 9, 1, 1],
             [4, 9, 0, 1, 1]):
    attempt("a", 0, code, 0, {}, ())
attempt("a", 0, [1], -1, {}, ())
attempt("a", 0, [1], 1 << 31, {}, ())
attempt("a", 0, ["a"], 0, {}, ())
attempt("a", 0, [-1], 0, {}, ())
attempt("a", 0, [1 << 32], 0, {}, ())
attempt("a", 0, (1,), 0, {}, ())
attempt("a", 0, [1], 0, [], ())
attempt("a", 0, [1], 0, {}, [])
attempt(1, 0, [1], 0, {}, ())
attempt(None, 0, [16, 97, 1], 0, {}, ())
print(_sre.getcodesize() == _sre.CODESIZE, _sre.MAGIC, _sre.MAXREPEAT,
      _sre.MAXGROUPS)
print([f(c) for f in (_sre.ascii_iscased, _sre.ascii_tolower,
                      _sre.unicode_iscased, _sre.unicode_tolower)
       for c in (65, 0x416, 0x131, 48, -1, 0x110000)])
