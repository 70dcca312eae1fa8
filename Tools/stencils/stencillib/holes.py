# SPDX-License-Identifier: MIT
"""Symbols of the template and what they stand for."""
from __future__ import annotations

import re
from dataclasses import dataclass

from .elf import Relocation
from .machines import Machine

TAG = 3  # VALUE_INT_TAG

# symbol: (HoleValue, added to the value)
SYMBOLS = {
    "stencil_NEXT": ("VALUE_NEXT", 0),
    "stencil_EXIT": ("VALUE_EXIT", 0),
    "stencil_ERROR": ("VALUE_ERROR", 0),
    "stencil_TARGET": ("VALUE_TARGET", 0),
    "hole_operand": ("VALUE_OPERAND", 0),
    "hole_operand_high": ("VALUE_OPERAND_HIGH", 0),
    "hole_number": ("VALUE_OPERAND", 0),
    "hole_signed": ("VALUE_OPERAND", 0),
    "hole_word": ("VALUE_OPERAND", 0),
    "hole_imm": ("VALUE_IMM", 0),
    "hole_imm_untagged": ("VALUE_IMM", -TAG),
}
# symbol: [low, high) of its address, for LLVM.
RANGES = {
    "hole_operand": (0, 1 << 31),
    "hole_operand_high": (0, 1 << 31),
    "hole_number": (0, 1 << 32),
    "hole_imm": (-1 << 31, 1 << 31),
    "hole_imm_untagged": (-1 << 31, 1 << 31),
}


@dataclass(frozen=True)
class Hole:
    offset: int
    kind: str
    value: str
    addend: int
    symbol: int


def add_ranges(ir: str) -> str:
    """LLVM IR whose holes have ranges; C cannot say that."""
    for symbol, (low, high) in RANGES.items():
        ir = re.sub(rf"^(@{symbol} = .*)$",
                    rf"\1, !absolute_symbol !{{i64 {low}, i64 {high}}}", ir,
                    flags=re.M)
    # A truncation that changes nothing keeps it from being a displacement.
    return re.sub(r"zext i32 ptrtoint "
                  r"\(ptr @(hole_(?:operand\w*|number)) to i32\) to i64",
                  r"add i64 0, ptrtoint (ptr @\1 to i64)", ir)


def hole_of(machine: Machine, helpers: dict[str, int],
            relocation: Relocation) -> Hole:
    """The hole that a relocation leaves."""
    kind = machine.holes.get(relocation.type)
    if kind is None:
        raise ValueError(f"relocation type {relocation.type}: {relocation}")
    symbol = -1
    if relocation.symbol in helpers:
        value, more = "VALUE_HELPER", 0
        symbol = helpers[relocation.symbol]
    elif relocation.symbol in SYMBOLS:
        value, more = SYMBOLS[relocation.symbol]
    else:
        raise ValueError(f"unknown symbol {relocation.symbol}")
    relative = kind in ("HOLE_REL32", "HOLE_JUMP26", "HOLE_BRANCH19")
    if relative == relocation.symbol.startswith("hole_"):
        raise ValueError("a number as a distance, or the reverse: "
                         f"{relocation}")
    return Hole(relocation.offset, kind, value, relocation.addend + more,
                symbol)
