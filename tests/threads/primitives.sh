# SPDX-License-Identifier: MIT
# The library's threading, in every mode of tests/modes.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

$adder -c 'import threading' 2>"$work/err" ||
    tap_end "threading cannot be imported: $(tail -n 1 "$work/err")"

while read -r mode words; do
    case $mode in '' | '#'*) continue ;; esac
    variables=$(echo "$words" | sed 's/ *-X.*//')
    options=$(echo "$words" | sed -n 's/.*\(-X.*\)/\1/p')
    # shellcheck disable=SC2086
    said=$(env $variables $adder $options "$top/tests/threads/primitives.py" \
        2>&1) || said="$said
exit status $?"
    tap_result "threading [$mode]" "$said"
done <"$top/tests/modes"
tap_end
