# SPDX-License-Identifier: MIT
"""Operator methods of user classes in hot loops, and their failures."""


class V:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return V(self.v + o.v) if isinstance(o, V) else NotImplemented

    def __radd__(self, o):
        return V(o + self.v)

    def __mul__(self, o):
        if isinstance(o, int):
            return V(self.v * o % 10007)
        return NotImplemented

    __rmul__ = __mul__

    def __iadd__(self, o):
        self.v += o
        return self

    def __neg__(self):
        return V(-self.v)

    def __eq__(self, o):
        return self.v == (o.v if isinstance(o, V) else o)

    def __lt__(self, o):
        return self.v < o.v

    def __hash__(self):
        return hash(self.v) % 8

    def __bool__(self):
        return self.v % 3 != 0

    def __len__(self):
        return 5

    def __getitem__(self, i):
        return self.v + i

    def __setitem__(self, i, x):
        self.v = x - i

    def __contains__(self, x):
        return x == self.v

    def __index__(self):
        return self.v % 4

    def __call__(self, *a):
        return self.v + len(a)

    def __iter__(self):
        return iter((self.v, 1))


class Zero:
    def __rsub__(self, o):
        return o


ZERO = Zero()


class W(V):
    def __radd__(self, o):
        return V(1)


def binary(n):
    a, b = V(1), V(2)
    for i in range(n):
        a = a + b
        a = a * 3
        a = 2 * a
        if i % 2 == 0:
            b = -b
        b = 1 + b
        if i == n - 20:
            b = W(5)
    return a.v, b.v


def in_place(n):
    a = V(0)
    b = a
    for i in range(n):
        a += i
        a -= ZERO
    return a.v, a is b


def compare(n):
    vs = [V(i) for i in range(7)]
    c = 0
    for i in range(n):
        a, b = vs[i % 7], vs[i * 3 % 7]
        c += (a == b) + (a != b) * 2 + (a < b) * 3 + (a > b) * 4 + (a == 3) * 5 + (2 == a)
        if a:
            c += 1
        if not b:
            c += 1
        c += (a and 1 or 0) if a else 2
    return c


def containers(n):
    v = V(1)
    lst = [10, 20, 30, 40]
    t = 0
    for i in range(n):
        t += v[i] + len(v) + (i in v) + lst[v] + v() + v(1, 2)
        v[1] = i
        x, y = v
        t += x + y
    return t


def hashing(n):
    d = {}
    s = set()
    for i in range(n):
        k = V(i % 20)
        d[k] = d.get(k, 0) + 1
        s.add(k)
    return len(d), len(s), d[V(3)], V(19) in d, V(20) in d


def unsupported(n):
    errors = 0
    v = V(1)
    for i in range(n):
        try:
            if i % 3 == 0:
                v * "x"
            elif i % 3 == 1:
                v + None
            else:
                v - 1
        except TypeError as e:
            errors += len(str(e))
    return errors


def raises_inside(n):
    class R:
        def __add__(self, o):
            if o % 1000 == 999:
                raise ValueError(o)
            return self
    r = R()
    seen = []
    for i in range(n):
        try:
            r = r + i
        except ValueError as e:
            seen.append(e.args[0])
    return seen


def int_subclass(n):
    class I(int):
        def __add__(self, o):
            return I(int(self) + int(o) + 1)
    x = 0
    for i in range(n):
        x = x + 1
        if i == n // 2:
            x = I(x)
    return x, type(x).__name__


def float_subclass(n):
    class F(float):
        def __mul__(self, o):
            return F(float(self) + o)
    x = 1.0
    for i in range(n):
        x = x * 1.0001
        if i == n // 2:
            x = F(x)
    return round(x, 6), type(x).__name__


def str_list_subclass(n):
    class S(str):
        def __eq__(self, o):
            return True
        __hash__ = str.__hash__

    class L(list):
        def __getitem__(self, i):
            return 100

        def __len__(self):
            return 50
    c = 0
    s, l = "a", [1, 2]
    for i in range(n):
        c += s == "b"
        c += l[0] + len(l)
        if i == n // 2:
            s, l = S("a"), L([1])
    return c


def returns_odd(n):
    class O:
        def __eq__(self, o):
            return [1]

        def __lt__(self, o):
            return 0

        def __contains__(self, o):
            return 7
    o = O()
    c = 0
    for i in range(n):
        c += (o == 1) == [1]
        c += (o < 1) == 0
        c += (1 in o) is True
        if o == 1 and not o < 1:
            c += 1
    return c


print(binary(6000), in_place(6000), compare(6000), containers(6000), hashing(6000),
      unsupported(6000), raises_inside(6000), int_subclass(6000), float_subclass(6000),
      str_list_subclass(6000), returns_odd(6000))
