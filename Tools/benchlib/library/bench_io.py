# SPDX-License-Identifier: MIT
"""Files, texts and buffers."""

import atexit
import io
import os
import shutil
import tempfile

from words import FOREIGN, make_lines

FOLDER = tempfile.mkdtemp()
atexit.register(shutil.rmtree, FOLDER)
LINES = [line + "\n" for line in make_lines(3000)]
FOREIGN_LINES = [line + "\n" for line in make_lines(1500, FOREIGN)]
PLAIN = os.path.join(FOLDER, "plain.txt")
FOREIGN_FILE = os.path.join(FOLDER, "foreign.txt")
CRLF = os.path.join(FOLDER, "crlf.txt")
OUT = os.path.join(FOLDER, "out.txt")
for path, lines, end in ((PLAIN, LINES, "\n"), (FOREIGN_FILE, FOREIGN_LINES, "\n"),
                         (CRLF, LINES, "\r\n")):
    with open(path, "w", encoding="utf-8", newline=end) as f:
        f.writelines(lines)


def iterate_lines(n):
    total = 0
    for _ in range(n):
        with open(PLAIN, encoding="utf-8") as f:
            for line in f:
                total += len(line)
    return total


def readline(n):
    total = 0
    for _ in range(n):
        with open(PLAIN, encoding="utf-8") as f:
            while line := f.readline():
                total += len(line)
    return total


def iterate_byte_lines(n):
    total = 0
    for _ in range(n):
        with open(PLAIN, "rb") as f:
            for line in f:
                total += len(line)
    return total


def small_text_writes(n):
    for _ in range(n):
        with open(OUT, "w", encoding="utf-8") as f:
            for line in LINES:
                f.write(line)
    return os.path.getsize(OUT)


def small_byte_writes(n):
    pieces = [line.encode() for line in LINES[:1000]]
    for _ in range(n):
        with open(OUT, "wb") as f:
            for piece in pieces:
                f.write(piece)
    return os.path.getsize(OUT)


def print_lines(n):
    for _ in range(n):
        with open(OUT, "w", encoding="utf-8") as f:
            for i, line in enumerate(LINES):
                print(i, line, sep="\t", end="", file=f)
    return os.path.getsize(OUT)


def read_whole_text(n):
    total = 0
    for _ in range(n):
        with open(PLAIN, encoding="utf-8") as f:
            total += len(f.read())
    return total


def read_foreign_text(n):
    total = 0
    for _ in range(n):
        with open(FOREIGN_FILE, encoding="utf-8") as f:
            for line in f:
                total += len(line)
    return total


def write_foreign_text(n):
    for _ in range(n):
        with open(OUT, "w", encoding="utf-8") as f:
            for line in FOREIGN_LINES:
                f.write(line)
    return os.path.getsize(OUT)


def read_small(n):
    total = 0
    for _ in range(n):
        with open(PLAIN, "rb") as f:
            while piece := f.read(16):
                total += piece[0]
    return total


def stringio_writes(n):
    for _ in range(n):
        out = io.StringIO()
        for line in LINES:
            out.write(line)
        text = out.getvalue()
    return len(text)


def stringio_lines(n):
    text, total = "".join(LINES), 0
    for _ in range(n):
        for line in io.StringIO(text):
            total += len(line)
    return total


def bytesio_writes(n):
    pieces = [line.encode() for line in LINES[:1000]]
    for _ in range(n):
        out = io.BytesIO()
        for piece in pieces:
            out.write(piece)
        data = out.getvalue()
    return len(data)


def bytesio_reads(n):
    data, total = "".join(LINES).encode(), 0
    for _ in range(n):
        stream = io.BytesIO(data)
        while head := stream.read(2):
            total += len(stream.read(head[0] & 31))
    return total


def crlf_lines(n):
    total = 0
    for _ in range(n):
        with open(CRLF, encoding="utf-8") as f:
            for line in f:
                total += len(line)
    return total
