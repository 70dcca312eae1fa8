# SPDX-License-Identifier: MIT
"""Conway's Life on an unbounded plane, cells kept in sets of pairs."""

import sys

GLIDER = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
R_PENTOMINO = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
NEAR = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]


def step(cells):
    counts = {}
    for x, y in cells:
        for dx, dy in NEAR:
            key = (x + dx, y + dy)
            counts[key] = counts.get(key, 0) + 1
    return {key for key, near in counts.items()
            if near == 3 or (near == 2 and key in cells)}


def draw(cells, width, height):
    return "\n".join(
        "".join("#" if (x, y) in cells else "." for x in range(width))
        for y in range(height))


def run(n):
    cells = {(x + 40, y + 40) for x, y in R_PENTOMINO}
    checksum = 0
    for _ in range(n):
        cells = step(cells)
        checksum = (checksum * 31 + len(cells)) & 0xFFFFFF
    xs = sorted(x for x, _ in cells)
    return checksum, len(cells), xs[0], xs[-1]


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    world = GLIDER
    for _ in range(8):
        world = step(world)
    print(draw(world, 8, 6))
    print(run(scale))
