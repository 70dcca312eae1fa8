# resource: what a process uses, and what it may.
import resource
import posix

def error(f, *args):
    try:
        return f(*args)
    except (OSError, ValueError, TypeError, OverflowError) as e:
        return f'{type(e).__name__}: {e}'

R = resource.RLIMIT_CORE
soft, hard = resource.getrlimit(R)
print(resource.setrlimit(R, (0, hard)), resource.getrlimit(R) == (0, hard),
      resource.prlimit(0, R) == (0, hard), resource.prlimit(
          posix.getpid(), R, [0, hard]) == (0, hard))
for bad in ((99,), (-1,), ('x',), ()):
    print(error(resource.getrlimit, *bad))
for bad in ((99, (1, 1)), (R, 1), (R, (1,)), (R, (1, 2, 3)), (R, ('x', 1)),
            (R, (5, 4)), (R, (10**30, 1)), (R, (1.5, 3)), (R, None)):
    print(error(resource.setrlimit, *bad))
    print(error(resource.prlimit, 0, *bad))
print(error(resource.prlimit, 999999999, R))
u = resource.getrusage(resource.RUSAGE_SELF)
print(type(u), len(u), u.ru_utime >= 0, u.ru_maxrss > 0, u[2] == u.ru_maxrss,
      {type(x) for x in u[2:]})
print(len(resource.getrusage(resource.RUSAGE_CHILDREN)),
      len(resource.getrusage(resource.RUSAGE_THREAD)),
      error(resource.getrusage, 99), error(resource.getrusage, 'x'))
print(resource.getpagesize() > 0, resource.error, resource.RLIM_INFINITY)
