# The numbers that follow a seed, bit by bit, and the generator's state.
from _random import Random


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs))[:100])
    except Exception as e:
        print(type(e).__name__, e)


r = Random(5)
for seed in (0, 1, -1, True, 1 << 40, -(1 << 200), 1 << 31000, 1.5, (1, 2),
             (1 << 64) - 1):
    r.seed(seed)
    print([r.random() for i in range(3)], r.getrandbits(7), r.getrandbits(100))
for k in (0, 1, 31, 32, 33, 64, 65, 1000):
    print(r.getrandbits(k))
state = r.getstate()
print(len(state), state[:3], state[-1], hash(state))
first = [r.random() for i in range(2000)]
r.setstate(state)
print(first == [r.random() for i in range(2000)], sum(first))
print(Random().random() != Random().random())
for args in ((-1,), (1 << 40,), (1.0,), ()):
    attempt(r.getrandbits, *args)
attempt(r.seed, 1, 2)
attempt(r.seed, a=1)
attempt(r.seed, [])
attempt(Random, [])
attempt(Random, 1, 2)
attempt(Random, a=1)
words = tuple(range(624))
for bad in (1, (1, 2), words + (625,), words + (-1,), ("a",) * 625,
            (-1,) * 625, (1 << 70,) * 625, [0] * 625):
    attempt(r.setstate, bad)
r.setstate(words + (624,))
print(r.getrandbits(32), r.random())


class Dice(Random):
    def __init__(self, seed, sides):
        super().__init__(seed)
        self.sides = sides


d = Dice(3, 6)
print([d.getrandbits(3) % d.sides for i in range(10)])
print(Random.__new__(Random).random(), Dice.__new__(Dice, 1, 2).getstate()[:2])
