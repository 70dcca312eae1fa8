# SPDX-License-Identifier: MIT
# The stencil ABI is src/abi and nothing else.  In a copy of the sources: what
# people add elsewhere leaves every stencil fresh, by Tools/stencils/check and
# by abi_check.c as the compiler sees it; any change to a layout, a number or a
# body in src/abi makes them stale.
. "${top_srcdir:-$(dirname "$0")/../..}/Tools/checks/tap.sh"

command -v sha256sum >/dev/null 2>&1 || command -v shasum >/dev/null 2>&1 ||
    tap_end "no program for SHA-256"
sh Tools/stencils/check >/dev/null 2>&1 || # Tools/checks/stencils says so
    tap_end "the stencils are stale as it is"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
CC=${CC:-cc}
platform=$(cd Stencils && ls jit_stencils-x86_64-linux.h)
mkdir "$work/tree" "$work/tree/Tools"
cp -Rf src Stencils "$work/tree"
cp -Rf Tools/stencils "$work/tree/Tools"
chmod -R u+w "$work/tree"
cd "$work/tree" || exit 99
mkdir "$work/kept"

# The asserted layouts and numbers, in each structure as the build has it.
asserts() {
    # shellcheck disable=SC2086
    $CC -std=gnu11 -fsyntax-only -Isrc -IStencils \
        "-DADDER_STENCILS_FILE=\"$platform\"" src/jit/abi_check.c 2>&1
}

# FILE SCRIPT: edits the file with sed, which must make a difference.
edit() {
    mkdir -p "$work/kept/$(dirname "$1")"
    cp "$1" "$work/kept/$1"
    sed "$2" "$work/kept/$1" >"$1"
    ! cmp -s "$1" "$work/kept/$1" || echo "Bail out! $1: nothing matches $2"
}
undo() {
    cp -Rf "$work/kept/." .
    rm -rf "$work/kept"
    mkdir "$work/kept"
}

# NAME FILE SCRIPT
fresh() {
    edit "$2" "$3"
    said=$(sh Tools/stencils/check 2>&1) && said=$(asserts) && said=
    tap_result "fresh with $1" "$said"
    undo
}
stale() {
    edit "$2" "$3"
    said="$2: check is content"
    sh Tools/stencils/check >/dev/null 2>&1 || said=
    tap_result "stale with $1" "$said"
    undo
}
# The digests see nothing of it, but it does not compile.
refused() {
    edit "$2" "$3"
    said=$(asserts | grep -F "$4") && said= || said="abi_check.c compiles"
    tap_result "refused: $1" "$said"
    undo
}

object=src/object
fresh "nothing new" src/abi/value.h '$a\
'
fresh "a type" $object/core/types.def '$a\
TYPE(SPAM, spam, RECORD)'
fresh "an exception" $object/error/exceptions.def \
    's/^EXCEPTION(Exception, BaseException)/&\
EXCEPTION(SpamError, Exception)/'
fresh "a kind" $object/core/kinds.def '/^KIND(FREE/a\
KIND(SPAM, spam)'
fresh "a module" src/module/modules.def '$a\
MODULE(spam)'
fresh "a method" $object/text/str.c '$a\
static const NativeDef spam[] = {{"spam", NULL, "(self)"}, {0}};'
fresh "a native's property" $object/function/native_def.h 's/NATIVE_STATIC = 1/NATIVE_SPAM = 1 << 9, &/'
fresh "a prototype" $object/type/type.h 's/^void types_init(/void type_spam(Thread *t);\
&/'
# Type's end has a fixed place: what is new takes of its reserve.
take='s/reserved\[TYPE_RESERVED\]/reserved[TYPE_RESERVED - 1]/'
edit $object/type/type.h "$take"
fresh "a slot" $object/type/slots.def '/^SLOT(repr/a\
SLOT(spam, "__spam__", UNARY)'
fresh "a type flag" $object/type/type.h 's/^    TYPE_HEAP = 1/    TYPE_SPAM = 1 << 30,\
&/'
fresh "a field of Type" $object/type/type.h "$take"'
s/^    uint32_t type_flags;/    void *spam;\
&/'
fresh "a field of Shape" $object/type/type.h 's/^    Shape \*parent;/    void *spam;\
&/'
fresh "a field of Code" src/compile/code.h '/^struct Code {/,/^}/s/^    Header h;/&\
    void *spam;/'
fresh "a field of Thread" $object/core/thread.h 's/^    Runtime \*rt;/    void *spam;\
&/'
fresh "a field of Runtime" $object/core/thread.h 's/^    GcHeap \*heap;/    void *spam;\
&/'
fresh "a field of Function" $object/core/layout.h 's/^    FUNCTION_HEAD/&\
    Slot spam;/'
fresh "a field of Native" $object/core/layout.h 's/^    NATIVE_HEAD/&\
    void *spam;/'
fresh "a field of Exception" $object/core/layout.h 's/^    Slot args; /    Slot spam;\
&/'
fresh "a field of Activation" src/exec/activation.h 's/^    ACTIVATION_HEAD/&\
    void *spam;/'
fresh "a flag of objects" src/gc/header.h 's/^    OBJECT_ASCII = 1/    OBJECT_SPAM = 1 << 9,\
&/'
fresh "a flag of frames" src/exec/frame.h 's/^    FRAME_ENTRY = 1/    FRAME_SPAM = 1 << 9,\
&/'
fresh "an instruction" src/exec/instrs.def '$a\
INSTR(SPAM) U(LOAD_FAST, ARG) END'
fresh "a function of the collector" src/gc/heap.h 's/^size_t gc_collect(/void gc_spam(Mutator *m);\
&/'
for file in src/abi/*.h src/abi/*.def src/jit/stencil_template.c; do
    edit "$file" '2i\
/* Spam,\
 * spam and eggs. */'
done
said=$(sh Tools/stencils/check 2>&1) && said=$(asserts) && said=
tap_result "fresh with a comment in each file" "$said"
undo

# One more field in each struct and macro of fields, wherever it is.
for file in src/abi/*.h; do
    for name in $(sed -n 's/^typedef struct \([A-Za-z]*\) {.*/\1/p
        s/^struct \([A-Za-z]*\) {.*/\1/p' "$file"); do
        stale "a field of $name" "$file" "s/^\(typedef \)*struct $name {.*/&\\
    uint32_t spam;/"
    done
    for name in $(sed -n 's/^#define \([A-Z]*_HEAD\) .*/\1/p' "$file"); do
        stale "a field of $name" "$file" "s/^#define $name .*/&\\
    uint32_t spam; \\\\/"
    done
    # One number and one body of each file: digests are of files.
    for name in $(sed -n 's/^ *\([A-Z][A-Z_]*\) = [-0-9x <]*,.*/\1/p' "$file" |
        tail -n 1); do
        stale "another $name" "$file" "s/^\( *$name = \)[-0-9x <]*,/\199,/"
    done
done
for file in src/abi/uop_*.h; do
    for name in $(sed -n 's/^BODY(\([A-Z_0-9]*\).*/\1/p' "$file" | tail -n 1); do
        stale "another body of $name" "$file" "/^BODY($name[,)]/,/^{/s/^{/{\\
    (void)f;/"
    done
done
tap_result "all bodies are in src/abi or the template" "$(
    grep -rlE '^ *BODY\(' src | grep -vE '^src/(abi/uop|jit/template)_')"
stale "another number of an immediate" src/abi/value.h 's/VALUE_BITS(0x04)/VALUE_BITS(0x34)/'
stale "another row" src/abi/uops.def '/^UOP(LOAD_FAST/i\
UOP(SPAM, 0, (), 0, (), NO_OPERAND, NOTHING, 0)'
stale "another helper" src/abi/helpers.def 's/^HELPER(int, helper_set_add/HELPER(int, helper_spam, Thread *t)\
&/'
refused "a type in front of others" $object/core/types.def '/^TYPE(OBJECT/i\
TYPE(SPAM, spam, RECORD)' "rows are added at the end"
refused "a field in front of Thread's" $object/core/thread.h 's/^    THREAD_HEAD/    void *spam;\
&/' "stale stencils"
refused "a field in front of Function's" $object/core/layout.h 's/^    FUNCTION_HEAD/    void *spam;\
&/' "stale stencils"
tap_end
