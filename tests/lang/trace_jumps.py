# Assigning to f_lineno in a trace function: where that leads, and where it may not.
import sys


def jump(f, start, to, event='line', *args):
    """Runs f, which goes on at line `to` when it comes to line `start`."""
    output = []
    first = f.__code__.co_firstlineno
    done = False

    def tracer(frame, what, arg):
        nonlocal done
        if frame.f_code is not f.__code__:
            return None
        if not done and what == event and frame.f_lineno - first == start:
            done = True
            frame.f_lineno = first + to
        return tracer

    sys.settrace(tracer)
    try:
        result = f(output, *args)
    except BaseException as e:
        result = type(e).__name__, str(e).replace(str(first), 'first')
    sys.settrace(None)
    print(f.__name__, start, to, event, output, result)


def plain(out):
    out.append(1)
    out.append(2)
    out.append(3)
    return 4


for start, to in (2, 3), (3, 1), (2, 2), (1, 4), (2, 50), (2, -1), (2, 0):
    jump(plain, start, to)
for event in 'call', 'return', 'exception', 'opcode':
    jump(plain, 0 if event == 'call' else 4, 1, event)


def loops(out):
    for i in range(2):
        out.append(i)
        for j in 'ab':
            out.append(j)
        out.append('inner')
    out.append('outer')
    while out:
        if len(out) > 7:
            break
        out.append('while')
    return len(out)


for start, to in (4, 5), (4, 6), (2, 4), (6, 4), (6, 2), (7, 9), (4, 2), (1, 7):
    jump(loops, start, to)


def handlers(out):
    try:
        out.append('try')
        1 / 0
    except ZeroDivisionError as e:
        out.append('except')
        out.append(sys.exc_info()[0])
    finally:
        out.append('finally')
    out.append(sys.exc_info()[0])
    return 'end'


for start, to in (3, 8), (5, 9), (3, 5), (6, 2), (8, 9), (8, 2), (2, 9), (9, 2):
    jump(handlers, start, to)


class CM:
    def __enter__(self):
        return 'entered'

    def __exit__(self, *args):
        return True


def withs(out):
    with CM() as c:
        out.append(c)
        with CM():
            out.append(2)
    out.append(3)
    return 'end'


for start, to in (2, 5), (4, 5), (4, 2), (5, 2), (5, 4), (3, 5), (2, 4):
    jump(withs, start, to)


def nested_handlers(out):
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise IndexError(2)
        except IndexError:
            out.append(repr(sys.exc_info()[1]))
        out.append(repr(sys.exc_info()[1]))
    out.append(repr(sys.exc_info()[1]))


for start, to in (7, 8), (7, 9), (8, 9):
    jump(nested_handlers, start, to)


def generator(out):
    def g():
        out.append('first')
        yield 1
        out.append('second')
        yield 2
        out.append('third')

    first = g.__code__.co_firstlineno
    jumped = False

    def tracer(frame, what, arg):
        nonlocal jumped
        if what == 'line' and frame.f_lineno - first == 3 and not jumped:
            jumped = True
            frame.f_lineno = first + 1
        return tracer

    it = g()
    sys.settrace(tracer)
    for x in it:
        out.append(x)
    sys.settrace(None)


out = []
generator(out)
print(out)

frame = sys._getframe()
for value in 'x', 1.0, 3, None, 2 ** 70:
    try:
        frame.f_lineno = value
    except ValueError as e:
        print(e)
try:
    del frame.f_lineno
except AttributeError as e:
    print(e)


def bad_values(value):
    def tracer(frame, what, arg):
        if what == 'line':
            frame.f_lineno = value
        return tracer
    sys.settrace(tracer)
    try:
        plain([])
    except Exception as e:
        print(type(e).__name__, e)
    sys.settrace(None)


for value in 'x', 1.0, None, True, 2 ** 31, 2 ** 70:
    bad_values(value)


def hot(out, n):
    total = 0
    for i in range(n):
        total += i
        if i == n - 2:
            out.append(i)
            total = -1
    return total


jump(hot, 3, 5, 'line', 100)
jump(hot, 5, 3, 'line', 300)
