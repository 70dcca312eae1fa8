# SPDX-License-Identifier: MIT
"""Starting processes and reading what they cost: time, peak memory."""

import os
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchlib.programs import Program

DRIVER = Path(__file__).with_name("driver.py")


class BenchError(Exception):
    """A run that failed or that disagrees with the others."""


@dataclass(frozen=True)
class Interpreter:
    """One column of the report: a command and what it adds to the
    environment."""

    name: str
    command: tuple[str, ...]
    env: tuple[tuple[str, str], ...] = ()

    def environment(self) -> dict[str, str]:
        env = {k: v for k, v in os.environ.items() if k != "PYTHON_JIT"}
        env["PYTHONHASHSEED"] = "0"
        env.update(self.env)
        return env


@dataclass
class Run:
    """One process: seconds of each iteration, results, peak memory."""

    times: list[float]
    sums: list[str]
    rss_kib: int

    @property
    def first(self) -> float:
        return self.times[0]

    @property
    def steady(self) -> float:
        """Median of the last half of the iterations."""
        return statistics.median(self.times[len(self.times) // 2:])

    @property
    def warmup(self) -> float:
        """Seconds before the first of three iterations in a row that are
        within a tenth of the steady median (of all of them, if none)."""
        near = [t <= self.steady * 1.1 for t in self.times]
        for i in range(len(near)):
            if all(near[i:i + 3]):
                return sum(self.times[:i])
        return sum(self.times)


@dataclass
class Result:
    """All runs of one program under one interpreter."""

    runs: list[Run] = field(default_factory=list)
    error: str = ""

    def median(self, figure: str) -> float:
        return statistics.median(getattr(r, figure) for r in self.runs)


def spawn(command: list[str], env: dict[str, str],
          timeout: float = 600) -> tuple[int, str, str, int]:
    """Run to the end; return (status, stdout, stderr, peak RSS in KiB)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, env=env, stdout=out, stderr=err,
                                   stdin=subprocess.DEVNULL)
        timer = threading.Timer(timeout, process.kill)
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            timer.cancel()
        code = process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return (code, out.read().decode("utf-8", "replace"),
                err.read().decode("utf-8", "replace"), usage.ru_maxrss)


def run_program(interpreter: Interpreter, program: Program, iterations: int,
                clock: str) -> Run:
    """Time one process; raise BenchError if it fails or is unsteady."""
    command = [*interpreter.command, str(DRIVER),
               *program.arguments(iterations, clock)]
    code, out, err, rss = spawn(command, interpreter.environment())
    if code != 0:
        last = err.strip().splitlines()[-1:] or ["no message"]
        raise BenchError(f"exit status {code}: {last[0]}")
    times, sums = [], []
    for line in out.splitlines():
        word, _, rest = line.partition(" ")
        if word == "time":
            times.append(float(rest))
        elif word == "sum":
            sums.append(rest)
        elif word == "peak":
            rss = int(rest)
    if len(times) != iterations or not sums:
        raise BenchError("the driver's report is not complete")
    if len(sums) != 1:
        raise BenchError("results change between iterations: "
                         + " then ".join(sums[:3]))
    return Run(times, sums, rss)


def time_process(interpreter: Interpreter, arguments: list[str]) -> float:
    """Wall seconds from fork to reaped exit."""
    command = [*interpreter.command, *arguments]
    env = interpreter.environment()
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
