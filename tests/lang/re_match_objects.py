# What a match tells: groups by number and name, places, and how it prints.
import re

p = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?")
m = p.search("on 2026-11, or", 1)
print(m, bool(m), m.re is p, m.string, m.pos, m.endpos)
print(m.group(), m.group(0), m.group("year", 2, "month"), m[1], m["month"])
print(m.groups(), m.groups("?"), m.groupdict(), m.group(4))
print(m.start(), m.end(2), m.span("month"), m.span(3), m.regs)
print(m.lastindex, m.lastgroup, m.expand(r"\2/\g<year>[\4]"))
print(m.__copy__() is m, m.__deepcopy__({}) is m, p.__copy__() is p)
print(p, p.flags, p.groups, p.groupindex, p.pattern)
print(type(p.groupindex).__name__, type(re.compile("").groupindex).__name__)
print(re.Match[str], re.Pattern[bytes])


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for group in (5, -1, "day", 2.0, None, 1 << 80, True):
    attempt(lambda: m.group(group))
attempt(lambda: m[1:2])
attempt(lambda: m.start("day"))
attempt(lambda: type(m)())
attempt(lambda: type(p)())
attempt(lambda: m.group(k=1))
attempt(lambda: setattr(m, "pos", 1))
for flags in (re.I, re.X | re.S | re.M, re.A, re.U):
    print(re.compile("a", flags))
print(re.compile(b"a", re.L | re.I), re.compile("x" * 300))
print(re.match("b*", "b" * 100))
print(re.compile("a") == re.compile("a"), hash(p) == hash(p.__deepcopy__({})),
      re.compile("a") == re.compile("a", re.I), re.compile("a") != 3)
attempt(lambda: re.compile("a") < re.compile("b"))
