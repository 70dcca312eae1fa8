# SPDX-License-Identifier: MIT
"""All of it: compile, tabulate, write."""
from __future__ import annotations

import argparse
import os
import re
import shutil
import tempfile
from pathlib import Path

from . import manifest, table, templates
from .build import Builder, Tools, run
from .machines import PLATFORMS, Platform
from .variants import FIRST_PIECE, PIECES, Row, all_variants, read_names, \
    read_rows

TOP = Path(__file__).resolve().parents[3]
# The one compiler that files are made with and verified by; check and verify
# read it here, not from what they look at.
LLVM = "19.1.7"
SINCE = 19  # has preserve_none for x86_64 and aarch64


def find_tools(any_version: bool = False) -> Tools:
    """clang and the llvm-objdump beside it, of the version that the files are
    made with."""
    major = LLVM.partition(".")[0]
    clang = os.environ.get("CLANG") or f"clang-{major}"
    if shutil.which(clang) is None:
        raise SystemExit(
            f"{clang} is not here: stencils are made with clang {LLVM} "
            f"(Debian: clang-{major} and llvm-{major}; or set CLANG)")
    version = run(clang, "--version")
    found = re.search(r"clang version ((\d+)[\d.]*)", version)
    if found is None or found[1] != LLVM and not any_version:
        raise SystemExit(f"{clang} is not clang {LLVM}: {version}")
    if int(found[2]) < SINCE:
        raise SystemExit(f"clang {found[1]} has no preserve_none, by which "
                         f"stencils keep values in registers: {SINCE} is the "
                         "first for x86_64 and aarch64")
    beside = Path(shutil.which(clang)).resolve().parent / "llvm-objdump"
    objdump = (str(beside) if beside.exists()
               else shutil.which(f"llvm-objdump-{found[2]}"))
    if objdump is None:
        raise SystemExit(f"llvm-objdump of LLVM {found[1]} is not here")
    return Tools(clang, objdump, len(os.sched_getaffinity(0)))


def _abi(builder: Builder, rows: list[Row], helpers: list[str]) -> list[str]:
    """Lines of the file by which abi_check.c compares."""
    listed = (TOP / "src/jit/template_abi.h").read_text("utf-8")
    macros = re.findall(r"^(STENCIL_\w+)\(([^)]*)\)$", listed, re.M)
    value = {"STENCIL_FIELD": "offsetof({})", "STENCIL_SIZE": "sizeof({})",
             "STENCIL_NUMBER": "{}"}
    facts = builder.facts([value[macro].format(args)
                           for macro, args in macros])
    lines = [f"{macro}({args}, {fact})"
             for (macro, args), fact in zip(macros, facts)]
    lines += [f"STENCIL_UOP({r.name}, {r.number})" for r in rows]
    lines.append(f"STENCIL_UOPS({len(rows)})")
    lines += [f"STENCIL_PIECE({name}, {FIRST_PIECE + i})"
              for i, (name, _, _) in enumerate(PIECES)]
    lines += [f"STENCIL_HELPER({h}, {i})" for i, h in enumerate(helpers)]
    return lines


def _file(platform: Platform, scratch: Path, tools: Tools) -> str:
    rows = read_rows(TOP / "src/abi/uops.def")
    helpers = read_names(TOP / "src/abi/helpers.def", "HELPER")
    builder = Builder(platform, TOP, scratch, tools, helpers)
    variants = all_variants(rows)
    codes = builder.compile(variants)
    groups = templates.fit(platform.machine, variants, codes)
    templates.prove(platform.machine, groups, variants, codes)
    tables = table.Tables(groups)
    text = table.text(platform, tables, _abi(builder, rows, helpers))
    print(f"{platform.name}: {len(variants)} stencils, "
          f"{len(tables.template_rows)} templates, {tables.code_size} bytes of "
          f"code, {len(text)} of text")
    return text


def write_all(directory: Path, texts: dict[str, str]) -> None:
    """Writes each file under another name first, which no other process has,
    then renames it: whoever reads or writes meanwhile sees whole files."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        new = directory / f"{name}.{os.getpid()}.new"
        new.write_text(text, encoding="ascii", newline="\n")
        os.replace(new, directory / name)


def main(args: argparse.Namespace) -> None:
    """Nothing is written before all has been made."""
    tools = find_tools(args.any_version)
    wanted = [p for p in PLATFORMS
              if not args.platform or p.name in args.platform]
    with tempfile.TemporaryDirectory() as scratch:
        texts = {p.file: _file(p, Path(scratch), tools) for p in wanted}
    if len(wanted) == len(PLATFORMS):
        texts["MANIFEST"] = manifest.text(TOP, tools, texts)
    write_all(args.directory, texts)
