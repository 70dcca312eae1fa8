# SPDX-License-Identifier: MIT
"""Tables of character sets: what they hold, and how they are packed."""
