# What is written for each kind of object by each protocol, and read again.
import _pickle
import collections
import collections.abc


class Plain:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    class Nested:
        pass

    def method(self):
        pass


class Slots:
    __slots__ = ("a", "b")


class Both(Slots):
    pass


class MyList(list):
    pass


class MyDict(dict):
    pass


class MyInt(int):
    pass


class Args(tuple):
    def __new__(cls, *args):
        return tuple.__new__(cls, args)

    def __getnewargs__(self):
        return tuple(self)


class Named:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self.made_of = args, kwargs
        return self

    def __getnewargs_ex__(self):
        return (1, "two"), {"three": 3}


class State:
    def __getstate__(self):
        return "state", 5

    def __setstate__(self, state):
        self.got = state


class Reduced:
    def __init__(self, *answer):
        self.answer = answer

    def __reduce__(self):
        return self.answer


def rebuild(*args):
    return ["rebuilt", *args]


def set_state(made, state):
    made.append(state)


Point = collections.namedtuple("Point", "x y")


def show(v):
    if isinstance(v, (Plain, Slots, State, Named, MyList, MyDict)):
        slots = {n: getattr(v, n) for n in ("a", "b") if hasattr(v, n)}
        items = list(v) if isinstance(v, (list, dict)) else ""
        return "%s %s %s %s" % (type(v).__name__, items, slots,
                                getattr(v, "__dict__", None))
    if isinstance(v, float) or not isinstance(v, collections.abc.Hashable):
        return ascii(v)
    return type(v).__name__ + " " + ascii(v)


def outcome(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        text = str(e)
        return "%s: %s" % (type(e).__name__, text[:text.find(" at 0x") + 3]
                           if " at 0x" in text else text)


def checksum(data):
    total = 0
    for b in data:
        total = (total * 31 + b) % 1000000007
    return total


def joined(*parts):
    return "".join(parts)


both = Both()
both.a = 1
both.c = 2
my_list = MyList([1, 2, 3])
my_list.attribute = "x"
circle = [1]
circle.append(circle)
in_tuple = ([],)
in_tuple[0].append(in_tuple)
in_long = (1, 2, 3, [])
in_long[3].append(in_long)
in_dict = {}
in_dict["self"] = in_dict
owner = Plain()
owner.me = owner
frozen = Plain()
frozen.s = frozenset([frozen])
twice = joined("a", "b", "c")
VALUES = [
    None, True, False, 0, 1, -1, 255, 256, 65535, 65536, 2 ** 31 - 1, 2 ** 31,
    -2 ** 31, -2 ** 31 - 1, 2 ** 63, -128 << 56, -2 ** 63, 2 ** 64, 10 ** 30,
    -10 ** 30, 1 << 2031, 1 << 2040, -1 << 2039, 0.0, -0.0, 1.5, 1e300, 0.1,
    float("inf"), 1j, "", "a", "abc", "é\xff", "\u4e2d\ud800", "\U0001f600",
    "\\ \n \r \x1a \0", "x" * 255, "x" * 256, "é" * 128, b"", b"a", b"\xff\0",
    b"x" * 255, b"x" * 256, bytearray(), bytearray(b"ab"), (), (1,), (1, 2),
    (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {1: 2}, {"a": 1, "b": 2},
    set(), {1}, frozenset(), frozenset([1]), [twice, twice],
    [twice, joined("a", "b", "c")], [[], [], ()], circle, in_tuple, in_long,
    in_dict, owner, frozen, Plain(), Plain(a=1, b="b"), [Plain(), Plain()],
    Slots(), both, my_list, MyDict(a=1), MyInt(7), Args(1, 2), Named(), State(),
    Point(1, 2), Reduced(rebuild, (1, 2)),
    Reduced(rebuild, (), None, iter([1]), iter([(0, "item")])),
    Reduced(rebuild, (), "state", None, None, set_state), Plain, Plain.Nested,
    Plain.Nested(), int, [int, "int"], len, rebuild, type(None), ...,
    NotImplemented, type(...), KeyError("k"), range(3), slice(1, 2),
    collections.OrderedDict(a=1), "text".upper, Plain.method, [1, 2].append,
    lambda: 0, (lambda: lambda: 0)(), iter, (i for i in ()),
    Reduced("rebuild"), Reduced(1, 2), Reduced(rebuild), Reduced(rebuild, 5),
    Reduced(rebuild, (), None, 5), Reduced(rebuild, (), None, None, 5),
    Reduced(rebuild, (), None, None, None, 5), Reduced(1, 2, 3, 4, 5, 6, 7),
]
Reduced.__reduce__, plain = (lambda self: self.answer[0] if
                             len(self.answer) == 1 and
                             isinstance(self.answer[0], str) else self.answer,
                             Reduced.__reduce__)
for value in VALUES:
    print("====", show(value)[:60].partition(" at 0x")[0])
    for protocol in range(6):
        if isinstance(value, Reduced) and len(value.answer) > 3:
            value.answer = tuple(iter(list(p)) if hasattr(p, "__next__") else p
                                 for p in value.answer)
            if protocol and value.answer[3] is not None:
                break
        data = outcome(_pickle.dumps, value, protocol)
        if isinstance(data, bytes) and protocol % 2:
            print(protocol, len(data), checksum(data))
            continue
        print(protocol, data if len(data) < 300 else (len(data), data[:40]))
        if isinstance(data, bytes):
            again = outcome(_pickle.loads, data)
            print("   ", show(again)[:100].partition(" at 0x")[0],
                  again is value if isinstance(value, type) else "")

# Batches, frames, and what is too large for a frame.
for n in 999, 1000, 1001, 2000, 2001:
    for value in list(range(n)), dict.fromkeys(range(n)), set(range(n)), iter(
            list(range(n))):
        for protocol in 0, 1, 4:
            data = _pickle.dumps(value, protocol)
            print(n, protocol, len(data), checksum(data))


class File:
    def __init__(self):
        self.sizes = []

    def write(self, data):
        self.sizes.append((type(data).__name__, len(data)))


for value in ("x" * 65535, "x" * 65536, b"x" * 70000, bytearray(70000),
              [b"x" * 70000, "y" * 70000, "é" * 40000, 1],
              ["s%d" % i for i in range(20000)]):
    for protocol in 0, 3, 4, 5:
        file = File()
        _pickle.dump(value, file, protocol)
        print(type(value).__name__, protocol, file.sizes,
              _pickle.loads(_pickle.dumps(value, protocol)) == value)
deep = []
for _ in range(100000):
    deep = [deep]
print(outcome(_pickle.dumps, deep).partition(":")[0])
# Alone: is found by name in __main__ by pickle
