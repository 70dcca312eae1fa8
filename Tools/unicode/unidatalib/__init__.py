# SPDX-License-Identifier: MIT
"""Makes tables of character data from what perl knows."""
