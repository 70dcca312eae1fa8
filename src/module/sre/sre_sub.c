/* SPDX-License-Identifier: MIT */
/*
 * pattern.sub and subn.  The pieces of the answer are put together as they
 * come; a piece of the wrong type is remembered and TypeError raised at the end,
 * as str.join would, with its number.
 */
#include <string.h>
#include "exec/import.h"
#include "module/sre/sre_pattern.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/bytes_source.h"
#include "object/text/search.h"
#include "object/text/str.h"

/* ---- what replaces ---- */

typedef enum { BY_TEXT, BY_CALL, BY_PARTS } ReplaceBy;

typedef struct Replacement {
    ReplaceBy by;
    Value value;  /* what is put in, or called */
    Tuple *parts; /* what is put in: texts, and numbers of groups */
} Replacement;

static bool has_backslash(const SreSubject *s)
{
    Span text = {s->data, s->len, s->width};
    for (int64_t i = 0; i < text.len; i++)
        if (span_at(text, i) == '\\')
            return true;
    return false;
}

/* 1 if repl stands for itself, 0 if not. */
static int is_literal(Thread *t, Value repl)
{
    SreSubject s;
    if (sre_subject_get(t, repl, &s) < 0) {
        exception_take(t);
        return 0;
    }
    bool literal = !has_backslash(&s);
    sre_subject_done(&s);
    return literal;
}

/* A part of a template: a text of the pattern's kind, or null. */
static bool is_text(const SrePattern *p, Value v)
{
    return p->kind == TEXT_STR ? value_has_shape(v, SHAPE_STR)
                               : value_has_shape(v, SHAPE_BYTES);
}

/*
 * The library's compiled template, ([(index, group)...], [text or None...]), as
 * parts in order; NULL if it is anything else.
 */
static Tuple *parts_of(Thread *t, const SrePattern *p, Value template)
{
    if (!value_has_shape(template, SHAPE_TUPLE) ||
        value_to_tuple(template)->len != 2 || p->kind == TEXT_ANY)
        return NULL;
    Value groups = tuple_get(value_to_tuple(template), 0);
    Value texts = tuple_get(value_to_tuple(template), 1);
    if (!value_is_list(groups) || !value_is_list(texts))
        return NULL;
    const List *g = value_to_list(groups), *l = value_to_list(texts);
    Tuple *parts = tuple_new(t, l->len);
    for (int64_t i = 0; parts != NULL && i < l->len; i++) {
        if (!value_is_none(list_get(l, i)) && !is_text(p, list_get(l, i)))
            return NULL;
        tuple_set(parts, i, list_get(l, i));
    }
    for (int64_t i = 0; parts != NULL && i < g->len; i++) {
        Value pair = list_get(g, i);
        if (!value_has_shape(pair, SHAPE_TUPLE) ||
            value_to_tuple(pair)->len != 2)
            return NULL;
        Value index = tuple_get(value_to_tuple(pair), 0);
        Value group = tuple_get(value_to_tuple(pair), 1);
        if (!value_is_int(index) || !value_is_int(group) ||
            (uint64_t)value_to_int(index) >= (uint64_t)l->len ||
            (uint64_t)value_to_int(group) > (uint64_t)p->groups)
            return NULL;
        tuple_set(parts, value_to_int(index), group);
    }
    return parts;
}

/* What re makes of a template: a text, or a function, which is not called
 * where we can do what it does. */
static int by_template(Thread *t, SrePattern *p, Value repl, Replacement *r)
{
    Value re = import_module(t, str_intern_c(t, "re"));
    Value fn = value_is_null(re)
                   ? re
                   : object_getattr(t, re, str_intern_c(t, "_subx"));
    if (value_is_null(fn))
        return -1;
    r->value = object_call2(t, fn, value_from_pointer(p), repl);
    if (value_is_null(r->value))
        return -1;
    r->by = object_is_callable(r->value) ? BY_CALL : BY_TEXT;
    fn = object_getattr_or_unbound(t, re, str_intern_c(t, "_compile_repl"));
    if (value_is_null(fn))
        return -1;
    if (r->by == BY_TEXT || value_is_unbound(fn))
        return 0;
    Value template = object_call2(t, fn, repl, value_from_pointer(p));
    if (value_is_null(template))
        return -1;
    r->parts = parts_of(t, p, template);
    if (r->parts != NULL)
        r->by = BY_PARTS;
    return value_is_null(t->exc) ? 0 : -1;
}

static int find_replacement(Thread *t, SrePattern *p, Value repl,
                            Replacement *r)
{
    *r = (Replacement){.by = BY_CALL, .value = repl};
    if (object_is_callable(repl))
        return 0;
    if (!is_literal(t, repl))
        return by_template(t, p, repl, r);
    r->by = BY_TEXT;
    return 0;
}

/* ---- the answer ---- */

typedef struct Pieces {
    StrBuilder text;
    int64_t n;   /* pieces so far */
    Value wrong; /* the first one of a wrong type; UNBOUND: none */
    int64_t wrong_at;
} Pieces;

static int add_slice(Thread *t, Pieces *p, const SreSubject *s, int64_t from,
                     int64_t to)
{
    const char *data = s->data;
    if (from >= to)
        return 0;
    p->n++;
    return strbuilder_add_data(t, &p->text, data + from * s->width, s->width,
                               to - from);
}

/* Any object that was put in. */
static int add_value(Thread *t, Pieces *p, const SreRun *run, Value v)
{
    SreSubject s;
    bool bytes = run->subject.is_bytes;
    if (value_is_none(v))
        return 0;
    bool right = bytes ? !value_is_str(v) : value_is_str(v);
    if (right && sre_subject_get(t, v, &s) < 0) {
        exception_take(t);
        right = false;
    }
    if (!right) {
        if (value_is_unbound(p->wrong)) {
            p->wrong = v;
            p->wrong_at = p->n;
        }
        p->n++;
        return 0;
    }
    int failed = add_slice(t, p, &s, 0, s.len);
    p->n += s.len == 0;
    sre_subject_done(&s);
    return failed;
}

static int add_parts(Thread *t, Pieces *p, const SreRun *run,
                     const Tuple *parts)
{
    int64_t from, to;
    for (int64_t i = 0; i < parts->len; i++) {
        Value part = tuple_get(parts, i);
        if (!value_is_int(part)) {
            if (add_value(t, p, run, part) < 0)
                return -1;
        } else if (sre_run_group(run, value_to_int(part), &from, &to) &&
                   add_slice(t, p, &run->subject, from, to) < 0) {
            return -1;
        }
    }
    return 0;
}

static int add_replacement(Thread *t, Pieces *p, const SreRun *run,
                           const Replacement *r)
{
    if (r->by == BY_PARTS)
        return add_parts(t, p, run, r->parts);
    Value v = r->value;
    if (r->by == BY_CALL) {
        v = sre_match_new(t, run);
        if (!value_is_null(v))
            v = object_call1(t, r->value, v);
        if (value_is_null(v))
            return -1;
    }
    return add_value(t, p, run, v);
}

static Value finish(Thread *t, Pieces *p, const SreSubject *s)
{
    if (!value_is_unbound(p->wrong))
        return s->is_bytes
                   ? raise_type_error(t,
                                      "sequence item %l: expected a bytes-like "
                                      "object, %T found",
                                      p->wrong_at, p->wrong)
                   : raise_type_error(t,
                                      "sequence item %l: expected str "
                                      "instance, %T found",
                                      p->wrong_at, p->wrong);
    if (!s->is_bytes)
        return value_from_pointer(strbuilder_finish(t, &p->text));
    Bytes *b = bytes_new(t, bytes_source_data(&p->text), p->text.len);
    return b == NULL ? NULL_VALUE : value_from_pointer(b);
}

/* The new text, and how many replacements were made. */
static Value replace_all(Thread *t, SreRun *run, const Replacement *r,
                         int64_t count, int64_t *n)
{
    Pieces p = {.wrong = UNBOUND};
    const SreSubject *s = &run->subject;
    int64_t from = 0;
    int found = 0;
    strbuilder_init(&p.text);
    while ((count == 0 || *n < count) && (found = sre_run_next(run)) > 0) {
        if (add_slice(t, &p, s, from, run->matcher.start) < 0 ||
            add_replacement(t, &p, run, r) < 0)
            return NULL_VALUE;
        sre_run_advance(run);
        from = run->matcher.start;
        ++*n;
    }
    if (found < 0)
        return NULL_VALUE;
    if (*n == 0)
        return sre_subject_slice(t, s, 0, s->len);
    if (add_slice(t, &p, s, from, s->len) < 0)
        return NULL_VALUE;
    return finish(t, &p, s);
}

static Value substitute(Thread *t, SrePattern *p, Value repl, Value string,
                        int64_t count, int64_t *n)
{
    Replacement r;
    SreRun run;
    *n = 0;
    if (find_replacement(t, p, repl, &r) < 0 ||
        sre_run_begin(t, &run, p, string, 0, INT64_MAX) < 0)
        return NULL_VALUE;
    Value v = replace_all(t, &run, &r, count, n);
    sre_run_end(&run);
    return v;
}

NATIVE_SHARED(pattern, sub, 0,
              "string with all matches (count, if it is not 0) replaced by "
              "repl, a template or what a function of the match answers.",
              (self, SrePattern), (arg, object, repl), (arg, object, string),
              (opt, ssize, count, 0))
{
    int64_t n;
    return substitute(t, self, repl, string, count, &n);
}

NATIVE_SHARED(pattern, subn, 0,
              "(what sub answers, how many matches were replaced).",
              (self, SrePattern), (arg, object, repl), (arg, object, string),
              (opt, ssize, count, 0))
{
    int64_t n;
    TRY(text, substitute(t, self, repl, string, count, &n));
    return value_from_pointer(tuple_pack(t, 2, text, int_from_int64(t, n)));
}
