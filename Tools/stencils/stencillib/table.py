# SPDX-License-Identifier: MIT
"""Writing a platform's file: tables, with the disassembly beside the bytes."""
from __future__ import annotations

import itertools

from .holes import Hole
from .machines import Machine, Platform
from .templates import ABSENT, FREE, ROLES, SAME, Field, Group, Template, \
    index_of
from .variants import FIRST_PIECE, IMM, NONE, REGISTERS

WIDTH = 100
WORDS = {NONE: "_", IMM: "I", FREE: "F", SAME: "S"}


def _filled(items: list[str]) -> list[str]:
    lines, line = [], ""
    for item in items:
        if len(line) + len(item) > WIDTH:
            lines.append(line)
            line = ""
        line += item
    return lines + ([line] if line else [])


class Runs:
    """Lists one behind the other, each kept once."""

    def __init__(self) -> None:
        self.starts: dict[tuple, int] = {(): 0}
        self.size = 0

    def add(self, run: tuple) -> tuple[int, bool]:
        """(where it starts, whether it is new)"""
        new = run not in self.starts
        if new:
            self.starts[run] = self.size
            self.size += len(run)
        return self.starts[run], new


def _choice(template: int) -> str:
    """A selector's character; those behind '[' would need a backslash."""
    if template == ABSENT:
        return "."
    assert template < ord("[") - ord("0")
    return chr(ord("0") + template)


def _register(role: int) -> str:
    return WORDS.get(role, str(role))


def _label(group: Group) -> str:
    """E.g. "BINARY_OP_ADD_INT a b -> a"."""
    def name(i: int) -> str:
        role = group.roles[i]
        return {FREE: ROLES[i], SAME: ROLES[0]}.get(role, _register(role))

    words = [group.title, *(name(i) for i in range(3)
                            if group.roles[i] != NONE)]
    if group.roles[3] != NONE:
        words += ["->", name(3)]
    return " ".join(words)


def _where(group: Group, template: Template) -> str:
    """For which registers a template is, if the op has others."""
    if len(group.templates) == 1:
        return ""
    free = [i for i, role in enumerate(group.roles) if role == FREE]
    chosen = sorted(tuple(m[i] for i in free) for m in template.members)
    every = itertools.product(REGISTERS, repeat=len(free))
    every = [c for c in every if group.selector[
        index_of((FREE,) * len(free), c)] != ABSENT]
    sides = [sorted({c[i] for c in chosen}) for i in range(len(free))]
    product = 1
    for side in sides:
        product *= len(side)
    if product == len(chosen):
        wholes = [{c[i] for c in every} for i in range(len(free))]
        parts = [f"{ROLES[i]} {' '.join(map(str, side))}"
                 for i, side, whole in zip(free, sides, wholes)
                 if len(side) < len(whole)]
        return ": " + ", ".join(parts)
    pairs = [(i, j) for i in range(len(free)) for j in range(i)]
    for i, j in pairs:
        names = f"{ROLES[free[j]]} {{}} {ROLES[free[i]]}"
        for word, holds in (("=", int.__eq__), ("!=", int.__ne__),
                            ("<", int.__lt__), (">", int.__gt__),
                            ("<=", int.__le__), (">=", int.__ge__)):
            if chosen == sorted(c for c in every
                                if holds(c[j], c[i]) is True):
                return ": " + names.format(word)
    more = f" and {len(chosen) - 1} more" if len(chosen) > 1 else ""
    return (f": {' '.join(ROLES[i] for i in free)} = "
            f"{' '.join(map(str, chosen[0]))}{more}")


class Tables:
    """Of a platform; what is the same is kept once."""

    def __init__(self, groups: list[Group]) -> None:
        self.groups = groups
        self.codes, self.fields, self.holes, self.selectors = (
            Runs(), Runs(), Runs(), Runs())
        self.code_lines: list[str] = []
        self.field_lines: list[str] = []
        self.hole_lines: list[str] = []
        self.selector_lines: list[str] = []
        self.template_rows: list[str] = []
        self.group_rows: list[str] = []
        self.op_rows: list[str] = []
        for group in groups:
            self._add_group(group)
        self._add_ops()

    def _add_group(self, group: Group) -> None:
        first = len(self.template_rows)
        for template in group.templates:
            self._add_template(group, template)
        selector, new = self.selectors.add(group.selector)
        if new:
            self.selector_lines += [f'"{line}"' for line in
                                    _filled(list(map(_choice, group.selector)))]
        roles = ",".join(map(_register, group.roles))
        self.group_rows.append(f"G({roles},{first},{selector})")

    def _add_template(self, group: Group, template: Template) -> None:
        code, new = self.codes.add(tuple(template.code))
        label = _label(group) + _where(group, template)
        self.code_lines.append(f"/* {label}")
        self.code_lines += ["   " + line for line in template.text]
        self.code_lines.append("*/" if new else "   (the same bytes) */")
        if new:
            self.code_lines += _filled([f"{b}," for b in template.code])
        self.template_rows.append(
            f"T({len(template.code)},{code},"
            f"{len(template.fields)},{self._add_fields(template.fields)},"
            f"{len(template.holes)},{self._add_holes(template.holes)})")

    def _add_fields(self, fields: tuple[Field, ...]) -> int:
        at, new = self.fields.add(fields)
        if new:
            self.field_lines.append(",".join(
                f"{{{f.byte},{f.role},{f.encoding}}}" for f in fields) + ",")
        return at

    def _add_holes(self, holes: tuple[Hole, ...]) -> int:
        at, new = self.holes.add(holes)
        if new:
            self.hole_lines.append(",".join(
                f"H({h.offset},{h.kind.removeprefix('HOLE_')},"
                f"{h.value.removeprefix('VALUE_')},{h.addend},{h.symbol})"
                for h in holes) + ",")
        return at

    def _add_ops(self) -> None:
        by_op: dict[int, list[int]] = {}
        for number, group in enumerate(self.groups):
            by_op.setdefault(group.order, []).append(number)
        for order, numbers in by_op.items():
            group = self.groups[numbers[0]]
            macro, prefix = (("U", "UOP_") if order < FIRST_PIECE
                             else ("P", "STENCIL_"))
            each = len(numbers) // len({self.groups[n].sub for n in numbers})
            self.op_rows.append(f"{macro}({group.op.removeprefix(prefix)},"
                                f"{numbers[0]},{len(numbers)},{each})")

    @property
    def n_stencils(self) -> int:
        return sum(len(t.members) for g in self.groups for t in g.templates)

    @property
    def code_size(self) -> int:
        return self.codes.size


def _encodings(machine: Machine) -> list[str]:
    return [f"{{{e.distance},{{{','.join(map(str, e.numbers))}}}}},"
            for e in machine.encodings]


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
        f"/* The tables of src/jit/stencil.h: {tables.n_stencils} stencils. */",
        "#ifdef STENCIL_TABLES",
        "/* From a byte to the other, and what stands in them for each register. */",
        "const StencilEncoding stencil_encodings[] = {",
        *_encodings(platform.machine),
        "};",
        "",
        "/* Templates: an op, its inputs -> its output (a, b, c, out: any",
        " * register, and for which this one is; I: a constant); its",
        " * disassembly; its bytes, with zeros where a register's number goes. */",
        "const uint8_t stencil_code[] = {",
        *tables.code_lines,
        "/* for who copies 32 bytes at a time */",
        "0," * 32,
        "};",
        "",
        "/* Byte, role, encoding. */",
        "const StencilField stencil_fields[] = {",
        *tables.field_lines,
        "};",
        "",
        "#define H(offset, kind, value, addend, helper) "
        "{offset, HOLE_##kind, VALUE_##value, addend, helper}",
        "const Hole stencil_holes[] = {",
        *tables.hole_lines,
        "};",
        "#undef H",
        "",
        "#define T(size, code, n_fields, field, n_holes, hole) "
        "{code, size, field, hole, n_fields, n_holes},",
        "const StencilTemplate stencil_templates[] = {",
        *_filled(tables.template_rows),
        "};",
        "#undef T",
        "",
        "/* For each choice of free registers a group's template, from 0 on; a dot:",
        " * there is none. */",
        "const char stencil_selectors[] =",
        *tables.selector_lines,
        ";",
        "",
        "#define _ STENCIL_NONE",
        "#define I STENCIL_IMM",
        "#define F STENCIL_FREE",
        "#define S STENCIL_SAME",
        "#define G(a, b, c, out, template, selector) "
        "{{a, b, c, out}, template, selector},",
        "const StencilGroup stencil_groups[] = {",
        *_filled(tables.group_rows),
        "};",
        "#undef _",
        "#undef I",
        "#undef F",
        "#undef S",
        "#undef G",
        "",
        "#define U(op, first, n, each) [UOP_##op] = {first, n, each},",
        "#define P(op, first, n, each) "
        "[STENCIL_INDEX(STENCIL_##op)] = {first, n, each},",
        "const StencilGroups stencil_ops[STENCIL_INDEX(STENCIL_LIMIT)] = {",
        *_filled(tables.op_rows),
        "};",
        "#undef U",
        "#undef P",
        "#endif",
        ""])
