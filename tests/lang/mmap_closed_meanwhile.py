# Maps that are closed by what their own arguments run; CPython 3.11.2 crashes.
# by hand
import mmap


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class Closing:
    def __index__(self):
        m.close()
        return 1


for use in [lambda: m[Closing()], lambda: m[Closing():3],
            lambda: m.__setitem__(Closing(), 1),
            lambda: m.__setitem__(0, Closing()),
            lambda: m.__setitem__(slice(Closing(), 3), b'ab'),
            lambda: m.find(b'a', Closing()), lambda: m.read(Closing()),
            lambda: m.seek(Closing()), lambda: m.resize(Closing()),
            lambda: m.move(Closing(), 1, 1)]:
    m = mmap.mmap(-1, 10)
    attempt(use)
