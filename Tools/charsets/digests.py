# SPDX-License-Identifier: MIT
"""What the codecs of this interpreter say, as digests: what compare runs twice.

    digests.py PART [lines]

PART is the name of an encoding, "random" or "list".  A line is a digest of a block
of inputs; with `lines` it is every input with what became of it.
"""

import codecs
import hashlib
import random
import sys
from collections.abc import Iterator

ENCODINGS = (
    'gb2312', 'gbk', 'gb18030', 'hz', 'big5hkscs', 'cp932', 'shift_jis',
    'euc_jp', 'euc_jisx0213', 'shift_jisx0213', 'euc_jis_2004',
    'shift_jis_2004', 'cp949', 'euc_kr', 'johab', 'big5', 'cp950',
    'iso2022_jp', 'iso2022_jp_1', 'iso2022_jp_2', 'iso2022_jp_2004',
    'iso2022_jp_3', 'iso2022_jp_ext', 'iso2022_kr')
# What encodings have between ASCII and their codes of two bytes.
PREFIXES = {
    'hz': [b'~{'],
    'iso2022_kr': [b'\x1b$)C\x0e'],
    'iso2022_jp': [b'\x1b$B', b'\x1b$@', b'\x1b(J'],
    'iso2022_jp_1': [b'\x1b$(D'],
    'iso2022_jp_2': [b'\x1b$A', b'\x1b$(C', b'\x1b.A\x1bN', b'\x1b.F\x1bN'],
    'iso2022_jp_2004': [b'\x1b$(Q', b'\x1b$(P', b'\x1b$B'],
    'iso2022_jp_3': [b'\x1b$(O', b'\x1b$(P'],
    'iso2022_jp_ext': [b'\x1b(I', b'\x1b$(D'],
    'euc_jp': [b'', b'\x8f'],
    'euc_jis_2004': [b'', b'\x8f'],
    'euc_jisx0213': [b'', b'\x8f'],
}


def decoded(data: bytes, encoding: str, errors: str = 'strict') -> str:
    """What becomes of bytes."""
    try:
        return ascii(data.decode(encoding, errors))
    except UnicodeDecodeError as e:
        return f'{e.start} {e.end} {e.reason}'


def encoded(text: str, encoding: str, errors: str = 'strict') -> str:
    """What becomes of text."""
    try:
        return text.encode(encoding, errors).hex()
    except UnicodeEncodeError as e:
        return f'{e.start} {e.end} {e.reason}'


def whole(encoding: str) -> Iterator[tuple[str, str]]:
    """All inputs of few bytes, all characters."""
    for prefix in PREFIXES.get(encoding, [b'']):
        for a in range(256):
            block = prefix.hex() + f' {a:02x}'
            yield block, decoded(prefix + bytes([a]), encoding)
            for b in range(256):
                data = prefix + bytes([a, b])
                yield block, data.hex() + ' ' + decoded(data, encoding)
                yield block, decoded(data + b'a', encoding, 'replace')
    if encoding == 'gb18030':
        for a in range(0x80, 256):
            for b in range(0x2f, 0x3b):
                for c in range(256):
                    for d in (0x2f, 0x30, 0x34, 0x39, 0x3a, 0x81):
                        data = bytes([a, b, c, d])
                        yield f'four {a:02x}', decoded(data, encoding)
    if encoding == 'euc_kr':
        for c in range(0xac00, 0xd7a4):
            data = chr(c).encode(encoding)
            yield 'eight', data.hex() + decoded(data, encoding)
    for c in range(0x110000):
        yield f'encode {c >> 8:02x}', encoded(chr(c), encoding)
    for letter in '' if encoding in UNPAIRED else PAIR_LETTERS:
        for mark in PAIR_MARKS:
            yield 'pairs', encoded(letter + mark + 'a', encoding)


PAIR_LETTERS = '\xca\xea\xe6\u0254\u028c\u0259\u025a\u02e9\u02e5' + ''.join(
    map(chr, [*range(0x3040, 0x3100), *range(0x31f0, 0x3200)]))
PAIR_MARKS = '\u0300\u0301\u0304\u030c\u02e5\u02e9\u309a'
# In 3.11.2 they look at what is behind the end of a buffer to find pairs.
UNPAIRED = 'iso2022_jp_3', 'iso2022_jp_2004'
ERRORS = ('strict', 'ignore', 'replace', 'backslashreplace',
          'surrogateescape', 'xmlcharrefreplace', 'test.mark')


def mark(e: UnicodeError) -> tuple[str, int]:
    """An error handler: leaves a sign and goes on."""
    return f'<{e.end - e.start}>', e.end


def random_bytes(r: random.Random) -> bytes:
    """Something that an encoding may know."""
    pieces = [b'\x1b$B', b'\x1b(B', b'\x1b(J', b'\x1b$@', b'\x1b$(D', b'\x1b$)C',
              b'\x1b$(C', b'\x1b$A', b'\x1b(I', b'\x1b$(O', b'\x1b$(P',
              b'\x1b$(Q', b'\x1b.A', b'\x1b.F', b'\x1bN', b'\x1b&@\x1b$B',
              b'\x0e', b'\x0f', b'~{', b'~}', b'~', b'\n', b'\x1b[1m', b'\x1b',
              b'\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd4', b'\x8e', b'\x8f', b'!!',
              b'0l', b'\x811', b'$', b'(', b'\x1b)', b'B', b'&@', b'A', b'a']
    out = b''
    for _ in range(r.randrange(1, 8)):
        if r.random() < 0.5:
            out += r.choice(pieces)
        else:
            out += r.randbytes(r.randrange(1, 4))
    return out


def random_text(r: random.Random) -> str:
    """Something that an encoding may know."""
    out = ''
    for _ in range(r.randrange(1, 8)):
        kind = r.randrange(7)
        if kind == 0:
            out += r.choice('a~\n\\\x1b\x0e\x80\xa5\u203e\ud800')
        elif kind == 1:
            out += r.choice(PAIR_LETTERS)
        elif kind == 2:
            out += r.choice(PAIR_MARKS)
        elif kind == 3:
            out += chr(r.randrange(0xac00, 0xd7a4))
        elif kind == 4:
            out += chr(r.randrange(0x20000, 0x2a000))
        else:
            out += chr(r.randrange(0x3000, 0x9fff))
    return out


def pieces_of(r: random.Random, whole_thing: str | bytes) -> list[str | bytes]:
    """The same in pieces."""
    cut = sorted(r.randrange(len(whole_thing) + 1) for _ in range(3))
    return [whole_thing[a:b] for a, b in
            zip([0, *cut], [*cut, len(whole_thing)])]


def incremental(encoding: str, errors: str, pieces: list[str | bytes],
                decoding: bool) -> str:
    """What comes out piece by piece, with the states."""
    if decoding:
        coder = codecs.getincrementaldecoder(encoding)(errors)
    else:
        coder = codecs.getincrementalencoder(encoding)(errors)
    out = []
    for i, piece in enumerate(pieces):
        step = coder.decode if decoding else coder.encode
        try:
            out.append(ascii(step(piece, i == len(pieces) - 1)))
        except UnicodeError as e:
            out.append(str(e))
        out.append(str(coder.getstate()))
    return ' '.join(out)


def at_random(n: int) -> Iterator[tuple[str, str]]:
    """Random inputs in all ways of handling errors."""
    codecs.register_error('test.mark', mark)
    r = random.Random(20)
    for i in range(n):
        encoding = ENCODINGS[i % len(ENCODINGS)]
        errors = r.choice(ERRORS)
        block = f'{encoding} {i // len(ENCODINGS) // 50}'
        data, text = random_bytes(r), random_text(r)
        if encoding in UNPAIRED:
            text = text.translate({ord(c): 'a' for c in PAIR_MARKS})
        in_pieces = pieces_of(r, data), pieces_of(r, text)
        start = f'{i} {errors} '
        if errors == 'xmlcharrefreplace':
            errors = 'strict'
        yield block, start + data.hex() + ' ' + decoded(data, encoding, errors)
        yield block, start + ascii(in_pieces[0]) + incremental(
            encoding, errors, in_pieces[0], True)
        yield block, start + ascii(text) + ' ' + encoded(text, encoding, errors)
        yield block, start + ascii(in_pieces[1]) + incremental(
            encoding, errors, in_pieces[1], False)


def main() -> None:
    """Prints the lines."""
    part = sys.argv[1]
    if part == 'list':
        print(*ENCODINGS, 'random')
        return
    results = at_random(48000) if part == 'random' else whole(part)
    if sys.argv[2:] == ['lines']:
        for block, line in results:
            print(block, line)
        return
    digests: dict[str, object] = {}
    for block, line in results:
        if block not in digests:
            digests[block] = hashlib.sha256()
        digests[block].update(line.encode() + b'\n')
    for block, digest in digests.items():
        print(block, digest.hexdigest()[:16])


main()
