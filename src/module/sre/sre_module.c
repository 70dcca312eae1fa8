/* SPDX-License-Identifier: MIT */
/* The module _sre. */
#include "module/sre/sre_pattern.h"
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* ---- characters, for the library's compiler ---- */

static bool is_character(int c) { return c >= 0 && c <= 0x10ffff; }

NATIVE(sre, getcodesize, NATIVE_LEAF, "The size of a word of code, in bytes.")
{
    return value_from_int(SRE_CODE_SIZE);
}

NATIVE(sre, ascii_iscased, NATIVE_LEAF, "Whether it is an ASCII letter.",
       (arg, c_int, character), (slash))
{
    return value_from_bool(
        is_character(character) && character < 128 &&
        (sre_lower_ascii((uint32_t)character) != (uint32_t)character ||
         sre_upper_unicode((uint32_t)character) != (uint32_t)character));
}

NATIVE(sre, unicode_iscased, NATIVE_LEAF,
       "Whether it has another upper or lower case.",
       (arg, c_int, character), (slash))
{
    uint32_t c = (uint32_t)character;
    return value_from_bool(
        is_character(character) &&
        (sre_lower_unicode(c) != c || sre_upper_unicode(c) != c));
}

NATIVE(sre, ascii_tolower, NATIVE_LEAF, "Its lower case, in ASCII alone.",
       (arg, c_int, character), (slash))
{
    return value_from_int(is_character(character)
                              ? (int)sre_lower_ascii((uint32_t)character)
                              : character);
}

NATIVE(sre, unicode_tolower, NATIVE_LEAF, "Its lower case.",
       (arg, c_int, character), (slash))
{
    return value_from_int(is_character(character)
                              ? (int)sre_lower_unicode((uint32_t)character)
                              : character);
}

/* ---- compiling ---- */

/* A word of code from an int: 0 or -1 */
static int word_of(Thread *t, Value v, uint32_t *out)
{
    uint64_t word = UINT64_MAX;
    if (value_is_int(v)) {
        word = (uint64_t)value_to_int(v);
    } else if (type_has_flag(v, TYPE_IS_INT)) { /* the library's constants */
        const Int *i = value_is_pointer(v) ? value_to_pointer(v) : NULL;
        if (i == NULL)
            word = value_is_true(v);
        else if (i->size == 0 || i->size == 1)
            word = i->size == 0 ? 0 : i->limbs[0];
    }
    *out = (uint32_t)word;
    return *out == word ? 0
                        : RAISE_INT(raise_error(
                              t, EXC(OverflowError),
                              "regular expression code size limit exceeded"));
}

/* The list's words as a Bytes; NULL with an exception. */
static Bytes *words_of(Thread *t, const List *code)
{
    int64_t n = code->len;
    Bytes *b = bytes_new(t, NULL, n * (int64_t)sizeof(uint32_t));
    if (b == NULL)
        return NULL;
    uint32_t *words = (uint32_t *)(void *)b->data;
    for (int64_t i = 0; i < n; i++)
        if (word_of(t, list_get(code, i), &words[i]) < 0)
            return NULL;
    return b;
}

static int kind_of(Thread *t, Value pattern)
{
    SreSubject s;
    if (value_is_none(pattern))
        return TEXT_ANY;
    if (sre_subject_get(t, pattern, &s) < 0)
        return -1;
    sre_subject_done(&s);
    return s.is_bytes ? TEXT_BYTES : TEXT_STR;
}

NATIVE(sre, compile, 0, NULL,
       (arg, object, pattern), (arg, c_int, flags), (arg, list, code),
       (arg, ssize, groups), (arg, dict, groupindex), (arg, tuple, indexgroup))
{
    Bytes *words = words_of(t, code);
    int kind = words == NULL ? -1 : kind_of(t, pattern);
    if (kind < 0)
        return NULL_VALUE;
    Bytes *program =
        sre_program_new(t, (const uint32_t *)(const void *)words->data,
                        words->len / (int64_t)sizeof(uint32_t), groups);
    KEEP(words);
    if (program == NULL)
        return NULL_VALUE;
    SrePattern *p = record_new(t, sre_pattern_type.root_shape->id,
                               RECORD_SLOTS(SrePattern));
    p->flags = flags;
    p->groups = groups;
    p->kind = kind;
    slot_set(p, &p->pattern, pattern);
    slot_set(p, &p->groupindex, value_from_pointer(groupindex));
    slot_set(p, &p->indexgroup, value_from_pointer(indexgroup));
    slot_set(p, &p->program, value_from_pointer(program));
    return value_from_pointer(p);
}

/* ---- the module ---- */

static const NativeDef *const functions[] = {
    &sre_ascii_iscased_native,
    &sre_ascii_tolower_native,
    &sre_compile_native,
    &sre_getcodesize_native,
    &sre_unicode_iscased_native,
    &sre_unicode_tolower_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("CODESIZE", SRE_CODE_SIZE),
    MODULE_INT("MAGIC", SRE_MAGIC),
    MODULE_INT("MAXGROUPS", SRE_MAX_GROUPS),
    MODULE_INT("MAXREPEAT", SRE_MAX_REPEAT),
    MODULE_STR("copyright", " Adder's engine for SRE code"),
    {0},
};

static const ModuleType types[] = {
    {NULL, &sre_pattern_type},
    {NULL, &sre_match_type},
    {NULL, &sre_scanner_type},
    {NULL, &sre_iter_type},
    {0},
};

const ModuleDef sre_module = {
    .name = "_sre",
    .functions = {functions},
    .constants = constants,
    .types = types,
};
