# itertools.count() counts in C where it can: what derives from int is not asked.
import itertools


class I(int):
    def __add__(self, other):
        return 'add'

    def __radd__(self, other):
        return 'radd'

    def __repr__(self):
        return 'I'

    def __index__(self):
        return 5


def take(counter):
    taken = []
    try:
        for _ in range(3):
            taken.append(next(counter))
    except TypeError as e:
        taken.append(repr(e))
    return taken, repr(counter), counter.__reduce__()


for args in ((), (True,), (I(3),), (I(3), 1), (3, I(1)), (3, True), (3, I(2)),
             (I(3), 2), (I(2**70),), (2**70, I(1)), (True, 0), (1, 1.0),
             (1, True), (2**63 - 2,), (2**63 - 2, 2), (-2**63, -1), (-2**63,),
             (I(-2**63),), (1.5, True), (2**63 - 1,)):
    print(take(itertools.count(*args)))
