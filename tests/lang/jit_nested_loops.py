# SPDX-License-Identifier: MIT
"""Nested loops with break, continue and else, hot inside and outside."""


def triangle(n):
    total = 0
    for i in range(n):
        for j in range(i):
            total += i ^ j
    return total


def breaks(n):
    out = 0
    for i in range(n):
        for j in range(n):
            if j == i % 7:
                break
            if (i + j) % 3 == 0:
                continue
            out += j
        else:
            out += 1000
        if i == n - 2:
            break
    else:
        out = -1
    return out


def whiles(n):
    i = out = 0
    while i < n:
        j = i
        while j > 0:
            j //= 2
            if j % 5 == 4:
                break
            out += 1
        else:
            out += 3
        i += 1
    return out


def three(n):
    hits = []
    for a in range(1, n):
        for b in range(a, n):
            for c in range(b, n):
                if a * a + b * b == c * c:
                    hits.append((a, b, c))
                    break
                elif a * a + b * b < c * c:
                    break
    return hits


def sieve(n):
    flags = [True] * n
    count = 0
    for i in range(2, n):
        if flags[i]:
            count += 1
            for j in range(i * i, n, i):
                flags[j] = False
    return count


def collatz(n):
    best = (0, 0)
    for i in range(1, n):
        x, steps = i, 0
        while x != 1:
            x = x // 2 if x % 2 == 0 else 3 * x + 1
            steps += 1
        if steps > best[0]:
            best = steps, i
    return best


def inner_function(n):
    def row(i):
        s = 0
        for j in range(i % 50):
            s += j
        return s
    total = 0
    for i in range(n):
        total += row(i)
    return total


def early_return(n):
    for i in range(n):
        for j in range(n):
            if i * j == 2491:
                return i, j
    return None


def while_true(n):
    i = 0
    while True:
        while True:
            i += 1
            if i % 10 == 0:
                break
        if i >= n:
            return i


def comprehension(n):
    return sum([sum([x * y for x in range(y)]) for y in range(n)])


def matrix(n):
    m = [[i * j for j in range(n)] for i in range(n)]
    for i in range(n):
        for j in range(i + 1, n):
            m[i][j], m[j][i] = m[j][i] + 1, m[i][j]
    return sum(map(sum, m)), m[3][5], m[5][3]


def zero_trip(n):
    count = 0
    for i in range(n):
        for _ in range(0):
            count += 100
        for _ in []:
            count += 100
        while False:
            count += 100
        else:
            count += 1
        for j in range(i % 2):
            count += 1
    return count


print(triangle(150), breaks(120), whiles(2000), three(60), sieve(9000), collatz(600),
      inner_function(800), early_return(100), while_true(8000), comprehension(130),
      matrix(80), zero_trip(6000))
