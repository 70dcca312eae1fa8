/* SPDX-License-Identifier: MIT */
/* The type re.Pattern, but for what replaces, splits and iterates. */
#include "module/sre/sre_pattern.h"

#include <stdio.h>
#include <string.h>

#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/generic_alias.h"

bool param_endpos(Thread *t, Value v, int64_t *out, const NativeDef *def,
                  int at)
{
    if (LIKELY(value_has_shape(v, SHAPE_INT))) {
        const Int *i = value_to_pointer(v);
        if (i->size == 1 && i->limbs[0] == INT64_MAX) {
            *out = INT64_MAX;
            return true;
        }
    }
    return param_ssize(t, v, out, def, at);
}

/* ---- runs ---- */

static const char *wrong_kind(const SrePattern *p, const SreSubject *s)
{
    if (p->kind == TEXT_STR && s->is_bytes)
        return "cannot use a string pattern on a bytes-like object";
    if (p->kind == TEXT_BYTES && !s->is_bytes)
        return "cannot use a bytes pattern on a string-like object";
    return NULL;
}

static int64_t within(int64_t i, int64_t len)
{
    return i < 0 ? 0 : i > len ? len : i;
}

int sre_run_begin(Thread *t, SreRun *run, const SrePattern *pattern,
                  Value string, int64_t pos, int64_t endpos)
{
    SreSubject *s = &run->subject;
    run->pattern = pattern;
    if (sre_subject_get(t, string, s) < 0)
        return -1;
    const char *wrong = wrong_kind(pattern, s);
    const Bytes *program = value_to_bytes(slot_get(&pattern->program));
    if (wrong != NULL)
        raise_type_error(t, "%s", wrong);
    if (wrong != NULL ||
        sre_match_init(t, &run->matcher, sre_program_of(program), s->data,
                       s->width) < 0) {
        sre_subject_done(s);
        return -1;
    }
    run->pos = run->matcher.start = within(pos, s->len);
    run->endpos = run->matcher.end = within(endpos, s->len);
    return 0;
}

void sre_run_end(SreRun *run)
{
    sre_match_done(&run->matcher);
    sre_subject_done(&run->subject);
    KEEP(run->pattern);
}

Value sre_run_text(Thread *t, const SreRun *run, int64_t group,
                   Value otherwise)
{
    int64_t from, to;
    return sre_run_group(run, group, &from, &to)
               ? sre_subject_slice(t, &run->subject, from, to)
               : otherwise;
}

/* ---- one match ---- */

static Value one_match(Thread *t, const SrePattern *p, Value string,
                       int64_t pos, int64_t endpos,
                       int (*look)(SreMatcher *m), bool whole)
{
    SreRun run;
    if (sre_run_begin(t, &run, p, string, pos, endpos) < 0)
        return NULL_VALUE;
    run.matcher.whole = whole;
    int found = run.matcher.start > run.matcher.end ? 0 : look(&run.matcher);
    Value v = found < 0 ? NULL_VALUE : found ? sre_match_new(t, &run) : NONE;
    sre_run_end(&run);
    return v;
}

NATIVE(pattern, match, 0,
       "The match at the beginning of string (at pos), or None.",
       (self, SrePattern), (arg, object, string), (opt, ssize, pos, 0),
       (opt, endpos, endpos, 9223372036854775807))
{
    return one_match(t, self, string, pos, endpos, sre_match_here, false);
}

NATIVE(pattern, fullmatch, 0, "The match of all of string, or None.",
       (self, SrePattern), (arg, object, string), (opt, ssize, pos, 0),
       (opt, endpos, endpos, 9223372036854775807))
{
    return one_match(t, self, string, pos, endpos, sre_match_here, true);
}

NATIVE(pattern, search, 0, "The first match in string, or None.",
       (self, SrePattern), (arg, object, string), (opt, ssize, pos, 0),
       (opt, endpos, endpos, 9223372036854775807))
{
    return one_match(t, self, string, pos, endpos, sre_match_search, false);
}

/* ---- being a value ---- */

NATIVE(pattern, __copy__, NATIVE_LEAF, NULL, (self_value), (slash))
{
    return self;
}

NATIVE(pattern, __deepcopy__, NATIVE_LEAF, NULL,
       (self_value), (arg, object, memo), (slash))
{
    return self;
}

/* The SRE code that a pattern was made of. */
static const uint32_t *words_of(const SrePattern *p, int64_t *n)
{
    const SreProgram *program =
        sre_program_of(value_to_bytes(slot_get(&p->program)));
    *n = program->n_words;
    return SRE_AT((const char *)program + program->tables, uint32_t,
                  program->words);
}

static int hash(Thread *t, Value self, int64_t *out)
{
    const SrePattern *p = value_to_record(self);
    int64_t n, of_pattern;
    const uint32_t *words = words_of(p, &n);
    if (object_hash(t, slot_get(&p->pattern), &of_pattern) < 0)
        return -1;
    int64_t h = str_hash_bytes(words, (size_t)n * sizeof *words) ^
                of_pattern ^ p->flags ^ p->kind ^ p->groups;
    *out = h == -1 ? -2 : h;
    return 0;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        type_of(a) != &sre_pattern_type || type_of(b) != &sre_pattern_type)
        return NOT_IMPLEMENTED;
    const SrePattern *p = value_to_record(a), *q = value_to_record(b);
    int64_t n, m;
    const uint32_t *x = words_of(p, &n), *y = words_of(q, &m);
    int equal = p == q;
    if (!equal && p->flags == q->flags && p->kind == q->kind && n == m &&
        memcmp(x, y, (size_t)n * sizeof *x) == 0)
        equal = object_equal(t, slot_get(&p->pattern), slot_get(&q->pattern));
    if (equal < 0)
        return NULL_VALUE;
    return value_from_bool(equal == (op == COMPARE_EQ));
}

/* "re.IGNORECASE|0x1000", or nothing */
static void add_flags(Thread *t, StrBuilder *b, int64_t flags)
{
    static const char *const names[] = {
        "TEMPLATE", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
        "UNICODE",  "VERBOSE",    "DEBUG",  "ASCII",
    };
    const char *before = ", ";
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (flags & 1 << i) {
            strbuilder_add(t, b, str_format(t, "%sre.%s", before, names[i]));
            before = "|";
        }
    uint32_t rest = (uint32_t)flags & ~((1u << ARRAY_LEN(names)) - 1);
    if (rest != 0) {
        char text[16];
        snprintf(text, sizeof text, "0x%x", rest);
        strbuilder_add_c(t, b, before);
        strbuilder_add_c(t, b, text);
    }
}

static Value repr(Thread *t, Value self)
{
    const SrePattern *p = value_to_record(self);
    int64_t flags = p->flags;
    StrBuilder b;
    TRY(begin, format_message(t, "re.compile(%.200R", slot_get(&p->pattern)));
    if (p->kind == TEXT_STR &&
        (flags & (FLAG_LOCALE | FLAG_UNICODE | FLAG_ASCII)) == FLAG_UNICODE)
        flags &= ~FLAG_UNICODE;
    strbuilder_init(&b);
    strbuilder_add(t, &b, value_to_str(begin));
    add_flags(t, &b, flags);
    strbuilder_add_char(t, &b, ')');
    return value_from_pointer(strbuilder_finish(t, &b));
}

static Value get_flags(Thread *t, Value self)
{
    const SrePattern *p = value_to_record(self);
    return int_from_int64(t, p->flags);
}

static Value get_groups(Thread *t, Value self)
{
    const SrePattern *p = value_to_record(self);
    return int_from_int64(t, p->groups);
}

static Value get_groupindex(Thread *t, Value self)
{
    const SrePattern *p = value_to_record(self);
    Value index = slot_get(&p->groupindex);
    return value_to_dict(index)->used == 0 ? value_from_pointer(dict_new(t))
                                           : mappingproxy_new(t, index);
}

static const GetSetDef getsets[] = {
    {"flags", get_flags, NULL, GETSET_MEMBER "The flags, as a number."},
    {"groups", get_groups, NULL, GETSET_MEMBER "How many groups there are."},
    {"groupindex", get_groupindex, NULL,
     "The numbers of the groups that have names."},
    {0},
};

static const MemberDef members[] = {
    {"pattern", offsetof(SrePattern, pattern), false},
    {0},
};

static const NativeDef *const methods[] = {
    &pattern_match_native,
    &pattern_fullmatch_native,
    &pattern_search_native,
    &pattern_findall_native,
    &pattern_finditer_native,
    &pattern_sub_native,
    &pattern_subn_native,
    &pattern_split_native,
    &pattern_scanner_native,
    &pattern___copy___native,
    &pattern___deepcopy___native,
    &generic_alias___class_getitem___native,
    NULL,
};

Type sre_pattern_type = {
    TYPE_HEAD(sre_pattern),
    .c_name = "re.Pattern",
    .c_doc = "A regular expression, ready to be used.",
    .type_flags = TYPE_NO_NEW | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(SrePattern),
    .methods = methods,
    .members = members,
    .getsets = getsets,
    .slots = {.repr = repr, .hash = hash, .compare = compare},
};
