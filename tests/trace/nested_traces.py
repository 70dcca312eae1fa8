# SPDX-License-Identifier: MIT
# trace: Key.__hash__: loops == 1; loop has _CALL_NATIVE _CALL; entered >= 1000
# trace: Key.__init__: calls == 1; sides >= 5
# trace: counts: sides >= 1
# trace: builds: sides >= 1
# trace: sorts: sides >= 1
# trace: aborts only NOWHERE SHORT_LOOP
"""Traces entered from C functions that other traces have called: arguments of
the call that is under way stay what they are."""


class Key:
    def __init__(self, k):
        self.k = k

    def __hash__(self):
        h = 0
        for i in range(3):
            h = pow(h + self.k, 2, 1009) + max(i, self.k, 7)
        return h

    def __eq__(self, other):
        return str.replace(str(self.k), "x", "y") == str(other.k)

    def __lt__(self, other):
        return max(self.k, 3, 0) < max(other.k, 3, 0)


def counts(n):
    seen = {}
    for i in range(n):
        seen[Key(i % 17)] = seen.get(Key(i % 17), 0) + 1
        seen.setdefault(Key(i % 19), -i)
        if i % 40 == 0:
            seen.pop(Key(i % 23), None)
    return sorted((k.k, v) for k, v in seen.items())


def builds(n):
    total = 0
    for i in range(n):
        s = {Key(i), Key(i + 1), Key(i), Key(i + 2)}
        d = {Key(i): 1, Key(i + 1): 2, Key(i): 3}
        total += len(s) * 100 + len(d) * 10 + d[Key(i)]
    return total


def attributes(n):
    class A:
        def __getattr__(self, name):
            t = 0
            for c in (1, 2, 3):
                t += max(c, len(name), 2)
            return t
    a = A()
    total = 0
    for i in range(n):
        total += getattr(a, "spam", 5) + getattr(a, "ham")
        setattr(a, "k%d" % (i % 3), i)
    return total, a.k0, a.k1, a.k2


def sorts(n):
    out = []
    for i in range(n):
        out = sorted([Key(i % 7), Key(i % 5), Key(i % 3)], reverse=bool(i % 2))
    return [k.k for k in out]


print(counts(800), builds(300), attributes(800), sorts(500))
