# _posixsubprocess: programs in new processes, and what goes wrong with them.
import posix
from _posixsubprocess import fork_exec

def error(f, *args):
    try:
        return f(*args)
    except (OSError, ValueError, TypeError, OverflowError) as e:
        return f'{type(e).__name__}: {e}'

def run(argv, paths=(b'/bin/sh',), close_fds=True, keep=(), cwd=None, env=None,
        stdin=None, restore_signals=True, session=False, group=-1, gid=None,
        groups=None, uid=None, umask=-1, preexec=None, vfork=True, merge=False):
    """What a program writes, the report of what went wrong, its exit code."""
    out_r, out_w = posix.pipe()
    report_r, report_w = posix.pipe()
    in_r = in_w = -1
    if stdin is not None:
        in_r, in_w = posix.pipe()
        posix.write(in_w, stdin)
    pid = fork_exec(
        argv, paths, close_fds, tuple(sorted({*keep, report_w})), cwd, env,
        in_r, in_w, out_r, out_w, -1, out_w if merge else -1, report_r,
        report_w, restore_signals, session, group, gid, groups, uid, umask,
        preexec, vfork)
    posix.close(out_w)
    posix.close(report_w)
    if stdin is not None:
        posix.close(in_r)
        posix.close(in_w)
    texts = []
    for fd in out_r, report_r:
        text = b''
        while piece := posix.read(fd, 1000):
            text += piece
        posix.close(fd)
        texts.append(text)
    return *texts, posix.waitstatus_to_exitcode(posix.waitpid(pid, 0)[1])

sh = ['sh', '-c']
for vfork in True, False:
    print(run([*sh, 'echo hello $0; exit 3', '\u00e4'], vfork=vfork))
    print(run([*sh, 'cat'], stdin=b'input', vfork=vfork))
    print(run([*sh, 'pwd; echo $A'], cwd='/usr', env=[b'A=1'], vfork=vfork))
    print(run([*sh, 'echo to 2 >&2'], merge=True, vfork=vfork))
    print(run(['none'], [b'/none', b'/none/none'], vfork=vfork))
    print(run(['none'], [b'/none', b'/etc/passwd', b'/usr'], vfork=vfork))
    print(run([*sh, 'echo found'], [b'/none', b'/bin/sh'], vfork=vfork))
    print(run(sh, cwd='/none', vfork=vfork))
    print(run([*sh, 'umask'], umask=0o27, vfork=vfork))
    print(run([*sh, 'kill -9 $$'], vfork=vfork))
    r, w = posix.pipe()
    print(run([*sh, f'[ -e /dev/fd/{w} ] && echo there'], keep=(w,),
              vfork=vfork),
          run([*sh, f'[ -e /dev/fd/{w} ] || echo gone'], vfork=vfork))
    posix.set_inheritable(w, True)
    print(run([*sh, f'[ -e /dev/fd/{w} ] && echo there'], close_fds=False,
              vfork=vfork),
          run([*sh, f'[ -e /dev/fd/{w} ] || echo gone'], vfork=vfork))
    print(run([*sh, 'echo ok'], session=True, vfork=vfork),
          run([*sh, 'echo ok'], group=0, vfork=vfork))
log = []
posix.register_at_fork(before=lambda: log.append('before'),
                       after_in_child=lambda: log.append('child'),
                       after_in_parent=lambda: log.append('parent'))
print(run([*sh, 'echo program'],
          preexec=lambda: posix.write(1, repr(log).encode() + b'\n')), log)
print(run(sh, preexec=lambda: 1 / 0))
print(run([*sh, 'echo $B'], preexec=lambda: posix.putenv('B', '2')))

good = [['a'], [b'/none'], True, (), None, None, -1, -1, -1, -1, -1, -1, 50, 51,
        True, False, -1, None, None, None, -1, None, True]
for i, bad in ((0, 1), (0, [1]), (1, 1), (1, ['a\0']), (3, [1]), (3, (2, 1)),
               (3, (-1,)), (3, ('x',)), (4, 1), (5, 1), (5, [1]), (6, 'x'),
               (13, 2), (13, 2**40), (16, 'x'), (17, 'x'), (18, 1),
               (18, ['x']), (19, -2), (20, 'x')):
    args = good[:]
    args[i] = bad
    print(i, error(fork_exec, *args))
print(error(fork_exec), error(fork_exec, *good, 1))
# Alone: starts processes
