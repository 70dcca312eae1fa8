# SPDX-License-Identifier: MIT
"""__text_signature__ of wrappers of slots, bound ones and functions too."""
import operator

for cls, names in (
        (object, "__init__ __str__ __repr__ __eq__ __hash__ __setattr__ "
                 "__delattr__ __getattribute__"),
        (int, "__add__ __radd__ __pow__ __rpow__ __bool__ __neg__ __lt__"),
        (list, "__len__ __contains__ __iter__ __imul__ __mul__ __setitem__ "
               "__delitem__"),
        (type, "__call__"), (range, "__getitem__"),
        (property, "__get__ __set__ __delete__"),
        (type(iter([])), "__next__")):
    for name in names.split():
        print(cls.__name__, name, getattr(cls, name).__text_signature__)
print((1).__add__.__text_signature__, [].__len__.__text_signature__)
print(operator.add.__text_signature__, len.__text_signature__)
