# SPDX-License-Identifier: MIT
# On a platform without stencils configure refuses a JIT that was asked for, and
# says what there is instead, which builds; nobody finds out in make or later.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

[ -x "$top/configure" ] || tap_end "there is no configure"
[ ! -f "$top/config.status" ] ||
    tap_end "the sources are configured: no other build beside"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99

# As on a machine that nobody has made stencils for; nothing is run there.
configure() { # VALUE: of --enable-experimental-jit
    "$top/configure" -q -C --build=x86_64-pc-linux-gnu \
        --host=s390x-ibm-linux-gnu "CC=${CC:-cc}" \
        PKG_CONFIG="${PKG_CONFIG:-pkg-config}" CFLAGS=-O0 \
        --enable-experimental-jit="$1" >out 2>&1
}

for value in yes yes-off; do
    problem=
    if configure $value; then
        problem="configure takes it"
    fi
    case $(tr '\n' ' ' <out) in
    *"no stencils for s390x-linux"*"jit=$value needs"*=interpreter*=no*'make regen-stencils'*) ;;
    *) problem=$(tail -n 40 out) ;;
    esac
    tap_result "configure refuses $value and says what would help" "$problem"
done

problem=
configure interpreter || problem="configure fails: $(tail -n 5 out)"
tap_result "configure takes interpreter" "$problem"

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
