# SPDX-License-Identifier: MIT
"""What the generator knows of each platform.

To add one: its instruction set below if that is new, and a row in PLATFORMS.

Clang compiles a platform's C for the platform itself: its types, its layouts,
what it promises about arguments.  But the back end always writes ELF.  Mach-O
and COFF have no relocations for our holes (none for the quarters of a 64-bit
number on aarch64; Mach-O none for conditional branches to other functions and
none for 32-bit numbers on x86_64), and LLVM makes position-independent code for
systems that use them.  So each row names a back end with ELF and the same
registers for C's words: relocations are then of one kind, and the code is what
the platform would have, had it a format to write it in.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, replace

# The first two: nothing from configuration files or the machine's headers.
COMMON_FLAGS = (
    "--no-default-config -nostdlibinc "
    "-std=gnu11 -O3 -ffreestanding -fno-pic -fomit-frame-pointer "
    "-fno-asynchronous-unwind-tables -fno-stack-protector -fno-jump-tables "
    "-fno-ident -ffunction-sections -fcf-protection=none "
    "-fno-slp-vectorize -fno-vectorize "
    "-Xclang -no-enable-noundef-analysis"
).split()


@dataclass(frozen=True)
class Encoding:
    """How instructions hold the number of a register, or a part of it: bits of a
    byte, and of another one (numbers' upper eight bits) so many bytes behind it."""

    mask: int  # the bits
    numbers: tuple[int, ...]  # what is there for each register of the kind
    distance: int = 1

    def spread(self, number: int) -> int:
        """The number as it is in little-endian code, from the first byte on."""
        return number & 0xFF | number >> 8 << 8 * self.distance


def _shifted(width: int, numbers: tuple[int, ...], *shifts: int) -> Encoding:
    """Numbers of so many bits, at each of these."""
    return _joined(1, *((width, numbers, shift) for shift in shifts))


def _joined(distance: int,
            *parts: tuple[int, tuple[int, ...], int]) -> Encoding:
    """Parts (width, numbers, lowest bit); from bit 8 on in the other byte."""
    mask = 0
    joined = [0] * len(parts[0][1])
    for width, numbers, shift in parts:
        mask |= (1 << width) - 1 << shift
        joined = [j | n << shift for j, n in zip(joined, numbers)]
    return Encoding(mask, tuple(joined), distance)


@dataclass(frozen=True)
class Machine:
    """An instruction set, as the compiler's assembly shows it."""

    name: str
    comment: str  # a regular expression
    jump: str
    conditional: str  # groups: mnemonic, operands before the target, target
    inverse: dict[str, str]
    returns: tuple[str, ...]
    forbidden: str  # registers that a stencil must not touch
    short: tuple[str, ...]  # conditional jumps that reach no other stencil
    words: tuple[str, ...]  # the registers r0-r5
    doubles: tuple[str, ...]
    writes: str  # an instruction that writes a register: group 1
    copies: str  # one that does nothing else
    frame: tuple[str, ...]  # what makes and undoes room that ENTRY has made
    disassembly: tuple[str, ...]
    holes: dict[int, str]  # relocation type -> HoleKind
    encodings: tuple[Encoding, ...]
    names: tuple[tuple[str, ...], ...]  # in disassembly: each form of r0-r5
    double_names: tuple[tuple[str, ...], ...]
    suffixes: dict[str, str]  # a form's, where registers have roles

    def register_names(self) -> dict[str, tuple[int, str]]:
        """A name in disassembly -> the register's number and its form."""
        found = {}
        for kind, table in (("r", self.names), ("x", self.double_names)):
            for i, forms in enumerate(table):
                for form, name in enumerate(forms):
                    found[name] = i, f"{kind}{form}"
        return found

    def invert(self, mnemonic: str) -> str:
        """The conditional jump that is taken when this one is not."""
        return self.inverse[mnemonic]

    def written(self, line: str) -> str | None:
        """The whole of the register that an instruction writes."""
        found = re.match(self.writes, line)
        return self.whole(found[1]) if found else None

    def whole(self, register: str) -> str:
        """The 64-bit register that this is part of."""
        if self.name == "aarch64":
            return "x" + register[1:]
        base = re.sub(r"^%[er]?|[dwbl]$", "", register)
        base = re.sub(r"^([abcd])x?$", r"\1x", base)
        return "%r" + base


def _both_ways(pairs: str) -> dict[str, str]:
    table = {}
    for pair in pairs.split():
        one, other = pair.split("/")
        table[one], table[other] = other, one
    return table


# ModRM, SIB and the opcode's last three bits; the REX prefix's B, X and R.
_LOW, _HIGH = (6, 7, 7, 6, 0, 1), (1, 1, 0, 0, 1, 1)
_B, _X, _R = 0, 1, 2
_XMM = tuple(range(8))
_X86_64_ENCODINGS = (
    *(_shifted(3, _LOW, shift) for shift in (0, 3)),
    *(_shifted(1, _HIGH, bit) for bit in (_B, _X, _R)),
    # The prefix and the rest, one to three bytes behind it.
    *(_joined(distance, (1, _HIGH, bit), (3, _LOW, 8 + shift))
      for distance in (1, 2, 3)
      for bit, shift in ((_B, 0), (_R, 3), (_X, 3))),
    # One register twice.
    *(_joined(distance, (1, _HIGH, _B), (1, _HIGH, _R), (3, _LOW, 8),
              (3, _LOW, 11)) for distance in (2, 3)),
    _shifted(3, _XMM, 0), _shifted(3, _XMM, 3), _shifted(3, _XMM, 0, 3),
)

X86_64 = Machine(
    name="x86_64",
    comment=r"#.*",
    jump="jmp",
    conditional=r"(j(?!mp)[a-z]+)\s+()(\S+)$",
    inverse=_both_ways("jo/jno jb/jae je/jne jbe/ja js/jns jp/jnp jl/jge "
                       "jle/jg"),
    returns=("retq",),
    forbidden=r"%[er]?sp\b|\bpush|\bpop",
    short=(),
    words=("%r14", "%r15", "%rdi", "%rsi", "%r8", "%r9"),
    doubles=tuple(f"%xmm{i}" for i in range(8)),
    writes=r"(?!cmp|test|bt |u?comis)\w+ (?:.*, ?)?(%\w+)$",
    copies=r"mov(abs)?q [^(]*, ?%\w+$",
    frame=(),
    disassembly=("--x86-asm-syntax=intel",),
    holes={1: "HOLE_ABS64", 2: "HOLE_REL32", 4: "HOLE_REL32",
           10: "HOLE_ABS32", 11: "HOLE_ABS32"},
    encodings=_X86_64_ENCODINGS,
    names=(("r14", "r14d", "r14w", "r14b"), ("r15", "r15d", "r15w", "r15b"),
           ("rdi", "edi", "di", "dil"), ("rsi", "esi", "si", "sil"),
           ("r8", "r8d", "r8w", "r8b"), ("r9", "r9d", "r9w", "r9b")),
    double_names=tuple((f"xmm{i}",) for i in range(8)),
    suffixes={"r1": ".d", "r2": ".w", "r3": ".b"},
)

AARCH64 = Machine(
    name="aarch64",
    comment=r"//.*",
    jump="b",
    conditional=r"(b\.[a-z]+|cbn?z|tbn?z)\s+((?:\S+,\s*)*)(\S+)$",
    inverse=_both_ways("b.eq/b.ne b.hs/b.lo b.mi/b.pl b.vs/b.vc b.hi/b.ls "
                       "b.ge/b.lt b.gt/b.le cbz/cbnz tbz/tbnz"),
    returns=("ret", "br"),
    forbidden=r"\bsp\b|\bx30\b|\b[xw](18|29)\b",
    short=("tbz", "tbnz"),
    words=tuple(f"x{i}" for i in range(22, 28)),
    doubles=tuple(f"d{i}" for i in range(8)),
    writes=r"(?!f?cm[pn]|tst|ccm|st|cb|tb)\w+ ([xw]\d+)\b",
    copies=r"mov x\d+, x\d+$",
    # x30 is nobody's.
    frame=("str x30, [sp, #-16]!", "ldr x30, [sp], #16"),
    disassembly=(),
    holes={263: "HOLE_MOVW0", 264: "HOLE_MOVW0", 265: "HOLE_MOVW1",
           266: "HOLE_MOVW1", 267: "HOLE_MOVW2", 268: "HOLE_MOVW2",
           269: "HOLE_MOVW3", 280: "HOLE_BRANCH19", 282: "HOLE_JUMP26",
           283: "HOLE_JUMP26"},
    # Rd and Rm, Rn, Ra; Rd twice.
    encodings=tuple(
        _shifted(5, numbers, *shifts)
        for numbers in (tuple(range(22, 28)), tuple(range(8)))
        for shifts in ((0,), (5,), (2,), (0, 5))),
    names=tuple((f"x{i}", f"w{i}") for i in range(22, 28)),
    double_names=tuple(tuple(f"{k}{i}" for k in "dsqbhv") for i in range(8)),
    suffixes={"r1": ".w", "x1": ".s", "x2": ".q", "x3": ".b", "x4": ".h",
              "x5": ".v"},
)


# What Windows' C convention lets a callee write over, above its return address.
X86_64_WINDOWS = replace(X86_64, frame=("subq $32, %rsp", "addq $32, %rsp"))


@dataclass(frozen=True)
class Platform:
    """A file in Stencils/."""

    name: str
    machine: Machine
    target: str  # whose C it is
    backend: str  # who makes its machine code: see above
    flags: tuple[str, ...]
    backend_flags: tuple[str, ...]

    @property
    def file(self) -> str:
        return f"jit_stencils-{self.name}.h"

    @property
    def compile_flags(self) -> list[str]:
        """From C to LLVM's language."""
        return [f"--target={self.target}", *COMMON_FLAGS, *self.flags]

    @property
    def assemble_flags(self) -> list[str]:
        """From there to machine code."""
        return [f"--target={self.backend}", *COMMON_FLAGS, *self.flags,
                *self.backend_flags]

    @property
    def all_flags(self) -> str:
        """For the manifest."""
        return " ".join([*self.compile_flags, "|", *self.assemble_flags])


# x18 belongs to the system on darwin and windows, and to shadow call stacks.
# The oldest processor and no particular one's timing: the same code on the
# three systems, so that a test on one speaks for all.
_AARCH64 = {"backend": "aarch64-unknown-linux-gnu",
            "flags": ("-mcpu=generic", "-ffixed-x18"),
            "backend_flags": ("-mcmodel=large",)}
# ENTRY aligns the stack so that calls need not: template_x86_64.h.
_X86_64 = {"flags": ("-march=x86-64", "-mstack-alignment=8"),
           "backend_flags": ("-mcmodel=small",)}
_SYSV = {"backend": "x86_64-unknown-linux-gnu", **_X86_64}

PLATFORMS = (
    Platform("aarch64-darwin", AARCH64, "arm64-apple-macosx", **_AARCH64),
    Platform("aarch64-linux", AARCH64, "aarch64-unknown-linux-gnu", **_AARCH64),
    Platform("aarch64-windows", AARCH64, "aarch64-pc-windows-gnu", **_AARCH64),
    Platform("x86_64-darwin", X86_64, "x86_64-apple-macosx", **_SYSV),
    Platform("x86_64-linux", X86_64, "x86_64-unknown-linux-gnu", **_SYSV),
    Platform("x86_64-windows", X86_64_WINDOWS, "x86_64-pc-windows-gnu",
             backend="x86_64-pc-windows-gnu-elf", **_X86_64),
)


def without_comment(machine: Machine, line: str) -> str:
    """The line's instruction, directive or label."""
    return re.sub(machine.comment, "", line).strip()
