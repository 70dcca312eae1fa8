# A fork leaves other threads behind; what they worked on is not finalized in the
# child, though nobody there will ever use it again.
import _thread
import gc
import posix

class Kept:
    def __del__(self):
        deleted.append(self.name)

def kept(name):
    made = Kept()
    made.name = name
    return made

def generator():
    inside = kept('of a generator')
    begun.release()
    yield lock.acquire()
    del inside

def work():
    local = kept('a local variable')
    items = [kept('in a list')]
    for _ in generator():
        pass
    del local, items
    done.release()

deleted = []
lock, begun, done = [_thread.allocate_lock() for _ in range(3)]
for one in (lock, begun, done):
    one.acquire()
_thread.start_new_thread(work, ())
begun.acquire()
pid = posix.fork()
if pid == 0:
    for _ in range(4):
        garbage = [[i] for i in range(2000)]
        gc.collect()
    posix._exit(len(deleted))
print(posix.waitstatus_to_exitcode(posix.waitpid(pid, 0)[1]), deleted)
lock.release()
done.acquire()
# Alone: forks.
