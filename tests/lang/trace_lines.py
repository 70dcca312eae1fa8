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


def deco1(f): return f
def fab():
    return deco1
def decorated():
    @deco1
    @fab()
    def func():
        pass
    func()
    @deco1
    class A:
        x = 1
        @staticmethod
        def m(): pass
        @deco1
        def n(): pass
run(decorated)
def ret():
    for i in (1,2):
        try:
            if i == 2:
                return (
                    3)
        finally:
            i = 5
def ret2():
    with CM2() as f, CM2() as g:
        return [
            1,
            f,
        ] and 7
def ret3():
    while True:
        try:
            try:
                break
            except E:
                pass
            else:
                x = 1
        except F as e:
            continue
        finally:
            pass
def ret4():
    while 1: pass; break
    for i in []:
        pass
    else:
        x = 1
    for i in range(2):
        if i: continue
        x = 2
    else:
        y = 3
    return (x and
            y or
            (z := 3))
def ret5(a=1):
    if a: return 1
    else: return 2
def ret6(x):
    try:
        if x:
            raise ValueError
        elif x is None:
            return
        y = 0
    except (ValueError,
            TypeError) as e:
        del y
    except OSError:
        pass
    else:
        q = 1
    z = [
        i
        for i in range(2)
        if i
    ]
    d = {
        'a': 1,
        'b': x,
    }
    f(
        1,
        2)
def f(*a): pass
def ret7():
    global x
    x = 0
    async def q(): pass
    lambda: 3
    import os, \
        sys
    from os import path
    assert (x or
            1), "abc"
    del x
    nonl = 1
    def inner():
        nonlocal nonl
        nonl += 1
    inner()
    try:
        raise KeyError
    except* KeyError:
        pass
    s = f"{nonl}" \
        f"{nonl + 1}"
    "doc"
    1
    ...
    w: int = 3
    match s:
        case "a" | "b":
            pass
        case [a, b] if a:
            pass
        case str() as y:
            return y
def ret8():
    """doc"""
def ret9():
    x = 1
    pass
    if x:
        pass
    if not x: pass
    while x:
        x -= 1
    else:
        pass
    try: pass
    finally: pass
    try:
        pass
    except: pass
    with CM(): pass
    a = b = c = 3
    a, b = 1, 2
    return a if b else (
        c)
class CM2:
    def __enter__(self): return 1
    def __exit__(self, *a):
        return None
class CM:
    def __enter__(self): return 1
    def __exit__(self, *a):
        return True
def ret10():
    with CM():
        1/0
    with CM() as x:
        return 1
def ret11(x=0):
    if x == 1: pass
    elif x == 2:
        pass
    elif x == 3 and \
        x:
        pass
def ret12():
    for i in range(3):
        for j in range(2):
            if i == j:
                break
            else:
                continue
        else:
            continue
    i = 0
    while i < 3:
        i += 1
        if i == 2: break
for fn in (ret, ret2, ret3, ret4, ret5, ret7, ret8, ret9, ret10, ret11, ret12): run(fn)
for a in (1, 0, None): run(ret6, a)
# Alone: what else its thread runs would be traced, too
