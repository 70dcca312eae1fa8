# What a trace function is told of each kind of statement: lines, calls, returns,
# exceptions, in the order of CPython.
import sys


def show(arg):
    if isinstance(arg, tuple) and len(arg) == 3 and isinstance(arg[0], type):
        return arg[0].__name__, str(arg[1])
    return arg if isinstance(arg, (int, str, type(None))) else type(arg).__name__


def run(f, *args):
    events = []
    base = f.__code__.co_firstlineno

    def tracer(frame, event, arg):
        if frame.f_code.co_filename != __file__:
            return None
        events.append((frame.f_code.co_name, frame.f_lineno - base, event, show(arg)))
        return tracer

    sys.settrace(tracer)
    try:
        f(*args)
    except Exception as e:
        pass
    sys.settrace(None)
    print(f.__name__)
    for e in events:
        print('   ', *e)


def simple():
    x = 1
    y = (x +
         2)
    for i in range(2):
        x += i
    while x < 5:
        x += 1
    return x
run(simple)
def one(): return 1
run(one)
def caller():
    one()
    a = [one() for i in range(2)]
    return len(a)
run(caller)
def gen():
    try:
        yield 1
        yield 2
    finally:
        pass
def usegen():
    for x in gen():
        pass
    g = gen()
    next(g)
    try:
        g.throw(ValueError('x'))
    except ValueError:
        pass
    g = gen()
    next(g)
    g.close()
run(usegen)
def exc():
    try:
        raise KeyError('a')
    except KeyError as e:
        x = 1
    finally:
        y = 2
    try:
        exc2()
    except ZeroDivisionError:
        pass
    exc2()
def exc2():
    1/0
run(exc)
class It:
    def __iter__(self): return self
    def __next__(self):
        raise StopIteration
def useit():
    for x in It():
        pass
    with CM() as c:
        z = 1
    @deco
    def inner():
        return 4
    inner()
    class A:
        x = 1
        def f(self):
            pass
        @property
        def p(self):
            return 3
        def __init__(self): self.q = 1
    A().f()
    A().p
    sorted([2,1], key=lambda v: v)
    if A: pass
    elif x:
        pass
    assert x if 0 else 1
class CM:
    def __enter__(self): return 1
    def __exit__(self, *a):
        return None
def deco(f):
    return f
run(useit)
def yf():
    x = yield from gen()
    return 7
def useyf():
    for a in yf(): pass
    g = yf()
    g.send(None)
    try: g.throw(ValueError('q'))
    except ValueError: pass
run(useyf)
async def co():
    await co2()
    return 1
async def co2():
    return 2
def useco():
    c = co()
    try:
        c.send(None)
    except StopIteration as e:
        print(e.value)
run(useco)
def nested():
    def bad():
        raise ValueError
    try:
        bad()
    except:
        pass
    while True:
        break
    match x:
        case 1:
            pass
        case _:
            z = 3
x = 2
run(nested)
# Alone: what else its thread runs would be traced, too
