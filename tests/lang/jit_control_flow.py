# SPDX-License-Identifier: MIT
"""Conditions, chains and flow in hot loops that take rare ways late."""


def rare_branch(n):
    x = 0
    for i in range(n):
        if i > n - 10:
            x = x * 2 + i
        elif i % 1000 == 999:
            x ^= i
        else:
            x += 1
    return x


def and_or(n):
    a = b = c = 0
    for i in range(n):
        if i % 2 and i % 3 or i % 5 == 0:
            a += 1
        if not (i % 2 or i % 3) and i % 7:
            b += 1
        v = i % 4 and "four" or i % 6 or None
        c += 1 if v == "four" else 2 if v is None else v
    return a, b, c


def chains(n):
    count = 0
    for i in range(n):
        if 10 < i % 100 <= 50 != i % 7 < 60:
            count += 1
        if 0 <= i < n == n > 5:
            count += 1
        count += 1 < i % 5 < 4
    return count


def ternary(n):
    total = 0
    for i in range(n):
        total += i if i % 2 else -i if i % 3 else 0.5 if i > n - 9 else 7
    return total


def walrus(n):
    total = 0
    i = 0
    while (i := i + 1) < n:
        if (r := i % 11) > 5 and (s := r * 2) != 14:
            total += s
    return total, r, s


def finally_flow(n):
    log = [0, 0, 0]
    for i in range(n):
        try:
            if i % 7 == 0:
                continue
            if i % 1000 == 999:
                raise IndexError
            log[0] += 1
        except IndexError:
            log[1] += 1
        finally:
            log[2] += 1
    return log


def with_flow(n):
    class M:
        depth = 0

        def __enter__(self):
            M.depth += 1
            return M.depth

        def __exit__(self, *exc):
            M.depth -= 1
            return exc[0] is KeyError
    total = 0
    for i in range(n):
        with M() as a, M() as b:
            if i % 5 == 0:
                continue
            if i % 50 == 1:
                raise KeyError
            total += a * b
    return total, M.depth


def unbound(n):
    errors = 0
    for i in range(n):
        if i % 10:
            v = i
        else:
            try:
                del v
            except UnboundLocalError:
                errors += 1
        try:
            v
        except UnboundLocalError:
            errors += 1000
    return errors


def match_flow(n):
    counts = {}
    values = [1, "a", [1, 2], (3,), {"k": 1}, None, 2.5, [1, [2]], "b", []]
    for i in range(n):
        match values[i % 10]:
            case 1 | 2:
                k = "int"
            case "a":
                k = "a"
            case [x, [y]]:
                k = "nested"
            case [x, y]:
                k = "pair"
            case [x]:
                k = "one"
            case {"k": v}:
                k = "map"
            case None:
                k = "none"
            case float():
                k = "float"
            case str():
                k = "str"
            case _:
                k = "other"
        counts[k] = counts.get(k, 0) + 1
    return counts


def loop_else(n):
    total = 0
    for i in range(n):
        for j in range(3):
            if (i + j) % 50 == 49:
                break
        else:
            total += 1
    return total


def state_machine(n):
    state = "start"
    visits = {"start": 0, "mid": 0, "end": 0}
    for i in range(n):
        visits[state] += 1
        if state == "start":
            state = "mid" if i % 3 else "start"
        elif state == "mid":
            state = "end" if i % 5 == 0 else "mid"
        else:
            state = "start"
    return visits


def is_and_in(n):
    sentinel = object()
    items = [sentinel, None, 1, "x", (), True]
    c = 0
    for i in range(n):
        v = items[i % 6]
        c += v is sentinel
        c += 2 * (v is None) + 3 * (v is not True) + 4 * (v in (1, "x")) + 5 * (v not in items[:2])
    return c


def del_locals(n):
    total = 0
    for i in range(n):
        a = i
        b = a + 1
        del a
        total += b
        del b
    try:
        a
    except UnboundLocalError as e:
        return total, str(e)


def print_rarely(n):
    for i in range(n):
        if i % 2500 == 2499:
            print("at", i, end=" ")
    print()


def assertion(n):
    for i in range(n):
        try:
            assert i < n - 2, ("too big", i)
        except AssertionError as e:
            print(e.args)


def long_condition(n):
    c = 0
    for i in range(n):
        if (i & 1 and i & 2 and i & 4) or (i & 8 and not i & 16) or not (i & 32 or i & 64):
            c += 1
    return c


print(rare_branch(6000), and_or(6000), chains(6000), ternary(6000), walrus(6000),
      finally_flow(6000), with_flow(6000), unbound(6000), match_flow(6000), loop_else(6000),
      state_machine(6000), is_and_in(6000), del_locals(6000), long_condition(6000))
print_rarely(6000)
assertion(6000)
