# SPDX-License-Identifier: MIT
# A platform without stencils is warned about by configure, and built with the
# micro-op interpreter: make is not where anyone finds out.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

[ -x "$top/configure" ] || tap_end "there is no configure"
[ ! -f "$top/config.status" ] ||
    tap_end "the sources are configured: no other build beside"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99

# As on a machine that nobody has made stencils for; nothing is run there.
problem=
"$top/configure" -q -C --build=x86_64-pc-linux-gnu --host=s390x-ibm-linux-gnu \
    "CC=${CC:-cc}" PKG_CONFIG="${PKG_CONFIG:-pkg-config}" CFLAGS=-O0 \
    --enable-experimental-jit=yes >out 2>&1 ||
    problem="configure fails: $(tail -n 5 out)"
case $(tr '\n' ' ' <out) in
*'no stencils for s390x-linux'*'micro-op interpreter'*'make regen-stencils'*) ;;
*) problem=$(tail -n 40 out) ;;
esac
tap_result "configure warns and says what would help" "$problem"

problem=
MAKEFLAGS='' ${MAKE:-make} -n libadder.la >made 2>&1 ||
    problem=$(tail -n 5 made)
if grep -qE 'src/jit/(stencils|emitter)' made; then
    problem="make would compile machine code's files"
fi
grep -q 'src/trace/uop_interp' made ||
    problem="make would not compile the micro-op interpreter"
tap_result "make builds the micro-op interpreter" "$problem"
tap_end
