# SPDX-License-Identifier: MIT
"""Regular expressions."""

import re

from words import FIRST, LAST, WORDS, make_lines, seeded


def make_log(count):
    r = seeded()
    lines = []
    for i in range(count):
        address = ".".join(str(r.randint(1, 254)) for _ in range(4))
        path = "/".join(r.choice(WORDS) for _ in range(r.randint(1, 4)))
        lines.append(
            f'{address} - {r.choice(("-", r.choice(FIRST).lower()))} '
            f'[{r.randint(1, 30):02}/Nov/2026:{i // 3600 % 24:02}:{i // 60 % 60:02}:'
            f'{i % 60:02} +0000] "{r.choice(("GET", "GET", "POST"))} /{path}?id={i} '
            f'HTTP/1.1" {r.choice((200, 200, 200, 301, 404, 500))} '
            f'{r.randint(100, 99999)} "-" "Mozilla/5.0 (X11; Linux x86_64)"')
    return lines


LOG = make_log(400)
LOG_LINE = re.compile(
    r'(?P<host>\S+) \S+ (?P<user>\S+) \[(?P<time>[^\]]+)\] '
    r'"(?P<method>[A-Z]+) (?P<path>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+|-)')
PROSE = "\n".join(make_lines(600))
SOURCE = "\n".join(
    f"def f{i}(a, b_{i}=0x{i:x}):\n    # {w}\n    return a['{w}'] + {i}.5 * b_{i} - 3"
    for i, w in enumerate(WORDS))
TOKEN = re.compile(
    r"(?P<number>0x[0-9a-f]+|\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|"
    r"(?P<string>'[^'\n]*')|(?P<comment>#[^\n]*)|(?P<op>[-+*/=<>()\[\],:.])|"
    r"(?P<space>\s+)")
CONTACTS = "; ".join(
    f"{a} {b} <{a.lower()}.{b.lower()}@mail{i}.example.{'com' if i % 2 else 'org'}>"
    for i, (a, b) in enumerate(zip(FIRST * 8, LAST * 8)))
HEADERS = b"".join(
    b"X-Field-%d: %s\r\n" % (i, " ".join(WORDS[i % 80:i % 80 + 6]).encode())
    for i in range(150))


def access_log(n):
    total = 0
    for _ in range(n):
        for line in LOG:
            m = LOG_LINE.match(line)
            if m and m["status"] == "200":
                total += int(m["size"]) + len(m.group("path"))
    return total


def tokenize(n):
    count = 0
    for _ in range(n):
        for m in TOKEN.finditer(SOURCE):
            if m.lastgroup != "space":
                count += len(m.group())
    return count


def findall_words(n):
    return sum(len(re.findall(r"\b\w{4,}\b", PROSE)) for _ in range(n))


def sub_function(n):
    for _ in range(n):
        text = re.sub(r"\b[a-z]", lambda m: m.group().upper(), PROSE)
    return len(text), text[:40]


def sub_template(n):
    for _ in range(n):
        text = re.sub(r"(\w+) (of|to|in) (\w+)", r"\3 \2 \1", PROSE)
    return len(text), text[:40]


def split_fields(n):
    pattern = re.compile(r"\s*[;<>]\s*")
    return sum(len(pattern.split(CONTACTS)) for _ in range(n))


def addresses(n):
    pattern = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
    return sum(len(pattern.findall(CONTACTS)) for _ in range(n))


def alternation(n):
    pattern = re.compile(r"\b(?:government|company|different|important|woman)\b")
    return sum(len(list(pattern.finditer(PROSE))) for _ in range(n))


def ignore_case(n):
    pattern = re.compile(r"the (\w+) WORLD|important", re.I)
    return sum(len(pattern.findall(PROSE)) for _ in range(n))


def bytes_headers(n):
    pattern = re.compile(rb"^([\w-]+):[ \t]*(.*?)\r$", re.M)
    return sum(len(dict(pattern.findall(HEADERS))) for _ in range(n))
