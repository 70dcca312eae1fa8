# SPDX-License-Identifier: MIT
"""Random expressions of a wanted kind.

Each maker takes (generator, depth) and returns source text.  What can grow
without end (products, repetition, concatenation) goes through bound()."""

import random
from collections.abc import Callable

from fuzzlib.scope import KINDS, Function, Scope

SMALL = ("0", "1", "2", "3", "5", "7", "10", "-1", "-2", "-7", "100")
EDGES = ("2**31", "2**61", "-2**61", "2**62 - 1", "2**62", "-2**62",
         "-2**62 - 1", "2**63", "2**64 + 5", "10**20", "-3**50")
FLOATS = ("0.0", "-0.0", "0.5", "1.0", "-1.5", "2.25", "0.1", "1e10",
          "3.7e-5", "1e300", "-1e-310", "float('inf')", "100.0")
STRINGS = ("''", "'a'", "'abc'", "'Zz'", "'hello world'", "'12'", "'\\u00e9t'",
           "'\\u20ac'", "'\\U0001f40d!'", "'x-y-z'", "' pad '")
FIELDS = ("p", "q", "r")


class Expressions:
    """Makes expressions in the scope `self.scope`."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.scope = Scope(rng)
        self.makers: dict[str, list[tuple[int, Callable[[int], str]]]] = {
            "int": [(3, self.int_constant), (8, self.int_binary),
                    (3, self.int_growth), (2, self.int_division),
                    (2, self.int_bits), (2, self.int_unary),
                    (3, self.int_of_container), (2, self.int_builtin),
                    (2, self.conditional_int), (3, self.int_attribute),
                    (1, self.int_sum)],
            "float": [(2, lambda d: self.rng.choice(FLOATS)),
                      (6, self.float_binary), (2, self.float_builtin)],
            "str": [(3, lambda d: self.rng.choice(STRINGS)),
                    (3, self.str_concat), (3, self.str_index),
                    (3, self.str_format), (2, self.str_method)],
            "list": [(3, self.list_literal), (3, self.list_comprehension),
                     (2, self.list_slice), (2, self.list_builtin)],
            "dict": [(3, self.dict_literal), (1, self.dict_comprehension)],
            "tuple": [(3, self.tuple_literal), (1, self.tuple_builtin)],
            "bool": [(6, self.comparison), (2, self.chain), (2, self.logic),
                     (2, self.membership), (1, self.type_test)],
            "obj": [(3, self.make_object), (1, self.object_sum)],
        }

    # Choosing

    def kind(self) -> str:
        return self.rng.choices(KINDS, (9, 4, 4, 3, 2, 2, 2, 3))[0]

    def expression(self, kind: str, depth: int = 2) -> str:
        if depth > 0 and self.rng.random() < 0.008:
            # The wrong kind now and then; brackets, since 5.upper() is not
            # even a program.
            return f"({self.expression(self.kind(), depth - 1)})"
        name = self.scope.pick(kind)
        chance = 0.45 if depth > 0 else 0.85
        if name is not None and self.rng.random() < chance:
            return name
        if depth <= 0:
            return self.leaf(kind)
        if self.rng.random() < 0.12:
            call = self.call(kind, depth)
            if call is not None:
                return call
        makers = self.makers[kind]
        maker = self.rng.choices([m for _, m in makers],
                                 [w for w, _ in makers])[0]
        return maker(depth - 1)

    def leaf(self, kind: str) -> str:
        if kind == "int":
            return self.int_constant(0)
        if kind == "obj":
            return self.make_object(0)
        return {"float": self.rng.choice(FLOATS),
                "str": self.rng.choice(STRINGS), "list": "[1, 2, 3]",
                "dict": "{'a': 1, 2: 'b'}", "tuple": "(1, 'x')",
                "bool": self.rng.choice(("True", "False"))}[kind]

    def call(self, kind: str, depth: int) -> str | None:
        wanted = [f for f in self.scope.functions if f.returns == kind
                  and self.scope.affords(f.cost)]
        if kind == "int":
            wanted += [f for f in self.scope.functions if f.returns == "gen"
                       and self.scope.affords(f.cost)]
        if not wanted:
            return None
        f = self.rng.choice(wanted)
        text = self.call_function(f, depth)
        return f"sum({text})" if f.returns == "gen" else text

    def call_function(self, f: Function, depth: int) -> str:
        self.scope.charge(f.cost)
        args = [self.expression(k, depth - 1) for k in f.params]
        if args and self.rng.random() < 0.004:
            args.pop()
        if args and self.rng.random() < 0.1:
            args[-1] = f"*[{args[-1]}]"
        if f.keyword and self.rng.random() < 0.5:
            args.append(f"{f.keyword}={self.expression('int', depth - 1)}")
        return f"{f.name}({', '.join(args)})"

    # Integers

    def int_constant(self, depth: int) -> str:
        if self.rng.random() < 0.12:
            return f"({self.rng.choice(EDGES)})"
        return self.rng.choice(SMALL)

    def two(self, kind: str, depth: int) -> tuple[str, str]:
        return self.expression(kind, depth), self.expression(kind, depth)

    def int_binary(self, depth: int) -> str:
        a, b = self.two("int", depth)
        return f"({a} {self.rng.choice(('+', '-', '+', '-', '&', '|', '^'))} {b})"

    def int_growth(self, depth: int) -> str:
        a, b = self.two("int", depth)
        way = self.rng.randrange(5)
        if way == 0:
            return f"bound({a} << ({b} & 70))"
        if way == 1:
            return f"bound({a} ** ({b} & 5))"
        if way == 2:
            return f"({a} * {self.rng.choice(SMALL)})"
        return f"bound({a} * {b})"

    def int_division(self, depth: int) -> str:
        a, b = self.two("int", depth)
        op = self.rng.choice(("//", "%", "%"))
        if self.rng.random() < 0.7:
            b = self.rng.choice(("3", "7", "-5", "10", "1000", "2**33"))
        elif self.rng.random() < 0.85:
            b = f"({b} or 3)"
        return f"({a} {op} {b})"

    def int_bits(self, depth: int) -> str:
        a = self.expression("int", depth)
        return f"({a} {self.rng.choice(('>>', '<<'))} {self.rng.choice('01359')})"

    def int_unary(self, depth: int) -> str:
        a = self.expression("int", depth)
        return f"{self.rng.choice(('-', '~', '+', 'abs', 'int', 'bound'))}({a})"

    def int_of_container(self, depth: int) -> str:
        way = self.rng.randrange(5)
        if way == 0:
            kind = self.rng.choice(("str", "list", "dict", "tuple"))
            return f"len({self.expression(kind, depth)})"
        index = self.expression("int", depth)
        if way == 1:
            return f"{self.expression('dict', depth)}.get({index}, 4)"
        name = self.scope.pick("list")
        if name is None:
            return f"[5, 6, 7][{index} % 3]"
        if way == 2 and self.rng.random() < 0.15:
            return f"{name}[{index}]"
        if way == 3:
            return f"number(({name} or [3])[-1])"
        return f"number({name}[{index} % len({name})] if {name} else 8)"

    def int_builtin(self, depth: int) -> str:
        a, b = self.two("int", depth)
        return self.rng.choice((
            f"min({a}, {b})", f"max({a}, {b}, 3)", f"divmod({a}, 7)[1]",
            f"int({self.expression('float', depth)})", f"pow({a}, 3, 101)",
            f"({a}).bit_length()", f"ord(({self.expression('str', depth)} or 'k')[0])",
            f"int({self.expression('bool', depth)})", f"round({a}, -1)",
            f"hash({a}) % 5"))

    def conditional_int(self, depth: int) -> str:
        a, b = self.two("int", depth)
        return f"({a} if {self.expression('bool', depth)} else {b})"

    def int_attribute(self, depth: int) -> str:
        o = self.expression("obj", 0)
        way = self.rng.random()
        if way < 0.6:
            return f"{o}.{self.rng.choice(FIELDS)}"
        if way < 0.8:
            return f"{o}.total"
        if self.scope.affords(3):
            self.scope.charge(3)
            return f"{o}.step({self.expression('int', depth)})"
        return f"{o}.shared"

    def int_sum(self, depth: int) -> str:
        if not self.scope.affords(10):
            return "9"
        self.scope.charge(10)
        x = self.scope.new_name("x")
        body = self.rng.choice((x, f"{x} * 3", f"{x} & 5", f"-{x}"))
        test = self.rng.choice(("", f" if {x} % 3", f" if {x} > 2"))
        return f"sum({body} for {x} in range({self.rng.randrange(1, 9)}){test})"

    # Floats

    def float_binary(self, depth: int) -> str:
        other = self.rng.choice(("float", "float", "int"))
        a = self.expression("float", depth)
        b = self.expression(other, depth)
        if self.rng.random() < 0.3:
            a, b = b, a
        op = self.rng.choice(("+", "-", "*", "/", "+", "-", "*", "%", "//"))
        if op in ("/", "%", "//") and self.rng.random() < 0.9:
            b = f"({b} or 0.25)"
        return f"({a} {op} {b})"

    def float_builtin(self, depth: int) -> str:
        a = self.expression("float", depth)
        b = self.expression("int", depth)
        return self.rng.choice((
            f"abs({a})", f"-{a}", f"float({b})", f"round({a}, 2)",
            f"math.sqrt(abs({a}))", f"({b} / 3)", f"max({a}, 0.5)",
            f"math.floor({a}) * 0.5", f"bound({a}) ** 2"))

    # Strings

    def str_concat(self, depth: int) -> str:
        a = self.expression("str", depth)
        if self.rng.random() < 0.3:
            return f"bound({a} * {self.rng.choice(('0', '2', '3', '-1'))})"
        return f"bound({a} + {self.expression('str', depth)})"

    def str_index(self, depth: int) -> str:
        a = self.expression("str", depth)
        i = self.expression("int", 0)
        return self.rng.choice((f"{a}[{i}:]", f"{a}[:{i}]", f"{a}[::-1]",
                                f"{a}[{i} % 3:4]", f"({a} or 'z')[-1]",
                                f"{a}[{i}:{i} + 2]"))

    def str_format(self, depth: int) -> str:
        a = self.expression("int", depth)
        f = self.expression("float", depth)
        s = self.expression("str", depth)
        if self.rng.random() < 0.5:
            v = self.scope.pick(self.rng.choice(("int", "float", "str"))) or "1"
            return self.rng.choice((f"f'{{{v}}}'", f"f'<{{{v}!r:>6}}>'",
                                    f"f'{{{v}!s}}|{{{v}}}'"))
        return self.rng.choice((
            f"str({a})", f"'%d:%s' % ({a}, {s})", f"'%.3f' % {f}",
            f"'{{}}-{{!r}}'.format({a}, {s})", f"repr({s})", f"str({f})",
            f"format({a}, 'x')", f"'{{:>5}}'.format({s})"))

    def str_method(self, depth: int) -> str:
        a, b = self.two("str", depth)
        return self.rng.choice((
            f"{a}.upper()", f"{a}.replace({b}, 'q')", f"'-'.join([{a}, {b}])",
            f"{a}.strip()", f"{a}.title()", f"({a}.split() or ['none'])[0]",
            f"chr(97 + {self.expression('int', 0)} % 26)", f"{a}.center(7, '*')",
            f"{a}.partition('-')[0]"))

    # Containers

    def list_literal(self, depth: int) -> str:
        n = self.rng.randrange(4)
        kinds = [self.rng.choice(("int", "int", "int", "float", "str", "tuple"))
                 for _ in range(n)]
        return f"[{', '.join(self.expression(k, depth - 1) for k in kinds)}]"

    def list_comprehension(self, depth: int) -> str:
        if not self.scope.affords(10):
            return "[4, 5]"
        self.scope.charge(10)
        x = self.scope.new_name("x")
        self.scope.variables[x] = "int"
        body = self.expression(self.rng.choice(("int", "float")), depth)
        test = f" if {self.expression('bool', depth)}" \
            if self.rng.random() < 0.3 else ""
        del self.scope.variables[x]
        return f"[{body} for {x} in range({self.rng.randrange(8)}){test}]"

    def list_slice(self, depth: int) -> str:
        a = self.expression("list", depth)
        i, j = self.two("int", 0)
        return self.rng.choice((f"{a}[{i}:{j}]", f"{a}[::-1]", f"{a}[:]",
                                f"{a}[::2]", f"{a}[-3:]"))

    def list_builtin(self, depth: int) -> str:
        a, b = self.two("list", depth)
        return self.rng.choice((
            f"bound({a} + {b})", f"list(range({self.rng.randrange(9)}))",
            f"sorted({a}, key=str)", f"list({self.expression('tuple', depth)})",
            f"list({self.expression('dict', depth)})", f"list(reversed({a}))",
            f"[v for v in {a} if isinstance(v, int)]",
            f"list(map(str, {a}))[:5]"))

    def dict_literal(self, depth: int) -> str:
        items = []
        for _ in range(self.rng.randrange(4)):
            key = self.expression(self.rng.choice(("int", "str")), depth - 1)
            value = self.expression(self.rng.choice(("int", "str", "float")),
                                    depth - 1)
            items.append(f"{key}: {value}")
        return "{" + ", ".join(items) + "}"

    def dict_comprehension(self, depth: int) -> str:
        x = self.scope.new_name("x")
        self.scope.variables[x] = "int"
        value = self.expression("int", depth - 1)
        del self.scope.variables[x]
        return f"{{{x}: {value} for {x} in range({self.rng.randrange(5)})}}"

    def tuple_literal(self, depth: int) -> str:
        kinds = [self.rng.choice(("int", "str", "float"))
                 for _ in range(self.rng.randrange(4))]
        items = [self.expression(k, depth - 1) for k in kinds]
        return f"({', '.join(items)}{',' if len(items) == 1 else ''})"

    def tuple_builtin(self, depth: int) -> str:
        a, b = self.two("tuple", depth)
        return self.rng.choice((f"bound({a} + {b})", f"tuple({a})",
                                f"tuple({self.expression('list', depth)})",
                                f"{a}[1:]", f"divmod({self.int_constant(0)}, 7)"))

    # Truth

    def comparison(self, depth: int) -> str:
        kind = self.rng.choice(("int", "int", "int", "float", "str", "tuple"))
        a, b = self.two(kind, depth)
        if kind == "int" and self.rng.random() < 0.15:
            b = self.expression("float", depth)
        ops = ("==", "!=") if kind == "tuple" else \
            ("<", ">", "<=", ">=", "==", "!=")
        return f"({a} {self.rng.choice(ops)} {b})"

    def chain(self, depth: int) -> str:
        a, b = self.two("int", depth)
        c = self.expression("int", depth)
        return f"({a} <= {b} < {c})" if self.rng.random() < 0.6 \
            else f"({a} < {b} != {c})"

    def logic(self, depth: int) -> str:
        a, b = self.two("bool", depth)
        return self.rng.choice((f"({a} and {b})", f"({a} or {b})", f"(not {a})",
                                f"bool({a} or {b})"))

    def membership(self, depth: int) -> str:
        kind = self.rng.choice(("list", "dict", "tuple"))
        word = self.rng.choice(("in", "not in"))
        return (f"({self.expression('int', depth)} {word} "
                f"{self.expression(kind, depth)})")

    def type_test(self, depth: int) -> str:
        a = self.expression(self.kind(), depth)
        return self.rng.choice((
            f"isinstance({a}, (int, str))", f"({a} is None)", f"callable({a})",
            f"(type({a}) is float)", f"bool({a})"))

    # Objects

    def make_object(self, depth: int) -> str:
        if not self.scope.classes or not self.scope.affords(4):
            return "Plain(1, 2)"
        self.scope.charge(4)
        a = self.expression("int", depth - 1) if depth > 0 else "1"
        return f"{self.rng.choice(self.scope.classes)}({a}, 2)"

    def object_sum(self, depth: int) -> str:
        return (f"({self.expression('obj', 0)} + "
                f"{self.expression(self.rng.choice(('obj', 'int')), depth)})")
