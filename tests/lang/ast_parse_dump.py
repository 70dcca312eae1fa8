# ast.parse and ast.dump: every kind of node, with positions.
import ast

SOURCES = [
    "", "pass\n", "x = y = 1; del x, y[0], z.a\n",
    "def f(a, /, b: int = 1, *c, d, e=2, **g) -> str:\n    'doc'\n"
    "    global h\n    return a\n",
    "@deco\nasync def f():\n    nonlocal x\n    await g()\n"
    "    async for i in j: pass\n    else: pass\n"
    "    async with a as b, c: pass\n    return [x async for x in y]\n",
    "@a\n@b(1)\nclass C(D, metaclass=E, **k):\n    x: int\n    (y): int = 3\n",
    "for i, *j in k:\n    break\nelse:\n    continue\n",
    "while a:\n    pass\nelse:\n    b\n",
    "if a:\n    b\nelif c:\n    d\nelse:\n    e\n",
    "with (open(a) as b, c):\n    pass\n",
    "try:\n    a\nexcept B as c:\n    d\nexcept:\n    e\nelse:\n    f\n"
    "finally:\n    g\n",
    "try:\n    a\nexcept* (B, C) as c:\n    raise D from E\n",
    "assert a, b\nimport a.b as c, d\nfrom . import e\n"
    "from ..f import g as h, i\nfrom j import *\n",
    "a += 1; a -= 1; a *= 1; a @= 1; a /= 1; a %= 1; a **= 1; a <<= 1\n"
    "a >>= 1; a |= 1; a ^= 1; a &= 1; a //= 1\n",
    "a and b or not c, -d, +e, ~f\n(g := 1)\n",
    "lambda: 0\nlambda *a, b=1: (yield)\nx if y else z\n",
    "{}\n{1: 2, **a}\n{1, *b}\n[*c, d]\n(e,)\n()\n",
    "[a for b in c if d if e for f in g]\n{a for a in b}\n"
    "{a: b for a, b in c}\n(x for x in y)\nf(x for x in y)\n",
    "a < b <= c > d >= e == f != g is h is not i in j not in k\n",
    "f(a, *b, c=1, **d)[1:2, ::3, ...].e\n",
    "f'a{b!r:>{w}}c{{}}' 'd' f'{x=}'\n",
    "('a' f'{b:c{d}e}' f'{f:g{h!s:}}{i:j}'\n  'k')\n",
    "1, 1.5, 2j, 0xff, 1_000, b'a' b'\\xff', u'u', 'a' 'b', True, None, ...\n",
    "match a:\n    case 1 | -2 | 'x' | b.c: pass\n    case None: pass\n"
    "    case [d, *_]: pass\n    case (f, *g): pass\n"
    "    case {1: h, 'k': _, **rest}: pass\n"
    "    case C(i, j=k) as l if m: pass\n    case _: pass\n",
    "a = 'h\u00e4\u20ac\U0001f600'; b\n\u00e4 = \ufb01\n",
    "# coding: latin-1\nx = '\u00e4'; y\n",
    "x = '\\ud800'\n",
    "if a:\n  '''b\n  c''' ; d\n\n\n# end",
]

for source in SOURCES:
    tree = ast.parse(source)
    print(ascii(ast.dump(tree, include_attributes=True)))
print(ast.dump(ast.parse(b"# coding: latin-1\nx = '\xe4'; y\n"),
               include_attributes=True))
print(ast.dump(ast.parse('a + b', mode='eval')))
print(ast.dump(ast.parse('a; b', mode='single')))
print(ast.dump(ast.parse('(int, *str, **x) -> y', mode='func_type')))
print(ast.dump(ast.parse('a + 1'), indent=2))

# Contexts and operators are one object each; names and numbers as code has them.
a, b = ast.parse('x + y').body[0].value, ast.parse('z + w').body[0].value
print(a.op is b.op, a.left.ctx is b.right.ctx, type(a.op) is ast.Add)
print(ast.literal_eval('[1, -2.5, {"a": (None, b"x")}, {3}, 1+2j]'))
print(ast.unparse(ast.parse("def f(a, *, b=1): return [a, b, f'{a!r}']")))
tree = compile('x', 'f', 'exec', ast.PyCF_ONLY_AST)
print(compile(tree, 'f', 'exec', ast.PyCF_ONLY_AST) is tree)


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print(node.id, type(node.ctx).__name__, node.lineno, node.col_offset)


Names().visit(ast.parse('a = b\nfor c in d: del e'))
# Alone: writes files under names of its own
