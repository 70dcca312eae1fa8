# SPDX-License-Identifier: MIT
"""Building, cutting, searching and formatting strings."""

import sys

WORDS = "the quick brown fox jumps over the lazy dog".split()
WIDE = "z\u00fcrich \u0142\u00f3d\u017a \u6771\u4eac \U0001f40d"


def make_table(rows):
    lines = ["{:<8}|{:>10}|{:^9}".format("name", "value", "flag")]
    for i in range(rows):
        word = WORDS[i % len(WORDS)]
        lines.append(f"{word:<8}|{i * 37.5:>10.2f}|{i % 3 == 0!s:^9}")
        lines.append("%-8s|%10d|%#9x" % (word.upper(), i * i, i * 255))
    return lines


def caesar(text, shift):
    out = []
    for c in text:
        if "a" <= c <= "z":
            c = chr((ord(c) - 97 + shift) % 26 + 97)
        out.append(c)
    return "".join(out)


def run_lengths(text):
    out = ""
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += text[i] + str(j - i)
        i = j
    return out


def parse_pairs(text):
    pairs = {}
    for part in text.split(";"):
        name, found, value = part.partition("=")
        if found:
            pairs[name.strip()] = value.strip().strip("'")
    return pairs


def is_palindrome(text):
    letters = [c for c in text.lower() if c.isalnum()]
    return letters == letters[::-1]


def checksum_text(text):
    total = 0
    for c in text:
        total = (total * 131 + ord(c)) & 0xFFFFFFFF
    return total


def run(n):
    total = 0
    for i in range(n):
        table = "\n".join(make_table(8))
        text = caesar(table, i).replace("|", " | ").title()
        pairs = parse_pairs("a=%d; b='%s'; c" % (i, text[:5]))
        text += run_lengths("aaabbbcd" * 3) + pairs["b"] + WIDE[i % 9:]
        text = " ".join(reversed(text.split()))
        total = (total + checksum_text(text) + text.count("a")
                 + text.find("12") + is_palindrome(text)) & 0xFFFFFFFF
    return total


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 80
    print("\n".join(make_table(4)))
    print(caesar("attack at dawn", 13), caesar(caesar("roundtrip", 5), -5))
    print(run_lengths("wwwwaaadexxxxxx"))
    print(parse_pairs("x = 1;y= 'two' ; z;=;w=="))
    print(is_palindrome("A man, a plan, a canal: Panama"))
    print(WIDE, len(WIDE), WIDE.upper(), ascii(WIDE), WIDE[::-1])
    print("{0!r:>12}{1:+.3e}{2:,}{3:%}{4:08.3f}{5:b}{6:#o}".format(
        "it's", 12345.678, 1234567, 0.125, -3.14159, 10, 64))
    print("%s %r %5.1f%% %c %-5d| %+d %05d %e %g" % (
        "s", "r", 99.5, "c", 42, 7, -42, 0.00012, 1e20))
    print("a,b,,c".split(","), " a  b ".split(), "a-b-c".rsplit("-", 1),
          "l1\nl2\r\nl3".splitlines(), "k=v=w".partition("="))
    print(run(scale))
