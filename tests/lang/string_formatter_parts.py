# _string takes templates and field names apart, for string.Formatter.
import _string


def attempt(f, *args):
    try:
        print(args, f(*args))
    except Exception as e:
        print(args, type(e).__name__, e)


for template in ("a{b}c", "{{", "}}", "x{{y}}z", "{", "}", "{a!r:>{w}}", "{!r}",
                 "{a!}", "{a!rr}", "{a:{b:{c}}}", "{a[b]}", "{}", "{a.b[c]}",
                 "x", "", "{a{b}}", "{:}", "{a!r", "{a", "{a!", "{0}{1}", 5):
    attempt(lambda t: list(_string.formatter_parser(t)), template)


def split(name):
    first, rest = _string.formatter_field_name_split(name)
    return first, list(rest)


for name in ("a", "a.b", "a[1]", "a[x].y", "0", "0.a", "", ".a", "a..b", "a[",
             "a[]", "a]", "a[b]c", "18446744073709551616", "-1", "a.", "[0]",
             "01", "a[99999999999999999999]", "a[-1]", "\u0436.\u0416", 5):
    attempt(split, name)
print(type(_string.formatter_parser("")).__name__,
      type(_string.formatter_field_name_split("")[1]).__name__)
