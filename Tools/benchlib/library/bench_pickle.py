# SPDX-License-Identifier: MIT
"""Pickles of several kinds of data, both ways."""

import pickle

from words import FIRST, FOREIGN, LAST, WORDS, make_people, seeded


class Order:
    def __init__(self, number, buyer, items):
        self.number = number
        self.buyer = buyer
        self.items = items
        self.paid = number % 3 == 0


class Point:
    __slots__ = ("x", "y", "label")

    def __init__(self, x, y, label):
        self.x, self.y, self.label = x, y, label


R = seeded()
PEOPLE = make_people(120)
ORDERS = [Order(i, R.choice(FIRST), [(R.choice(WORDS), R.randint(1, 9))
                                     for _ in range(3)]) for i in range(300)]
POINTS = [Point(R.random(), R.random(), R.choice(LAST)) for i in range(500)]
STRINGS = [f"{R.choice(WORDS)}-{i}" for i in range(4000)]
BYTES = [s.encode() for s in STRINGS]
NUMBERS = [i * 37 if i % 2 else R.uniform(-1e6, 1e6) for i in range(8000)]
SETS = [{R.choice(WORDS) for _ in range(R.randint(1, 12))} for _ in range(500)]
FOREIGNS = [f"{R.choice(FOREIGN)} {R.choice(FOREIGN)} {i}" for i in range(3000)]


def dumps(data, n):
    return sum(len(pickle.dumps(data, 4)) for _ in range(n))


def loads(data, n):
    pickled = pickle.dumps(data, 4)
    return sum(len(pickle.loads(pickled)) for _ in range(n))


def dumps_records(n):
    return dumps(PEOPLE, n)


def loads_records(n):
    return loads(PEOPLE, n)


def dumps_instances(n):
    return dumps(ORDERS, n) > 0


def loads_instances(n):
    return loads(ORDERS, n)


def dumps_strings(n):
    return dumps(STRINGS, n)


def loads_strings(n):
    return loads(STRINGS, n)


def dumps_bytes(n):
    return dumps(BYTES, n)


def loads_bytes(n):
    return loads(BYTES, n)


def dumps_numbers(n):
    return dumps(NUMBERS, n)


def dumps_sets(n):
    return dumps(SETS, n)


def loads_sets(n):
    return loads(SETS, n)


def dumps_slots(n):
    return dumps(POINTS, n)


def dumps_foreign_text(n):
    return dumps(FOREIGNS, n)


def small_messages(n):
    total = 0
    for _ in range(n):
        for i in range(100):
            message = ("job", i, {"path": "/srv/data", "retry": False}, [1.5, None])
            total += len(pickle.loads(pickle.dumps(message)))
    return total
