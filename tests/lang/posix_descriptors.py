# posix: descriptors are opened, read, written, copied, closed.
import posix

base = posix.environ[b'TMPDIR'].decode() + f'/posix-{posix.getpid()}'
posix.mkdir(base)

def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (OSError, ValueError, TypeError, OverflowError, BufferError) as e:
        return f'{type(e).__name__}: {e}'.replace(base, 'BASE')

path = base + '/file'
fd = posix.open(path, posix.O_RDWR | posix.O_CREAT | posix.O_EXCL, 0o600)
print(error(posix.open, path, posix.O_CREAT | posix.O_EXCL))
print(posix.write(fd, b'hello world'), posix.write(fd, bytearray(b'!')),
      posix.write(fd, memoryview(b'..xx')[1:2]))
print(posix.lseek(fd, 0, 0), posix.read(fd, 5), posix.read(fd, 100),
      posix.read(fd, 100), posix.read(fd, 0))
print(posix.lseek(fd, -3, 2), posix.lseek(fd, 1, 1), posix.read(fd, 1))
print(posix.pread(fd, 4, 6), posix.pwrite(fd, b'HE', 0), posix.pread(fd, 9, 0),
      posix.pread(fd, 0, 0), posix.pread(fd, 9, 1000))
for bad in ((fd, -1), (9999, 1), (fd, 2**70), (fd, 'x')):
    print(error(posix.read, *bad))
print(error(posix.pread, fd, -1, 0), error(posix.pread, fd, 1, -1),
      error(posix.lseek, fd, -1, 0), error(posix.lseek, fd, 0, 99))
print(error(posix.write, fd, 'text'), error(posix.write, fd, 1))

a, b = bytearray(3), bytearray(4)
print(posix.lseek(fd, 0, 0), posix.readv(fd, [a, b]), a, b)
print(posix.lseek(fd, 0, 0), posix.writev(fd, (b'one', b'', bytearray(b'two'))),
      posix.pread(fd, 20, 0))
print(posix.preadv(fd, [a, b], 3), a, b,
      posix.pwritev(fd, [b'three'], 1), posix.pread(fd, 20, 0))
for bad in ([b'x'], [1], 1, {}, 'x', None, iter([b'x'])):
    print(error(posix.readv, fd, bad), '|', error(posix.preadv, fd, bad, 0))
    print(error(posix.writev, 9999, bad).partition(' object at')[0])

print(posix.ftruncate(fd, 4), posix.fstat(fd).st_size, posix.truncate(path, 7),
      posix.truncate(fd, 6), posix.stat(path).st_size, posix.pread(fd, 9, 0))
print(posix.fsync(fd), posix.fdatasync(fd), posix.sync(),
      posix.posix_fallocate(fd, 0, 10), posix.fstat(fd).st_size,
      posix.posix_fadvise(fd, 0, 0, posix.POSIX_FADV_RANDOM),
      posix.lockf(fd, posix.F_LOCK, 0), posix.lockf(fd, posix.F_ULOCK, 0))

# Inheritance and blocking.
print(posix.get_inheritable(fd), posix.set_inheritable(fd, True),
      posix.get_inheritable(fd), posix.set_inheritable(fd, 0),
      posix.get_inheritable(fd))
print(posix.get_blocking(fd), posix.set_blocking(fd, False),
      posix.get_blocking(fd), posix.set_blocking(fd, 1), posix.get_blocking(fd))
other = posix.dup(fd)
print(other != fd, posix.get_inheritable(other), posix.pread(other, 3, 0))
print(posix.dup2(fd, other) == other, posix.get_inheritable(other),
      posix.dup2(fd, other, inheritable=False) == other,
      posix.get_inheritable(other), posix.dup2(fd, fd) == fd)
print(posix.close(other), error(posix.close, other), error(posix.dup, other),
      error(posix.get_inheritable, other), error(posix.get_blocking, other))

r, w = posix.pipe()
print(posix.get_inheritable(r), posix.get_inheritable(w), posix.isatty(r))
print(posix.write(w, b'x' * 10), posix.read(r, 4), posix.read(r, 100))
r2, w2 = posix.pipe2(posix.O_NONBLOCK)
print(posix.get_inheritable(r2), posix.get_blocking(r2),
      error(posix.read, r2, 1))
print(error(posix.lseek, r, 0, 0))
posix.lseek(fd, 0, 0)
print(posix.sendfile(w, fd, 1, 3), posix.read(r, 9),
      posix.sendfile(w, fd, None, 2), posix.read(r, 9), posix.lseek(fd, 0, 1))
print(posix.splice(fd, w, 3, offset_src=0), posix.read(r, 9),
      posix.splice(fd, w, 2), posix.read(r, 9))
out = posix.open(base + '/copy', posix.O_RDWR | posix.O_CREAT, 0o644)
print(posix.copy_file_range(fd, out, 4, 1, offset_dst=2), posix.pread(out, 9, 0))
posix.closerange(r2, w2 + 1)
print(error(posix.read, r2, 1))
posix.close(w)
print(posix.read(r, 1))

m = posix.memfd_create('name')
print(posix.write(m, b'memory'), posix.pread(m, 9, 0), posix.get_inheritable(m))
e = posix.eventfd(3)
print(posix.eventfd_read(e), posix.eventfd_write(e, 2**64 - 2),
      posix.eventfd_read(e) == 2**64 - 2, posix.get_inheritable(e))
e = posix.eventfd(5, posix.EFD_SEMAPHORE | posix.EFD_NONBLOCK)
print(posix.eventfd_read(e), posix.eventfd_read(e),
      error(posix.eventfd, -1), error(posix.eventfd, 2**40),
      error(posix.eventfd_write, e, -1), error(posix.eventfd_write, e, 2**64))
print(len(posix.urandom(33)), len(set(posix.urandom(8) for i in range(9))),
      posix.urandom(0), error(posix.urandom, -1), len(posix.getrandom(9)),
      error(posix.getrandom, -1))

# Directories to start from.
d = posix.open(base, posix.O_RDONLY | posix.O_DIRECTORY)
inner = posix.open('inner', posix.O_CREAT | posix.O_WRONLY, 0o644, dir_fd=d)
print(posix.stat('inner', dir_fd=d).st_size, sorted(posix.listdir(d)))
for name in sorted(posix.listdir(base)):
    posix.unlink(name, dir_fd=d)
posix.rmdir(base)
print(error(posix.stat, base))
# Alone: writes files under names of its own
