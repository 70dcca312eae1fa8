# SPDX-License-Identifier: MIT
"""Runs inside the interpreter under test: times run(n) of one program.

    driver.py PROGRAM.py N ITERATIONS CLOCK [FUNCTION]

or, if there is one, FUNCTION(n), for which PROGRAM.py is imported.  CLOCK is a
function of the module time.  Needs only sys, time, open and exec, so that an
interpreter with no library can be measured too.  Prints one "time SECONDS" line
per iteration, "sum CHECKSUM" for each different result (there should be one) and,
where the system tells, "peak KIB" (wait4's figure would include the parent's
before exec)."""

import sys
import time


def find_function(path, function):
    if function:
        folder, _, file = path.rpartition("/")
        sys.path.insert(0, folder)
        sys.dont_write_bytecode = True
        return getattr(__import__(file[:-3]), function[0])
    with open(path, encoding="utf-8") as f:
        source = f.read()
    names = {"__name__": "benchmark", "__file__": path}
    exec(compile(source, path, "exec"), names)
    return names["run"]


def main():
    path, n, iterations = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    clock = getattr(time, sys.argv[4])
    run = find_function(path, sys.argv[5:])
    times = []
    results = []
    for _ in range(iterations):
        start = clock()
        result = run(n)
        times.append(clock() - start)
        if result not in results:
            results.append(result)
    for seconds in times:
        print("time %.9f" % seconds)
    for result in results:
        print("sum", repr(result))
    try:
        with open("/proc/self/status") as f:
            for line in f:
                if line.startswith("VmHWM:"):
                    print("peak", line.split()[1])
    except OSError:
        pass


main()
