# SPDX-License-Identifier: MIT
# A build whose stencils are stale or gone ends, and says which file it was and
# what mends it.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

build=${top_builddir:-$top/build}
file=$(sed -n 's/^ADDER_STENCILS = //p' "$build/Makefile" 2>/dev/null)
[ -n "$file" ] && [ "${ADDER_JIT-}" != no ] && [ "${ADDER_JIT-}" != interpreter ] ||
    tap_end "built without stencils"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

compile() { # abi_check.c with $work/$file
    # shellcheck disable=SC2086
    (cd "$build" && $CC -I"$work" $HEADER_CFLAGS -fsyntax-only \
        "$top/src/jit/abi_check.c") 2>&1
}

cp "Stencils/$file" "$work/$file"
problem=$(compile) && problem=
tap_result "stencils of this tree compile" "$problem"

# NAME PATTERN: the first such line of the file with another number.
stale() {
    awk -v pattern="$2" '
        !done && $0 ~ pattern { sub(/[0-9]+\)/, "1" "&"); done = 1 }
        { print }' "Stencils/$file" >"$work/$file"
    problem=
    if cmp -s "Stencils/$file" "$work/$file"; then
        problem="no line is like $2"
    elif said=$(compile); then
        problem="it compiles"
    else
        case $said in
        *'stale stencils: make regen-stencils'*"$file:"*) ;;
        *"$file:"*'stale stencils: make regen-stencils'*) ;;
        *) problem=$said ;;
        esac
    fi
    tap_result "stale: $1" "$problem"
}

stale "a field elsewhere" '^STENCIL_FIELD'
stale "an object of another size" '^STENCIL_SIZE'
stale "another numbering of micro-ops" '^STENCIL_UOP\('
stale "another numbering of helpers" '^STENCIL_HELPER'

problem=
if MAKEFLAGS='' ${MAKE:-make} -C "$build" src/jit/stencils.lo \
    ADDER_STENCILS=jit_stencils-vax-vms.h >"$work/said" 2>&1; then
    problem="make is content"
fi
case $(cat "$work/said") in
*'Stencils/jit_stencils-vax-vms.h is missing'*'make regen-stencils'*) ;;
*) problem=$(cat "$work/said") ;;
esac
tap_result "make names a file that is gone" "$problem"
tap_end
