# SPDX-License-Identifier: MIT
"""Random statements, each a small shape of its own around one part of the
language: how frames are left, how names are bound, how classes change."""

from fuzzlib.expressions import EDGES, FLOATS, Expressions
from fuzzlib.scope import Lines, indent

# {n} and {x} are an int and a float.
SPECS = ("d", "5d", "<8d", "^9d", "+d", " d", "08d", "x", "#x", "#b", "o", ",",
         "_d", "_x", "c", "*>10", "e", ".3f", "g", "%", "010", "-^12,d", "n")
FLOAT_SPECS = ("f", ".2f", "e", ".3e", "g", ".4g", "10.1f", "+.2f", "%", ".0%",
               "012.3f", ",.2f", "_.1f", "<9.1e", "n", "G", ".0f", "#.0f", "z")
CONVERSIONS = ("%d", "%5d", "%-5d|", "%05d", "%+d", "%x", "%#o", "%s", "%r",
               "%i", "%c", "%e", "%.3f", "%g", "%a", "%.5d", "%u")


class Features(Expressions):
    """Mixed into Statements, whose inner_block() it uses."""

    def feature(self, depth: int) -> Lines:
        s = self.scope
        makers = [self.number_edges, self.format_number, self.slice_change,
                  self.set_change, self.text_methods, self.star_calls,
                  self.bytes_change, self.sort, self.rich_match]
        if s.affords(4):
            makers += [self.leave_try, self.leave_with, self.cross_frames,
                       self.nested_comprehension, self.class_in_place,
                       self.patch_while_hot, self.drive_generator,
                       self.delegate, self.counter_closure, self.special_methods,
                       self.recurse, self.unwind_finally, self.group,
                       self.iterate_changing]
        if s.cost <= 3:
            makers += [self.dynamic_code]
        return self.rng.choice(makers)(depth)

    def result(self) -> str:
        """A fresh int variable."""
        name = self.scope.new_name("i")
        self.scope.variables[name] = "int"
        return name

    def times(self, *sizes: int) -> int:
        affordable = [n for n in sizes if self.scope.affords(n)] or [2]
        n = self.rng.choice(affordable)
        self.scope.charge(n * 3)
        return n

    def guarded(self, lines: Lines) -> Lines:
        return ["try:", *indent(lines), "except Exception as e_:",
                "    failures[0] += len(str(e_))"]

    # Numbers and text

    def number_edges(self, depth: int) -> Lines:
        """A counter that crosses the edge of small ints, or a float's."""
        name, n = self.result(), self.scope.new_name("n")
        times = self.times(5, 60, 400)
        if self.rng.random() < 0.3:
            f = self.scope.new_name("f")
            self.scope.variables[f] = "float"
            start = self.rng.choice(FLOATS + ("float('nan')", "5e-324", "1e308",
                                              "2.0**53", "-2.0**62"))
            step = self.rng.choice(("+ 1.0", "* 2.0", "/ 3.0", "- 0.1", "* -1.5",
                                    "% 7.0", "// 3.0", "+ 1", "** 2", "* 10"))
            return [f"{f} = {start}", f"{name} = 0", *self.guarded([
                    f"for {n} in range({times}):", f"    {f} = {f} {step}",
                    f"    if {f} != {f} or {f} > 1e308:",
                    f"        {name} += 1", f"        {f} = {start}",
                    f"    elif {f} < {n}:", f"        {name} ^= {n}"])]
        start = self.rng.choice(EDGES + ("2**61 - 1", "-2**61 - 1", "2**60",
                                         "2**62 - 40", "-2**62 + 40"))
        step = self.rng.choice(("+ 1", "- 1", "+ 7", "- 3", "* 3", "* -2", "<< 1",
                                "+ {n}", "- {n}", "* {n}", "^ {n}", "| {n}",
                                "+ 2**60", "- 2**61", "// -3", "% (2**62 - {n})",
                                "& ~{n}", ">> 1"))
        step = step.replace("{n}", n)
        return [f"{name} = {start}", f"for {n} in range({times}):",
                f"    {name} = {name} {step}",
                f"    if not -2**66 < {name} < 2**66:",
                f"        {name} = {start} - {n}"]

    def format_number(self, depth: int) -> Lines:
        s = self.scope.new_name("s")
        self.scope.variables[s] = "str"
        i, f = self.expression("int", 1), self.expression("float", 1)
        way = self.rng.randrange(5)
        if way == 0:
            line = f"{s} = format({i}, {self.rng.choice(SPECS)!r})"
        elif way == 1:
            line = f"{s} = f'{{{f}:{self.rng.choice(FLOAT_SPECS)}}}'" \
                if "'" not in f and "{" not in f else f"{s} = str({f})"
        elif way == 2:
            line = f"{s} = {self.rng.choice(CONVERSIONS)!r} % ({i},)"
        elif way == 3:
            line = f"{s} = {self.rng.choice(CONVERSIONS)!r} % {f}"
        else:
            line = (f"{s} = '{{0:{self.rng.choice(SPECS)}}}{{1!r:>7}}"
                    f"{{k[a]}}'.format({i}, {self.expression('str', 1)}, "
                    f"k={{'a': {f}}})")
        return [f"{s} = ''", *self.guarded([line]), f"{s} = bound({s})"]

    def text_methods(self, depth: int) -> Lines:
        s = self.scope.new_name("s")
        self.scope.variables[s] = "str"
        a, b = self.expression("str", 1), self.expression("str", 1)
        i = self.expression("int", 0)
        call = self.rng.choice((
            f"{a}.find({b}, {i})", f"{a}.count({b})", f"{a}.split({b})",
            f"{a}.rsplit(None, 1)", f"{a}.splitlines()", f"{a}.zfill({i} % 20)",
            f"{a}.translate({{97: 'xy', 98: None}})", f"{a}.encode()",
            f"{a}.expandtabs()", f"{a}.swapcase()", f"{a}.casefold()",
            f"{a}.removeprefix({b})", f"{a}.startswith(({b}, 'a'))",
            f"{a}.isidentifier()", f"{a}.rjust({i} % 9, '.')",
            f"{a}.rpartition({b} or '-')", f"{a}.index({b})",
            f"int({a})", f"float({a})", f"{a}.isdigit(), {a}.isalpha()",
            f"ascii({a})", f"{a} < {b}, {a} in {b}", f"hash({a}) == hash({b})"))
        return [f"{s} = ''", *self.guarded([f"{s} = repr({call})"]),
                f"{s} = bound({s})"]

    def bytes_change(self, depth: int) -> Lines:
        name, i = self.result(), self.expression("int", 0)
        what = self.rng.choice((
            f"b = bytearray(b'abc'); b[{i}:2] = b'xyz'; b.append({i} % 256)",
            f"b = b'%d-%s' % ({i}, b'q')", f"b = ({i}).to_bytes(9, 'big', signed=True)",
            f"b = bytes([{i} & 255, 1, 2])[::-1]", f"b = b'abc'.hex().encode()",
            f"b = bytearray(5); b[{i} % 7] = 3", f"b = memoryview(b'abcd')[1:3].tobytes()"))
        return [f"{name} = 0", *self.guarded([what, f"{name} = sum(b)"])]

    # Containers

    def slice_change(self, depth: int) -> Lines:
        name = self.scope.pick("list")
        if name is None:
            name = self.scope.new_name("l")
            self.scope.variables[name] = "list"
            return [f"{name} = list(range({self.rng.randrange(12)}))"]
        i, j = self.expression("int", 0), self.expression("int", 0)
        step = self.rng.choice(("", ":2", ":-1", ":-3", ":1"))
        value = self.rng.choice((f"[{i}]", "[]", f"{name}[::-1]", "'ab'", name,
                                 f"range({self.rng.randrange(4)})"))
        line = self.rng.choice((
            f"{name}[{i}:{j}{step}] = {value}", f"del {name}[{i}:{j}{step}]",
            f"{name}[{i}:{j}{step}] += {value}", f"{name} *= {self.rng.randrange(3)}",
            f"{name}.sort(key=str, reverse={self.rng.random() < 0.5})",
            f"{name}.remove({i})", f"{name}.extend({value})",
            f"{name}[{i} % 9], {name}[-1] = {j}, {i}"))
        return [*self.guarded([line]), f"del {name}[25:]"]

    def set_change(self, depth: int) -> Lines:
        name, n = self.result(), self.scope.new_name("n")
        i = self.expression("int", 0)
        op = self.rng.choice(("|", "&", "-", "^", "<=", "==", ">"))
        change = self.rng.choice((f"a_.add({n} * 3)", f"a_.discard({n})",
                                  f"a_ ^= {{{n}, 1}}", f"a_.update(range({n}))",
                                  f"b_ = b_ | {{{n}}}"))
        return [f"{name} = 0", *self.guarded([
            f"a_, b_ = {{1, 2, {i}}}, frozenset([2, 3, {i}])",
            f"for {n} in range({self.times(3, 40)}):", f"    {change}",
            f"    {name} += {i} in a_", f"c_ = a_ {op} b_",
            f"{name} += sum(c_) if isinstance(c_, set) else c_"])]

    def sort(self, depth: int) -> Lines:
        name = self.scope.new_name("l")
        self.scope.variables[name] = "list"
        source = self.expression(self.rng.choice(("list", "list", "str", "tuple")), 1)
        key = self.rng.choice(("", ", key=str", ", key=lambda v: -len(str(v))",
                               ", key=repr, reverse=True", ", key=type"))
        way = self.rng.choice((f"sorted({source}{key})",
                               f"[min({source}{key}), max({source}{key})]",
                               f"[*zip({source}, {source}[1:])]",
                               f"[*map(lambda *a: len(a), {source}, 'abc')]",
                               f"[*{source}, *{source}][:9]",
                               f"[k for k, *v in enumerate({source})]"))
        return [f"{name} = []", *self.guarded([f"{name} = {way}"]),
                f"{name} = bound({name})"]

    def iterate_changing(self, depth: int) -> Lines:
        """Containers that change while they are gone through."""
        name = self.result()
        grow = self.rng.choice((
            ("[1, 2, 3]", "c_.append(x_)"), ("[1, 2, 3]", "c_.pop()"),
            ("{1: 2, 3: 4}", "c_[x_ + 9] = 1"), ("{1: 2, 3: 4}", "c_[x_] = 7"),
            ("{1, 2}", "c_.add(x_ + 5)"), ("[3, 2, 1]", "c_[:] = c_[1:]"),
            ("{1: 2, 3: 4}", "c_.pop(x_)"), ("[3, 2, 1, 4]", "c_.remove(x_)")))
        late = ["it_ = iter(c_)", f"for x_ in it_: {name} += x_", "c_[9:] = [1]",
                f"{name} += len(list(it_))"] \
            if grow[0].startswith("[") and self.rng.random() < 0.3 else []
        return [f"{name} = 0", f"for _ in range({self.times(2, 30, 300)}):",
                *indent(self.guarded([
                    f"c_ = {grow[0]}", *late, "for x_ in c_:",
                    f"    {name} += x_", f"    if {name} % 5 == 0: break",
                    f"    {grow[1]}", "    if len(c_) > 9: break"])),
                f"{name} = bound({name})"]

    # Leaving frames and blocks

    def leave_try(self, depth: int) -> Lines:
        """break, continue and exceptions through finally, in a loop."""
        name, n = self.result(), self.scope.new_name("n")
        times = self.times(6, 50, 500)
        go = self.rng.sample(("continue", "break", "1 // 0", "raise KeyError(1)",
                              "pass", f"{name} += 3", "[][0]"), 3)
        k = self.rng.choice((2, 3, 7, 40, 333))
        lines = [f"{name} = 0", f"for {n} in range({times}):", "    try:",
                 "        try:", f"            if {n} % {k} == 1: {go[0]}",
                 f"            if {n} == {times - 2}: {go[1]}",
                 f"            {name} += {n}", "        finally:",
                 f"            {name} ^= {n}"]
        if self.rng.random() < 0.3:
            lines += [f"            if {n} % {k} == 2: {go[2]}"]
        lines += [f"    except {self.rng.choice(('LookupError', 'ArithmeticError'))}:",
                  f"        {name} -= 1", "    except Exception as e:",
                  f"        {name} += len(str(e))"]
        if self.rng.random() < 0.5:
            lines += ["    else:", f"        {name} += 2"]
        if self.rng.random() < 0.5:
            lines += ["    finally:", f"        {name} += 5"]
        if self.rng.random() < 0.5:
            lines += ["else:", f"    {name} *= 2"]
        return lines

    def leave_with(self, depth: int) -> Lines:
        name, n = self.result(), self.scope.new_name("n")
        times = self.times(6, 50, 400)
        go = self.rng.choice(("continue", "break", "raise KeyError(1)", "1 // 0",
                              "pass"))
        managers = self.rng.choice((
            f"Manager({n})", f"Manager({n}) as m_", f"Manager({n}), Manager(m_) as m_",
            f"(Manager(1) as m_, Manager(m_),)"))
        return [f"{name} = m_ = 0", *self.guarded([
            f"for {n} in range({times}):", f"    with {managers}:",
            f"        {name} += m_ if isinstance(m_, int) else 1",
            f"        if {n} % {self.rng.choice((2, 5, 31))} == 1: {go}",
            f"        {name} += {n}"])]

    def unwind_finally(self, depth: int) -> Lines:
        """return out of nested try and finally blocks."""
        f, name, n = (self.scope.new_name("unwind"), self.result(),
                      self.scope.new_name("n"))
        last = self.rng.choice(("pass", "a += 1", "return a", "raise ValueError(a)",
                                "log.append(a)"))
        body = self.rng.choice(("return a + 1", "a = 1 // (a % 3)",
                                "raise KeyError(a)", "log.append(a)"))
        return [f"def {f}(a, log):", "    for k in range(3):", "        try:",
                "            try:", f"                {body}",
                "            finally:", f"                {last}",
                "        except ArithmeticError:", "            a += k",
                self.rng.choice(("            continue", "            break",
                                 "            return -a", "            raise")),
                "        finally:", "            log.append(k)",
                "    else:", "        a -= 7", "    return a",
                f"{name} = 0", f"for {n} in range({self.times(4, 60, 300)}):",
                "    log_ = []",
                *indent(self.guarded([f"{name} += {f}({n}, log_)"])),
                f"    {name} += len(log_)", f"    {name} = bound({name})"]

    def cross_frames(self, depth: int) -> Lines:
        """Exceptions that go through several frames, often or seldom."""
        a, b, name, n = (self.scope.new_name("low"), self.scope.new_name("mid"),
                         self.result(), self.scope.new_name("n"))
        k = self.rng.choice((2, 3, 17, 97))
        what = self.rng.choice(("raise Problem(x)", "return 1 // (x - x)",
                                "return {}[x]", "return x.nothing",
                                "return [1][x + 5]", "return int('q')",
                                "raise StopIteration(x)", "return x + 'a'"))
        catch = self.rng.choice(("KeyError", "Exception", "(TypeError, Problem)",
                                 "BaseException"))
        again = self.rng.choice(("return -1", "raise", "raise ValueError(x) from e",
                                 "raise Problem(x + 1)", "e.add_note('n'); raise"))
        times = self.times(6, 60, 600)
        show = [f"        caught(e)"] if times <= 6 and self.scope.cost <= 2 else []
        return [f"def {a}(x):", f"    if x % {k} == 1:", f"        {what}",
                "    return x", f"def {b}(x):", "    try:",
                f"        return {a}(x) + {a}(x + 1)",
                f"    except {catch} as e:", f"        {again}",
                f"{name} = 0", f"for {n} in range({times}):", "    try:",
                f"        {name} += {b}({n})", "    except Exception as e:",
                f"        {name} ^= len(str(e)) + ({n} & 7)",
                *show, f"    {name} = bound({name})"]

    def group(self, depth: int) -> Lines:
        name = self.result()
        inner = self.rng.choice(("[ValueError(1), KeyError(2)]",
                                 "[ValueError(1), ExceptionGroup('in', [KeyError(2)])]",
                                 "[OSError('x'), OSError('y')]"))
        return [f"{name} = 0", *self.guarded([
            f"for _ in range({self.times(2, 20)}):", "    try:",
            f"        raise ExceptionGroup('g', {inner})",
            "    except* ValueError as g:", f"        {name} += len(g.exceptions)",
            f"    except* {self.rng.choice(('KeyError', 'OSError', 'LookupError'))}:",
            f"        {name} += 10",
            *self.rng.choice(([], [f"    else:", f"        {name} += 1"],
                              ["    finally:", f"        {name} += 3"]))])]

    # Functions, closures, generators

    def star_calls(self, depth: int) -> Lines:
        f, name = self.scope.new_name("star"), self.result()
        i, j = self.expression("int", 1), self.expression("int", 0)
        params, body = self.rng.choice((
            ("*args", "len(args) + sum(map(number, args))"),
            ("a, *args, k=3, **kw", "number(a) + len(args) + k + len(kw)"),
            ("a, b=2, /, c=5, **kw", "number(a) - b + c * len(kw)"),
            ("a=1, *, b, c=4", "number(a) + number(b) * c"),
            ("**kw", "sum(map(number, kw.values()))")))
        call = self.rng.choice((
            f"{f}(*[{i}, {j}])", f"{f}({i}, *(3, 4), k={j})", f"{f}(**{{'b': {i}}})",
            f"{f}({i}, **{{'z': 1, 'k': 2}})", f"{f}(*range(3), *'a')", f"{f}({i})",
            f"{f}(1, c=2, **{{'c': 3}})", f"{f}(a={i})", f"{f}()", f"{f}(b={i}, a=2)",
            f"{f}({i}, 2, 3, 4)"))
        return [f"def {f}({params}):", f"    return {body}", f"{name} = 0",
                f"for _ in range({self.times(2, 40)}):",
                *indent(["try:", f"    {name} += {call}", "except TypeError as e:",
                         f"    {name} += len(str(e))"]),
                f"{name} = bound({name})"]

    def counter_closure(self, depth: int) -> Lines:
        """Cells shared by several functions, changed from each."""
        f, name, n = (self.scope.new_name("make"), self.result(),
                      self.scope.new_name("n"))
        i = self.expression("int", 1)
        up = self.rng.choice(("c += x", "c = c - x", "c, d = d, c + x", "d += 1.5",
                              "c = 2**61 + x"))
        return [f"def {f}(c, d=1):", "    def up(x):", "        nonlocal c, d",
                f"        {up}", "        return c", "    def get():",
                "        return c if c is not None else d",
                "    def wrap(g):", "        def inner(*a):",
                "            nonlocal d", "            d = number(d) + 1",
                "            return bound(g(*a))", "        return inner",
                "    return wrap(up), wrap(get), lambda: d",
                f"up_, get_, last_ = {f}({i})", f"{name} = 0",
                f"for {n} in range({self.times(4, 70, 600)}):",
                f"    {name} = bound({name} ^ number(up_({n})))",
                f"    if {n} % {self.rng.choice((3, 50))} == 0:",
                f"        {name} += number(get_()) + int(last_())",
                f"{name} = bound({name})"]

    def drive_generator(self, depth: int) -> Lines:
        """send, throw and close."""
        g, name, n = (self.scope.new_name("gen"), self.result(),
                      self.scope.new_name("n"))
        act = self.rng.choice(("r_ = g_.send({n})", "r_ = next(g_)",
                               "r_ = g_.throw(ValueError({n}))",
                               "g_.close(); r_ = 1", "r_ = next(g_, -1)",
                               "r_ = g_.send(None)")).replace("{n}", n)
        return [f"def {g}(k):", "    total = 0", "    while total < 5000:",
                "        try:", "            got = yield total",
                "            total += k if got is None else number(got)",
                "        except ValueError as e:",
                f"            {self.rng.choice(('total += 5', 'return 7', 'raise', 'yield -1'))}",
                "        finally:",
                f"            {self.rng.choice(('k += 1', 'total += 1', 'pass'))}",
                f"    return total",
                f"{name} = 0", f"g_ = {g}({self.rng.randrange(1, 9)})",
                f"{name} += next(g_)", f"for {n} in range({self.times(4, 60, 500)}):",
                "    try:", f"        if {n} % {self.rng.choice((2, 5, 21))} == 1:",
                f"            {act}", "        else:", "            r_ = next(g_)",
                f"        {name} += number(r_)",
                "    except StopIteration as e:", f"        {name} += number(e.value)",
                f"        g_ = {g}({n})", "    except (ValueError, TypeError) as e:",
                f"        {name} -= len(str(e))", f"        g_ = {g}(2)",
                f"{name} = bound({name})"]

    def delegate(self, depth: int) -> Lines:
        g, name = self.scope.new_name("gen"), self.result()
        leaf = self.rng.choice(("yield from range(n)", "yield n", "yield from [n, 2]",
                                "yield from (x * 2 for x in range(n))"))
        lines = [f"def {g}(n):", "    if n <= 0:", "        return 1",
                 f"    {leaf}", f"    r = yield from {g}(n - 1)",
                 f"    yield {self.rng.choice(('r', '-r', 'n + r'))}",
                 "    return r + 1"]
        way = self.rng.choice((f"sum({g}(k_))", f"max({g}(k_), default=3)",
                               f"len([*{g}(k_)])", f"sum(x for x in {g}(k_) if x & 1)",
                               f"next({g}(k_), 9)"))
        return [*lines, f"{name} = 0",
                f"for k_ in [1, 2, 3, 4] * {self.times(1, 6, 40)}:",
                f"    {name} += {way}"]

    def recurse(self, depth: int) -> Lines:
        f, name = self.scope.new_name("rec"), self.result()
        self.scope.charge(120)
        body = self.rng.choice((
            f"{f}(n - 1, a + n) + {f}(n - 2, a)", f"1 + {f}(n - 1, [a, n])",
            f"max({f}(k, a) for k in range(max(0, n - 3), n))",
            f"{f}(n // 2, a) - {f}(n // 3, n)", f"sum([{f}(n - 2, k) for k in (1, 2)])"))
        return [f"def {f}(n, a=0):", "    if n <= 1:",
                "        return n + (a if isinstance(a, int) else 1)",
                f"    return {body}",
                f"{name} = {f}({self.rng.randrange(2, 9)})"]

    def nested_comprehension(self, depth: int) -> Lines:
        name = self.scope.new_name("l")
        self.scope.variables[name] = "list"
        a, b = self.expression("int", 0), self.rng.randrange(2, 6)
        way = self.rng.choice((
            f"[[x * y + {a} for x in range(y)] for y in range({b})]",
            f"[(x, y) for x in range({b}) if x & 1 for y in 'ab' if y]",
            f"[w_ for x in range({b}) if (w_ := x * 2) > 1]",
            f"[f() for f in [lambda: x for x in range({b})]]",
            f"list({{x % 3: y for x, y in zip(range({b}), [{a}] * 9)}}.items())",
            f"sorted({{x % 3 for x in range({b})}})",
            f"[*(x for x in (y + 1 for y in range({b})) if x != {a})]",
            f"[[*r][::-1] for r in zip(*[range({b}), 'abcdef'])]"))
        return [f"{name} = []", f"for _ in range({self.times(1, 10, 60)}):",
                f"    {name} = {way}", f"{name} = bound({name})"]

    def dynamic_code(self, depth: int) -> Lines:
        name, i = self.result(), self.expression("int", 0)
        return [f"{name} = 0", *self.guarded([
            f"ns_ = {{'a': 3}}", f"for _ in range({self.times(1, 4)}):",
            self.rng.choice((
                "    exec('a = a * 2\\nb = [x + a for x in range(3)]', ns_)",
                "    ns_['a'] = eval('a + 1 if a else 0', ns_)",
                "    exec('def f(x=a):\\n return x + a\\na = f()', ns_)",
                "    exec('for i in range(100):\\n a += i', ns_)")),
            f"{name} = ns_['a'] + number({i})"])]

    # Classes

    def class_in_place(self, depth: int) -> Lines:
        """A class made in a loop: shapes and types that come and go."""
        c, name, n = (self.scope.new_name("Local"), self.result(),
                      self.scope.new_name("n"))
        base = self.rng.choice(self.scope.classes or ["object"])
        kind = self.rng.choice((
            ["    __slots__ = ('u', 'v')", "    def __init__(self, a):",
             "        self.u = a; self.v = 2"],
            ["    u = 4", "    v = [x for x in range(3)][-1]",
             "    def __init__(self, a):", "        self.w = a"],
            ["    def __init__(self, a):", "        self.u = a",
             "    @property", "    def v(self): return self.u * 2",
             "    @v.setter", "    def v(self, x): self.u = number(x)"],
            ["    u = 1", "    def __init__(self, a): self.__dict__['v'] = a",
             "    def __getattr__(self, k): return 9"],
            ["    @classmethod", "    def u(cls): return 3",
             "    def __init__(self, a): self.v = a"]))
        use = self.rng.choice(("o_.u = o_.v", f"o_.v = {n}", f"o_.new = {n}",
                               f"{name} += number(o_.u)", "del o_.v", "o_.u += 1",
                               f"o_.v, o_.u = o_.u, {n}", f"{c}.u = 5",
                               f"setattr(o_, 'k' + str({n} % 4), 1)",
                               "o_.__class__ = type(o_)", "o_.__dict__.clear()"))
        head = f"class {c}({base}):" if kind[0].startswith("    u") \
            else f"class {c}:"
        return [head, *kind, f"{name} = 0",
                f"for {n} in range({self.times(4, 60, 400)}):",
                *indent(self.guarded([
                    *( [f"o_ = {c}({n})"] if head.endswith(f"{c}:")
                       else [f"o_ = {c}.__new__({c}); o_.w = {n}; o_.v = 1"]),
                    use, f"{name} += number(o_.v)"])),
                f"    {name} = bound({name})"]

    def patch_while_hot(self, depth: int) -> Lines:
        """A class, a function or a global that changes in a hot loop."""
        c, f, name, n = (self.scope.new_name("Patched"), self.scope.new_name("fun"),
                         self.result(), self.scope.new_name("n"))
        times = self.times(20, 200, 1500)
        at = self.rng.choice((times // 2, times - 3, 7, times // 3))
        change = self.rng.choice((
            f"{c}.go = lambda self, x: x * 2", f"o_.go = lambda x: x - 1",
            f"{c}.k = 2**62", f"{c}.k = 'text'", "o_.k = 5", f"del {c}.go",
            f"{c}.__getattr__ = lambda self, n: 4", f"{f}.__defaults__ = (9,)",
            f"{f}.__code__ = (lambda x, y=0: x ^ y).__code__",
            f"{c}.k = property(lambda self: 6)", f"o_ = {c}2()",
            f"{c}.__call__ = lambda self: 1", "globals()['G0'] = 5",
            f"{c}.__bases__ = ({c}2,)", f"o_.__class__ = {c}2"))
        back = self.rng.choice(("pass", f"{c}.go = old_", f"{c}.k = 1"))
        return [f"class {c}2:", "    k = 2", "    def go(self, x): return x + 2",
                f"class {c}({c}2):", "    k = 1", "    def go(self, x):",
                "        return x + self.k", f"def {f}(x, y=1):", "    return x + y",
                f"o_ = {c}()", f"old_ = {c}.go", f"{name} = 0",
                f"for {n} in range({times}):", f"    if {n} == {at}:",
                *indent(indent(self.guarded([change]))),
                f"    elif {n} == {at + 9}:",
                *indent(indent(self.guarded([back]))),
                *indent(self.guarded([
                    f"{name} += o_.go({n}) + {f}({n}) + number(o_.k)"])),
                f"    {name} = bound({name})"]

    def special_methods(self, depth: int) -> Lines:
        c, name, n = (self.scope.new_name("Op"), self.result(),
                      self.scope.new_name("n"))
        method, use = self.rng.choice((
            ("__len__(self): return self.a % 3", f"{name} += 1 if o_ else 2"),
            ("__bool__(self): return self.a > 5", f"{name} += not o_"),
            ("__contains__(self, x): return x == self.a", f"{name} += {n} in o_"),
            ("__getitem__(self, k): return [7, 8, 9][k]", f"{name} += sum(o_)"),
            ("__iter__(self): yield self.a; yield 3", f"p_, q_ = o_; {name} += p_ - q_"),
            ("__call__(self, *a, **k): return len(a) + len(k)",
             f"{name} += o_(1, z={n})"),
            ("__radd__(self, x): return x - self.a", f"{name} = {name} + o_"),
            ("__iadd__(self, x): self.a += x; return self",
             f"o_ += {n}; {name} += o_.a"),
            ("__lt__(self, x): return self.a < x.a",
             f"{name} += sorted([o_, {c}(3), {c}({n})])[0].a"),
            ("__hash__(self): return self.a", f"{name} += len({{o_, {c}({n})}})"),
            ("__eq__(self, x): return self.a == x", f"{name} += [o_].count({n})"),
            ("__index__(self): return self.a % 3", f"{name} += [4, 5, 6][o_]"),
            ("__getattribute__(self, k): return object.__getattribute__(self, 'a')",
             f"{name} += o_.b"),
            ("__setattr__(self, k, v): self.__dict__[k] = v", f"o_.a = {name} & 7"),
            ("__format__(self, s): return s * 2", f"{name} += len(f'{{o_:ab}}')"),
            ("__matmul__(self, x): return x", f"{name} += o_ @ {n}"),
            ("__neg__(self): return -self.a", f"{name} += -o_"),
            ("__next__(self): raise StopIteration", f"{name} += next(o_, {n})"),
            ("__missing__(self, k): return 1", f"{name} += o_['x']"),
            ("__del__(self): pass", "o_ = None")))
        return [f"class {c}:", "    def __init__(self, a): self.a = a",
                f"    def {method}", f"{name} = 0",
                f"for {n} in range({self.times(4, 60, 400)}):",
                f"    o_ = {c}({n} % {self.rng.choice((4, 9, 1000))})",
                *indent(self.guarded([use])), f"    {name} = bound({name})"]

    # Patterns

    def rich_match(self, depth: int) -> Lines:
        name, n = self.result(), self.scope.new_name("n")
        subjects = ("(n_, 2)", "{'k': n_, 'z': 1}", "Plain(n_, 'q')", "[n_, [1, 'x']]",
                    "n_", "str(n_)", "float(n_)", "n_ % 2 == 0", "None",
                    "range(n_ % 4)", "{}", "()", "b'ab'", "[1, 2, 3, n_]")
        cases = ("[a, b]", "(a, [b, *c])", "{'k': a, **rest}", "Plain(a, q=b)",
                 "int(a) if a % 3 == 0", "bool()", "str() as s", "[*_, 4 | 5]",
                 "[1, *mid, a]", "{}", "0 | 1 | None", "-1.0 | 2.0", "'1' | '2'",
                 "Plain(p=int(a))", "float() | int()", "[]", "(True | False) as t",
                 "[_, _, *_]", "Plain()")
        chosen = self.rng.sample(cases, 5)
        lines = ["match v_:"]
        for k, case in enumerate(chosen):
            lines += [f"    case {case}:", f"        {name} += {k + 1}"]
        return [f"{name} = 0", f"for n_ in range({self.times(3, 12, 120)}):",
                f"    for v_ in ({', '.join(self.rng.sample(subjects, 4))}):",
                *indent(indent(lines))]
