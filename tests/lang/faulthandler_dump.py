# faulthandler: frames of this thread and of all; files; the watchdog.
import _thread
import faulthandler
import io
import os
import re
import sys
import tempfile
import time


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
    return re.sub(r'File ".*?(\w+\.py|<\w+>)"', r'File "\1"', text)


def outer(f, **kwargs):
    inner(f, **kwargs)


def inner(f, **kwargs):
    faulthandler.dump_traceback(f, **kwargs)


with tempfile.TemporaryFile('w+') as f:
    outer(f, all_threads=False)
    print(shown(f))
    outer(f.fileno(), all_threads=True)
    print(shown(f))
    exec(compile('def f\xe4\u0431\U00020000(f): outer(f)\nf\xe4\u0431\U00020000(f)',
                 '<made>', 'exec'))
    print(shown(f))

    def deep(n):
        if n > 0:
            deep(n - 1)
        else:
            faulthandler.dump_traceback(f, False)

    deep(150)
    lines = shown(f).splitlines()
    print(len(lines), lines[:3], lines[-1])
    eval(compile('(lambda: inner(f, all_threads=False))()', 'x' * 600, 'eval'))
    print([len(line) for line in shown(f).splitlines()[2:4]])

    started, go_on = _thread.allocate_lock(), _thread.allocate_lock()
    started.acquire()
    go_on.acquire()

    def wait():
        started.release()
        go_on.acquire()
        started.release()

    _thread.start_new_thread(wait, ())
    started.acquire()
    outer(f)
    text = shown(f)
    print(text.count('Thread 0xN'), text.count('Current thread 0xN'),
          'in wait' in text, text.index('in wait') < text.index('in outer'))
    go_on.release()
    started.acquire()

    faulthandler.dump_traceback_later(0.01, file=f)
    end = time.monotonic() + 60
    while time.monotonic() < end and os.fstat(f.fileno()).st_size == 0:
        pass
    time.sleep(0.1)
    text = shown(f)
    print(text.splitlines()[0], 'Current' in text, 'in <module>' in text)
    faulthandler.dump_traceback_later(3600.5, repeat=True, file=f)
    faulthandler.dump_traceback_later(3600, True, f)
    print(faulthandler.cancel_dump_traceback_later(), repr(shown(f)))
    faulthandler.cancel_dump_traceback_later()
    faulthandler.dump_traceback_later(0.01, True, f)
    while time.monotonic() < end and os.fstat(f.fileno()).st_size < 600:
        time.sleep(0.01)
    faulthandler.cancel_dump_traceback_later()
    print(shown(f).count('Timeout (0:00:00.010000)!') > 1)

    child = os.fork()
    if child == 0:
        faulthandler.dump_traceback_later(0.01, file=f, exit=True)
        time.sleep(60)
        os._exit(0)
    print(os.WEXITSTATUS(os.waitpid(child, 0)[1]), shown(f).splitlines()[0])


class File:
    def __init__(self, number):
        self.number = number

    def fileno(self):
        return self.number

    def flush(self):
        raise ZeroDivisionError


for file in ['a', -1, 1.5, 1 << 70, io.StringIO(), File(-1), File('a')]:
    attempt(faulthandler.dump_traceback, file)
    attempt(faulthandler.enable, file)
for timeout in [0, -1, 1e30, 'a']:
    attempt(faulthandler.dump_traceback_later, timeout)
attempt(faulthandler.enable, File(2))
print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.disable(),
      faulthandler.is_enabled())
stderr = sys.stderr
sys.stderr = None
attempt(faulthandler.enable)
del sys.stderr
attempt(faulthandler.enable)
sys.stderr = stderr
# Alone: shows all threads
