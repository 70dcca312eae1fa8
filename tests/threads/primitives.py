# SPDX-License-Identifier: MIT
"""What the library's threading makes of _thread; prints nothing unless it fails."""
import collections
import functools
import sys
import threading
import time


def run(*targets):
    threads = [threading.Thread(target=target) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def check(got, want):
    if got != want:
        line = sys._getframe(1).f_lineno
        print(f'line {line}: got {got!r}, want {want!r}')


# Producers and consumers.
queue, seen, changed = collections.deque(), [], threading.Condition()


def produce(n):
    for i in range(n):
        with changed:
            while len(queue) > 10:
                changed.wait()
            queue.append(i)
            changed.notify_all()


def consume(n):
    for _ in range(n):
        with changed:
            while not queue:
                changed.wait()
            seen.append(queue.popleft())
            changed.notify_all()


run(*[functools.partial(f, 100) for f in (produce, consume) for _ in range(3)])
check(sorted(seen), sorted(list(range(100)) * 3))

# A hundred threads.
count, lock, rlock = 0, threading.Lock(), threading.RLock()


def add():
    global count
    for _ in range(50):
        with lock, rlock, rlock:
            count += 1


run(*[add] * 100)
check(count, 5000)

# Barriers, events, semaphores, timers.
barrier, order = threading.Barrier(4), []


def meet():
    order.append('before')
    barrier.wait()
    order.append('after')


run(*[meet] * 4)
check(order, ['before'] * 4 + ['after'] * 4)
event = threading.Event()
check(event.wait(0.01), False)
timer = threading.Timer(0.01, event.set)
timer.start()
check(event.wait(60), True)
timer.join()
semaphore, inside, most = threading.BoundedSemaphore(3), 0, 0


def enter():
    global inside, most
    for _ in range(20):
        with semaphore:
            with lock:
                inside += 1
                most = max(most, inside)
            with lock:
                inside -= 1


run(*[enter] * 8)
check((inside, most <= 3, semaphore._value), (0, True, 3))

# Locals.
local, found = threading.local(), []


def own():
    found.append(hasattr(local, 'x'))
    local.x = threading.get_ident()
    time.sleep(0.001)
    found.append(local.x == threading.get_ident())


local.x = 'main'
run(*[own] * 10)
check((sorted(found), local.x), ([False] * 10 + [True] * 10, 'main'))

# Exceptions.
errors = []
threading.excepthook = lambda args: errors.append(
    (args.exc_type, str(args.exc_value), args.thread.name))
failing = threading.Thread(target=lambda: 1 / 0, name='failing')
failing.start()
failing.join()
check(errors, [(ZeroDivisionError, 'division by zero', 'failing')])
check(failing.is_alive(), False)
check(threading.active_count(), 1)

# Loops that are compiled in one thread and run in the others.
def compute(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total


results = []
run(*[lambda: results.append([compute(n) for n in range(0, 2000, 100)])] * 6)
check(all(r == results[0] for r in results), True)
check(results[0], [sum(i * i % 7 for i in range(n)) for n in range(0, 2000, 100)])
