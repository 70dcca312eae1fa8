# Pickler and Unpickler: their attributes, hooks, memos and files.
import _pickle
import copyreg
import io


class Plain:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    def __repr__(self):
        return "Plain(%s)" % self.__dict__


class Other(Plain):
    pass


def outcome(function, *args, **kwargs):
    try:
        return ascii(function(*args, **kwargs)).partition(" at 0x")[0]
    except Exception as e:
        return "%s: %s" % (type(e).__name__, str(e).partition(" at 0x")[0])


def make(*args):
    return ["made", *args]


# Making them.
P, U = _pickle.Pickler, _pickle.Unpickler
for args, kwargs in [((), {}), ((1,), {}), ((io.BytesIO(), 6), {}),
                     ((io.BytesIO(), -9), {}), ((io.BytesIO(), "x"), {}),
                     ((io.BytesIO(), None), {}),
                     ((io.BytesIO(), 4), {"buffer_callback": print}),
                     ((io.BytesIO(), 5), {"buffer_callback": print}),
                     ((io.BytesIO(), 5, True, None, 1), {})]:
    print(outcome(P, *args, **kwargs))
for args, kwargs in [((), {}), ((1,), {}), ((io.BytesIO(),), {"encoding": 1}),
                     ((io.BytesIO(),), {"errors": None}),
                     ((io.BytesIO(),), {"buffers": 1}),
                     ((io.BytesIO(),), {"buffers": None}),
                     ((io.BytesIO(), True), {})]:
    print(outcome(U, *args, **kwargs))
for cls, method in (P, "dump"), (U, "load"):
    class Lazy(cls):
        def __init__(self):
            pass
    print(outcome(getattr(Lazy(), method), *[1] * (cls is P)))
    print(outcome(getattr(cls.__new__(cls), method), *[1] * (cls is P)))
print(outcome(_pickle.dumps), outcome(_pickle.dumps, 1, protocol=7),
      outcome(_pickle.dump, 1, 2), outcome(_pickle.loads, "x"),
      outcome(_pickle.loads, b"N.", encoding=5), outcome(_pickle.load, 1),
      outcome(_pickle.loads, bytearray(b"N.")),
      outcome(_pickle.loads, memoryview(b"N.xx")))

# Attributes.
p, u = P(io.BytesIO(), 2), U(io.BytesIO())
for o, names in (p, ("bin", "fast", "dispatch_table", "memo", "persistent_id")), (
        u, ("memo", "persistent_load")):
    for name in names:
        print(name, outcome(getattr, o, name))
        for v in (1, "x", None, {}, print, {1: 2}, {"a": 1}, {-1: 1},
                  *[{1: (2, 3)}] * (o is p)):
            if v == {1: 2} and o is u:
                continue
            print("   ", outcome(setattr, o, name, v), outcome(getattr, o, name))
            if name == "memo":
                print("   ", outcome(lambda: list(o.memo.copy().values())))
        print("   ", outcome(delattr, o, name), outcome(delattr, o, name))

# The memo.
file = io.BytesIO()
p = P(file, 4)
shared = ["shared"]
p.dump([shared, shared])
p.dump(shared)
print(file.getvalue(), sorted(n for n, v in p.memo.copy().values()))
q = P(io.BytesIO(), 4)
q.memo = p.memo
print(len(q.memo.copy()), [q.memo.copy()[id(shared)][1] is shared])
q.memo = p.memo.copy()
print(len(q.memo.copy()), q.memo.__reduce__()[0])
p.memo.clear()
print(p.memo.copy(), q.memo.__reduce__()[1][0].keys() == q.memo.copy().keys())
p.dump(shared)
p.clear_memo()
p.dump(shared)
print(file.getvalue()[-40:])
file.seek(0)
u = U(file)
print(u.load(), u.load(), u.memo.copy(), u.memo.__reduce__())
v = U(io.BytesIO(b"h\1."))
v.memo = u.memo
print(v.load())
v.memo = {0: "other"}
v.memo.clear()
print(v.memo.copy())

# Fast mode.
file = io.BytesIO()
p = P(file, 4)
p.fast = True
p.dump([shared, shared, "text", "text"])
print(file.getvalue(), p.memo.copy())
circle = []
circle.append(circle)
print(outcome(p.dump, circle))
circle = {}
circle[1] = circle
print(outcome(p.dump, circle))

# Persistent ids.
for protocol in 0, 1, 4:
    class Persistent(P):
        def persistent_id(self, v):
            if isinstance(v, tuple):
                return "tuple of %d" % len(v) if len(v) < 3 else "\xe9"

    class Loading(U):
        def persistent_load(self, id):
            return "loaded", id

    file = io.BytesIO()
    p = Persistent(file, protocol)
    p.dump([1, (1, 2), "x", ()])
    print(file.getvalue(), outcome(p.dump, (1, 2, 3)))
    file.seek(0)
    print(outcome(Loading(file).load))
    file.seek(0)
    print(outcome(U(file).load))
    file.seek(0)
    u = U(file)
    u.persistent_load = list
    print(outcome(u.load))
    p = P(io.BytesIO(), protocol)
    p.persistent_id = lambda v: 7 if v == "seven" else None
    print(outcome(p.dump, ["seven"]), p.persistent_id("seven"))

# Dispatch tables, reducer_override.
for protocol in 1, 4:
    class Overriding(P):
        def reducer_override(self, v):
            print("asked of", type(v).__name__)
            return {Other: (make, (1,)), type: "make", list: 5}.get(
                type(v), NotImplemented)

    class Dispatching(P):
        dispatch_table = {Plain: lambda v: (make, (2,))}

    for cls in Overriding, Dispatching:
        file = io.BytesIO()
        print(outcome(cls(file, protocol).dump, [Plain(a=1), Other(b=2), len]),
              file.getvalue())
    p = P(io.BytesIO(), protocol)
    p.dispatch_table = {Plain: lambda v: 5}
    print(outcome(p.dump, Plain()), outcome(p.dump, Other()))
    p.dispatch_table = 7
    print(outcome(p.dump, Plain()))
copyreg.pickle(Other, lambda v: (make, (3,)))
copyreg.add_extension("__main__", "make", 0x1234)
copyreg.add_extension("__main__", "Plain", 7)
print(_pickle.dumps([Other(), Plain()], 2), _pickle.dumps(Other(), 1))
print(_pickle.loads(_pickle.dumps([Other(), Plain()], 4)))
print(_pickle.loads(b"\x83\x34\x12.")("x"), outcome(_pickle.loads, b"\x82\x09."))

# Finding classes.
class Finding(U):
    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


print(outcome(Finding(io.BytesIO(_pickle.dumps([Other(), len, Plain], 0))).load))
print(outcome(Finding(io.BytesIO(_pickle.dumps(Plain(), 4))).load))
u = U(io.BytesIO())
for args in [("builtins", "len"), ("__builtin__", "xrange"), ("nosuch", "x"),
             ("builtins", "int.real"), ("builtins", "nosuch"), (1, 2), ("x",),
             ("builtins", 2)]:
    print(args, outcome(u.find_class, *args))
print(outcome(U(io.BytesIO(), fix_imports=False).find_class, "__builtin__", "len"))
print(_pickle.loads(b"c__builtin__\nxrange\n."),
      outcome(_pickle.loads, b"c__builtin__\nxrange\n.", fix_imports=False))
print(_pickle.dumps(range, 2), _pickle.dumps(range, 2, fix_imports=False))
print(outcome(_pickle.loads, b"\x80\x04\x8c\x08builtins\x8c\x08int.real\x93."),
      outcome(_pickle.loads, b"\x80\x04\x8c\x08builtins\x8c\x09int.bogus\x93."),
      outcome(_pickle.loads, b"\x80\x04\x8c\x08builtins\x8c\x08<locals>\x93."))


# Files: no more is read than belongs to the pickle.
class Reader:
    def __init__(self, data, with_peek):
        self.file = io.BytesIO(data)
        self.calls = []
        if with_peek:
            self.peek = self.peeking

    def read(self, n):
        self.calls.append(n)
        return self.file.read(n)

    def readline(self):
        self.calls.append("line")
        return self.file.readline()

    def peeking(self, n):
        at = self.file.tell()
        data = self.file.read(20)
        self.file.seek(at)
        return data


value = ["text", Plain(a=1), b"x" * 100, 2 ** 100]
for protocol in 0, 2, 4:
    data = _pickle.dumps(value, protocol) * 2 + b"end"
    for with_peek in False, True:
        file = Reader(data, with_peek)
        print(protocol, outcome(U(file).load), outcome(U(file).load),
              file.file.read())
        if protocol != 0:
            print([c for c in file.calls if not with_peek])
    print(outcome(U(Reader(data[:30], False)).load),
          outcome(U(Reader(data[:30], True)).load))


class Broken:
    def read(self, n):
        return None

    def readline(self):
        raise KeyError("readline")

    def peek(self, n):
        raise NotImplementedError


print(outcome(U(Broken()).load))
Broken.read = lambda self, n: b"I"[:n]
print(outcome(U(Broken()).load))
Broken.peek = lambda self, n: 1 / 0
print(outcome(U(Broken()).load))

# Objects that are not as their pickle thinks.
class Appending:
    def append(self, v):
        self.__dict__.setdefault("items", []).append(v)

    def __setitem__(self, k, v):
        self.items.append((k, v))

    def add(self, v):
        self.items.append(["added", v])


class Extending(Appending):
    def extend(self, items):
        self.items = ["extended", *items]


class Unset:
    def __setstate__(self, state):
        raise KeyError(state)


for name in "Appending", "Extending":
    cls = b"c__main__\n%s\n)\x81" % name.encode()
    for body in b"(NNe", b"Na", b"NaNNs", b"Na(NNu", b"Na(N\x90":
        print(name, body, outcome(lambda: _pickle.loads(cls + body + b".").items))
print(outcome(_pickle.loads, b"c__main__\nUnset\n)\x81Nb."))
print(outcome(_pickle.loads, b"c__main__\nPlain\n)\x81}NNsb."))
print(_pickle.loads(b"c__main__\nPlain\n)\x81}(\x8c\1aK\1\x8c\1bK\2ub."))
for name in "PickleError", "PicklingError", "UnpicklingError":
    print(getattr(_pickle, name), getattr(_pickle, name).__mro__)
# Alone: is found by name in __main__ by pickle
