# SPDX-License-Identifier: MIT
"""A cycle that does not work."""

from .cycle_b import B
A = 1
