# SPDX-License-Identifier: MIT
"""Searching, splitting and replacing by one character, near and far, and what
becomes of the width."""

far = "a" * 40 + "b" + "a" * 30
print("abcabc".replace("b", "x", 1), "abcabc".replace("b", "x"),
      "aaaa".replace("a", "b", 3), "abc".replace("x", "y"))
print(far.replace("b", "c"), far.split("b"), far.find("b"), far.count("b"))
print("aé€a".replace("a", "ü"), "aé€a".replace("€", "a"),
      "aé€a".replace("é", "\U0001f600"), "aé€a".replace("€", "é"))
print("ÿÿ".replace("ÿ", "a").isascii(), "ab".replace("b", "ÿ").isascii(),
      "a€".replace("€", "a") == "aa", hash("a€".replace("€", "a")) == hash("aa"))
print("a,b,,c,".split(","), "a,b,,c,".split(",", 2), ",".split(","),
      "".split(","), "a€b€".split("€", 1), "a€b".split("b"), "ab".split("€"))
print("x".replace("x", "x"), repr("".replace("a", "b")),
      "abab".replace("ab", "x"), "abab".replace("a", ""), "aba".replace("", "-"))


class Text(str):
    pass


print(type(Text("spam").replace("s", "c")).__name__,
      type(Text("spam").replace("z", "c")).__name__,
      type(Text("a b").split(" ")[0]).__name__)
