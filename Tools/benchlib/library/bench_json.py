# SPDX-License-Identifier: MIT
"""JSON, both ways."""

import json
import os
import tempfile

from words import FOREIGN, WORDS, make_lines, make_people, seeded

PEOPLE = make_people(120)
PEOPLE_TEXT = json.dumps(PEOPLE)
# One object with thousands of keys, as a dictionary or an index has.
WIDE = {f"{w}-{i}": i for i in range(40) for w in WORDS}
WIDE_TEXT = json.dumps(WIDE)
NUMBERS = [seeded(i).uniform(-1e3, 1e3) if i % 3 else i * i for i in range(6000)]
NUMBERS_TEXT = json.dumps(NUMBERS)
MESSAGES = [{"id": i, "text": t, "lang": "xx"}
            for i, t in enumerate(make_lines(400, FOREIGN))]
MESSAGES_TEXT = json.dumps(MESSAGES, ensure_ascii=False)


def dumps_records(n):
    return sum(len(json.dumps(PEOPLE)) for _ in range(n))


def loads_records(n):
    return sum(len(json.loads(PEOPLE_TEXT)) for _ in range(n))


def dumps_wide(n):
    return sum(len(json.dumps(WIDE)) for _ in range(n))


def loads_wide(n):
    return sum(len(json.loads(WIDE_TEXT)) for _ in range(n))


def dumps_numbers(n):
    return sum(len(json.dumps(NUMBERS)) for _ in range(n))


def loads_numbers(n):
    return sum(len(json.loads(NUMBERS_TEXT)) for _ in range(n))


def dumps_foreign_text(n):
    return sum(len(json.dumps(MESSAGES)) for _ in range(n))


def loads_foreign_text(n):
    return sum(len(json.loads(MESSAGES_TEXT)) for _ in range(n))


def dumps_indented(n):
    return sum(len(json.dumps(PEOPLE[:20], indent=2, sort_keys=True))
               for _ in range(n))


def dump_to_file(n):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "people.json")
        for _ in range(n):
            with open(path, "w", encoding="utf-8") as f:
                json.dump(PEOPLE[:20], f)
        return os.path.getsize(path)
