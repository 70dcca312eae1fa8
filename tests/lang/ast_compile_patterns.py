# compile() of trees with patterns and targets, possible and impossible.
import ast

L = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)


def show(tree, mode='exec', **kwargs):
    try:
        compile(tree, '<t>', mode, **kwargs)
    except Exception as e:
        text = str(e).partition(' object at')[0]
        print(type(e).__name__, text)
    else:
        print('ok')


C = lambda v, **k: ast.Constant(v, **L, **k)
P=lambda p: ast.Module([ast.Match(C(1),[ast.match_case(p,None,[ast.Pass(**L)])],**L)],[])
V=lambda e:P(ast.MatchValue(e,**L))
N=lambda n='x': ast.Name(n,ast.Load(),**L)
for v in (None,True,...,(1,),frozenset(),1,'a',b'b',1.5,2j): show(V(C(v)))
U=lambda e,o=ast.USub(): ast.UnaryOp(o,e,**L)
B=lambda a,b,o=ast.Add(): ast.BinOp(a,o,b,**L)
print('un'); 
for e in (U(C(1)),U(C('a')),U(C(2j)),U(C(True)),U(C(1),ast.UAdd()),U(U(C(1))),B(C(1),C(2j)),B(U(C(1)),C(2j)),B(C(1),C(2)),B(C(2j),C(2j)),B(C(1),U(C(2j))),B(C(1),C(2j),ast.Mult()),B(C(1.5),C(2j),ast.Sub()),
  ast.JoinedStr([],**L), ast.Attribute(N(),'y',ast.Load(),**L), ast.Attribute(C(1),'y',ast.Load(),**L), ast.Attribute(ast.Attribute(N(),'y',ast.Load(),**L),'y',ast.Load(),**L), N(), ast.Attribute(N(),'y',ast.Store(),**L)): show(V(e))
print('map')
A=ast.MatchAs(**L)
for k in (C(None),C(True),C(...),C(1),N(),U(C(1)),ast.Attribute(N(),'y',ast.Load(),**L)): show(P(ast.MatchMapping([k],[A],None,**L)))
show(P(ast.MatchMapping([],[],'_',**L)))
show(P(ast.MatchMapping([],[],'None',**L)))
show(P(ast.MatchMapping([C(1)],[],'None',**L)))
print('class')
for k in (N(), N('None'), C(1), ast.Attribute(N(),'y',ast.Load(),**L), ast.Attribute(C(1),'y',ast.Load(),**L)): show(P(ast.MatchClass(k,[],[],[],**L)))
show(P(ast.MatchClass(N(),[],['a'],[],**L)))
show(P(ast.MatchClass(N(),[],['None'],[A],**L)))
show(P(ast.MatchClass(N(),[],['a','a'],[A,A],**L)))
print('star')
S=ast.MatchStar(**L)
show(P(S))
show(P(ast.MatchSequence([S],**L)))
show(P(ast.MatchSequence([S,S],**L)))
show(P(ast.MatchOr([S,S],**L)))
show(P(ast.MatchClass(N(),[S],[],[],**L)))
show(P(ast.MatchMapping([C(1)],[S],None,**L)))
show(P(ast.MatchAs(S,'x',**L)))
show(P(ast.MatchSequence([ast.MatchStar('None',**L)],**L)))
print('as')
show(P(ast.MatchAs(None,'x',**L)))
show(P(ast.MatchAs(None,'None',**L)))
show(P(ast.MatchAs(A,'_',**L)))
show(P(ast.MatchAs(A,'x',**L)))
show(P(ast.MatchOr([A],**L)))
show(P(ast.MatchOr([A,A],**L)))
show(P(ast.MatchSingleton(1,**L)))
show(P(ast.MatchSingleton(None,**L)))
print('misc')
M=lambda *b: ast.Module(list(b),[]); E=lambda e: M(ast.Expr(e,**L))
show(E(ast.NamedExpr(N(),C(2),**L)))
show(E(ast.NamedExpr(ast.Name('x',ast.Store(),**L),C(2),**L)))
show(E(ast.Slice(**L)))
show(E(ast.Subscript(N(),ast.Slice(**L),ast.Load(),**L)))
show(E(ast.Subscript(N(),ast.Tuple([ast.Slice(**L)],ast.Load(),**L),ast.Load(),**L)))
show(M(ast.AugAssign(ast.Tuple([],ast.Store(),**L),ast.Add(),C(1),**L)))
show(M(ast.AugAssign(ast.Starred(ast.Name('x',ast.Store(),**L),ast.Store(),**L),ast.Add(),C(1),**L)))
show(M(ast.AnnAssign(ast.List([],ast.Store(),**L),C(1),None,0,**L)))
show(M(ast.Delete([ast.Starred(ast.Name('x',ast.Del(),**L),ast.Del(),**L)],**L)))
