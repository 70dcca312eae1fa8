# SPDX-License-Identifier: MIT
"""Makes random syntax trees, compiles and runs them, and says what becomes of each.

Runs under Adder and under CPython alike:
    tree_cases.py FIRST COUNT [VERBOSE]
A line a tree: its number, how compile() ended, and what running it did.  The
grammar is what the classes of _ast say of themselves.
"""
import ast
import random
import re
import signal
import sys
import warnings

ADDRESS = re.compile(r"0x[0-9a-f]+")
FIELD = re.compile(r"(\w+)([*?]?) (\w+)")
SECONDS = 5
PLACE = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)
NAMES = ["a", "b", "c", "s", "l", "d", "f", "C", "x", "y"]
ODD_NAMES = ["None", "True", "__debug__", "x y", "", "_", "__x", "*", ".0",
             "super", "__class__", "\ufb01"]
CONSTANTS = [0, 1, 2, -1, 10 ** 20, 1.5, 0.0, -0.0, 2j, "", "abc", "%s %r", b"",
             b"xy", True, False, None, ..., (), (1, "a"), (1, (2.0, None)),
             frozenset((1, 2)), float("inf"), "a" * 30]
ODD_CONSTANTS = [[], {}, object, (1, [2]), frozenset(((1, 2),)), range(3),
                 type("Int", (int,), {})(3), type("Str", (str,), {})("s")]
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef,
          ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
CHILDLESS = ("Name", "Constant", "Pass", "Break", "Continue", "MatchStar",
             "MatchSingleton")


def fields_of(cls):
    """[(type, quantifier, name)] of a class of nodes."""
    return FIELD.findall(cls.__doc__.partition("(")[2])


GROUPS = {}
for _cls in list(vars(ast).values()):
    if (isinstance(_cls, type) and issubclass(_cls, ast.AST)
            and _cls.__module__ in ("ast", "_ast")
            and "=" not in (_cls.__doc__ or "=")):
        _base = _cls.__base__ if _cls.__base__ is not ast.AST else _cls
        GROUPS.setdefault(_base.__name__, []).append(_cls)
for _group in GROUPS.values():
    _group.sort(key=lambda cls: cls.__name__)


class Maker:
    """Trees of one seed; odd things are in it with the probability `odd`."""

    def __init__(self, rng, odd):
        self.rng = rng
        self.odd = odd
        self.ctx = ast.Load
        self.count = 0
        self.place = ()  # the kinds of the nodes around

    def is_odd(self):
        return self.rng.random() < self.odd

    def value(self, kind, depth):
        rng = self.rng
        if self.is_odd():
            return rng.choice([None, 3, "x", [], ast.Pass(**PLACE),
                               ast.Name("x", ast.Load(), **PLACE)])
        if kind == "identifier":
            return rng.choice(ODD_NAMES if self.is_odd() else NAMES)
        if kind == "int":
            return rng.choice([0, 1, -1, 114, 7, 2 ** 31 if self.odd else 0])
        if kind == "string":
            return rng.choice(["u", "int", b"x", ""])
        if kind == "constant":
            return rng.choice(ODD_CONSTANTS if self.is_odd() else CONSTANTS)
        return self.node(kind, depth)

    def pick(self, group, depth):
        classes = GROUPS[group]
        if self.ctx is not ast.Load and group == "expr" and not self.is_odd():
            return self.rng.choice([ast.Name, ast.Name, ast.Attribute,
                                    ast.Subscript, ast.Tuple, ast.List])
        if depth <= 0:
            small = [c for c in classes if c.__name__ in CHILDLESS]
            classes = small or classes
        cls = self.rng.choice(classes)
        while not self.is_at_home(cls) and not self.is_odd():
            cls = self.rng.choice(GROUPS[group])
        return cls

    def is_at_home(self, cls):
        """Whether such a node may stand where the next one does."""
        scope = next((c for c in self.place if c in SCOPES), None)
        parent = self.place[0] if self.place else None
        if cls in (ast.Break, ast.Continue):
            return parent in (ast.For, ast.While)
        if cls in (ast.Return, ast.Yield):
            return scope in (ast.FunctionDef, ast.AsyncFunctionDef)
        if cls is ast.YieldFrom:
            return scope is ast.FunctionDef
        if cls in (ast.Await, ast.AsyncFor, ast.AsyncWith):
            return scope is ast.AsyncFunctionDef
        if cls is ast.Slice:
            return parent is ast.Subscript
        if cls is ast.Starred:
            return parent in (ast.Tuple, ast.List, ast.Set, ast.Call)
        return True

    def node(self, group, depth):
        if group == "expr_context" and not self.is_odd():
            return self.ctx()
        if group not in GROUPS:  # a class by its own name
            cls = getattr(ast, group)
        else:
            cls = self.pick(group, depth)
        outer = self.ctx
        self.place = (cls, *self.place)
        node = cls()
        for kind, count, name in fields_of(cls):
            if name != "ctx":
                self.ctx = self.context(cls, name, outer)
            setattr(node, name, self.field(cls, kind, count, name, depth))
            self.ctx = outer
        if cls._attributes:
            for name, at in PLACE.items():
                setattr(node, name, at)
            if self.is_odd():
                setattr(node, self.rng.choice(list(PLACE)),
                        self.rng.choice([0, 5, -1, None]))
        if not self.is_odd():
            self.mend(node, depth)
        elif node._fields and self.is_odd():
            delattr(node, self.rng.choice(node._fields))
        self.place = self.place[1:]
        return node

    def context(self, cls, name, outer):
        if cls is ast.Delete:
            return ast.Del
        if name in ("target", "optional_vars") or (cls, name) == (
                ast.Assign, "targets"):
            return ast.Store
        if cls in (ast.Tuple, ast.List, ast.Starred):
            return outer
        return ast.Load

    def field(self, cls, kind, count, name, depth):
        rng = self.rng
        if count == "?" and rng.random() < 0.5:
            return None
        if count != "*":
            return self.value(kind, depth - 1)
        return [self.value(kind, depth - 1)
                for _ in range(rng.choice([0, 1, 1, 2, 3]))]

    def mend(self, node, depth):
        """Gives a node what the compiler asks of its kind."""
        make = self.value
        if isinstance(node, ast.arguments):
            del node.defaults[len(node.posonlyargs) + len(node.args):]
            node.kw_defaults = [make("expr", depth - 2)
                                for _ in node.kwonlyargs]
        elif isinstance(node, ast.Dict):
            node.values = [make("expr", depth - 2) for _ in node.keys]
        elif isinstance(node, ast.Compare):
            node.ops = node.ops or [ast.Lt()]
            node.comparators = [make("expr", depth - 2) for _ in node.ops]
        elif isinstance(node, ast.MatchMapping):
            node.keys = [ast.Constant(n, **PLACE)
                         for n, _ in enumerate(node.patterns)]
        elif isinstance(node, ast.MatchClass):
            node.cls = ast.Name("C", ast.Load(), **PLACE)
            node.kwd_attrs = [f"a{n}" for n, _ in
                              enumerate(node.kwd_patterns)]
        elif isinstance(node, ast.MatchSingleton):
            node.value = self.rng.choice([None, True, False])
        elif isinstance(node, ast.MatchValue):
            node.value = ast.Constant(self.rng.choice([1, "a", 2.5, b"x"]),
                                      **PLACE)
        elif isinstance(node, ast.MatchAs):
            if node.name is None:
                node.pattern = None
        elif isinstance(node, ast.FormattedValue):
            node.conversion = self.rng.choice([-1, 115, 114, 97])
        elif isinstance(node, ast.ImportFrom):
            node.level = self.rng.choice([0, 1, None])
        elif isinstance(node, ast.NamedExpr):
            node.target = ast.Name("x", ast.Store(), **PLACE)
        elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
            node.target = ast.Name("a", ast.Store(), **PLACE)
        elif isinstance(node, ast.comprehension):
            node.is_async = 0
        elif isinstance(node, (ast.alias, ast.arg)):
            self.mend_name(node)
        elif isinstance(node, ast.Raise) and node.exc is None:
            node.cause = None
        elif isinstance(node, (ast.Try, ast.TryStar)):
            node.orelse = node.orelse if node.handlers else []
        elif isinstance(node, ast.ExceptHandler):
            node.type = node.type or ast.Name("C", ast.Load(), **PLACE)
        self.fill(node, depth)

    def mend_name(self, node):
        """Parameters have different names, but for one in a hundred."""
        if isinstance(node, ast.arg) and self.rng.random() < 0.99:
            self.count += 1
            node.arg = f"p{self.count}"

    def fill(self, node, depth):
        """Lists that may not be empty, and with how many items they begin."""
        for kind, count, name in fields_of(type(node)):
            value = getattr(node, name, None)
            least = {"body": 1, "names": 1, "targets": 1, "items": 1,
                     "cases": 1, "generators": 1,
                     "values": 2 * isinstance(node, ast.BoolOp),
                     "patterns": 2 * isinstance(node, ast.MatchOr)}.get(name)
            if count != "*" or not least or not isinstance(value, list):
                continue
            self.ctx, outer = self.context(type(node), name, self.ctx), self.ctx
            while len(value) < least:
                value.append(self.value(kind, depth - 2))
            self.ctx = outer


def make(seed):
    """A tree, the mode and the optimization for compile()."""
    rng = random.Random(seed)
    maker = Maker(rng, rng.choice([0, 0, 0, 0.01, 0.03]))
    depth = rng.choice([2, 3, 3, 4])
    mode = rng.choice(["exec", "exec", "exec", "eval", "single"])
    root = {"exec": ast.Module, "eval": ast.Expression,
            "single": ast.Interactive}[mode]
    if rng.random() < 0.5:
        return in_function(maker, depth), "exec", -1
    tree = maker.node(root.__name__, depth)
    return tree, mode, rng.choice([-1, -1, 1, 2])


def in_function(maker, depth):
    """A module whose function is made, and called if it takes no arguments."""
    cls = maker.rng.choice([ast.FunctionDef, ast.FunctionDef, ast.ClassDef,
                            ast.AsyncFunctionDef])
    node = maker.node(cls.__name__, depth)
    if cls is ast.FunctionDef and node.name == "f":
        call = ast.Call(ast.Name("f", ast.Load(), **PLACE), [], [], **PLACE)
        return ast.Module([node, ast.Expr(call, **PLACE)], [])
    return ast.Module([node], [])


# What would take all time or memory when it runs.
UNFIT = (ast.While, ast.Pow, ast.LShift, ast.Mult, ast.Import, ast.ImportFrom)


class C:
    __match_args__ = ("a0", "a1")
    a0 = 1


def namespace():
    return {"__builtins__": {"__build_class__": __build_class__, "len": len,
                             "AssertionError": AssertionError,
                             "Exception": Exception},
            "__name__": "m", "a": 3, "b": 2.5, "c": None, "s": "text",
            "l": [1, 2, 3], "d": {"k": 1}, "C": C,
            "f": lambda *args, **kwargs: (args, kwargs)}


def shown(value, depth=0):
    """Its repr, without what differs by nature."""
    kind = type(value)
    if kind in (int, float, complex, str, bytes, bool, type(None)):
        return repr(value)
    if depth < 3 and kind in (list, tuple, set, frozenset):
        items = [shown(v, depth + 1) for v in value]
        if kind in (set, frozenset):
            items.sort()
        return f"{kind.__name__}({', '.join(items)})"
    if depth < 3 and kind is dict:
        return "{" + ", ".join(shown(k, depth + 1) + ": " + shown(v, depth + 1)
                               for k, v in value.items()) + "}"
    if isinstance(value, type(shown)):
        return f"{code_told(value.__code__)}"
    return kind.__name__


def told(error):
    text = ADDRESS.sub("0x", str(error)[:200])
    if isinstance(error, SyntaxError):
        text += repr((error.msg, error.lineno, error.offset))
    return f"{type(error).__name__}: {text}"


def code_told(code):
    """What of code is no detail of the compiler."""
    return [code.co_name, code.co_qualname, code.co_argcount,
            code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags,
            code.co_varnames, sorted(code.co_cellvars), code.co_freevars,
            code.co_firstlineno]


def late(_number, _frame):
    raise TimeoutError


def run(code, mode):
    names = namespace()
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        result = eval(code, names) if mode == "eval" else exec(code, names)
        end = "runs " + ADDRESS.sub("0x", shown(result))
    except TimeoutError:
        return "late"
    except BaseException as error:
        end = told(error)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    for name in ("__builtins__", "__annotations__"):
        names.pop(name, None)  # the latter are not made in a `match`
    return end + " " + ADDRESS.sub("0x", shown(names))


def outcome(seed):
    tree, mode, optimize = make(seed)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            code = compile(tree, "<tree>", mode, 0, True, optimize)
        except Exception as error:
            return told(error)
    said = [f"{w.category.__name__}: {w.message} {w.lineno}" for w in caught]
    text = f"{said} {code_told(code)}"
    if not any(isinstance(node, UNFIT) for node in ast.walk(tree)):
        text += " " + run(code, mode)
    return text


def main():
    first, count = int(sys.argv[1]), int(sys.argv[2])
    signal.signal(signal.SIGVTALRM, late)
    sys.displayhook = lambda value: None
    for seed in range(first, first + count):
        if len(sys.argv) > 3:
            print(f"@{seed} begins", flush=True)
        print(f"@{seed}", ascii(outcome(seed)))


if __name__ == "__main__":
    main()
