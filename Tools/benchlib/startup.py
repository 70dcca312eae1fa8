# SPDX-License-Identifier: MIT
"""How long it takes to start and to do nothing."""

import statistics

from benchlib.measure import Interpreter, spawn, time_process
from benchlib.report import format_table

NOTHING = ["-c", "pass"]
PEAK = ["-c", "print(open('/proc/self/status').read())"]


def measure_peak(interpreter: Interpreter) -> int:
    """Peak memory in KiB of a process that does next to nothing."""
    _, out, _, rss = spawn([*interpreter.command, *PEAK],
                           interpreter.environment())
    for line in out.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return rss


def measure_startup(columns: list[Interpreter], rounds: int) -> dict:
    """Interleaved rounds; median seconds and peak memory of each."""
    times: dict[str, list[float]] = {c.name: [] for c in columns}
    memory: dict[str, int] = {}
    for c in columns:
        time_process(c, NOTHING)
        memory[c.name] = measure_peak(c)
    for i in range(rounds):
        for c in columns[i % len(columns):] + columns[:i % len(columns)]:
            times[c.name].append(time_process(c, NOTHING))
    return {name: {"median": statistics.median(t), "minimum": min(t),
                   "peak_kib": memory[name]} for name, t in times.items()}


def format_startup(figures: dict, base: str) -> str:
    rows = [["start-up", "median ms", "min ms", f"time / {base}",
             "peak MiB"]]
    unit = figures[base]["median"]
    for name, f in figures.items():
        rows.append([name, f"{f['median'] * 1e3:.2f}",
                     f"{f['minimum'] * 1e3:.2f}",
                     f"{f['median'] / unit:.2f}",
                     f"{f['peak_kib'] / 1024:.1f}"])
    return format_table(rows)
