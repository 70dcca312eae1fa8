/* SPDX-License-Identifier: MIT */
/* SRE_Scanner, one match after the other; and all of them at once. */
#include "module/sre/sre_pattern.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"
#include "object/text/str.h"

/*
 * Between two matches it holds the text's memory by a view, which gives it back
 * when it dies.
 */
typedef struct SreScanner {
    RECORD_HEAD(int64_t start; /* -1: at the end */
                int64_t not_empty_at; int64_t endpos;)
    Slot pattern;
    Slot string;
    Slot view;   /* UNBOUND: str and bytes need none */
    Slot first;  /* where it began, an int */
} SreScanner;

static Value scanner_new(Thread *t, SrePattern *p, Value string, int64_t pos,
                         int64_t endpos)
{
    SreRun run;
    if (sre_run_begin(t, &run, p, string, pos, endpos) < 0)
        return NULL_VALUE;
    sre_run_end(&run);
    SreScanner *s = record_new(t, sre_scanner_type.root_shape->id,
                               RECORD_SLOTS(SreScanner));
    s->start = run.pos;
    s->endpos = run.endpos;
    s->not_empty_at = -1;
    slot_set(s, &s->pattern, value_from_pointer(p));
    slot_set(s, &s->string, string);
    slot_set(s, &s->first, value_from_int(run.pos));
    if (run.subject.is_bytes && !value_is_bytes(string)) {
        TRY(view, memoryview_new(t, string));
        slot_set(s, &s->view, view);
    }
    return value_from_pointer(s);
}

static Value finish(Thread *t, SreScanner *s)
{
    Value view = slot_get(&s->view);
    s->start = -1;
    if (!value_is_unbound(view)) {
        slot_set(s, &s->view, UNBOUND);
        TRY(released, memoryview_release(t, view));
    }
    return NONE;
}

static Value next_match(Thread *t, SreScanner *s,
                        int (*look)(SreMatcher *m))
{
    SreRun run;
    Value view = slot_get(&s->view);
    if (s->start < 0)
        return NONE;
    if (sre_run_begin(t, &run, value_to_record(slot_get(&s->pattern)),
                      value_is_unbound(view) ? slot_get(&s->string) : view,
                      s->start, s->endpos) < 0)
        return NULL_VALUE;
    run.matcher.not_empty_at = s->not_empty_at;
    int found = run.matcher.start > run.matcher.end ? 0 : look(&run.matcher);
    Value v = found < 0 ? NULL_VALUE : NONE;
    if (found > 0) {
        run.subject.string = slot_get(&s->string);
        run.pos = value_to_int(slot_get(&s->first));
        v = sre_match_new(t, &run);
        sre_run_advance(&run);
        s->start = run.matcher.start;
        s->not_empty_at = run.matcher.not_empty_at;
    }
    sre_run_end(&run);
    return found == 0 ? finish(t, s) : v;
}

NATIVE(scanner, match, 0, "The next match right behind the last, or None.",
       (self, SreScanner))
{
    return next_match(t, self, sre_match_here);
}

NATIVE(scanner, search, 0, "The next match, or None.",
       (self, SreScanner))
{
    return next_match(t, self, sre_match_search);
}

static const NativeDef *const methods[] = {
    &scanner_match_native,
    &scanner_search_native,
    NULL,
};

static const MemberDef members[] = {
    {"pattern", offsetof(SreScanner, pattern), false},
    {0},
};

Type sre_scanner_type = {
    TYPE_HEAD(sre_scanner),
    .c_name = "_sre.SRE_Scanner",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(SreScanner),
    .methods = methods,
    .members = members,
};

/* ---- iterators ---- */

/* What iter(scanner.search, None) is, without the calls. */
typedef struct SreIter {
    RECORD_HEAD()
    Slot scanner;
} SreIter;

static Value iter_next(Thread *t, Value self)
{
    SreIter *it = value_to_record(self);
    Value match = next_match(t, value_to_record(slot_get(&it->scanner)),
                             sre_match_search);
    return value_is_none(match) ? UNBOUND : match;
}

Type sre_iter_type = {
    TYPE_HEAD(sre_iter),
    .c_name = "callable_iterator",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(SreIter),
    .slots = {.iter = sequence_self, .next = iter_next},
};

/* ---- of patterns ---- */

NATIVE_SHARED(pattern, scanner, 0, "What finds one match after the other.",
              (self, SrePattern), (arg, object, string), (opt, ssize, pos, 0),
              (opt, endpos, endpos, 9223372036854775807))
{
    return scanner_new(t, self, string, pos, endpos);
}

NATIVE_SHARED(pattern, finditer, 0,
              "An iterator over all matches in string that do not overlap.",
              (self, SrePattern), (arg, object, string), (opt, ssize, pos, 0),
              (opt, endpos, endpos, 9223372036854775807))
{
    TRY(scanner, scanner_new(t, self, string, pos, endpos));
    SreIter *it = record_new(t, sre_iter_type.root_shape->id,
                             RECORD_SLOTS(SreIter));
    slot_set(it, &it->scanner, scanner);
    return value_from_pointer(it);
}

/* What findall has of a match: its text, that of its group or a tuple of
 * them. */
static Value texts(Thread *t, const SreRun *run, Value empty)
{
    int64_t groups = run->pattern->groups;
    if (groups <= 1)
        return sre_run_text(t, run, groups, empty);
    Tuple *all = tuple_new(t, groups);
    if (all == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < groups; i++) {
        TRY(text, sre_run_text(t, run, i + 1, empty));
        tuple_set(all, i, text);
    }
    return value_from_pointer(all);
}

NATIVE_SHARED(pattern, findall, 0,
              "A list of the text of all matches that do not overlap: that of "
              "the group if there is one, tuples if there are more.",
              (self, SrePattern), (arg, object, string), (opt, ssize, pos, 0),
              (opt, endpos, endpos, 9223372036854775807))
{
    SreRun run;
    int found = -1;
    List *all = list_new(t, 0);
    if (all == NULL || sre_run_begin(t, &run, self, string, pos, endpos) < 0)
        return NULL_VALUE;
    Value empty = sre_subject_slice(t, &run.subject, 0, 0);
    while (!value_is_null(empty) && (found = sre_run_next(&run)) > 0) {
        Value v = texts(t, &run, empty);
        if (value_is_null(v)) {
            found = -1;
            break;
        }
        list_append(t, all, v);
        sre_run_advance(&run);
    }
    sre_run_end(&run);
    return found < 0 || raise_if_no_memory(t) < 0 ? NULL_VALUE
                                                  : value_from_pointer(all);
}

/* Adds a piece and, if `groups`, what the groups have matched: 0 or -1 */
static int add_pieces(Thread *t, List *all, const SreRun *run, int64_t from,
                      int64_t to, int64_t groups)
{
    Value piece = sre_subject_slice(t, &run->subject, from, to);
    if (value_is_null(piece))
        return -1;
    list_append(t, all, piece);
    for (int64_t i = 1; i <= groups; i++) {
        piece = sre_run_text(t, run, i, NONE);
        if (value_is_null(piece))
            return -1;
        list_append(t, all, piece);
    }
    return raise_if_no_memory(t);
}

NATIVE_SHARED(pattern, split, 0,
              "The pieces of string between matches, and what their groups "
              "have matched; maxsplit of them at most, if it is not 0.",
              (self, SrePattern), (arg, object, string),
              (opt, ssize, maxsplit, 0))
{
    SreRun run;
    int64_t from = 0, n = 0;
    int found = 0;
    List *all = list_new(t, 0);
    if (all == NULL ||
        sre_run_begin(t, &run, self, string, 0, INT64_MAX) < 0)
        return NULL_VALUE;
    while ((maxsplit == 0 || n < maxsplit) && (found = sre_run_next(&run)) > 0) {
        found = add_pieces(t, all, &run, from, run.matcher.start,
                           self->groups);
        if (found < 0)
            break;
        sre_run_advance(&run);
        from = run.matcher.start;
        n++;
    }
    if (found >= 0)
        found = add_pieces(t, all, &run, from, run.endpos, 0);
    sre_run_end(&run);
    return found < 0 ? NULL_VALUE : value_from_pointer(all);
}
