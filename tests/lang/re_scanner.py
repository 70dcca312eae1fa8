# Scanners and iterators go on where the last match ended, and an empty match
# is never found twice.
import re

p = re.compile("a*?|b")
s = p.scanner("aab", 1)
print(s.pattern is p, s.match(), s.match(), s.search(), s.search(), s.search())
print(s.search(), s.match(), type(s).__name__, type(s).__module__)
it = re.finditer("x|", "axb")
print(type(it).__name__, [m.span() for m in it], list(it))
print([m.pos for m in p.finditer("aab", 1, 2)], p.findall("aab", 1, 2))
print(re.findall("(a)|(b)", "abc"), re.findall("(a)|b", "abc"),
      re.findall("b|", "abc"))
for pos, endpos in ((0, 0), (-5, 2), (2, 1), (9, 9), (1, 99)):
    print(p.findall("aab", pos, endpos), p.match("aab", pos, endpos))
print(re.compile("^a|$").findall("aa", 1), re.compile("(?<=a)a").match("aa", 1))
