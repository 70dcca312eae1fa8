# SPDX-License-Identifier: MIT
# How programs end while threads run, and what is said of threads that fail.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

# The library's threading, if there is a library and its imports are met.
$adder -c 'import threading' 2>"$work/err" ||
    tap_end "threading cannot be imported: $(tail -n 1 "$work/err")"

run() { # WHAT WANT: spam.py from standard input says so, and its exit status
    cat >"$work/spam.py"
    got=$(cd "$work" && timeout 100 $adder spam.py 2>&1; echo "status $?")
    tap_result "$1" \
        "$([ "$got" = "$2" ] || printf '%s\n' "got  $got" "want $2")"
}

run "daemons stop wherever they are" 'end
status 0' <<'E2'
import threading, time
never = threading.Lock()
never.acquire()
def spin():
    while True:
        pass
def allocate():
    while True:
        [str(i) for i in range(1000)]
for target in spin, allocate, never.acquire, lambda: time.sleep(1000):
    threading.Thread(target=target, daemon=True).start()
time.sleep(0.05)
print('end')
E2

cat >"$work/prints.py" <<'E2'
import threading, time
def write():
    while True:
        print('x' * 5000)
for _ in range(3):
    threading.Thread(target=write, daemon=True).start()
time.sleep(0.1)
E2
# Into a pipe, as gigabytes would wait for a disk; where it hangs all threads say
# where they are.
{
    timeout -s ABRT -k 10 100 $adder -X faulthandler "$work/prints.py" \
        2>"$work/err"
    echo "status $?" >>"$work/err"
} | cat >/dev/null
tap_result "daemons that print do not keep the program" \
    "$([ "$(cat "$work/err")" = "status 0" ] || cat "$work/err")"

run "other threads are waited for" 'main
thread
at exit
status 0' <<'E2'
import atexit, threading, time
def late():
    time.sleep(0.2)
    print('thread', flush=True)
threading.Thread(target=late).start()
atexit.register(print, 'at exit')
print('main', flush=True)
E2

run "an exception ends its thread alone" 'Exception in thread spam:
Traceback (most recent call last):
  File "threading.py", in _bootstrap_inner
    self.run()
  File "threading.py", in run
    self._target(*self._args, **self._kwargs)
  File "spam.py", in fails
    raise KeyError(1)
KeyError: 1
end
status 0' <<'E2'
import sys, threading
class Text:
    def __init__(self):
        self.text = ''
    def write(self, text):
        self.text += text
    def flush(self):
        pass
sys.stderr = Text()
def fails():
    raise KeyError(1)
t = threading.Thread(target=fails, name='spam')
t.start()
t.join()
def leaves():
    sys.exit(5)
t = threading.Thread(target=leaves)
t.start()
t.join()
for line in sys.stderr.text.splitlines():
    if line.startswith('  File'):
        file, _, function = line.rpartition(', in ')
        file = file.split('"')[1].rpartition('/')[2]
        line = f'  File "{file}", in {function}'
    if not line.endswith('^'):
        print(line)
print('end')
E2

run "the main thread's exception is its status" 'thread
status 3' <<'E2'
import sys, threading, time
def late():
    time.sleep(0.1)
    print('thread', flush=True)
threading.Thread(target=late).start()
sys.exit(3)
E2

run "the child of a fork has the forking thread alone" '[True, True, 1]
[True, False, 1]
True
status 0' <<'E2'
import os, sys, threading, time
started = threading.Event()
lock = threading.Lock()
def spin():
    started.set()
    while True:
        with lock:
            pass
threading.Thread(target=spin, daemon=True).start()
started.wait()
def fork():
    pid = os.fork()
    if pid == 0:
        t = threading.Thread(target=int)
        t.start()
        t.join()
        me = threading.current_thread()
        print([me is threading.main_thread(), me.name == 'MainThread',
               threading.active_count()], flush=True)
        os._exit(0)
    os.waitpid(pid, 0)
fork()
t = threading.Thread(target=fork)
t.start()
t.join()
print(threading.active_count() == 2)
E2
tap_end
