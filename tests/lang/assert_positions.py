# SPDX-License-Identifier: MIT
"""Where an AssertionError is: under the comparison that was made last."""

ASSERTS = [
    "assert x == 2", "assert x == 2, 'a'", "assert x == 2, ('a', x)",
    "assert not x == 1", "assert x and x == 2", "assert x == 2 and x",
    "assert x < 2 < x", "assert not x", "assert not x, 'a'",
    "assert x == 1 and not x", "assert x == 2 or x == 3",
    "assert (x if x == 1 else 2) == 2, 'x'", "assert x is None, f'{x}'",
    "assert isinstance(x, str), 'm'", "assert x in (2,), str(x)",
    "assert 0 if x == 1 else x == 2", "assert (x == 2 if x else x)",
]


def position(source):
    try:
        exec(compile(source, "f", "exec"), {"x": 1})
    except AssertionError as e:
        tb = e.__traceback__.tb_next
        positions = [*tb.tb_frame.f_code.co_positions()]
        line, end, column, end_column = positions[tb.tb_lasti // 2]
        return source[column:end_column]


for source in ASSERTS:
    print(f"{source:40} {position(source)}")
