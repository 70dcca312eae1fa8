# _lsprof counts calls and times them by any clock; cProfile stands on it.
import _lsprof
import cProfile
import io
import pstats
import sys


def name(code):
    if isinstance(code, str):
        return code.split(' at 0x')[0]
    return code.co_name


def report(p):
    for e in sorted(p.getstats(), key=lambda e: name(e.code)):
        calls = e.calls and sorted((name(s.code), s.callcount, s.reccallcount,
                                    s.totaltime, s.inlinetime) for s in e.calls)
        print(name(e.code), *e[1:5], calls)


ticks = 0


def tick():
    global ticks
    ticks += 1
    return ticks


def fact(n):
    return n * fact(n - 1) if n else 1


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def numbers(n):
    for i in range(n):
        yield i


class A(list):
    def __init__(self):
        super().__init__()
        self.append(1)

    def __len__(self):
        return 3


def work():
    fact(3)
    even(3)
    sum(numbers(2))
    len(A())
    sorted([2, 1], key=lambda x: -x)
    try:
        int('x')
        [].pop()
    except ValueError:
        pass
    try:
        [].pop()
    except IndexError:
        pass
    dict.fromkeys([1])
    str.upper('a')
    max(*[1, 2])
    'a'.join(['b'])
    f = [].append
    f(1)


for arguments in {}, {'subcalls': False}, {'builtins': False}:
    print(arguments)
    p = _lsprof.Profiler(tick, 1.0, **arguments)
    p.enable()
    work()
    p.disable()
    report(p)
print(sys.getprofile())

p = _lsprof.Profiler(tick, 0.25)
p.enable(subcalls=False, builtins=False)
print(sys.getprofile() is p)
fact(2)
p.disable()
report(p)
p.clear()
print(p.getstats())
p.enable(True, True)
fact(1)
p.disable()
p.disable()
report(p)

p = _lsprof.Profiler(tick)
p.enable()
fact(1)
p.disable()
report(p)


def bad():
    return 'x'


p = _lsprof.Profiler(bad, 1.0)
messages = []
sys.unraisablehook = lambda u: messages.append((u.exc_type.__name__, u.object is bad))
p.enable()
fact(0)
p.disable()
print(len(messages), messages[:1])

print(_lsprof.profiler_entry.__name__, _lsprof.profiler_entry.n_fields,
      _lsprof.profiler_subentry.n_fields, _lsprof.Profiler.__module__)
for arguments in {'x': 1}, {'timeunit': 'a'}, {'subcalls': 'x'}:
    try:
        _lsprof.Profiler(**arguments)
    except TypeError as e:
        print(e)
for args, kwargs in ((1, 2, 3), {}), ((), {'foo': 3}):
    try:
        p.enable(*args, **kwargs)
    except TypeError as e:
        print(e)

pr = cProfile.Profile()
print(pr.runcall(fact, 5))
stats = pstats.Stats(pr, stream=io.StringIO())
print(sorted((f[2], n[0], n[1]) for f, n in stats.stats.items()))
with cProfile.Profile() as pr:
    work()
stats = pstats.Stats(pr, stream=io.StringIO())
print(sorted((f[2], n[0], n[1]) for f, n in stats.stats.items()
             if 'profile' not in f[2].lower()))


def hot(n):
    total = 0
    for i in range(n):
        total += len('abc') + fact(1)
    return total


hot(200)
p = _lsprof.Profiler(tick, 1.0)


def switch(n):
    total = 0
    for i in range(n):
        if i == 150:
            p.enable()
        if i == 155:
            p.disable()
        total += len('abc') + fact(1)
    return total


print(switch(100), switch(300))
report(p)
# Alone: what else its thread runs would be traced, too
