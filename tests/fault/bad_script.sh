# SPDX-License-Identifier: MIT
# Scripts that are not text end in an exception.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

check() { # WHAT GOT WANT
    tap_result "$1" \
        "$([ "$2" = "$3" ] || printf '%s\n' "got  $2" "want $3")"
}
last_line() { # of what a script says, with the exit status
    (cd "$work" && $adder spam.py 2>&1 >/dev/null; echo $?) | tail -n 2 |
        tr '\n' ' '
}

see='but no encoding declared; see https://peps.python.org/pep-0263/ for details'
printf '# x\ny = "\377"\n' >"$work/spam.py"
check "a byte that is not UTF-8" "$(last_line)" \
    "SyntaxError: Non-UTF-8 code starting with '\\xff' in file $work/spam.py on line 2, $see 1 "
printf '# coding: nope\n' >"$work/spam.py"
check "an encoding that there is not" "$(last_line)" \
    "SyntaxError: encoding problem: nope 1 "
printf 'x = 1\000\n' >"$work/spam.py"
check "a null byte" "$(last_line)" \
    "ValueError: source code string cannot contain null bytes 1 "
head -c 100000 "$adder" >"$work/spam.py"
check "a program that is not Python" "$(last_line)" \
    "ValueError: source code string cannot contain null bytes 1 "
printf 'try:\n' >"$work/spam.py"
check "a block missing at the end of a script: no column" \
    "$(cd "$work" && $adder spam.py 2>&1)" "  File \"$work/spam.py\", line 1
    try:
IndentationError: expected an indented block after 'try' statement on line 1"
check "the same of text: a column" "$($adder -c 'try:' 2>&1)" \
    "  File \"<string>\", line 1
    try:
        ^
IndentationError: expected an indented block after 'try' statement on line 1"
check "an invalid script's line that has no end" \
    "$($adder -c 'raise SyntaxError("m", ("f", 1, 5, "a\nbcd\n"))' 2>&1 |
        sed -n '3,$p')" '  File "f", line 1
    bcd
      ^
SyntaxError: m'
printf 'def f(): 1 / 0\n' >"$work/spam.py"
check "a module found by a relative path has an absolute one" \
    "$(cd "$work" && $adder -c 'import spam; spam.f()' 2>&1 | sed -n '3p')" \
    "  File \"$work/spam.py\", line 1, in f"
mkdir "$work/eggs" && mv "$work/spam.py" "$work/eggs"
check "so does a package" "$(cd "$work" && $adder -c 'import sys
sys.path.insert(0, "eggs")
import eggs, spam; print(list(eggs.__path__), spam.__file__)')" \
    "['$work/eggs'] $work/eggs/spam.py"

printf 'x = 1\nassert (x, 2)\n' >"$work/spam.py"
check "a warning" "$(cd "$work" && $adder spam.py 2>&1)" \
    "$work/spam.py:2: SyntaxWarning: assertion is always true, perhaps remove parentheses?
  assert (x, 2)"
check "-W ignore" "$(cd "$work" && $adder -W ignore spam.py 2>&1)" ""
check "-W error" "$(cd "$work" && $adder -W error spam.py 2>&1)" \
    "  File \"$work/spam.py\", line 2
    assert (x, 2)
    ^^^^^^^^^^^^^
SyntaxError: assertion is always true, perhaps remove parentheses?"
tap_end
