# SPDX-License-Identifier: MIT
# The standard streams: encodings, closed ones, full disks, broken pipes.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
run() { # VARIABLE=VALUE... adder's arguments: in surroundings without others
    env -u LANG -u LC_CTYPE -u PYTHONUTF8 -u PYTHONIOENCODING -u PYTHONUNBUFFERED \
        LC_ALL=C.UTF-8 "$@"
}
same() { # EXPECTED GOT
    [ "$1" = "$2" ] || printf 'expected %s\ngot      %s\n' "$1" "$2"
}
what='import sys
print(sys.stdout.encoding, sys.stdin.errors, sys.stdout.errors, sys.stderr.errors,
      open("/dev/null").encoding, sys.flags.utf8_mode)'
encodings() { # EXPECTED VARIABLE=VALUE...
    expected=$1
    shift
    tap_result "encodings with $*" \
        "$(same "$expected" "$(run "$@" "$adder" -c "$what" 2>&1)")"
}
escape=surrogateescape
backslash=backslashreplace
encodings "utf-8 $escape $escape $backslash UTF-8 0" LC_ALL=C.UTF-8
encodings "utf-8 $escape $escape $backslash utf-8 1" LC_ALL=C
encodings "utf-8 $escape $escape $backslash utf-8 1" LC_ALL=POSIX
encodings "utf-8 $escape $escape $backslash utf-8 1" LC_ALL=no_such_locale
encodings "utf-8 $escape $escape $backslash utf-8 1" PYTHONUTF8=1
encodings "ascii $escape $escape $backslash ANSI_X3.4-1968 0" LC_ALL=C PYTHONUTF8=0
encodings "iso8859-1 strict strict $backslash UTF-8 0" PYTHONIOENCODING=latin-1
encodings "utf-8 replace replace $backslash UTF-8 0" PYTHONIOENCODING=:replace
encodings "ascii ignore ignore $backslash UTF-8 0" PYTHONIOENCODING=ascii:ignore
tap_result "-X utf8" "$(same "utf-8 $escape $escape $backslash utf-8 1" \
    "$(run "$adder" -X utf8 -c "$what")")"
tap_result "-X utf8=0 in a plain locale" \
    "$(same "ascii $escape $escape $backslash ANSI_X3.4-1968 0" \
        "$(run LC_ALL=C "$adder" -X utf8=0 -c "$what")")"
tap_result "bytes that are no text pass through" "$(same "$(printf 'a\377b')" \
    "$(printf 'a\377b' | run "$adder" -c 'print(input())')")"

none='import sys; print(sys.stdin, sys.__stdin__)'
tap_result "a closed stdin is None" \
    "$(same 'None None' "$(run "$adder" -c "$none" <&-)")"
tap_result "a closed stdout swallows what is printed" \
    "$(run "$adder" -c 'print(3)' 2>&1 >&- || echo "status $?")"
run "$adder" -c '1/0' 2>&-
tap_result "a closed stderr swallows tracebacks" "$(same 1 $?)"
tap_result "sys.stdout.close() is no error" \
    "$(run "$adder" -c 'import sys; sys.stdout.close()' 2>&1 || echo "status $?")"

run "$adder" -c 'import sys
print(1, end=""); sys.stdout.flush(); sys.stderr.write("2")
print(3, end=""); sys.stderr.write("4\n")' >"$work/both" 2>&1
tap_result "stderr is written when its line ends, stdout later" \
    "$(same 1243 "$(tr -d '\n' <"$work/both")")"
run "$adder" -u -c 'import sys
print(1, end=""); sys.stderr.write("2"); print(3, end="")
print(sys.stdout.write_through, sys.stdout.line_buffering, file=sys.stderr)' \
    >"$work/both" 2>&1
tap_result "-u writes at once" "$(same '123True False' "$(cat "$work/both")")"

if [ -c /dev/full ]; then
    run "$adder" -c 'print("x")' >/dev/full 2>"$work/err"
    status=$?
    tap_result "what cannot be flushed at the end: status 120, said once" \
        "$(same '120 1' "$status $(grep -c 'Exception ignored' "$work/err")")"
    run "$adder" -c 'print("x", flush=True)' >/dev/full 2>/dev/null
    tap_result "what cannot be flushed before or then: an exception, and the same status" "$(same 120 $?)"
fi
{
    run "$adder" -c 'for i in range(100000): print(i)' 2>"$work/err"
    echo "$?" >"$work/status"
} | head -n 1 >/dev/null
tap_result "a broken pipe is an exception" \
    "$(same '1 1' "$(cat "$work/status") $(grep -c BrokenPipeError "$work/err")")"
cat >"$work/warns.py" <<'END'
import gc, sys
def leave():
    f = open('/dev/null')
leave()
(lambda *a: None)(1, 2, 3, 4, 5, 6)
for i in range(20):
    leave()
gc.collect()
END
tap_result "files that nobody closed" \
    "$(run "$adder" -W always "$work/warns.py" 2>&1 |
        grep -q "ResourceWarning: unclosed file <_io.TextIOWrapper name='/dev/null' mode='r' encoding='UTF-8'>" ||
        echo "no warning")"
tap_result "-X warn_default_encoding" \
    "$(run "$adder" -X warn_default_encoding -c 'open("/dev/null")' 2>&1 |
        grep -q "EncodingWarning: 'encoding' argument not specified" ||
        echo "no warning")"
tap_end
