# Trace functions set and taken away where code is hot: loops, what they call, and
# generators, whether they are compiled or not.
import sys

events = []


def tracer(frame, event, arg):
    events.append((frame.f_code.co_name, event,
                   frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def report(title):
    sys.settrace(None)
    print(title, len(events))
    for e in events[:40]:
        print('   ', *e)
    events.clear()


def leaf(x):
    if x & 1:
        x += 1
    return x


def middle(x):
    y = leaf(x)
    return y + 1


def on_and_off(n, start, stop):
    total = 0
    for i in range(n):
        if i == start:
            sys.settrace(tracer)
        elif i == stop:
            sys.settrace(None)
        total += middle(i)
    return total


print(on_and_off(500, -1, -1))
print(on_and_off(500, 450, 452))
report('calls in a loop')
print(on_and_off(500, 0, 1))
report('from the first round on')


def own_frame(n, at):
    total = 0
    for i in range(n):
        total += i
        if i == at:
            sys._getframe().f_trace = tracer
            sys.settrace(tracer)
        total ^= 1
    return total


print(own_frame(300, -1))
print(own_frame(300, 298))
report('the frame itself')


def deep(n):
    if n == 0:
        f = sys._getframe()
        while f is not None:
            f.f_trace = tracer
            f = f.f_back
        sys.settrace(tracer)
        return 0
    x = deep(n - 1)
    return x + 1


def caller(n, m):
    s = 0
    for i in range(n):
        s += leaf(i)
        if i == n - 1:
            s += deep(m)
    return s


for _ in range(3):
    caller(200, 0)
    sys.settrace(None)
events.clear()
print(caller(200, 3))
report('callers')


def counter(n):
    i = 0
    while i < n:
        yield i
        i += 1


def consume(n, at):
    s = 0
    for v in counter(n):
        s += v
        if v == at:
            sys.settrace(tracer)
    return s


print(consume(400, -1))
print(consume(400, 398))
report('a generator')


def sum_of(n, at):
    return sum(leaf(v) if v != at else switch(v) for v in range(n))


def switch(v):
    sys.settrace(tracer)
    return v


print(sum_of(300, -1))
print(sum_of(300, 298))
report('under sum()')


class Point:
    def __init__(self, x):
        self.x = x

    @property
    def double(self):
        return self.x * 2

    def __add__(self, other):
        return Point(self.x + other.x)

    def __eq__(self, other):
        return self.x == other.x


def objects(n, at):
    p = Point(0)
    one = Point(1)
    for i in range(n):
        if i == at:
            sys.settrace(tracer)
        p = p + one
        if p == one:
            p.x += p.double
    return p.x


print(objects(300, -1))
print(objects(300, 299))
report('special methods')


def failing(n, at):
    caught = 0
    for i in range(n):
        try:
            if i == at:
                sys.settrace(tracer)
            {}[i]
        except KeyError:
            caught += 1
        finally:
            caught += 2
    return caught


print(failing(200, -1))
print(failing(200, 198))
report('exceptions')


def alternate(n):
    s = 0
    for i in range(n):
        sys.settrace(tracer if i % 3 == 0 else None)
        s += leaf(i)
    return s


print(alternate(90))
report('again and again')


def sorting(n, at):
    def key(x):
        if x == at:
            sys.settrace(tracer)
        return -x
    return sorted(range(n), key=key)[0]


print(sorting(100, -1), sorting(100, 98))
report('from C code')


def profiled(n, at):
    s = 0
    for i in range(n):
        if i == at:
            sys.setprofile(lambda frame, event, arg: events.append(
                (frame.f_code.co_name, event, getattr(arg, '__name__', arg))))
        s += leaf(i) + len('abc')
    sys.setprofile(None)
    return s


print(profiled(200, -1))
events.clear()
print(profiled(200, 198))
report('profile function')
# Alone: what else its thread runs would be traced, too
