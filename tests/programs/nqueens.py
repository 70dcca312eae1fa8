# SPDX-License-Identifier: MIT
"""All ways to put n queens on a board: backtracking, once with lists of
booleans, once with generators over column sets."""

import sys


def count_by_lists(n):
    columns = [False] * n
    rising = [False] * (2 * n)
    falling = [False] * (2 * n)

    def place(row):
        if row == n:
            return 1
        found = 0
        for col in range(n):
            up = row + col
            down = row - col + n
            if columns[col] or rising[up] or falling[down]:
                continue
            columns[col] = rising[up] = falling[down] = True
            found += place(row + 1)
            columns[col] = rising[up] = falling[down] = False
        return found

    return place(0)


def list_boards(n, board=()):
    row = len(board)
    if row == n:
        yield board
        return
    for col in range(n):
        if all(col != c and abs(col - c) != row - r
               for r, c in enumerate(board)):
            yield from list_boards(n, board + (col,))


def run(n):
    boards = 0
    checksum = 0
    for board in list_boards(n - 1):
        boards += 1
        for row, col in enumerate(board):
            checksum = (checksum * 31 + row * col) & 0xFFFFFFF
    return count_by_lists(n), boards, checksum


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    for queens in next(list_boards(scale)):
        print(" ".join("Q" if c == queens else "." for c in range(scale)))
    print(run(scale))
