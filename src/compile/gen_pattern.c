/* SPDX-License-Identifier: MIT */
/* Code for each kind of pattern. */
#include "compile/gen_pattern.h"

#include <string.h>
#include "base/limits.h"
#include "object/container/set.h"
#include "object/error/raise.h"

enum { STAR_BEFORE_LIMIT = 1 << 8, STAR_AFTER_LIMIT = 1 << 14 };

/* ---- failure ---- */

int gen_pattern_fail_label(Compiler *c, Pattern *p, size_t n)
{
    if (n >= p->fail_capacity) {
        size_t capacity = n + 8;
        int *fail = emit_alloc(c->arena, capacity * sizeof(int));
        if (p->n_fail > 0)
            memcpy(fail, p->fail, p->n_fail * sizeof(int));
        p->fail = fail;
        p->fail_capacity = capacity;
    }
    while (p->n_fail <= n)
        p->fail[p->n_fail++] = gen_label_new(c);
    return p->fail[n];
}

/* Jumps to the failure label for what is on the stack now. */
static void gen_pattern_fail(Compiler *c, Pattern *p, Opcode op)
{
    gen_jump(c, op, gen_pattern_fail_label(c, p, p->on_top + p->stores.n));
}

void gen_pattern_failures(Compiler *c, Pattern *p)
{
    for (size_t i = p->n_fail; i > 0; i--) {
        gen_label(c, p->fail[i - 1]);
        if (i > 1)
            gen_op(c, OP_POP_TOP, 0);
    }
    p->n_fail = 0;
}

/* ---- captures ---- */

static size_t names_find(const Names *names, const Str *name)
{
    size_t i = 0;
    while (i < names->n && names->v[i] != name)
        i++;
    return i;
}

static void names_append(Compiler *c, Names *names, Str *name)
{
    if (names_find(names, name) < names->n) {
        compiler_error(c, gen_emitter(c)->pos,
                       "multiple assignments to name '%U' in pattern", name);
    }
    if (names->n == names->capacity) {
        size_t capacity = names->capacity * 2 + LIMIT_PATTERN_NAMES;
        Str **v = emit_alloc(c->arena, capacity * sizeof(Str *));
        if (names->n > 0)
            memcpy(v, names->v, names->n * sizeof(Str *));
        names->v = v;
        names->capacity = capacity;
    }
    names->v[names->n++] = name;
}

/* Moves the top to be item number n; those above it move up. */
static void rotate(Compiler *c, size_t n)
{
    for (; n > 1; n--)
        gen_op(c, OP_SWAP, (uint32_t)n);
}

/* Captures the top of the stack, or drops it (name NULL). */
static void capture(Compiler *c, Pattern *p, const AstName *name)
{
    if (name == NULL) {
        gen_op(c, OP_POP_TOP, 0);
        return;
    }
    Str *s = compiler_name(c, name);
    gen_name_check(c, s, ACCESS_STORE, gen_emitter(c)->pos);
    rotate(c, p->on_top + p->stores.n + 1);
    names_append(c, &p->stores, s);
}

/* A pattern within another may match anything. */
static void subpattern(Compiler *c, Ast *pattern, Pattern *p)
{
    bool old = p->may_always_match;
    p->may_always_match = true;
    gen_pattern(c, pattern, p);
    p->may_always_match = old;
}

static void match_as(Compiler *c, Ast *e, Pattern *p)
{
    const AstName *name = e->u.MatchAs.name;
    if (e->u.MatchAs.pattern != NULL) {
        p->on_top++;
        gen_op(c, OP_COPY, 1);
        gen_pattern(c, e->u.MatchAs.pattern, p);
        p->on_top--;
    } else if (!p->may_always_match) {
        if (name != NULL) {
            compiler_error(c, pos_of(e), "name capture '%U' makes remaining "
                                         "patterns unreachable",
                           compiler_name(c, name));
        } else {
            compiler_error(c, pos_of(e), "wildcard makes remaining patterns "
                                         "unreachable");
        }
    }
    capture(c, p, name);
}

/* ---- values ---- */

static bool is_literal(Compiler *c, Ast *e)
{
    Value unused;
    return constant_fold(c, e, &unused);
}

static void match_value(Compiler *c, Ast *e, Pattern *p)
{
    Ast *value = e->u.MatchValue.value;
    if (value->kind != AST_Attribute && !is_literal(c, value)) {
        compiler_error(c, pos_of(e), "patterns may only match literals and "
                                     "attribute lookups");
        return;
    }
    gen_expr(c, value);
    gen_compare_op(c, AST_Eq);
    gen_op(c, OP_TO_BOOL, 0);
    gen_pattern_fail(c, p, OP_POP_JUMP_IF_FALSE);
}

static void match_singleton(Compiler *c, Ast *e, Pattern *p)
{
    gen_constant(c, constant_from_ast(c->t, &e->u.MatchSingleton.value));
    gen_op(c, OP_IS_OP, 0);
    gen_pattern_fail(c, p, OP_POP_JUMP_IF_FALSE);
}

/* ---- sequences ---- */

/* [... len] op n, or failure */
static void length_check(Compiler *c, Pattern *p, AstOp op, size_t n)
{
    gen_op(c, OP_GET_LEN, 0);
    gen_constant(c, value_from_int((int64_t)n));
    gen_compare_op(c, op);
    gen_op(c, OP_TO_BOOL, 0);
    gen_pattern_fail(c, p, OP_POP_JUMP_IF_FALSE);
}

/* Number of the starred pattern; patterns.n if there is none. */
static size_t star_find(Compiler *c, Ast *e, AstList patterns)
{
    size_t star = patterns.n;
    for (size_t i = 0; i < patterns.n; i++) {
        if (patterns.v[i]->kind != AST_MatchStar)
            continue;
        if (star < patterns.n) {
            compiler_error(c, pos_of(e), "multiple starred names in sequence "
                                         "pattern");
        }
        star = i;
    }
    return star;
}

static void sequence_unpack(Compiler *c, Pattern *p, AstList patterns,
                            size_t star)
{
    size_t n = patterns.n;
    if (star == n) {
        gen_op(c, OP_UNPACK_SEQUENCE, (uint32_t)n);
    } else if (star >= STAR_BEFORE_LIMIT || n - star - 1 >= STAR_AFTER_LIMIT) {
        compiler_error(c, gen_emitter(c)->pos,
                       "too many expressions in star-unpacking sequence "
                       "pattern");
    } else {
        gen_op(c, OP_UNPACK_EX, (uint32_t)(star | (n - star - 1) << 8));
    }
    p->on_top += n;
    for (size_t i = 0; i < n; i++) {
        p->on_top--;
        subpattern(c, patterns.v[i], p);
    }
}

/* With an ignored star nothing is unpacked: items are fetched one by one. */
static void sequence_index(Compiler *c, Pattern *p, AstList patterns,
                           size_t star)
{
    p->on_top++; /* the subject stays */
    for (size_t i = 0; i < patterns.n; i++) {
        if (i == star || gen_pattern_is_wildcard(patterns.v[i]))
            continue;
        gen_op(c, OP_COPY, 1);
        if (i < star) {
            gen_constant(c, value_from_int((int64_t)i));
        } else { /* counted from the end */
            gen_op(c, OP_GET_LEN, 0);
            gen_constant(c, value_from_int((int64_t)(patterns.n - i)));
            gen_op(c, OP_BINARY_OP, BINARY_SUB);
        }
        gen_op(c, OP_BINARY_SUBSCR, 0);
        subpattern(c, patterns.v[i], p);
    }
    p->on_top--;
    gen_op(c, OP_POP_TOP, 0);
}

static bool ignores_all(AstList patterns)
{
    for (size_t i = 0; i < patterns.n; i++) {
        const Ast *e = patterns.v[i];
        bool is_ignored = e->kind == AST_MatchStar
                              ? e->u.MatchStar.name == NULL
                              : gen_pattern_is_wildcard(e);
        if (!is_ignored)
            return false;
    }
    return true;
}

static void match_sequence(Compiler *c, Ast *e, Pattern *p)
{
    AstList patterns = e->u.MatchSequence.patterns;
    size_t n = patterns.n, star = star_find(c, e, patterns);
    p->on_top++;
    gen_op(c, OP_MATCH_SEQUENCE, 0);
    gen_pattern_fail(c, p, OP_POP_JUMP_IF_FALSE);
    if (star == n)
        length_check(c, p, AST_Eq, n);
    else if (n > 1)
        length_check(c, p, AST_GtE, n - 1);
    p->on_top--;
    if (ignores_all(patterns))
        gen_op(c, OP_POP_TOP, 0);
    else if (star < n && patterns.v[star]->u.MatchStar.name == NULL)
        sequence_index(c, p, patterns, star);
    else
        sequence_unpack(c, p, patterns, star);
}

/* ---- mappings ---- */

static void keys_load(Compiler *c, Ast *e)
{
    AstList keys = e->u.MatchMapping.keys;
    Set *seen = set_new(c->t, SHAPE_SET);
    for (size_t i = 0; i < keys.n && !c->failed; i++) {
        Ast *key = keys.v[i];
        Value v;
        if (constant_fold(c, key, &v)) {
            int found = set_contains(c->t, seen, v);
            if (found > 0) {
                compiler_error(c, pos_of(e), "mapping pattern checks duplicate "
                                             "key (%R)", v);
            } else if (found < 0 || set_add(c->t, seen, v) < 0) {
                exception_take(c->t);
            }
        } else if (key->kind != AST_Attribute && !is_literal(c, key)) {
            compiler_error(c, pos_of(e), "mapping pattern keys may only match "
                                         "literals and attribute lookups");
        }
        gen_expr(c, key);
    }
}

/* [subject keys] to [dict of the other items], which is captured. */
static void rest_capture(Compiler *c, Ast *e, Pattern *p)
{
    uint32_t n = (uint32_t)e->u.MatchMapping.keys.n;
    gen_op(c, OP_BUILD_MAP, 0);
    gen_op(c, OP_SWAP, 3); /* [dict keys subject] */
    gen_op(c, OP_DICT_UPDATE, 2);
    gen_op(c, OP_UNPACK_SEQUENCE, n);
    for (; n > 0; n--) {
        gen_op(c, OP_COPY, n + 1);
        gen_op(c, OP_SWAP, 2);
        gen_op(c, OP_DELETE_SUBSCR, 0);
    }
    capture(c, p, e->u.MatchMapping.rest);
}

static void match_mapping(Compiler *c, Ast *e, Pattern *p)
{
    AstList keys = e->u.MatchMapping.keys;
    AstList patterns = e->u.MatchMapping.patterns;
    const AstName *rest = e->u.MatchMapping.rest;
    size_t n = keys.n;
    p->on_top++;
    gen_op(c, OP_MATCH_MAPPING, 0);
    gen_pattern_fail(c, p, OP_POP_JUMP_IF_FALSE);
    if (n == 0 && rest == NULL) {
        p->on_top--;
        gen_op(c, OP_POP_TOP, 0);
        return;
    }
    if (n > 0)
        length_check(c, p, AST_GtE, n);
    keys_load(c, e);
    gen_op(c, OP_BUILD_TUPLE, (uint32_t)n);
    gen_op(c, OP_MATCH_KEYS, 0);
    p->on_top += 2; /* [subject keys values|None] */
    gen_op(c, OP_COPY, 1);
    gen_pattern_fail(c, p, OP_POP_JUMP_IF_NONE);
    gen_op(c, OP_UNPACK_SEQUENCE, (uint32_t)n);
    p->on_top += n;
    p->on_top--;
    for (size_t i = 0; i < n; i++) {
        p->on_top--;
        subpattern(c, patterns.v[i], p);
    }
    p->on_top -= 2;
    if (rest != NULL) {
        rest_capture(c, e, p);
    } else {
        gen_op(c, OP_POP_TOP, 0);
        gen_op(c, OP_POP_TOP, 0);
    }
}

/* ---- classes ---- */

static Value attribute_names(Compiler *c, Ast *e)
{
    AstNames attrs = e->u.MatchClass.kwd_attrs;
    Tuple *names = tuple_new(c->t, (int64_t)attrs.n);
    for (size_t i = 0; i < attrs.n; i++) {
        Str *name = compiler_name(c, attrs.v[i]);
        gen_name_check(c, name, ACCESS_STORE,
                       pos_of(e->u.MatchClass.kwd_patterns.v[i]));
        tuple_set(names, (int64_t)i, value_from_pointer(name));
        for (size_t k = i + 1; k < attrs.n; k++) {
            if (attrs.v[k] == attrs.v[i]) {
                compiler_error(c, pos_of(e->u.MatchClass.kwd_patterns.v[k]),
                               "attribute name repeated in class pattern: %U",
                               name);
            }
        }
    }
    return value_from_pointer(names);
}

static void match_class(Compiler *c, Ast *e, Pattern *p)
{
    AstList positional = e->u.MatchClass.patterns;
    AstList keyword = e->u.MatchClass.kwd_patterns;
    size_t n = positional.n + keyword.n;
    Value names = attribute_names(c, e);
    gen_expr(c, e->u.MatchClass.cls);
    gen_constant(c, names);
    gen_op(c, OP_MATCH_CLASS, (uint32_t)positional.n);
    p->on_top++; /* [values|None] */
    gen_op(c, OP_COPY, 1);
    gen_pattern_fail(c, p, OP_POP_JUMP_IF_NONE);
    gen_op(c, OP_UNPACK_SEQUENCE, (uint32_t)n);
    p->on_top += n;
    p->on_top--;
    for (size_t i = 0; i < n; i++) {
        Ast *sub = i < positional.n ? positional.v[i]
                                    : keyword.v[i - positional.n];
        p->on_top--;
        if (gen_pattern_is_wildcard(sub))
            gen_op(c, OP_POP_TOP, 0);
        else
            subpattern(c, sub, p);
    }
}

/* ---- alternatives ---- */

/*
 * Brings the captures on the stack, in the order of p->stores, into the order
 * of `want`, the last ones first: false if the names differ.
 */
static bool captures_reorder(Compiler *c, Pattern *p, const Names *want)
{
    Str **v = p->stores.v;
    if (p->stores.n != want->n)
        return false;
    for (size_t i = want->n; i > 0; i--) {
        size_t at = names_find(&p->stores, want->v[i - 1]);
        if (at >= i)
            return false;
        /* Move items 0..at, one after the other, below item i - 1. */
        for (size_t k = 0; k <= at && at != i - 1; k++) {
            Str *first = v[0];
            rotate(c, i);
            memmove(v, v + 1, (i - 1) * sizeof *v);
            v[i - 1] = first;
        }
    }
    return true;
}

/* [subject]: tries one alternative on a copy; where it fails is next. */
static void alternative(Compiler *c, Ast *e, size_t i, bool may_always_match,
                        Names *control, int end)
{
    Pattern alt = {.may_always_match = may_always_match};
    gen_at(c, pos_of(e->u.MatchOr.patterns.v[i]));
    gen_op(c, OP_COPY, 1);
    gen_pattern(c, e->u.MatchOr.patterns.v[i], &alt);
    if (i == 0)
        *control = alt.stores;
    else if (!captures_reorder(c, &alt, control))
        compiler_error(c, gen_emitter(c)->pos,
                       "alternative patterns bind different names");
    gen_jump(c, OP_JUMP_FORWARD, end);
    gen_pattern_failures(c, &alt);
}

static void match_or(Compiler *c, Ast *e, Pattern *p)
{
    size_t n = e->u.MatchOr.patterns.n;
    Names control = {0};
    int end = gen_label_new(c);
    for (size_t i = 0; i < n && !c->failed; i++)
        alternative(c, e, i, i + 1 == n && p->may_always_match, &control, end);
    gen_op(c, OP_POP_TOP, 0);
    gen_pattern_fail(c, p, OP_JUMP_FORWARD);
    gen_label(c, end);
    /* [... subject captures]: each to its place below all else. */
    size_t depth = control.n + 1 + p->on_top + p->stores.n;
    for (size_t i = 0; i < control.n; i++) {
        rotate(c, depth);
        names_append(c, &p->stores, control.v[i]);
    }
    gen_op(c, OP_POP_TOP, 0);
}

void gen_pattern(Compiler *c, Ast *e, Pattern *p)
{
    if (c->failed || !compiler_enter(c))
        return;
    gen_at(c, pos_of(e)); /* left so: what follows belongs to it */
    switch (e->kind) {
    case AST_MatchValue: match_value(c, e, p); break;
    case AST_MatchSingleton: match_singleton(c, e, p); break;
    case AST_MatchSequence: match_sequence(c, e, p); break;
    case AST_MatchMapping: match_mapping(c, e, p); break;
    case AST_MatchClass: match_class(c, e, p); break;
    case AST_MatchStar: capture(c, p, e->u.MatchStar.name); break;
    case AST_MatchAs: match_as(c, e, p); break;
    case AST_MatchOr: match_or(c, e, p); break;
    default: break;
    }
    compiler_leave(c);
}
