# SPDX-License-Identifier: MIT
"""Lists, dictionaries, sets and strings changed in hot loops."""


def list_grow(n):
    a = []
    for i in range(n):
        a.append(i)
        if i % 3 == 0:
            a.pop()
        if len(a) > 100:
            del a[:50]
    return len(a), a[:5]


def list_while_iterating(n):
    a = [1]
    for x in a:
        if len(a) < n:
            a.append(x + 1)
    return len(a), a[-1]


def list_shrinks(n):
    a = list(range(n))
    seen = 0
    for x in a:
        seen += 1
        if x % 2 == 0:
            a.pop()
    return seen, len(a)


def list_store(n):
    a = [0] * 50
    for i in range(n):
        a[i % 50] += i
        if i == n - 10:
            a[3] = 0.5
        if i == n - 5:
            a[4] = "s"
        try:
            a[i * 7 % 50] += 1
        except TypeError:
            a[4] = 0
    return a[:6], sum(a[5:])


def negative(n):
    a = [1, 2, 3]
    total = 0
    for i in range(n):
        total += a[-(i % 3) - 1] * a[i % 3 - 3]
    return total


def out_of_range(n):
    a = [1, 2, 3]
    errors = 0
    for i in range(n):
        try:
            a[i % 5 - 1] = i
        except IndexError:
            errors += 1
    return errors, a


def dict_count(n):
    d = {}
    for i in range(n):
        k = i * 7 % 100
        d[k] = d.get(k, 0) + 1
        if i % 1000 == 999:
            del d[k]
    return len(d), sum(d.values())


def dict_keys_change(n):
    keys = ["a", 1, (1, 2), 1.5, None, 2**70, frozenset([1])]
    d = {}
    for i in range(n):
        k = keys[i * len(keys) // n]
        if k in d:
            d[k] += 1
        else:
            d[k] = 1
    return list(d.values())


def dict_error(n):
    d = {i: i for i in range(n)}
    count = 0
    try:
        for k in d:
            count += 1
            if k == n - 10:
                d["new"] = 1
    except RuntimeError as e:
        return count, str(e)


def dict_iter(n):
    d = {i: i * 2 for i in range(100)}
    total = 0
    for _ in range(n // 100):
        for k, v in d.items():
            total += v - k
        for v in d.values():
            total += v
        d[50] += 1
    return total


def set_work(n):
    s = set()
    for i in range(n):
        if i in s:
            s.discard(i - 1)
        s.add(i * 3 % 1000)
        s.add(i % 10)
    return len(s), sum(s)


def set_error(n):
    s = set(range(n))
    try:
        for x in s:
            if x == n - 5:
                s.add("new")
    except RuntimeError as e:
        return str(e)


def strings(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
        if len(s) > 60:
            s = s[30:]
        if i == n - 20:
            s += "\u20ac"
    return s


def string_index(n):
    text = "hello w\u00f6rld \u20ac"
    counts = {}
    for i in range(n):
        c = text[i % len(text)]
        counts[c] = counts.get(c, 0) + 1
    return sorted(counts.items())


def formats(n):
    total = 0
    for i in range(n):
        total += len(f"{i}:{i * 0.5:.2f}") + len("%d-%s" % (i, i)) + len(str(i))
    return total


def tuples(n):
    t = (0, 1)
    for i in range(n):
        a, b = t
        t = (b, (a + b) % 10007)
        x, *y = t + (i,)
        t = (x, y[0])
    return t


def swap(n):
    a = list(range(20))
    for i in range(n):
        j, k = i % 20, i * 7 % 20
        a[j], a[k] = a[k], a[j]
    return a


def slices(n):
    a = list(range(30))
    total = 0
    for i in range(n):
        total += len(a[i % 30:]) + a[::-1][0] + a[1:5][2]
        a[i % 30:i % 30 + 1] = [i % 50]
    return total, a[:5]


def contains(n):
    words = ["a", "b", "c"]
    numbers = (1, 2.0, 3)
    hits = 0
    for i in range(n):
        hits += ("abcd"[i % 4] in words) + (i % 5 in numbers) + (i % 300 in range(0, 300, 7))
        hits += "b" in "abc"[i % 3:]
    return hits


def bytes_work(n):
    b = bytearray(16)
    for i in range(n):
        b[i % 16] = (b[i % 16] + i) & 255
    return bytes(b), sum(b"abc"[i % 3] for i in range(n))


def nested(n):
    m = {"a": [1, 2, {"b": (3, 4)}]}
    total = 0
    for i in range(n):
        total += m["a"][2]["b"][i % 2]
        m["a"][0] = i
    return total, m


print(list_grow(6000), list_while_iterating(6000), list_shrinks(9000), list_store(6000),
      negative(6000), out_of_range(6000), dict_count(6000), dict_keys_change(7000),
      dict_error(6000), dict_iter(60000), set_work(6000), set_error(6000))
print(strings(6000), string_index(6000), formats(6000), tuples(6000), swap(6000),
      slices(6000), contains(6000), bytes_work(6000), nested(6000))
