# SPDX-License-Identifier: MIT
# Random regular expressions match as CPython 3.11's do.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

python=${PYTHON311:-/usr/bin/python3.11}
command -v "$python" >/dev/null || tap_end "there is no Python 3.11 to compare with"
# Sanitizers reserve terabytes.
sanitized=
# shellcheck disable=SC2086 # adder may be two words
(ulimit -v 3000000 && exec $adder -c pass) 2>/dev/null || sanitized=--sanitized
export ADDER
"$python" Tools/fuzz/regexps --tap --count 250 --seconds 60 $sanitized
