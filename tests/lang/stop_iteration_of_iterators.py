# SPDX-License-Identifier: MIT
"""The value that __next__ ends with, written in Python, is that of yield from, of
await and of next()'s StopIteration, also by way of builtin iterators."""


class Ends:
    def __init__(self, *values):
        self.values = list(values)

    def __iter__(self):
        return self

    def __next__(self):
        if self.values:
            return self.values.pop()
        raise StopIteration(5)


class Sends(Ends):
    def send(self, v):
        raise StopIteration(6)


def delegate(it):
    print("value", (yield from it))


for it in (Ends(), Ends(1, 2), Sends(), iter(Ends()), map(len, Ends()),
           filter(None, Ends()), enumerate(Ends()), iter([]), range(0),
           zip(Ends(), Ends())):
    print(list(delegate(it)))
try:
    next(Ends())
except StopIteration as e:
    print(e.value)
try:
    Ends().__next__()
except StopIteration as e:
    print(e.value)
print(next(Ends(), 7))
try:
    next(iter([]))
except StopIteration as e:
    print(e.value)


class Wait:
    def __init__(self, *values):
        self.values = values

    def __await__(self):
        return Ends(*self.values)


async def waits():
    return [await Wait(), await Wait(1)]


c = waits()
print(c.send(None))
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
