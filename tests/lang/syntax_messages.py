# SPDX-License-Identifier: MIT
"""The messages and lines of syntax errors."""

from cases.syntax import SOURCES, find_error

for source in SOURCES:
    e = find_error(source)
    if isinstance(e, SyntaxError):
        print(ascii(source), "->", ascii(e.msg), e.lineno)
    else:
        print(ascii(source), "->", e)
# Alone: imports a module beside it
