# SPDX-License-Identifier: MIT
"""Function and class decorators."""


def tag(name):
    print("make", name)

    def decorate(f):
        print("apply", name, f.__name__)

        def wrapper(*args, **kwargs):
            return f"<{name}>{f(*args, **kwargs)}</{name}>"
        wrapper.__name__ = f.__name__
        wrapper.wrapped = f
        return wrapper
    return decorate


@tag("a")
@tag("b")
def greet(who, mark="!"):
    return who + mark


print(greet("you"), greet("me", mark="?"), greet.__name__, greet.wrapped("x"))


def count_calls(f):
    def wrapper(*args):
        wrapper.calls += 1
        return f(*args)
    wrapper.calls = 0
    return wrapper


@count_calls
def square(n):
    return n * n


print(square(2), square(3), square.calls)


class Decorator:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args):
        return "called", self.f(*args)


@Decorator
def plus(a, b):
    return a + b


print(plus(1, 2), type(plus).__name__)


def add_field(cls):
    cls.field = "added"
    return cls


@add_field
class C:
    @property
    def p(self):
        return "p"

    @staticmethod
    @count_calls
    def s():
        return "s"

    @classmethod
    def c(cls):
        return cls.__name__

    @tag("m")
    def m(self):
        return self.field


print(C.field, C().p, C.s(), C().c(), C().m())
registry = {}


@registry.setdefault
def unusual(value=1):
    pass


print(unusual, list(registry.values()))
decorators = [lambda f: lambda: f() + 1, lambda f: lambda: f() * 10]


@decorators[0]
@decorators[1]
def five():
    return 5


print(five())


@lambda f: f(3)
def replaced(x):
    return x * 2


print(replaced)
