# SPDX-License-Identifier: MIT
"""Whole random programs: classes, functions, generators, a main part.

A program always ends (loops are bounded, functions call only earlier ones),
prints only what is the same everywhere, and catches what it raises.  The same
seed and size give the same text."""

import random

from fuzzlib.frames import make_frames_program
from fuzzlib.scope import Function, Lines, Scope, indent
from fuzzlib.statements import Statements

PREAMBLE = '''\
import math


class Problem(Exception):
    pass


class Manager:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        return number(self.n)

    def __exit__(self, kind, value, tb):
        return kind is not None and issubclass(kind, LookupError)


class Plain:
    shared = 3
    __match_args__ = ("p", "q")

    def __init__(self, p, q):
        self.p = p
        self.q = q
        self.r = 0

    @property
    def total(self):
        return number(self.p) + number(self.q)

    def step(self, n):
        self.r = number(self.r) + number(n) % 1000
        return self.r

    def __add__(self, other):
        if isinstance(other, Plain):
            return type(self)(bound(self.p + other.p), other.q)
        if isinstance(other, int):
            return type(self)(bound(self.p + other), self.q)
        return NotImplemented

    def __eq__(self, other):
        return isinstance(other, Plain) and self.p == other.p

    def __repr__(self):
        return f"{type(self).__name__}({self.p!r}, {self.q!r}, {self.r!r})"


def bound(v):
    if isinstance(v, int):
        return v if -2**80 < v < 2**80 else v % 1000003
    if isinstance(v, float):
        return v if -1e100 < v < 1e100 else 0.5
    if isinstance(v, (str, list, tuple)):
        return v if len(v) < 40 else v[:5]
    return v


failures = [0]


def number(v):
    return v if isinstance(v, int) else 1


def text(v, depth=3):
    if isinstance(v, (list, tuple)):
        if depth == 0:
            return "..."
        inside = ", ".join([text(x, depth - 1) for x in v[:30]])
        return type(v).__name__ + "(" + inside + ")"
    if isinstance(v, dict):
        if depth == 0:
            return "..."
        return "{" + ", ".join([text(k, 0) + ": " + text(x, depth - 1)
                                for k, x in list(v.items())[:30]]) + "}"
    if callable(v):
        return "callable"
    r = repr(v)
    return r if len(r) < 200 else r[:100] + "..." + str(len(r))


def show(label, *values):
    print(label, *[text(v) for v in values])


def caught(e):
    lines = []
    tb = e.__traceback__
    while tb is not None:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    if isinstance(e, UnboundLocalError):
        lines.pop()  # CPython gives that of the instruction before, once hot
    cause = type(e.__cause__ or e.__context__).__name__
    print("caught", type(e).__name__, str(e)[:100], lines[:6], cause)
'''


class Program(Statements):
    """Makes one program from a seed."""

    def __init__(self, seed: int, size: int = 6) -> None:
        super().__init__(random.Random(seed))
        self.seed = seed
        self.size = size
        self.functions: list[Function] = []
        self.globals: dict[str, str] = {}
        self.classes = ["Plain"]

    def new_scope(self, **options) -> Scope:
        return Scope(self.rng, globals=self.globals, classes=self.classes,
                     functions=self.functions, **options)

    def make(self) -> str:
        lines = PREAMBLE.splitlines()
        lines += self.make_globals()
        for i in range(self.rng.randrange(1, 3)):
            lines += ["", ""] + self.make_class(f"Class{i}")
        lines += ["", ""] + self.make_recursive("rec")
        for i in range(self.rng.randrange(2, 2 + self.size)):
            lines += ["", ""] + self.make_function(f"f{i}")
        lines += ["", ""] + self.make_main()
        return "\n".join(lines) + "\n"

    def make_globals(self) -> Lines:
        lines = [""]
        self.scope = self.new_scope(in_function=False)
        for i in range(self.rng.randrange(2, 6)):
            kind = self.rng.choice(("int", "int", "float", "list", "dict", "str"))
            lines.append(f"G{i} = {self.leaf(kind)}")
            self.globals[f"G{i}"] = kind
        return lines

    def make_class(self, name: str) -> Lines:
        base = self.rng.choice(self.classes)
        self.scope = Scope(self.rng, {"n": "int"}, self.globals)
        lines = [f"class {name}({base}):"]
        if self.rng.random() < 0.5:
            lines += [f"    shared = {self.rng.randrange(9)}"]
        if self.rng.random() < 0.3:
            lines += ["    def __init__(self, p, q):",
                      "        super().__init__(q, p)",
                      f"        self.s{self.rng.randrange(3)} = 1"]
        if self.rng.random() < 0.6:
            lines += ["    def step(self, n):",
                      f"        t = {self.expression('int')}",
                      "        self.q = bound(number(self.q) + number(t))"]
            lines += [self.rng.choice((
                "        return super().step(n) + 1", "        return t",
                "        return self.total - number(self.shared)"))]
        if self.rng.random() < 0.3:
            lines += ["    @property", "    def total(self):",
                      f"        return number(self.r) {self.rng.choice('+-^')} 5"]
        if self.rng.random() < 0.2:
            lines += ["    def __getattr__(self, name):",
                      "        if name == 'extra':", "            return 8",
                      "        raise AttributeError(name)"]
        if len(lines) == 1:
            lines.append("    pass")
        self.classes.append(name)
        return lines

    def make_recursive(self, name: str) -> Lines:
        self.scope = Scope(self.rng, {"a": "int", "n": "int"}, self.globals)
        lines = [f"def {name}(n, a):", "    n = min(number(n), 12)",
                 "    if n <= 0:", f"        return {self.expression('int', 1)}",
                 f"    a = bound({self.expression('int')})",
                 f"    return bound(number({name}(n - 1, a)) "
                 f"{self.rng.choice('+-^')} n)"]
        self.functions.append(Function(name, ["int", "int"], "int", 15))
        return lines

    def make_function(self, name: str) -> Lines:
        generator = self.rng.random() < 0.2
        kinds = [self.rng.choice(("int", "int", "float", "str", "list", "obj"))
                 for _ in range(self.rng.randrange(4))]
        returns = "gen" if generator else self.kind()
        params = [f"a{i}" for i in range(len(kinds))]
        scope = self.new_scope(is_generator=generator, returns=returns)
        scope.variables.update(zip(params, kinds))
        self.scope = scope
        header = list(params)
        keyword = ""
        if self.rng.random() < 0.3:
            keyword = "key"
            header += ["*", "key=2"]
            scope.variables["key"] = "int"
        lines = [f"def {name}({', '.join(header)}):"]
        for kind in ("int", "int", "float", "list", "obj", "str"):
            v = scope.new_name(kind[0])
            body = self.expression(kind, 1)
            scope.variables[v] = kind
            lines.append(f"    {v} = {body}")
        lines += indent(self.block(1, 3))
        lines += indent(self.hot_loop(3))
        lines += indent(self.block(3, 2))
        if generator:
            lines += ["    yield 3"]
        else:
            lines += [f"    return {self.expression(returns)}"]
        cost = max(2, scope.spent)
        self.functions.append(Function(name, kinds, returns, cost, keyword))
        return lines

    def make_main(self) -> Lines:
        lines: Lines = []
        for f in list(self.functions):
            self.scope = self.new_scope(in_function=False)
            for repeat in range(2):
                call = self.call_function(f, 2)
                if f.returns == "gen":
                    call = f"list({call})[:20]"
                lines += ["try:", f"    show('{f.name} {repeat}', {call})",
                          "except Exception as error:", "    caught(error)"]
        self.scope = self.new_scope(in_function=False)
        self.scope.functions = [f for f in self.functions if f.cost < 300]
        lines += ["try:"] + indent(self.block(3, 4)) + indent(self.for_range(2))
        lines += ["except Exception as error:", "    caught(error)"]
        lines += ["show('failures', failures)"]
        for name in self.globals:
            lines += [f"show('{name}', {name})"]
        names = sorted(n for n in self.scope.variables)
        lines += [f"for name in {names!r}:",
                  "    show(name, globals().get(name, 'unset'))"]
        return lines


def make_program(seed: int, size: int = 6) -> str:
    """Every third program is about frames."""
    head = f"# seed {seed}, size {size}\n"
    if seed % 3 == 2:
        return head + make_frames_program(random.Random(seed), PREAMBLE)
    return head + Program(seed, size).make()
