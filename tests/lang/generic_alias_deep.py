# by hand
# modes: interp microops jit eager exits evict
# Aliases and unions nested deeper than the C stack allows: RecursionError.
# (CPython overflows its stack.)
from types import GenericAlias


def nest(wrap, x, n=100000):
    for _ in range(n):
        x = wrap(x)
    return x


def attempt(what, f):
    try:
        f()
        print(what, "no error")
    except RecursionError:
        print(what, "RecursionError")


for name, wrap in (("list", lambda x: list[x]),
                   ("tuple", lambda x: tuple[x, int]),
                   ("dict", lambda x: dict[str, x]),
                   ("union", lambda x: list[x] | int)):
    deep = nest(wrap, int)
    attempt(name + " parameters", lambda: deep.__parameters__)
    attempt(name + " item", lambda: deep[int])
    attempt(name + " repr", lambda: repr(deep))
    attempt(name + " hash", lambda: hash(deep))
    attempt(name + " equality", lambda: deep == nest(wrap, int))



# An argument that becomes a parameter after the parameters were taken stays.
class Late:
    def __repr__(self):
        return "late"


class Variable:
    def __typing_subst__(self, arg):
        return arg


late, variable = Late(), Variable()
alias = dict[late, variable]
print(len(alias.__parameters__))
Late.__typing_subst__ = lambda self, arg: 1 / 0
print(alias[int].__args__)


# An error while asking whether one is unpacked is raised.
class Bad:
    def __typing_subst__(self, arg):
        return arg

    @property
    def __typing_is_unpacked_typevartuple__(self):
        raise ValueError("asked")


try:
    list[Bad()][int]
except ValueError as e:
    print(e)

# What an alias asks its origin.
deep = nest(lambda x: GenericAlias(x, int), list, 1000000)
attempt("origin's hash", lambda: hash(deep))
attempt("origin called", lambda: deep())
attempt("origin's dir", lambda: dir(deep))
attempt("origin's representation", lambda: repr(deep))
# Alone: uses up the stack, which is smaller in other threads
