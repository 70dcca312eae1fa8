# SPDX-License-Identifier: MIT
"""The abstract base classes of containers, by their public name."""

from _collections_abc import *  # noqa: F403: all of it is meant
from _collections_abc import __all__
from _collections_abc import _CallableGenericAlias
