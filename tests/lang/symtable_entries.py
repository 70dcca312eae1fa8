# The compiler's scopes as _symtable shows them.
import _symtable

SOURCE = '''
import os, a.b as c
from m import *
global gg
x: int = 5
y: str
def deco(f): return f
@deco
def f(p, q: int=3, *args, k: "ann"=x, **kw) -> int:
    """doc"""
    global g1, x
    l = [i for i in p if (z := i)]
    def inner():
        nonlocal l
        l = 1
        return q, f, super().x
    class K(list, metaclass=M):
        attr = l
        def meth(self):
            __class__
            return self.__priv, attr
        l = attr
    u = lambda v, w=1: v + p
    g = (yield)
    try: pass
    except E as exc: print(exc)
    del kw
    import sub.mod
    s = {a for a in b for c in d}; t = {a:b for a in b}; gen=(e for e in p)
    ann: int
    with open(q) as fh: pass
    match p:
        case [cap, *rest]: pass
    return g1
async def co():
    await x
    async for i in y: pass
class C:
    def __init__(self): self.__a = a
    b = [a for a in range(3)]
'''


def show(entry, depth=0):
    names = {name: (flags & 0x7ff, flags >> 11)
             for name, flags in sorted(entry.symbols.items())}
    print('  ' * depth, entry.name, entry.type, entry.lineno, entry.nested, names,
          entry.varnames, type(entry.id).__name__)
    for child in entry.children:
        show(child, depth + 1)


show(_symtable.symtable(SOURCE, 'file', 'exec'))
show(_symtable.symtable('[x for x in y]', 'file', 'eval'))
show(_symtable.symtable(b'x = 1\n', b'file', 'single'))
show(_symtable.symtable('from __future__ import annotations\n'
                        'def f(a: int) -> (lambda: x): b: [q for q in w] = 1\n',
                        'file', 'exec'))
top = _symtable.symtable('1', 'file', 'eval')
print(repr(top).replace(str(top.id), 'ID'), type(top))
for args in (('1', 'f', 'x'), (1, 'f', 'exec'), ('1', None, 'exec'),
             ('(', 'f', 'exec'), ('1', 'f', 1), ('x', 'f'),
             ('def f():\n global x; x=1\n nonlocal y', 'f', 'exec')):
    try:
        print(_symtable.symtable(*args))
    except Exception as e:
        print(type(e).__name__, e)
