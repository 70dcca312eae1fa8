# SPDX-License-Identifier: MIT
"""Indexing, slicing, length, iteration and comparison of strings."""

TEXTS = ["", "a", "hello", "caf\xe9", "\u0142\xf3d\u017a", "\U0001f40d ssss",
         "mixed \u00e9 \u20ac \U0001f600 end", "\x00nul\x00"]
for s in TEXTS:
    print(ascii(s), len(s), ascii(s[::-1]), ascii(s[1:3]), ascii(s[-2:]),
          ascii(s[::2]), [ord(c) for c in s][:6], ascii("|".join(s)))
s = "abcdefghij"
for sl in (slice(None), slice(2, 5), slice(-3, None), slice(None, -3),
           slice(8, 2), slice(8, 2, -1), slice(None, None, -3),
           slice(-100, 100), slice(100, -100, -1), slice(3, 3), slice(0, 9, 4),
           slice(True, 4)):
    print(sl, s[sl])
for bad in (lambda: s[10], lambda: s[-11], lambda: ""[0], lambda: s["a"],
            lambda: s[1.0], lambda: s[::0], lambda: s[None:1.5],
            lambda: s[2**70], lambda: s.nope):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
print(s[2**70:], s[:2**70], s[-2**70:3])
print("a" < "b", "a" < "B", "abc" < "abcd", "" < "a", "\xe9" > "z",
      "\U0001f600" > "\uffff", "a" == "a", "a" != "b", "a" >= "a",
      "\xe9" == "e\u0301")
print(sorted(["b", "a", "B", "\xe9", "", "ab", "\u0142", "\U0001f600"]) ==
      ["", "B", "a", "ab", "b", "\xe9", "\u0142", "\U0001f600"])
for bad in (lambda: "a" < 1, lambda: "a" + 1, lambda: 1 + "a",
            lambda: "a" * "b", lambda: "a" * 1.5, lambda: "a" - "b"):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "\u20ac" * 3, "" * 100)
print("el" in "hello", "" in "", "x" in "hello", "\u20ac" in "a\u20acb",
      "hello" not in "hell")
try:
    print(1 in "abc")
except TypeError as e:
    print(e)
print(list("abc"), tuple("\u20acu"), [*"xy"], set("aab") == {"a", "b"},
      dict.fromkeys("abca"), max("hello"), min("hello"), "".join(sorted("hello")))
print("a" "b" 'c' """d""", 'it''s', "tab\tq\"'\\", r"raw\n", "\x41\u0042\103")
print(repr("'"), repr('"'), repr("'\""), repr("\n\t\r\\\x00\x7f\x80\xa0\xad"),
      ascii(repr("\u0378\u200b\ud800\U0001f40d\U000e0001")))
print(str(b"x", "ascii"), str(12), str(), str(object=5), "a".__class__)
print("line1\
line2", """multi
  line 'text' "quoted" """)
