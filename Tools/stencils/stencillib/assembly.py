# SPDX-License-Identifier: MIT
"""Rewriting the compiler's assembly, function by function.

Jumps to jumps are threaded, blocks are put in the order that takes the fewest
jumps on the expected path with a jump to stencil_NEXT last, and that jump is
cut off: the next stencil follows.
"""
from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from .machines import Machine, without_comment

NEXT = "stencil_NEXT"
MOST_PERMUTED = 6  # blocks
COLD = 1 / 16  # how often what is not on the expected path runs
PASSED = 1 / 4  # what a conditional jump costs that is not taken


class UnexpectedCode(Exception):
    """The compiler did something that has no place in a stencil."""


@dataclass
class Block:
    """Straight code; then a jump to `taken` if the condition holds, else on to
    `follower` (None: the end)."""

    name: str
    body: list[str] = field(default_factory=list)
    condition: tuple[str, str] | None = None  # mnemonic, operands
    taken: str | None = None
    follower: str | None = None


@dataclass
class Function:
    name: str
    blocks: list[Block]


def read_functions(machine: Machine, text: str) -> dict[str, list[str]]:
    """The instructions and labels of each function of a .s file."""
    functions: dict[str, list[str]] = {}
    names: set[str] = set()
    lines: list[str] | None = None
    for raw in text.splitlines():
        line = without_comment(machine, raw)
        if found := re.match(r"\.type\s+(\w+),\s*[@%]function", line):
            names.add(found[1])
        if not line:
            continue
        if line.endswith(":") and line[:-1] in names:
            lines = functions[line[:-1]] = []
        elif line.startswith(".Lfunc_end"):
            lines = None
        elif line.startswith(".section") and ".rodata" in line:
            raise UnexpectedCode(f"constants in memory: {line}")
        elif lines is not None and not re.match(r"\.(?!L)", line):
            lines.append(re.sub(r"\s+", " ", line))
    return functions


def _blocks(machine: Machine, lines: list[str]) -> list[Block]:
    fresh = (f"block{i}" for i in itertools.count())
    blocks = [Block(next(fresh))]
    open_block = True
    for line in lines:
        block = blocks[-1]
        if line.endswith(":"):
            if open_block:
                block.follower = line[:-1]
            blocks.append(Block(line[:-1]))
            open_block = True
            continue
        if not open_block:
            continue  # cannot be reached
        mnemonic = line.split(" ")[0]
        if mnemonic == machine.jump:
            block.follower = line.split(" ", 1)[1]
            open_block = False
        elif mnemonic in machine.returns:
            block.body.append(line)
            open_block = False
        elif found := re.match(machine.conditional, line):
            block.condition = (found[1], found[2])
            block.taken = found[3]
            blocks.append(Block(next(fresh)))
            block.follower = blocks[-1].name
        else:
            block.body.append(line)
    return blocks


def _thread(blocks: list[Block]) -> list[Block]:
    """Jumps to blocks that only jump on; drops what nobody reaches."""
    table = {b.name: b for b in blocks}

    def final(name: str | None) -> str | None:
        seen = set()
        while (name in table and name not in seen and not table[name].body
               and table[name].condition is None):
            seen.add(name)
            name = table[name].follower
        return name

    for block in blocks:
        block.taken = final(block.taken) if block.condition else None
        block.follower = final(block.follower)
        if block.taken == block.follower:
            block.condition = block.taken = None
    reached, todo = set(), [final(blocks[0].name)]
    first = todo[0]
    while todo:
        name = todo.pop()
        if name in table and name not in reached:
            reached.add(name)
            todo += [table[name].taken, table[name].follower]
    if first not in table:  # nothing to do but to go on
        return [Block("start", follower=first)]
    kept = [b for b in blocks if b.name in reached]
    kept.sort(key=lambda b: b.name != first)
    return kept


def _ending(machine: Machine, block: Block, after: str | None):
    """The jumps at a block's end when `after` follows: (instructions, cost of
    going on to the follower, cost of going where the condition says)."""
    def jump(to: str | None) -> list[str]:
        return [] if to == after else [f"{machine.jump} {to}"]

    if block.condition is None:
        code = [] if block.follower is None else jump(block.follower)
        return code, len(code), 0
    mnemonic, operands = block.condition
    taken, other = block.taken, block.follower
    if taken == after:
        mnemonic, taken, other = machine.invert(mnemonic), other, taken
    tail = jump(other)
    if mnemonic in machine.short and taken.startswith("stencil_"):
        # Out of its reach: over a jump that is not.
        code = [f"{machine.invert(mnemonic)} {operands}1f",
                f"{machine.jump} {taken}", "1:", *tail]
        costs = 1 + PASSED, 1 + len(tail)
    else:
        code = [f"{mnemonic} {operands}{taken}", *tail]
        costs = 1, PASSED + len(tail)
    return (code, *(costs if other != block.follower else costs[::-1]))


def _expected(blocks: list[Block]) -> set[str]:
    """The blocks on the path that the compiler laid out straight."""
    table = {b.name: b for b in blocks}
    path: set[str] = set()
    at: str | None = blocks[0].name
    while at in table and at not in path:
        path.add(at)
        block = table[at]
        at = block.follower
        if block.taken == NEXT or (at not in table and at != NEXT):
            at = block.taken  # early success, or the follower leaves
    return path


def _lay_out(machine: Machine, blocks: list[Block]) -> list[str]:
    expected = _expected(blocks)
    best: tuple[float, list[str]] | None = None
    orders = (itertools.permutations(blocks[1:])
              if len(blocks) <= MOST_PERMUTED else [tuple(blocks[1:])])
    for order in orders:
        laid = [blocks[0], *order]
        code: list[str] = []
        cost = 0.0
        for block, after in itertools.zip_longest(laid, laid[1:]):
            follows = after.name if after else NEXT
            ending, on, taken = _ending(machine, block, follows)
            hot = block.name in expected
            goes_on = (block.condition is None or block.taken != NEXT and
                       (block.follower in expected or block.follower == NEXT))
            cost += (1 if hot else COLD) * (on if goes_on or not hot else taken)
            code += [f"{block.name}:", *block.body, *ending]
        cost += len(code) / 1024
        if best is None or cost < best[0]:
            best = cost, code
    assert best is not None
    return best[1]


def _check(machine: Machine, name: str, lines: list[str]) -> None:
    for line in lines:
        if re.search(machine.forbidden, line):
            raise UnexpectedCode(f"{name} uses the stack or a register that "
                                 f"is not ours: {line}")


def _finish(name: str, lines: list[str]) -> list[str]:
    """Local labels that are unique in the file; unused ones are left out."""
    text = "\n".join(lines)
    result = []
    for line in lines:
        if line.endswith(":") and line != "1:":
            if not re.search(rf"[ ,]{re.escape(line[:-1])}$", text, re.M):
                continue
        line = re.sub(r"(?<![\w.])(\.LBB\w+|block\d+)\b",
                      lambda m: f".L{name}_{m[1].lstrip('.')}", line)
        result.append(line)
    return result


def rewrite(machine: Machine, functions: dict[str, list[str]],
            raw: set[str], passes_all: set[str]) -> str:
    """A .s file with each function in a section of its own.  `raw` functions
    are written in assembly and stay; `passes_all` ones leave registers as they
    are, but for an output."""
    out = []
    for name, lines in functions.items():
        if name not in raw:
            lines = tidy(machine, lines, name in passes_all)
            _check(machine, name, lines)
            lines = _lay_out(machine, _thread(_blocks(machine, lines)))
            lines = _finish(name, lines)
        out += [f'.section .text.{name},"ax",%progbits'
                if machine.name == "aarch64" else
                f'.section .text.{name},"ax",@progbits',
                f".globl {name}", f"{name}:", *lines]
    return "\n".join(out) + "\n"


def tidy(machine: Machine, lines: list[str], keeps: bool) -> list[str]:
    """What the compiler cannot know."""
    lines = [line for line in lines if line not in machine.frame]
    if machine.name == "aarch64":
        lines = [t for line in lines for t in _tidy_aarch64(line)]
    else:
        lines = [t for before, line in zip(["", *lines], lines)
                 for t in _tidy_x86_64(before, line)]
    return _without_restores(machine, lines) if keeps else lines


def _without_restores(machine: Machine, lines: list[str]) -> list[str]:
    """Where a guard has found two things equal, LLVM may pass on the one as the
    other.  But the other has not changed: nothing wrote its register."""
    written = [machine.written(line) for line in lines]
    return [line for line, register in zip(lines, written)
            if not (register in machine.words and written.count(register) == 1
                    and re.match(machine.copies, line))]


def _tidy_x86_64(before: str, line: str) -> list[str]:
    """cvtsi2sd keeps half of its register, and so waits for what some other
    stencil left in it; LLVM thinks that nothing is near."""
    if found := re.match(r"cvtsi2sdq? .*(%xmm\d+)$", line):
        clear = f"xorps {found[1]}, {found[1]}"
        return [line] if before == clear else [clear, line]
    return [line]


def _tidy_aarch64(line: str) -> list[str]:
    """Holes of 32 bits need two instructions, not four."""
    found = re.match(r"movk x(\d+), #:abs_g([23])(?:_nc)?:(hole_\w+)", line)
    if not found or found[3] == "hole_word":
        return [line]
    signed = found[3].startswith("hole_imm")
    if found[2] == "3" and signed:
        return [f"sxtw x{found[1]}, w{found[1]}"]
    return []
