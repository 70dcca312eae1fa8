# SPDX-License-Identifier: MIT
# trace eager: f: loops >= 5
# trace: drain: loops == 1
"""Traces of code that nobody has any more do not pile up."""

SOURCE = """
def f(n):
    total = 0
    for i in range(n):
        if i & 1:
            total += i
        else:
            total -= 1
    return total

result = f(%d)
"""
ROUNDS = 900


def resident_kib():
    try:
        with open("/proc/self/maps") as maps:
            for line in maps.read().splitlines():
                start, end = line.split()[0].split("-")
                if int(end, 16) - int(start, 16) > 1 << 40:
                    return 0  # AddressSanitizer keeps what has been freed
        with open("/proc/self/comm") as comm:
            if comm.read().startswith("qemu"):
                return 0  # it is the emulator's translated code
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * 4
    except OSError:
        return 0


def run(rounds):
    results = set()
    for i in range(rounds):
        namespace = {}
        exec(SOURCE % (150 + i % 5), namespace)
        results.add(namespace["result"])
    return sorted(results)


print(run(ROUNDS // 3))
before = resident_kib()
print(run(ROUNDS))
print(resident_kib() - before < 6000)


# A trace that runs on when its function is gone.
def last_of(make, n):
    namespace = {}
    exec(make, namespace)
    return namespace["f"](n, namespace)


FORGETFUL = """
def f(n, namespace):
    total = 0
    for i in range(n):
        total += i
        if i == n // 2:
            namespace.clear()
            keep = [[j, str(j)] for j in range(500)]
    return total, len(keep)
"""
print([last_of(FORGETFUL, n) for n in (10, 100, 1000)])


# A caller that inlined it, and a generator that outlives it.
GENERATOR = """
def g(n):
    for i in range(n):
        yield i * i

def f(n, namespace):
    return g(n)
"""


def drain(n):
    generator = last_of(GENERATOR, n)
    total = 0
    for i in range(n):
        total += next(generator)
        if i % 100 == 0:
            keep = [str(i)] * 300
    return total, len(keep)


print([drain(n) for n in (10, 300, 1000)])
