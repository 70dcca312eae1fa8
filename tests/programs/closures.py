# SPDX-License-Identifier: MIT
"""Functions that make functions: cells, nonlocal, currying, callbacks."""

import sys


def make_counter(start=0, step=1):
    value = start

    def count():
        nonlocal value
        value += step
        return value

    def reset(to=start):
        nonlocal value
        value = to

    return count, reset


def compose(*functions):
    def composed(x):
        for f in functions:
            x = f(x)
        return x
    return composed


def memoize(f):
    known = {}

    def remembered(n):
        if n not in known:
            known[n] = f(n)
        return known[n]

    remembered.known = known
    return remembered


@memoize
def stairs(n):
    if n < 0:
        return 0
    if n == 0:
        return 1
    return stairs(n - 1) + stairs(n - 2) + stairs(n - 3)


def curry(f, arity, *given):
    if len(given) == arity:
        return f(*given)
    return lambda x: curry(f, arity, *given, x)


def make_account(balance):
    def deposit(amount):
        nonlocal balance
        balance += amount
        return balance

    def withdraw(amount):
        nonlocal balance
        if amount > balance:
            return None
        balance -= amount
        return balance

    return {"deposit": deposit, "withdraw": withdraw,
            "balance": lambda: balance}


def church(n):
    def apply(f):
        def repeated(x):
            for _ in range(n):
                x = f(x)
            return x
        return repeated
    return apply


def run(n):
    count, reset = make_counter(0, 3)
    account = make_account(100)
    work = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x % 1001)
    x = 1
    refused = 0
    for i in range(n):
        x = work(x + count())
        if i % 100 == 99:
            reset()
        if account["withdraw"](x % 50) is None:
            refused += 1
            account["deposit"](x)
    return x, refused, account["balance"](), stairs(n % 200 + 20) % 1000007


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    tick, restart = make_counter(10)
    print(tick(), tick(), restart(), tick(), restart(0), tick())
    print([f(10) for f in [lambda x, i=i: x + i for i in range(4)]],
          [f(10) for f in [lambda x: x + i for i in range(4)]])
    print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3))
    print(stairs(30), len(stairs.known))
    print(church(5)(lambda x: x * 2)(1), church(0)(None)("same"))
    print(run(scale))
