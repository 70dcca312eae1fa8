# Repeats of every kind, and what a round that consumes nothing does.
import re

cases = (
    (r"(?:a|ab)*c", "aababc"), (r"(a*)*b", "aaab"), (r"(a*)+", "b"),
    (r"(?:a?){3}b", "ab"), (r"(a?)*?$", "aa"), (r"(?:a|b|)*c", "abac"),
    (r"(a|b)*?b", "aab"), (r"x*+x", "xxx"), (r"(?>x+)x?", "xxx"),
    (r"(?:ab?){2,}+b", "abab"), (r"(?>a|ab)c", "abc"), (r"a{2,3}?a", "aaaa"),
    (r"(a)|b", "b"), (r"(?:(a)|b)*", "ab"), (r"(?:(a)|(b))*", "ab"),
    (r"(?=(a+))a*\1", "aaab"), (r"(?!(a)b)a", "ac"), (r"(?<=a)b", "ab"),
    (r"(?<!a)b", "ab"), (r"(a)?(?(1)b|c)", "ab"), (r"(a)?(?(1)b|c)", "c"),
    (r"(?P<q>['\"]).*?(?P=q)", "x 'a\" b' c'"), (r"(?i)(ab)\1", "abAB"),
    (r"\b\w+\b", "  word!"), (r"\Bo\B", "foo boot"), (r"(?m)^b$", "a\nb\nc"),
    (r"a$", "a\n"), (r"a\Z", "a\n"), (r"(?s)a.b", "a\nb"), (r"a.b", "a\nb"),
    (r".*foo", "foo foo\nfoo"), (r".*?\bfoo", "a foo"), (r"[^\W\d]+", "12ab_"),
    (r"(?:[^\"\\]|\\.)*\"", r'ab\"c" d'), (r"(\w+)\s(\w+)", "ab cd ef"),
    (r"", "abc"), (r"$", "abc\n"), (r"\B", ""), (r"\b", ""), (r"(?:)*", "a"),
    (r"((?:a{0}|b){2})", "ab"), (r"(?:(?=a)a?){2}", "aa"),
    (r"(ab|a)(bcd|c)(d*)", "abcd"), (r"(?:a+|b)+?c", "aabac"),
)
for pattern, text in cases:
    p = re.compile(pattern)
    print(pattern, [m and (m.regs, m.lastindex) for m in
                    (p.match(text), p.fullmatch(text), p.search(text))],
          p.findall(text))

# As many ways as there are, and as deep: no recursion.
n = 100000
print(len(re.match("(?:a|b)*", "ab" * n).group()),
      len(re.match("(?:(a)|b)*?c", "ab" * n + "c").group()),
      re.match("(?:a?){%d}" % n, "a" * n).end(),
      re.match("|".join("%03d" % i for i in range(300)), "299").end())
