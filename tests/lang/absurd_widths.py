# Widths, precisions and counts beyond any memory are refused at once.
import sys

def attempt(what, *more):
    """Prints what a function of no arguments does."""
    try:
        r = what()
        print(*more, "gives", len(r) if hasattr(r, "__len__") else r)
    except Exception as e:
        print(*more, type(e).__name__, e)

class Index:
    def __index__(self):
        return 10 ** 15

    def __repr__(self):
        return "Index()"

M = sys.maxsize
for w in 10 ** 15, M, 10 ** 30:
    for v in 1, 1.5, "a", 1j, True, 1 << 100, "\u20ac", -7:
        for spec in "{}", ">{}", "\u20ac^{}", "<{}", "={}", ".{}", "0{}":
            attempt(lambda: format(v, spec.format(w)), repr(v), spec, w)
    for v in 1, 1.5:
        for kind in "%xcegd":
            for spec in "{}", "=+#{}", ".{}", "0{}":
                attempt(lambda: format(v, spec.format(w) + kind), v, spec, kind, w)
    attempt(lambda: f"{1:>{w}}", "f", w)
    attempt(lambda: f"{1.5:.{w}}", "f.", w)
    attempt(lambda: "{:{}}".format(1, w), "format", w)
    attempt(lambda: "{:.{}}".format("a", w), "format.", w)
for w in 10 ** 15, M // 2, -10 ** 15, 10 ** 30:
    for c in "dxsrgca":
        for start in "%*", "%-0*", "%.*":
            for text in start + c, (start + c).encode():
                attempt(lambda: text % (w, 1), text, w)
        for text in f"%{w}{c}", f"%.{w}{c}", f"%#0{w}{c}":
            if w > 0:
                attempt(lambda: text % 1, text)
                attempt(lambda: text.encode() % 1, text.encode())
for c in "dxio":
    for w in 2147483647, 2147483645, 2147483648, -2147483648, -2147483649:
        for text in "%.*" + c, b"%.*" + c.encode():
            attempt(lambda: text % (w, 1), text, w)
print("%.2147483647g" % 0.1 == "%.1000g" % 0.1, "%.5000f" % 1.25,
      "%#.1200g" % 0.5, "%.1200e" % 3, format(2.5, ".1500"))
for w in 10 ** 15, M // 2, M + 1, -10 ** 15, Index():
    for v in "a", b"a", "a\tb", b"a\tb", "\u20ac", "", "\t":
        for name in "ljust", "rjust", "center", "zfill", "expandtabs", "__mul__":
            attempt(lambda: getattr(v, name)(w), repr(v), name, w)
    for v in [1], (1,), [], (), "", b"", [1, 2], bytearray(b"ab"):
        attempt(lambda: v * w, v, "*", w)
        attempt(lambda: w * v, w, "*", v)
        if hasattr(v, "__imul__"):
            attempt(lambda: v.__imul__(w), v, "*=", w)
    attempt(lambda: bytes(w), "bytes", w)
    attempt(lambda: bytearray(w), "bytearray", w)
    attempt(lambda: (5).to_bytes(w, "big"), "to_bytes", w)
    attempt(lambda: 0 << w, "0 <<", w)
    attempt(lambda: 1 >> w, "1 >>", w)
    attempt(lambda: "a".replace("a", "b", w), "replace", w)
    attempt(lambda: "a,b".split(",", w), "split", w)
    attempt(lambda: round(1.5, w), "round", w)
