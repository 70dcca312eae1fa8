#!/bin/sh
# SPDX-License-Identifier: MIT
# Scripts that are not text end in an exception.
top=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
adder=${ADDER:-$top/build/adder}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
check() { # WHAT GOT WANT
    n=$((n + 1))
    if [ "$2" = "$3" ]; then
        echo "ok $n - $1"
    else
        echo "not ok $n - $1"
        printf '%s\n' "got  $2" "want $3" | sed 's/^/# /'
    fi
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
echo "1..$n"
