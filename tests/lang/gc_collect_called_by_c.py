# SPDX-License-Identifier: MIT
"""gc.collect() forgets what its caller has popped, and nothing that is in use:
neither arguments of calls that go on nor what C code has at hand."""
import gc
from functools import partial

collect = partial(gc.collect)


class Index:
    def __index__(self):
        return 1


class Flushed:
    def write(self, text):
        gc.collect()
        written.append(text)

    def flush(self):
        gc.collect()


def tried(f):
    try:
        f()
    except TypeError as e:
        print(type(e).__name__)


written = []
for i in range(3):
    tried(lambda: gc.collect(Index(), collect()))
    tried(lambda: gc.collect(str(i) * 3, **{"a": collect()}))
    print([n >= 0 for n in map(gc.collect, [0, 1, 2])])
    print((lambda *a: a)(gc.collect, [i], collect() >= 0, str(i) * 2)[1:])
    print((gc.collect, None, [i], str(i) * 3, list(map(len, [str(i)])))[1:])
    print(min(*[2, 1, 0], key=lambda n: gc.collect(n) * 0 + n))
    print(len([min(*[[], [i], [i, i]], key=lambda x: gc.collect() * 0 + len(x))]))
    print(*["spam", str(i), [i, i]], file=Flushed(), flush=True)
print("".join(written))
# Alone: collects garbage, and what is dead depends on other threads
