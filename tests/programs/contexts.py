# SPDX-License-Identifier: MIT
"""Context managers: nesting, suppression, order of exits, a stack of them."""

import sys


class Step:
    """Logs its entry and exit; swallows exceptions of the given types."""

    def __init__(self, name, log, swallow=()):
        self.name = name
        self.log = log
        self.swallow = swallow

    def __enter__(self):
        self.log.append("+" + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.log.append("-" + self.name)
            return False
        self.log.append("!%s:%s" % (self.name, kind.__name__))
        return issubclass(kind, tuple(self.swallow))


class ExitStack:
    def __init__(self):
        self.exits = []

    def enter(self, manager):
        value = type(manager).__enter__(manager)
        self.exits.append(manager.__exit__)
        return value

    def callback(self, function, *args):
        def leave(kind, value, traceback):
            function(*args)
            return False
        self.exits.append(leave)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        details = (kind, value, traceback)
        suppressed = False
        while self.exits:
            leave = self.exits.pop()
            try:
                if leave(*details):
                    suppressed = True
                    details = (None, None, None)
            except Exception as error:
                suppressed = False
                details = (type(error), error, error.__traceback__)
        if details[1] is not None and details[1] is not value:
            raise details[1]
        return suppressed and kind is not None


class Generated:
    """A generator that yields once, made a context manager."""

    def __init__(self, generator):
        self.generator = generator

    def __enter__(self):
        return next(self.generator)

    def __exit__(self, kind, value, traceback):
        if kind is None:
            return next(self.generator, None) is not None
        try:
            self.generator.throw(value)
        except StopIteration:
            return True
        except BaseException as error:
            if error is value:
                return False
            raise
        raise RuntimeError("generator did not stop")


def context(function):
    return lambda *args: Generated(function(*args))


@context
def changed(mapping, key, value):
    old = mapping[key]
    mapping[key] = value
    try:
        yield mapping
    except ZeroDivisionError:
        mapping["divided"] = True
    finally:
        mapping[key] = old


def leave_early(log):
    for i in range(4):
        with Step("a%d" % i, log), Step("b%d" % i, log) as name:
            if i == 0:
                continue
            if i == 2:
                return name
    return None


def run(n):
    log = []
    settings = {"depth": 0}
    total = 0
    for i in range(n):
        with Step("outer", log, (KeyError, ValueError)):
            with changed(settings, "depth", i):
                with Step("inner", log):
                    total += settings["depth"]
                    if i % 5 == 0:
                        raise KeyError(i)
                    if i % 7 == 0:
                        1 // 0
        with ExitStack() as stack:
            for name in ("x", "y"):
                stack.enter(Step(name, log))
            stack.callback(log.append, "called")
    checksum = 0
    for entry in log:
        checksum = (checksum * 17 + len(entry) + ord(entry[0])) % 1000003
    return total, len(log), checksum, settings["depth"]


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    events = []
    with Step("one", events) as one, Step("two", events, [ValueError]) as two:
        print(one, two)
        raise ValueError("swallowed")
    print(events)
    events.clear()
    try:
        with Step("p", events, [TypeError]):
            with Step("q", events):
                raise ValueError("through")
    except ValueError as error:
        print("caught", error, events)
    events.clear()
    print(leave_early(events), events)
    events.clear()
    with ExitStack() as chain:
        chain.enter(Step("s", events, [ZeroDivisionError]))
        chain.callback(events.append, "callback")
        chain.enter(Step("t", events))
        1 / 0
    print(events)
    options = {"depth": 1}
    with changed(options, "depth", 2) as inner:
        print(inner)
        1 % 0
    print(options)
    print(run(scale))
