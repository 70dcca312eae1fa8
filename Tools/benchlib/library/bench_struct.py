# SPDX-License-Identifier: MIT
"""Packed values: headers of packets, points, tags of images."""

import struct

from words import seeded

R = seeded()
HEADER = struct.Struct("!BBHHHBBH4s4s")
PACKETS = [(0x45, 0, R.randint(20, 1500), i & 0xffff, 0x4000, 64, 6,
            R.randint(0, 65535), bytes([10, 0, i & 255, 1]),
            bytes([192, 168, 0, i & 255])) for i in range(500)]
PACKED = [HEADER.pack(*p) for p in PACKETS]
POINTS = b"".join(struct.pack("<3fI", R.random(), R.random(), R.random(), i)
                  for i in range(1500))
TAGS = b"".join(struct.pack(">HHII", 256 + i % 60, i % 12, i, R.randint(0, 1 << 30))
                for i in range(1000))
DOUBLES = [R.uniform(-1, 1) for _ in range(1000)]


def pack_header(n):
    total = 0
    for _ in range(n):
        for p in PACKETS:
            total += HEADER.pack(*p)[3]
    return total


def unpack_header(n):
    total = 0
    for _ in range(n):
        for data in PACKED:
            (version, _, length, ident, flags, ttl, protocol, check, source,
             target) = HEADER.unpack(data)
            total += length + ident
    return total


def iter_unpack_points(n):
    total = 0.0
    for _ in range(n):
        for x, y, z, i in struct.iter_unpack("<3fI", POINTS):
            total += x * y + z
    return "%.6f" % total


def pack_into_buffer(n):
    buffer = bytearray(12 * 1000)
    for _ in range(n):
        for i in range(1000):
            struct.pack_into("<IId", buffer, 12 * i % 11984, i, i + 1, i * 0.5)
    return sum(buffer[:4000])


def unpack_from_tags(n):
    total = 0
    for _ in range(n):
        for at in range(0, len(TAGS), 12):
            tag, kind, count, value = struct.unpack_from(">HHII", TAGS, at)
            if kind != 3:
                total += tag + value
    return total


def pack_many(n):
    total = 0
    for _ in range(n):
        data = struct.pack(f"<{len(DOUBLES)}d", *DOUBLES)
        total += len(struct.unpack(f"<{len(data) // 8}d", data))
    return total
