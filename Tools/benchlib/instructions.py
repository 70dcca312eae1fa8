# SPDX-License-Identifier: MIT
"""Instructions executed, by perf or, where it may not count, valgrind."""

import re
import shutil
import subprocess

from benchlib.measure import DRIVER, BenchError, Interpreter
from benchlib.programs import Program
from benchlib.report import format_table


def count_with_perf(command: list[str], env: dict[str, str]) -> int | None:
    perf = shutil.which("perf")
    if perf is None:
        return None
    done = subprocess.run(
        [perf, "stat", "-x", ",", "-e", "instructions:u", "--", *command],
        env=env, capture_output=True, text=True)
    for line in done.stderr.splitlines():
        fields = line.split(",")
        if "instructions" in line and fields[0].isdigit():
            return int(fields[0])
    return None


def count_with_valgrind(command: list[str], env: dict[str, str]
                        ) -> int | None:
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return None
    done = subprocess.run(
        [valgrind, "--tool=cachegrind", "--cache-sim=no",
         "--smc-check=all-non-file",
         "--cachegrind-out-file=/dev/null", *command],
        env=env, capture_output=True, text=True)
    match = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    return int(match.group(1).replace(",", "")) if match else None


def count_instructions(columns: list[Interpreter], programs: list[Program],
                       iterations: int) -> dict:
    """Instructions of one process per program and interpreter."""
    counts: dict[str, dict[str, int | None]] = {}
    for program in programs:
        counts[program.name] = {}
        for c in columns:
            command = [*c.command, str(DRIVER),
                       *program.arguments(iterations, "perf_counter")]
            count = count_with_perf(command, c.environment())
            if count is None:
                count = count_with_valgrind(command, c.environment())
            counts[program.name][c.name] = count
    if not any(v for row in counts.values() for v in row.values()):
        raise BenchError("neither perf nor valgrind can count here")
    return counts


def format_instructions(counts: dict, base: str) -> str:
    names = list(next(iter(counts.values())))
    rows = [["instructions"] + [h for n in names for h in (n, f"/ {base}")]]
    for program, row in counts.items():
        cells = [program]
        for name in names:
            value, unit = row.get(name), row.get(base)
            cells.append(f"{value / 1e6:.1f} M" if value else "-")
            cells.append(f"{value / unit:.2f}" if value and unit else "-")
        rows.append(cells)
    return format_table(rows)
