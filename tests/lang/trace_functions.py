# What trace functions answer and do to themselves: f_trace, f_trace_lines,
# f_trace_opcodes, raising, writing f_locals, sys.call_tracing.
import sys


def target(a):
    b = a + 1
    c = b * 2
    return c


def events_of(tracer, f=target, *args):
    sys.settrace(tracer)
    try:
        return f(*(args or (1,)))
    except BaseException as e:
        return type(e).__name__, str(e)
    finally:
        sys.settrace(None)


def line(frame):
    return frame.f_lineno - frame.f_code.co_firstlineno


def nothing(frame, event, arg):
    print('  nothing', frame.f_code.co_name, event)


print(events_of(nothing))


def local(frame, event, arg):
    print('  local', line(frame), event, arg)
    return None


def hands_over(frame, event, arg):
    print('  global', event, frame.f_trace)
    return local


print(events_of(hands_over))


def chain(n):
    def f(frame, event, arg):
        print('  chain', n, line(frame), event)
        return chain(n + 1)
    return f


print(events_of(chain(0)))


def raiser(at):
    def f(frame, event, arg):
        if event == at:
            raise ValueError(at)
        return f
    return f


for event in 'call', 'line', 'return', 'exception':
    print(event, events_of(raiser(event)), sys.gettrace())


def fails(x):
    try:
        return 1 / x
    except ZeroDivisionError:
        return 'caught'


for event in 'call', 'line', 'return', 'exception':
    print(event, events_of(raiser(event), fails, 0), sys.gettrace())


def no_lines(frame, event, arg):
    frame.f_trace_lines = False
    print('  no lines', event, frame.f_trace_lines, frame.f_trace_opcodes)
    return no_lines


print(events_of(no_lines))

seen = []


def opcodes(frame, event, arg):
    frame.f_trace_opcodes = True
    seen.append((event, line(frame)))
    return opcodes


print(events_of(opcodes))
print(sorted(set(seen)), seen.count(('opcode', 1)) > 0)


def writes(frame, event, arg):
    if event == 'line' and line(frame) == 2:
        frame.f_locals['b'] = 100
        frame.f_locals['unknown'] = 1
    return writes


print(events_of(writes))


def closure(a):
    b = a

    def inner():
        return b
    c = inner()
    return b, c


def writes_cell(frame, event, arg):
    if event == 'line' and frame.f_code.co_name == 'closure' and line(frame) == 5:
        frame.f_locals['b'] = 'changed'
    return writes_cell


print(events_of(writes_cell, closure))


def same_dict(frame, event, arg):
    d = frame.f_locals
    print('  ', d is frame.f_locals, sorted(d))
    return same_dict


print(events_of(same_dict))

f = sys._getframe()
for name, value in ('f_trace_lines', 1), ('f_trace_opcodes', None), ('f_trace', 5):
    try:
        setattr(f, name, value)
        print(name, getattr(f, name))
    except TypeError as e:
        print(name, e)
try:
    del f.f_trace_lines
except TypeError as e:
    print(e)
f.f_trace = None
print(f.f_trace)
del f.f_trace
print(f.f_trace)


def nested(frame, event, arg):
    print('  nested', frame.f_code.co_name, event)
    if frame.f_code.co_name == 'target' and event == 'line' and line(frame) == 1:
        print('  ', target(10))
        print('  ', sys.call_tracing(fails, (0,)))
        print('  ', sys.call_tracing(retraces, ()))
    return nested


def retraces():
    sys.settrace(local_too)
    result = target(20)
    sys.settrace(nested)
    return result


def local_too(frame, event, arg):
    print('  inner', frame.f_code.co_name, event)
    return local_too


print(events_of(nested))


def turns_off(frame, event, arg):
    print('  off', event)
    if event == 'line':
        sys.settrace(None)
    return turns_off


print(events_of(turns_off), sys.gettrace())


def replaces(frame, event, arg):
    print('  replaces', event)
    sys.settrace(nothing)
    return replaces


print(events_of(replaces), sys.gettrace())
print(sys.gettrace(), sys.getprofile())
# Alone: what else its thread runs would be traced, too
