# compile() of trees with two mistakes: which is told.
import ast

N = [0]


def show(tree):
    N[0] += 1
    try:
        compile(ast.fix_missing_locations(tree), '<t>', 'exec')
    except Exception as e:
        print(N[0], type(e).__name__, e)
    else:
        print(N[0], 'ok')


def M(*body):
    return ast.Module(list(body), [])


def E(e):
    return M(ast.Expr(e))


def X():  # a wrong context
    return ast.Name('x', ast.Store())


def W():  # a wrong constant
    return ast.Constant([])


def Y():
    return ast.Name('y', ast.Load())


def B():
    return ast.Expr(X())


def A(*defaults):
    return ast.arguments([], [], None, [], [], None, list(defaults))


P = ast.Pass
show(E(ast.Compare(X(), [ast.Lt()], [W()])))
show(E(ast.Subscript(W(), X(), ast.Load())))
show(E(ast.FormattedValue(W(), 99)))
show(E(ast.Name('None', ast.Store())))
show(E(ast.DictComp(X(), W(), [])))
show(M(ast.FunctionDef('f', A(W()), [], [X()], X())))
show(M(ast.FunctionDef('f', A(), [B()], [W()], W())))
show(M(ast.ClassDef('f', [W()], [ast.keyword('a', X())], [B()], [X()])))
show(M(ast.ClassDef('f', [W()], [], [], [X()])))
show(M(ast.AugAssign(ast.Tuple([], ast.Store()), ast.Add(), X())))
show(M(ast.AugAssign(ast.Tuple([], ast.Store()), ast.Add(), Y())))
show(M(ast.AnnAssign(ast.Tuple([], ast.Store()), W(), X(), 0)))
show(M(ast.AnnAssign(ast.Tuple([], ast.Store()), Y(), Y(), 0)))
for Try in ast.Try, ast.TryStar:
    show(M(Try([], [], [], [])))
    show(M(Try([B()], [], [P()], [])))
    handler = ast.ExceptHandler(Y(), None, [P()])
    show(M(Try([P()], [handler], [B()], [ast.Expr(W())])))
    show(M(Try([P()], [handler], [ast.Expr(W())], [B()])))
show(E(ast.Lambda(ast.arguments([], [ast.arg('a')], None, [ast.arg('b')], [],
                                ast.arg('c', X()), [Y(), Y()]), W())))
show(M(ast.Global([]), ast.Global(['a'])))


def C(pattern):
    case = ast.match_case(pattern, W(), [B()])
    return M(ast.Match(Y(), [case]))


star = ast.MatchStar('z')
value = ast.MatchValue(Y())
show(C(ast.MatchMapping([Y()], [star], '_')))
show(C(ast.MatchClass(W(), [star], ['a'], [value])))
show(C(ast.MatchClass(X(), [star], ['a'], [value])))
show(C(ast.MatchClass(Y(), [value], ['b'], [star])))
show(C(ast.MatchOr([value, star])))
show(C(ast.MatchOr([star, value])))

# Some places do not matter.
for source in 'import a', 'f(a=1)', 'def f(*a, **b): pass', 'def f(a): pass':
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.alias, ast.keyword, ast.arg)):
            node.end_lineno = -3
    show(tree)
show(ast.Module([], [None]))
