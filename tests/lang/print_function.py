# SPDX-License-Identifier: MIT
"""print: sep, end, file, flush and odd arguments."""

import sys

print()
print(1, 2, 3)
print(1, 2, 3, sep="")
print(1, 2, sep=", ", end=".\n")
print("a", "b", sep="\n")
print("no newline", end="")
print()
print(sep="x")
print("x", sep=None, end=None)
print("flush", flush=True)
print("err file", file=sys.stdout)
print(*range(3), *"ab")
print([1, "two", 3.0], {"k": None}, (1,), {5})
print(None, True, ..., NotImplemented, int, print.__name__)


class Loud:
    def __str__(self):
        print("[str called]", end="")
        return "loud"


class Bad:
    def __str__(self):
        raise ValueError("no str")


print(Loud(), Loud())
try:
    print("before", Bad(), "after")
except ValueError as e:
    print("<-", e)
for bad in (lambda: print(sep=1), lambda: print(end=[]), lambda: print(foo=1),
            lambda: print("x", file=5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


class Sink:
    def __init__(self):
        self.got = []

    def write(self, s):
        self.got.append(s)

    def flush(self):
        self.got.append("flushed")


s = Sink()
print(1, "b", file=s, sep="-", end="$", flush=True)
print(s.got)
print(print("nested"))
print("tab\there", 'quote"s', "back\\slash", "\u20ac", "nul\0".encode())
print("a\rb" == "a\x0db", repr("\x1b[0m"))
# Alone: writes to standard output past print()
