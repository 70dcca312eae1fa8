# SPDX-License-Identifier: MIT
# TAP for the checks, sourced: tap_result NAME PROBLEMS, then tap_end.
set -u
LC_ALL=C
export LC_ALL
top=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
cd "$top" || exit 99
tap_count=0
tap_failed=0

tap_result() { # NAME PROBLEMS: passes if PROBLEMS is empty
    tap_count=$((tap_count + 1))
    if [ -z "$2" ]; then
        echo "ok $tap_count - $1"
    else
        tap_failed=$((tap_failed + 1))
        echo "not ok $tap_count - $1"
        echo "$2" | sed 's/^/# /'
    fi
}

tap_end() {
    if [ "$tap_count" = 0 ]; then
        echo "1..0 # SKIP ${1:-nothing to check}"
    else
        echo "1..$tap_count"
    fi
    [ "$tap_failed" = 0 ]
    exit
}
