# SPDX-License-Identifier: MIT
"""A small package for import_package.py."""

from . import alpha
from .sub import deep as deep_alias

__all__ = ["alpha", "VALUE", "lazy_name"]
VALUE = "pkg value"
print("running", __name__, __package__)


def __getattr__(name):
    if name == "lazy_name":
        return "made on demand"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
