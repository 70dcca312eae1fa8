# SPDX-License-Identifier: MIT
"""Fails when imported."""

print("running", __name__)
1 / 0
