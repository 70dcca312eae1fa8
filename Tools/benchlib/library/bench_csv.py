# SPDX-License-Identifier: MIT
"""Tables as text."""

import csv
import io

from words import make_people

ROWS = [[p["id"], p["name"], p["email"], p["balance"], p["active"], p["note"],
         f'{p["address"]["street"]}, {p["address"]["zip"]}'] for p in make_people(400)]
TEXTS = [[str(field) for field in row] for row in ROWS]
NAMES = ["id", "name", "email", "balance", "active", "note", "address"]
PLAIN = "".join("\t".join(row) + "\n" for row in TEXTS).splitlines(True)


def write(rows, **how):
    out = io.StringIO()
    csv.writer(out, **how).writerows(rows)
    return out.getvalue()


QUOTED = write(ROWS, quoting=csv.QUOTE_ALL).splitlines(True)
COMMON = write([NAMES] + ROWS).splitlines(True)


def read_quoted(n):
    return sum(len(row[5]) for _ in range(n) for row in csv.reader(QUOTED))


def read_plain(n):
    return sum(len(row) for _ in range(n)
               for row in csv.reader(PLAIN, delimiter="\t"))


def write_mixed(n):
    return sum(len(write(ROWS)) for _ in range(n))


def write_quoted(n):
    return sum(len(write(TEXTS, quoting=csv.QUOTE_ALL)) for _ in range(n))


def dict_reader(n):
    total = 0.0
    for _ in range(n):
        for row in csv.DictReader(COMMON):
            total += float(row["balance"])
    return "%.2f" % total


def dict_writer(n):
    records = [dict(zip(NAMES, row)) for row in ROWS]
    for _ in range(n):
        out = io.StringIO()
        writer = csv.DictWriter(out, NAMES)
        writer.writeheader()
        writer.writerows(records)
    return len(out.getvalue())
