# posix: what the system says of itself; terminals; names that there are.
import posix

def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (OSError, ValueError, TypeError, OverflowError) as e:
        return f'{type(e).__name__}: {e}'

for name, value in sorted(vars(posix).items()):
    if name[:2] != '__' and type(value) is not int and name != 'environ':
        print(name, value if type(value) is type else type(value).__name__)
print([type(vars(posix)[name]) for name in 'O_CREAT O_CLOEXEC WNOHANG EX_OK'
       ' SEEK_DATA NGROUPS_MAX TMP_MAX RTLD_LAZY PRIO_USER P_PIDFD'.split()])
print(posix.error, {type(n) for n in posix._have_functions})
for names in (posix.sysconf_names, posix.confstr_names, posix.pathconf_names):
    print({type(n) for n in names}, {type(n) for n in names.values()})
for name in ('SC_PAGESIZE', 'x', 1.5, -1, 2**40, None, 'SC_OPEN_MAX'):
    value = error(posix.sysconf, name)
    print(name, value if type(value) is str else value > 0)
for name in ('CS_PATH', 0, 'x', 1.5, 9999):
    print(name, error(posix.confstr, name))
for path, name in (('/', 'PC_NAME_MAX'), ('/', 'x'), ('/', -1), ('/', 1.5),
                   ('/none', 'PC_NAME_MAX'), (0, 'PC_PIPE_BUF'),
                   (9999, 'PC_PIPE_BUF')):
    print(path, name, error(posix.pathconf, path, name))
print(error(posix.fpathconf, 9999, 'PC_PIPE_BUF'),
      error(posix.fpathconf, 0, 'x'))
u = posix.uname()
print(u.sysname, len(u), u[0], type(u), {type(x) for x in u})
print(len(posix.getloadavg()), {type(x) for x in posix.getloadavg()})
print([posix.strerror(n) for n in (0, 2, 9999, -1)])
print(posix.umask(0o027), posix.umask(0o022), error(posix.umask, 2**40))

master, slave = posix.openpty()
name = posix.ttyname(slave)
print(name.startswith('/dev/'), posix.isatty(slave), posix.isatty(master),
      posix.device_encoding(slave), posix.get_inheritable(master),
      posix.get_inheritable(slave))
print(posix.get_terminal_size(slave), posix.write(slave, b'x\n'),
      posix.read(master, 9), type(posix.get_terminal_size(slave)))
print(posix.ctermid(), error(posix.ttyname, 9999), posix.isatty(9999),
      posix.device_encoding(9999), error(posix.get_terminal_size, 9999),
      error(posix.get_terminal_size, 'x'), error(posix.tcgetpgrp, 9999),
      error(posix.tcsetpgrp, 9999, 1), error(posix.login_tty, 9999))

pid, fd = posix.forkpty()
if pid == 0:
    posix.write(1, b'child %d' % posix.isatty(0))
    posix._exit(0)
print(posix.read(fd, 100), posix.waitpid(pid, 0)[1], posix.get_inheritable(fd))
# Alone: starts processes
