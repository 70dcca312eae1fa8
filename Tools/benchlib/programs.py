# SPDX-License-Identifier: MIT
"""The benchmark programs (tests/programs) and the size at which one call of
run(n) takes CPython 3.11 about 50 milliseconds, and those for modules of the
library."""

from dataclasses import dataclass
from pathlib import Path

from benchlib.library import LIBRARY

ROOT = Path(__file__).resolve().parent.parent.parent

SIZES: dict[str, int] = {
    "add": 800000,
    "fib": 28,
    "nbody": 11000,
    "fannkuch": 8,
    "spectral_norm": 110,
    "mandelbrot": 130,
    "nqueens": 9,
    "binary_trees": 13,
    "richards": 14000,
    "deltablue": 270,
    "life": 300,
    "lru_cache": 75000,
    "calculator": 650,
    "wordfreq": 20,
    "pidigits": 1000,
    "strings": 430,
    "generators": 140000,
    "exceptions": 32000,
    "closures": 130000,
    "matmul": 60,
    "bytecode_vm": 2700,
    "records": 5600,
    "contexts": 5300,
    "patterns": 155,
}

# Programs that need a newer language than the peer speaks (PyPy is a 3.9).
NOT_FOR: dict[str, set[str]] = {"pypy3": {"patterns"}}


@dataclass(frozen=True)
class Program:
    """A row of the report: what is called, and how much it is to do."""

    name: str
    path: Path
    size: int
    function: str = ""

    @property
    def group(self) -> str:
        """The module that it is for, or nothing."""
        return self.name.partition(".")[0] if self.function else ""

    def arguments(self, iterations: int, clock: str) -> list[str]:
        """Of driver.py."""
        function = [self.function] if self.function else []
        return [str(self.path), str(self.size), str(iterations), clock, *function]


def list_programs() -> list[Program]:
    """Those of tests/programs."""
    folder = ROOT / "tests" / "programs"
    return [Program(name, folder / f"{name}.py", size)
            for name, size in SIZES.items()]


def list_library() -> list[Program]:
    """Those for modules of the library, named MODULE.FUNCTION."""
    folder = Path(__file__).with_name("library")
    return [Program(f"{module}.{function}", folder / f"bench_{module}.py", size,
                    function)
            for module, sizes in LIBRARY.items()
            for function, size in sizes.items()]
