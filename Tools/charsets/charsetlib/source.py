# SPDX-License-Identifier: MIT
"""The character sets, as the C library's iconv and a list of differences have them."""

import ctypes
import dataclasses
import os
from collections.abc import Iterator

HERE = os.path.dirname(os.path.abspath(__file__))
DIFFERENCES = os.path.join(os.path.dirname(HERE), 'differences')

Text = str | None  # None: nothing is there


@dataclasses.dataclass(frozen=True)
class Charset:
    """Codes of two bytes, each within a range, and of one byte."""
    name: str
    codec: str  # CPython's that has it
    iconv: str
    leads: tuple[int, int]
    trails: tuple[int, int]
    prefix: bytes = b''  # before a code, in both
    singles: bool = False  # single bytes belong to it
    shares: tuple[str, ...] = ()  # rows with those
    edition: str = ''  # what lacks in this one is known by that charset

    def codes(self) -> Iterator[bytes]:
        """All codes of two bytes, in order."""
        for lead in range(self.leads[0], self.leads[1] + 1):
            for trail in range(self.trails[0], self.trails[1] + 1):
                yield bytes([lead, trail])


# A charset stands behind those that it shares rows with.
CHARSETS = (
    Charset('gb2312', 'gb2312', 'EUC-CN', (0xa1, 0xf7), (0xa1, 0xfe)),
    Charset('gbk', 'gbk', 'GBK', (0x81, 0xfe), (0x40, 0xfe), shares=('gb2312',)),
    Charset('gb18030', 'gb18030', 'GB18030', (0x81, 0xfe), (0x40, 0xfe), shares=('gbk',)),
    Charset('big5', 'big5', 'BIG5', (0xa1, 0xf9), (0x40, 0xfe)),
    Charset('cp950', 'cp950', 'CP950', (0xa1, 0xf9), (0x40, 0xfe), shares=('big5',)),
    Charset('big5hkscs', 'big5hkscs', 'BIG5-HKSCS', (0x87, 0xfe), (0x40, 0xfe), shares=('big5',)),
    Charset('jisx0208', 'euc_jp', 'EUC-JP', (0xa1, 0xf4), (0xa1, 0xfe)),
    Charset('jisx0212', 'euc_jp', 'EUC-JP', (0xa2, 0xed), (0xa1, 0xfe),
            b'\x8f', shares=('jisx0208',)),
    Charset('jisx0213_1', 'euc_jis_2004', 'EUC-JISX0213', (0xa1, 0xfe),
            (0xa1, 0xfe), shares=('jisx0208',)),
    Charset('jisx0213_2', 'euc_jis_2004', 'EUC-JISX0213', (0xa1, 0xfe),
            (0xa1, 0xfe), b'\x8f', shares=('jisx0208', 'jisx0212')),
    Charset('jisx0213_1_2000', 'euc_jisx0213', 'EUC-JISX0213', (0xa1, 0xfe),
            (0xa1, 0xfe), edition='jisx0213_1', shares=('jisx0213_1',)),
    Charset('jisx0213_2_2000', 'euc_jisx0213', 'EUC-JISX0213', (0xa1, 0xfe),
            (0xa1, 0xfe), b'\x8f', shares=('jisx0213_2',)),
    Charset('shift_jis', 'shift_jis', 'SHIFT_JIS', (0x81, 0xea), (0x40, 0xfc),
            singles=True, shares=('jisx0208',)),
    Charset('cp932', 'cp932', 'CP932', (0x81, 0xfc), (0x40, 0xfc),
            singles=True, shares=('jisx0208',)),
    Charset('shift_jis_2004', 'shift_jis_2004', 'SHIFT_JISX0213', (0x81, 0xfc),
            (0x40, 0xfc), singles=True, shares=('jisx0213_1', 'jisx0213_2')),
    Charset('shift_jisx0213', 'shift_jisx0213', 'SHIFT_JISX0213', (0x81, 0xfc),
            (0x40, 0xfc), singles=True, edition='shift_jis_2004', shares=('shift_jis_2004',)),
    Charset('ksx1001', 'cp949', 'CP949', (0xa1, 0xfd), (0xa1, 0xfe)),
    Charset('cp949', 'cp949', 'CP949', (0x81, 0xfd), (0x41, 0xfe), shares=('ksx1001',)),
    Charset('johab', 'johab', 'JOHAB', (0x84, 0xf9), (0x31, 0xfe), shares=('ksx1001',)),
)
# Planes beyond these have no characters in them.
CODE_POINTS = [*range(0xd800), *range(0xe000, 0x30000)]


class Iconv:
    """iconv(3) from an encoding to Unicode."""

    def __init__(self, encoding: str) -> None:
        self.library = ctypes.CDLL(None)
        self.library.iconv_open.restype = ctypes.c_void_p
        self.library.iconv.restype = ctypes.c_size_t
        self.library.iconv.argtypes = [ctypes.c_void_p] * 5
        self.descriptor = self.library.iconv_open(b'UTF-32LE',
                                                  encoding.encode())
        if self.descriptor in (None, ctypes.c_size_t(-1).value):
            raise LookupError(f'iconv does not know {encoding}')

    def decode(self, data: bytes) -> Text:
        """What the bytes are, all of them."""
        room = ctypes.create_string_buffer(32)
        source = ctypes.create_string_buffer(data, len(data))
        start = ctypes.c_void_p(ctypes.addressof(source))
        to = ctypes.c_void_p(ctypes.addressof(room))
        left, free = ctypes.c_size_t(len(data)), ctypes.c_size_t(32)
        self.library.iconv(self.descriptor, None, None, None, None)
        failed = self.library.iconv(
            self.descriptor, ctypes.addressof(start), ctypes.addressof(left),
            ctypes.addressof(to), ctypes.addressof(free))
        self.library.iconv(self.descriptor, None, None, ctypes.addressof(to),
                           ctypes.addressof(free))
        if failed:
            return None
        return room.raw[:32 - free.value].decode('utf-32-le')


class Mapping:
    """What the codes of a charset are, and how texts are encoded."""

    def __init__(self, charset: Charset) -> None:
        self.charset = charset
        self.singles: list[Text] = [None] * 256
        self.cells: dict[bytes, Text] = {}
        self.excluded: set[bytes] = set()
        # Where encoding is not the way back from the first code: 0: no way.
        self.encode: dict[str, int] = {}

    def first_codes(self) -> dict[str, int]:
        """The first code of each text."""
        first: dict[str, int] = {}
        for code, text in self.cells.items():
            if text is not None:
                first.setdefault(text, int.from_bytes(code, 'big'))
        if self.charset.singles:
            for byte, text in enumerate(self.singles):
                if text is not None:
                    first.setdefault(text, byte)
        return first


def from_iconv(charset: Charset) -> Mapping:
    """What iconv says."""
    mapping = Mapping(charset)
    iconv = Iconv(charset.iconv)
    if charset.singles:
        mapping.singles = [iconv.decode(bytes([b])) for b in range(256)]
    for code in charset.codes():
        text = iconv.decode(charset.prefix + code)
        known = text is not None and (
            not charset.singles or mapping.singles[code[0]] is None)
        mapping.cells[code] = text if known else None
    return mapping


def parse_text(word: str) -> Text:
    """A text of a line of differences."""
    if word == '-':
        return None
    return ''.join(chr(int(c, 16)) for c in word.split('+'))


def show_text(text: Text) -> str:
    """The other way."""
    return '-' if text is None else '+'.join(f'{ord(c):04x}' for c in text)


def read_differences(mappings: dict[str, Mapping]) -> None:
    """Applies the lines of the file `differences`."""
    with open(DIFFERENCES, encoding='ascii') as file:
        for line in file:
            words = line.split()
            if not words or words[0] == '#':
                continue
            name, what, key, value = words
            mapping = mappings[name]
            if what == 'encode':
                mapping.encode[parse_text(key)] = int(value, 16)
                continue
            code = bytes.fromhex(key)
            if len(code) == 1:
                mapping.singles[code[0]] = parse_text(value)
            else:
                mapping.cells[code] = parse_text(value)


def all_mappings() -> dict[str, Mapping]:
    """Every charset's, by name."""
    mappings = {charset.name: from_iconv(charset) for charset in CHARSETS}
    read_differences(mappings)
    for name, mapping in mappings.items():
        if mapping.charset.edition:
            other = mappings[mapping.charset.edition]
            mapping.excluded = {
                code for code, text in mapping.cells.items()
                if text is None and other.cells[code] is not None}
    return mappings
