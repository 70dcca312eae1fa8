# SPDX-License-Identifier: MIT
"""Running a program under CPython and under Adder's modes (tests/modes)."""

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
MODES = ROOT / "tests" / "modes"


@dataclass(frozen=True)
class Mode:
    """A way to run: extra environment and options after the command."""

    name: str
    env: tuple[tuple[str, str], ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What a run shows to the outside."""

    status: int                 # negative: the signal; 124: too slow
    output: str
    errors: str = ""

    def same(self, other: "Outcome") -> bool:
        return (self.status, self.output) == (other.status, other.output)


def read_modes(path: Path = MODES) -> list[Mode]:
    """One mode a line: name, NAME=value words, then options."""
    modes = []
    lines = path.read_text().splitlines() if path.exists() else [
        "interp PYTHON_JIT=0", "jit PYTHON_JIT=1"]
    for line in lines:
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        n = 1
        while n < len(words) and "=" in words[n] and words[n][0] != "-":
            n += 1
        env = tuple(tuple(w.split("=", 1)) for w in words[1:n])
        modes.append(Mode(words[0], env, tuple(words[n:])))
    return modes


def run_file(command: list[str], mode: Mode, path: Path,
             timeout: float) -> Outcome:
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    env.update(LC_ALL="C.UTF-8", TZ="UTC", PYTHONHASHSEED="0")
    env.update(mode.env)
    try:
        done = subprocess.run([*command, *mode.options, str(path)], env=env,
                              stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=timeout, cwd=path.parent)
    except subprocess.TimeoutExpired as e:
        return Outcome(124, (e.stdout or b"").decode("utf-8", "replace"))
    return Outcome(done.returncode, done.stdout.decode("utf-8", "replace"),
                   done.stderr.decode("utf-8", "replace"))


def run_text(command: list[str], mode: Mode, text: str,
             timeout: float) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="adder-fuzz-") as directory:
        path = Path(directory) / "program.py"
        path.write_text(text, encoding="utf-8")
        return run_file(command, mode, path, timeout)
