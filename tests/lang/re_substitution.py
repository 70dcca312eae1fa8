# sub and subn: templates, functions, counts, and pieces of a wrong type.
import re


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


p = re.compile(r"(\w)(\d)?")
print(p.sub("-", "a1 b"), p.sub("-", "a1 b c", 2), p.subn("", "a1 b2"))
print(p.sub(r"<\1|\2|\g<0>>", "a1 b"), p.sub(r"\n\\", "a"))
print(re.sub("x*", "-", "abxd"), re.sub("", "-", "ab"), re.subn("q", "-", ""))
print(p.sub(lambda m: m.group(1).upper(), "a1 b", count=1))
print(p.sub(lambda m: None, "a1-b"))
print(re.sub(rb"(?P<n>a)", rb"[\g<n>]", b"banana"))
for template in (r"\3", r"\g<x>", r"\g<", r"\q", r"\g<3>"):
    attempt(lambda: p.sub(template, "a1"))
attempt(lambda: p.sub(lambda m: 1, "..a1b"))
attempt(lambda: p.sub(lambda m: b"x", "a1b"))
attempt(lambda: re.sub(b"a", lambda m: "x", b"ba"))
attempt(lambda: p.sub(lambda m: 1 / 0, "a1"))
attempt(lambda: p.sub("", "a", count="1"))
s = "nothing here"
print(re.sub("x", "y", s) is s, re.compile("(x)(y)?").split("axbxyc", 1))
print(re.split("(,)|;", "a,b;c"), re.split("x*", "axbc"), re.split("", "ab"))
calls = []
re.sub("a|b", lambda m: calls.append(m.span()) or "", "abab", 3)
print(calls)
