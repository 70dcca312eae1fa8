# SPDX-License-Identifier: MIT
"""A list that the length hint says cannot be had is refused before it is begun."""
import sys


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint

    def __iter__(self):
        return iter("spam")


def tried(f):
    try:
        return len(f())
    except (MemoryError, OverflowError, ValueError, TypeError) as e:
        return type(e).__name__


def extended(iterable):
    a = [1]
    a.extend(iterable)
    return a


for many in range(2**62), range(2**59), Hinted(sys.maxsize // 2):
    print(tried(lambda: list(many)), tried(lambda: [*many]),
          tried(lambda: sorted(many)), tried(lambda: extended(many)))
print(tried(lambda: list(Hinted(sys.maxsize))), tried(lambda: extended(Hinted(sys.maxsize))))
print(tried(lambda: list(Hinted(2**63))), tried(lambda: list(Hinted(-1))))
print(tried(lambda: list(Hinted(100))), tried(lambda: list(Hinted(0))))
# Alone: asks for more memory than there is
