# SPDX-License-Identifier: MIT
"""Imported by the package itself."""

print("running", __name__)
NAME = "alpha"
_private = "hidden"


def get():
    from . import beta
    return beta.NAME
