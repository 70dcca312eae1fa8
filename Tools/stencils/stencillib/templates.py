# SPDX-License-Identifier: MIT
"""Templates with register fields: variants that differ in registers alone, once.

An op's variants are put together by length, holes and disassembly without
registers.  Where their bits differ, each bit must lie in a field: a place where
an instruction of this machine can have a register's number, which in every one
of the variants is that of one and the same input, or of the output.  Where that
cannot be (operands in another order, two inputs in one register) they are parted
once more, by what their registers have in common.  Bits that differ and fit no
field end generation: nothing is written that does not give back what the
compiler made.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Iterator

from .assembly import UnexpectedCode
from .build import Code
from .holes import Hole
from .machines import Machine
from .variants import IMM, NONE, REGISTERS, Variant

# What a role of a group is, if no register's number: src/jit/stencil.h.
FREE, SAME = 0xF0, 0xF1
ROLES = ("a", "b", "c", "out")
ABSENT = 0xFF

Registers = tuple[int, int, int, int]


@dataclass(frozen=True, order=True)
class Field:
    """Bits of a template that hold the number of a role's register."""

    byte: int  # the first that has some
    role: int
    encoding: int  # index in Machine.encodings


@dataclass(frozen=True)
class Template:
    code: bytes  # zeros in its fields
    fields: tuple[Field, ...]
    holes: tuple[Hole, ...]
    text: tuple[str, ...]  # disassembly, roles where there are fields
    members: tuple[Registers, ...]


@dataclass(frozen=True)
class Group:
    """The variants of an op, one of its choices, with or without a constant."""

    op: str
    order: int
    sub: int
    title: str
    roles: Registers
    templates: tuple[Template, ...]
    selector: tuple[int, ...]  # index of registers -> template


def registers(v: Variant) -> Registers:
    return (*v.inputs, v.out)


def index_of(roles: Registers, chosen: Registers) -> int:
    """Where a selector has these registers."""
    at = 0
    for role, register in zip(roles, chosen):
        if role == FREE:
            at = at * len(REGISTERS) + register
    return at


def _role(column: list[int], first: list[int], index: int) -> int:
    if len(set(column)) == 1:
        return column[0]
    return SAME if index > 0 and column == first else FREE


def _roles(members: list[Variant]) -> Registers:
    columns = list(zip(*map(registers, members)))
    return tuple(_role(list(c), list(columns[0]), i)
                 for i, c in enumerate(columns))


# ---- fitting ----
Member = tuple[Variant, Code]


class Fitter:
    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.names = machine.register_names()

    def _places(self, size: int) -> Iterator[tuple[int, int]]:
        """(byte, encoding) of all that could be fields."""
        for number, encoding in enumerate(self.machine.encodings):
            bits = encoding.spread(encoding.mask).bit_length()
            for byte in range(size - (bits + 7) // 8 + 1):
                yield byte, number

    def fields(self, members: list[Member]) -> tuple[Field, ...] | None:
        """Fields that explain how the members differ; None: there are none."""
        words = [int.from_bytes(code.data, "little") for _, code in members]
        chosen = [registers(v) for v, _ in members]
        differ = 0
        for word in words:
            differ |= word ^ words[0]
        found: list[tuple[Field, int]] = []
        for byte, number in self._places(len(members[0][1].data)):
            encoding = self.machine.encodings[number]
            mask = encoding.spread(encoding.mask) << 8 * byte
            if not differ & mask:
                continue
            for role in range(len(ROLES)):
                if all(r[role] < len(encoding.numbers) and word & mask ==
                       encoding.spread(encoding.numbers[r[role]]) << 8 * byte
                       for word, r in zip(words, chosen)):
                    found.append((Field(byte, role, number), mask))
        fields = []
        while differ:
            best = max(found, key=lambda f: bin(f[1] & differ).count("1"),
                       default=None)
            if best is None or not best[1] & differ:
                return None
            fields.append(best[0])
            differ &= ~best[1]
        return tuple(sorted(fields))

    def _skeleton(self, code: Code) -> tuple:
        text = re.sub(r"\w+", lambda m: self._kind(m[0]), "\n".join(code.text))
        return len(code.data), code.holes, text

    def _kind(self, word: str) -> str:
        return "%" + self.names[word][1] if word in self.names else word

    def part(self, members: list[Member]) -> list[list[Member]]:
        """Parts that fields explain."""
        if self.fields(members) is not None:
            return [members]
        best: tuple[int, list[Member], list[Member]] | None = None
        for belongs in _properties():
            ours = [m for m in members if belongs(registers(m[0]))]
            others = [m for m in members if not belongs(registers(m[0]))]
            if not ours or not others:
                continue
            score = sum(len(p) for p in (ours, others)
                        if self.fields(p) is not None)
            if best is None or score > best[0]:
                best = score, ours, others
        if best is None or best[0] == 0:
            raise UnexpectedCode(
                f"{members[0][0].op}: bits that differ with the registers, and "
                "are no field that machines.py knows")
        return self.part(best[1]) + self.part(best[2])

    def template(self, members: list[Member]) -> Template:
        fields = self.fields(members)
        assert fields is not None
        word = int.from_bytes(members[0][1].data, "little")
        for field in fields:
            encoding = self.machine.encodings[field.encoding]
            word &= ~(encoding.spread(encoding.mask) << 8 * field.byte)
        return Template(word.to_bytes(len(members[0][1].data), "little"),
                        fields, members[0][1].holes, self._text(members),
                        tuple(registers(v) for v, _ in members))

    def _text(self, members: list[Member]) -> tuple[str, ...]:
        """The disassembly, with roles for registers that differ."""
        lines = []
        for versions in zip(*(code.text for _, code in members)):
            words = [re.split(r"(\w+)", line) for line in versions]
            lines.append("".join(
                column[0] if len(set(column)) == 1
                else self._role_name(column, members)
                for column in zip(*words)))
        return tuple(lines)

    def _role_name(self, column: tuple[str, ...],
                   members: list[Member]) -> str:
        found = [self.names[word] for word in column]
        for role, name in enumerate(ROLES):
            if all(registers(v)[role] == number
                   for (number, _), (v, _) in zip(found, members)):
                return f"{name}{self.machine.suffixes.get(found[0][1], '')}"
        raise UnexpectedCode(f"{members[0][0].op}: {column} is neither an "
                             "input nor the output")

    def group(self, members: list[Member]) -> Group:
        alike: dict[tuple, list[Member]] = {}
        for member in members:
            alike.setdefault(self._skeleton(member[1]), []).append(member)
        parts = [p for m in alike.values() for p in self.part(m)]
        parts.sort(key=lambda p: registers(p[0][0]))
        templates = tuple(map(self.template, parts))
        first = members[0][0]
        roles = _roles([v for v, _ in members])
        selector = [ABSENT] * len(REGISTERS) ** roles.count(FREE)
        for number, template in enumerate(templates):
            for chosen in template.members:
                selector[index_of(roles, chosen)] = number
        return Group(first.op, first.order, first.sub, first.title, roles,
                     templates, tuple(selector))


def _properties() -> Iterator[Callable[[Registers], bool]]:
    """By which variants of one skeleton are parted, the simplest first."""
    for i in range(len(ROLES)):
        for j in range(i):
            yield lambda r, i=i, j=j: r[i] == r[j]
            yield lambda r, i=i, j=j: r[j] < r[i]
    for i in range(len(ROLES)):
        for n in REGISTERS:
            yield lambda r, i=i, n=n: r[i] == n


def fit(machine: Machine, variants: list[Variant],
        codes: list[Code]) -> list[Group]:
    """The groups of a platform, in the order of its variants."""
    fitter = Fitter(machine)
    together: dict[tuple, list[Member]] = {}
    for v, code in zip(variants, codes):
        together.setdefault((v.order, v.sub, IMM in v.inputs), []).append(
            (v, code))
    return [fitter.group(together[key]) for key in sorted(together)]


# ---- and back ----
def rebuild(machine: Machine, group: Group,
            chosen: Registers) -> tuple[bytes, tuple[Hole, ...]]:
    """What the emitter makes of a group for these registers, before holes are
    filled."""
    template = group.templates[group.selector[index_of(group.roles, chosen)]]
    word = int.from_bytes(template.code, "little")
    for field in template.fields:
        encoding = machine.encodings[field.encoding]
        number = encoding.numbers[chosen[field.role]]
        word |= encoding.spread(number) << 8 * field.byte
    return word.to_bytes(len(template.code), "little"), template.holes


def prove(machine: Machine, groups: list[Group], variants: list[Variant],
          codes: list[Code]) -> None:
    """Raises unless the groups give back every variant and no other."""
    by_key = {(g.order, g.sub, IMM in g.roles): g for g in groups}
    for v, code in zip(variants, codes):
        group = by_key[v.order, v.sub, IMM in v.inputs]
        if rebuild(machine, group, registers(v)) != (code.data, code.holes):
            raise UnexpectedCode(f"{v.op} {registers(v)} is not given back")
    present = sum(len(g.selector) - g.selector.count(ABSENT) for g in groups)
    if present != len(variants):
        raise UnexpectedCode(f"{present} stencils of {len(variants)}")
