# SPDX-License-Identifier: MIT
"""Comprehensions and generator expressions, long and many."""

N = 6000
print(sum([i * i for i in range(N)]), len({i % 97 for i in range(N)}),
      sum({i: i * 2 for i in range(N)}.values()), sum(i for i in range(N) if i & 1),
      len([i for i in range(N) if i % 3 if i % 5]), sum([j for i in range(80) for j in range(i)]))


def many(n):
    total = 0
    for i in range(n):
        total += sum([x * i for x in (1, 2, 3)]) + len([y for y in range(i % 5)])
    return total


def type_change(n):
    values = list(range(n - 10)) + [0.5] * 5 + [2**70] * 5
    return sum([v + 1 for v in values]), [v * 2 for v in values][-6:]


def raises(n):
    values = [1] * n + [0]
    try:
        return [10 // v for v in values]
    except ZeroDivisionError as e:
        return str(e), e.__traceback__.tb_next.tb_frame.f_code.co_name


def closure(n):
    k = 3
    fs = [lambda x: x * k + i for i in range(n)]
    k = 5
    return fs[0](1), fs[-1](1), [f(2) for f in fs[:3]]


def nested(n):
    m = [[i * j for j in range(n)] for i in range(n)]
    t = [[row[i] for row in m] for i in range(n)]
    return m == t, sum(sum(r) for r in t)


def conditional(n):
    return sum([i if i % 2 else -i for i in range(n)]), \
        [("fizz" if i % 3 == 0 else "") + ("buzz" if i % 5 == 0 else "") or i for i in range(16)]


def walrus(n):
    return sum([y for x in range(n) if (y := x * 3 % 7) > 3]), y


def of_dicts(n):
    d = {str(i): i for i in range(n)}
    inverted = {v: k for k, v in d.items()}
    return inverted[n - 1], sum(len(k) for k in d), len({k[0] for k in d})


def lazily(n):
    log = []
    g = (log.append(i) or i for i in range(n))
    for x in g:
        if x == n // 2:
            break
    return len(log), next(g), sum(g)


def primes(n):
    return len([p for p in range(2, n) if all(p % d for d in range(2, int(p ** 0.5) + 1))])


def in_class(n):
    class C:
        table = [i * 2 for i in range(n)]
        first = [t for t in table if t < 6]
    return len(C.table), C.first


def side_effects(n):
    seen = []
    [seen.append(i) for i in range(n) if i % 1000 == 0]
    return seen


print(many(3000), type_change(N), raises(N), closure(N), nested(70), conditional(N), walrus(N),
      of_dicts(N), lazily(N), primes(1500), in_class(N), side_effects(N))
