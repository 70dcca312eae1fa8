# faulthandler: signals that end the process, and others that are reported.
import faulthandler
import os
import re
import signal
import tempfile


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


def shown(f):
    f.seek(0)
    text = f.read()
    f.seek(0)
    f.truncate()
    text = re.sub(r'0x[0-9a-f]{16}', '0xN', text)
    return re.sub(r'line \d+', 'line N', re.sub(r'File ".*?(\w+\.py)"',
                                                r'File "\1"', text))


def heads(f):  # a running trace may have frames that a handler does not see
    return [line for line in shown(f).splitlines() if '  File' not in line]


def crash(how):
    how()


with tempfile.TemporaryFile('w+') as f:
    child = os.fork()
    if child == 0:
        faulthandler.enable(f, all_threads=False)
        crash(lambda: os.kill(os.getpid(), signal.SIGSEGV))
    print(os.WTERMSIG(os.waitpid(child, 0)[1]))
    print(shown(f))

    for how in [lambda: os.kill(os.getpid(), signal.SIGSEGV),
                lambda: os.kill(os.getpid(), signal.SIGBUS),
                lambda: os.kill(os.getpid(), signal.SIGFPE),
                lambda: os.kill(os.getpid(), signal.SIGILL),
                os.abort, faulthandler._sigsegv, faulthandler._read_null,
                faulthandler._sigfpe, faulthandler._sigabrt,
                lambda: os.kill(os.getpid(), signal.SIGTERM)]:
        child = os.fork()
        if child == 0:
            faulthandler.enable(f, all_threads=False)
            crash(how)
            os._exit(0)
        print(os.WTERMSIG(os.waitpid(child, 0)[1]))
        print(heads(f))

    print(end='', flush=True)  # the child would say it again
    child = os.fork()
    if child == 0:
        faulthandler.enable(f)
        print(faulthandler.is_enabled(), faulthandler.disable(), flush=True)
        faulthandler.enable(f)
        crash(faulthandler._sigsegv)
    print(os.WTERMSIG(os.waitpid(child, 0)[1]), shown(f))

    faulthandler.register(signal.SIGUSR1, f, all_threads=False)
    crash(lambda: os.kill(os.getpid(), signal.SIGUSR1))
    print(shown(f))
    print(faulthandler.unregister(signal.SIGUSR1),
          faulthandler.unregister(signal.SIGUSR1))

    signal.signal(signal.SIGUSR1, lambda *args: print('handled'))
    for chain in [False, True]:
        faulthandler.register(signal.SIGUSR1, f, chain=chain)
        for _ in range(2):
            crash(lambda: os.kill(os.getpid(), signal.SIGUSR1))
            print(chain, heads(f))
        faulthandler.unregister(signal.SIGUSR1)
    crash(lambda: os.kill(os.getpid(), signal.SIGUSR1))
    print(repr(shown(f)))

for number in [signal.SIGSEGV, 0, 65, -1, signal.SIGKILL, 'a']:
    attempt(faulthandler.register, number)
    attempt(faulthandler.unregister, number)
# Alone: handles signals, and forks
