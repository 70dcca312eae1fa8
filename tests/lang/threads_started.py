"""Threads begin, end by returning and by exceptions, and switch while they compute."""
import _thread
import sys
import time


def attempt(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


class Waiting:
    """A lock that n threads release together."""

    def __init__(self, n):
        self.left, self.lock = n, _thread.allocate_lock()
        self.done = _thread.allocate_lock()
        self.done.acquire()

    def end(self):
        with self.lock:
            self.left -= 1
            if self.left == 0:
                self.done.release()


attempt(_thread.start_new_thread, 1, 2)
attempt(_thread.start_new_thread, print, 2)
attempt(_thread.start_new_thread, print, (), 2)
attempt(_thread.exit)
attempt(_thread.exit_thread)

# Arguments, numbers.
results = {}
waiting = Waiting(3)


def note(key, *, value=0):
    results[key] = value, _thread.get_ident() != main, _thread.get_native_id() > 0
    waiting.end()


main = _thread.get_ident()
_thread.start_new_thread(note, ('a',))
_thread.start_new_thread(note, ('b',), {'value': 5})
_thread.start_new(note, ('c',))
waiting.done.acquire()
print(sorted(results.items()))

# A hundred at once.
waiting = Waiting(100)
total = 0


def add():
    global total
    for _ in range(100):
        with waiting.lock:
            total += 1
    waiting.end()


for _ in range(100):
    _thread.start_new_thread(add, ())
waiting.done.acquire()
print(total)

# Two that spin until the other is there.
waiting = Waiting(2)
turn = 0


def take_turns(mine):
    global turn
    for _ in range(20):
        while turn % 2 != mine:
            pass
        turn += 1
    waiting.end()


_thread.start_new_thread(take_turns, (0,))
_thread.start_new_thread(take_turns, (1,))
waiting.done.acquire()
print(turn)


# How they end.
def hook(unraisable):
    print(unraisable.err_msg, unraisable.object.__name__,
          repr(unraisable.exc_value), unraisable.exc_traceback is not None)


def fails(exception):
    try:
        raise exception
    finally:
        waiting.end()


sys.unraisablehook = hook
for exception in ValueError('x'), SystemExit(3), KeyboardInterrupt():
    waiting = Waiting(1)
    _thread.start_new_thread(fails, (exception,))
    waiting.done.acquire()
    while _thread._count() > 0:
        time.sleep(0.001)
sys.unraisablehook = sys.__unraisablehook__

# A sentinel is free when its thread has ended.
sentinels = []


def with_sentinel():
    s = _thread._set_sentinel()
    s.acquire()
    sentinels.append(s)
    waiting.end()


waiting = Waiting(1)
_thread.start_new_thread(with_sentinel, ())
waiting.done.acquire()
print(sentinels[0].acquire(timeout=60))

# Interrupting the main thread.
attempt(_thread.interrupt_main)
attempt(_thread.interrupt_main, 1000)
attempt(_thread.interrupt_main, 0)
# Settings.
print(_thread.stack_size(), _thread.stack_size(1 << 20), _thread.stack_size(0))
attempt(_thread.stack_size, 1)
attempt(_thread.stack_size, -1)
print(sys.getswitchinterval(), sys.setswitchinterval(0.25), sys.getswitchinterval())
for bad in 0, -1.5, 'x':
    attempt(sys.setswitchinterval, bad)
sys.setswitchinterval(0.005)

# Frames and exceptions of all threads.
parked, ready = _thread.allocate_lock(), _thread.allocate_lock()
parked.acquire()
ready.acquire()


def named_function():
    try:
        1 / 0
    except ZeroDivisionError:
        ready.release()
        parked.acquire()


_thread.start_new_thread(named_function, ())
ready.acquire()
time.sleep(0.01)
print(sorted(f.f_code.co_name for f in sys._current_frames().values()))
print(sorted(str(e[1]) for e in sys._current_exceptions().values()))
parked.release()
# Alone: sets or calls the process's hooks
