# SPDX-License-Identifier: MIT
"""The columns of syntax errors."""

from cases.syntax import SOURCES, find_error

for source in SOURCES:
    e = find_error(source)
    if isinstance(e, SyntaxError):
        print(ascii(source), "->", e.lineno, e.offset)
# Alone: imports a module beside it
