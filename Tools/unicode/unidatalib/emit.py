# SPDX-License-Identifier: MIT
"""Tables as C."""

from collections.abc import Iterable, Sequence


def smallest_type(values: Sequence[int]) -> str:
    """The narrowest unsigned integer type that holds all values."""
    for bits in (8, 16, 32):
        if max(values) < 1 << bits:
            return f'uint{bits}_t'
    raise ValueError('values beyond 32 bits')


def array(kind: str, name: str, values: Iterable[object]) -> str:
    """An array, in lines of 80 columns."""
    lines = [f'{kind} {name}[] = {{']
    line = ''
    for value in values:
        word = f'{value},'
        if len(line) + len(word) > 80:
            lines.append(line)
            line = ''
        line += word
    return '\n'.join([*lines, line, '};\n'])


def integers(name: str, values: Sequence[int]) -> str:
    """An array of the smallest integers that serve."""
    return array(f'static const {smallest_type(values)}', name, values)


def texts(name: str, values: Iterable[str]) -> str:
    """An array of ASCII texts."""
    return array('static const char *const', name,
                 (f'"{value}"' for value in values))


def rows(kind: str, name: str, values: Iterable[Iterable[object]]) -> str:
    """An array of structs."""
    return array(f'static const {kind}', name,
                 ('{' + ','.join(map(str, row)) + '}' for row in values))


def enum(values: dict[str, int]) -> str:
    """Integer constants."""
    return ('enum {\n' +
            ''.join(f'    {name} = {n},\n' for name, n in values.items()) +
            '};\n')


def split(values: Sequence[int]) -> tuple[int, list[int], list[int]]:
    """The shift, first and second stage of the smallest table of two stages."""
    best: tuple[int, int, list[int], list[int]] | None = None
    for shift in range(3, 10):
        blocks: dict[tuple[int, ...], int] = {}
        first = [blocks.setdefault(tuple(values[at:at + (1 << shift)]),
                                   len(blocks))
                 for at in range(0, len(values), 1 << shift)]
        second = [value for block in blocks for value in block]
        size = sum(len(stage) * {'uint8_t': 1, 'uint16_t': 2, 'uint32_t': 4}
                   [smallest_type(stage)] for stage in (first, second))
        if best is None or size < best[0]:
            best = size, shift, first, second
    assert best is not None
    return best[1:]


def two_stages(name: str, values: Sequence[int]) -> str:
    """What UNICODE_LOOK_UP (unicode_table.h) takes."""
    shift, first, second = split(values)
    return (enum({f'{name}_shift': shift}) +
            integers(f'{name}_first', first) +
            integers(f'{name}_second', second))
