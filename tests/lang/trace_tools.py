# bdb, pdb, trace and profile at work on a small program.
import bdb
import contextlib
import io
import pdb
import profile
import pstats
import sys
import trace


def helper(x):
    y = x * 2
    return y


def program(n):
    total = 0
    for i in range(n):
        total += helper(i)
    return total


class Steps(bdb.Bdb):
    def user_call(self, frame, args):
        self.show('call', frame)
        self.set_step()

    def user_line(self, frame):
        self.show('line', frame)
        self.set_step()

    def user_return(self, frame, value):
        self.show('return', frame, value)
        self.set_step()

    def show(self, what, frame, *more):
        if frame.f_code.co_filename == __file__:
            print(what, frame.f_code.co_name,
                  frame.f_lineno - frame.f_code.co_firstlineno, *more)


b = Steps()
print(b.runcall(program, 2))


class Breaks(bdb.Bdb):
    def user_line(self, frame):
        if self.break_here(frame):
            print('stopped', frame.f_code.co_name, frame.f_locals)
        self.set_continue()


b = Breaks()
b.set_break(__file__, helper.__code__.co_firstlineno + 2)
print(b.runcall(program, 3))

script = '''step
step
next
p total
!total = 1000
next
p i, total
break helper
continue
where
args
up
p total
clear 1
return
p y
continue
'''
out = io.StringIO()
p = pdb.Pdb(stdin=io.StringIO(script), stdout=out, nosigint=True, readrc=False)
p.use_rawinput = False
p.prompt = '> '
print(p.runcall(program, 3))
print(out.getvalue().replace(__file__, 'FILE'))

t = trace.Trace(count=1, trace=0, ignoredirs=[sys.prefix, sys.exec_prefix])
t.runfunc(program, 2)
first = program.__code__.co_firstlineno
print(sorted((line - first, n) for (file, line), n in t.results().counts.items()
             if file == __file__))

pr = profile.Profile()
pr.runcall(program, 4)
stats = pstats.Stats(pr, stream=io.StringIO())
print(sorted((f[2], n[0], n[1]) for f, n in stats.stats.items() if f[0] != 'profile'))
# Alone: breakpoints are the process's
