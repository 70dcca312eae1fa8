# SPDX-License-Identifier: MIT
"""What a place in a generated program may name, and what it may cost."""

import random
from dataclasses import dataclass, field

Lines = list[str]


def indent(lines: Lines) -> Lines:
    return ["    " + line for line in lines]


KINDS = ("int", "float", "str", "list", "dict", "tuple", "bool", "obj")

# How often, all told, one statement may run: programs end in good time.
COST_LIMIT = 12000


@dataclass
class Function:
    """A function that later code may call."""

    name: str
    params: list[str]           # kinds
    returns: str                # kind, or "gen"
    cost: int
    keyword: str = ""           # a keyword-only parameter, or ""


@dataclass
class Scope:
    """One function body, or the module."""

    rng: random.Random
    variables: dict[str, str] = field(default_factory=dict)
    globals: dict[str, str] = field(default_factory=dict)
    functions: list[Function] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    cost: int = 1               # how often the present place runs
    spent: int = 0              # what the body has used up
    loops: int = 0              # loops of this function around this place
    in_function: bool = True
    is_generator: bool = False
    returns: str = "int"
    loop_variables: set[str] = field(default_factory=set)
    fresh: int = 0

    def new_name(self, prefix: str) -> str:
        self.fresh += 1
        return f"{prefix}{self.fresh}"

    def pick(self, kind: str) -> str | None:
        """A variable of the kind, a local one if there is any."""
        names = [n for n, k in self.variables.items() if k == kind]
        if not names or self.rng.random() < 0.1:
            names += [n for n, k in self.globals.items() if k == kind]
        return self.rng.choice(names) if names else None

    def pick_target(self, kind: str) -> str | None:
        names = [n for n, k in self.variables.items()
                 if k == kind and n not in self.loop_variables]
        return self.rng.choice(names) if names else None

    def affords(self, cost: int) -> bool:
        return self.cost * cost <= COST_LIMIT and self.spent < COST_LIMIT * 4

    def charge(self, cost: int) -> None:
        self.spent += self.cost * cost
