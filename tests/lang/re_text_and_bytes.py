# Patterns of str are for str, those of bytes for whatever lends bytes.
import re


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


text, data = re.compile("[a-c]+"), re.compile(b"[a-c]+")
for subject in (b"ab", bytearray(b"ab"), memoryview(b"ab"), 1, None, ["a"]):
    attempt(lambda: text.match(subject))
    attempt(lambda: data.match(subject))
attempt(lambda: data.match("ab"))
attempt(lambda: data.findall(memoryview(b"abxabc")))
attempt(lambda: data.split(bytearray(b"1ab2c3")))
attempt(lambda: data.sub(bytearray(b"<>"), b"1ab2"))
attempt(lambda: data.search(memoryview(b"a1b1")[::2]))
attempt(lambda: data.sub("x", b"a"))
attempt(lambda: text.sub(b"x", "a"))
attempt(lambda: text.sub(3, "a"))


class Text(str):
    pass


class Data(bytes):
    pass


print(type(text.match(Text("abc")).group()), type(data.sub(b"", Data(b"x"))))
print(type(text.sub("", Text("xyz"))), text.split(Text("xyz")))

# The places stay, the text is what is there when it is asked for.
b = bytearray(b"xxabcxx")
m = data.search(b)
del b[3:]
print(m, m.group(), m.span())
# Memory that is looked at is not moved.
it = data.finditer(b)
attempt(lambda: b.append(1))
print(next(it))
print(list(it))
b.append(1)

# Wide text.
for s in ("abc\u0436xyz", "abc\U00010400xyz", "\u0436\U00010400"):
    print(ascii(re.findall(r"\w", s)), re.search("x", s),
          ascii(re.sub("[x\u0436]", "\U00010400", s)),
          ascii(re.split("[^a-z]+", s)), re.search("xyz", s))
print(re.findall("(?i)[k-s]", "\u212aS\u017f\u0131KZ"),
      re.findall("(?i)\u0436+", "\u0436\u0416"))
