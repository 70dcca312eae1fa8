# SPDX-License-Identifier: MIT
"""Making a failing program smaller: statements are deleted or replaced by
their bodies, then expressions by their parts, while it still fails."""

import ast
import copy
import time
from collections.abc import Callable, Iterator

Test = Callable[[str], bool]
BODIES = ("body", "orelse", "finalbody", "handlers", "cases")


def list_blocks(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Every list of statements, handlers or cases, outermost first."""
    for node in ast.walk(tree):
        for name in BODIES:
            if isinstance(getattr(node, name, None), list) \
                    and getattr(node, name):
                yield node, name


def mend(tree: ast.AST) -> None:
    """Give emptied bodies a `pass`."""
    for node in ast.walk(tree):
        if isinstance(getattr(node, "body", None), list) and not node.body:
            node.body.append(ast.Pass())


class Reducer:
    """Holds the smallest failing tree so far."""

    def __init__(self, source: str, test: Test, seconds: float) -> None:
        self.tree = ast.parse(source)
        self.test = test
        self.end = time.monotonic() + seconds
        self.tried: set[str] = set()

    def attempt(self, tree: ast.AST) -> bool:
        """Keep the changed tree if it still fails."""
        mend(tree)
        try:
            source = ast.unparse(ast.fix_missing_locations(tree))
            compile(source, "reduced", "exec")
        except (SyntaxError, ValueError, AttributeError):
            return False
        if source in self.tried or time.monotonic() > self.end:
            return False
        self.tried.add(source)
        if not self.test(source):
            return False
        self.tree = ast.parse(source)
        return True

    def delete_statements(self) -> bool:
        """Delete runs of statements, long runs first."""
        changed = False
        index = 0
        while time.monotonic() < self.end:
            blocks = list(list_blocks(self.tree))
            if index >= len(blocks):
                return changed
            node, name = blocks[index]
            length = len(getattr(node, name))
            size = length
            while size >= 1:
                start = 0
                while start < len(getattr(node, name)):
                    tree = copy.deepcopy(self.tree)
                    other, _ = list(list_blocks(tree))[index]
                    block = getattr(other, name)
                    only_pass = len(block) == 1 and isinstance(
                        block[0], ast.Pass)
                    del block[start:start + size]
                    if not only_pass and self.attempt(tree):
                        changed = True
                        blocks = list(list_blocks(self.tree))
                        if index >= len(blocks):
                            return changed
                        node, name = blocks[index]
                    else:
                        start += size
                size //= 2
            index += 1
        return changed

    def unwrap_statements(self) -> bool:
        """Replace a compound statement by one of its bodies."""
        changed = False
        index = 0
        while time.monotonic() < self.end:
            blocks = [b for b in list_blocks(self.tree)
                      if b[1] not in ("handlers", "cases")]
            if index >= len(blocks):
                return changed
            node, name = blocks[index]
            at = 0
            while at < len(getattr(node, name)):
                if self.unwrap_one(index, at, name):
                    changed = True
                    blocks = [b for b in list_blocks(self.tree)
                              if b[1] not in ("handlers", "cases")]
                    if index >= len(blocks):
                        return changed
                    node, name = blocks[index]
                else:
                    at += 1
            index += 1
        return changed

    def unwrap_one(self, index: int, at: int, name: str) -> bool:
        for part in ("body", "orelse", "finalbody"):
            tree = copy.deepcopy(self.tree)
            blocks = [b for b in list_blocks(tree)
                      if b[1] not in ("handlers", "cases")]
            block = getattr(blocks[index][0], name)
            inner = getattr(block[at], part, None)
            if isinstance(block[at], (ast.FunctionDef, ast.ClassDef)) \
                    or not isinstance(inner, list) or not inner:
                continue
            block[at:at + 1] = inner
            if self.attempt(tree):
                return True
        return False

    def simplify_expressions(self) -> bool:
        """Replace an expression by one of its operands, or by 1."""
        changed = False
        index = 0
        while time.monotonic() < self.end:
            places = list_places(self.tree)
            if index >= len(places):
                return changed
            for choice in range(4):
                tree = copy.deepcopy(self.tree)
                place = list_places(tree)[index]
                options = list_simpler(get_place(place))
                if choice >= len(options):
                    index += 1
                    break
                set_place(place, options[choice])
                if self.attempt(tree):
                    changed = True
                    break
            else:
                index += 1
        return changed

    def reduce(self) -> str:
        while time.monotonic() < self.end:
            changed = self.delete_statements()
            changed |= self.unwrap_statements()
            changed |= self.simplify_expressions()
            if not changed:
                break
        return ast.unparse(self.tree) + "\n"


Place = tuple[ast.AST, str, int | None]


def list_places(tree: ast.AST) -> list[Place]:
    """Where expressions stand: node, field and index in a list."""
    places: list[Place] = []
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.expr):
                places.append((node, name, None))
            elif isinstance(value, list):
                places += [(node, name, i) for i, v in enumerate(value)
                           if isinstance(v, ast.expr)]
    return places


def get_place(place: Place) -> ast.expr:
    node, name, i = place
    value = getattr(node, name)
    return value if i is None else value[i]


def set_place(place: Place, value: ast.expr) -> None:
    node, name, i = place
    if i is None:
        setattr(node, name, value)
    else:
        getattr(node, name)[i] = value


def list_simpler(e: ast.expr) -> list[ast.expr]:
    """Up to three parts of the expression, then the constant 1."""
    if isinstance(e, (ast.Constant, ast.Name)) or isinstance(
            getattr(e, "ctx", None), (ast.Store, ast.Del)):
        return []
    parts = [c for c in ast.iter_child_nodes(e) if isinstance(c, ast.expr)]
    if isinstance(e, ast.Call):
        parts = parts[1:]
    return [*parts[:3], ast.Constant(1)]


def reduce_program(source: str, test: Test, seconds: float = 120) -> str:
    """The smallest program found for which test() is still true."""
    return Reducer(source, test, seconds).reduce()
