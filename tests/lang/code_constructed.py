# code() makes code objects of what the attributes of others are.
def simple(a, b=1, *c, d, **e):
    x = [a, b, c, d, e]
    try:
        return x
    finally:
        x = None


def closure(a):
    b = 2
    return lambda c: (a, b, c)


def generator(n):
    for i in range(n):
        yield i


Code = type(simple.__code__)
names = ('argcount posonlyargcount kwonlyargcount nlocals stacksize flags code '
         'consts names varnames filename name qualname firstlineno linetable '
         'exceptiontable freevars cellvars').split()


def make(co, **changes):
    values = {name: getattr(co, 'co_' + name) for name in names}
    values.update(changes)
    return Code(*values.values())


for f in simple, closure, generator, closure(1):
    same = make(f.__code__)
    print(same == f.__code__, same.co_varnames, same.co_cellvars,
          same.co_freevars, same.co_argcount)
    print(list(same.co_positions()) == list(f.__code__.co_positions()))
simple.__code__ = make(simple.__code__)
print(simple(1, 2, 3, d=4, e=5))
closure.__code__ = make(closure.__code__)
print(closure(7)(8))
generator.__code__ = make(generator.__code__)
print(list(generator(3)))
inner = closure(1)
inner.__code__ = make(inner.__code__, name='other')
print(inner(3), inner.__code__.co_name)
for changes in (dict(argcount=-1), dict(posonlyargcount=-1),
                dict(kwonlyargcount=-1), dict(nlocals=-1), dict(stacksize=-1),
                dict(flags=-1), dict(code='x'), dict(code=b'x'),
                dict(consts=[]), dict(names=[1]), dict(names=(1,)),
                dict(varnames=()), dict(varnames=(1,)), dict(filename=1),
                dict(name=1), dict(qualname=1), dict(firstlineno='a'),
                dict(linetable=1), dict(exceptiontable=1), dict(freevars=1),
                dict(cellvars=(1,)), dict(argcount=100), dict(nlocals=3),
                dict(posonlyargcount=7), dict(argcount='a'),
                dict(stacksize=2**40)):
    try:
        make(simple.__code__, **changes)
        print(changes, 'taken')
    except SystemError as e:
        print(changes, 'SystemError')
    except Exception as e:
        print(changes, type(e).__name__, e)
try:
    Code()
except TypeError as e:
    print(type(e).__name__)
