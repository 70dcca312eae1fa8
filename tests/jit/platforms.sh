# SPDX-License-Identifier: MIT
# Every platform's stencils do what their micro-ops' C bodies do, and spoilt
# ones do not, as far as this machine can run them.
exec sh "${top_srcdir:-$(dirname "$0")/../..}/Tools/stencils/test" -q
