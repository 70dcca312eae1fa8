# The first instance of a class is laid out as the later ones.


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.a = self.b = self.c = 0


class Named(Point):
    def __init__(self, name):
        super().__init__(1, 2)
        self.name = name
        self.alias = name


class Renamed(Named):
    pass


class Slotted(Point):
    __slots__ = ("s", "t")

    def __init__(self):
        Point.__init__(self, 3, 4)
        self.s = self.t = self.u = self.v = 5


class Stack(list):
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = 1


class Failure(Exception):
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = 1


class Meta(type):
    def __init__(cls, *args):
        cls.a = cls.b = cls.c = cls.d = cls.e = cls.f = 1


class Made(metaclass=Meta):
    def __init__(self, other=None):
        if other is not None:
            other.m = other.n = other.o = other.p = 1
        self.other = other


class Plain:
    n = 1


class Many:
    exec("def __init__(self):\n" +
         "\n".join("    self.v%d = %d" % (i, i) for i in range(40)))


for make in (lambda: Point(1, 2), lambda: Named("n"), lambda: Renamed("r"),
             Slotted, Stack, Failure, Made, Plain, Many):
    first, second, third = make(), make(), make()
    same = first.__sizeof__() == second.__sizeof__() == third.__sizeof__()
    print(type(first).__name__, same, sorted(vars(third))[:8])
    for i in range(3):
        first.late = second.late = third.late = i
    print(first.late + second.late + third.late, vars(first) == vars(second))
