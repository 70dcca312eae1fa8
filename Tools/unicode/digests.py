# SPDX-License-Identifier: MIT
"""Print digests of what is known of characters, a line for each block and kind.

    Tools/unicode/digests.py [methods | database | normalization]...

Any Python runs this; Tools/unicode/compare runs CPython and Adder and shows where
they differ.  All code points come up, surrogates too.
"""

import binascii
import random
import sys

BLOCK = 0x1000


def integer(text: str) -> int:
    """The value as a digit for int()."""
    try:
        return int(text)
    except ValueError:
        return -1


METHODS = [(name, getattr(str, name)) for name in (
    'isalnum', 'isalpha', 'isdecimal', 'isdigit', 'isidentifier', 'islower',
    'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'lower',
    'upper', 'title', 'casefold', 'swapcase', 'capitalize', 'strip')] + [
        ('splitlines', lambda c: (c + 'x').splitlines()),
        ('split', lambda c: ('a' + c + 'b').split()),
        ('continues', lambda c: ('a' + c).isidentifier()),
        ('sigma', lambda c: ('a' + c + '\u03a3').lower()),
        ('sigma before', lambda c: ('a\u03a3' + c + 'b').lower()),
        ('titles', lambda c: (c + 'aA').title()),
        ('repr', repr), ('int', integer)]


def database() -> list:
    """The functions of unicodedata and of its object for 3.2."""
    import unicodedata
    kinds = []
    for where in unicodedata, unicodedata.ucd_3_2_0:
        for name in ('bidirectional', 'category', 'combining', 'decomposition',
                     'east_asian_width', 'mirrored'):
            kinds.append((name, getattr(where, name)))
        for name in 'decimal', 'digit', 'numeric', 'name':
            kinds.append((name, lambda c, f=getattr(where, name): f(c, None)))

        def found(c, where=where):
            name = unicodedata.name(c, None)
            if name is None:
                return None
            try:
                return (where.lookup(name),
                        '\\N{%s}'.encode() % name.encode())
            except KeyError:
                return 'unknown'

        kinds.append(('lookup', found))
    kinds.append(('escape', lambda c: b'\\N{%s}'.__mod__(
        unicodedata.name(c, 'SPACE').encode()).decode('unicode-escape')))
    return kinds


FORMS = 'NFC', 'NFD', 'NFKC', 'NFKD'


def normalization() -> list:
    """Each character by itself and among others."""
    import unicodedata
    kinds = []
    for where in unicodedata, unicodedata.ucd_3_2_0:
        for form in FORMS:
            kinds.append((form, lambda c, f=form, w=where: (
                w.normalize(f, c), w.is_normalized(f, c),
                w.normalize(f, 'a\u0323' + c + '\u0301\u0300'),
                w.normalize(f, c + '\u0338\u1175\u11a8\u09be'))))
    return kinds


def interesting() -> list[str]:
    """Characters that normalization changes or moves."""
    import unicodedata
    return [c for c in map(chr, range(sys.maxunicode + 1))
            if unicodedata.combining(c) or
            unicodedata.normalize('NFKD', c) != c and
            not '\uac00' <= c <= '\ud7a3']


def print_random() -> None:
    """Random texts in all forms."""
    import unicodedata
    chance = random.Random(14)
    choices = interesting() + list('abc \u1100\u1161\u11a8\uac00\uac01') * 50
    for part in range(100):
        digest = 0
        for _ in range(200):
            text = ''.join(chance.choices(choices, k=chance.randrange(1, 60)))
            for where in unicodedata, unicodedata.ucd_3_2_0:
                for form in FORMS:
                    digest = binascii.crc32(ascii(
                        (where.normalize(form, text),
                         where.is_normalized(form, text))).encode(), digest)
        print('random', part, f'{digest:08x}')


def print_digests(kinds: list) -> None:
    """A line for each kind and block."""
    for number, (name, function) in enumerate(kinds):
        for block in range(0, sys.maxunicode + 1, BLOCK):
            answers = [function(chr(c)) for c in range(block, block + BLOCK)]
            digest = binascii.crc32(ascii(answers).encode())
            print(number, name, f'{block:06X}', f'{digest:08x}')


PARTS = {
    'methods': lambda: print_digests(METHODS),
    'database': lambda: print_digests(database()),
    'normalization': lambda: (print_digests(normalization()), print_random()),
}

for part in sys.argv[1:] or PARTS:
    PARTS[part]()
