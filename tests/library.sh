# SPDX-License-Identifier: MIT
# libadder from outside: what it exports, and a program that embeds it.
. "${top_srcdir:-$(dirname "$0")/..}/Tools/checks/tap.sh"
build=${top_builddir:-$top/build}
library=$(find "$build/.libs" -name 'libadder.so.*' -type f 2>/dev/null | head -n 1)

if [ -z "$library" ]; then
    tap_end "built without a shared library"
fi

foreign=$(nm -D --defined-only "$library" | awk '$2 ~ /[A-Z]/ { print $3 }' |
    grep -vE '^(adder_|_init$|_fini$|_edata$|_end$|__bss_start$|LIBADDER)')
tap_result "libadder exports only adder_*" "$foreign"

header=$top/src/main/adder.h
if [ -f "$header" ]; then
    # What the header promises, the library has.
    promised=$(grep -oE '\badder_[a-z_0-9]+ *\(' "$header" | tr -d ' (' | sort -u)
    exported=$(nm -D --defined-only "$library" | awk '{ sub(/@.*/, "", $3); print $3 }')
    lacking=$(for name in $promised; do
        echo "$exported" | grep -qx "$name" || echo "$name is not exported"
    done)
    tap_result "libadder exports what adder.h declares" "$lacking"

    # The version script names those and no others.
    mapped=$(sed -n 's/^ *\(adder_[a-z_0-9]*\);$/\1/p' "$top/src/main/libadder.map")
    differing=$({ echo "$promised" && echo "$mapped"; } | sort | uniq -u)
    tap_result "libadder.map lists what adder.h declares" "$differing"
    # Where the linker takes it: every symbol has its version.
    if grep -q 'HAVE_VERSION_SCRIPT_TRUE"\]=""' "$build/config.status" 2>/dev/null; then
        bare=$(nm -D --defined-only "$library" |
            awk '$3 ~ /^adder_/ && $3 !~ /@@LIBADDER_/ { print $3 " has no version" }')
        tap_result "exported functions have a version" "$bare"
    fi
fi

embed() { # SOURCE PRINTED: builds a program with libadder, which prints that
    problem=$(${CC:-cc} ${LINK_CFLAGS-} -I"$top/src/main" -o "$build/tests/embed.bin" \
        "$1" -L"$build/.libs" -ladder -lpthread 2>&1) ||
        problem="${problem:-does not link}"
    if [ -z "$problem" ]; then
        printed=$(LD_LIBRARY_PATH="$build/.libs" "$build/tests/embed.bin" 2>&1)
        [ "$printed" = "$2" ] || problem="printed: $printed"
    fi
    rm -f "$build/tests/embed.bin"
}

if [ -f "$header" ] && [ -z "${ADDER##*/*}" ] && [ "${ADDER#* }" = "$ADDER" ]; then
    embed tests/embed.c "embedded: 42"
    tap_result "another program embeds libadder" "$problem"
    embed tests/embed_thread.c "128 KiB: refused
512 KiB: RecursionError
1024 KiB: RecursionError"
    tap_result "a thread embeds libadder if its stack is large enough" "$problem"
    another="called from another thread than the one that made the interpreter"
    taken="the process has an interpreter already"
    one="first: 1, no error
second: 0, $taken
embed: $taken
command: 1, $taken
string: -1, $another
file: -1, $another
free: 0, $another
new: 0, $taken
works
same: 0, no error
command"
    embed tests/embed_refused.c "$one
$one
none: -1, there is no interpreter"
    tap_result "a second interpreter and other threads are refused" "$problem"
fi

writable=$(readelf -lW "$library" "$build/adder" 2>/dev/null |
    awk '/GNU_STACK/ && /RWE/ { print "an executable stack" }
         /LOAD/ && /RWE/ { print "a segment both writable and executable" }')
tap_result "no segment is writable and executable" "$writable"
tap_end
