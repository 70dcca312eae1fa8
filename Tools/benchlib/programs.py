# SPDX-License-Identifier: MIT
"""The benchmark programs (tests/programs) and the size at which one call of
run(n) takes CPython 3.11 about 50 milliseconds."""

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
