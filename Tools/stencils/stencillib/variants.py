# SPDX-License-Identifier: MIT
"""Which stencils there are: micro-ops times registers.

The rules are those at the head of src/jit/stencil.h.
"""
from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from pathlib import Path

WORDS, DOUBLES = range(6), range(8)
REGISTERS = DOUBLES  # of the kind that has more
NONE = 0xFF
IMM = 0xFE

@dataclass(frozen=True)
class Row:
    """A row of uops.def."""

    name: str
    number: int
    inputs: tuple[str, ...]
    output: str | None
    operand: str
    effects: frozenset[str]
    columns: dict[str, str]  # the further ones: name -> argument

    @property
    def choices(self) -> int:
        """How many stencils the operand picks from; 0: it is patched in."""
        return int(self.columns.get("CHOICES", 0))

    @property
    def immediate(self) -> str | None:
        """How the body takes a constant second input."""
        return self.columns.get("IMMEDIATE")

    def can_be(self, registers: tuple[int, ...]) -> bool:
        """Whether the inputs can be in these: an object and an int, being two
        values, are in no one register."""
        if "OBJECT" not in self.columns:
            return True
        holder = registers[int(self.columns["OBJECT"])]
        return not any(kind == "INT" and register == holder
                       for kind, register in zip(self.inputs, registers))

    @property
    def calls(self) -> bool:
        return bool(self.effects & {"CALLS", "LEAF"})


@dataclass(frozen=True)
class Variant:
    """One stencil: `source` is its line of the template, less the id."""

    op: str  # the enumerator
    order: int  # of the enumerator
    sub: int
    inputs: tuple[int, int, int]
    out: int
    source: str
    passes_all: bool  # registers but the output come out as they went in

    @property
    def key(self) -> tuple[int, ...]:
        return (self.order, self.sub, *self.inputs, self.out)

    @property
    def title(self) -> str:
        """For people: the registers are named in the disassembly."""
        name = self.op.removeprefix("UOP_")
        if name.removeprefix("STENCIL_") != name:
            return name
        return name + (f" {self.sub}" if self.sub else "")


def _columns(row: str) -> list[str]:
    """What stands between the commas that are in no parentheses."""
    columns, depth = [""], 0
    for c in row:
        depth += (c == "(") - (c == ")")
        if c == "," and depth == 0:
            columns.append("")
        else:
            columns[-1] += c
    return [c.strip() for c in columns]


def _names(listed: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", listed))


def read_rows(path: Path) -> list[Row]:
    """The rows of uops.def in order."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    rows = []
    for line in re.findall(r"^UOP\((.*)\)\s*$", text, flags=re.M):
        name, n_in, ins, n_out, out, operand, _, effects, *more = _columns(line)
        row = Row(name, len(rows), _names(ins), (_names(out) or (None,))[0],
                  operand, frozenset(_names(effects)),
                  dict(re.fullmatch(r"(\w+)\((\w+)\)", m).groups()
                       for m in more))
        if len(row.inputs) != int(n_in) or (row.output is None) != (n_out == "0"):
            raise ValueError(f"{path}: {name} has other inputs or outputs")
        rows.append(row)
    if len(rows) != len(re.findall(r"^UOP\(", text, flags=re.M)):
        raise ValueError(f"{path}: a row is not understood")
    return rows


def read_names(path: Path, macro: str) -> list[str]:
    """The names in a .def whose rows are MACRO(type, name, ...)."""
    return re.findall(rf"^{macro}\([^,]*,\s*(\w+)", path.read_text("utf-8"),
                      re.M)


def _is_float(kind: str | None) -> bool:
    return kind == "FLOAT"


def _registers(kind: str | None) -> range:
    return DOUBLES if _is_float(kind) else WORDS


def _input(row: Row, kind: str, register: int) -> str:
    if register == IMM:
        assert row.immediate
        return row.immediate
    return f"DOUBLE(x{register})" if _is_float(kind) else f"WORD(r{register})"


def _line(row: Row, prefix: str, operand: str, inputs: tuple[int, ...],
          out: int) -> str:
    args = [row.name, operand]
    shape = "NONE"
    if row.output:
        shape = "DOUBLE" if _is_float(row.output) else "WORD"
        args.append(("x" if _is_float(row.output) else "r") + str(out))
    args += [_input(row, k, r) for k, r in zip(row.inputs, inputs)]
    return f"{prefix}_{shape}(%s, {', '.join(args)})"


def _variant(row: Row, prefix: str, sub: int, inputs: tuple[int, ...],
             out: int) -> Variant:
    operand = f"SUB({sub})" if row.choices else row.operand
    padded = (*inputs, NONE, NONE, NONE)[:3]
    return Variant("UOP_" + row.name, row.number, sub, padded, out,
                   _line(row, prefix, operand, inputs, out),
                   prefix == "OP")


def _register_choices(row: Row):
    """(inputs, out) for an op without calls."""
    n = len(row.inputs)
    replaces = (n >= 2 and row.output is not None
                and _is_float(row.output) == _is_float(row.inputs[0]))
    for inputs in filter(row.can_be,
                         itertools.product(*map(_registers, row.inputs))):
        if row.output is None:
            yield inputs, NONE
        elif replaces:
            yield inputs, inputs[0]
        else:
            for out in _registers(row.output):
                yield inputs, out
    if row.immediate:
        for first in _registers(row.inputs[0]):
            yield (first, IMM), NONE if row.output is None else first


def _op_variants(row: Row) -> list[Variant]:
    if row.calls:
        return [_variant(row, "CALL", 0, tuple(range(len(row.inputs))),
                         NONE if row.output is None else 0)]
    return [_variant(row, "OP", sub, inputs, out)
            for sub in range(row.choices or 1)
            for inputs, out in _register_choices(row)]


# Name in enum StencilOp, kinds of input and of output (r, x or nothing).
PIECES = [
    ("ENTRY", "", ""), ("LEAVE", "", ""), ("EXIT", "", ""),
    ("MOVE", "r", "r"), ("MOVE_FLOAT", "x", "x"),
    ("SPILL", "r", ""), ("SPILL_FLOAT", "x", ""),
    ("FILL", "", "r"), ("FILL_FLOAT", "", "x"),
    ("CONST32", "", "r"), ("CONST64", "", "r"), ("CONST_FLOAT", "", "x"),
    ("LOAD_LOCAL", "", "r"), ("STORE_LOCAL", "r", ""), ("JUMP", "", ""),
    ("SET_LOCALS", None, None), ("LANDING", "", ""),
]
FIRST_PIECE = 0x400
_PIECE = {"r": WORDS, "x": DOUBLES}


def _piece_variants(index: int) -> list[Variant]:
    name, kind_in, kind_out = PIECES[index]
    if kind_in is None:
        return []
    variants = []
    for first in _PIECE[kind_in] if kind_in else [NONE]:
        for out in _PIECE[kind_out] if kind_out else [NONE]:
            if first == out != NONE:
                continue
            args = ["%s"]
            args += [f"{kind_out}{out}"] if kind_out else []
            args += [f"{kind_in}{first}"] if kind_in else []
            macro = "MOVE" if name == "MOVE_FLOAT" else name
            variants.append(Variant(
                "STENCIL_" + name, FIRST_PIECE + index, 0,
                (first, NONE, NONE), out,
                f"PIECE_{macro}({', '.join(args)})", True))
    return variants


def all_variants(rows: list[Row]) -> list[Variant]:
    """Every stencil of a platform, in the order of its table."""
    variants = [v for row in rows if "NO_STENCIL" not in row.effects
                for v in _op_variants(row)]
    for index in range(len(PIECES)):
        variants += _piece_variants(index)
    return sorted(variants, key=lambda v: v.key)
