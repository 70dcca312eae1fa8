# SPDX-License-Identifier: MIT
"""An incremental one-way constraint solver, after the DeltaBlue method of
Freeman-Benson, Maloney and Borning (1990): every variable is determined by
the strongest constraint that can, and remembers how strong that support is.
"""

import sys

REQUIRED, STRONG, MEDIUM, WEAK, WEAKEST = range(5)   # smaller is stronger


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.users = []
        self.source = None        # the constraint that determines it
        self.support = WEAKEST    # the weakest strength upstream
        self.mark = 0
        self.fixed = True

    def __repr__(self):
        return "%s=%s" % (self.name, self.value)


class Constraint:
    """A constraint with one or more methods, each an output variable."""

    def __init__(self, strength):
        self.strength = strength
        self.output = None

    def variables(self):
        raise NotImplementedError

    def choose_output(self, mark):
        """The weakest-supported unmarked output weaker than self, or None."""
        best = None
        for v in self.possible_outputs():
            if v.mark != mark and v.support > self.strength:
                if best is None or v.support > best.support:
                    best = v
        return best

    def possible_outputs(self):
        return self.variables()

    def inputs(self):
        return [v for v in self.variables() if v is not self.output]

    def compute_support(self):
        weakest = self.strength
        out = self.output
        for v in self.possible_outputs():
            if v is not out and v.support > weakest:
                weakest = v.support
        return weakest

    def is_input(self):
        return False

    def update(self):
        """Recompute what the output must know about its determination."""
        out = self.output
        out.support = self.compute_support()
        out.fixed = not self.is_input() and all(v.fixed for v in self.inputs())
        if out.fixed:
            self.execute()

    def execute(self):
        raise NotImplementedError


class Stay(Constraint):
    def __init__(self, v, strength):
        Constraint.__init__(self, strength)
        self.v = v

    def variables(self):
        return [self.v]

    def execute(self):
        pass


class Edit(Stay):
    def is_input(self):
        return True


class Equal(Constraint):
    def __init__(self, a, b, strength):
        Constraint.__init__(self, strength)
        self.a = a
        self.b = b

    def variables(self):
        return [self.a, self.b]

    def execute(self):
        if self.output is self.a:
            self.a.value = self.b.value
        else:
            self.b.value = self.a.value


class Linear(Equal):
    """b = a * scale + offset; scale and offset are inputs only."""

    def __init__(self, a, scale, offset, b, strength):
        Equal.__init__(self, a, b, strength)
        self.scale = scale
        self.offset = offset

    def inputs(self):
        other = self.b if self.output is self.a else self.a
        return [other, self.scale, self.offset]

    def variables(self):
        return [self.a, self.b, self.scale, self.offset]

    def possible_outputs(self):
        return [self.a, self.b]

    def execute(self):
        if self.output is self.b:
            self.b.value = self.a.value * self.scale.value + self.offset.value
        else:
            self.a.value = ((self.b.value - self.offset.value)
                            // self.scale.value)


class Solver:
    def __init__(self):
        self.mark = 0
        self.executed = 0

    def add(self, constraint):
        for v in constraint.variables():
            v.users.append(constraint)
        self.mark += 1
        victim = self.satisfy(constraint)
        while victim is not None:
            victim = self.satisfy(victim)

    def satisfy(self, constraint):
        """Enforce constraint; return the weaker one that it overrode."""
        mark = self.mark
        out = constraint.choose_output(mark)
        if out is None:
            if constraint.strength == REQUIRED:
                raise ValueError("a required constraint cannot be met")
            constraint.output = None
            return None
        constraint.output = out
        for v in constraint.inputs():
            v.mark = mark
        victim = out.source
        if victim is not None:
            victim.output = None
        out.source = constraint
        self.propagate(constraint)
        out.mark = mark
        return victim

    def propagate(self, constraint):
        todo = [constraint]
        while todo:
            c = todo.pop()
            c.update()
            self.executed += 1
            out = c.output
            for user in out.users:
                if user is not c and user.output is not None:
                    todo.append(user)

    def remove(self, constraint):
        for v in constraint.variables():
            v.users.remove(constraint)
        out = constraint.output
        constraint.output = None
        if out is None:
            return
        out.source = None
        out.support = WEAKEST
        out.fixed = True
        unmet = []
        todo = [out]
        while todo:
            v = todo.pop()
            for user in v.users:
                if user.output is None:
                    unmet.append(user)
                elif user.output is not v:
                    user.update()
                    todo.append(user.output)
        unmet.sort(key=lambda c: c.strength)
        for c in unmet:
            if c.output is None:
                self.mark += 1
                victim = self.satisfy(c)
                while victim is not None:
                    victim = self.satisfy(victim)

    def plan(self, edits):
        """List the constraints to run, in order, when edits change."""
        self.mark += 1
        mark = self.mark
        ready = [e for e in edits if e.output is not None]
        order = []
        while ready:
            c = ready.pop()
            out = c.output
            if out.mark == mark:
                continue
            if not all(v.mark == mark or v.fixed or v.source is None
                       for v in c.inputs()):
                continue
            order.append(c)
            out.mark = mark
            for user in out.users:
                if user is not c and user.output is not None:
                    ready.append(user)
        return order


def run_plan(plan):
    for c in plan:
        c.execute()


def edit_chain(n):
    """A chain of equalities; pushing the first must move the last."""
    solver = Solver()
    chain = [Variable("v%d" % i) for i in range(n + 1)]
    for a, b in zip(chain, chain[1:]):
        solver.add(Equal(a, b, REQUIRED))
    solver.add(Stay(chain[-1], MEDIUM))
    edit = Edit(chain[0], STRONG)
    solver.add(edit)
    plan = solver.plan([edit])
    moved = 0
    for i in range(20):
        chain[0].value = i * i
        run_plan(plan)
        if chain[-1].value != i * i:
            raise AssertionError(chain)
        moved += chain[n // 2].value
    solver.remove(edit)
    return moved, len(plan), solver.executed


def change(solver, v, value):
    edit = Edit(v, STRONG)
    solver.add(edit)
    plan = solver.plan([edit])
    for i in range(5):
        v.value = value + i - 4
        run_plan(plan)
    solver.remove(edit)
    return len(plan)


def edit_projection(n):
    """n pairs tied by one linear map, moved from either side."""
    solver = Solver()
    scale = Variable("scale", 10)
    offset = Variable("offset", 1000)
    pairs = []
    for i in range(n):
        a = Variable("a%d" % i, i)
        b = Variable("b%d" % i, 0)
        solver.add(Stay(a, WEAK))
        solver.add(Linear(a, scale, offset, b, REQUIRED))
        pairs.append((a, b))
    result = []
    result.append(change(solver, pairs[0][0], 17))
    result.append(pairs[0][1].value)
    result.append(change(solver, pairs[1][1], 1050))
    result.append(pairs[1][0].value)
    result.append(change(solver, scale, 5))
    result.append(sum(b.value for _, b in pairs))
    result.append(change(solver, offset, 2000))
    result.append(sum(b.value for _, b in pairs))
    return result


def run(n):
    return edit_chain(n), edit_projection(n)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print(edit_chain(size))
    print(edit_projection(size))
