# _multiprocessing.SemLock, and memory that processes share by name.
import os
from _multiprocessing import SemLock, flags, sem_unlink
from _posixshmem import shm_open, shm_unlink

NAME = '/adder-test-%d' % os.getpid()


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, str(e).replace(NAME, 'NAME'))


def state(s):
    print(s._count(), s._is_mine(), s._get_value(), s._is_zero())


print(flags, SemLock.SEM_VALUE_MAX)
s = SemLock(1, 2, 3, NAME, unlink=True)
print(s.kind, s.maxvalue, s.name, type(s.handle))
print(s.acquire(), s.acquire(False), s.acquire(False), s.acquire(True, 0.01),
      s.acquire(timeout=-1))
attempt(s.acquire, True, 'a')
state(s)
for _ in range(4):
    attempt(s.release)
state(s)

r = SemLock(0, 1, 1, NAME, False)
print(r.name == NAME, r.acquire(), r.acquire())
state(r)
with r as taken:
    print(taken, r._count())
print(r.release(), r.release())
attempt(r.release)
attempt(r.__exit__)
attempt(SemLock, 0, 1, 1, NAME, False)
other = SemLock._rebuild(r.handle, r.kind, r.maxvalue, r.name)
print(other.name == NAME, r.acquire(), other.acquire(False), r.release(),
      other.acquire(False), other.release())
r.acquire()
print(r._after_fork(), r._count())
attempt(setattr, r, 'kind', 1)
sem_unlink(NAME)
attempt(sem_unlink, NAME)
attempt(sem_unlink, b'a')
attempt(SemLock._rebuild, 0, 0, 1, NAME)
attempt(SemLock, 2, 1, 1, NAME, True)
attempt(SemLock, 1, -1, 1, NAME, True)
attempt(SemLock, 1, 1, 1, None, True)
attempt(SemLock, 1)

# A process that waits, and one that lets it go on.
s = SemLock(1, 0, 1, NAME, True)
child = os.fork()
if child == 0:
    s.release()
    os._exit(0)
print(s.acquire(timeout=60), os.waitpid(child, 0)[1])

attempt(shm_open, NAME, os.O_RDWR)
fd = shm_open(NAME, os.O_CREAT | os.O_RDWR, mode=0o600)
os.ftruncate(fd, 10)
again = shm_open(path=NAME, flags=os.O_RDWR)
os.write(fd, b'shared')
print(os.read(again, 10), os.get_inheritable(fd))
print(shm_unlink(NAME))
attempt(shm_unlink, NAME)
attempt(shm_open, b'a', 0)
attempt(shm_open, '/a/b', 0)
attempt(shm_open, '\udc80', 0)
# Alone: forks, and names semaphores
