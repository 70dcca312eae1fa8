# Instructions whose micro-ops need more operands than the code's stack has, in
# generators: what lies behind these on the heap stays as it is.


class Held:
    def __init__(self, call):
        self.call = call


def closures():
    a = 1
    return (Held(lambda: [a for i in range(100)]) for _ in range(50))


print([len(h.call()) for h in closures()])


def around(make):
    made = []
    for _ in range(200):
        g = make()
        made.append((g, [7, 8, 9]))
        next(g)
    return all(x == [7, 8, 9] for _, x in made)


def deletes_cell():
    a = 1
    def inner():
        return a
    del a
    yield inner


def deletes_local():
    a = 1
    del a
    yield


def comprehends():
    yield [lambda: x for x in (1, 2)]


def merges():
    d = {"b": 2}
    yield dict(**d, **{"c": 3})


print([around(f) for f in (deletes_cell, deletes_local, comprehends, merges)])
