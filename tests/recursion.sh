# SPDX-License-Identifier: MIT
# Every function that calls itself, directly or through others, checks the C stack
# or stands in tests/recursions with what bounds it.  Calls through pointers
# (slots, kinds) are not seen: those go through functions of object.h that check.
. "${top_srcdir:-$(dirname "$0")/..}/Tools/checks/tap.sh"
build=${top_builddir:-$top/build}

if ! command -v objdump >/dev/null; then
    tap_end "no objdump"
fi
objects=$(find "$build/src" -path '*/.libs/*.o' | sort)
if [ -z "$objects" ]; then
    tap_end "built without libadder's objects"
fi
# shellcheck disable=SC2086
tap_result "recursion checks the stack" "$(objdump -dr --no-show-raw-insn $objects |
    awk -f "$top/tests/recursion.awk" "$top/tests/recursions" -)"
tap_end
