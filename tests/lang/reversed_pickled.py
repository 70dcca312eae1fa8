# Reversed iterators go on where they were when copied or pickled.
import copy
import pickle


class Three:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return 'abc'[i]


class Back(reversed):
    pass


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


three = Three()
Three.__repr__ = lambda self: 'three'
for make in lambda: reversed(three), lambda: reversed([1, 2, 3]), \
        lambda: reversed('abc'), lambda: Back((1, 2, 3)), lambda: Back([1, 2, 3]):
    it = make()
    print(type(it).__name__, it.__reduce__(), list(copy.copy(it)))
    next(it)
    again = pickle.loads(pickle.dumps(it))
    print(type(again) is type(it), list(again), it.__reduce__())
    for state in -5, -1, 0, 1, 2, 9, True, 2**70, 'x', 1.5:
        it = make()
        show(it.__setstate__, state)
        print(it.__length_hint__(), list(it))
    print(it.__reduce__(), it.__setstate__(1), list(it))
# Alone: is found by name in __main__ by pickle
