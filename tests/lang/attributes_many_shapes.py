# Attribute access where each place meets many classes and layouts, and classes
# change in between.


def get(o):
    return o.x


def put(o, v):
    o.x = v


def call(o):
    return o.m()


def ask(o):
    return getattr(o, "x", "none"), hasattr(o, "m")


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


class Own:
    def __init__(self, v):
        self.x = v

    def m(self):
        return "Own.m", self.x


class Shared:
    x = "class"

    def m(self):
        return "Shared.m"


class Slots:
    __slots__ = ("x", "y")

    def m(self):
        return "Slots.m", self.x


class Prop:
    @property
    def x(self):
        return "property"

    @x.setter
    def x(self, v):
        print("set", v)

    m = staticmethod(lambda: "static")


class Hook:
    def __getattr__(self, name):
        return lambda: "hook " + name


class Wide:
    def __init__(self):
        for i in range(30):
            setattr(self, "a%d" % i, i)
        self.x = "wide"

    m = classmethod(lambda cls: cls.__name__)


class MyList(list):
    x = 5

    def m(self):
        return len(self), self.x


class Error(Exception):
    def m(self):
        return self.args


def make():
    other = Own(2)
    other.y = other.z = 1
    first = Own("first")
    first.m = lambda: "own m"
    slots = Slots()
    slots.x = "slot"
    error = Error(1)
    error.x = "error"
    return [Own(1), other, first, Shared(), slots, Slots(), Prop(), Hook(),
            Wide(), MyList([1]), error, get, 5, Own]


def round_trip(objects):
    for _ in range(40):
        got = [(attempt(get, o), attempt(call, o), ask(o)) for o in objects]
    for o, row in zip(objects, got):
        if not isinstance(o, Hook) and o is not get:
            print(type(o).__name__, *row)
    for o in objects:
        for v in 7, 8:
            r = attempt(put, o, v)
            if r is not None:
                print(r)
    print([g if isinstance(g := attempt(get, o), (str, int)) else type(g)
           for o in objects])
    for o in objects:
        if not isinstance(o, type(get)):
            attempt(delattr, o, "x")
    print([type(attempt(get, o)).__name__ for o in objects])


round_trip(make())
del get.x
objects = make()
for _ in range(40):
    for o in objects:
        attempt(get, o), attempt(call, o), attempt(put, o, "v")
print("-- a method hidden by an instance, a class value changed and deleted")
objects[3].m = lambda: "mine"
print(call(objects[3]), call(Shared()))
Shared.x = "changed"
print(get(Shared()))
del Shared.x, Shared.m
print(attempt(get, Shared()), attempt(call, Shared()))
print("-- a data descriptor that comes later")
Own.x = property(lambda self: "late", lambda self, v: print("late set", v))
print(get(objects[0]), get(objects[1]), put(objects[0], 3))
del Own.x
print(get(objects[0]), vars(objects[0]))
print("-- __getattribute__ and __setattr__ that come later")
Own.__getattribute__ = lambda self, name: "all " + name
Own.__setattr__ = lambda self, name, v: print("setattr", name, v)
print(get(objects[0]), put(objects[0], 4), get(objects[1]))
del Own.__getattribute__, Own.__setattr__
print(get(objects[0]), call(objects[0]))
print("-- __dict__ and __class__")
o = objects[0]
o.__dict__ = {"x": "from dict", "m": lambda: "m from dict"}
print(get(o), call(o), put(o, 9), get(o), o.__dict__["x"])
o = Own("was Own")
get(o), call(o)
o.__class__ = Shared
print(get(o), attempt(call, o))
o.__dict__["x"] = "through the view"
print(get(o))
vars(o).clear()
print(attempt(get, o))
print("-- bases")


class Base:
    def m(self):
        return "Base.m"


class Other:
    x = "Other.x"

    def m(self):
        return "Other.m"


class Child(Base):
    pass


for _ in range(5):
    print(call(Child()), attempt(get, Child()), end=" ")
Child.__bases__ = (Other,)
print(call(Child()), get(Child()))
Other.m = lambda self: "new m"
print(call(Child()))
