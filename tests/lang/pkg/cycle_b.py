# SPDX-License-Identifier: MIT
"""The other half."""

from .cycle_a import A
B = 2
