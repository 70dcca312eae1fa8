# SPDX-License-Identifier: MIT
"""Random statements: lists of source lines, indented by their nesting."""

from collections.abc import Callable

from fuzzlib.expressions import FIELDS
from fuzzlib.features import Features
from fuzzlib.scope import KINDS, Lines, indent

ERRORS = ("ValueError", "TypeError", "KeyError", "IndexError",
          "ZeroDivisionError", "AttributeError", "NameError",
          "ArithmeticError", "LookupError", "Exception", "OverflowError",
          "(ValueError, TypeError)", "Problem")

HARMLESS = "(LookupError, TypeError, ArithmeticError, AttributeError)"

class Statements(Features):
    """Makes statements in the scope `self.scope`."""

    def statement_makers(self) -> list[tuple[int, Callable[[int], Lines]]]:
        s = self.scope
        makers = [(10, self.assign), (5, self.augment), (2, self.swap),
                  (3, self.change_list), (2, self.change_dict),
                  (4, self.change_object), (6, self.branch), (2, self.attempt),
                  (1, self.nested_function), (1, self.match), (1, self.manage),
                  (1, self.walrus), (1, self.delete), (1, self.unpack),
                  (1, self.change_global), (1, self.change_class),
                  (6, self.feature)]
        if s.affords(3):
            makers += [(5, self.for_range), (2, self.while_loop),
                       (2, self.for_items), (1, self.for_generator)]
        if s.loops:
            makers += [(2, self.leave_loop)]
        if s.loops or s.in_function:
            makers += [(1, self.maybe_raise)]
        if s.cost <= 3:
            makers += [(2, self.checkpoint)]
        if s.is_generator and s.cost <= 500:
            makers += [(5, self.yield_value)]
        return makers

    def block(self, depth: int, length: int) -> Lines:
        lines: Lines = []
        for _ in range(self.rng.randrange(1, length + 1)):
            self.scope.charge(1)
            makers = self.statement_makers()
            if depth <= 0:
                makers = [m for m in makers if m[1] in (
                    self.assign, self.augment, self.swap, self.change_list,
                    self.change_object, self.change_dict, self.leave_loop,
                    self.unpack)]
            maker = self.rng.choices([m for _, m in makers],
                                     [w for w, _ in makers])[0]
            lines += maker(depth - 1)
        return lines

    def inner_block(self, depth: int, length: int) -> Lines:
        """A block that may not run: later code seldom names what it makes."""
        before = set(self.scope.variables)
        lines = self.block(depth, length)
        for name in list(self.scope.variables):
            if name not in before and self.rng.random() < 0.985:
                del self.scope.variables[name]
        return lines

    # Simple statements

    def assign(self, depth: int) -> Lines:
        kind = self.kind()
        name = self.scope.pick_target(kind)
        if name is None or self.rng.random() < 0.1:
            name = self.scope.new_name(kind[0])
        value = self.expression(kind)
        if self.rng.random() < 0.02:        # a change of type
            value = self.expression(self.kind())
        if self.scope.loops and kind in ("str", "list", "tuple"):
            value = f"bound({value})"
        self.scope.variables[name] = kind
        return [f"{name} = {value}"]

    def augment(self, depth: int) -> Lines:
        kind = self.rng.choice(("int", "int", "int", "float", "str", "list"))
        name = self.scope.pick_target(kind)
        if name is None:
            return self.assign(depth)
        if kind in ("int", "float"):
            other = "int" if kind == "int" else self.rng.choice(("int", "float"))
            op = self.rng.choice(("+", "-", "+", "-") if kind == "float" else
                                 ("+", "-", "+", "^", "|", "&", "//", "%"))
            value = self.expression(other)
            if op in ("//", "%") and self.rng.random() < 0.9:
                value = f"({value} or 3)"
            return [f"{name} {op}= {value}"]
        value = self.expression(kind, 1)
        return [f"{name} += {value}", f"{name} = bound({name})"]

    def swap(self, depth: int) -> Lines:
        kind = self.rng.choice(KINDS)
        a, b = self.scope.pick_target(kind), self.scope.pick_target(kind)
        if a is None or b is None:
            return self.assign(depth)
        return [f"{a}, {b} = {b}, {a}"]

    def unpack(self, depth: int) -> Lines:
        a, b = self.scope.new_name("i"), self.scope.new_name("i")
        line = self.rng.choice((
            f"{a}, {b} = {self.expression('int')}, {self.expression('int')}",
            f"{a}, {b} = divmod({self.expression('int')}, 9)",
            f"{a}, *{b}_ = [{self.expression('int')}, 5, 6]; {b} = len({b}_)",
            f"({a}, _), {b} = ({self.expression('int')}, 1), 3"))
        self.scope.variables[a] = self.scope.variables[b] = "int"
        return [line]

    def change_list(self, depth: int) -> Lines:
        name = self.scope.pick("list")
        if name is None:
            return self.assign(depth)
        value = self.expression(self.rng.choice(("int", "int", "float", "str")))
        index = self.expression("int", 0)
        return self.rng.choice((
            [f"{name}.append({value})", f"del {name}[20:]"],
            [f"if {name}:", f"    {name}[{index} % len({name})] = {value}"],
            [f"{name}[{index}:{index}] = [{value}]", f"del {name}[20:]"],
            [f"if len({name}) > 3:", f"    {name}.pop()"],
            [f"{name}.insert({index} % 5, {value})", f"del {name}[20:]"],
            [f"{name}.reverse()"],
            [f"{name}[{index}] = {value}" if self.rng.random() < 0.1 else
             f"{name}[:] = {name}[1:]"]))

    def change_dict(self, depth: int) -> Lines:
        name = self.scope.pick("dict")
        if name is None:
            return self.assign(depth)
        key = self.expression(self.rng.choice(("int", "str")), 1)
        value = self.expression(self.rng.choice(("int", "str")), 1)
        if self.rng.random() < 0.7:
            key = f"{self.expression('int', 1)} % 7"
        return self.rng.choice((
            [f"{name}[{key}] = {value}", f"if len({name}) > 20:",
             f"    {name}.clear()"],
            [f"{name}[{key}] = {name}.get({key}, 0)"],
            [f"{name}.pop({key}, None)"],
            [f"del {name}[{key}]"] if self.rng.random() < 0.2 else
            [f"{name}.setdefault({key}, {value})"],
            [f"if {key} in {name}:", f"    {name}[{key}] = {value}"]))

    def change_object(self, depth: int) -> Lines:
        name = self.scope.pick("obj")
        if name is None:
            return self.assign(depth)
        f = self.rng.choice(FIELDS)
        value = self.expression("int")
        return self.rng.choice((
            [f"{name}.{f} = {value}"], [f"{name}.{f} = {value}"],
            [f"{name}.{f} += {self.expression('int', 1)}"],
            [f"{name}.{f} = bound({name}.{f} * 3)"],
            [f"{name}.extra = {value}", f"{name}.p = {name}.extra"],
            [f"if hasattr({name}, 'extra'):", f"    del {name}.extra"],
            [f"{name} = {self.expression('obj')}"],
            [f"{name}.{f} = {self.expression(self.kind(), 1)}"]
            if self.rng.random() < 0.1 else [f"{name}.q -= 1"]))

    def change_global(self, depth: int) -> Lines:
        names = [n for n, k in self.scope.globals.items() if k == "int"]
        if not names or not self.scope.in_function:
            return self.assign(depth)
        name = self.rng.choice(names)
        return [f"globals()['{name}'] = bound({name} + "
                f"{self.expression('int', 1)})"]

    def change_class(self, depth: int) -> Lines:
        if not self.scope.classes:
            return self.assign(depth)
        name = self.rng.choice(self.scope.classes)
        lines = [f"{name}.shared = {self.expression('int', 0)}"] \
            if self.rng.random() < 0.8 else \
            [f"{name}.step = lambda self, n: self.q - number(n)"]
        return [f"if {self.expression('bool')}:"] + indent(lines)

    def delete(self, depth: int) -> Lines:
        name = self.scope.pick_target("int")
        if name is None:
            return self.assign(depth)
        again = f"{name} = {self.expression('float' if self.rng.random() < 0.1 else 'int')}"
        if name in again.partition("=")[2]:
            again = f"{name} = 1"
        return [f"if {self.expression('bool', 1)}:", f"    del {name}",
                f"    {again}"]

    def walrus(self, depth: int) -> Lines:
        name = self.scope.new_name("i")
        lines = [f"if ({name} := {self.expression('int')}) > "
                 f"{self.expression('int', 0)}:"]
        self.scope.variables[name] = "int"
        return lines + indent(self.inner_block(0, 2))

    def checkpoint(self, depth: int) -> Lines:
        names = self.rng.sample(sorted(self.scope.variables),
                                min(3, len(self.scope.variables)))
        return [f"show({', '.join([repr(self.scope.new_name('at'))] + names)})"]

    def yield_value(self, depth: int) -> Lines:
        return [f"yield number({self.expression('int')})"]

    def leave_loop(self, depth: int) -> Lines:
        if self.rng.random() < 0.6:
            return [f"if {self.expression('bool')}:", "    continue"]
        # A loop that ends at once is no hot loop: break seldom, or late.
        late = self.scope.pick("int") or "5"
        return [f"if {late} == {self.rng.choice((77, 190, 1499, 4990, -3))} and "
                f"{self.expression('bool', 1)}:", "    break"]

    def maybe_raise(self, depth: int) -> Lines:
        what = self.rng.choice((
            f"raise Problem({self.expression('int', 1)})", "raise ValueError('v')",
            "raise KeyError(3)", "1 // 0",
            "[][1]", "undefined_name", "assert False, 'why'"))
        test = self.expression("bool")
        return [f"if {test} and {self.expression('int', 0)} % 5 == 0:",
                f"    {what}"]

    # Compound statements

    def branch(self, depth: int) -> Lines:
        lines = [f"if {self.expression('bool')}:"]
        lines += indent(self.inner_block(depth, 3))
        while self.rng.random() < 0.2:
            lines += [f"elif {self.expression('bool')}:"]
            lines += indent(self.inner_block(depth, 2))
        if self.rng.random() < 0.5:
            lines += ["else:"] + indent(self.inner_block(depth, 3))
        return lines

    def loop_body(self, times: int, depth: int, length: int) -> Lines:
        self.scope.cost *= times
        self.scope.loops += 1
        body = self.inner_block(depth, length)
        self.scope.loops -= 1
        self.scope.cost //= times
        if times >= 40 and self.rng.random() < 0.75:
            errors = self.rng.choice(("Exception", "Exception", HARMLESS))
            action = self.rng.choice(("pass", "continue", "failures[0] += 1"))
            body = ["try:", *indent(body), f"except {errors}:", f"    {action}"]
        return indent(body)

    def loop_else(self, depth: int) -> Lines:
        if self.rng.random() < 0.15:
            return ["else:"] + indent(self.inner_block(depth, 2))
        return []

    def choose_times(self) -> int:
        sizes = [n for n in (2, 3, 5, 10, 40, 200, 1500, 5000)
                 if self.scope.affords(n)] or [2]
        weights = [1 + (n >= 1500) * (self.scope.loops == 0) * 3 for n in sizes]
        return self.rng.choices(sizes, weights)[0]

    def for_range(self, depth: int) -> Lines:
        return self.for_times(depth, self.choose_times())

    def hot_loop(self, depth: int) -> Lines:
        return self.for_times(depth, self.rng.choice((300, 1500, 4000)))

    def for_times(self, depth: int, times: int) -> Lines:
        name = self.scope.new_name("n")
        start = self.rng.choice((0, 0, 0, 1, -5))
        step = self.rng.choice((1, 1, 1, 2, -1, 3))
        stop = start + times * step
        bounds = f"{start}, {stop}, {step}" if start or step != 1 else f"{stop}"
        if self.rng.random() < 0.03:
            bounds = f"2**62 - {times // 2}, 2**62 + {times - times // 2}"
        self.scope.variables[name] = "int"
        self.scope.loop_variables.add(name)
        lines = [f"for {name} in range({bounds}):"]
        lines += self.loop_body(times, depth, 5) + self.loop_else(depth)
        return lines

    def while_loop(self, depth: int) -> Lines:
        times = self.choose_times()
        name = self.scope.new_name("w")
        self.scope.variables[name] = "int"
        self.scope.loop_variables.add(name)
        test = f"{name} < {times}"
        if self.rng.random() < 0.3:
            test += f" and {self.expression('bool', 1)}"
        lines = [f"{name} = 0", f"while {test}:", f"    {name} += 1"]
        return lines + self.loop_body(times, depth, 4) + self.loop_else(depth)

    def for_items(self, depth: int) -> Lines:
        way = self.rng.choice(("list", "dict", "str", "items", "enumerate", "zip"))
        a, b = self.scope.new_name("i"), self.scope.new_name("v")
        if way == "items":
            head = f"for {a}, {b} in list({self.expression('dict')}.items()):"
        elif way == "enumerate":
            head = f"for {a}, {b} in enumerate({self.expression('list')}[:9]):"
        elif way == "zip":
            head = f"for {a}, {b} in zip(range(9), {self.expression('str')}):"
        else:
            head = f"for {a} in list({self.expression(way)})[:12]:"
        if way in ("enumerate", "zip"):
            self.scope.variables[a] = "int"
        lines = [head] + self.loop_body(6, depth, 3)
        self.scope.variables[a] = "int"
        return [f"{a} = 0"] + lines + [f"{a} = number({a})"]

    def for_generator(self, depth: int) -> Lines:
        makers = [f for f in self.scope.functions if f.returns == "gen"
                  and self.scope.affords(f.cost)]
        if not makers:
            return self.for_range(depth)
        name = self.scope.new_name("n")
        lines = [f"for {name} in {self.call_function(self.rng.choice(makers), 1)}:"]
        self.scope.variables[name] = "int"
        self.scope.loop_variables.add(name)
        lines += self.loop_body(10, depth, 3)
        return [f"{name} = 0"] + lines

    def attempt(self, depth: int) -> Lines:
        lines = ["try:"] + indent(self.inner_block(depth, 3))
        if self.rng.random() < 0.85:
            for error in self.rng.sample(ERRORS, self.rng.choice((1, 1, 2))):
                name = self.scope.new_name("e")
                lines += [f"except {error} as {name}:"]
                handler = self.inner_block(0, 2)
                if self.scope.cost <= 20 and self.rng.random() < 0.5:
                    handler.append(f"caught({name})")
                if self.rng.random() < 0.1:
                    handler.append(self.rng.choice(
                        ("raise", f"raise Problem(7) from {name}")))
                lines += indent(handler)
            if self.rng.random() < 0.2:
                lines += ["else:"] + indent(self.inner_block(0, 2))
            if self.rng.random() < 0.2:
                lines += ["finally:"] + indent(self.inner_block(0, 2))
        else:
            lines += ["finally:"] + indent(self.inner_block(0, 2))
        return lines

    def manage(self, depth: int) -> Lines:
        name = self.scope.new_name("i")
        lines = [f"with Manager({self.expression('int', 1)}) as {name}:"]
        self.scope.variables[name] = "int"
        return [f"{name} = 0"] + lines + indent(self.inner_block(depth, 3))

    def match(self, depth: int) -> Lines:
        a, b = self.scope.new_name("i"), self.scope.new_name("v")
        lines = [f"match {self.expression(self.kind())}:"]
        cases = ["0 | 1 | -1", f"int({a})", f"[{b}, *_]", f"({b}, _)", "str()",
                 "{'a': _}", "float()", f"[] | {{}}", f"Plain(p={b})", "None",
                 f"int({a}) if {a} > 5"]
        for case in self.rng.sample(cases, 3):
            lines += [f"    case {case}:"] + indent(indent(self.inner_block(0, 2)))
        if self.rng.random() < 0.5:
            lines += ["    case _:"] + indent(indent(self.inner_block(0, 1)))
        return lines

    def nested_function(self, depth: int) -> Lines:
        """A closure over a local, called in a loop."""
        if not self.scope.in_function or not self.scope.affords(10):
            return self.assign(depth)
        cell = self.scope.pick_target("int")
        if cell is None:
            return self.assign(depth)
        name, n = self.scope.new_name("inner"), self.scope.new_name("n")
        body = f"bound({cell} + a)" if self.rng.random() < 0.6 else f"({cell} - a)"
        result = self.scope.new_name("i")
        times = 30 if self.scope.affords(60) else 3
        self.scope.charge(times * 2)
        lines = [f"def {name}(a, b={self.expression('int', 0)}):"]
        if self.rng.random() < 0.7:
            lines += [f"    nonlocal {cell}", f"    {cell} = {body}"]
        lines += [f"    return {cell} + b", f"{result} = 0",
                  f"for {n} in range({times}):",
                  f"    {result} = bound({result} ^ {name}({n}))"]
        self.scope.variables[result] = "int"
        return lines
