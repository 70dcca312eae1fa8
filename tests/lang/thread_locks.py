"""Locks of _thread: taking, timeouts, who may release, what they say of themselves."""
import _thread
import time


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')


def masked(lock):
    return repr(lock).rpartition(' at ')[0].replace(str(_thread.get_ident()), 'ME')


lock, rlock = _thread.allocate_lock(), _thread.RLock()
print(type(lock), type(rlock), _thread.LockType is type(lock))
print(type(_thread.allocate()), _thread.error, _thread.TIMEOUT_MAX)
for x in lock, rlock:
    print(masked(x))
    attempt(x.release)
    attempt(x.acquire, False, 1)
    attempt(x.acquire, True, -2)
    attempt(x.acquire, timeout=1e10)
    attempt(x.acquire, timeout=float('nan'))
    attempt(x.acquire, timeout='x')
    attempt(x.acquire, 'x')
    attempt(x.acquire, True, 10)
    print(masked(x))
    attempt(x.release)
    attempt(x.__enter__)
    attempt(x.__exit__, None, None, None)
    attempt(x.__exit__, None, None, None)
    attempt(x._at_fork_reinit)
    with x as entered:
        print(entered)
    attempt(x.__reduce_ex__, 4)
print(lock.locked(), lock.acquire(), lock.locked(), lock.locked_lock())
print(lock.acquire(False), lock.acquire(timeout=0), lock.acquire(True, 0.01))
lock.release_lock()
print(lock.acquire_lock(), lock.release())

# Taken more than once.
print(rlock._is_owned())
for _ in range(3):
    rlock.acquire()
print(rlock._is_owned(), masked(rlock))
saved = rlock._release_save()
print(saved[0], saved[1] == _thread.get_ident(), masked(rlock))
rlock._acquire_restore(saved)
print(masked(rlock))
attempt(rlock._acquire_restore, 5)
for _ in range(3):
    rlock.release()
attempt(rlock._release_save)

# What another thread has.
told, ready = _thread.allocate_lock(), _thread.allocate_lock()
told.acquire()
ready.acquire()


def holder():
    with rlock:
        ready.release()
        told.acquire()


_thread.start_new_thread(holder, ())
ready.acquire()
print(rlock.acquire(False), rlock.acquire(timeout=0.01), rlock._is_owned())
attempt(rlock.release)
told.release()
print(rlock.acquire(timeout=60))

# Anybody may release a lock.
lock.acquire()
_thread.start_new_thread(lock.release, ())
print(lock.acquire(True, 60))


class Sub(_thread.RLock):
    def __init__(self, a, b=2):
        self.ab = a, b


print(Sub(1, b=3).ab, masked(Sub(1))[:12])
attempt(_thread.LockType)
attempt(lambda: type('X', (_thread.LockType,), {}))
before = time.monotonic()
print(_thread.allocate_lock().acquire(timeout=100), time.monotonic() - before < 50)
# Alone: starts threads of its own or looks at all
