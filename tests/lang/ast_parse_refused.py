# compile() to a tree: what it refuses, and how.
import ast
import warnings


def show(*args, **kwargs):
    try:
        print(compile(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


ONLY = ast.PyCF_ONLY_AST
show('x', 'f', 'func_type')
show('x', 'f', 'other')
show('x', 'f', 'other', ONLY)
show('x', 'f', 3)
show('x', 'f', 'exec', 0x800)
show('x', 'f', 'exec', 0x800, optimize=7)
show('x', 'f', 'other', optimize=7)
show(3, 'f', 'exec', ONLY)
show('x =', 'f', 'exec', ONLY)
show('  x', 'f', 'exec', ONLY)
show('x\0', 'f', 'exec', ONLY)
show('(int) -> ', 'f', 'func_type', ONLY)
show('x; y', 'f', 'eval', ONLY)
show('x = ' + '1' * 5000, 'f', 'exec', ONLY)

# What only the compiler refuses is parsed.
print(ast.dump(ast.parse('return 1; break; nonlocal x; yield; await y')))
print(ast.dump(ast.parse('def f(a, a): from x import *')))

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    ast.parse("x = '\\d'\ny = 1if z else 2\n")
print([(w.category.__name__, str(w.message), w.lineno) for w in seen])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    show("'\\d'", 'f', 'exec', ONLY)

# A tree too deep: an error, no crash.
for source in ('+'.join('a' * 100000), 'a' + '.b' * 100000,
               'a' + '()' * 100000, 'a' + '[0]' * 50000):
    try:
        ast.parse(source)
    except RecursionError as e:
        print(e)
print(len(ast.dump(ast.parse('+'.join('a' * 200)))))
# Alone: sets or is shown warnings
