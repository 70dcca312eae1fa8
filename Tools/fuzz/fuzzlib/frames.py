# SPDX-License-Identifier: MIT
"""Small functions, generators and classes that call, resume, consume and look
at each other: what a trace does with frames.

Each calls only earlier ones and has a cost, so that all ends; bodies are drawn
statement by statement, so that the features meet in every order."""

import random
from dataclasses import dataclass

from fuzzlib.scope import Lines, indent

FRAMES_PREAMBLE = '''\
import sys


class Held:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        return self.n

    def __exit__(self, kind, value, tb):
        self.n = kind is None
        return kind is ValueError


class Held2(Held):
    def __enter__(self, more=1):
        return self

    def __exit__(self, *what):
        self.n = len(what)
        return what[0] is KeyError


def low(v):
    return v % 1000 if isinstance(v, int) else 3


def peek(*args):
    f = sys._getframe(1)
    names = [n for n in sorted(f.f_locals) if type(f.f_locals[n]) is int]
    back = f.f_back.f_code.co_name if f.f_back else ""
    return len(back) + f.f_lineno + sum(f.f_locals[n] for n in names) % 97


def passed(*args, **kw):
    return args[0] if args else len(kw)


def tame(v):
    if isinstance(v, int):
        return v if -2**70 < v < 2**70 else low(v)
    if isinstance(v, float):
        return v if -1e90 < v < 1e90 else 1.5
    return v
'''

EDGES = ("2**61", "-2**62", "2**62 - 1", "2.0**-255", "2.0**257", "2.0**-256",
         "1.7e308", "-0.0", "0.5", "1e10", "True", "3", "-1", "7")
CONSUMERS = ("sum({g})", "len(list({g}))", "min({g})", "max({g})", "any({g})",
             "all({g})", "len(tuple({g}))", "len(set({g}))", "sorted({g})[0]",
             "len('-'.join(str(z) for z in {g}))", "sum(z for z in {g} if z)",
             "sum([z for z in {g}])", "max({g}, default=2)", "sum({g}, 3)",
             "len([*{g}])", "next({g})", "next({g}, 4)", "sorted({g}, key=low)[-1]",
             "sum(map(low, {g}))", "sum(1 for p, q in zip({g}, {g}) if p == q)",
             "sum(i * low(z) for i, z in enumerate({g}))",
             "len(dict(enumerate({g})))", "all(z is not None for z in {g})")


@dataclass
class Part:
    """A function that later ones may call with two arguments."""

    name: str
    kind: str                   # "function", "generator" or "class"
    cost: int
    of_class: str = ""          # a method of: callable only on an instance


class Frames:
    """Makes the functions and the main part of one program."""

    MAX_COST = 4000

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.parts: list[Part] = []
        self.cost = 1           # how often the present place runs in one call
        self.spent = 0
        self.fresh = 0
        self.is_generator = False
        self.loops = 0
        self.names: list[str] = []

    def one_of(self, *choices):
        return self.rng.choice(choices)

    def maybe(self, chance: float) -> bool:
        return self.rng.random() < chance

    def new(self, prefix: str) -> str:
        self.fresh += 1
        return f"{prefix}{self.fresh}"

    # Expressions

    def name(self) -> str:
        return self.rng.choice(self.names)

    def value(self) -> str:
        r = self.rng.random()
        if r < 0.55:
            return self.name()
        if r < 0.85:
            return str(self.rng.randrange(-3, 12))
        return self.rng.choice(EDGES)

    def expression(self) -> str:
        r = self.rng.random()
        if r < 0.25:
            return self.value()
        if r < 0.6:
            return f"{self.value()} {self.one_of('+', '-', '*', '+')} {self.value()}"
        if r < 0.7:
            return f"{self.value()} {self.one_of('//', '%', '/', '**')} " \
                   f"{self.one_of('3', '7', '2', '0.5', self.name())}"
        if r < 0.8:
            return f"low({self.value()})"
        if r < 0.87:
            return f"({self.value()} if {self.condition()} else {self.value()})"
        return self.call() or self.value()

    def condition(self) -> str:
        if self.maybe(0.15):
            g = self.generator()
            if g is not None:
                return self.one_of(f"any(z == {self.value()} for z in {g})",
                                   f"all(z for z in {g})")
        return self.one_of(
            f"{self.value()} < {self.value()}", f"low({self.name()}) % 3 == 1",
            f"{self.name()} == {self.value()}", f"{self.name()} is None",
            f"low({self.name()}) % 17 == 5", f"{self.name()}")

    def affordable(self, *kinds: str) -> list[Part]:
        return [p for p in self.parts if p.kind in kinds and
                self.cost * p.cost + self.spent < self.MAX_COST]

    def charge(self, part: Part) -> None:
        self.spent += self.cost * part.cost

    def call(self) -> str | None:
        parts = self.affordable("function")
        if not parts:
            return None
        p = self.rng.choice(parts)
        self.charge(p)
        a, b = self.value(), self.value()
        if p.of_class:
            return self.one_of(f"{p.of_class}({a}).{p.name}({b})",
                               f"{p.of_class}.{p.name}({p.of_class}({a}), {b})")
        return self.one_of(
            f"{p.name}({a}, {b})", f"{p.name}({a}, {b})", f"{p.name}({a}, b={b})",
            f"{p.name}(*({a}, {b}))", f"passed({p.name}({a}, {b}))",
            f"{p.name}(b={a}, a={b})", f"{p.name}(**{{'a': {a}, 'b': {b}}})")

    def generator(self) -> str | None:
        """A fresh iterator over numbers, often a generator."""
        parts = self.affordable("generator", "class")
        if not parts or self.maybe(0.1):
            return self.one_of("iter(range(4))", "(q * q for q in range(3))",
                               "(q + 1 for q in [5, 0, 2])", "iter([3, 0, 1])")
        p = self.rng.choice(parts)
        self.charge(p)
        if p.kind == "class":
            return self.one_of(f"iter({p.name}({self.value()}))",
                               f"(q for q in {p.name}({self.value()}))")
        made = f"{p.name}({self.value()}, {self.value()})"
        return self.one_of(made, made, f"(q for q in {made})",
                           f"(low(q) for q in {made} if q)",
                           f"map(low, {made})")

    # Statements

    def block(self, depth: int, length: int = 3) -> Lines:
        lines: Lines = []
        for _ in range(self.rng.randrange(1, length + 1)):
            lines += self.statement(depth)
        return lines

    def statement(self, depth: int) -> Lines:
        self.spent += self.cost
        simple = [(8, self.assign), (2, self.swap), (2, self.take_away),
                  (2, self.look), (3, self.consume), (1, self.fail)]
        if self.loops:
            simple += [(2, self.leave_loop)]
        if self.is_generator:
            simple += [(4, self.give)]
        if depth > 0:
            simple += [(4, self.branch), (4, self.loop), (2, self.manage),
                       (2, self.attempt), (1, self.drive), (1, self.closure),
                       (1, self.redefine)]
        makers = [m for _, m in simple]
        return self.rng.choices(makers, [w for w, _ in simple])[0](depth - 1)

    def assign(self, depth: int) -> Lines:
        target = self.one_of("t", "t", "u", "x")
        if self.maybe(0.06):
            return [f"{target} = {self.one_of('None', repr('s'), '1.5', '2**62', '()')}"]
        return [f"{target} = tame({self.expression()})"] if self.maybe(0.5) else \
            [f"{target} {self.one_of('+=', '-=', '+=')} {self.value()}"]

    def swap(self, depth: int) -> Lines:
        return [self.one_of("t, u = u, t", "t, u, x = u, x, t",
                            "k_ = t; t = u; u = k_", "x, t = t, low(x)")]

    def take_away(self, depth: int) -> Lines:
        name = self.one_of("u", "x")
        back = [f"{name} = {self.value()}"]
        return [f"del {name}", *back] if self.maybe(0.6) else \
            [f"if {self.condition()}:", f"    del {name}",
             *(back if self.maybe(0.9) else [])]

    def look(self, depth: int) -> Lines:
        return [self.one_of("t += peek(1)", "u = peek()", "t += passed(peek(2))",
                            f"k_ = t; t = {self.value()}; u = peek(); t = k_")]

    def consume(self, depth: int) -> Lines:
        g = self.generator()
        if g is None:
            return self.assign(depth)
        way = self.rng.choice(CONSUMERS)
        if way.count("{g}") > 1:
            way = "sum({g})"
        return [f"{self.one_of('t', 'u')} = tame({way.format(g=g)})"]

    def fail(self, depth: int) -> Lines:
        return [f"if low({self.name()}) % {self.one_of('11', '37')} == 7:",
                f"    raise {self.one_of('ValueError(t)', 'KeyError(u)', 'IndexError')}"]

    def leave_loop(self, depth: int) -> Lines:
        what = self.one_of("break", "continue", "continue",
                           "return" if self.is_generator else "return t")
        return [f"if {self.condition()}:", f"    {what}"]

    def give(self, depth: int) -> Lines:
        g = self.generator() if self.maybe(0.3) else None
        if g is not None:
            return [self.one_of(f"yield from {g}", f"u = yield from {g}")]
        return [self.one_of(f"yield {self.value()}", f"yield {self.name()}",
                            f"t = low((yield {self.value()}))",
                            f"yield low({self.name()})")]

    def branch(self, depth: int) -> Lines:
        lines = [f"if {self.condition()}:", *indent(self.block(depth, 2))]
        if self.maybe(0.5):
            lines += ["else:", *indent(self.block(depth, 2))]
        return lines

    def loop(self, depth: int) -> Lines:
        n = self.one_of(2, 3, 5)
        if self.cost * n > 200:
            return self.assign(depth)
        v, w = self.new("v"), self.new("w")
        g = self.generator() or "range(3)"
        head = self.one_of(
            f"for {v} in range({n}):", f"for {v} in {g}:", f"for {v} in {g}:",
            f"for {v} in [t, u, 3]:", f"for {v} in (t, 2, u):",
            f"for {v}, {w} in zip(range({n}), {g}):",
            f"for {v}, {w} in zip([3, 4, u], (t, 1)):",
            f"for {v}, {w} in enumerate([5, t, u]):",
            f"for {v}, {w} in enumerate({g}):",
            f"for {v}, {w} in enumerate((1, t), {self.one_of('5', '2**62 - 1')}):",
            f"for {v}, ({w}, k_) in enumerate(zip([1, 2], {g})):",
            f"for {v}, {w}, k_ in zip([1, t], (2, 3, 4), range({n})):",
            f"{w} = 0\nwhile {w} < {n}:\n    {w} += 1; {v} = {w}")
        self.cost *= n
        self.loops += 1
        kept = list(self.names)
        self.names += [v] if f"{w}" not in head else [v, w]
        body = self.block(depth, 3)
        self.names = kept
        self.loops -= 1
        self.cost //= n
        lines = [*head.splitlines(), *indent(body)]
        if self.maybe(0.15):
            lines += ["else:", *indent(self.block(0, 1))]
        return lines

    def manage(self, depth: int) -> Lines:
        w = self.new("w")
        return [f"with {self.one_of('Held', 'Held', 'Held2')}({self.value()}) as {w}:",
                *indent(self.block(depth, 2))]

    def attempt(self, depth: int) -> Lines:
        lines = ["try:", *indent(self.block(depth, 2))]
        if self.maybe(0.6):
            error = self.one_of("ValueError", "KeyError", "TypeError",
                                "(ArithmeticError, LookupError)", "Exception",
                                "UnboundLocalError", "StopIteration")
            lines += [f"except {error} as e_:",
                      *indent(self.one_of(["pass"], ["t = 1; u = 2; x = 3"],
                                          ["t = len(str(e_)); u = 1; x = 0"],
                                          ["raise"]))]
            if self.maybe(0.5):
                return lines
        return [*lines, "finally:",
                *indent(self.one_of(["x = 1"], ["u = 2; t = x"],
                                    self.block(0, 1)))]

    def drive(self, depth: int) -> Lines:
        """An iterator kept in a local and advanced by hand."""
        makers = self.affordable("generator")
        if not makers:
            return self.assign(depth)
        p = self.rng.choice(makers)
        self.charge(p)
        g = self.new("g")
        act = self.one_of(f"t = next({g}, 3)", f"t = {g}.send(None)",
                          f"t = {g}.throw(KeyError(1))", f"{g}.close()",
                          f"t = {g}.send(5)", f"t = sum({g})",
                          f"u = {g}.gi_frame is None",
                          f"u = {g}.gi_running", f"u = {g}.gi_yieldfrom is None")
        return [f"{g} = {p.name}({self.value()}, {self.value()})", "try:",
                f"    u = next({g})", f"    for k_ in {g}:",
                f"        {self.one_of('break', 't += 1', 'u = low(k_)')}",
                f"    {act}",
                f"    x = next({g}, 9)",
                "except (StopIteration, KeyError) as e_:", "    u = x = 4"]

    def closure(self, depth: int) -> Lines:
        f = self.new("in")
        return [f"c_ = {self.value()}", f"def {f}(k):", "    nonlocal c_",
                f"    c_ = low(c_) + {self.one_of('k', 'low(k)', '1')}",
                "    return c_",
                f"t = {self.one_of(f'{f}(1) + {f}(u)', f'sum({f}(z) for z in range(3))', f'{f}(t)')}"]

    def redefine(self, depth: int) -> Lines:
        functions = [p for p in self.parts
                     if p.kind == "function" and not p.of_class]
        if not functions:
            return self.assign(depth)
        p = self.rng.choice(functions)
        other = self.one_of("lambda a=1, b=2: low(a)", "lambda a, b: low(b) + 1",
                            f"old_{p.name}", f"old_{p.name}")
        return [f"if low({self.name()}) % 61 == 3:",
                f"    globals()['{p.name}'] = {other}"]

    # Functions

    def body(self, params: list[str]) -> Lines:
        self.cost = 1
        self.spent = 3
        self.loops = 0
        self.names = [*params, "t", "u", "x"]
        return [f"t = {self.one_of('0', *params)}; u = {self.one_of('1', *params)}",
                f"x = {self.one_of('2', '1.5', *params)}",
                *self.block(3, 4)]

    def make_part(self, name: str) -> Lines:
        self.is_generator = False
        kind = self.one_of("function", "function", "recursive", "generator",
                           "generator", "class", "method", "closure")
        if kind == "class":
            return self.make_class(name)
        lines = [f"def {name}(a, b={self.rng.randrange(5)}):"]
        if kind == "recursive":
            self.cost = 1
            step = self.one_of("low(a) - 1", "low(a) // 2", "low(a) - 2")
            guard = ["a = low(a) % 9", "if a <= 1:", "    return low(b)"]
            body = self.body(["a", "b"])
            again = self.one_of(f"{name}({step}, u)", f"low({name}({step}, t)) + 1",
                                f"sum({name}(k_, 1) for k_ in (a - 1, a - 2))",
                                f"max([{name}({step}, t), 3], key=low)")
            self.parts.append(Part(name, "function", self.spent * 9 *
                                   (6 if "sum" in again else 1)))
            return lines + indent([*guard, *body, f"return tame({again})"])
        if kind == "generator":
            self.is_generator = True
            body = [*self.body(["a", "b"]), f"yield {self.name()}"]
            if self.maybe(0.2):
                body = ["if low(a) % 5 > 2:", f"    yield from {name}(0, b)", *body]
            self.parts.append(Part(name, "generator", self.spent * 2))
            return lines + indent(body)
        body = [*self.body(["a", "b"]), f"return {self.one_of('t', 'u', 'x', 'low(t)')}"]
        self.parts.append(Part(name, "function", self.spent))
        return [*lines, *indent(body), f"old_{name} = {name}"]

    def make_class(self, name: str) -> Lines:
        self.is_generator = True
        turn = [*self.body(["self.n"]), f"yield {self.one_of('t', 'self.n', 'self.twice')}"]
        cost = self.spent
        self.is_generator = False
        step = [*self.body(["self.n", "b"]), "self.n = low(t)", "return t"]
        self.parts += [Part(name, "class", cost * 2),
                       Part("step", "function", self.spent, name)]
        return [f"class {name}:", *indent([
            "def __init__(self, n):", "    self.n = n", "@property",
            "def twice(self):", "    return low(self.n) * 2",
            "def __iter__(self):", *indent(turn),
            "def step(self, b):", *indent(step)])]

    def make(self) -> Lines:
        lines: Lines = []
        for i in range(self.rng.randrange(4, 9)):
            lines += ["", "", *self.make_part(f"p{i}")]
        return lines + ["", "", *self.make_main()]

    def make_main(self) -> Lines:
        lines: Lines = []
        for p in self.parts:
            times = max(20, min(1500, 60000 // p.cost))
            call = f"{p.name}(i, i % 7)"
            if p.of_class:
                call = f"{p.of_class}(i).{p.name}(i % 5)"
            elif p.kind == "class":
                call = f"sum(map(low, {p.name}(i)))"
            elif p.kind == "generator":
                call = self.one_of(f"sum(map(low, {p.name}(i, 3)))",
                                   f"sum(low(z) for z in {p.name}(i, 1))",
                                   f"list({p.name}(i, i % 3))[-1]")
            run = self.new("run")
            lines += [f"def {run}(n):", "    t = 0", "    errors = 0",
                      "    for i in range(n):", "        try:",
                      f"            t = (low({call}) + t * 3) % 1000003",
                      "        except Exception as e:",
                      "            errors += 1", "            if errors < 4:",
                      "                caught(e)",
                      "    return t, errors",
                      f"print('{run} {p.name}', {run}({times}))", ""]
        return lines


def make_frames_program(rng: random.Random, preamble: str) -> str:
    lines = preamble.splitlines() + FRAMES_PREAMBLE.splitlines()
    return "\n".join(lines + Frames(rng).make()) + "\n"
