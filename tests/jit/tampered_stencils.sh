# SPDX-License-Identifier: MIT
# Every way to tamper with Stencils/ is noticed, and by whom: a table, a row each.
# Works on a copy.  Each row is tried on
#   check   Tools/stencils/check as anybody can run it, with sh alone
#   python  the same where there is Python, which asks the generator for the flags
#   verify  comparison with what the pinned clang makes again (Tools/stencils/verify)
# in this order; the one that it names must be the first to notice, and verify
# must notice everything.  Here the committed files stand for what clang makes;
# Tools/packages/regen spoilt makes them with clang (MADE: their directory), and
# adds what needs clang.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

command -v sha256sum >/dev/null 2>&1 || command -v shasum >/dev/null 2>&1 ||
    tap_end "no program for SHA-256"
sh Tools/stencils/check >/dev/null 2>&1 ||
    tap_end "the stencils are stale: Tools/checks/stencils says so"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/tree"
. Tools/stencils/manifest.sh
for file in $(stencil_sources) src/base/limits.h Tools/stencils/*; do
    [ -f "$file" ] || continue
    mkdir -p "$work/tree/$(dirname "$file")"
    cp -f "$file" "$work/tree/$file"
done
cp -R Stencils "$work/pristine"
chmod -R u+w "$work" # not so where make distcheck unpacks
made=${MADE:-$work/pristine}
python_here=no
! have_python || python_here=yes

# ---- tampering: in $work/tree, on the file or manifest of $platform ----
edit() { # FILE AWK-PROGRAM [awk argument]...
    edited=$1 program=$2
    shift 2
    awk "$@" "$program" "$edited" >../edited && cat ../edited >"$edited"
}

manifest() { # AWK-PROGRAM: `mine` where the platform's lines are
    edit Stencils/MANIFEST \
        '/^file:/ { mine = index($2, "-" platform ".h") } '"$1" \
        -v platform="$platform"
}

# What someone does who knows the rules: every line says what the tree has.
fit() {
    PYTHON=false
    expected_manifest >../fitting
    cat ../fitting >Stencils/MANIFEST
    unset PYTHON
}

arrays() { # FILE: the tables in it
    sed -n 's/^const [A-Za-z0-9_]* \([a-z0-9_]*\)\[.*{$/\1/p' "$1"
}

in_array() { # ARRAY AWK-PROGRAM: on its lines but comments, `n` of them so far
    edit "$file" '
        $0 ~ "^const .* " array "\\[" { inside = 1 }
        /^};/ { inside = 0 }
        { is_entry = inside && /^[^\/c ].*[0-9]/ }
        is_entry { n++ }
        '"$2" -v array="$1"
}

change_number() { # ARRAY: the last one in its third line
    in_array "$1" '
        is_entry && n == 3 {
            match($0, /[0-9]+[^0-9]*$/)
            head = substr($0, 1, RSTART - 1)
            tail = substr($0, RSTART)
            number = tail + 0
            sub(/^[0-9]+/, "", tail)
            $0 = head (number ? number - 1 : 1) tail
        }
        { print }'
}

swap_entries() { # ARRAY: its third line with the first later one that differs
    in_array "$1" '
        is_entry && n == 3 { kept = $0; others = ""; waiting = 1; next }
        waiting && is_entry && $0 != kept {
            print
            printf "%s", others
            print kept
            waiting = 0
            next
        }
        waiting { others = others $0 "\n"; next }
        { print }'
}

# ---- the table ----
notices() { # WHO: what it says of the tree, if it notices
    case $1 in
    check) said=$(PYTHON=false sh Tools/stencils/check 2>&1) && said= ;;
    python) said=$(sh Tools/stencils/check 2>&1) && said= ;;
    verify)
        said=$(sh Tools/stencils/compare Stencils "$made" ../patch 2>&1) && said=
        ;;
    esac
    [ -n "$said" ]
}

rows=0
row() { # WHO NAME WHAT-IT-SAYS COMMAND
    rows=$((rows + 1))
    cd "$work/tree" || exit
    rm -rf Stencils
    cp -R "$work/pristine" Stencils
    eval "$4" || echo "Bail out! $4"
    problem=
    if diff -r "$work/pristine" Stencils >/dev/null; then
        problem="nothing was tampered with"
    fi
    case $1-$python_here in
    check-*) tried=check ;;
    python-yes | verify-yes) tried="check python" ;;
    *) tried=check ;;
    esac
    noticed=
    for who in $tried; do
        if [ -z "$noticed" ] && notices $who; then
            noticed=$who sentence=$said
        fi
    done
    if ! notices verify; then
        problem="$problem verify does not notice"
    elif [ -z "$noticed" ]; then
        noticed=verify sentence=$said
    fi
    [ "$1-$python_here" != python-no ] || noticed=python sentence=$3
    [ "$noticed" = "$1" ] || problem="$problem it is $noticed that notices: $sentence"
    case $sentence in
    *"$3"*) ;;
    *) problem="$problem it says: $sentence" ;;
    esac
    cd "$top" || exit
    tap_result "$1 notices: $2" "$problem"
}

platform=x86_64-linux
file=Stencils/jit_stencils-$platform.h
differ='differ from what regen writes'

# Each kind of line of MANIFEST: another value, none, twice, one too many.
row check "another compiler" "the line compiler: should be" \
    'manifest "/^compiler:/ { \$4 = \"22.1.8\" } { print }"'
row check "the compiler's next version" \
    "the line compiler: should be $(pinned_compiler)" \
    'manifest "/^compiler:/ { \$4 = \$4 \".1\" } { print }"'
row check "no compiler" "no line compiler:" 'manifest "!/^compiler:/"'
row check "a second compiler" "not as it is written" \
    'manifest "{ print } /^compiler:/ { print \"compiler: clang version 22.1.8\" }"'
row check "a source's digest" "uops.def has changed" \
    'manifest "/uops.def/ { sub(/[0-9a-f]/, \$2 ~ /^0/ ? 1 : 0, \$2) } { print }"'
row check "a source dropped" "src/abi/uop_call.h has been added" \
    'manifest "!/uop_call.h/"'
row check "the template dropped" "src/jit/stencil_template.c has been added" \
    'manifest "!/stencil_template.c/"'
row check "the generator dropped" "Tools/stencils/generate has been added" \
    'manifest "!/stencils.generate/"'
row check "all sources dropped" "has been added" 'manifest "!/^source:/"'
row check "a file that is no source, with its digest" "is no source of theirs" \
    'manifest "{ print } /stencil_template.c/ {
        print \"source: '"$(source_digest src/base/limits.h)"' src/base/limits.h\" }"'
row check "a source that is not there" "is gone" \
    'manifest "{ print } /slot.h/ { sub(/slot/, \"slut\"); print }"'
row check "a source twice" "not as it is written" \
    'manifest "{ print } /slot.h/ { print }"'
row check "digests of two sources swapped" "slot.h has changed" \
    'manifest "/thread.h/ { t = \$2 } { line[NR] = \$0 } /slot.h/ { s = \$2 }
        END { for (i = 1; i <= NR; i++) { if (line[i] ~ /slot.h/) sub(s, t, line[i])
            else if (line[i] ~ /thread.h/) sub(t, s, line[i]); print line[i] } }"'
row check "a platform renamed" "is of no platform" \
    'manifest "/^file:/ && mine { sub(/linux/, \"plan9\") } { print }"'
row check "a platform dropped" "no line file: jit_stencils-$platform.h" \
    'manifest "!mine"'
row check "a platform too many, with its file" "is not in Stencils/MANIFEST" \
    'cp $file Stencils/jit_stencils-x86_64-plan9.h
    manifest "mine { kept = kept \$0 \"\n\" } { print }
        END { gsub(/linux/, \"plan9\", kept); printf \"\n%s\", kept }"'
row check "a file's digest" "$platform.h is not what was generated" \
    'manifest "/^sha256:/ && mine { sub(/[0-9a-f]/, \$2 ~ /^0/ ? 1 : 0, \$2) } { print }"'
row check "no digest of a file" "no line sha256: jit_stencils-$platform.h" \
    'manifest "!(/^sha256:/ && mine)"'
row check "a second digest of a file" "not as it is written" \
    'manifest "{ print } /^sha256:/ && mine { \$2 = 0; print }"'
row verify "an input digest" "$differ" \
    'manifest "/^input-digest:/ && mine { sub(/[0-9a-f]/, \$2 ~ /^0/ ? 1 : 0, \$2) } { print }"'
row check "no input digest" "no line input-digest: jit_stencils-$platform.h" \
    'manifest "!(/^input-digest:/ && mine)"'
row python "a flag dropped" "the line flags: jit_stencils-$platform.h should be" \
    'manifest "/^flags:/ && mine { sub(/ -ffreestanding/, \"\") } { print }"'
row python "a flag added" "the line flags: jit_stencils-$platform.h should be" \
    'manifest "/^flags:/ && mine { \$0 = \$0 \" -fplugin=x.so\" } { print }"'
row python "another target" "the line flags: jit_stencils-$platform.h should be" \
    'manifest "/^flags:/ && mine { sub(/x86_64/, \"i386\") } { print }"'
row check "no flags" "no line flags: jit_stencils-$platform.h" \
    'manifest "!(/^flags:/ && mine)"'
row check "a line of another kind" "not as it is written" \
    'echo "checked-by: somebody" >>Stencils/MANIFEST'
row check "a comment" "not as it is written" \
    'manifest "/^#/ { sub(/SHA-256/, \"MD5\") } { print }"'
row check "an empty line" "not as it is written" 'echo >>Stencils/MANIFEST'
row check "another order" "not as it is written" \
    'manifest "/slot.h/ { kept = \$0; next } { print } /thread.h/ { print kept }"'
row check "ends of lines" "has been added" \
    'manifest "{ sub(/\$/, \"\r\"); print }"'
row check "an empty manifest" "has been added" ': >Stencils/MANIFEST'
row check "no manifest" "MANIFEST is missing" 'rm Stencils/MANIFEST'

# Each file: changed, with digests made to fit, exchanged, cut, gone, added.
for platform in $(stencil_platforms); do
    file=Stencils/jit_stencils-$platform.h
    row check "a byte of $platform" "$file is not what was generated" \
        'change_number stencil_code'
    row verify "a byte of $platform, digests made to fit" "$file" \
        'change_number stencil_code && fit'
    row check "no $platform" "$file is missing" 'rm $file'
done
platform=x86_64-linux
file=Stencils/jit_stencils-$platform.h
row check "a byte, its digest, and another compiler" "the line compiler: should be" \
    'change_number stencil_code && fit &&
    manifest "/^compiler:/ { \$4 = \"22.1.8\" } { print }"'
row check "no $platform, nor in the manifest" "no line file: jit_stencils-$platform.h" \
    'rm $file && manifest "!mine"'
row check "one platform's file as another's" "is not what was generated" \
    'cp Stencils/jit_stencils-x86_64-windows.h $file'
row verify "one platform's file as another's, digests made to fit" "$file" \
    'cp Stencils/jit_stencils-x86_64-windows.h $file && fit'
row check "half a file" "is not what was generated" \
    'edit $file "NR < 1000"'
row verify "half a file, digests made to fit" "$file" \
    'edit $file "NR < 1000" && fit'
row check "a file of no platform" "is not in Stencils/MANIFEST" \
    'cp $file Stencils/jit_stencils-vax-vms.h'
row check "a file that stencils could include" "does not belong there" \
    'echo "#define STENCIL_NONE 0" >Stencils/more.h'
row check "a hidden directory" "does not belong there" \
    'mkdir Stencils/.more && cp $file Stencils/.more'

# What a file has: each of its tables, whatever they are, what it was made for,
# and what a reviewer reads.
for array in $(arrays "$file"); do
    row verify "a number in $array, digests made to fit" "$file" \
        'change_number $array && fit'
    row verify "two entries of $array exchanged, digests made to fit" "$file" \
        'swap_entries $array && fit'
done
tap_result "the file's tables are found" \
    "$([ "$(arrays "$file" | wc -l)" -ge 3 ] || echo "only: $(arrays "$file")")"
row verify "an offset that it was made for, digests made to fit" "$file" \
    'edit $file "/^STENCIL_FIELD/ && !n++ { sub(/[0-9]+\)\$/, \"16)\") } { print }" && fit'
row verify "a disassembly that lies, digests made to fit" "$file" \
    'edit $file "{ n += sub(/ret/, \"nop\") && !n } { print }" && fit'
row verify "a directive, digests made to fit" "$file" \
    'edit $file "{ print } /^#ifdef STENCIL_TABLES/ {
        print \"#define stencil_code more_code\" }" && fit'

# ---- a back door: with clang ----
# A stencil that does what its source says but for one number, which no input of
# a test will be: from a body with that comparison, committed beside the body
# without it.
back_door() {
    cp -R "$work/tree" "$work/evil"
    (
        cd "$work/evil" || exit
        edit src/abi/uop_number.h '
            { print }
            /^BODY\(BINARY_OP_ADD_INT,/ { inside = 1 }
            inside && /^\{$/ {
                print "    if (a.bits == 0x5ca1ab1e0ddba115) {"
                print "        *out = b;"
                print "        return UOP_NEXT;"
                print "    }"
                inside = 0
            }'
        Tools/stencils/generate --platform $platform Stencils
    ) >/dev/null || return
    cat "$work/evil/$file" >"$file"
    fit
}
if [ -n "${MADE-}" ]; then
    row verify "a comparison with one number, digests made to fit" "$file" back_door
    # Why it takes verify.
    STENCILS=$work/evil/Stencils Tools/stencils/test -q -m 0 $platform \
        >"$work/said" 2>&1 && said= || said=$(cat "$work/said")
    tap_result "no input meets it: Tools/stencils/test is content" "$said"

    # With another compiler, by hand: the committed stencils are judged, too, not
    # only those that it makes.  It is one that makes the same.
    mkdir -p "$work/hand" "$work/other"
    cp -R src Stencils "$work/hand"
    mkdir -p "$work/hand/Tools" "$work/hand/tests"
    cp -R Tools/stencils "$work/hand/Tools"
    cp -R tests/jit "$work/hand/tests"
    cp -R "$MADE"/* "$work/other"
    sed 's/^compiler: .*/compiler: clang version 99.1.0/' "$MADE/MANIFEST" \
        >"$work/other/MANIFEST"
    cat >"$work/python" <<END
#!/bin/sh
case \$1 in
*/generate) mkdir -p "\$3" && exec cp "$work/other"/* "\$3" ;;
*) exec '${PYTHON:-python3}' "\$@" ;;
esac
END
    chmod +x "$work/python"
    by_hand() { # WHAT-IT-SAYS: of the tree in $work/hand
        said=$(cd "$work/hand" && PYTHON=$work/python \
            Tools/stencils/verify --by-behaviour "$work/patch" 2>&1)
        case $said in
        *"$1"*) ;;
        *) echo "$said" ;;
        esac
    }
    tap_result "by behaviour: the same bytes" "$(by_hand \
        'clang version 99.1.0 makes the committed stencils, byte for byte')"
    (
        cd "$work/hand" || exit
        change_number stencil_code
        fit
    )
    tap_result "by behaviour: a spoilt stencil, digests made to fit" \
        "$(by_hand 'do not behave as their source')"
fi
tap_end
