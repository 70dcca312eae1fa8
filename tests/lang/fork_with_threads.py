# A fork leaves other threads behind; what they worked on is not finalized in the
# child, though nobody there will ever use it again.
import _thread
import gc
import posix
import sys

class Kept:
    def __del__(self):
        deleted.append(self.name)

def kept(name):
    made = Kept()
    made.name = name
    return made

def generator():
    for _ in range(3):
        gc.collect()  # it is old, and what comes now is young
    inside = kept('of a generator')
    begun.release()
    yield lock.acquire()
    del inside

def work():
    local = kept('a local variable')
    items = [kept('in a list')]
    running.append(generator())
    for _ in running[0]:
        pass
    del local, items
    done.release()

deleted, running = [], []
lock, begun, done = [_thread.allocate_lock() for _ in range(3)]
for one in (lock, begun, done):
    one.acquire()
_thread.start_new_thread(work, ())
begun.acquire()
frames = list(sys._current_frames().values())
pid = posix.fork()
if pid == 0:
    garbage = [[str(i)] for i in range(200000)]
    found = set()
    while frames:
        f = frames.pop()
        found.add((f.f_code.co_name, f.f_lineno > 0, type(f.f_locals)))
        if f.f_back is not None:
            frames.append(f.f_back)
    f = running[0].gi_frame
    assert f.f_lineno > 0 and 'inside' in f.f_locals, f.f_locals
    assert f.f_back is None or f.f_back.f_lineno > 0
    assert ('generator', True, dict) in found, found
    assert running[0].gi_running
    try:
        next(running[0])
    except ValueError as e:
        assert str(e) == 'generator already executing'
    for _ in range(4):
        garbage = [[i] for i in range(2000)]
        gc.collect()
    posix._exit(len(deleted))
print(posix.waitstatus_to_exitcode(posix.waitpid(pid, 0)[1]), deleted)
lock.release()
done.acquire()
# Alone: forks.
