# SPDX-License-Identifier: MIT
"""Reading the sections and relocations of ELF objects (64 bits, little)."""
from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

SHT_SYMTAB, SHT_RELA = 2, 4


@dataclass(frozen=True)
class Relocation:
    offset: int
    type: int
    symbol: str
    addend: int


@dataclass(frozen=True)
class Section:
    name: str
    data: bytes
    relocations: tuple[Relocation, ...]


def _name(table: bytes, at: int) -> str:
    return table[at:table.index(b"\0", at)].decode()


def read(path: Path) -> dict[str, Section]:
    """The sections by name."""
    image = path.read_bytes()
    if image[:6] != b"\x7fELF\x02\x01":
        raise ValueError(f"{path}: not a 64-bit little-endian ELF object")
    at, = struct.unpack_from("<Q", image, 40)
    size, n, names_index = struct.unpack_from("<HHH", image, 58)
    if n == 0:  # so many that the number is elsewhere
        n, = struct.unpack_from("<Q", image, at + 32)
    headers = [struct.unpack_from("<IIQQQQIIQQ", image, at + i * size)
               for i in range(n)]
    if names_index == 0xFFFF:
        names_index = headers[0][6]

    def data(header) -> bytes:
        return b"" if header[1] == 8 else image[header[4]:header[4] + header[5]]

    names = data(headers[names_index])
    found: dict[int, list[Relocation]] = {}
    for header in headers:
        if header[1] != SHT_RELA:
            continue
        symbols = headers[header[6]]
        strings = data(headers[symbols[6]])
        found[header[7]] = [
            Relocation(offset, info & 0xFFFFFFFF,
                       _name(strings, struct.unpack_from(
                           "<I", image, symbols[4] + 24 * (info >> 32))[0]),
                       addend)
            for offset, info, addend in struct.iter_unpack("<QQq",
                                                           data(header))]
    return {
        _name(names, h[0]): Section(_name(names, h[0]), data(h),
                                    tuple(found.get(i, ())))
        for i, h in enumerate(headers) if i > 0}
