# SPDX-License-Identifier: MIT
# Built with control flow protection (configure's -fcf-protection=return and
# -mbranch-protection=standard, or the user's), each object says so in its notes:
# one that does not makes the linker drop the protection of the whole program.
# And compiled code has landing pads.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

build=${top_builddir:-$top/build}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# ---- what is jumped to from elsewhere, in the stencils of all platforms ----
landing() { # FILE STENCIL: the first instruction of its disassembly
    awk -v name="STENCIL_$2" '
        $0 ~ "^/\\* " name "( |$)" { found = 1; next }
        found { print $1, $2; exit }' "$1"
}
for file in Stencils/jit_stencils-*.h; do
    case $file in
    *x86_64*) entry='endbr64' landing='endbr64' ;;
    *) entry='paciasp' landing='bti jc' ;; # paciasp is a bti c, too
    esac
    found=
    got=$(landing "$file" ENTRY)
    [ "${got% }" = "$entry" ] || found="ENTRY begins with $got"
    got=$(landing "$file" LANDING)
    [ "${got% }" = "$landing" ] || found="$found LANDING is $got"
    tap_result "$(basename "$file") has landing pads" "$found"
    # ENTRY goes to a trace, calls of natives and of functions of doubles to C:
    # all are landing pads.
    others=$(awk '/^\/\* / { stencil = $2; n++ }
        /^   ([0-9a-f]+: )?((br|blr|braa|blraa) |(jmp|call) (r|qword))/ {
            seen[stencil]++
            if (stencil != "STENCIL_ENTRY" && stencil !~ /^CALL_(NATIVE|LEAF|READER|PURE|TOTAL|DOUBLE)(_|$)/)
                print stencil ": " $0 }
        END { if (!seen["STENCIL_ENTRY"]) print "that of ENTRY is not seen" }
        ' "$file")
    tap_result "$(basename "$file") has no other indirect jumps" "$others"
done

# ---- the objects ----
features() { # FILE
    readelf -n "$1" 2>/dev/null | sed -n 's/.*feature: *//p' | sort -u
}
command -v readelf >/dev/null || tap_end
echo 'int main(void) { return 0; }' >"$work/main.c"
# shellcheck disable=SC2086 # CC and the flags are lists of words
${CC:-cc} ${OBJECT_CFLAGS-} -c -o "$work/main.o" "$work/main.c" || exit 99
want=$(features "$work/main.o")
if [ -z "$want" ]; then
    case $(${CC:-cc} -dumpmachine) in
    x86_64-*-linux* | aarch64-*-linux*)
        # shellcheck disable=SC2086
        problem=$(for flag in -fcf-protection=return \
            -mbranch-protection=standard; do
            ${CC:-cc} -Werror $flag -c -o "$work/main.o" "$work/main.c" \
                2>/dev/null && echo "the compiler takes $flag"
        done)
        tap_result "protected as far as the compiler can" "$problem"
        ;;
    esac
    echo "# this build asks for no protection: objects are not judged"
    tap_end
fi
found=$(find "$build/src" -name '*.o' | while read -r object; do
    [ "$(features "$object")" = "$want" ] || echo "${object#"$build"/}"
done)
tap_result "every object has: $want" "$found"
case " ${OBJECT_CFLAGS-} " in
*' -flto'*) ;;
*)
    # All of ours linked, and nothing else.
    objects=$(find "$build/src" -path '*/.libs/*.o')
    [ -n "$objects" ] || objects=$(find "$build/src" -name '*.o')
    # shellcheck disable=SC2086
    problem=$(${CC:-cc} -r -nostdlib -o "$work/all.o" $objects 2>&1) || true
    got=$(features "$work/all.o")
    [ "$got" = "$want" ] || problem="it has: $got $problem"
    tap_result "linked alone they keep it" "$problem"
    ;;
esac
# What the C library's own objects allow.
# shellcheck disable=SC2086
${CC:-cc} ${OBJECT_CFLAGS-} -o "$work/main" "$work/main.o" || exit 99
found=
for program in adder .libs/libadder.so; do
    [ -f "$build/$program" ] || continue
    [ "$(features "$build/$program")" = "$(features "$work/main")" ] ||
        found="$found $program has: $(features "$build/$program")"
done
tap_result "the programs have what others have here" "$found"
tap_end
