# Iterators of ranges: what is left of them, copied.
def rebuilt(it):
    function, arguments, state = it.__reduce__()
    copy = function(*arguments)
    copy.__setstate__(state)
    return copy


for r in [range(3), range(0, 100, 7), range(10, -10, -3), range(0),
          range(2**70, 2**70 + 4), range(0, 2**70, 2**68), range(-2**62, 5)]:
    for skip in range(3):
        it = iter(r)
        for _ in range(skip):
            next(it, None)
        copy = rebuilt(it)
        print(r, skip, copy.__length_hint__(), type(copy) is type(it))
        print([x for _, x in zip(range(6), copy)],
              [x for _, x in zip(range(6), it)])
for r in [range(5), range(2**70, 2**70 + 5)]:
    for state in (0, 2, 5, 100, -100, True):
        it = iter(r)
        it.__setstate__(state)
        print(state, list(it), it.__length_hint__())
    for state in ("1", None):
        try:
            iter(r).__setstate__(state)
        except TypeError as e:
            print(type(e).__name__)
