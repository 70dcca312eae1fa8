/* SPDX-License-Identifier: MIT */
/* The type re.Match. */
#include "exec/import.h"
#include "module/sre/sre_pattern.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"

enum { GROUPS_MAX = 1 << 24 }; /* that a match is made for */

Value sre_match_new(Thread *t, const SreRun *run)
{
    int64_t groups = run->pattern->groups, from, to;
    if (groups > GROUPS_MAX)
        return raise_no_memory(t);
    while (groups > 0 && !sre_run_group(run, groups, &from, &to))
        groups--;
    SreMatch *m = record_new(t, sre_match_type.root_shape->id,
                             RECORD_SLOTS(SreMatch) + 2 * (groups + 1));
    slot_set(m, &m->pattern, value_from_pointer((void *)run->pattern));
    slot_set(m, &m->string, run->subject.string);
    m->pos = run->pos;
    m->endpos = run->endpos;
    m->last_group = run->matcher.last_group;
    for (int64_t i = 0; i <= groups; i++) {
        if (!sre_run_group(run, i, &from, &to))
            from = to = -1;
        slot_set(m, &m->places[2 * i], value_from_int(from));
        slot_set(m, &m->places[2 * i + 1], value_from_int(to));
    }
    return value_from_pointer(m);
}

static const SrePattern *pattern_of(const SreMatch *m)
{
    return value_to_record(slot_get(&m->pattern));
}

/* ---- groups ---- */

/* The number of a group, by number or name; -1 with IndexError. */
static int64_t group_number(Thread *t, const SreMatch *m, Value group)
{
    const SrePattern *p = pattern_of(m);
    int64_t i = -1;
    if (value_is_int(group)) {
        i = value_to_int(group);
    } else if (type_of(group)->slots.index != NULL) {
        if (object_to_index_clamped(t, group, &i) < 0)
            return -1;
    } else {
        Value found =
            dict_get(t, value_to_dict(slot_get(&p->groupindex)), group);
        if (value_is_null(found))
            return -1;
        if (value_is_int(found))
            i = value_to_int(found);
    }
    if (i >= 0 && i <= p->groups)
        return i;
    return RAISE_INT(raise_error(t, EXC(IndexError), "no such group"));
}

/* Where group i / 2 begins, or ends if i is odd. */
static Value place_value(const SreMatch *m, int64_t i)
{
    return i < m->n_slots - RECORD_SLOTS(SreMatch) ? slot_get(&m->places[i])
                                                   : value_from_int(-1);
}

static int64_t place(const SreMatch *m, int64_t i)
{
    return value_to_int(place_value(m, i));
}

/* The text of a group; `otherwise` if it has not matched. */
static Value text_of(Thread *t, const SreMatch *m, const SreSubject *s,
                     int64_t group, Value otherwise)
{
    int64_t from = place(m, 2 * group), to = place(m, 2 * group + 1);
    if (from < 0)
        return otherwise;
    /* A bytearray may have become shorter. */
    to = to < s->len ? to : s->len;
    from = from < to ? from : to;
    return sre_subject_slice(t, s, from, to);
}

static Value one_group(Thread *t, const SreMatch *m, int64_t group)
{
    SreSubject s;
    if (sre_subject_get(t, slot_get(&m->string), &s) < 0)
        return NULL_VALUE;
    Value v = text_of(t, m, &s, group, NONE);
    sre_subject_done(&s);
    return v;
}

static Value getitem(Thread *t, Value self, Value key)
{
    const SreMatch *m = value_to_record(self);
    int64_t group = group_number(t, m, key);
    return group < 0 ? NULL_VALUE : one_group(t, m, group);
}

NATIVE(match, group, 0,
       "What the groups of these numbers or names have matched; group 0 is "
       "the whole match.",
       (self, SreMatch), (slash), (args, groups))
{
    if (n_groups == 0)
        return one_group(t, self, 0);
    if (n_groups == 1)
        return getitem(t, value_from_pointer(self), groups[0]);
    Tuple *all = tuple_new(t, n_groups);
    if (all == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < n_groups; i++) {
        TRY(text, getitem(t, value_from_pointer(self), groups[i]));
        tuple_set(all, i, text);
    }
    return value_from_pointer(all);
}

NATIVE(match, groups, 0,
       "What all groups have matched, with default for those that have not.",
       (self, SreMatch), (opt_as, object, otherwise, "default", None))
{
    SreSubject s;
    int64_t n = pattern_of(self)->groups;
    if (sre_subject_get(t, slot_get(&self->string), &s) < 0)
        return NULL_VALUE;
    Tuple *all = tuple_new(t, n);
    for (int64_t i = 0; all != NULL && i < n; i++) {
        Value text = text_of(t, self, &s, i + 1, otherwise);
        if (value_is_null(text))
            all = NULL;
        else
            tuple_set(all, i, text);
    }
    sre_subject_done(&s);
    return all == NULL ? NULL_VALUE : value_from_pointer(all);
}

static int add_named(Thread *t, const SreMatch *m, const SreSubject *s,
                     Dict *all, Value otherwise)
{
    const Dict *index = value_to_dict(slot_get(&pattern_of(m)->groupindex));
    int64_t at = 0;
    Value name, number;
    while (dict_next(index, &at, &name, &number)) {
        int64_t group = group_number(t, m, number);
        if (group < 0)
            return -1;
        Value text = text_of(t, m, s, group, otherwise);
        if (value_is_null(text) || dict_set(t, all, name, text) < 0)
            return -1;
    }
    return 0;
}

NATIVE(match, groupdict, 0,
       "What the groups with names have matched, by name.",
       (self, SreMatch), (opt_as, object, otherwise, "default", None))
{
    SreSubject s;
    Dict *all = dict_new(t);
    if (sre_subject_get(t, slot_get(&self->string), &s) < 0)
        return NULL_VALUE;
    int failed = add_named(t, self, &s, all, otherwise);
    sre_subject_done(&s);
    return failed < 0 ? NULL_VALUE : value_from_pointer(all);
}

/* ---- places ---- */

static Value span(Thread *t, const SreMatch *m, int64_t group)
{
    return value_from_pointer(
        tuple_pack(t, 2, place_value(m, 2 * group),
                   place_value(m, 2 * group + 1)));
}

NATIVE(match, start, 0, "Where a group's text begins; -1: nowhere.",
       (self, SreMatch), (opt, object, group, 0), (slash))
{
    int64_t i = group_number(t, self, group);
    return i < 0 ? NULL_VALUE : place_value(self, 2 * i);
}

NATIVE(match, end, 0, "Where a group's text ends; -1: nowhere.",
       (self, SreMatch), (opt, object, group, 0), (slash))
{
    int64_t i = group_number(t, self, group);
    return i < 0 ? NULL_VALUE : place_value(self, 2 * i + 1);
}

NATIVE(match, span, 0, "(start, end) of a group's text.",
       (self, SreMatch), (opt, object, group, 0), (slash))
{
    int64_t i = group_number(t, self, group);
    return i < 0 ? NULL_VALUE : span(t, self, i);
}

static Value get_regs(Thread *t, Value self)
{
    SreMatch *m = value_to_record(self);
    if (value_is_unbound(slot_get(&m->regs))) {
        Tuple *all = tuple_new(t, pattern_of(m)->groups + 1);
        if (all == NULL)
            return NULL_VALUE;
        for (int64_t i = 0; i < all->len; i++)
            tuple_set(all, i, span(t, m, i));
        slot_set(m, &m->regs, value_from_pointer(all));
    }
    return slot_get(&m->regs);
}

static Value get_lastindex(Thread *t, Value self)
{
    const SreMatch *m = value_to_record(self);
    return m->last_group > 0 ? int_from_int64(t, m->last_group) : NONE;
}

static Value get_lastgroup(Thread *t, Value self)
{
    const SreMatch *m = value_to_record(self);
    const Tuple *names =
        value_to_tuple(slot_get(&pattern_of(m)->indexgroup));
    (void)t;
    return m->last_group > 0 && m->last_group < names->len
               ? tuple_get(names, m->last_group)
               : NONE;
}

static Value get_pos(Thread *t, Value self)
{
    const SreMatch *m = value_to_record(self);
    return int_from_int64(t, m->pos);
}

static Value get_endpos(Thread *t, Value self)
{
    const SreMatch *m = value_to_record(self);
    return int_from_int64(t, m->endpos);
}

/* ---- the rest ---- */

NATIVE(match, expand, 0,
       "A template with its group references replaced by what they have "
       "matched.",
       (self, SreMatch), (arg, object, template))
{
    TRY(re, import_module(t, str_intern_c(t, "re")));
    TRY(fn, object_getattr(t, re, str_intern_c(t, "_expand")));
    return object_call3(t, fn, slot_get(&self->pattern),
                        value_from_pointer(self), template);
}

NATIVE(match, __copy__, NATIVE_LEAF, NULL, (self_value), (slash))
{
    return self;
}

NATIVE(match, __deepcopy__, NATIVE_LEAF, NULL,
       (self_value), (arg, object, memo), (slash))
{
    return self;
}

static Value repr(Thread *t, Value self)
{
    const SreMatch *m = value_to_record(self);
    TRY(text, one_group(t, m, 0));
    return format_message(t, "<%s object; span=(%l, %l), match=%.50R>",
                          sre_match_type.c_name, place(m, 0), place(m, 1),
                          text);
}

static const GetSetDef getsets[] = {
    {"pos", get_pos, NULL, GETSET_MEMBER "Where the search began."},
    {"endpos", get_endpos, NULL, GETSET_MEMBER "Where the search ended."},
    {"lastindex", get_lastindex, NULL,
     "The number of the group that was closed last, or None."},
    {"lastgroup", get_lastgroup, NULL,
     "The name of the group that was closed last, or None."},
    {"regs", get_regs, NULL, "The spans of all groups."},
    {0},
};

static const MemberDef members[] = {
    {"re", offsetof(SreMatch, pattern), false},
    {"string", offsetof(SreMatch, string), false},
    {0},
};

static const NativeDef *const methods[] = {
    &match_group_native,
    &match_groups_native,
    &match_groupdict_native,
    &match_start_native,
    &match_end_native,
    &match_span_native,
    &match_expand_native,
    &match___copy___native,
    &match___deepcopy___native,
    &generic_alias___class_getitem___native,
    NULL,
};

Type sre_match_type = {
    TYPE_HEAD(sre_match),
    .c_name = "re.Match",
    .c_doc = "Where and how a regular expression has matched.",
    .type_flags = TYPE_NO_NEW | TYPE_VAR_SIZED,
    .kind = KIND_RECORD,
    .instance_size = sizeof(SreMatch),
    .methods = methods,
    .members = members,
    .getsets = getsets,
    .slots = {.repr = repr, .getitem = getitem},
};
