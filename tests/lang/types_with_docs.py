# SPDX-License-Identifier: MIT
"""The __doc__ of a type is its own text, not what its instances' is."""


def function():
    pass


class Plain:
    pass


class Text:
    "A text."


class Meta(type):
    "A metaclass."


class Computed:
    __doc__ = property(lambda self: 'computed')


for cls in (type, property, type(function), type(Text().__init__), object, int,
            str, dict, set, frozenset, range, slice, staticmethod, classmethod):
    print(cls.__name__, type(cls.__doc__).__name__,
          type(type.__dict__['__doc__'].__get__(cls)).__name__)
print(Plain.__doc__, Text.__doc__, Meta.__doc__, Meta('Made', (), {}).__doc__)
print(type(Computed.__doc__).__name__, Computed().__doc__)
print(property(lambda self: 1, doc='given').__doc__, function.__doc__)
Text.__doc__ = 'changed'
print(Text.__doc__, Text().__doc__)
