# SPDX-License-Identifier: MIT
"""Tokenizer, recursive-descent parser and evaluator for a small calculator
with variables, functions of one argument and exact integers."""

import sys

PUNCTUATION = "+-*/%^()=,<>"


class CalcError(Exception):
    pass


def tokenize(text):
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            start = i
            while i < n and (text[i].isdigit() or text[i] == "."):
                i += 1
            number = text[start:i]
            yield "num", float(number) if "." in number else int(number)
        elif c.isalpha() or c == "_":
            start = i
            while i < n and (text[i].isalnum() or text[i] == "_"):
                i += 1
            yield "name", text[start:i]
        elif c in PUNCTUATION:
            i += 1
            yield "op", c
        else:
            raise CalcError("bad character %r at %d" % (c, i))
    yield "end", None


class Parser:
    """Builds nested tuples: ("num", n), ("name", s), (op, left, right)..."""

    LEVELS = (("<", ">"), ("+", "-"), ("*", "/", "%"))

    def __init__(self, text):
        self.tokens = tokenize(text)
        self.advance()

    def advance(self):
        self.kind, self.value = next(self.tokens)

    def accept(self, op):
        if self.kind == "op" and self.value == op:
            self.advance()
            return True
        return False

    def expect(self, op):
        if not self.accept(op):
            raise CalcError("expected %r, found %r" % (op, self.value))

    def parse(self):
        tree = self.parse_level(0)
        if self.accept("="):
            if tree[0] != "name":
                raise CalcError("cannot assign to %s" % tree[0])
            tree = ("=", tree[1], self.parse_level(0))
        if self.kind != "end":
            raise CalcError("unexpected %r" % (self.value,))
        return tree

    def parse_level(self, level):
        if level == len(self.LEVELS):
            return self.parse_unary()
        left = self.parse_level(level + 1)
        while self.kind == "op" and self.value in self.LEVELS[level]:
            op = self.value
            self.advance()
            left = (op, left, self.parse_level(level + 1))
        return left

    def parse_unary(self):
        if self.accept("-"):
            return ("neg", self.parse_unary())
        base = self.parse_atom()
        if self.accept("^"):
            return ("^", base, self.parse_unary())
        return base

    def parse_atom(self):
        kind, value = self.kind, self.value
        if kind == "num":
            self.advance()
            return ("num", value)
        if kind == "name":
            self.advance()
            if self.accept("("):
                args = [self.parse_level(0)]
                while self.accept(","):
                    args.append(self.parse_level(0))
                self.expect(")")
                return ("call", value, args)
            return ("name", value)
        if self.accept("("):
            tree = self.parse_level(0)
            self.expect(")")
            return tree
        raise CalcError("unexpected %r" % (value,))


class Evaluator:
    def __init__(self):
        self.names = {"one": 1}
        self.functions = {"abs": abs, "max": max, "min": min,
                          "square": lambda x: x * x}

    def evaluate(self, tree):
        return getattr(self, self.METHODS[tree[0]])(tree)

    def eval_num(self, tree):
        return tree[1]

    def eval_name(self, tree):
        try:
            return self.names[tree[1]]
        except KeyError:
            raise CalcError("unknown name " + tree[1]) from None

    def eval_neg(self, tree):
        return -self.evaluate(tree[1])

    def eval_assign(self, tree):
        value = self.names[tree[1]] = self.evaluate(tree[2])
        return value

    def eval_call(self, tree):
        function = self.functions.get(tree[1])
        if function is None:
            raise CalcError("unknown function " + tree[1])
        return function(*[self.evaluate(arg) for arg in tree[2]])

    def eval_binary(self, tree):
        op, left, right = tree
        a = self.evaluate(left)
        b = self.evaluate(right)
        if op == "+":
            return a + b
        if op == "-":
            return a - b
        if op == "*":
            return a * b
        if op == "^":
            return a ** b
        if op == "<":
            return int(a < b)
        if op == ">":
            return int(a > b)
        try:
            if op == "%":
                return a % b
            if isinstance(a, int) and isinstance(b, int) and a % b == 0:
                return a // b
            return a / b
        except ZeroDivisionError:
            raise CalcError("division by zero")

    METHODS = {"num": "eval_num", "name": "eval_name", "neg": "eval_neg",
               "=": "eval_assign", "call": "eval_call"}
    for _op in "+-*/%^<>":
        METHODS[_op] = "eval_binary"
    del _op


LINES = (
    "1 + 2 * 3", "(1 + 2) * 3", "-2 ^ 2", "2 ^ 3 ^ 2", "7 / 2", "8 / 2 - 1",
    "x = 3 * (4 + one)", "x * x % 7", "max(x, square(4), 3)", "1.5 * 4",
    "abs(-3) < 4", "2 ^ 100", "1 / 0", "1 +", "y", "3 $ 4", "1 = 2", "f(1)",
    "(1", "10 % 4 > 1",
)

WORK = (
    "a = i * 3 + 1", "b = (a + 7) * (a - 2) % 1009", "c = square(b) - a ^ 2",
    "d = max(a, b, c) / 2 + min(a, -b)", "(a + b) * (c - d) < 3 + 4 * (5 - i)",
)


def run(n):
    evaluator = Evaluator()
    total = 0.0
    for i in range(n):
        evaluator.names["i"] = i
        for text in WORK:
            total += evaluator.evaluate(Parser(text).parse())
    return "%.3f" % total


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    shell = Evaluator()
    for source in LINES:
        try:
            print(source, "->", shell.evaluate(Parser(source).parse()))
        except CalcError as error:
            print(source, "-> error:", error)
    print(run(scale))
