# Nodes made by calling their classes: arguments, fields, subclasses, pickling.
import _ast as ast


def show(what, *args, **kwargs):
    try:
        node = what(*args, **kwargs)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print(type(node).__name__,
              vars(node) if isinstance(node, ast.AST) else node)


show(ast.BinOp, 1, 2, 3, 4)
show(ast.BinOp, 1, 2, left=3)
show(ast.BinOp, 1, 2)
show(ast.BinOp, 1, 2, 3, other=1, lineno=3)
show(ast.Load, 1)
show(ast.Load, other=1)
show(ast.AST, 1)
show(ast.AST, x=1)
show(ast.stmt)
show(ast.Constant, 1, 2, 3)
show(ast.Pass, 1)
show(ast.Return, 1, 2)
show(ast.arguments)

x = ast.BinOp(1, 2)
show(lambda: (x.left, x.op))
show(lambda: x.right)
show(lambda: x.lineno)
show(lambda: x.end_lineno)
show(lambda: ast.Return().value)
show(lambda: ast.MatchAs().end_lineno)
show(lambda: x.__reduce__())
show(lambda: x.__reduce_ex__(2))
show(lambda: ast.Load().__reduce__())
show(lambda: ast.Load() is ast.Load())


class Same(ast.BinOp):
    pass


class Renamed(ast.BinOp):
    _fields = ('a', 'b')


class NoSequence(ast.BinOp):
    _fields = 3


class NoNames(ast.BinOp):
    _fields = (1, 2)


class Own(ast.AST):
    _fields = ['p']


class Raising(ast.AST):
    @property
    def q(self):
        return 1
    _fields = ('q',)


class Slotted(ast.expr):
    __slots__ = ('w',)
    _fields = ('w',)


show(Same, 1, 2, 3)
show(Renamed, 1, 2)
show(Renamed, 1, 2, 3)
show(Renamed, 1, 2, a=2)
show(NoSequence, 1)
show(NoNames, 1)
show(Own, 3)
show(Own, 3, p=4)
show(Own, 3, 4)
show(Raising, 1)
show(lambda: Slotted(4).w)

# Classes can be changed; what is read is the class's _fields.
ast.Load.note = 3
show(lambda: ast.Load().note)
del ast.Load.note
saved = ast.AST._fields
del ast.AST._fields
show(lambda: ast.AST._fields)
show(ast.AST, 1)
show(ast.AST)
ast.AST._fields = saved
show(lambda: ast.AST._fields)

n = ast.Add()
n.__dict__ = {'z': 1}
show(lambda: n.z)
try:
    del n.__dict__
except TypeError as e:
    print(e)
show(lambda: n)
try:
    n.__dict__ = 3
except TypeError as e:
    print(e)
print(ast.AST.__init__(n, **{'1': 2}), vars(n))
print(ast.BinOp.__init__(x, left=7), vars(x))
for bad in (ast.AST.__init__, ast.AST.__reduce__):
    try:
        bad(3)
    except TypeError as e:
        print(e)

match ast.Name('spam', 'ctx'):
    case ast.Name(name, ctx):
        print(name, ctx)
match ast.BinOp(ast.Constant(1), ast.Add(), ast.Constant(2)):
    case ast.BinOp(ast.Constant(a), ast.Add(), ast.Constant(b)):
        print(a + b)
# Alone: sets an attribute of a class of _ast
