# SPDX-License-Identifier: MIT
"""isinstance() believes what an object says of its class."""


class Property:
    @property
    def __class__(self):
        return int


class Attribute:
    def __getattribute__(self, name):
        if name == "__class__":
            return float
        return object.__getattribute__(self, name)


class Plain:
    pass


for thing in (Property(), Attribute(), Plain(), 1, "spam", None):
    print(type(thing).__name__, [isinstance(thing, cls) for cls in (
        int, float, str, object, Plain, (str, int), (float, (Plain, bytes)))])


class Later:
    pass


print(isinstance(Later(), str))
Later.__getattribute__ = Attribute.__getattribute__
print(isinstance(Later(), str), isinstance(Later(), float))
