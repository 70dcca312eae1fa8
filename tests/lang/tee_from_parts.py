# What itertools.tee is pickled as can be made by hand, and refuses what fits
# nothing.
import itertools

node = itertools._tee_dataobject


def show(*args):
    try:
        print(type(node(*args)).__name__)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


show(iter('ab'), [1, 2], None)
show(iter('ab'), [], None)
show(iter('ab'), [1] * 57, None)
show(iter('ab'), [1] * 58, None)
show(iter('ab'), [1] * 57, 3)
show(iter('ab'), [1] * 57, node(iter(''), [], None))
show(iter('ab'), [1], node(iter(''), [], None))
show(iter('ab'), [1], 4)
show(iter('ab'), (1,), None)

a, b = itertools.tee('abc')
print(next(a), next(a), next(b))
c = b.__copy__()
print(list(a), list(b), list(c))
# Alone: is found by name in __main__ by pickle
