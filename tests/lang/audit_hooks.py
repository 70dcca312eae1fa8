# SPDX-License-Identifier: MIT
"""sys.audit() tells hooks in order; one may refuse an event, or another hook."""
import sys


def tried(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(tried(sys.audit, 1), tried(sys.audit, "spam", 1, 2))
print(tried(sys.audit, "spam", eggs=1))
print(tried(sys.audit))
print(tried(sys.addaudithook))
told = []


def first(event, args):
    if event.startswith(("spam", "sys.addaudithook")):
        told.append((event, args))


def second(event, args):
    if event == "spam.refused":
        raise ValueError(*args)
    if event == "sys.addaudithook" and refusing:
        raise refusing


refusing = None
print(sys.addaudithook(first))
print(tried(sys.audit, "spam.eggs", 1, [2], None))
sys.addaudithook(hook=second)
print(tried(sys.audit, "spam.refused", "no"))
print(tried(sys.audit, 1))
refusing = RuntimeError("quietly")
print(tried(sys.addaudithook, print))
refusing = KeyError("aloud")
print(tried(sys.addaudithook, print))
refusing = None
for i in range(3):
    sys.audit("spam", i)
print(told)
# Alone: sets or calls the process's hooks
