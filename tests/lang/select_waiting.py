# select: descriptors are waited for by select, poll and epoll.
import posix
import select

def error(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        return type(result) if type(result) is select.epoll else result
    except (OSError, ValueError, TypeError, OverflowError, KeyError) as e:
        return f'{type(e).__name__}: {e}'

class File:
    def __init__(self, fd):
        self.fd = fd

    def fileno(self):
        return self.fd

    def __repr__(self):
        return 'File'

r, w = posix.pipe()
f = File(r)
print(select.select([f], [w], [], 0) == ([], [w], []),
      select.select([f], (), {}, 0.001))
posix.write(w, b'x')
print(select.select([f], [], []), select.select((f, r), [], [f], 5)[0] == [f, r],
      select.select(iter([f]), [], [], None)[0])
for bad in (([9999], [], []), ([-1], [], []), (['x'], [], []), (1, [], []),
            ([], [], [], -1), ([], [], [], 'x'), ([1] * 1025, [], []),
            ([], [], [], 1e300), ([], [], [], float('nan')), ([], [])):
    print(error(select.select, *bad))

p = select.poll()
print(type(p), p.register(f), p.register(w, select.POLLOUT))
print(sorted(p.poll()) == [(r, select.POLLIN), (w, select.POLLOUT)],
      len(p.poll(0)), len(p.poll(1.5)), len(p.poll(-1)))
print(p.modify(f, select.POLLOUT), p.poll(0) == [(w, select.POLLOUT)],
      p.unregister(w), p.poll(0), p.register(r, 0), p.poll(2))
posix.close(w)
print(p.poll() == [(r, select.POLLHUP)])
p.unregister(r)
p.register(9999)
print(p.poll(0) == [(9999, select.POLLNVAL)])
for f2, *bad in ((p.register, 'x'), (p.register, -1), (p.register, 1, -1),
                 (p.register, 1, 2**16), (p.register, 1, 2**70),
                 (p.register, 1, 'x'), (p.modify, 77, 1), (p.unregister, 77),
                 (p.poll, 'x'), (p.poll, 1e300), (p.poll, float('nan')),
                 (p.poll, 2**70), (p.poll, 2**40), (type(p),),
                 (select.poll, 1)):
    print(error(f2, *bad))

r, w = posix.pipe()
e = select.epoll()
print(type(e), e.closed, posix.get_inheritable(e.fileno()),
      e.register(r, select.EPOLLIN), e.register(File(w), select.EPOLLOUT))
print(e.poll() == [(w, select.EPOLLOUT)], e.poll(0, 1) == e.poll(maxevents=5))
posix.write(w, b'x')
print(sorted(e.poll(timeout=1)) == [(r, select.EPOLLIN), (w, select.EPOLLOUT)],
      len(e.poll(-1, 1)))
print(e.modify(w, 0), e.poll(0) == [(r, select.EPOLLIN)], e.unregister(r),
      e.poll(0), e.poll(0.002))
for f2, *bad in ((e.register, w), (e.register, 9999), (e.register, 'x'),
                 (e.modify, 77, 1), (e.unregister, 77), (e.poll, 'x'),
                 (e.poll, 0, 0), (e.poll, 0, -2), (e.poll, 1e300),
                 (e.poll, 2**40), (select.epoll, 0), (select.epoll, -2),
                 (select.epoll, -1, 99), (select.epoll, 'x'),
                 (select.epoll.fromfd, 'x')):
    print(error(f2, *bad))
with select.epoll(sizehint=3, flags=select.EPOLL_CLOEXEC) as e2:
    other = select.epoll.fromfd(posix.dup(e.fileno()))
    print(other.closed, len(other.poll(0)))
print(e2.closed, other.close(), other.close(), other.closed)
for f2, *args in ((e2.fileno,), (e2.poll,), (e2.register, 1), (e2.modify, 1, 1),
                  (e2.unregister, 1), (e2.__enter__,)):
    print(error(f2, *args))
print(select.error, select.PIPE_BUF, select.POLLIN | select.POLLPRI |
      select.POLLOUT, select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT)
