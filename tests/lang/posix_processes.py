# posix: processes are made, waited for, signalled; other programs run.
import posix

def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (OSError, ValueError, TypeError, OverflowError,
            AttributeError) as e:
        return f'{type(e).__name__}: {e}'

def child(f):
    """The wait status of a process that runs f."""
    pid = posix.fork()
    if pid == 0:
        try:
            f()
        finally:
            posix._exit(99)
    got, status = posix.waitpid(pid, 0)
    assert got == pid
    return status

def reading(f):
    """What a process writes to its standard output, and its status."""
    r, w = posix.pipe()
    pid = f(w)
    posix.close(w)
    text = b''
    while piece := posix.read(r, 100):
        text += piece
    posix.close(r)
    return text, posix.waitpid(pid, 0)[1]

def forked(f):
    def start(w):
        pid = posix.fork()
        if pid == 0:
            try:
                posix.dup2(w, 1)
                f()
            except OSError as e:
                posix.write(1, f'{type(e).__name__} {e}'.encode())
            finally:
                posix._exit(99)
        return pid
    return reading(start)

status = child(lambda: posix._exit(3))
print(status, posix.WIFEXITED(status), posix.WEXITSTATUS(status),
      posix.WIFSIGNALED(status), posix.waitstatus_to_exitcode(status))
status = child(lambda: posix.kill(posix.getpid(), 9))
print(status, posix.WIFEXITED(status), posix.WTERMSIG(status),
      posix.WIFSIGNALED(status), posix.WCOREDUMP(status),
      posix.waitstatus_to_exitcode(status))
for status in (0, 256, 0x7f, 0x137f, 0xffff, -1):
    print(status, posix.WIFSTOPPED(status), posix.WSTOPSIG(status),
          posix.WIFCONTINUED(status),
          error(posix.waitstatus_to_exitcode, status))
print(error(posix.waitpid, -1, 0), error(posix.wait), error(posix.wait3, 0),
      error(posix.wait4, -1, 0), error(posix.waitid, posix.P_ALL, 0,
                                       posix.WEXITED))
pid = posix.fork()
if pid == 0:
    posix._exit(7)
w = posix.waitid(posix.P_PID, pid, posix.WEXITED | posix.WNOWAIT)
print(w.si_pid == pid, w.si_status, w.si_code == posix.CLD_EXITED, w.si_signo,
      w.si_uid == posix.getuid(), type(w).__name__)
got = posix.wait3(0)
print(got[0] == pid, got[1], type(got[2]), got[2].ru_utime >= 0)

# Functions around forks.
log = []
posix.register_at_fork(before=lambda: log.append('before 1'),
                       after_in_child=lambda: log.append('child 1'),
                       after_in_parent=lambda: log.append('parent 1'))
posix.register_at_fork(before=lambda: log.append('before 2'),
                       after_in_child=lambda: log.append('child 2'),
                       after_in_parent=lambda: log.append('parent 2'))
print(forked(lambda: posix.write(1, repr(log).encode())))
print(log)
for bad in ({}, {'before': 1}, {'after_in_child': None}):
    print(error(posix.register_at_fork, **bad))

# Other programs.
print(forked(lambda: posix.execv('/bin/sh', ['sh', '-c', 'echo $0 $1; exit 5',
                                             'name', '\u00e4'])))
print(forked(lambda: posix.execve('/bin/sh', ('sh', '-c', 'echo $A'),
                                  {'A': 'b', b'B': b'c'})))
print(forked(lambda: posix.execv('/none', ['none'])))
for args in (('/none', []), ('/none', ['']), ('/none', 'a'), ('/none', [1]),
             ('/none', ('a\0',)), (1, ['a']), ('/none', ['a'])):
    print(error(posix.execv, *args))
for args in (('/none', [], {}), ('/none', [''], {}), ('/none', 'a', {}),
             ('/none', ['a'], []), ('/none', ['a'], 1), ('/none', ['a'],
             {'a': 1}), ('/none', ['a'], {'a=b': 'c'}), ('/none', ['a'],
             {'': 'c'}), ('/none', ['a'], {}), (9999, ['a'], {})):
    print(error(posix.execve, *args))

def spawned(argv, env=posix.environ, **kwargs):
    return reading(lambda w: posix.posix_spawn(
        '/bin/sh', argv, env, file_actions=[
            (posix.POSIX_SPAWN_DUP2, w, 1)] + kwargs.pop('more', []),
        **kwargs))

print(spawned(['sh', '-c', 'echo $A; exit 2'], {'A': '1'}))
print(spawned(['sh', '-c', 'read x; echo $x'],
              more=[(posix.POSIX_SPAWN_OPEN, 0, '/dev/null', posix.O_RDONLY,
                     0)]))
print(spawned(['sh', '-c', 'echo x >&2'], more=[(posix.POSIX_SPAWN_DUP2, 1, 2),
                                               (posix.POSIX_SPAWN_CLOSE, 1)]))
print(spawned(['sh', '-c', 'echo ok'], setpgroup=0, resetids=True,
              setsigmask=[1, 2], setsigdef=(15,)))
print(spawned(['sh', '-c', 'echo ok'], setsid=True))
for kwargs in ({'file_actions': 1}, {'file_actions': [1]},
               {'file_actions': [()]}, {'file_actions': [(9,)]},
               {'file_actions': [(0,)]}, {'file_actions': [(1,)]},
               {'file_actions': [(2, 1)]}, {'file_actions': [('x',)]},
               {'setsigmask': 1}, {'setsigmask': [0]}, {'setsigdef': [65]},
               {'setsigdef': ['x']}, {'setpgroup': 'x'},
               {'scheduler': (1, 2)}, {}):
    print(error(posix.posix_spawn, '/none', ['a'], {}, **kwargs))
for args in (([], {}), ([''], {}), (['a'], 1), ('a', {}), (['a'], {'=': ''})):
    print(error(posix.posix_spawn, '/none', *args),
          error(posix.posix_spawnp, 'none', *args))
print(posix.waitstatus_to_exitcode(posix.system('exit 4')),
      error(posix.system, 'a\0'), error(posix.system, 1))

# The environment.
posix.putenv('ADDER_TEST', 'one')
print(forked(lambda: posix.execv('/bin/sh', ['sh', '-c', 'echo $ADDER_TEST'])))
posix.unsetenv(b'ADDER_TEST')
print(forked(lambda: posix.execv('/bin/sh', ['sh', '-c',
                                             'echo ${ADDER_TEST-none}'])))
print(error(posix.putenv, 'a=b', 'c'), error(posix.putenv, 'a\0', 'c'),
      error(posix.putenv, 1, 'c'), error(posix.unsetenv, 'a=b'),
      error(posix.unsetenv, 1))
print(posix.environ[b'TZ'], {type(k) for k in posix.environ},
      {type(k) for k in posix.environ.values()})

# Numbers, groups, priorities.
print(posix.getpid() > 0, posix.getppid() >= 0,
      posix.getpgrp() == posix.getpgid(0), posix.getsid(0) >= 0,
      error(posix.getpgid, -5), error(posix.kill, posix.getpid(), 999),
      error(posix.kill, 'x', 1), posix.kill(posix.getpid(), 0))
print(posix.getuid() == posix.getresuid()[0],
      posix.geteuid() == posix.getresuid()[1],
      posix.getgid() == posix.getresgid()[0],
      posix.getegid() == posix.getresgid()[1],
      {type(g) for g in posix.getgroups()} <= {int})
print(posix.getgrouplist('root', 0), error(posix.setgroups, 1),
      error(posix.setgroups, ['x']), error(posix.setgroups, [0] * 70000))
print(posix.nice(0) == posix.getpriority(posix.PRIO_PROCESS, 0),
      error(posix.getpriority, 99, 0))
p = posix.sched_param(3)
print(p, p.sched_priority, posix.sched_param(sched_priority='x'),
      error(posix.sched_param), error(posix.sched_setparam, 0, 3),
      posix.sched_get_priority_min(posix.SCHED_FIFO),
      posix.sched_get_priority_max(posix.SCHED_FIFO),
      posix.sched_getscheduler(0), posix.sched_getparam(0),
      posix.sched_yield())
cpus = posix.sched_getaffinity(0)
print(type(cpus), len(cpus) > 0, posix.sched_setaffinity(0, cpus),
      error(posix.sched_setaffinity, 0, 1),
      error(posix.sched_setaffinity, 0, [-1]),
      error(posix.sched_setaffinity, 0, ['x']),
      error(posix.sched_setaffinity, 0, []),
      error(posix.sched_setaffinity, 0, [2**40]), posix.cpu_count() > 0)
t = posix.times()
print(len(t), t.user >= 0, t.elapsed > 0, type(t))
# Alone: starts processes
