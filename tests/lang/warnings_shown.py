# Which warnings are shown, and how, before and after the module warnings is
# imported.
import sys
import _warnings


class Sink:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def shown(f, *args):
    sink, old = Sink(), sys.stderr
    sys.stderr = sink
    try:
        f(*args)
    except (Warning, SyntaxError) as e:
        print("raised", repr(e))
    finally:
        sys.stderr = old
    print(sink.text, end="")


for source in [
    "x is 1", "x is not 'a'", "1 is x", "x is ()", "-1 is x", "x is None",
    "x is ...", "assert (x, 'm')", "assert ()", "'a'()", "1()", "(1, 2)()",
    "[1]()", "{}()", "{1}()", "f'{x}'()", "None()", "(lambda: 1)()",
    "'abc'['x']", "[1, 2][1, 2]", "(1)['a']", "[1][1.0]", "{1}[1]",
    "(lambda: 1)[1]", "(i for i in x)[1]", "...[1]", "[x for x in y][1]",
    "0x1for x in ()", "1if 1else 2", "1in x", "0o7or 1", "1.5and x",
    "'\\d'", "b'\\d'", "'\\8'", "f'\\d{x}'", "x is 1\n\n\nx is 2\n", "x is 1; x is 1",
]:
    print("--", repr(source))
    shown(compile, source, "nowhere.py", "exec")

print("-- functions")
for i in range(2):
    shown(_warnings.warn_explicit, "text", UserWarning, "f.py", 7)
registry = {}
for i in range(2):
    shown(_warnings.warn_explicit, "text", UserWarning, "f.py", 7, "m",
          registry)
shown(_warnings.warn_explicit, "text", UserWarning, "f.py", 8, "m", registry)
print(sorted(map(str, registry)))
for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning,
                 ResourceWarning, FutureWarning, BytesWarning):
    shown(_warnings.warn_explicit, "text", category, "f.py", 9)
    shown(_warnings.warn_explicit, "text", category, "f.py", 9, "__main__")
shown(_warnings.warn_explicit, UserWarning("an instance"), None, "f.py", 9)
for f in filter(None, _warnings.filters):
    print(f)
for args in [("m", int), ("m", 3), (KeyError(), None, "x"), ()]:
    try:
        _warnings.warn(*args)
    except TypeError as e:
        print(type(e).__name__)

import warnings

print("-- actions")
for action in ("always", "default", "module", "once", "ignore", "error"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(action)
        registry = {}
        for line in (1, 1, 2):
            try:
                warnings.warn_explicit("text", UserWarning, "f.py", line,
                                       "m", registry)
            except UserWarning as e:
                print(repr(e))
        print(action, [(str(w.message), w.category.__name__, w.filename,
                        w.lineno) for w in caught])
        print(sorted(str(k) for k in registry if k != "version"))

print("-- levels")
def inner(level):
    warnings.warn("deep", stacklevel=level)
def outer(level):
    inner(level)
first = inner.__code__.co_firstlineno
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for level in (0, 1, 2, 3, 100):
        outer(level)
    for w in caught:
        print(w.lineno - first if w.lineno > 1 else w.lineno,
              w.filename == __file__)

print("-- errors")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in ("x is 1", "\n\nassert (x, 1)", "1()"):
        try:
            compile(source, "nowhere.py", "exec")
        except SyntaxError as e:
            print(e.msg, e.lineno, e.offset, e.end_offset)
    try:
        warnings.warn("this one")
    except UserWarning as e:
        print(repr(e), e.__traceback__.tb_next)
with warnings.catch_warnings():
    warnings.simplefilter("bogus") if False else warnings.filters.insert(
        0, ("bogus", None, Warning, None, 0))
    warnings._filters_mutated()
    try:
        warnings.warn("m")
    except RuntimeError as e:
        print(str(e).split("\n")[0])
    warnings.filters.insert(0, ("short",))
    warnings._filters_mutated()
    try:
        warnings.warn("m")
    except ValueError as e:
        print(e)
# Alone: sets or is shown warnings
