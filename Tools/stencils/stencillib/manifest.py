# SPDX-License-Identifier: MIT
"""Stencils/MANIFEST: what the files were made from, for check and reviewers."""
from __future__ import annotations

import hashlib
import posixpath
import re
from pathlib import Path

from .build import TEMPLATE, Tools, run
from .machines import PLATFORMS, Platform

GENERATOR = "Tools/stencils"
# All that the template includes, but for the compiler's own headers; check
# knows the same patterns.
SOURCES = ("src/abi/*.h", "src/abi/*.def", "src/jit/stencil_template.c",
           "src/jit/template_*.h")
# Read by the generator itself.
TABLES = ("src/abi/helpers.def", "src/abi/uops.def", "src/jit/template_abi.h")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def compiler_version(tools: Tools) -> str:
    """Without what a distribution adds to it."""
    found = re.search(r"clang version [\d.]+", run(tools.clang, "--version"))
    assert found
    return found[0]


def _generator_files(top: Path) -> list[str]:
    files = [top / GENERATOR / "generate",
             *(top / GENERATOR / "stencillib").glob("*.py")]
    return sorted(str(f.relative_to(top)) for f in files)


def _template_files(top: Path, tools: Tools) -> list[str]:
    """The template and all that it may include, on any platform."""
    files = {str(f.relative_to(top)) for p in SOURCES for f in top.glob(p)}
    for platform in PLATFORMS:
        rule = run(tools.clang, *platform.compile_flags, "-I", "src",
                   "-MM", f"src/{TEMPLATE}", directory=top)
        for path in rule.replace("\\\n", " ").split()[1:]:
            if posixpath.normpath(path) not in files:
                raise SystemExit(f"the template includes {path}, which is no "
                                 "part of the stencil ABI: see src/abi")
    return sorted(files)


def _without_layout(top: Path, text: str) -> str:
    """C as normalize.awk prints it."""
    return run("awk", "-f", top / GENERATOR / "normalize.awk", given=text)


def _normalized(top: Path, path: str) -> str:
    """As check sees it: C without its comments, other files as they are."""
    text = (top / path).read_text("utf-8")
    if Path(path).suffix in (".c", ".h", ".def"):
        return _without_layout(top, text)
    return text


def input_digest(top: Path, tools: Tools, platform: Platform) -> str:
    """Of everything that can change a byte of the platform's file."""
    preprocessed = run(tools.clang, *platform.compile_flags, "-I", "src",
                       "-E", "-P", f"src/{TEMPLATE}", directory=top)
    parts = [_without_layout(top, preprocessed)]
    parts += [_normalized(top, p) for p in TABLES]
    parts += [(top / p).read_text("utf-8") for p in _generator_files(top)]
    parts += [platform.all_flags, compiler_version(tools)]
    return _digest("\0".join(parts))


def text(top: Path, tools: Tools, files: dict[str, str]) -> str:
    """The whole MANIFEST."""
    lines = ["# Written by Tools/stencils/regen.  Checked by "
             "Tools/stencils/check.",
             f"compiler: {compiler_version(tools)}", "",
             "# SHA-256 of the sources; of C, as normalize.awk prints it."]
    for path in _template_files(top, tools) + _generator_files(top):
        lines.append(f"source: {_digest(_normalized(top, path))} {path}")
    for platform in PLATFORMS:
        lines += ["", f"file: {platform.file}",
                  f"sha256: {_digest(files[platform.file])}",
                  f"input-digest: {input_digest(top, tools, platform)}",
                  f"flags: {platform.all_flags}"]
    return "\n".join(lines) + "\n"
