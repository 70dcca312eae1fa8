# SPDX-License-Identifier: MIT
"""All attributes of SyntaxError, and eval and single modes."""

for source in ("x = 1\ny = (2\nz = 3", "f(a, b c, d)", "a = 'unterminated", "if x:\n    y = 1 +\n",
               "def f(a, b=1, c):\n    pass", "abc def ghi", "x = 5 5"):
    try:
        compile(source, "some file", "exec")
    except SyntaxError as e:
        print(repr(source))
        print(" ", e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)
        print(" ", str(e), "|", repr(e)[:60], "|", len(e.args))
for mode, source in (("eval", "x = 1"), ("eval", ""), ("eval", "1 2"), ("eval", "1; 2"), ("eval", "1\n"),
                     ("eval", "\n\n 1"), ("eval", "if x: y"), ("single", "1\n"), ("single", "if 1:\n  pass\n"),
                     ("single", "a = 1; b = 2"), ("single", ""), ("exec", ""), ("exec", "# only comment"),
                     ("exec", "\n\n\n"), ("exec", "pass")):
    try:
        compile(source, "f", mode)
    except SyntaxError as e:
        print(mode, repr(source), "->", e.msg, e.lineno, e.offset)
    else:
        print(mode, repr(source), "ok")
exec(compile("5\n'shown'\nNone", "f", "exec"))
exec(compile("5", "f", "single"))
exec(compile("'shown'", "f", "single"))
exec(compile("None", "f", "single"))
exec(compile("x = 5; x + 1", "f", "single"))
try:
    eval("1 +\n 2 *")
except SyntaxError as e:
    print(e.lineno, e.offset, e.text, e.filename)
try:
    exec(b"# -*- coding: latin-1 -*-\nq = '\xe9'")
    print(ascii(q))
    exec(b"q = '\xe9'")
except SyntaxError as e:
    print(e.msg.split(":")[0][:40])
try:
    raise SyntaxError("custom", ("file", 3, 4, "text"))
except SyntaxError as e:
    print(e, e.filename, e.lineno, e.offset, e.text)
print(SyntaxError("just message").lineno, issubclass(TabError, IndentationError))
# Alone: prints past the print() given, as the interactive mode does
