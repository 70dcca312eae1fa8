# SPDX-License-Identifier: MIT
"""String work in hot loops: building, comparing, slicing, formatting."""


def build(n):
    out = []
    for i in range(n):
        out.append(chr(32 + i % 90))
    return "".join(out)[-30:]


def concatenate(n):
    s = ""
    t = ""
    for i in range(n):
        s += "x"
        t = "y" + t if i % 100 == 0 else t
        if i == n // 2:
            u = s
    return len(s), len(u), t[:3] + s[:3]


def compare(n):
    words = ["apple", "banana", "apple", "cherry", "", "\u00e9t\u00e9", "app" + "le"]
    counts = [0, 0, 0]
    for i in range(n):
        a, b = words[i % 7], words[i * 3 % 7]
        counts[0] += a == b
        counts[1] += a < b
        counts[2] += a != "apple" and b > "banana"
    return counts


def classify(n):
    text = "Hello, World 123! \u00c9\u6771 _x\t"
    counts = {}
    for i in range(n):
        c = text[i % len(text)]
        if c.isalpha():
            k = "upper" if c.isupper() else "alpha"
        elif c.isdigit():
            k = "digit"
        elif c.isspace():
            k = "space"
        else:
            k = c
        counts[k] = counts.get(k, 0) + 1
    return counts


def methods(n):
    total = 0
    for i in range(n):
        s = "item %d of %s" % (i, "many")
        total += len(s.split()) + s.find("of") + s.count("m") + s.startswith("item")
        total += len(s.replace("m", "MM").upper().strip("I")) + (s[5:8] == "100") + s.index(" ")
        if s.endswith("99 of many"):
            total += 1000
    return total


def fstrings(n):
    total = 0
    for i in range(n):
        x = i / 7
        s = f"{i:>6}|{x:.3f}|{i!r}|{'a' * (i % 3)}|{i:x}|{-i:+d}"
        total = (total * 31 + len(s) + ord(s[i % len(s)])) % 1000003
    return total


def ords(n):
    h = 0
    for c in "The quick brown fox \u20ac\U0001f600" * (n // 22):
        h = (h * 33 ^ ord(c)) & 0xFFFFFFFF
    return h


def slices(n):
    s = "abcdefghij\u20ac"
    t = 0
    for i in range(n):
        a = s[i % 11:]
        b = s[:-(i % 5) or None]
        c = s[::-1] if i % 2 else s[1:9:2]
        t += len(a) + len(b) + len(c) + (a < b) + (c in s)
    return t


def kind_changes(n):
    s = "a"
    seen = []
    for i in range(n):
        s = s[-20:] + chr([97, 233, 8364, 128512][i * 4 // n])
        if i % (n // 8) == 0:
            seen.append(ascii(s[-2:]))
    return seen


def dict_of_strings(n):
    d = {}
    for i in range(n):
        k = "k" + str(i % 50)
        d[k] = d.get(k, "")[-10:] + str(i % 10)
    return d["k7"], len(d)


def intern_like(n):
    a = "".join(["he", "llo"])
    hits = 0
    table = {"hello": 1, "world": 2}
    for i in range(n):
        hits += table[a] if i % 2 else table["wor" + "ld"]
    return hits


def errors(n):
    bad = 0
    for i in range(n):
        try:
            "abc"[i % 5]
            "x" + i if i % 100 == 0 else int("12x" if i % 77 == 0 else "12")
        except (IndexError, TypeError, ValueError) as e:
            bad += len(str(e))
    return bad


def reverse_words(n):
    text = "one two three four"
    for _ in range(n):
        text = " ".join(w[::-1] for w in reversed(text.split(" ")))
    return text


print(build(6000), concatenate(6000), compare(6000), methods(6000), fstrings(6000), ords(6600),
      slices(6000), kind_changes(8000), dict_of_strings(6000), intern_like(6000), errors(6000),
      reverse_words(1501))
print(classify(6000))
