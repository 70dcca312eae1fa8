# SPDX-License-Identifier: MIT
"""replace() of a code object refuses what its slots have no room for."""


def f(x, y, /, z=3, *rest, k=None, **names):
    return x, y, z, rest, k, names


def attempt(**fields):
    try:
        code = f.__code__.replace(**fields)
    except Exception as e:
        print(fields, type(e).__name__)
    else:
        print(fields, "made", code.co_argcount, code.co_varnames)


for n in (-1, 2**31 - 1, 2**31, 2**64, "1"):
    attempt(co_argcount=n)
    attempt(co_kwonlyargcount=n)
    attempt(co_firstlineno=n)
    attempt(co_flags=n)
attempt(co_stacksize=-1)
attempt(co_posonlyargcount=-1)
attempt(co_posonlyargcount=4)
attempt(co_argcount=4)
attempt(co_argcount=2, co_kwonlyargcount=2)
attempt(co_kwonlyargcount=2)
attempt(co_varnames=(1, 2, 3, 4, 5, 6))
attempt(co_varnames=("a", "b", "c", "d", "e", 6))
attempt(co_varnames=("a", "b", "c", "d", "e", "f"))
attempt(co_names=(1,))
g = type(f)(f.__code__.replace(co_varnames=("a", "b", "c", "d", "e", "g")), {})
print(g(1, 2, c=4, q=5, d=6))
