# SPDX-License-Identifier: MIT
# What an option of configure names must be there.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

[ -x "$top/configure" ] || tap_end "there is no configure"
[ ! -f "$top/config.status" ] ||
    tap_end "the sources are configured: no other build beside"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99

for option in --with-clang=/nowhere/clang --with-stdlib=/nowhere \
    --with-stdlib=nowhere --enable-experimental-jit=perhaps --with-lto=much; do
    problem=
    if "$top/configure" -q -C "CC=${CC:-cc}" "$option" >out 2>&1; then
        problem="configure takes it"
    elif ! grep -qF -e "error: $option" out; then
        problem=$(tail -n 5 out)
    fi
    tap_result "configure refuses $option" "$problem"
done
tap_end
