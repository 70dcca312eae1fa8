# SPDX-License-Identifier: MIT
# The command beside CPython's: each case of tests/main/cases/*.cases, a piece of
# shell, prints and ends as CPython 3.11 did when it was recorded:
#
#     == what it shows
#     "$py" -c 'print(1)'
#
# The recorded outputs are beside them, *.out; recording is
# `tests/main/command_cases.sh --record [NAME...]`, in a build's surroundings.  A case
# runs in an empty directory and a bare environment; $py is the interpreter, and its
# path and the directory's are PY and DIR in what is compared.  The last line is the
# status of the shell.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

cases=$top/tests/main/cases
mkdir "$work/home"

judge=/usr/bin/python3.11
record=no
[ "${1-}" = --record ] && {
    record=yes
    shift
}

run_case() { # INTERPRETER FILE: of shell; what it says
    rm -rf "$work/dir"
    mkdir "$work/dir"
    (
        cd "$work/dir" || exit
        ulimit -c 0
        env -i PATH="$PATH" HOME="$work/home" LC_ALL=C.UTF-8 ${TSAN_OPTIONS+"TSAN_OPTIONS=$TSAN_OPTIONS"} \
            ${ASAN_OPTIONS+"ASAN_OPTIONS=$ASAN_OPTIONS"} py="$1" \
            timeout 120 sh "$2" 2>&1 </dev/null
        echo "status $?"
    ) | sed "s|$1|PY|g; s|$work/dir|DIR|g; s|Try .python -h|Try \`PY -h|"
}

split() { # FILE OF-CASES DIRECTORY: NUMBER.sh each, and the list of titles
    mkdir -p "$2"
    awk -v to="$2" '
        /^== / { n++; print substr($0, 4) >(to "/titles"); next }
        n > 0 { print >(to "/" n ".sh") }' "$1"
}

expected_of() { # FILE OF-OUTPUTS TITLE
    awk -v title="== $2" '
        /^== / { on = $0 == title; next }
        on { print }' "$1"
}

check_file() { # NAME
    split "$cases/$1.cases" "$work/$1"
    n=0
    while read -r title; do
        n=$((n + 1))
        run_case "$adder" "$work/$1/$n.sh" >"$work/got"
        expected_of "$cases/$1.out" "$title" >"$work/want"
        tap_result "$1: $title" "$(diff "$work/want" "$work/got")"
    done <"$work/$1/titles"
}

record_file() { # NAME
    split "$cases/$1.cases" "$work/$1"
    n=0
    while read -r title; do
        n=$((n + 1))
        echo "== $title"
        run_case "$judge" "$work/$1/$n.sh"
    done <"$work/$1/titles" >"$cases/$1.out"
}

if [ $record = no ]; then
    needs_native
    "$adder" -c 'import json, site' 2>"$work/err" || tap_end "no standard library here"
fi
[ $# -gt 0 ] || set -- $(cd "$cases" && ls *.cases | sed 's/\.cases$//')
for name in "$@"; do
    if [ $record = yes ]; then
        record_file "$name"
    else
        check_file "$name"
    fi
done
[ $record = yes ] || tap_end
