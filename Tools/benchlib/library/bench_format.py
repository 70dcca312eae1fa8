# SPDX-License-Identifier: MIT
"""Texts made from values."""

from words import make_people, seeded

PEOPLE = make_people(300)
FLOATS = [seeded(i).uniform(-1000, 1000) for i in range(1000)]
ROWS = [(p["id"], p["name"], p["balance"], p["active"]) for p in PEOPLE]


def percent_mixed(n):
    return sum(len("%d: %s owes %.2f (%s)" % row) for _ in range(n) for row in ROWS)


def percent_floats(n):
    return sum(len("%8.3f %g %e" % (x, x, x)) for _ in range(n) for x in FLOATS)


def percent_dict(n):
    return sum(len("%(name)s <%(email)s> #%(id)06d" % p)
               for _ in range(n) for p in PEOPLE)


def format_method(n):
    return sum(len("{}: {} owes {:.2f} ({})".format(*row))
               for _ in range(n) for row in ROWS)


def format_fields(n):
    return sum(len("{0[name]:<20}|{0[balance]:>12,.2f}|{0[id]:#x}".format(p))
               for _ in range(n) for p in PEOPLE)


def fstring_mixed(n):
    total = 0
    for _ in range(n):
        for number, name, balance, active in ROWS:
            total += len(f"{number}: {name} owes {balance} ({active!r})")
    return total


def fstring_padded(n):
    total = 0
    for _ in range(n):
        for number, name, balance, active in ROWS:
            total += len(f"{name:<20}|{number:08d}|{number:>12,}|{active!s:^7}")
    return total


def fstring_floats(n):
    return sum(len(f"{x:.3f} {x:10.2f} {x:e}") for _ in range(n) for x in FLOATS)


def join_and_str(n):
    return sum(len(", ".join(map(str, row))) for _ in range(n) for row in ROWS)


def reprs(n):
    return sum(len(repr(p)) for _ in range(n) for p in PEOPLE)
