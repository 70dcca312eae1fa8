# SPDX-License-Identifier: MIT
"""No __all__: a star import takes what has no underscore."""

visible = 1
_invisible = 2
