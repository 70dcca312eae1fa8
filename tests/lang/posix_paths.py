# posix: what is taken for a path or a descriptor, and what is said of others.
import posix

class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'Path({self.path!r})'

class Index:
    def __index__(self):
        return 9999

    def __repr__(self):
        return 'Index()'

class Fileno:
    def fileno(self):
        return 9999

    def __repr__(self):
        return 'Fileno()'

def show(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except (OSError, TypeError, ValueError, OverflowError,
            AttributeError) as e:
        names = ([e.filename, e.filename2] if isinstance(e, OSError) else '')
        print(f.__name__, args, kwargs or '', type(e).__name__, e, names)
    else:
        print(f.__name__, args, kwargs or '', result)

base = '/tmp/there is none'
for path in (base, base.encode(), Path(base), Path(base.encode()), base + '\0',
             base.encode() + b'\0', Path(base + '\0'), Path(3), 9999, True and
             Index(), 2**40, -2**70, 1.5, None, [], Fileno(), '\udc80',
             '/tmp/\ud800'):
    for f in (posix.stat, posix.lstat, posix.rmdir, posix.unlink, posix.chdir,
              posix.statvfs, posix.readlink):
        try:
            show(f, path)
        except UnicodeEncodeError as e:
            print('UnicodeEncodeError', e)
for path in (base, base.encode(), 9999, 1.5):
    show(posix.listdir, path)
    show(posix.scandir, path)
    show(posix.rename, path, base + '/x')
    show(posix.replace, base, path)
    show(posix.link, path, path)
    show(posix.symlink, path, base + '/x')
    show(posix.chmod, path, 0)
    show(posix.chown, path, -1, -1)
    show(posix.truncate, path, 0)
    show(posix.utime, path)
    show(posix.getxattr, path, 'user.x')
    show(posix.setxattr, path, 'user.x', b'')
    show(posix.open, path, posix.O_RDONLY)
    show(posix.mkdir, path + '/x' if isinstance(path, str) else 1.5)
for fd in (9999, Index(), Fileno(), -1, 2**40, 'x', None):
    for f in (posix.fstat, posix.close, posix.fsync, posix.dup, posix.fchdir):
        show(f, fd)
for fd in (None, 9999, Index(), 2**40, 'x', 1.5):
    show(posix.stat, 'none', dir_fd=fd)
    show(posix.mkdir, 'none/none', dir_fd=fd)
    show(posix.rename, 'none', 'none', src_dir_fd=fd)
show(posix.stat, 9999, dir_fd=3)
show(posix.stat, 9999, follow_symlinks=False)
show(posix.chown, 9999, 1, 1, dir_fd=3)
show(posix.chown, 9999, 1, 1, follow_symlinks=False)
show(posix.utime, 9999, dir_fd=3)
show(posix.getxattr, 9999, 'x', follow_symlinks=False)
for number in (1.5, 'x', -2, 2**32, 2**70, -2**70, None):
    show(posix.chown, base, number, -1)
    show(posix.chown, base, -1, number)

for path in ('', 'a', Path('b'), b'c', Path(b'd'), 1, Path(1), None):
    show(posix.fspath, path)
for path in ('', '.', '/', '//', '///', 'a', 'a/', 'a//b', './a', 'a/.', '..',
             '../..', 'a/..', 'a/../..', '/..', '//..', '///..', '/a/../../b',
             'a/b/../../../c', '../a/..', '\u00e4/../\U0001f600', 'a\0b/../c',
             '//a/../b', 'a/...', '.../..', '/.a/..b/', b'x', 1):
    show(posix._path_normpath, path)
