# SPDX-License-Identifier: MIT
"""Lexical and grammatical corners that compile and run."""
if True: x = 1; y = 2
print(x, y); print("semicolons");
def one_line(a): return a + 1
class OneLine: z = 5; w = z
print(one_line(1), OneLine.w)
total = 1 + \
    2 + \
    3
print(total, (1 +
              2), [1,
                   2,
                   ], {
    "k":
        "v",
})
print("con" 'cat' r"\n" f"{1}" "end", b"by" b"tes", "a\
b", """tri
ple""", '''it's "ok"''')
print("\a\b\f\v\0" == "\x07\x08\x0c\x0b\x00", "\N{BULLET}", "\u00e9\U0001F600", "\101\60", "\q" == "\\q")
print(0x1F, 0o17, 0b101, 1_000, 0.5, .5, 5., 1e3, 1E-3, 1_0.0_1, 3j, 0xdead_beef, 00)
print(1if True else 2, [1]if 1else[2], [0x1for x in [1]], 1or 2)
日本 = "unicode name"
naïve_é = 1
print(日本, naïve_é)
ﬁeld = "nfkc"
print(field)
_ = __ = ___ = 0
print(not not 1, not(0), - - 1, ~-~1, +-+1, 2**-1, -2**2, (-2)**2, 2**3**2, -1 .real)
print(1 .__add__(2), 1..real, (1).real, 1.5.real, "a".upper(), [].append(1))
print(1 if 0 else 2 if 0 else 3, (lambda: (yield))().__class__.__name__ if 0 else "lam")
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda a, /, b, *, c: a + b + c)(1, 2, c=3))
print(1 < 2 < 3 > 2 != 5, 1 in [1] in [[1]], not 1 in [2], 1 not in [2], 1 is not 2 if 0 else "is")
print(1 and 2 or 3, 0 and 2 or 3, not 0 and 1, 1 | 2 ^ 3 & 4 << 1 + 2 * 3, 7 & 3 == 3, 5 - 3 - 1, 2 * 3 % 4, 100 // 7 // 2)
print([*a] if (a := [1]) else 0, *[2], **{"sep": "|"})
print({**{}, "a": 1, **{"b": 2}}, {*(), 1}, (*"ab",), [*"cd", *()])
if (n := 5) > 3: print("walrus", n)
while True:
    if x > 3: break
    x += 1
else: print("never")
for i in 1, 2: print(i, end=" ")
for i, in [(3,), (4,)]: print(i, end=" ")
for [i, j] in [[5, 6]]: print(i, j)
else: print("else")
try: 1/0
except: print("bare except")
with open(__file__) as f, open(__file__) as g: pass
def annotated(a: int, b: "str" = "x", *args: float, c: list[int] = None, **kw: dict) -> None: ...
print(sorted(annotated.__annotations__), annotated(1))
def docs():
    """docstring"""
    "not this"
print(docs.__doc__)
def nested():
    def a():
        def b():
            return "deep"
        return b
    return a
print(nested()()())
lst = [1, 2, 3]; lst[0], lst[1:] = lst[1], [lst[0]]
print(lst)
print(lst[-1], lst[::-1], lst[:][0], "abc"[1:][0], (1, 2)[1], {1: 2}[1], [[1]][0][0])
assert True; assert 1, "msg"
global_var = 1
global global_ok
global_ok = 2
print(type(...), ..., [...][0] is ...)
def empty_return(): return
def implicit(): pass
print(empty_return(), implicit(), (lambda: None)())
@(lambda f: f)
def decorated(): return "dec"
print(decorated())
class Kw(object, metaclass=type): pass
class NoParens(): attr: int
print(Kw.__name__, NoParens.__annotations__)
print(f"{'a':{'>'}{5}}|{3!r}|{{}}|{1:{2}}|{'q' 'r'}|{lst[0]}|{ {1: 2}[1] }|{x!s:^5}|")
print(f'{"nested"}' f"{'x' if 1 else 'y'}" f"{(lambda v: v)(1)}" rf"\{1}" fr'{2}\n')
	
print("blank line with tab above")
if 1:
	print("tab indent")
	if 1:
	        print("tab+spaces")
print(1, # comment
      2) # trailing
# comment at the end
match = 1; case = 2; type = 3; soft = match + case + type; print(soft)
print((yield_ := 1), [i for i in range(3) if i if i > 1], {i: j for i, j in [(1, 2)]}, {c for c in "a"})
async def co(): return [await z async for z in y]
print(co.__name__); del match, case, type
# Alone: writes files under names of its own
