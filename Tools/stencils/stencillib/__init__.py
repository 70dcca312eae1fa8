# SPDX-License-Identifier: MIT
"""The stencil generator: see Tools/stencils/README.md."""
