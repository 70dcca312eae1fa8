# What a profile function is told: calls and returns of Python and C functions.
import sys


def name(arg):
    if arg is None or isinstance(arg, (int, str)):
        return arg
    return getattr(arg, '__qualname__', type(arg).__name__)


def run(f, *args):
    events = []

    def profiler(frame, event, arg):
        events.append((event, frame.f_code.co_name, name(arg)))

    sys.setprofile(profiler)
    try:
        f(*args)
    except Exception as e:
        pass
    sys.setprofile(None)
    print(f.__name__)
    for e in events:
        print('   ', *e)


def plain(x):
    return x


def calls():
    plain(1)
    len('abc')
    isinstance(1, int)
    [].append(2)
    'a'.upper()
    str.upper('a')
    max(1, 2)
    max([1], key=plain)
    max(*[1, 2])
    max(*([1],), **{'key': plain})
    str.join(*(',', ['a']))
    sorted([2, 1], reverse=True)
    print(end='')
    next(iter([1]))
    type(1)
    str(5)
    int('5')
    dict(a=1)
    list(map(len, ['a']))
    getattr(1, 'real')
    [].sort()


def numbers(n):
    for i in range(n):
        yield i


def generators():
    sum(numbers(2))
    g = numbers(2)
    next(g)
    next(g, None)
    try:
        next(g)
    except StopIteration:
        pass
    for x in numbers(1):
        pass
    list(x for x in numbers(2))


def raises():
    try:
        int('x')
    except ValueError:
        pass
    try:
        [].pop()
    except IndexError:
        pass
    try:
        str.upper()
    except TypeError:
        pass
    try:
        plain()
    except TypeError:
        pass
    1 / 0


class A:
    def __init__(self):
        pass

    def m(self):
        return len([])

    @property
    def p(self):
        return 1

    @classmethod
    def c(cls):
        return 2

    def __len__(self):
        return 3


def objects():
    a = A()
    a.m()
    a.p
    A.c()
    len(a)
    super(A, a).__repr__()
    object.__repr__(a)
    m = a.m
    m()
    f = [].append
    f(1)


for f in calls, generators, raises, objects:
    run(f)


def bad(at):
    def profiler(frame, event, arg):
        if event == at:
            raise ValueError(at)
    return profiler


def with_len():
    return len('')


for event in 'call', 'c_call', 'c_return', 'return':
    sys.setprofile(bad(event))
    try:
        print(event, with_len())
    except ValueError as e:
        print(event, e)
    print(sys.getprofile())

both = []
def both_tracer(frame, event, arg):
    both.append(('trace', event))
    return both_tracer


def both_profiler(frame, event, arg):
    both.append(('profile', event))


def on():
    sys.setprofile(both_profiler)
    sys.settrace(both_tracer)
    with_len()
    sys.settrace(None)
    sys.setprofile(None)


on()
print(*both, sep='\n')
# Alone: what else its thread runs would be traced, too
