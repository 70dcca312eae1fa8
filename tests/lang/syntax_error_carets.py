# SPDX-License-Identifier: MIT
"""What an uncaught SyntaxError shows of its line."""
import sys

sys.stderr = sys.stdout


class Own(SyntaxError):
    pass


def show(e):
    sys.excepthook(type(e), e, None)


def compiled(source):
    try:
        compile(source, "f", "exec")
    except SyntaxError as e:
        show(e.with_traceback(None))


for cls in SyntaxError, IndentationError, TabError, Own:
    show(cls("of a class", ("f", 1, 2, "abcdef", 1, 5)))
for text in "abcdef", "abcdef\n", "  abcdef\n":
    for column, end_line, end in ((2, 1, 4), (2, 1, 9), (2, 2, 3), (7, 1, -1),
                                  (1, 1, 1), (0, 1, 3), (9, 1, 12)):
        show(SyntaxError("m", ("f", 1, column, text, end_line, end)))
for source in ("if 1:\npass", "def f():\npass", "x = 1\n  y = 2", "f(a=1, 2)",
               "f(a, b for b in\n  c)", "(a,\n b) += 1", "print(a b)",
               "x = [a\n b]", "while True print(1)", "f() = 1"):
    compiled(source)
# Alone: sets or calls the process's hooks
