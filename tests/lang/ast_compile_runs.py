# Trees made of text, changed, compiled and run.
import ast

SOURCE = """
def fib(n: int) -> int:
    'Doc.'
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a

class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y):
        self.x, self.y = x, y

def kind(v):
    match v:
        case Point(0, y=-1): return 'origin'
        case {'k': [*_, z], **rest} if z: return z, rest
        case 1 | 2.5 | 1 - 2j | 'x' | None: return 'literal'
        case _: return f'{v!r:>{10}}|'

print(fib(30), fib.__doc__, fib.__annotations__)
print(kind(Point(0, -1)), kind({'k': [1, 2], 'm': 3}), kind(1-2j), kind([]))
try:
    print([x async_ for x in y])
except* (TypeError, ValueError) as e:
    pass
""".replace('[x async_ for x in y]', '[(x, y) for x in (1, 2) if (y := x) > 1]')

tree = ast.parse(SOURCE)
code = compile(tree, '<tree>', 'exec')
exec(code, {})


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        if type(node.value) is int:
            return ast.copy_location(ast.Constant(node.value * 2), node)
        return node


tree = ast.fix_missing_locations(Double().visit(ast.parse(
    'print([1, 2, -3, 10**20, "a"])')))
exec(compile(tree, '<tree>', 'exec'))
for value in (-5, 1+2j, (1, (2, 'x')), frozenset({1}), b'x', '\ud800', 1 << 100,
              True, None, ..., -0.0, ()):
    e = ast.fix_missing_locations(ast.Expression(ast.Constant(value)))
    print(ascii(eval(compile(e, '<tree>', 'eval'))))
e = ast.fix_missing_locations(ast.Expression(ast.Name('not a name', ast.Load())))
print(eval(compile(e, '<tree>', 'eval'), {'not a name': 7}))
doc = ast.parse('"text"')
doc.body[0].value.value = 'other'
names = {}
exec(compile(doc, '<tree>', 'exec'), names)
print(names['__doc__'])
future = ast.parse('from __future__ import annotations\nx: a.b[1] = 1')
names = {}
exec(compile(future, '<tree>', 'exec'), names)
print(names['__annotations__'])
single = ast.parse('1 + 1', mode='single')
exec(compile(single, '<tree>', 'single'))
# Alone: runs code of its own, which prints past the print() given
