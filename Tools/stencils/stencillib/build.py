# SPDX-License-Identifier: MIT
"""From variants to machine code: runs the compiler over the template."""
from __future__ import annotations

import os
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from . import assembly, elf, holes
from .machines import Platform
from .variants import NONE, Variant

CHUNK = 400  # stencils in a compilation
TEMPLATE = "jit/stencil_template.c"
RAW = ("PIECE_ENTRY", "PIECE_LEAVE", "PIECE_LANDING")


@dataclass(frozen=True)
class Tools:
    clang: str
    objdump: str
    jobs: int


@dataclass(frozen=True)
class Code:
    """A stencil's machine code."""

    data: bytes
    holes: tuple[holes.Hole, ...]
    text: tuple[str, ...]  # disassembly


# No more of it: CPATH, CFLAGS, CCC_OVERRIDE_OPTIONS and the like shall not
# matter.
ENVIRONMENT = {"LC_ALL": "C", "PATH": os.environ.get("PATH", os.defpath),
               "TMPDIR": tempfile.gettempdir()}


def run(*command: str | Path, directory: Path | None = None,
        given: str | None = None) -> str:
    """A program's output, to the input given; its complaints, if it fails, are ours.  Run at the top
    of the tree, it is given paths that say nothing of where that is."""
    done = subprocess.run([str(c) for c in command], capture_output=True,
                          encoding="utf-8", check=False, env=ENVIRONMENT,
                          cwd=directory, input=given)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return done.stdout


class Builder:
    """Compiles for one platform in a scratch directory."""

    def __init__(self, platform: Platform, source: Path, scratch: Path,
                 tools: Tools, helpers: list[str]) -> None:
        self.platform = platform
        self.source = source
        self.scratch = scratch
        self.tools = tools
        self.helpers = {name: i for i, name in enumerate(helpers)}
        self.backend_lines = self._backend_lines()

    def _clang(self, *args: str | Path) -> str:
        return run(self.tools.clang, *self.platform.compile_flags,
                   "-Wno-unused-command-line-argument", "-I", "src",
                   "-S", "-emit-llvm", *args, directory=self.source)

    def _backend(self, *args: str | Path) -> str:
        return run(self.tools.clang, *self.platform.assemble_flags,
                   "-Wno-unused-command-line-argument", *args)

    def _backend_lines(self) -> dict[str, str]:
        """How LLVM IR says that it is for the back end."""
        path = self.scratch / f"{self.platform.name}-empty.c"
        path.write_text("int empty;\n")
        ir = path.with_suffix(".ll")
        self._backend("-S", "-emit-llvm", path, "-o", ir)
        return dict(re.findall(r"^target (\w+) = (.*)$", ir.read_text(), re.M))

    def _for_backend(self, ir: str) -> str:
        return re.sub(r"^target (\w+) = .*$",
                      lambda m: f"target {m[1]} = {self.backend_lines[m[1]]}",
                      ir, flags=re.M)

    def compile(self, variants: list[Variant]) -> list[Code]:
        """The code of each variant, in order."""
        chunks = [variants[i:i + CHUNK] for i in range(0, len(variants), CHUNK)]
        with ThreadPoolExecutor(self.tools.jobs) as pool:
            parts = pool.map(self._compile_chunk, range(len(chunks)), chunks)
            return [code for part in parts for code in part]

    def _compile_chunk(self, n: int, chunk: list[Variant]) -> list[Code]:
        base = self.scratch / f"{self.platform.name}-{n}"
        names = [f"s{i}" for i in range(len(chunk))]
        c, ir, asm, obj = (base.with_suffix(s) for s in
                           (".c", ".ll", ".s", ".o"))
        c.write_text(f'#include "{TEMPLATE}"\n' + "".join(
            v.source % name + "\n" for name, v in zip(names, chunk)))
        self._clang(c, "-o", ir)
        ir.write_text(holes.add_ranges(self._for_backend(ir.read_text())))
        self._backend("-S", ir, "-o", asm)
        machine = self.platform.machine
        functions = assembly.read_functions(machine, asm.read_text())
        if sorted(functions) != sorted(names):
            raise assembly.UnexpectedCode(f"functions of {asm}")
        by_name = dict(zip(names, chunk))
        asm.write_text(assembly.rewrite(
            machine, {name: functions[name] for name in names},
            {n for n, v in by_name.items() if v.source.startswith(RAW)},
            {n for n, v in by_name.items()
             if v.passes_all and v.out == NONE}))
        self._backend("-c", asm, "-o", obj)
        sections = elf.read(obj)
        text = self._disassemble(obj)
        return [self._code(sections[f".text.{name}"], text.get(name, []))
                for name in names]

    def _code(self, section: elf.Section, text: list[str]) -> Code:
        found = tuple(sorted(
            (holes.hole_of(self.platform.machine, self.helpers, r)
             for r in section.relocations), key=lambda h: h.offset))
        return Code(section.data, found, tuple(text))

    def _disassemble(self, obj: Path) -> dict[str, list[str]]:
        listing = run(self.tools.objdump, "-d", "-r", "--no-show-raw-insn",
                      *self.platform.machine.disassembly, obj)
        return read_listing(listing)

    def facts(self, expressions: list[str]) -> list[int]:
        """The values of constant expressions, as this compiler sees them."""
        path = self.scratch / f"{self.platform.name}-facts.c"
        ir = path.with_suffix(".ll")
        path.write_text(f'#include "{TEMPLATE}"\n' + "".join(
            f"extern const int64_t fact{i}; const int64_t fact{i} = {e};\n"
            for i, e in enumerate(expressions)))
        self._clang(path, "-o", ir)
        found = dict(re.findall(r"^@fact(\d+) = .*?i64 (-?\d+)",
                                ir.read_text(), re.M))
        return [int(found[str(i)]) for i in range(len(expressions))]


def read_listing(listing: str) -> dict[str, list[str]]:
    """Each function's instructions from llvm-objdump, holes by name."""
    functions: dict[str, list[tuple[str, str]]] = {}
    lines: list[tuple[str, str]] = []
    for line in listing.splitlines():
        if found := re.match(r"[0-9a-f]+ <(\w+)>:$", line):
            lines = functions[found[1]] = []
        elif found := re.match(r"\s+[0-9a-f]{16}:\s+R_\w+\s+(\S+)$", line):
            at, text = lines[-1]
            lines[-1] = at, _with_hole(text, found[1])
        elif found := re.match(r"\s*([0-9a-f]+):\s+(.*)$", line):
            text = re.sub(r"\s+", " ", found[2]).strip()
            lines.append((found[1], re.sub(r" <\S+>", "", text)))
    return {name: _numbered(code) for name, code in functions.items()}


def _with_hole(text: str, symbol: str) -> str:
    name = re.sub(r"^(stencil|hole)_|[+-]0x\w+$", "", symbol)
    if re.match(r"j|call|b(l|\.\w+)? |cbn?z", text):
        return re.sub(r"\S+$", name, text)
    return f"{text} ; {name}"


def _numbered(code: list[tuple[str, str]]) -> list[str]:
    """Offsets are shown where something jumps within."""
    targets = {m[1] for _, text in code
               if (m := re.match(r"(?:j|b|cb|tb).*\b0x([0-9a-f]+)$", text))}
    return [f"{at}: {text}" if at in targets else text for at, text in code]
