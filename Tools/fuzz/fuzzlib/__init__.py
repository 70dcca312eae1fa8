# SPDX-License-Identifier: MIT
"""The parts of Tools/fuzz: making, running and reducing random programs."""
