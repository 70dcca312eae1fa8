# SPDX-License-Identifier: MIT
"""The parts of Tools/bench, one concern a file."""
