# SPDX-License-Identifier: MIT
# What scripts that test the command share, sourced: TAP (Tools/checks/tap.sh),
# $adder, a scratch directory $work, and what a test may need to make sense.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

adder=${ADDER:-$top/build/adder}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

needs_native() {
    case $adder in
    *' '*) tap_end "adder runs under an emulator" ;;
    esac
}

needs_traces() {
    case ${ADDER_JIT:-yes} in
    no) tap_end "built without a JIT" ;;
    esac
}

needs_machine_code() {
    case ${ADDER_JIT:-yes} in
    no | interpreter) tap_end "built without machine code" ;;
    esac
}

needs_preload() { # SOURCE: of a library for LD_PRELOAD, made as $work/preload.so
    ${CC:-cc} -shared -fPIC -pthread -o "$work/preload.so" "$1" 2>"$work/err" ||
        tap_end "no shared library can be preloaded here"
    # Sanitizers want to be first in line.
    LD_PRELOAD="$work/preload.so" "$adder" -c pass >"$work/err" 2>&1 ||
        tap_end "adder does not run with a preloaded library"
}
