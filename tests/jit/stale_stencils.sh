# SPDX-License-Identifier: MIT
# Tools/stencils/check fails for what can change the stencils, says what it was
# and what mends it, and for nothing else.  Works on a copy of what it reads.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
. Tools/stencils/manifest.sh
sources=$(sed -n 's/^source: [^ ]* //p' Stencils/MANIFEST)

fresh() { # a tree whose stencils are up to date, in $work/tree
    rm -rf "$work/tree"
    mkdir -p "$work/tree"
    for file in $sources $(ls Tools/stencils/stencillib/*.py) \
        Tools/stencils/check Tools/stencils/manifest.sh \
        Tools/stencils/normalize.awk \
        Stencils/MANIFEST Stencils/jit_stencils-*.h; do
        # A source that is gone is what another test is for.
        [ -f "$file" ] || continue
        mkdir -p "$work/tree/$(dirname "$file")"
        cp -f "$file" "$work/tree/$file"
    done
    chmod -R u+w "$work/tree" # not so where make distcheck unpacks
}

# As if regenerated now: this test is not about today's tree.
settle() {
    (
        cd "$work/tree" || exit
        expected_manifest >"$work/manifest"
        cp "$work/manifest" Stencils/MANIFEST
    )
}

# NAME CAUSE COMMAND: after the command in the tree, check fails and says so.
stale() {
    name=$1 cause=$2
    cp -R "$work/settled" "$work/tree"
    (cd "$work/tree" && eval "$3") || echo "Bail out! $3"
    problem=
    if said=$(sh "$work/tree/Tools/stencils/check" 2>&1); then
        problem="check is content"
    else
        case $said in
        *"$cause"*'make regen-stencils'*) ;;
        *) problem=$said ;;
        esac
    fi
    tap_result "stale: $name" "$problem"
    rm -rf "$work/tree"
}

# NAME COMMAND: check stays content.
unmoved() {
    cp -R "$work/settled" "$work/tree"
    (cd "$work/tree" && eval "$2") || echo "Bail out! $2"
    said=$(cd "$work/tree" && sh Tools/stencils/check 2>&1) && said=
    tap_result "not stale: $1" "$said"
    rm -rf "$work/tree"
}

command -v sha256sum >/dev/null 2>&1 || command -v shasum >/dev/null 2>&1 ||
    tap_end "no program for SHA-256"
fresh
settle
mv "$work/tree" "$work/settled"
platform=$(cd Stencils && ls jit_stencils-*.h | head -n 1)

unmoved "nothing touched" :
stale "a micro-op's body" "src/abi/uop_number.h has changed" \
    'echo "static int more;" >>src/abi/uop_number.h'
stale "a micro-op's row" "src/abi/uops.def has changed" \
    'echo "UOP(X, 0, (), 0, (), NO_OPERAND, NOTHING, 0)" >>src/abi/uops.def'
stale "a helper" "src/abi/helpers.def has changed" \
    'echo "HELPER(int, x, Value v)" >>src/abi/helpers.def'
stale "a layout" "src/abi/layout.h has changed" \
    'echo "struct More { int i; };" >>src/abi/layout.h'
stale "what the ABI lists" "src/jit/template_abi.h has changed" \
    'echo "STENCIL_SIZE(Dict)" >>src/jit/template_abi.h'
stale "the template" "src/jit/stencil_template.c has changed" \
    'echo "#define MORE 1" >>src/jit/stencil_template.c'
stale "a compiler flag" "$generator/machines.py has changed" \
    "sed 's/-O3/-O2/' $generator/machines.py >new && mv new $generator/machines.py"
stale "the generator" "$generator/assembly.py has changed" \
    "echo '# more' >>$generator/assembly.py"
stale "more of the generator" "$generator/more.py has been added" \
    "echo '# more' >$generator/more.py"
stale "more of the ABI" "src/abi/more.h has been added" \
    "echo >src/abi/more.h"
stale "less of the generator" "$generator/table.py, from which" \
    "rm $generator/table.py"
stale "a stencil edited by hand" "$platform is not what was generated" \
    "sed 's/^[0-9]/1&/' Stencils/$platform >new && mv new Stencils/$platform"
stale "half of a file" "$platform is not what was generated" \
    "head -n 1000 Stencils/$platform >new && mv new Stencils/$platform"
stale "a file that is gone" "$platform is missing" "rm Stencils/$platform"
stale "a file that no one knows" "jit_stencils-vax-vms.h is not in" \
    "echo >Stencils/jit_stencils-vax-vms.h"
stale "no manifest" "MANIFEST is missing" 'rm Stencils/MANIFEST'

unmoved "comments and layout" \
    'for f in src/*/*.h src/*/*.def; do
        printf "/* A remark\n * on two lines. */\n\n" | cat - $f >new
        mv new $f
    done'
# Not within directives and literals.
cat >"$work/wrap.awk" <<'END'
/[#"]/ || /\\$/ || inside { print; inside = /\\$/; next }
{ gsub(/, /, ",\n  "); print }
END
unmoved "where lines end" \
    'for f in src/abi/*.h; do awk -f ../wrap.awk $f >new && mv new $f; done'
unmoved "the build configuration" \
    'echo "#define ADDER_JIT_DEFAULT_ON 1" | tee config.h >src/config.h'
unmoved "times of files" 'find . -type f -exec touch -t 203001010000 {} +'
unmoved "bytecode of the generator" \
    "mkdir $generator/__pycache__ && echo x >$generator/__pycache__/table.pyc"
unmoved "a file half written beside it" "echo x >Stencils/$platform.new"
unmoved "other sources" \
    'mkdir -p src/object/number; echo "int more;" >src/object/number/int.c; echo more >Stencils/README.md'
unmoved "permissions" 'chmod -R go-rwx .'
# A new directory, in which names come in another order.
unmoved "order of directories" \
    'for d in src/abi src/jit Tools/stencils/stencillib Stencils; do
        mkdir new
        for f in $(ls -r $d); do mv $d/$f new; done
        rmdir $d && mv new $d
    done'
CFLAGS='-O0 -D_FORTIFY_SOURCE=3' LC_ALL=C.UTF-8 TZ=Asia/Tokyo
export CFLAGS LC_ALL TZ
unmoved "environment" :
tap_end
