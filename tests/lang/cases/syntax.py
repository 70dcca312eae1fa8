# SPDX-License-Identifier: MIT
"""Sources that do not compile (and a few, named by the tests, that do)."""

SOURCES = [
    "1 +", "x = ", "f(", "(1, 2", "[1, 2", "{1: 2", "f(1))", "]", "(]", "{)",
    "if x\n  pass", "if x:\npass", "while True print(1)", "def f()\n  pass",
    "def f(:\n  pass", "class C\n  pass", "for x in y\n  pass", "for x y:\n  pass",
    "else:\n  pass", "try:\n  pass\n", "try:\n  pass\nx = 1", "with x\n  pass",
    "import", "from x import", "from x import (a", "from . import *x", "import a.b as c.d",
    "a = 1 2", "print 1", "print 'x'", "exec 'x'", "x y", "1x", "1__0", "0b12", "0o9", "0xg", "012",
    "1_", "1e", "1.5j2", "'abc", '"abc', "'''abc", '"""abc\ndef', "f'{'", "f'{}'", "f'{a'",
    "f'}'", "f'{a!x}'", "f'{a b}'", "f'{1 +}'", "f'{a:{b}'", "'\\x1'", "'\\u12'", "'\\N{nope}'",
    "b'\u20ac'", "b'a' 'b'", "x = $", "x = ?", "x ! y", "x = \u20ac", "a\\b", "  x = 1",
    "if 1:\n  a\n b", "if 1:\n    a\n   b\n", "if 1:\n\ta\n        b", "def f():\n  a\n    b",
    "x = (yield)", "return 1", "break", "continue", "yield 1", "await x", "class C:\n  return 1",
    "1 = x", "f() = 1", "x + 1 = 2", "None = 1", "True = 1", "__debug__ = 1", "'a' = 1", "(a, 1) = 2",
    "[a, f()] = 1", "a, b += 1", "f() += 1", "x = 1 = 2", "{} = 1", "lambda: 0 = 1", "a if b else c = 1",
    "... = 1", "-x = 1", "a < b = 1", "not a = 1", "(x for x in y) = 1", "del f()", "del 1", "del (a, 1)",
    "del a + b", "del *a", "for 1 in x: pass", "for f() in x: pass", "with a as 1: pass", "with a as f(): pass",
    "(a := 1) = 2", "a := 1", "f(a := 1, b=2 := 3)", "x[a:=1, b]", "(a.b := 1)", "def f(a, a): pass",
    "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass", "def f(*a, *b): pass",
    "def f(a, /, b, /): pass", "def f(/, a): pass", "def f(1): pass", "def f(a.b): pass", "def f((a)): pass",
    "def f(None): pass", "lambda a, a: 0", "lambda *: 0", "f(a=1, 2)", "f(**a, b)", "f(**a, *b)", "f(a=1, a=2)",
    "f(1=2)", "f(a.b=1)", "f(True=1)", "f(x for x in y, 1)", "f(a, x for x in y)", "f(a for a in b, c=1)",
    "class C(a for a in b): pass", "nonlocal x", "def f():\n  nonlocal x", "def f(x):\n  global x",
    "def f():\n  x = 1\n  global x", "def f():\n  print(x)\n  global x", "def f(x):\n  nonlocal x",
    "x = 1\nglobal x", "def f():\n  global x\n  nonlocal x", "from x import *\nfrom __future__ import annotations",
    "from __future__ import nope", "from __future__ import braces", "def f():\n  from x import *",
    "async def f():\n  yield from x", "async def f():\n  yield 1\n  return 2", "def f():\n  await x",
    "def f():\n  async for x in y: pass", "def f():\n  async with y: pass", "def f():\n  [x async for x in y]",
    "[*a for a in b]", "{**a for a in b}", "{*a: 1}", "{1: 2, 3}", "{1, 2: 3}", "{1: *a}", "{1:}", "{a: b for}",
    "[x for x in]", "[for x in y]", "[x for 1 in y]", "[x := 1 for x in y]", "[i := 0 for i in y]",
    "[(j := 0) for i in y for j in z]", "class C:\n  [(x := 1) for y in z]", "[x for x in (y := z)]", "*a", "*a = 1", "*a, *b = c", "x = *a", "(*a)", "print(*)",
    "f(**)", "a, *b, *c = d", "del a,, b", "(,)", "[,]", "f(,)", "a = b = ", "x.1", "x.", "x.if", "if = 1", "class = 1",
    "def if(): pass", "import if", "lambda: (yield)", "try:\n  pass\nexcept:\n  pass\nexcept E:\n  pass",
    "try:\n  pass\nexcept A, B:\n  pass", "try:\n  pass\nexcept* A:\n  pass\nexcept B:\n  pass",
    "try:\n  pass\nexcept*:\n  pass", "for x in y:\n  try:\n    pass\n  except* A:\n    break", "try:\n pass\nelse:\n pass",
    "match x:\n  case a:\n    pass\n  case b:\n    pass", "match x:\n  case a | b:\n    pass", "match x:\n  case [a, a]:\n    pass",
    "match x:\n  case 1 | a:\n    pass", "match x:\n  case C(a=1, a=2):\n    pass", "match x:\n  case {**r, 'a': 1}:\n    pass",
    "match x:\n  case -a:\n    pass", "match x:\n  case [*a, *b]:\n    pass", "match x:\n  case a.b():\n    pass\n  case 1 + 1:\n    pass",
    "match x:\n  case {1: a, 1: b}:\n    pass", "match x:\n  case f'x':\n    pass", "match x:\n  case _ as _:\n    pass",
    "match x:\n  case a as b.c:\n    pass", "match x:\ncase 1:\n  pass", "match x:\n  pass", "assert", "assert x,", "raise x from", "global", "global 1", "del", "pass 1", "import a,",
    "from a import b,", "from a import (b,,c)", "return", "@\ndef f(): pass", "@x\ny = 1", "@x", "if x = 1: pass", "while x = 1: pass", "if x == 1 = 2: pass", "print(a = = b)",
    "a b c", "a, b c", "f(a b)", "f(a, b c)", "[a b]", "{a b}", "{a: b c}", "(a b)", "x = [1, 2 3]", "a <> b", "a ++", "a && b", "a || b", "!a", "a ? b : c", "i++", "a => b", "a -> b",
    "if a: b else: c", "x if y", "x if y else", "async x", "async def", "not", "a not b", "a is", "a in", "lambda", "lambda x", "lambda x:", "a[", "a[]", "a[1:2:3:4]", "a[1, ]", "a[:,]", "\\", "a \\ b", "a\n\\", "\x00", "a = 'x\ny'",
    "def f():\n", "class C:\n", "if 1:\n", "def f():\n# comment\n", "for i in x:\n\nprint(1)", "elif x: pass", "except: pass", "finally: pass", "case 1: pass",
]


def find_error(source):
    """The exception that compiling source raises, or None."""
    try:
        compile(source, "<source>", "exec")
    except (SyntaxError, ValueError) as e:
        return e
    return None
