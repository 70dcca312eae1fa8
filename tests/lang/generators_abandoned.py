# SPDX-License-Identifier: MIT
"""Generators that nobody resumes any more are closed when they are found."""
import gc


class Manager:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        pass

    def __exit__(self, kind, value, tb):
        self.log.append(kind.__name__)


def in_finally(log):
    try:
        yield 1
        yield 2
    finally:
        log.append("finally")


def in_with(log):
    with Manager(log):
        yield 1


def delegating(log):
    try:
        yield from in_finally(log)
    finally:
        log.append("outer")


def not_started(log):
    try:
        yield 1
    finally:
        log.append("never")


async def coroutine(log):
    try:
        await Suspend()
    finally:
        log.append("coroutine")


class Suspend:
    def __await__(self):
        yield 1


def collect(depth=60):
    """With the stack below overwritten, which is scanned conservatively."""
    if depth:
        return collect(depth - 1)
    for _ in range(3):
        gc.collect()


def abandon(make, n):
    for _ in range(n):
        g = make()
        (g.send(None) if hasattr(g, "send") else next(g))
    g = None


for make in in_finally, in_with, delegating, coroutine:
    log = []
    abandon(lambda: make(log), 50)
    collect()
    print(make.__name__, sorted({*log}), len(log) > 40)
log = []
for _ in range(50):
    not_started(log)
collect()
print("not started", log)


def at_exit():
    try:
        yield 1
    finally:
        print("closed at exit")


kept = at_exit()
next(kept)
print("end")
# Alone: collects garbage, and what is dead depends on other threads
