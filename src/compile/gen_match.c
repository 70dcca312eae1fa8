/* SPDX-License-Identifier: MIT */
/* The match statement. */
#include "compile/gen_pattern.h"

/* One case, with the subject on the stack; copied unless it is the last use. */
static void match_case(Compiler *c, Ast *m, bool is_last_use,
                       bool may_always_match, int end)
{
    Pattern p = {.may_always_match = may_always_match};
    Ast *guard = m->u.match_case.guard;
    gen_at(c, pos_of(m->u.match_case.pattern));
    if (!is_last_use)
        gen_op(c, OP_COPY, 1);
    gen_pattern(c, m->u.match_case.pattern, &p);
    for (size_t i = 0; i < p.stores.n; i++)
        gen_name_str(c, p.stores.v[i], ACCESS_STORE);
    if (guard != NULL)
        gen_jump_if(c, guard, gen_pattern_fail_label(c, &p, 0), false);
    if (!is_last_use)
        gen_op(c, OP_POP_TOP, 0);
    gen_body(c, m->u.match_case.body);
    gen_at(c, NO_POS);
    gen_jump(c, OP_JUMP_FORWARD, end);
    gen_at(c, pos_of(m->u.match_case.pattern));
    gen_pattern_failures(c, &p);
}

/* A last `case _:` matches without looking. */
static void default_case(Compiler *c, Ast *m, int end)
{
    Ast *guard = m->u.match_case.guard;
    gen_at(c, pos_of(m->u.match_case.pattern));
    gen_op(c, OP_NOP, 0);
    if (guard != NULL)
        gen_jump_if(c, guard, end, false);
    gen_body(c, m->u.match_case.body);
}

void gen_match(Compiler *c, Ast *s)
{
    AstList cases = s->u.Match.cases;
    Ast *last = cases.v[cases.n - 1];
    bool has_default = cases.n > 1 && gen_pattern_is_wildcard(
                                          last->u.match_case.pattern);
    size_t n = cases.n - has_default;
    int end = gen_label_new(c);
    gen_expr(c, s->u.Match.subject);
    for (size_t i = 0; i < n && !c->failed; i++) {
        Ast *m = cases.v[i];
        bool may = m->u.match_case.guard != NULL || i + 1 == cases.n;
        match_case(c, m, i + 1 == n, may, end);
    }
    if (has_default)
        default_case(c, last, end);
    gen_label(c, end);
}
