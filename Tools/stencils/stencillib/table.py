# SPDX-License-Identifier: MIT
"""Writing a platform's file: tables, with the disassembly beside the bytes."""
from __future__ import annotations

from .build import Code
from .holes import Hole
from .machines import Platform
from .variants import IMM, NONE, Variant

WIDTH = 100


def _register(r: int) -> str:
    return {NONE: "_", IMM: "I"}.get(r, str(r))


def _filled(items: list[str]) -> list[str]:
    lines, line = [], ""
    for item in items:
        if len(line) + len(item) > WIDTH:
            lines.append(line)
            line = ""
        line += item
    return lines + ([line] if line else [])


def _label(v: Variant) -> str:
    """E.g. "BINARY_OP_ADD_INT 0 1 -> 0"."""
    words = [v.title, *(_register(r) for r in v.inputs if r != NONE)]
    if v.out != NONE:
        words += ["->", _register(v.out)]
    return " ".join(words)


class Tables:
    """Code and holes, each kept once."""

    def __init__(self) -> None:
        self.n_codes = 0
        self.code_lines: list[str] = []
        self.code_size = 0
        self.holes: dict[tuple[Hole, ...], int] = {(): 0}
        self.hole_lines: list[str] = []
        self.n_holes = 0
        self.rows: list[str] = []

    def add_code(self, labels: list[str], code: Code) -> int:
        at = self.code_size
        self.n_codes += 1
        self.code_lines += ["/* " + labels[0]]
        self.code_lines += [f" * {label}" for label in labels[1:]]
        self.code_lines += [" *   " + line for line in code.text] + [" */"]
        self.code_lines += _filled([f"{b}," for b in code.data])
        self.code_size += len(code.data)
        return at

    def add_holes(self, holes: tuple[Hole, ...]) -> int:
        if holes not in self.holes:
            self.holes[holes] = self.n_holes
            self.n_holes += len(holes)
            self.hole_lines.append(",".join(
                f"{{{h.offset},{h.kind},{h.value},{h.addend},{h.symbol}}}"
                for h in holes) + ",")
        return self.holes[holes]


def make(variants: list[Variant], codes: list[Code]) -> Tables:
    """The tables of stencils in table order."""
    tables = Tables()
    shared: dict[tuple[bytes, tuple[Hole, ...]], list[Variant]] = {}
    for v, code in zip(variants, codes):
        shared.setdefault((code.data, code.holes), []).append(v)
    offsets: dict[tuple[bytes, tuple[Hole, ...]], int] = {}
    for v, code in zip(variants, codes):
        key = code.data, code.holes
        if key not in offsets:
            offsets[key] = tables.add_code([_label(s) for s in shared[key]],
                                           code)
        registers = ",".join(_register(r) for r in v.inputs)
        name = v.op.removeprefix("UOP_")
        macro = "U" if name != v.op else "P"
        name = name.removeprefix("STENCIL_")
        tables.rows.append(
            f"{macro}({name},{v.sub},{registers},{_register(v.out)},"
            f"{len(code.data)},{len(code.holes)},{offsets[key]},"
            f"{tables.add_holes(code.holes)})")
    return tables


def text(platform: Platform, tables: Tables, abi: list[str]) -> str:
    """The whole file."""
    return "\n".join([
        "/* SPDX-License-Identifier: MIT */",
        f"/* Stencils for {platform.name}, written by Tools/stencils/regen "
        "from",
        " * src/jit/stencil_template.c; see README.md here.  Do not edit. */",
        "",
        "/* What they were made for: src/jit/abi_check.c. */",
        "#ifdef STENCIL_ABI",
        *abi,
        "#endif",
        "",
        "#ifdef STENCIL_TABLES",
        "/* Code: the names of the stencils that share it (inputs -> output;",
        " * I: a constant), its disassembly, its bytes. */",
        "const uint8_t stencil_code[] = {",
        *tables.code_lines,
        "};",
        "",
        "/* Offset, kind, value, addend, helper. */",
        "const Hole stencil_holes[] = {",
        *tables.hole_lines,
        "};",
        "",
        "#define _ STENCIL_NONE",
        "#define I STENCIL_IMM",
        "#define U(op, sub, a, b, c, out, size, n, code, hole) "
        "{UOP_##op, sub, {a, b, c}, out, size, n, code, hole},",
        "#define P(op, sub, a, b, c, out, size, n, code, hole) "
        "{STENCIL_##op, sub, {a, b, c}, out, size, n, code, hole},",
        "const Stencil stencil_table[] = {",
        *_filled(tables.rows),
        "};",
        "#undef _",
        "#undef I",
        "#undef U",
        "#undef P",
        "const uint32_t stencil_count = "
        "sizeof stencil_table / sizeof *stencil_table;",
        "#endif",
        ""])
