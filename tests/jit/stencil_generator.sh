# SPDX-License-Identifier: MIT
# What the generator promises that can be tested without clang: files change as
# a whole or not at all, name no place of the machine, and survive every clean.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-python3}

# ---- the files ----
paths=$(grep -nE '/(home|root|tmp|usr|opt|build|var|private|Users)/|[A-Z]:\\' \
    Stencils/jit_stencils-*.h Stencils/MANIFEST | head)
tap_result "no path of a machine is in the files" "$paths"
long=$(LC_ALL=C awk 'length > 511 && FILENAME !~ /MANIFEST/ {
    print FILENAME ":" FNR }' Stencils/jit_stencils-*.h | head)
tap_result "lines are short enough for any reviewer's tool" "$long"
big=$(find Stencils -name 'jit_stencils-*.h' -size +1536k)
tap_result "each file is at most 1.5 MB" "$big"
leaks=$(sed -n 's/^source: [^ ]* //p' Stencils/MANIFEST | grep 'config\.h')
tap_result "the build configuration is no source of stencils" "$leaks"
dated=$(grep -nE '(19|20)[0-9][0-9]-[01][0-9]-[0-3][0-9]' Stencils/MANIFEST \
    Stencils/jit_stencils-*.h | head)
tap_result "no date is in the files" "$dated"

# ---- make clean, distclean, maintainer-clean ----
if [ -n "${top_builddir-}" ] && [ -f "$top_builddir/Makefile" ]; then
    for target in clean distclean maintainer-clean; do
        named=$(cd "$top_builddir" && MAKEFLAGS='' ${MAKE:-make} -n $target 2>&1 |
            grep -E 'jit_stencils|Stencils/MANIFEST|rm .*Stencils')
        tap_result "make $target leaves stencils alone" "$named"
    done
fi

if ! $python -c 'import dataclasses, sys; sys.exit(sys.version_info < (3, 9))' \
    >/dev/null 2>&1; then
    tap_result "Python 3.9 is not here: the generator is not tested" ""
    tap_end
fi

# ---- writing ----
problem=$($python -B - <<'EOF' 2>&1
import sys, tempfile, threading
from pathlib import Path
sys.path.insert(0, "Tools/stencils")
from stencillib.generate import write_all

texts = [c * 2_000_000 for c in "ab"]
with tempfile.TemporaryDirectory() as name:
    directory = Path(name)
    write_all(directory, {"f.h": texts[0]})
    writing = True

    def write():
        global writing
        for i in range(60):
            write_all(directory, {"f.h": texts[i % 2]})
        writing = False

    thread = threading.Thread(target=write)
    thread.start()
    seen = 0
    while writing:
        seen += 1
        if (directory / "f.h").read_text() not in texts:
            print("a part of a file was read")
            break
    thread.join()
    if seen < 10:
        print("read only", seen, "times")
EOF
)
tap_result "who reads while stencils are written reads whole files" "$problem"

problem=$($python -B - <<'EOF' 2>&1
import multiprocessing, sys, tempfile
from pathlib import Path
sys.path.insert(0, "Tools/stencils")
from stencillib.generate import write_all


def write(directory, text):
    for i in range(200):
        write_all(directory, {"f.h": text, "g.h": text})


with tempfile.TemporaryDirectory() as name:
    directory = Path(name)
    texts = [c * 20_000 for c in "abc"]
    writers = [multiprocessing.get_context("fork").Process(
        target=write, args=(directory, text)) for text in texts]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        if writer.exitcode != 0:
            print("a writer failed")
    for file in directory.iterdir():
        if file.read_text() not in texts:
            print(f"{file.name}: a mixture, or left behind")
EOF
)
tap_result "who writes while another writes is not disturbed" "$problem"

# ---- what has no place in a stencil ----
problem=$($python -B - <<'EOF' 2>&1
import sys
sys.path.insert(0, "Tools/stencils")
from stencillib.elf import Relocation
from stencillib.holes import hole_of
from stencillib.machines import AARCH64, X86_64

# A call, and what position-independent code brings: R_X86_64_GOTPCREL,
# R_AARCH64_ADR_GOT_PAGE.
for machine, kind, is_known in ((X86_64, 4, True), (AARCH64, 283, True),
                                (X86_64, 9, False), (AARCH64, 311, False)):
    for symbol in ("helper_x", "stencil_EXIT", "memcpy", "__stack_chk_fail"):
        wanted = is_known and symbol in ("helper_x", "stencil_EXIT")
        try:
            hole_of(machine, {"helper_x": 0}, Relocation(
                offset=0, type=kind, symbol=symbol, addend=0))
            accepted = True
        except ValueError:
            accepted = False
        if accepted != wanted:
            print(machine.name, kind, symbol, accepted)
EOF
)
tap_result "relocations and functions that stencils do not know are refused" \
    "$problem"

# ---- templates ----
problem=$($python -B - <<'EOF' 2>&1
import sys
from dataclasses import replace
sys.path.insert(0, "Tools/stencils")
from stencillib import templates
from stencillib.assembly import UnexpectedCode
from stencillib.build import Code
from stencillib.machines import X86_64
from stencillib.variants import NONE, Variant

NAMES = [forms[0] for forms in X86_64.names]
NUMBERS = {"r14": 14, "r15": 15, "rdi": 7, "rsi": 6, "r8": 8, "r9": 9}
LOW = [NUMBERS[name] & 7 for name in NAMES]
HIGH = [NUMBERS[name] >> 3 for name in NAMES]


def mov(to, of):
    return bytes((0x48 | HIGH[of] << 2 | HIGH[to], 0x89,
                  0xC0 | LOW[of] << 3 | LOW[to]))


def made(change=lambda a, out, code: code):
    variants, codes = [], []
    for a in range(6):
        for out in range(6):
            if a != out:
                variants.append(Variant("UOP_X", 7, 0, (a, NONE, NONE), out,
                                        "", True))
                codes.append(Code(change(a, out, mov(out, a)), (),
                                  (f"mov {NAMES[out]}, {NAMES[a]}",)))
    return variants, codes


def fitted(change):
    try:
        return templates.fit(X86_64, *made(change))
    except UnexpectedCode:
        return None


variants, codes = made()
group, = templates.fit(X86_64, variants, codes)
templates.prove(X86_64, [group], variants, codes)
if len(group.templates) != 1 or group.templates[0].text != ("mov out, a",):
    print("not one template:", group)

# The compiler's operands the other way about for some: two templates.
turned, = fitted(lambda a, out, code: mov(a, out) if a < out else code)
if len(turned.templates) != 2:
    print(len(turned.templates), "templates of two ways")

# No field: another opcode for each register.
if fitted(lambda a, out, code: bytes((code[0], 0x80 + 6 * a + out, code[2]))):
    print("36 opcodes were taken for fields")

# A bit of the proof's own: each byte, field, role and member is looked at.
template = group.templates[0]
first = template.fields[0]
spoilt = [replace(template, code=bytes((0x49,)) + template.code[1:]),
          replace(template, fields=template.fields[1:]),
          replace(template, fields=(replace(first, role=3 - first.role),
                                    *template.fields[1:]))]
groups = [replace(group, templates=(t,)) for t in spoilt]
groups.append(replace(group, selector=(0, *group.selector[1:])))
for bad in groups:
    try:
        templates.prove(X86_64, [bad], variants, codes)
        print("a spoilt template proves right:", bad.templates[0])
    except UnexpectedCode:
        pass
EOF
)
tap_result "templates give back what the compiler made, or there are none" \
    "$problem"

# ---- compilers that will not do ----
copy() { # the generator and its sources, in $work/tree
    rm -rf "$work/tree"
    mkdir -p "$work/tree/Stencils"
    cp -R Tools "$work/tree"
    cp -R src "$work/tree"
    cp Stencils/MANIFEST Stencils/jit_stencils-*.h "$work/tree/Stencils"
    chmod -R u+w "$work/tree" # not so where make distcheck unpacks
}
fake() { # VERSION: a clang that says so and does nothing else
    cat >"$work/clang" <<EOF
#!/bin/sh
if [ "\$1" = --version ]; then
    echo "Somebody's clang version $1 (1~exp1)"
    exit
fi
echo "a broken compiler" >&2
exit 1
EOF
    chmod +x "$work/clang"
    cp "$work/clang" "$work/llvm-objdump"
}
refused() { # NAME PATTERN COMMAND...: fails, says so, and writes nothing
    name=$1 pattern=$2
    shift 2
    problem=
    if said=$(cd "$work/tree" && "$@" 2>&1); then
        problem="it succeeds"
    elif ! printf '%s\n' "$said" | grep -q "$pattern"; then
        problem=$said
    fi
    for file in Stencils/MANIFEST Stencils/jit_stencils-*.h; do
        cmp -s "$file" "$work/tree/$file" || problem="$file has changed"
    done
    [ -z "$(find "$work/tree/Stencils" -name '*.new')" ] ||
        problem="a file is left behind"
    tap_result "$name" "$problem"
}
copy
CLANG=$work/clang
export CLANG
pinned=$(. Tools/stencils/manifest.sh && pinned_compiler)
pinned=${pinned##* }
fake "$pinned"
refused "a compiler that fails leaves the stencils as they were" \
    'a broken compiler' Tools/stencils/regen
fake 99.1.0
refused "regen refuses another version, and says which is wanted" \
    "is not clang $pinned" Tools/stencils/regen
fake "${pinned%.*}.99"
refused "regen refuses another release of the same version" \
    "is not clang $pinned" Tools/stencils/regen
fake 18.1.8
refused "verify takes the pinned compiler only" \
    "is not clang $pinned" Tools/stencils/verify "$work/patch"
refused "verify by behaviour says what an older clang lacks" \
    'has no preserve_none' Tools/stencils/verify --by-behaviour "$work/patch"
# A user's flags and search paths, and those of a distribution's build.
cat >"$work/clang" <<EOF
#!/bin/sh
[ "\$1" = --version ] && { echo "clang version $pinned"; exit; }
{ env; printf '%s\n' "\$@"; } >>"$work/told"
echo "told"
exit 1
EOF
for name in CFLAGS CPPFLAGS CPATH C_INCLUDE_PATH CCC_OVERRIDE_OPTIONS; do
    eval "$name=-Dleaked"
    export "${name?}"
done
(cd "$work/tree" && Tools/stencils/regen >/dev/null 2>&1)
unset CFLAGS CPPFLAGS CPATH C_INCLUDE_PATH CCC_OVERRIDE_OPTIONS
problem=$(grep leaked "$work/told")
grep -q -e '^-fno-stack-protector$' "$work/told" ||
    problem="$problem it was not given the stencils' own flags"
tap_result "a build's flags do not reach the stencils' compiler" "$problem"
CLANG=$work/nothing
refused "no compiler: regen says what to install" "Debian: clang-${pinned%%.*}" \
    Tools/stencils/regen

# ---- another compiler, another file ----
copy
cp Stencils/README.md "$work/tree/Stencils"
major=${pinned%%.*} other=99
problem=$(
    cd "$work/tree" || exit 99
    echo "clang $pinned and clang $major, llvm$major, lld-$major" >names
    Tools/stencils/repin $other.1.0 >/dev/null 2>&1 || echo "it fails"
    Tools/stencils/repin --check
    . Tools/stencils/manifest.sh
    is_pinned "clang version $other.1.0" || echo "the pin is $(pinned_compiler)"
    echo "clang $pinned and clang $other, llvm$other, lld-$other" | diff names - || true
    grep -n '^| clang .* what the files' Stencils/README.md | grep -v "$other.1.0"
)
tap_result "repin moves every name of the compiler, and leaves whole versions" "$problem"
copy
problem=$(
    cd "$work/tree" || exit 99
    file=Stencils/jit_stencils-x86_64-linux.h
    awk '/^\/\* BINARY_OP_ADD_INT / { here = 1 }
        here && /^[0-9]/ && !n++ { sub(/^[0-9]+/, ($1 + 1) % 256) } { print }' \
        "$file" >new
    cat new >"$file"
    $python Tools/stencils/differences "$top/Stencils" Stencils >said &&
        echo "it says that there is no difference"
    for line in '| x86_64-linux | [0-9]* | 1 | [0-9]* | [0-9]* |' \
        '| x86_64-darwin | [0-9]* | 0 | [0-9]* | [0-9]* |' 'x86_64-linux: 1 ops' \
        ' *BINARY_OP_ADD_INT'; do
        grep -qx "$line" said || { echo "it does not say: $line"; cat said; }
    done
)
tap_result "differences names the op whose code is another" "$problem"
tap_end
