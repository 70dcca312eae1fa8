# SPDX-License-Identifier: MIT
"""str.format, format specifications, f-strings and % formatting."""


class Thing:
    def __init__(self):
        self.name = "thing"
        self.items = [10, 20, {"k": "v"}]

    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


t = Thing()
print("{} {}".format(1, "a"), "{1} {0}".format(1, 2), "{a} {b}".format(a=1, b=2),
      "{0} {a}".format(5, a=6), "{{}} {}".format(1), "".format())
print("{0.name} {0.items[0]} {0.items[2][k]} {1[1]}".format(t, (7, 8)))
print("{!r} {!s} {!a} {} {:spec} {0!r:>8}".replace("{0", "{").format(
    t, t, "\xe9", t, t, t))
print("{:{}}|{:{w}.{p}}|{:{f}{a}{w}}".format(
    "a", 5, 3.14159, "x", w=8, p=3, f="*", a="^"))
print(f"{t} {t!r} {t!s} {t:x{1 + 1}y} {t.name.upper()} {t.items[2]['k']}")
print(f"{1 + 1=} {t.name=} {t=!s} {3.14159=:.2f} { 5 = }")
print(f"{'nested ' + f'{1}{2}'}" f" and {{braces}}", f"{(lambda x: x * 2)(4)}",
      f"{[i for i in range(3)]}", f"{ {'a': 1}['a'] }", f"""{
          1 + 2}""")
print(f"{'a' if t else 'b'} {10:>{5 + 1}} {'x':*^7} {'abc':.2} {'abc':>5.1}|")
print(rf"\n{1}\t", f"\x41{1}\u0042", f"", f"{''}", f"{'é':>3}", f"{1!r:^5}|")
for value, spec in (("abc", "s"), ("abc", "5"), ("abc", "<5"), ("abc", ">5"),
                    ("abc", "^6"), ("abc", "05"), ("abc", "\u20ac^7"),
                    ("abc", ".1"), (None, ""), ([1], ""), (1 + 2j, ".1f"),
                    ("abc", "=5"), ("abc", "d"), (None, "5"), ([1], "5"),
                    ("abc", "+"), ("abc", ","), (5, "\U0001f600>4")):
    try:
        print(repr(value), repr(spec), format(value, spec))
    except Exception as e:
        print(repr(value), repr(spec), type(e).__name__, e)
for template, args, kw in (
        ("{} {0}", (1,), {}), ("{0} {}", (1,), {}), ("{2}", (1,), {}),
        ("{", (1,), {}), ("}", (1,), {}), ("{x}", (), {}), ("{0.no}", (1,), {}),
        ("{0[k]}", ({},), {}), ("{0[9]}", ([],), {}), ("{!x}", (1,), {}),
        ("{:d}", ("a",), {}), ("{0!}", (1,), {}), ("{a", (), {"a": 1}),
        ("{}{}", (1,), {})):
    try:
        print(template.format(*args, **kw))
    except Exception as e:
        print(template, type(e).__name__, e)
print("{x} {y}".format_map({"x": 1, "y": 2}), "{a[b]}".format(a={"b": 3}))
print("%s %r %a" % (t, t, "\xe9"), "%5s|%-5s|%.2s" % ("ab", "cd", "efg"),
      "%%", "%d%%" % 5, "%(a)s %(b)05.1f" % {"a": 1, "b": 2.5}, "%s" % (None,),
      "%s" % [1, 2], "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%c%c" % (
          "x", 0x20ac), "%s %s" % ("a", (1, 2)), "%i" % 5, "%u" % 7)
for template, args in (("%d", "a"), ("%s %s", ("a",)), ("%s", ("a", "b")),
                       ("%", ()), ("%z", 1), ("%(a)s", (1,)), ("%c", "ab"),
                       ("%(a)s", {}), ("%*d", ("x", 1)), ("x", 1), ("%(a", {})):
    try:
        print(template % args)
    except Exception as e:
        print(repr(template), type(e).__name__, e)
print("x" % {}, "x" % [], "%s" % {"a": 1})
