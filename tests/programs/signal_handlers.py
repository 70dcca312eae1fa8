# _signal: handlers in loops, sleeps and waits; timers; masks; what is refused.
import _signal as s
import time


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


came = []


def handler(number, frame):
    came.append(number)


print(s.getsignal(s.SIGUSR1), s.getsignal(s.SIGPIPE), s.getsignal(s.SIGINT) is s.default_int_handler)
print(s.signal(s.SIGUSR1, handler), s.getsignal(s.SIGUSR1) is handler)
s.raise_signal(s.SIGUSR1)
print(came)


def with_frame(number, frame):
    print(number, frame.f_code.co_name, sorted(frame.f_locals))


def interrupted(x):
    y = x
    s.raise_signal(s.SIGUSR2)
    return y


s.signal(s.SIGUSR2, with_frame)
print(interrupted(5))
print(s.signal(s.SIGUSR2, s.SIG_IGN) is with_frame, s.signal(s.SIGUSR2, s.SIG_DFL),
      s.getsignal(s.SIGUSR2))
for f in (lambda: s.signal(2, 3), lambda: s.signal(0, s.SIG_DFL),
          lambda: s.signal(65, s.SIG_DFL), lambda: s.signal(9, s.SIG_IGN),
          lambda: s.getsignal(0), lambda: s.getsignal(32), lambda: s.strsignal(2),
          lambda: s.strsignal(33), lambda: s.strsignal(0), lambda: s.setitimer(5, 0),
          lambda: s.setitimer(0, -1), lambda: s.getitimer(9), lambda: s.set_wakeup_fd(-1),
          lambda: s.set_wakeup_fd(1000), lambda: s.siginterrupt(99, 1),
          lambda: s.pthread_sigmask(99, []), lambda: s.pthread_sigmask(0, [1, 99]),
          lambda: s.pthread_sigmask(0, 1), lambda: s.pthread_sigmask(0, ['a']),
          lambda: s.raise_signal(99), lambda: s.sigtimedwait([], 0),
          lambda: s.sigtimedwait([2], -1), lambda: s.sigwait([0]),
          lambda: s.pidfd_send_signal(0, 2, 1, 0), lambda: s.default_int_handler(),
          lambda: s.struct_siginfo((1, 2, 3, 4, 5, 6, 7)), lambda: s.ItimerError.__mro__[:2],
          lambda: s.valid_signals() >= {1, 2, 31}, lambda: s.sigpending()):
    show(f)
try:
    s.raise_signal(s.SIGINT)
except KeyboardInterrupt as e:
    print('interrupted', e.args)
try:
    s.default_int_handler(2, None)
except KeyboardInterrupt as e:
    print('interrupted', e.args)


class Stop(Exception):
    pass


def stops(number, frame):
    raise Stop(number)


def ends(work):
    """Work that never ends but for a handler that raises."""
    s.signal(s.SIGALRM, stops)
    s.setitimer(s.ITIMER_REAL, 0.02)
    try:
        work()
    except Stop as e:
        print(work.__name__, 'was stopped by', e)
    print(s.getitimer(s.ITIMER_REAL))


def loop():
    n = 0
    while True:
        n += 1


def calls():
    def f(x):
        return x

    while True:
        f(1)


def generators():
    def forever():
        while True:
            yield 1

    for _ in forever():
        pass


def sums():
    while True:
        sum(range(10000))


def big_ints():
    while True:
        3 ** 5000 * 7 ** 5000


def sleeps():
    time.sleep(1000)


def pauses():
    while True:
        s.pause()


def waits():
    s.sigtimedwait([s.SIGUSR2], 1000)


for work in (loop, calls, generators, sums, big_ints, sleeps, pauses, waits):
    ends(work)


def ticks():
    """A handler that does not raise: sleeping goes on."""
    count = []
    s.signal(s.SIGALRM, lambda *args: count.append(1))
    s.setitimer(s.ITIMER_REAL, 0.01, 0.01)
    begin = time.monotonic()
    time.sleep(0.15)
    slept = time.monotonic() - begin
    while len(count) < 3:
        s.pause()
    value, interval = s.setitimer(s.ITIMER_REAL, 0)
    print(slept >= 0.15, len(count) >= 3, 0 <= value <= 0.01, interval)
    print(s.alarm(1000), s.alarm(0))


ticks()


def masks():
    came.clear()
    print(s.pthread_sigmask(s.SIG_BLOCK, [s.SIGUSR1, s.SIGUSR2]))
    s.raise_signal(s.SIGUSR1)
    print(came, s.sigpending())
    print(s.pthread_sigmask(s.SIG_SETMASK, [s.SIGUSR2]), came, s.sigpending())
    s.raise_signal(s.SIGUSR2)
    print(s.sigwait({s.SIGUSR2}))
    s.raise_signal(s.SIGUSR2)
    info = s.sigwaitinfo([s.SIGUSR2])
    print(info.si_signo, info.si_code <= 0, len(info), type(info).__name__)
    print(s.sigtimedwait([s.SIGUSR2], 0.01))
    s.raise_signal(s.SIGUSR2)
    print(s.sigtimedwait([s.SIGUSR2], 10)[0])
    print(s.pthread_sigmask(s.SIG_UNBLOCK, [s.SIGUSR2]), s.pthread_sigmask(s.SIG_BLOCK, []))


masks()


def two_at_once():
    """Where one handler raises, the other is called all the same."""
    came.clear()
    s.signal(s.SIGUSR1, stops)
    s.signal(s.SIGUSR2, handler)
    s.pthread_sigmask(s.SIG_BLOCK, [s.SIGUSR1, s.SIGUSR2])
    s.raise_signal(s.SIGUSR1)
    s.raise_signal(s.SIGUSR2)
    try:
        s.pthread_sigmask(s.SIG_UNBLOCK, [s.SIGUSR1, s.SIGUSR2])
        for i in range(10):
            pass
    except Stop as e:
        print('stopped', e)
    for i in range(10):
        pass
    print(came)


two_at_once()
