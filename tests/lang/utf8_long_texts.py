# SPDX-License-Identifier: MIT
"""Long UTF-8, with an error anywhere in it or none, is decoded as short one is."""

import codecs
import hashlib

CHARS = ["a", "é", "\xff", "\u0100", "ж", "\u07ff", "\u0800", "\u0fff", "語", "한",
         "\ud7ff", "\ue000", "\uffff", "\U00010000", "😀", "\U0010ffff", "\0", "\x7f"]
BAD = [b"\x80", b"\xbf", b"\xc0\x80", b"\xc1\xbf", b"\xc2", b"\xdf", b"\xe0\x9f\xbf",
       b"\xe0\xa0", b"\xed\xa0\x80", b"\xed\x9f", b"\xef\xbf", b"\xf0\x8f\xbf\xbf",
       b"\xf0\x90\x80", b"\xf4\x90\x80\x80", b"\xf5", b"\xff", b"\xe1\x80\xc2\x80",
       b"\xe1\x80\x80\x80", b"\xc3\xa9\xa9", b"\xe1\xe1\x80\x80", b"\xc3\xc3\xa9"]


def outcome(data, errors):
    try:
        return data.decode("utf-8", errors)
    except UnicodeDecodeError as e:
        return f"{e.start} {e.end} {e.reason}"


def told(results):
    text = "\n".join(map(ascii, results))
    return len(text), hashlib.sha256(text.encode()).hexdigest()[:16]


# Every character at every place.
right = 0
for c in CHARS:
    for d in ("a", "é", "ж", "語", "😀"):
        for n in range(70):
            text = d * n + c + d * (70 - n)
            right += text.encode().decode() == text
print(right, len(CHARS) * 5 * 70)

# Every error at every place.
for errors in "strict", "replace", "ignore", "backslashreplace", "surrogateescape":
    print(errors, told(outcome(d * n + bad + d * (60 - n), errors)
                       for bad in BAD for n in range(60)
                       for d in (b"a", "é".encode(), "語".encode())))

# At random.
seed = 1


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 12) % n


results = []
for _ in range(3000):
    chars = CHARS[:2 + random(len(CHARS) - 1)]
    data = "".join(chars[random(len(chars))] for _ in range(random(90))).encode()
    for _ in range(random(3)):
        at = random(len(data) + 1)
        data = data[:at] + BAD[random(len(BAD))] + data[at + random(3):]
    results += [outcome(data, "strict"), outcome(data, "replace")]
print(told(results))

# In pieces.
whole = "".join(c * i for i, c in enumerate(CHARS * 3)).encode()
for size in 1, 31, 32, 33, 34, 35, 36, 37, 100:
    decoder = codecs.getincrementaldecoder("utf-8")()
    pieces = [decoder.decode(whole[i:i + size]) for i in range(0, len(whole), size)]
    print(size, "".join(pieces) + decoder.decode(b"", True) == whole.decode(),
          told(pieces))
