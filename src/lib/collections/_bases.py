# SPDX-License-Identifier: MIT
"""Bases of the classes of collections: the abstract ones of the distribution's
library, or what stands in for them where that is not there."""

from _collections import deque

try:
    import _abc  # which the library's has to have; here it fails early
    from _collections_abc import (
        Mapping, MutableMapping, MutableSequence, Sequence)
except ImportError:  # without the distribution's library
    class MutableMapping:
        """What a mapping with five methods of its own can do besides."""

        __hash__ = None

        def __eq__(self, other):
            if not is_mapping(other):
                return NotImplemented
            return {**self} == {**other}

        def __contains__(self, key):
            try:
                self[key]
            except KeyError:
                return False
            return True

        def get(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                return default

        def keys(self):
            return dict.fromkeys(self).keys()

        def values(self):
            return {**self}.values()

        def items(self):
            return {**self}.items()

        def update(self, other=(), /, **kwds):
            for part in (other, kwds):
                for key, value in dict(part).items():
                    self[key] = value

        def setdefault(self, key, default=None):
            try:
                value = self[key]
            except KeyError:
                value = self[key] = default
            return value

        def pop(self, key, *default):
            try:
                value = self[key]
            except KeyError:
                if default:
                    return default[0]
                raise
            del self[key]
            return value

        def popitem(self):
            for key in self:
                return key, self.pop(key)
            raise KeyError

        def clear(self):
            for key in list(self):
                del self[key]

    class Sequence:
        """Base of the sequences below, which iterate by their items."""

    Mapping, MutableSequence = MutableMapping, Sequence
else:
    MutableSequence.register(deque)

_MappingProxy = type(vars(type))


def is_mapping(value):
    return isinstance(value, (dict, Mapping, _MappingProxy))
