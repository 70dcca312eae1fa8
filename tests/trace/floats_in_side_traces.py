# SPDX-License-Identifier: MIT
# trace: walk: loops == 1; sides >= 20; linked >= 20; has _PARENT_FLOAT
# trace: walk: loop lacks _BOX_FLOAT _UNBOX_FLOAT _UNBOX_FLONUM
# trace: escape_time: loops == 1; sides >= 1; has _PARENT_FLOAT
# trace: escape_time: loop lacks _BOX_FLOAT _UNBOX_FLONUM
# trace: mixed: aborts CONTRADICTION >= 1
# trace: aborts only CONTRADICTION LEFT_LOOP
"""Doubles that cross from a trace to its side traces, some too big or too
small for a word."""


def walk(n):
    x, y, big, small = 0.5, -1.25, 1.0, 1.0
    kinds = [0, 0, 0, 0]
    for i in range(n):
        x = x * 1.0001 - y / 7.0
        if i % 3 == 0:
            y = -y * 0.999
            kinds[0] += 1
        elif i % 5 == 1:
            big = big * 1e10 if big < 1e290 else 1.0
            kinds[1] += 1
        else:
            small = small * 1e-10 if small > 1e-290 else 1.0
            kinds[2] += 1
        if x > 1e3:
            x -= big % 997.0
            kinds[3] += 1
    return "%.6g %.6g %.6g %.6g" % (x, y, big, small), kinds


def escape_time(n):
    counts = []
    for k in range(n):
        zr = zi = 0.0
        cr, ci = k / n * 3 - 2, (k * 7 % n) / n * 2 - 1
        for i in range(60):
            zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
            if zr * zr + zi * zi > 4.0:
                break
        counts.append(i)
    return sum(counts), counts[:8]


def mixed(n):
    t, log = 0, []
    for i in range(n):
        t += i if i % 4 else i * 0.5
        if i % 1000 == 999:
            log.append(t)
            t = int(t) % 1000
    return t, log


print(walk(6000))
print(escape_time(400))
print(mixed(6000))
