"""_thread._local: attributes of each thread's own."""
import _thread
import gc
import time


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')


def in_thread(f):
    done = _thread.allocate_lock()
    done.acquire()

    def run():
        try:
            f()
        finally:
            done.release()
    _thread.start_new_thread(run, ())
    done.acquire()
    while _thread._count() > 0:
        time.sleep(0.001)


local = _thread._local()
local.x = 1


def look():
    print(hasattr(local, 'x'), local.__dict__)
    local.x, local.y = 5, 6
    print(local.x, sorted(local.__dict__), vars(local) is local.__dict__)


in_thread(look)
in_thread(look)
print(local.x, local.__dict__, dir(local)[-1])
attempt(setattr, local, '__dict__', {})
attempt(delattr, local, '__dict__')
attempt(getattr, local, 'q')
attempt(delattr, local, 'q')
del local.x
print(local.__dict__)
attempt(_thread._local, 1)
attempt(lambda: _thread._local(a=1))


class Counted(_thread._local):
    made = []
    shared = 'of the class'

    def __init__(self, a, *, b=2):
        self.a, self.b = a, b
        self.made.append((a, b))

    @property
    def sum(self):
        return self.a + self.b

    @sum.setter
    def sum(self, value):
        self.a = value - self.b


counted = Counted(1, b=3)
counted.sum = 10
print(counted.a, counted.sum, counted.shared, Counted.made)
in_thread(lambda: print(counted.a, counted.sum, counted.shared, counted.__dict__))
counted.shared = 'own'
in_thread(lambda: print(counted.shared))
print(counted.shared, Counted.made)
attempt(lambda: Counted())


class Failing(_thread._local):
    def __init__(self):
        if Failing.fails:
            raise ValueError('not here')


Failing.fails = False
failing = Failing()
Failing.fails = True
in_thread(lambda: attempt(getattr, failing, 'x'))
failing.x = 1
print(failing.x)


class Slotted(_thread._local):
    __slots__ = 'common',


slotted = Slotted()
slotted.common, slotted.own = 1, 2
in_thread(lambda: print(slotted.common, slotted.__dict__))


# Values go with their thread, and with the local, cycles or not.
class Value:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        gone.append(self.name)


def collect():
    for _ in range(3):
        gc.collect()
    print(len(gone) > 10, set(gone))
    gone.clear()


def fill():
    local.value = Value('of a thread')


def fill_cyclic():
    cyclic = _thread._local()
    cyclic.itself, cyclic.value = cyclic, Value('of a local')


gone = []
for _ in range(20):
    in_thread(fill)
collect()
for _ in range(20):
    fill_cyclic()
collect()
for i in range(50):
    many = [_thread._local() for _ in range(20)]
    for each in many:
        each.i = i
print(sum(each.i for each in many))
# Alone: starts threads of its own or looks at all
