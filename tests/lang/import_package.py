# SPDX-License-Identifier: MIT
"""Imports of modules, packages, relative names, cycles and failures."""

import sys

import pkg
import pkg.beta
import pkg.sub.deep as deep
from pkg import alpha, VALUE as V, lazy_name
from pkg.star import *

print(pkg.VALUE, V, alpha.get(), lazy_name, deep.VALUE, deep.getter())
print(visible, "_invisible" in globals(), pkg.__name__, pkg.sub.__package__,
      pkg.alpha is alpha, pkg.deep_alias is deep, pkg.beta.NAME)
print(sorted(n for n in sys.modules if n.startswith("pkg")))
print(pkg.__doc__, alpha.__name__, alpha.__file__.rpartition("/")[2],
      len(pkg.__path__), repr(type(pkg)))
ns = {}
exec("from pkg import *", ns)
print(sorted(k for k in ns if k[0] != "_"))


def attempt(statement):
    try:
        exec(statement, {"__name__": "__main__"})
        print("ok", statement)
    except BaseException as e:
        print(statement, "->", type(e).__name__,
              str(e).split(" (")[0])


attempt("import nonexistent_module")
attempt("import pkg.nonexistent")
attempt("from pkg import nonexistent")
attempt("import pkg.alpha.nope")
attempt("from pkg.alpha import nope")
attempt("import pkg.broken")
attempt("import pkg.broken")
attempt("import pkg.cycle_a")
attempt("from . import x")
attempt("from .. import x")
attempt("import pkg.beta as b; print(b.NAME)")
attempt("from pkg.sub import (deep, NAME,); print(NAME)")
attempt("import pkg.sub, sys as s, pkg.alpha; print(pkg.sub.NAME, s is not None)")
print("pkg.broken" in sys.modules)
try:
    pkg.missing
except AttributeError as e:
    print(e)
try:
    alpha.missing
except AttributeError as e:
    print(e)
alpha.NAME = "patched"
from pkg.alpha import NAME
print(NAME)
del sys.modules["pkg.star"]
import pkg.star
print("reloaded", pkg.star.visible)
sys.modules["fake"] = "not a module"
import fake
print(fake)
sys.modules["blocked"] = None
attempt("import blocked")
try:
    import accelerated_version as impl
except ImportError as e:
    print(type(e).__name__, e.name)
    impl = None
if impl is None:
    def local_import():
        import math
        from math import floor as f, ceil
        return math.pi > f(3.5), ceil(3.5)
    print(local_import(), "math" in globals())


class InClass:
    from math import sqrt
    import math as m


print(InClass.m.sqrt(16), InClass.sqrt(25))
module = __import__("pkg.sub")
print(module.__name__, __import__("pkg.sub", fromlist=["deep"]).__name__)
print(alpha.__dict__["_private"], vars(alpha) is alpha.__dict__,
      hasattr(alpha, "get"))
setattr(alpha, "dynamic", 1)
print(alpha.dynamic)
del alpha.dynamic
print(hasattr(alpha, "dynamic"))
# Alone: imports a module beside it
