# __get__ of a descriptor's class is called with the descriptor, and not bound
# to it: that would never end where it is of that class itself.
class E:
    pass


E.__get__ = E()


class F:
    x = E()


try:
    F().x
except TypeError as e:
    print(e)
try:
    F.x
except TypeError as e:
    print(e)


class Static:
    __get__ = staticmethod(lambda *args: [type(a).__name__ for a in args])


class Class:
    pass


class Callable:
    def __call__(self, *args):
        return "called with", [type(a).__name__ for a in args]


Class.__get__ = Callable()


class G:
    s = Static()
    c = Class()


print(G().s, G.s)
print(G().c, G.c)
