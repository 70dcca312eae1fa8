# posix: directories, their entries, and what is known of files.
import posix

base = posix.environ[b'TMPDIR'].decode() + f'/posix-{posix.getpid()}'
posix.umask(0o022)
posix.mkdir(base)

def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (OSError, ValueError, TypeError, NotImplementedError,
            OverflowError, StopIteration) as e:
        return f'{type(e).__name__}: {e}'.replace(base, 'BASE')

def touch(path, data=b''):
    fd = posix.open(path, posix.O_WRONLY | posix.O_CREAT, 0o644)
    posix.write(fd, data)
    posix.close(fd)

touch(base + '/file', b'12345')
touch(base.encode() + b'/\xff\xe4', b'')
posix.mkdir(base + '/sub', 0o700)
posix.symlink('file', base + '/link')
posix.symlink('nowhere', base + '/broken')
posix.symlink('sub', base + '/sublink', target_is_directory=True)
posix.mkfifo(base + '/fifo', 0o600)
posix.link(base + '/file', base + '/hard')

print(sorted(posix.listdir(base)))
print(sorted(posix.listdir(base.encode())))
print(error(posix.mkdir, base), error(posix.rmdir, base),
      error(posix.unlink, base + '/none'), error(posix.rmdir, base + '/file'))
print(posix.readlink(base + '/link'), posix.readlink(base.encode() + b'/link'),
      error(posix.readlink, base + '/file'), error(posix.link, base, 'x'),
      error(posix.symlink, 'x', base + '/link'))

# Entries.
with posix.scandir(base) as it:
    print(type(it).__name__, iter(it) is it)
    entries = sorted(it, key=lambda e: e.name)
    print(list(it))
for e in entries:
    print(e, e.name, e.path.replace(base, 'BASE'), e.is_dir(), e.is_file(),
          e.is_symlink(), e.is_dir(follow_symlinks=False),
          e.is_file(follow_symlinks=False), posix.fspath(e) == e.path,
          e.inode() == posix.lstat(e.path).st_ino,
          e.stat(follow_symlinks=False) == posix.lstat(e.path),
          error(lambda: e.stat().st_mode == posix.stat(e.path).st_mode))
    print(e.stat(follow_symlinks=False) is e.stat(follow_symlinks=False))
e = next(e for e in posix.scandir(base.encode() + b'/') if e.name == b'file')
print(e, e.path.replace(base.encode(), b'BASE'))
fd = posix.open(base, posix.O_RDONLY)
print(sorted((e.name, e.path, e.is_dir()) for e in posix.scandir(fd)))
posix.chdir(base)
print(posix.getcwd() == base, posix.getcwdb() == base.encode())
print(sorted(e.path for e in posix.scandir()), sorted(posix.listdir()))
posix.fchdir(fd)
it = posix.scandir('sub')
it.close()
print(list(it), error(next, it), posix.DirEntry[int])
for call in (lambda: posix.DirEntry(), lambda: type(it)(), lambda: e.stat(1),
             lambda: setattr(e, 'name', 1)):
    try:
        print(call())
    except (TypeError, AttributeError) as x:
        print(type(x).__name__, x)

# What is known of a file.
s = posix.stat('file')
print(oct(s.st_mode), s.st_size, s.st_nlink, len(s), s[6], s == posix.stat(
    posix.open('file', posix.O_RDONLY)), posix.lstat('link').st_size)
print(s[7] == int(s.st_atime), s.st_mtime_ns // 10**9 == s[8],
      s.st_ctime_ns // 10**9 == s[9], s.st_blksize > 0, s.st_rdev)
print(oct(posix.lstat('link').st_mode), oct(posix.stat('sub').st_mode),
      oct(posix.stat('fifo').st_mode), oct(posix.stat(
          'link', follow_symlinks=False).st_mode))
posix.utime('file', (1.5, 2.25))
s = posix.stat('file')
print(s.st_atime, s.st_mtime, s.st_atime_ns, s.st_mtime_ns, s[7:9])
posix.utime('file', ns=(3_000_000_001, -5))
s = posix.stat('file')
print(s.st_atime, s.st_mtime, s.st_atime_ns, s.st_mtime_ns, s[7:9])
posix.utime('link', (10, 20), follow_symlinks=False)
print(posix.lstat('link').st_mtime, posix.stat('link').st_mtime_ns)
posix.utime('file')
print(posix.stat('file').st_mtime > 10**9)
for bad in ((1,), [1, 2], ('a', 'b'), 1, (1e300, 1), (2**70, 1),
            (float('nan'), 1), (1, 2, 3)):
    print(error(posix.utime, 'file', bad))
    print(error(posix.utime, 'file', ns=bad)) if bad != (1e300, 1) else 0
print(error(posix.utime, 'file', (1, 2), ns=(1, 2)),
      error(posix.utime, 'file', None, ns=None))
print(posix.chmod('file', 0o600), oct(posix.stat('file').st_mode),
      posix.chmod(fd, 0o700), posix.fchmod(fd, 0o755), oct(
          posix.fstat(fd).st_mode), posix.chmod('link', 0o644),
      error(posix.chmod, 'link', 0o600, follow_symlinks=False),
      oct(posix.stat('file').st_mode))
print(posix.chown('file', -1, -1), posix.lchown('link', -1, -1),
      posix.fchown(fd, -1, -1), posix.chown('link', -1, -1, dir_fd=fd))
print(posix.access('file', posix.R_OK), posix.access('none', posix.F_OK),
      posix.access('broken', posix.F_OK), posix.access(
          'broken', posix.F_OK, follow_symlinks=False),
      posix.access('file', posix.F_OK, effective_ids=True, dir_fd=fd))
print(posix.rename('hard', 'harder'), posix.replace('harder', 'file'),
      error(posix.rename, 'sub', 'file'), sorted(posix.listdir()))

r = posix.stat_result(range(10))
print(r.st_atime, r.st_mtime_ns, r.st_ctime, r.st_blocks)
r = posix.stat_result(range(19))
print(r.st_atime, r.st_mtime_ns, r.st_ctime, r.st_rdev, r, r.n_fields,
      r.n_unnamed_fields)
r = posix.stat_result(range(10), {'st_atime': 1.5, 'st_rdev': 7})
print(r.st_atime, r.st_rdev, r.__reduce__())
for bad in (range(9), range(20), 1):
    print(error(posix.stat_result, bad))
v = posix.statvfs(base)
print(type(v), len(v), v.f_namemax == v[9], v.f_fsid is not None,
      posix.fstatvfs(fd).f_bsize == v.f_bsize)
print(posix.major(posix.makedev(3, 4)), posix.minor(posix.makedev(3, 4)),
      error(posix.major, 'x'))

for name in posix.listdir():
    posix.rmdir(name) if name == 'sub' else posix.unlink(name)
posix.chdir('/')
posix.rmdir(base)
# Alone: changes the working directory
