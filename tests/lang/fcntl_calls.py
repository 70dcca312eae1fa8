# fcntl: flags, locks, devices; with numbers and with memory.
import fcntl
import posix

def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (OSError, ValueError, TypeError, OverflowError) as e:
        return f'{type(e).__name__}: {e}'

class File:
    def __init__(self, fd):
        self.fd = fd

    def fileno(self):
        return self.fd

path = posix.environ[b'TMPDIR'].decode() + f'/fcntl-{posix.getpid()}'
fd = posix.open(path, posix.O_RDWR | posix.O_CREAT)
print(fcntl.fcntl(fd, fcntl.F_GETFD) == fcntl.FD_CLOEXEC,
      fcntl.fcntl(fd, fcntl.F_SETFD, 0), fcntl.fcntl(File(fd), fcntl.F_GETFD),
      fcntl.fcntl(fd, fcntl.F_SETFD, 2**32 + 1),
      fcntl.fcntl(fd, fcntl.F_GETFD))
copy = fcntl.fcntl(fd, fcntl.F_DUPFD, 50)
print(copy >= 50, posix.close(copy))
print(fcntl.fcntl(fd, fcntl.F_GETFD, b'abcd'), fcntl.fcntl(
    fd, fcntl.F_GETFD, 'abc'), error(fcntl.fcntl, fd, 1, b'x' * 2000))
for bad in ((9999, 1), (fd, 9999), ('x', 1), (-1, 1), (fd, 2**40),
            (fd, 1, None), (fd, 1, 1.5), (fd, 1, bytearray(4)), (File('x'), 1),
            (None, 1), ()):
    print(error(fcntl.fcntl, *bad))

print(fcntl.flock(fd, fcntl.LOCK_EX), fcntl.flock(fd, fcntl.LOCK_UN),
      fcntl.lockf(fd, fcntl.LOCK_EX | fcntl.LOCK_NB),
      fcntl.lockf(fd, fcntl.LOCK_UN, 10, 2, 0))
pid = posix.fork()
if pid == 0:
    other = posix.open(path, posix.O_RDWR)
    try:
        fcntl.lockf(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        posix._exit(1)
    finally:
        posix._exit(2)
print(posix.waitpid(pid, 0)[1])
for bad in ((9999, 1), (fd, 0), (fd, 2, 'x'), (fd, 2, 1.5), (fd, 2, 0, 0, 9),
            (fd, 2, 2**70), (fd, 2, -5)):
    print(error(fcntl.lockf, *bad))
print(error(fcntl.flock, 9999, 1), error(fcntl.flock, 'x', 1))

master, slave = posix.openpty()
TIOCGWINSZ, TIOCSWINSZ, FIONREAD = 0x5413, 0x5414, 0x541b
size = b'\x05\0\x07\0\0\0\0\0'
memory = bytearray(8)
print(fcntl.ioctl(slave, TIOCSWINSZ, size) == size,
      fcntl.ioctl(slave, TIOCGWINSZ, bytes(8)),
      fcntl.ioctl(slave, TIOCGWINSZ, memory), memory,
      fcntl.ioctl(slave, TIOCGWINSZ, bytearray(8), False))
large = bytearray(2000)
print(fcntl.ioctl(slave, TIOCGWINSZ, large), large[:8],
      error(fcntl.ioctl, slave, TIOCGWINSZ, large, False),
      error(fcntl.ioctl, slave, TIOCGWINSZ, bytes(2000)),
      fcntl.ioctl(slave, TIOCGWINSZ, memoryview(bytes(8))),
      fcntl.ioctl(slave, TIOCGWINSZ, memoryview(memory)))
for bad in ((9999, 1), (fd, 'x'), (slave, 1, None), (slave, 1, 1.5),
            (fd, TIOCGWINSZ, bytes(8)), (slave, 1, 2**40)):
    print(error(fcntl.ioctl, *bad))
posix.close(fd)
posix.unlink(path)
# Alone: starts processes
