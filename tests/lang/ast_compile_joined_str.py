# compile() of trees with expressions in f-strings that no source has there.
import ast


def run(tree):
    tree = ast.fix_missing_locations(ast.Expression(tree))
    try:
        value = eval(compile(tree, '<t>', 'eval'), {'text': 'abc', 'n': 5})
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print(type(value).__name__, repr(value))


def name(n):
    return ast.Name(n, ast.Load())


def joined(*values):
    return ast.JoinedStr(list(values))


def field(value, spec=None, conversion=-1):
    return ast.FormattedValue(value, conversion, spec)


run(joined())
run(joined(name('n')))
run(joined(name('text')))
run(joined(joined(name('n'))))
run(joined(ast.Constant(1), ast.Constant('x')))
run(joined(ast.Constant('x'), name('text')))
run(joined(ast.Constant('x'), name('n')))
run(joined(ast.Constant('x'), joined(name('n'))))
run(joined(ast.Constant('x'), joined(field(name('n')))))
run(joined(*[name('text')] * 40))
run(joined(*[name('text')] * 40, ast.Constant(None)))
run(joined(ast.Constant('x'), ast.Call(name('f'), [], [])))
run(field(name('n')))
run(field(name('n'), ast.Constant('04')))
run(field(name('n'), name('text')))
run(field(name('text'), name('n')))
run(field(name('n'), ast.Constant(None)))
run(field(name('n'), joined(ast.Constant(4))))
run(field(name('n'), ast.Constant(4), 114))
run(field(name('n'), None, 99))
run(field(name('nothing'), None, 99))


class Text(str):
    pass


code = compile(ast.fix_missing_locations(ast.Expression(joined(
    ast.Constant('x'), name('t')))), '<t>', 'eval')
for i in range(100):  # until it is compiled
    value = eval(code, {'t': Text('y')})
print(type(value).__name__, value)
