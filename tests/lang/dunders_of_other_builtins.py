# A class may take a dunder method from a builtin type that its instances are
# not of: the method refuses them, as when it is called by hand.
import operator

OPERATIONS = [
    ('__len__', list, len), ('__iter__', dict, iter), ('__next__', zip, next),
    ('__hash__', str, hash), ('__call__', type, lambda x: x()),
    ('__repr__', list, repr), ('__str__', str, str), ('__int__', int, int),
    ('__float__', float, float), ('__index__', int, operator.index),
    ('__bool__', int, bool), ('__neg__', int, operator.neg),
    ('__abs__', complex, abs), ('__contains__', range, lambda x: 1 in x),
    ('__getitem__', tuple, lambda x: x[0]), ('__eq__', dict, lambda x: x == x),
    ('__lt__', str, lambda x: x < x), ('__or__', dict, lambda x: x | {}),
    ('__iadd__', list, lambda x: operator.iadd(x, [])),
    ('__pow__', int, lambda x: x ** 2), ('__init__', list, lambda x: type(x)()),
    ('__getattribute__', type, lambda x: x.name),
    ('__setattr__', type, lambda x: setattr(x, 'name', 1)),
    ('__delattr__', type, lambda x: delattr(x, 'name')),
    ('__setitem__', dict, lambda x: operator.setitem(x, 1, 2)),
    ('__delitem__', list, lambda x: operator.delitem(x, 0)),
    ('__get__', property, lambda x: type('D', (), {'x': x})().x),
    ('__set__', property, lambda x: setattr(type('D', (), {'x': x})(), 'x', 1)),
]

for name, owner, operate in OPERATIONS:
    for base in (object, list, str):
        cls = type('C', (base,), {name: owner.__dict__[name]})
        try:
            x = base.__new__(cls)
            result = operate(x)
        except TypeError as error:
            print(name, base.__name__, error)
        except Exception as error:
            print(name, base.__name__, type(error).__name__)
        else:
            print(name, base.__name__, type(result).__name__)


class L(list):
    __new__ = object.__new__


class F(float):
    __new__ = int.__new__


x = L('ab')
x.append(1)
print(x, F(2.5))
