# SPDX-License-Identifier: MIT
"""Counting asks the mapping's own get and __setitem__, if it has them."""
from collections import Counter, OrderedDict, _count_elements


def counted(cls, items="abca"):
    mapping = cls()
    _count_elements(mapping, items)
    return dict(mapping)


class Deleting(dict):
    def __delitem__(self, key):
        print("delete", key)


class Setting(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        dict.__setitem__(self, key, value)


class Getting(dict):
    def get(self, key, default=None):
        print("get", key, default)
        return dict.get(self, key, 10)


class Missing(dict):
    def __missing__(self, key):
        print("missing", key)
        return 100

    def __getitem__(self, key):
        print("getitem", key)


class SettingCounter(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


class Plain:
    def __init__(self):
        self.d = {}

    def get(self, key, default):
        return self.d.get(key, default)

    def __setitem__(self, key, value):
        self.d[key] = value

    def keys(self):
        return self.d.keys()

    def __getitem__(self, key):
        return self.d[key]


for cls in (dict, Counter, Deleting, Setting, Getting, Missing, SettingCounter,
            OrderedDict, Plain):
    print(cls.__name__, counted(cls))

# Found when it counts, not when the class was made.
class Later(Counter):
    pass


Later.__setitem__ = lambda self, k, v: dict.__setitem__(self, k, -v)
print(counted(Later, "aab"))
del Later.__setitem__
print(counted(Later, "aab"))

c = Counter(x=True, y=1.5, z=2 ** 62 - 1)
c.update("xyzz")
print(c["x"], c["y"], c["z"] == 2 ** 62 + 1)
try:
    Counter([[]])
except TypeError as e:
    print(e)
