# SPDX-License-Identifier: MIT
"""A table of cells as a list of 16-bit words: src/base/charset/charset.c reads it.

A word is a kind and how many cells it is for, then come that kind's own words.
"""

from charsetlib.source import Mapping

KINDS = ('NONE', 'EXCLUDED', 'RUN', 'REST', 'COPY', 'WORDS', 'PLANE2', 'PAIRS',
         'STEPS')
KIND_SHIFT = 12
MOST = (1 << KIND_SHIFT) - 1
# A step is a byte: how much further than BACK behind the cell before.
BACK = 16

Cell = str | None  # '': excluded


def cells_of(mapping: Mapping) -> list[Cell]:
    """The cells in order."""
    return ['' if code in mapping.excluded else text
            for code, text in mapping.cells.items()]


class Packer:
    """Packs one table, knowing those before it."""

    def __init__(self, cells: list[Cell], before: list[list[Cell]]) -> None:
        self.cells = cells
        self.before = before
        self.words: list[int] = []
        self.places = [self.find_places(other) for other in before]
        self.rests: list[tuple[int, list[str], dict[str, int]]] = []
        for number, other in enumerate(before):
            there = {c for c in other if c}
            rest = [chr(c) for c in range(0x3400, 0xd7a4)
                    if chr(c) not in there]
            self.rests.append(
                (number, rest, {c: i for i, c in enumerate(rest)}))

    @staticmethod
    def find_places(cells: list[Cell]) -> dict[str, int]:
        """Where each text is first."""
        places: dict[str, int] = {}
        for at, cell in enumerate(cells):
            if cell:
                places.setdefault(cell, at)
        return places

    def add(self, kind: str, n: int, *words: int) -> None:
        """Adds n cells of a kind."""
        assert 0 < n <= MOST
        self.words.append(KINDS.index(kind) << KIND_SHIFT | n)
        self.words.extend(words)

    def same_until(self, at: int, alike: Cell) -> int:
        """How many cells in a row are `alike`."""
        n = 0
        while at + n < len(self.cells) and self.cells[at + n] == alike and \
                n < MOST:
            n += 1
        return n

    def copy_at(self, at: int) -> tuple[int, int, int]:
        """The longest row of cells that stands in another table: its length,
        that table and where it begins there."""
        best = 0, 0, 0
        for number, places in enumerate(self.places):
            cells = self.before[number]
            start = places.get(self.cells[at] or '')
            if start is None:
                continue
            n = 0
            while at + n < len(self.cells) and start + n < len(cells) and \
                    self.cells[at + n] == cells[start + n] and n < MOST:
                n += 1
            while self.cells[at + n - 1] is None:
                n -= 1
            best = max(best, (n, number, start))
        return best

    def rest_at(self, at: int) -> tuple[int, int, int]:
        """The longest row that is in order what another table lacks."""
        best = 0, 0, 0
        for number, rest, where in self.rests:
            start = where.get(self.cells[at] or '')
            if start is None:
                continue
            n = 0
            while at + n < len(self.cells) and start + n < len(rest) and \
                    self.cells[at + n] == rest[start + n] and n < MOST:
                n += 1
            best = max(best, (n, number, ord(rest[start])))
        return best

    def run_at(self, at: int) -> int:
        """How many code points follow each other."""
        first = self.cells[at]
        n = 1
        if first is None or len(first) != 1 or ord(first) > 0xffff:
            return 0
        while at + n < len(self.cells) and n < MOST and \
                self.cells[at + n] == chr(ord(first) + n):
            n += 1
        return n

    def flush(self, single: list[int]) -> None:
        """Code points of 16 bits that nothing is known of, as words or, where
        that is shorter, as steps."""
        while single:
            n = 1
            while n < len(single) and \
                    0 <= single[n] - single[n - 1] + BACK < 256:
                n += 1
            if n >= 6:
                steps = [single[i] - single[i - 1] + BACK for i in range(1, n)]
                steps += [0] * (len(steps) % 2)
                self.add('STEPS', n, single[0],
                         *(steps[i] | steps[i + 1] << 8
                           for i in range(0, len(steps), 2)))
            else:
                n = 1
                while n < len(single) and not self.steps_ahead(single[n:]):
                    n += 1
                self.add('WORDS', n, *single[:n])
            del single[:n]

    @staticmethod
    def steps_ahead(single: list[int]) -> bool:
        """Whether steps are worth beginning here."""
        return len(single) >= 8 and all(
            0 <= b - a + BACK < 256 for a, b in zip(single, single[1:8]))

    def pack(self) -> list[int]:
        """All of it."""
        at = 0
        single: list[int] = []
        while at < len(self.cells):
            cell = self.cells[at]
            copied, number, start = self.copy_at(at)
            rest, other, c = self.rest_at(at)
            run = self.run_at(at)
            if not cell or max(copied, rest, run) >= 4 or len(cell) > 1 or \
                    ord(cell) > 0xffff:
                self.flush(single)
            if not cell:
                n = self.same_until(at, cell)
                self.add('NONE' if cell is None else 'EXCLUDED', n)
            elif copied >= 4 and copied >= rest and copied >= run:
                n = copied
                self.add('COPY', n, number, start)
            elif rest >= 4 and rest > run:
                n = rest
                self.add('REST', n, other, c)
            elif run >= 4:
                n = run
                self.add('RUN', n, ord(cell))
            elif len(cell) > 1:
                n = 1
                self.add('PAIRS', n, *map(ord, cell))
            elif ord(cell) > 0xffff:
                n = self.plane2(at)
            else:
                n = 1
                single.append(ord(cell))
            at += n
        self.flush(single)
        return self.words

    def plane2(self, at: int) -> int:
        """A row of code points of plane 2."""
        n = 0
        while at + n < len(self.cells) and (cell := self.cells[at + n]) and \
                len(cell) == 1 and ord(cell) > 0xffff and n < MOST and \
                (n == 0 or self.copy_at(at + n)[0] < 4):
            n += 1
        self.add('PLANE2', n,
                 *(ord(cell) - 0x20000 for cell in self.cells[at:at + n]))
        return n


def unpack(words: list[int], before: list[list[Cell]]) -> list[Cell]:
    """The cells that words stand for."""
    cells: list[Cell] = []
    at = 0
    while at < len(words):
        kind, n = KINDS[words[at] >> KIND_SHIFT], words[at] & MOST
        at += 1
        if kind in ('NONE', 'EXCLUDED'):
            cells += [None if kind == 'NONE' else ''] * n
        elif kind == 'RUN':
            cells += [chr(words[at] + i) for i in range(n)]
            at += 1
        elif kind == 'REST':
            there, c = set(before[words[at]]), words[at + 1]
            at += 2
            while n > 0:
                if chr(c) not in there:
                    cells.append(chr(c))
                    n -= 1
                c += 1
        elif kind == 'COPY':
            start = words[at + 1]
            cells += before[words[at]][start:start + n]
            at += 2
        elif kind == 'STEPS':
            c = words[at]
            cells.append(chr(c))
            for i in range(n - 1):
                c += (words[at + 1 + i // 2] >> 8 * (i % 2) & 255) - BACK
                cells.append(chr(c))
            at += 1 + n // 2
        elif kind == 'PAIRS':
            cells.append(chr(words[at]) + chr(words[at + 1]))
            at += 2
        else:
            plane = 0x20000 if kind == 'PLANE2' else 0
            cells += [chr(plane + word) for word in words[at:at + n]]
            at += n
    return cells
