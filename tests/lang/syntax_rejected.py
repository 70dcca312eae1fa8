# SPDX-License-Identifier: MIT
"""What is rejected, with which exception type."""

from cases.syntax import SOURCES, find_error

for source in SOURCES:
    e = find_error(source)
    print(ascii(source), "->", type(e).__name__)
# Alone: imports a module beside it
