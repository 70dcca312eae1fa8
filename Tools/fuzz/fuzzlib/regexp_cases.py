# SPDX-License-Identifier: MIT
"""Random patterns and subjects, and what both interpreters do with them.

Not made: possessive repeats with groups in them, whose last, failed round moves
the beginning of a group in CPython 3.11.2 ("(a|(b))*+"); texts on which a pattern
takes ages under any backtracking engine.
"""
import random
import re
import warnings

LETTERS = "abcAB01_ \n-"
WIDE = "\u00e9\u0130\u017f\u212a\u03a3\u03c3\u03c2\u0416\u0436\u2003\u0663"
WIDER = "\U0001d7d8\U00010400\U00010428"
CLASSES = (r"\w", r"\W", r"\d", r"\D", r"\s", r"\S")
PLACES = ("^", "$", r"\b", r"\B", r"\A", r"\Z")
COUNTS = ("*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}", "{,2}", "{3,4}")
FLAGS = (re.I, re.M, re.S, re.A)


class Patterns:
    """Makes patterns over a small alphabet; no pattern is deep."""

    def __init__(self, rnd: random.Random, alphabet: str) -> None:
        self.rnd = rnd
        self.alphabet = alphabet
        self.groups = 0
        self.closed: list[int] = []
        self.fixed = False  # in what looks behind: one width only

    def pattern(self) -> str:
        self.groups = 0
        self.closed = []
        return self.alternatives(self.rnd.choice((1, 2, 2, 3)))

    def alternatives(self, depth: int) -> str:
        n = self.rnd.choice((1, 1, 1, 2, 3))
        if self.fixed:
            n = 1
        return "|".join(self.sequence(depth) for _ in range(n))

    def sequence(self, depth: int) -> str:
        n = self.rnd.choice((0, 1, 1, 2, 2, 3, 4))
        return "".join(self.item(depth) for _ in range(n))

    def item(self, depth: int) -> str:
        if self.rnd.random() < 0.1:
            return self.rnd.choice(PLACES)
        text = self.atom(depth)
        if self.fixed or not text or self.rnd.random() > 0.4:
            return text
        if text[-1] in "*+?}" and text[0] not in "([":
            return text
        count = self.rnd.choice(COUNTS)
        greed = self.rnd.choice(("", "", "", "?", "+"))
        if greed == "+" and re.search(r"\((?!\?)", text):
            greed = ""
        return text + count + greed

    def atom(self, depth: int) -> str:
        rnd = self.rnd
        pick = rnd.random()
        if depth > 0 and pick < 0.4:
            return self.group(depth - 1)
        if self.closed and pick < 0.47 and not self.fixed:
            return self.reference(depth)
        if pick < 0.55:
            return rnd.choice(CLASSES)
        if pick < 0.65:
            return self.char_set()
        if pick < 0.72:
            return "."
        return re.escape(rnd.choice(self.alphabet))

    def reference(self, depth: int) -> str:
        number = self.rnd.choice(self.closed)
        if depth > 0 and self.rnd.random() < 0.4:
            return "(?(%d)%s|%s)" % (number, self.sequence(0),
                                     self.sequence(0))
        return "(?:\\%d)" % number

    def group(self, depth: int) -> str:
        rnd = self.rnd
        pick = rnd.random()
        if pick < 0.45:
            self.groups += 1
            number = self.groups
            text = "(%s)" % self.alternatives(depth)
            self.closed.append(number)
            return text
        if pick < 0.7:
            return "(?:%s)" % self.alternatives(depth)
        if pick < 0.76:
            return "(?>%s)" % self.alternatives(depth)
        if pick < 0.84:
            return "(?=%s)" % self.alternatives(depth)
        if pick < 0.9:
            return "(?!%s)" % self.alternatives(depth)
        if pick < 0.93:
            return "(?i:%s)" % self.alternatives(depth)
        was, self.fixed = self.fixed, True
        text = "(?<%s%s)" % (rnd.choice("=!"), self.sequence(0))
        self.fixed = was
        return text

    def char_set(self) -> str:
        rnd = self.rnd
        items = []
        for _ in range(rnd.choice((1, 2, 2, 3, 5))):
            if rnd.random() < 0.3:
                items.append(rnd.choice(CLASSES))
            elif rnd.random() < 0.4:
                low, high = sorted(rnd.choices(self.alphabet, k=2))
                items.append(re.escape(low) + "-" + re.escape(high))
            else:
                items.append(re.escape(rnd.choice(self.alphabet)))
        return "[%s%s]" % (rnd.choice(("", "", "^")), "".join(items))


def subject(rnd: random.Random, alphabet: str, pattern: str) -> str:
    few = rnd.choice((alphabet, alphabet[:3], alphabet[:2]))
    # Repeated groups may try all ways to divide a text.
    most = 9 if re.search(r"\)[*+?{]", pattern) else 24
    return "".join(rnd.choices(few, k=rnd.choice((0, 1, 3, 6, most))))


def case(seed: int) -> tuple | None:
    """(pattern, flags, code, groups, names, subjects), or None."""
    from re import _compiler, _parser
    rnd = random.Random(seed)
    alphabet = LETTERS + rnd.choice(("", "", WIDE, WIDE + WIDER))
    text = Patterns(rnd, alphabet).pattern()
    flags = 0
    for flag in FLAGS:
        if rnd.random() < 0.15:
            flags |= flag
    binary = alphabet == LETTERS and rnd.random() < 0.2
    source: str | bytes = text.encode() if binary else text
    if binary and rnd.random() < 0.2 and not flags & re.A:
        flags |= re.L
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _parser.parse(source, int(flags))
            code = _compiler._code(tree, int(flags))
    except (re.error, RecursionError, OverflowError):
        return None
    subjects: list = [subject(rnd, alphabet, text) for _ in range(4)]
    if binary:
        subjects = [s.encode() for s in subjects]
    flags = int(flags) | tree.state.flags
    return (source, flags, [int(word) for word in code],
            tree.state.groups - 1, subjects)


# Run by both interpreters, behind `cases = [...]`.
RUNNER = r'''
import _sre
def show(m):
    if m is None:
        return None
    return (m.regs, m.lastindex)
def both(m):
    return m.group() + m.group()
def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)
for number, (source, flags, code, groups, subjects) in cases:
    p = _sre.compile(source, flags, code, groups, {},
                     tuple([None] * (groups + 1)))
    for s in subjects:
        out = [show(p.match(s)), show(p.fullmatch(s)), show(p.search(s)),
               show(p.search(s, 2)), show(p.search(s, 1, 5)),
               p.findall(s), p.split(s), p.split(s, 2),
               p.subn("<>" if type(s) is str else b"<>", s),
               p.sub(both, s, 3), [show(m) for m in p.finditer(s)]]
        scanner = p.scanner(s)
        out += [show(scanner.match()), show(scanner.match()),
                show(scanner.search())]
        print(number, repr(source), flags, repr(s), ascii(out))
'''
