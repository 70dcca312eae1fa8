# SPDX-License-Identifier: MIT
"""Attributes of functions, methods, builtins and code objects."""


def f(a, b=1, *args, c: int = 2, **kw) -> str:
    """Doc of f."""
    local = a + b
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__,
      f.__annotations__, f.__module__, f.__closure__)
code = f.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_varnames,
      code.co_posonlyargcount, code.co_nlocals, code.co_firstlineno,
      code.co_freevars, code.co_cellvars, code.co_flags & 0x2F)
f.attr = 5
f.__name__ = "renamed"
f.__doc__ = None
print(f.attr, f.__dict__, f.__name__, f.__doc__, hasattr(f, "nope"))
try:
    f.nope
except AttributeError as e:
    print(e)
del f.attr
try:
    f.__name__ = 5
except TypeError as e:
    print(e)


def outer():
    x = 1

    def inner():
        return x
    return inner


g = outer()
print(g.__qualname__, g.__closure__[0].cell_contents, g.__code__.co_freevars,
      outer.__code__.co_cellvars, outer.__code__.co_consts[0])
h = lambda x: x
print(h.__name__, h.__qualname__, (lambda: 0).__code__.co_argcount)


class C:
    def method(self):
        """M."""
        return self

    @classmethod
    def cm(cls):
        return cls

    @staticmethod
    def sm():
        return 1

    class Inner:
        def deep(self):
            pass


c = C()
m = c.method
print(m.__name__, m.__self__ is c, m.__func__ is C.method, m() is c, m == c.method,
      m.__doc__, C.method.__qualname__, C.Inner.deep.__qualname__,
      C.cm.__self__ is C, c.cm() is C, C.sm(), c.sm())
try:
    m.x = 1
except AttributeError as e:
    print(e)
print(len.__name__, [].append.__name__, type(len).__name__, type(m).__name__,
      type(f).__name__, type(C.cm).__name__, type(C.__dict__["sm"]).__name__,
      type(code).__name__, type([].append).__name__, type(list.append).__name__)
print(callable(f), callable(m), callable(5), callable(C), callable(c),
      repr(len), repr(C), repr(int), repr(type))
print(eval("1 + x", {"x": 2}), eval("a", {}, {"a": 3}), exec("y = 5"), y)
ns = {}
exec("def made(n):\n    return n * 2\nz = made(4)", ns)
print(ns["z"], ns["made"](5), ns["made"].__module__ if "__name__" in ns else "-")
co = compile("a + 1", "<test>", "eval")
print(eval(co, {"a": 1}), co.co_filename, co.co_names)
exec(compile("for i in range(3):\n  t = i", "<t>", "exec"), ns)
print(ns["t"], ns["i"])


def local_view():
    a = 1
    b = [2]
    return sorted(locals().items(), key=lambda item: item[0])


print(local_view(), "f" in globals(), globals() is globals(),
      __name__ == "__main__")
# Alone: looks at the name of its module, __main__
