# Code that could do harm is refused, whoever put it together: by replace() and
# by marshal.
import marshal
import sys


def add(a, b=1):
    return a + b


def generator():
    yield 1


def closure(x):
    return lambda: x


code = add.__code__
# CPython takes them, and crashes.
ours = sys.implementation.name == 'adder'
for changes in ({'co_code': b''}, {'co_code': code.co_code[:-4]},
                {'co_stacksize': 0}, {'co_argcount': 0}) if ours else ():
    try:
        code.replace(**changes)
        print(list(changes), 'is taken')
    except ValueError:
        pass
for changes in ({'co_code': code.co_code[:-1]}, {'co_consts': []}):
    try:
        code.replace(**changes)
        print(list(changes), 'is taken')
    except (ValueError, TypeError) as e:
        print(list(changes), type(e).__name__)
for f in add, generator, closure:
    same = f.__code__.replace(co_name='other')
    print(same.co_name, same.co_code == f.__code__.co_code,
          list(same.co_positions()) == list(f.__code__.co_positions()))

# Each bit of the record is turned: an exception, or code that can be looked at.
data = bytearray(marshal.dumps(closure.__code__))
taken = 0
for i in range(len(data) if ours else 1):
    for bit in range(8):
        data[i] ^= 1 << bit
        try:
            value = marshal.loads(bytes(data))
            repr(value)
            taken += 1
        except (ValueError, EOFError, TypeError):
            pass
        data[i] ^= 1 << bit
print(taken < len(data) * 8)

# A function's code is bound to its parameters by exec() and eval(), too.
for run in exec, eval:
    try:
        run(code)
    except TypeError as e:
        print(e)
