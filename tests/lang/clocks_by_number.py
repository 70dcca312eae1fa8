# time: clocks by the system's numbers.
import _thread
import time

def error(f, *args):
    try:
        return f(*args)
    except (OSError, TypeError, OverflowError, ValueError) as e:
        return f'{type(e).__name__}: {e}'

for clock in (time.CLOCK_REALTIME, time.CLOCK_MONOTONIC,
              time.CLOCK_PROCESS_CPUTIME_ID, time.CLOCK_THREAD_CPUTIME_ID):
    print(type(time.clock_gettime(clock)), type(time.clock_gettime_ns(clock)),
          0 < time.clock_getres(clock) < 1,
          time.clock_gettime_ns(clock) <= time.clock_gettime_ns(clock))
print(abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 60)
for f in (time.clock_getres, time.clock_gettime, time.clock_gettime_ns):
    print(error(f, 99999), error(f, 'x'), error(f, 2**40), error(f, 1.5))
# The monotonic clock cannot be set.
for args in ((1, 1), (1, 1.5), (1, float('nan')), (1, 'x'), (99999, 0),
             (1, 2**63), ('x', 1)):
    print(error(time.clock_settime, *args), error(time.clock_settime_ns, *args))
clock = time.pthread_getcpuclockid(_thread.get_ident())
print(time.clock_gettime(clock) >= 0, error(time.pthread_getcpuclockid, 'x'))
