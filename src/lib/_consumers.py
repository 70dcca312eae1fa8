# SPDX-License-Identifier: MIT
"""What builtins do with a generator, as Python: see src/exec/consumers.c.

Their frames are hidden from tracebacks.  Each call site runs a copy.
"""

_join = "".__class__.join


def all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def sum(iterable):
    total = 0
    for item in iterable:
        total = total + item
    return total


def min(iterable):
    for least in iterable:
        break
    else:
        raise ValueError("min() arg is an empty sequence")
    for item in iterable:
        if item < least:
            least = item
    return least


def max(iterable):
    for most in iterable:
        break
    else:
        raise ValueError("max() arg is an empty sequence")
    for item in iterable:
        if item > most:
            most = item
    return most


def list(iterable):
    items = []
    for item in iterable:
        items.append(item)
    return items


def sorted(iterable):
    items = []
    for item in iterable:
        items.append(item)
    items.sort()
    return items


def tuple(iterable):
    items = []
    for item in iterable:
        items.append(item)
    return (*items,)


def set(iterable):
    items = {*()}
    for item in iterable:
        items.add(item)
    return items


def join(separator, iterable):
    items = []
    for item in iterable:
        items.append(item)
    return _join(separator, items)  # which a subclass may have overridden
