# SPDX-License-Identifier: MIT
# Regular expressions that would match for ages end on Ctrl-C, those that have
# no memory to come back in a MemoryError; both times the program goes on.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native

cat >"$work/endless" <<'END'
re.search("(?:x+x+)+y", "x" * 60)
re.match("(a|aa)+$", "a" * 100 + "b")
re.match("(?:a|a|aa)*?b", "a" * 100)
re.fullmatch("(?:a?){60}(?:a?){60}b", "a" * 60)
re.match("(?:(?:)){4000000000}", "")
re.findall("(?=(a*)*b)", "a" * 60)
re.sub("(?:.*.*)*[xy]z", "", "a" * 60)
END
while IFS= read -r operation; do
    cat >"$work/spam.py" <<END
import re
try:
    $operation
    print("it came to its end")
except KeyboardInterrupt:
    print("KeyboardInterrupt", re.findall(".", "ab"))
END
    for seconds in 1 4 16; do # where it has not even started
        timeout -s INT -k 30 $seconds "$adder" "$work/spam.py" \
            >"$work/out" 2>&1
        status=$?
        problem=
        [ "$(cat "$work/out")" = "KeyboardInterrupt ['a', 'b']" ] && break
        problem="status $status: $(tail -n 3 "$work/out")"
        [ $status != 137 ] || break
    done
    tap_result "$operation" "$problem"
done <"$work/endless"

limit=400000 # KiB
# Sanitizers reserve terabytes.
if (ulimit -v $limit && "$adder" -c pass) >"$work/err" 2>&1; then
    cat >"$work/vast.py" <<'END'
import re
text = "ab" * 25_000_000
for pattern in "(?:(a)|[ab])*c", "(?:a|b|ab)*c", "(?:(?:a|b){1,2}?)*?c":
    try:
        re.match(pattern, text)
        print(pattern, "did not fail")
    except MemoryError:
        print("ok", re.findall(".", "ab"))
END
    (ulimit -v $limit && timeout 300 "$adder" "$work/vast.py") \
        >"$work/out" 2>&1
    status=$?
    problem=$(grep -v "^ok \['a', 'b'\]$" "$work/out")
    [ $status = 0 ] || problem="status $status: $problem"
    tap_result "a way back that finds no memory is a MemoryError" "$problem"
fi
tap_end
