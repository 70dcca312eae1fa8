# SPDX-License-Identifier: MIT
"""Imports its sibling back: a cycle that works."""

from pkg import alpha
from .alpha import NAME as ALPHA

print("running", __name__, ALPHA, alpha.NAME)
NAME = "beta"
