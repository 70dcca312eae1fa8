# SPDX-License-Identifier: MIT
"""What repeating a sequence too often raises."""


def show(sequence, n):
    try:
        print(type(sequence).__name__, n, len(sequence * n))
    except (MemoryError, OverflowError) as e:
        print(type(sequence).__name__, n, type(e).__name__, e)


for sequence in ("a", "ab", "\u20ac", "", b"ab", b"", bytearray(b"ab"), [1],
                 [1, 2], [], (1, 2), ()):
    for n in 2**62, 2**63 - 1, 2**63, -2**63, -2**64, 3:
        show(sequence, n)
# Alone: asks for more memory than there is
