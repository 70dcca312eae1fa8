# SPDX-License-Identifier: MIT
"""Digests."""

import hashlib
import hmac

from words import make_lines

LINES = [line.encode() for line in make_lines(300)]
LARGE = b"\n".join(LINES) * 40


def small_messages(n):
    total = 0
    for _ in range(n):
        for line in LINES:
            total += hashlib.sha256(line).digest()[0]
    return total


def large_buffer(n):
    for _ in range(n):
        digest = hashlib.sha1(LARGE).hexdigest()
    return digest


def hexdigests(n):
    total = 0
    for _ in range(n):
        for line in LINES:
            total += int(hashlib.md5(line).hexdigest()[:4], 16)
    return total


def update_chunks(n):
    for _ in range(n):
        digest = hashlib.sha256()
        for line in LINES:
            digest.update(line)
    return digest.hexdigest()


def hmac_sha256(n):
    total = 0
    for _ in range(n):
        for line in LINES[:100]:
            total += hmac.new(b"secret key", line, "sha256").digest()[0]
    return total


def blake2(n):
    total = 0
    for _ in range(n):
        for line in LINES:
            total += hashlib.blake2b(line, digest_size=16).digest()[0]
    return total
