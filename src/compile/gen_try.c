/* SPDX-License-Identifier: MIT */
/*
 * try and with.  Entering a region costs nothing; a handler starts with the
 * exception on the stack, and while it runs a clean-up region restores the
 * exception that was handled before, should another one come:
 *
 *     handler:  [exc] PUSH_EXC_INFO  [previous exc] ...
 *     cleanup:  [previous unit exc] COPY 3  POP_EXCEPT  RERAISE 1
 *
 * A finally body is emitted twice, for the normal end and for exceptions, and
 * once more wherever a return, break or continue leaves the try.
 */
#include "compile/gen.h"

static int region_begin(Compiler *c, int label, int drop, bool push_unit)
{
    return emit_try_begin(gen_emitter(c), label, drop, push_unit);
}
static void region_end(Compiler *c, int region)
{
    emit_try_end(gen_emitter(c), region);
}

static void cleanup(Compiler *c, int label)
{
    gen_label(c, label);
    gen_at(c, NO_POS);
    gen_op(c, OP_COPY, 3);
    gen_op(c, OP_POP_EXCEPT, 0);
    gen_op(c, OP_RERAISE, 1);
}

void gen_handler_name_clear(Compiler *c, const AstName *name)
{
    gen_constant(c, NONE);
    gen_name(c, name, ACCESS_STORE);
    gen_name(c, name, ACCESS_DELETE);
}

/* ---- except ---- */

/* The name's scope: it is deleted however the clause is left. */
static void named_handler(Compiler *c, Ast *h, Block *b, int end)
{
    const AstName *name = h->u.ExceptHandler.name;
    int failed = gen_label_new(c);
    gen_name(c, name, ACCESS_STORE);
    b->name = name;
    b->region2 = region_begin(c, failed, 0, true);
    if (gen_block_push(c, b, BLOCK_HANDLER)) {
        gen_body(c, h->u.ExceptHandler.body);
        gen_block_pop(c, b);
    }
    region_end(c, b->region);
    gen_at(c, NO_POS);
    gen_op(c, OP_POP_EXCEPT, 0);
    gen_handler_name_clear(c, name);
    gen_jump(c, OP_JUMP_FORWARD, end);

    gen_label(c, failed); /* [previous unit exc] */
    gen_emitter(c)->handler = b->region;
    gen_handler_name_clear(c, name);
    gen_op(c, OP_RERAISE, 1);
}

static void handler(Compiler *c, Ast *h, int region, int end)
{
    Block b = {.region = region};
    int next = gen_label_new(c);
    gen_at(c, pos_of(h));
    if (h->u.ExceptHandler.type != NULL) {
        gen_expr(c, h->u.ExceptHandler.type);
        gen_op(c, OP_CHECK_EXC_MATCH, 0);
        gen_jump(c, OP_POP_JUMP_IF_FALSE, next);
    }
    if (h->u.ExceptHandler.name != NULL) {
        named_handler(c, h, &b, end);
    } else {
        gen_op(c, OP_POP_TOP, 0);
        if (gen_block_push(c, &b, BLOCK_HANDLER)) {
            gen_body(c, h->u.ExceptHandler.body);
            gen_block_pop(c, &b);
        }
        region_end(c, region);
        gen_at(c, NO_POS);
        gen_op(c, OP_POP_EXCEPT, 0);
        gen_jump(c, OP_JUMP_FORWARD, end);
        gen_emitter(c)->handler = region;
    }
    gen_at(c, pos_of(h));
    gen_label(c, next);
}

/* The protected body and the else clause. */
static void try_body(Compiler *c, Ast *s, int handlers, int end)
{
    Block b = {.region = region_begin(c, handlers, 0, false)};
    if (gen_block_push(c, &b, BLOCK_TRY)) {
        gen_body(c, s->u.Try.body);
        gen_block_pop(c, &b);
    }
    region_end(c, b.region);
    gen_body(c, s->u.Try.orelse);
    gen_at(c, NO_POS);
    gen_jump(c, OP_JUMP_FORWARD, end);
}

void gen_try(Compiler *c, Ast *s)
{
    AstList handlers = s->u.Try.handlers;
    int first = gen_label_new(c), restore = gen_label_new(c);
    int end = gen_label_new(c);
    gen_op(c, OP_NOP, 0);
    try_body(c, s, first, end);
    gen_label(c, first);
    gen_op(c, OP_PUSH_EXC_INFO, 0);
    int region = region_begin(c, restore, 1, true);
    for (size_t i = 0; i < handlers.n; i++) {
        if (handlers.v[i]->u.ExceptHandler.type == NULL &&
            i + 1 < handlers.n) {
            compiler_error(c, pos_of(handlers.v[i]),
                           "default 'except:' must be last");
        }
        handler(c, handlers.v[i], region, end);
    }
    gen_op(c, OP_RERAISE, 0);
    region_end(c, region);
    cleanup(c, restore);
    gen_label(c, end);
}

/* ---- except* ---- */

/* [previous original raised rest matched] to [previous original raised rest] */
static void star_handler_body(Compiler *c, Ast *h, int region)
{
    const AstName *name = h->u.ExceptHandler.name;
    int failed = gen_label_new(c), done = gen_label_new(c);
    Block b = {.region = region};
    if (name != NULL)
        gen_name(c, name, ACCESS_STORE);
    else
        gen_op(c, OP_POP_TOP, 0);
    region_begin(c, failed, 0, true);
    if (gen_block_push(c, &b, BLOCK_STAR_HANDLER)) {
        gen_body(c, h->u.ExceptHandler.body);
        gen_block_pop(c, &b);
    }
    gen_emitter(c)->handler = region;
    gen_at(c, NO_POS);
    if (name != NULL)
        gen_handler_name_clear(c, name);
    gen_jump(c, OP_JUMP_FORWARD, done);

    gen_label(c, failed); /* [... raised rest unit exc] */
    if (name != NULL)
        gen_handler_name_clear(c, name);
    gen_op(c, OP_LIST_APPEND, 3);
    gen_op(c, OP_POP_TOP, 0);
    gen_label(c, done);
}

static void star_handler(Compiler *c, Ast *h, int region)
{
    int none = gen_label_new(c), next = gen_label_new(c);
    gen_at(c, pos_of(h));
    gen_expr(c, h->u.ExceptHandler.type);
    gen_op(c, OP_CHECK_EG_MATCH, 0);
    gen_op(c, OP_COPY, 1);
    gen_jump(c, OP_POP_JUMP_IF_NONE, none);
    star_handler_body(c, h, region);
    gen_jump(c, OP_JUMP_FORWARD, next);
    gen_label(c, none);
    gen_op(c, OP_POP_TOP, 0);
    gen_label(c, next);
}

static void try_star(Compiler *c, Ast *s)
{
    AstList handlers = s->u.TryStar.handlers;
    int first = gen_label_new(c), restore = gen_label_new(c);
    int end = gen_label_new(c), again = gen_label_new(c);
    gen_op(c, OP_NOP, 0);
    try_body(c, s, first, end);
    gen_label(c, first);
    gen_op(c, OP_PUSH_EXC_INFO, 0);
    int region = region_begin(c, restore, 1, true);
    gen_op(c, OP_COPY, 1);
    gen_op(c, OP_BUILD_LIST, 0);
    gen_op(c, OP_SWAP, 2); /* [previous original raised rest] */
    for (size_t i = 0; i < handlers.n; i++)
        star_handler(c, handlers.v[i], region);
    gen_at(c, NO_POS);
    gen_op(c, OP_LIST_APPEND, 1);
    gen_op(c, OP_PREP_RERAISE_STAR, 0);
    gen_op(c, OP_COPY, 1);
    gen_jump(c, OP_POP_JUMP_IF_NOT_NONE, again);
    region_end(c, region);
    gen_op(c, OP_POP_TOP, 0);
    gen_op(c, OP_POP_EXCEPT, 0);
    gen_jump(c, OP_JUMP_FORWARD, end);
    gen_label(c, again);
    gen_op(c, OP_SWAP, 2);
    gen_op(c, OP_POP_EXCEPT, 0);
    gen_op(c, OP_RERAISE, 0);
    cleanup(c, restore);
    gen_label(c, end);
}

/* ---- finally ---- */

static void try_any(Compiler *c, Ast *s)
{
    if (s->kind == AST_TryStar)
        try_star(c, s);
    else
        gen_try(c, s);
}

/* Try and TryStar have the same fields. */
void gen_finally(Compiler *c, Ast *s)
{
    AstList finalbody = s->u.Try.finalbody;
    if (finalbody.n == 0) {
        try_any(c, s);
        return;
    }
    int failed = gen_label_new(c), restore = gen_label_new(c);
    int end = gen_label_new(c);
    gen_op(c, OP_NOP, 0);
    Block b = {.region = region_begin(c, failed, 0, false),
               .finalbody = finalbody};
    if (gen_block_push(c, &b, BLOCK_FINALLY_TRY)) {
        if (s->u.Try.handlers.n > 0)
            try_any(c, s);
        else
            gen_body(c, s->u.Try.body);
        gen_block_pop(c, &b);
    }
    region_end(c, b.region);
    gen_body(c, finalbody);
    gen_at(c, NO_POS);
    gen_jump(c, OP_JUMP_FORWARD, end);

    gen_label(c, failed);
    gen_op(c, OP_PUSH_EXC_INFO, 0);
    Block f = {.region = region_begin(c, restore, 1, true)};
    if (gen_block_push(c, &f, BLOCK_FINALLY_END)) {
        gen_body(c, finalbody);
        gen_block_pop(c, &f);
    }
    gen_at(c, NO_POS);
    gen_op(c, OP_RERAISE, 0);
    region_end(c, f.region);
    cleanup(c, restore);
    gen_label(c, end);
}

/* ---- with ---- */

void gen_exit_call(Compiler *c)
{
    gen_op(c, OP_PUSH_NULL, 0);
    gen_constant(c, NONE);
    gen_constant(c, NONE);
    gen_constant(c, NONE);
    gen_op(c, OP_CALL, 3);
}

/* [exit unit exc]: asks __exit__; true ends the statement. */
static void with_handler(Compiler *c, Pos pos, bool is_async, int end)
{
    int suppress = gen_label_new(c), restore = gen_label_new(c);
    gen_at(c, pos);
    gen_op(c, OP_PUSH_EXC_INFO, 0);
    int region = region_begin(c, restore, 1, true);
    gen_op(c, OP_WITH_EXCEPT_START, 0);
    if (is_async)
        gen_await(c, 2);
    gen_op(c, OP_TO_BOOL, 0);
    gen_jump(c, OP_POP_JUMP_IF_TRUE, suppress);
    region_end(c, region);
    gen_op(c, OP_SWAP, 2); /* [exit unit exc previous] */
    gen_op(c, OP_POP_EXCEPT, 0);
    gen_op(c, OP_RERAISE, 1);
    cleanup(c, restore);
    gen_label(c, suppress); /* [exit unit previous exc] */
    gen_at(c, pos);
    gen_op(c, OP_POP_TOP, 0);
    gen_op(c, OP_POP_EXCEPT, 0);
    gen_op(c, OP_POP_TOP, 0);
    gen_op(c, OP_POP_TOP, 0);
    gen_label(c, end);
}

void gen_with(Compiler *c, Ast *s, size_t i)
{
    Ast *item = s->u.With.items.v[i];
    bool is_async = s->kind == AST_AsyncWith;
    int failed = gen_label_new(c), end = gen_label_new(c);
    Pos pos = pos_of(s);
    gen_expr(c, item->u.withitem.context_expr);
    gen_op(c, is_async ? OP_BEFORE_ASYNC_WITH : OP_BEFORE_WITH, 0);
    if (is_async)
        gen_await(c, 1);
    /* The region is below the result: [exit]. */
    Block b = {.region = region_begin(c, failed, 1, true), .pos = pos};
    if (gen_block_push(c, &b, is_async ? BLOCK_ASYNC_WITH : BLOCK_WITH)) {
        if (item->u.withitem.optional_vars != NULL)
            gen_assign(c, item->u.withitem.optional_vars);
        else
            gen_op(c, OP_POP_TOP, 0);
        if (i + 1 < s->u.With.items.n)
            gen_with(c, s, i + 1);
        else
            gen_body(c, s->u.With.body);
        gen_block_pop(c, &b);
    }
    region_end(c, b.region);
    gen_at(c, pos);
    gen_exit_call(c);
    if (is_async)
        gen_await(c, 2);
    gen_op(c, OP_POP_TOP, 0);
    gen_jump(c, OP_JUMP_FORWARD, end);
    gen_label(c, failed);
    with_handler(c, pos, is_async, end);
}
