# Raising while handling an exception whose chain of contexts is a cycle ends.


def chain(e):
    names = []
    while e is not None and len(names) < 8:
        names.append(str(e))
        e = e.__context__
    return names


def raise_in(handled):
    try:
        try:
            raise handled
        except ValueError:
            raise TypeError("new")
    except TypeError as e:
        return chain(e)


def ring(n, tail=0):
    errors = [ValueError(str(i)) for i in range(n + tail)]
    for a, b in zip(errors, errors[1:]):
        a.__context__ = b
    errors[-1].__context__ = errors[tail]
    return errors


for n in range(1, 6):
    for tail in range(3):
        errors = ring(n, tail)
        print(n, tail, raise_in(errors[0]))


# The raised one is itself in the ring: it is taken out of it.
for n in range(2, 6):
    for k in range(n):
        errors = ring(n)
        try:
            try:
                raise errors[0]
            except ValueError:
                raise errors[k]
        except ValueError as e:
            print(n, k, chain(e))
