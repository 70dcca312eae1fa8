# SPDX-License-Identifier: MIT
"""Tables and JSON from results."""

import math
from collections.abc import Iterable, Mapping

from benchlib.measure import Interpreter, Result

Results = Mapping[str, Mapping[str, Result]]


def geometric_mean(values: Iterable[float]) -> float:
    logs = [math.log(v) for v in values]
    return math.exp(sum(logs) / len(logs)) if logs else math.nan


def speed_ratio(results: Results, program: str, name: str, base: str,
                figure: str = "steady") -> float | None:
    """How many times faster `name` is than `base`, or None."""
    ours = results[program].get(name)
    theirs = results[program].get(base)
    if not ours or not theirs or not ours.runs or not theirs.runs:
        return None
    least = 1e-9
    return max(theirs.median(figure), least) / max(ours.median(figure), least)


def format_table(rows: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [c.rjust(w) for c, w in zip(row[1:], widths[1:])]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def format_times(results: Results, columns: list[Interpreter]) -> str:
    """Per program and interpreter: the four measured figures."""
    rows = [["program", "interpreter", "first ms", "to steady ms",
             "steady ms", "peak MiB"]]
    for program, by_name in results.items():
        for column in columns:
            result = by_name.get(column.name)
            if result is None:
                continue
            if not result.runs:
                rows.append([program, column.name, "failed", "", "", ""])
                continue
            rows.append([program, column.name]
                        + [f"{result.median(f) * 1e3:.2f}"
                           for f in ("first", "warmup", "steady")]
                        + [f"{result.median('rss_kib') / 1024:.1f}"])
    return format_table(rows)


def format_ratios(results: Results, ours: list[Interpreter],
                  peers: list[Interpreter], figure: str) -> str:
    """Speed of each of ours against each peer, with mean and minimum."""
    pairs = [(a, b) for b in peers for a in ours if a.name != b.name]
    rows = [[f"{figure} speed"] + [f"{a.name} / {b.name}" for a, b in pairs]]
    columns: list[list[float]] = [[] for _ in pairs]
    for program in results:
        row = [program]
        for column, (a, b) in zip(columns, pairs):
            ratio = speed_ratio(results, program, a.name, b.name, figure)
            if ratio is None:
                row.append("-")
            else:
                row.append(f"{ratio:.2f}x")
                column.append(ratio)
        rows.append(row)
    for module in {p.partition(".")[0]: 0 for p in results if "." in p}:
        rows.append([f"mean of {module}"] + [
            f"{mean:.2f}x" if math.isfinite(mean := geometric_mean(
                r for p in results if p.startswith(module + ".")
                and (r := speed_ratio(results, p, a.name, b.name, figure))))
            else "-" for a, b in pairs])
    rows.append(["geometric mean"] + [
        f"{geometric_mean(c):.2f}x" if c else "-" for c in columns])
    rows.append(["minimum"] + [f"{min(c):.2f}x" if c else "-"
                               for c in columns])
    return format_table(rows)


def to_json(results: Results, columns: list[Interpreter],
            settings: dict) -> dict:
    """Everything measured, in plain lists and dicts."""
    programs: dict[str, dict] = {}
    for program, by_name in results.items():
        programs[program] = {}
        for name, result in by_name.items():
            entry: dict = {"error": result.error} if result.error else {}
            if result.runs:
                entry.update(
                    first=result.median("first"),
                    to_steady=result.median("warmup"),
                    steady=result.median("steady"),
                    peak_kib=result.median("rss_kib"),
                    checksum=result.runs[0].sums[0],
                    times=[run.times for run in result.runs])
            programs[program][name] = entry
    names = [c.name for c in columns]
    means = {
        figure: {a: {b: finite(geometric_mean(
            r for p in results
            if (r := speed_ratio(results, p, a, b, figure)) is not None))
            for b in names if b != a} for a in names}
        for figure in ("steady", "first")}
    return {"settings": settings,
            "interpreters": {c.name: {"command": list(c.command),
                                      "env": dict(c.env)} for c in columns},
            "programs": programs, "geometric_mean_speed": means}


def finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
