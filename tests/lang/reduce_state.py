# The state that containers give to pickles: what __getstate__ answers, None where
# there is nothing; and none for what C knows more of than its attributes.
import collections
import copy
import io


def shown(value):
    return ['iterator' if hasattr(part, '__next__') else part for part in value[1:]]


for base in set, frozenset, bytearray, list, dict, collections.deque, collections.OrderedDict:
    class Plain(base):
        pass

    class Stateful(base):
        def __getstate__(self):
            return 'told'

    class Slotted(base):
        __slots__ = ('a', 'b')

    print(base.__name__)
    print(shown(Plain().__reduce_ex__(2)), shown(Stateful().__reduce_ex__(2)))
    x, y = Plain(), Slotted()
    x.one = 1
    y.a = 2
    print(shown(x.__reduce_ex__(2)), shown(y.__reduce_ex__(2)))
    print(getattr(copy.copy(x), 'one', None), getattr(copy.copy(y), 'a', None), vars(copy.deepcopy(x)))


class Shrinking(bytearray):
    def __getstate__(self):
        del self[:]


for protocol in 2, 3:
    print(Shrinking(b'abc').__reduce_ex__(protocol)[1:])
    print(bytearray(b'\xe9').__reduce_ex__(protocol), bytearray().__reduce_ex__(protocol))


class Own(io.IOBase):
    pass


class Zip(zip):
    pass


class Property(property):
    pass


for v in (Own(), Property(), io.TextIOWrapper(io.BytesIO()), io.BufferedReader(io.BytesIO()),
          (i for i in ''), type(None).__dict__):
    for protocol in 0, 2:
        try:
            print(type(v).__name__, v.__reduce_ex__(protocol)[1][:2])
        except TypeError as e:
            print(e)
