# SPDX-License-Identifier: MIT
"""The methods of str."""

print("Hello World".lower(), "hello".upper(), "hELLO wORLD".title(),
      "hello".capitalize(), "Hello".swapcase(), "STRASSE\u1e9e".casefold(),
      "stra\xdfe".upper(), "\u0130".lower() == "i\u0307")
print("a,b,,c".split(","), "a b  c ".split(), " a b ".split(" "),
      "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(),
      "".split(","), "abc".split("abc"), " x  y z".split(None, 1),
      "  x  y z ".rsplit(None, 1), "aXbXXc".split("XX"))
print("one\ntwo\r\nthree\rfour\x0bfive\u2028six".splitlines(),
      "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print("a-b-c".partition("-"), "abc".partition("-"), "a-b-c".rpartition("-"),
      "abc".rpartition("-"))
print(",".join([]), ",".join(["a"]), "\u20ac".join("abc"),
      "".join(["a", "\xe9", "\u20ac", "\U0001f600"]) == "a\xe9\u20ac\U0001f600")
print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|",
      "xxaxx".strip("x"), "abcba".strip("ab"), "abc".lstrip("cba"),
      "\u3000x\xa0".strip(), "x".strip("xyz"))
print("hello".replace("l", "L"), "hello".replace("l", "", 1),
      "aaa".replace("", "-"), "aaa".replace("aa", "b"), "".replace("", "x"),
      "ab".replace("x", "y"), "abc".replace("", "-", 2),
      "a\u20acb".replace("\u20ac", "EUR"))
print("hello".find("l"), "hello".rfind("l"), "hello".find("z"),
      "hello".index("e"), "hello".find("l", 3), "hello".find("", 10),
      "hello".find(""), "hello".rfind(""), "hello".find("lo", -2),
      "hello".count("l"), "aaaa".count("aa"), "abc".count(""),
      "hello".find("h", None, 3))
print("hello".startswith("he"), "hello".startswith(("x", "he")),
      "hello".startswith("e", 1), "hello".endswith("lo"),
      "hello".endswith(("x", "y")), "hello".startswith(""),
      "hello".endswith("ell", 0, 4))
print("x".center(5) + "|", "x".ljust(5, "-"), "x".rjust(5, "-"),
      "ab".center(5, "*"), "abc".center(6, "*"), "42".zfill(5), "-42".zfill(5),
      "+1".zfill(1), "long".ljust(2))
print("a\tbc\td".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(0) + "|")
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"),
      "x.py".removesuffix(""), "abc".removeprefix("x"))
names = "isalpha isdigit isalnum isspace isupper islower istitle isdecimal " \
    "isnumeric isidentifier isprintable isascii"
for s in ("", "abc", "ABC", "Abc Def", "123", "1.5", " \t", "a1", "\xb2",
          "\u0661", "\xe9", "_x", "1x", "\n", "\u2167", "class"):
    print(ascii(s), "".join(str(int(getattr(s, n)())) for n in names.split()))
table = str.maketrans({"a": "1", "b": None, 99: "see"})
print("abcd".translate(table), "abc".translate(str.maketrans("ab", "xy", "c")),
      "abc".translate({97: 98}))
print("abc".encode(), "\xe9\u20ac\U0001f600".encode("utf-8"),
      "abc".encode("ascii"), "\xe9".encode("latin-1"),
      "a\u20ac".encode("ascii", "replace"), "a\u20ac".encode("ascii", "ignore"),
      "\u20ac".encode("ascii", "xmlcharrefreplace"),
      "\u20ac".encode("ascii", "backslashreplace"), "a".encode("utf-16-le"))
for bad in (lambda: "abc".index("z"), lambda: "a".join([1]),
            lambda: "a".split(""), lambda: "a".center(5, "xy"),
            lambda: "\u20ac".encode("ascii"), lambda: "a".join(5),
            lambda: "abc".rindex("z"), lambda: "a".partition(""),
            lambda: "a".startswith(1), lambda: "a".replace("a"),
            lambda: "a".upper(1), lambda: "\ud800".encode(),
            lambda: "a".encode("nope"), lambda: "a".find(1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)

# Characters to strip, of either width, and titles of ASCII and other text.
print("\u0142[x]\u0142".strip("[\u0142]"), "[x\u0142]".strip("[]"),
      "\xe9\u0142x\u0142".strip("\xe9"), "abc".strip(""), "xx".strip("x") == "")
for text in ("they're bill's 3rd-party a1b2 X", "e", "É'té ÀB", "ǆ ß-ßA", ""):
    print(repr(text.title()), repr(text.lower()), repr(text.swapcase()))
