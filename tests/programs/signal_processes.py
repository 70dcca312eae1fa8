# Signals and processes: who is interrupted ends by SIGINT, the wakeup descriptor.
import _signal as s
import posix
import sys


def child(work):
    sys.stdout.flush()
    pid = posix.fork()
    if pid == 0:
        posix.dup2(posix.open('/dev/null', posix.O_WRONLY), 2)
        s.signal(s.SIGINT, s.default_int_handler)
        work()
        posix._exit(7)
    status = posix.waitpid(pid, 0)[1]
    if posix.WIFSIGNALED(status):
        return 'signal', posix.WTERMSIG(status)
    return 'status', posix.WEXITSTATUS(status)


class Mine(KeyboardInterrupt):
    pass


def raises():
    raise KeyboardInterrupt


def raises_mine():
    raise Mine


def from_outside():
    posix.kill(posix.getpid(), s.SIGINT)
    while True:
        pass


def fails():
    raise ValueError


def exits():
    sys.exit(130)


def terminated():
    s.raise_signal(s.SIGTERM)


for work in (raises, raises_mine, from_outside, fails, exits, terminated):
    result = child(work)
    print(work.__name__, result)

read, write = posix.pipe()
try:
    s.set_wakeup_fd(write)
except ValueError as e:
    print('must be in non-blocking mode' in str(e))
posix.set_blocking(write, False)
print(s.set_wakeup_fd(write))
s.signal(s.SIGUSR1, lambda *args: print('handled'))
s.signal(s.SIGUSR2, s.SIG_IGN)
s.raise_signal(s.SIGUSR1)
s.raise_signal(s.SIGUSR2)
print(posix.read(read, 10))


def hook(args):
    print('unraisable', args.exc_type.__name__, args.err_msg)


sys.unraisablehook = hook
try:
    while True:
        posix.write(write, b'x' * 1000)
except BlockingIOError:
    pass
try:
    while True:
        posix.write(write, b'x')
except BlockingIOError:
    pass
s.raise_signal(s.SIGUSR1)
print(s.set_wakeup_fd(write, warn_on_full_buffer=False) == write)
s.raise_signal(s.SIGUSR1)
posix.close(write)
s.raise_signal(s.SIGUSR1)
print(s.set_wakeup_fd(-1) == write)
