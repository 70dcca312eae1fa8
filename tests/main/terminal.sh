# SPDX-License-Identifier: MIT
# The prompt in a terminal: tests/main/terminal.py types at it.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
case $adder in
/*) ;;
*) adder=$PWD/$adder ;;
esac
"$adder" -c 'import readline, rlcompleter, pty' 2>"$work/err" ||
    tap_end "no line editor or no library: $(tail -n 1 "$work/err")"
"$adder" -c 'import pty; pty.openpty()' 2>"$work/err" ||
    tap_end "no pseudo-terminals: $(tail -n 1 "$work/err")"
timeout 600 "$adder" "$top/tests/main/terminal.py" "$adder" "$work"
