/* SPDX-License-Identifier: MIT */
/*
 * Loops, and what leaves blocks: return, break, continue.  The list of Blocks
 * mirrors what is on the stack and which regions are open; leaving inlines
 * each block's clean-up from the inside out.
 */
#include "compile/gen.h"

enum { BLOCKS_MAX = 20 };

bool gen_block_push(Compiler *c, Block *b, BlockKind kind)
{
    b->kind = kind;
    b->outer = c->unit->block;
    c->unit->block = b;
    if (++c->unit->n_blocks > BLOCKS_MAX && kind != BLOCK_VALUE) {
        compiler_error(c, gen_emitter(c)->pos,
                       "too many statically nested blocks");
        return false;
    }
    return true;
}

void gen_block_pop(Compiler *c, Block *b)
{
    c->unit->block = b->outer;
    c->unit->n_blocks--;
}

/* ---- loops ---- */

static void back_to(Compiler *c, int top)
{
    gen_at(c, NO_POS);
    gen_jump(c, OP_JUMP_BACKWARD, top);
}

void gen_while(Compiler *c, Ast *s)
{
    int end = gen_label_new(c), otherwise = gen_label_new(c);
    Block b = {.top = emit_here(gen_emitter(c)), .exit = end};
    gen_block_push(c, &b, BLOCK_WHILE);
    gen_jump_if(c, s->u.While.test, otherwise, false);
    gen_body(c, s->u.While.body);
    back_to(c, b.top);
    gen_block_pop(c, &b);
    gen_label(c, otherwise);
    gen_body(c, s->u.While.orelse);
    gen_label(c, end);
}

/* The iterable; a display of constants is better a constant tuple. */
static void iterable(Compiler *c, Ast *e)
{
    Tuple *items = e->kind == AST_List
                       ? constant_fold_list(c, e->u.List.elts) : NULL;
    if (items != NULL)
        gen_constant(c, value_from_pointer(items));
    else
        gen_expr(c, e);
}

void gen_for(Compiler *c, Ast *s)
{
    int end = gen_label_new(c), otherwise = gen_label_new(c);
    iterable(c, s->u.For.iter);
    gen_op(c, OP_GET_ITER, 0);
    Block b = {.top = emit_here(gen_emitter(c)), .exit = end};
    gen_block_push(c, &b, BLOCK_FOR);
    gen_jump(c, OP_FOR_ITER, otherwise);
    gen_assign(c, s->u.For.target);
    gen_body(c, s->u.For.body);
    back_to(c, b.top);
    gen_block_pop(c, &b);
    gen_label(c, otherwise);
    gen_body(c, s->u.For.orelse);
    gen_label(c, end);
}

void gen_async_for(Compiler *c, Ast *s)
{
    if (!gen_in_async_function(c)) {
        compiler_error(c, pos_of(s), "'async for' outside async function");
        return;
    }
    int end = gen_label_new(c), done = gen_label_new(c);
    gen_expr(c, s->u.AsyncFor.iter);
    gen_op(c, OP_GET_AITER, 0);
    Block b = {.top = emit_here(gen_emitter(c)), .exit = end};
    gen_block_push(c, &b, BLOCK_FOR);
    int region = emit_try_begin(gen_emitter(c), done, 0, false);
    gen_op(c, OP_GET_ANEXT, 0);
    gen_constant(c, NONE);
    gen_yield_from(c, true);
    emit_try_end(gen_emitter(c), region);
    gen_assign(c, s->u.AsyncFor.target);
    gen_body(c, s->u.AsyncFor.body);
    back_to(c, b.top);
    gen_block_pop(c, &b);
    gen_label(c, done);
    gen_at(c, pos_of(s->u.AsyncFor.iter)); /* as if it failed there */
    gen_op(c, OP_END_ASYNC_FOR, 0);
    gen_body(c, s->u.AsyncFor.orelse);
    gen_label(c, end);
}

/* ---- leaving blocks ---- */

/* Drops the item below the top, or the top when nothing is kept there. */
static void drop(Compiler *c, bool keeps_value)
{
    if (keeps_value)
        gen_op(c, OP_SWAP, 2);
    gen_op(c, OP_POP_TOP, 0);
}

static void finally_leave(Compiler *c, Block *b, bool keeps_value)
{
    Block kept = {0};
    emit_try_end(gen_emitter(c), b->region);
    if (keeps_value)
        gen_block_push(c, &kept, BLOCK_VALUE);
    gen_body(c, b->finalbody);
    if (keeps_value)
        gen_block_pop(c, &kept);
}

static void with_leave(Compiler *c, Block *b, bool keeps_value)
{
    emit_try_end(gen_emitter(c), b->region);
    gen_at(c, b->pos);
    if (keeps_value)
        gen_op(c, OP_SWAP, 2);
    gen_exit_call(c);
    if (b->kind == BLOCK_ASYNC_WITH)
        gen_await(c, 2);
    gen_op(c, OP_POP_TOP, 0);
}

static void handler_leave(Compiler *c, Block *b, bool keeps_value)
{
    if (keeps_value)
        gen_op(c, OP_SWAP, 2);
    emit_try_end(gen_emitter(c), b->region);
    gen_op(c, OP_POP_EXCEPT, 0);
    if (b->name != NULL)
        gen_handler_name_clear(c, b->name);
}

/* Emits what leaving one block takes. */
static void block_leave(Compiler *c, Block *b, bool keeps_value)
{
    switch (b->kind) {
    case BLOCK_WHILE:
    case BLOCK_STAR_HANDLER: break;
    case BLOCK_FOR:
    case BLOCK_VALUE: drop(c, keeps_value); break;
    case BLOCK_TRY: emit_try_end(gen_emitter(c), b->region); break;
    case BLOCK_FINALLY_TRY: finally_leave(c, b, keeps_value); break;
    case BLOCK_FINALLY_END:
        drop(c, keeps_value); /* the exception */
        if (keeps_value)
            gen_op(c, OP_SWAP, 2);
        emit_try_end(gen_emitter(c), b->region);
        gen_op(c, OP_POP_EXCEPT, 0);
        break;
    case BLOCK_WITH:
    case BLOCK_ASYNC_WITH: with_leave(c, b, keeps_value); break;
    case BLOCK_HANDLER: handler_leave(c, b, keeps_value); break;
    }
}

static bool is_loop(const Block *b)
{
    return b->kind == BLOCK_WHILE || b->kind == BLOCK_FOR;
}

/*
 * Leaves blocks from the innermost on: all of them, or those inside the
 * innermost loop, which is answered (NULL if there is none).  While a
 * clean-up is emitted the blocks it belongs to count as left.
 */
static Block *blocks_leave(Compiler *c, bool keeps_value, bool to_loop)
{
    Block *b = c->unit->block;
    Pos pos = gen_emitter(c)->pos;
    for (; b != NULL && !c->failed; b = b->outer) {
        if (to_loop && is_loop(b))
            break;
        if (b->kind == BLOCK_STAR_HANDLER) {
            compiler_error(c, pos, "'break', 'continue' and 'return' cannot "
                                   "appear in an except* block");
            break;
        }
        c->unit->block = b->outer;
        c->unit->n_blocks--;
        block_leave(c, b, keeps_value);
        /* What follows a clean-up that is traced itself has no line: the statement
         * has been seen before. */
        if (b->kind == BLOCK_FINALLY_TRY || b->kind == BLOCK_WITH ||
            b->kind == BLOCK_ASYNC_WITH)
            gen_at(c, NO_POS);
    }
    return b;
}

/* The state to come back to after the code that leaves. */
typedef struct Departure {
    Block *block;
    int n_blocks;
    int32_t handler;
} Departure;

static Departure departure_begin(Compiler *c)
{
    return (Departure){c->unit->block, c->unit->n_blocks,
                       gen_emitter(c)->handler};
}

static void departure_end(Compiler *c, Departure d)
{
    c->unit->block = d.block;
    c->unit->n_blocks = d.n_blocks;
    gen_emitter(c)->handler = d.handler;
}

void gen_return(Compiler *c, Ast *s)
{
    Ast *e = s->u.Return.value;
    Value constant = NONE;
    if (c->unit->scope->kind != SCOPE_FUNCTION) {
        compiler_error(c, pos_of(s), "'return' outside function");
        return;
    }
    if (e != NULL && (c->unit->flags & CODE_ASYNC_GENERATOR)) {
        compiler_error(c, pos_of(s),
                       "'return' with value in async generator");
        return;
    }
    bool keeps_value = e != NULL && !constant_fold(c, e, &constant);
    if (keeps_value) {
        gen_expr(c, e);
    } else if (e != NULL) {
        gen_at(c, pos_of(e));
        gen_op(c, OP_NOP, 0);
    }
    gen_at(c, pos_of(s));
    if (e == NULL || e->lineno != s->lineno)
        gen_op(c, OP_NOP, 0);
    Departure d = departure_begin(c);
    blocks_leave(c, keeps_value, false);
    if (!keeps_value)
        gen_constant(c, constant);
    gen_op(c, OP_RETURN_VALUE, 0);
    departure_end(c, d);
}

void gen_break(Compiler *c, Ast *s)
{
    gen_op(c, OP_NOP, 0);
    Departure d = departure_begin(c);
    Block *loop = blocks_leave(c, false, true);
    if (loop == NULL) {
        compiler_error(c, pos_of(s), "'break' outside loop");
    } else {
        c->unit->block = loop->outer;
        block_leave(c, loop, false);
        gen_jump(c, OP_JUMP_FORWARD, loop->exit);
    }
    departure_end(c, d);
}

void gen_continue(Compiler *c, Ast *s)
{
    gen_op(c, OP_NOP, 0);
    Departure d = departure_begin(c);
    Block *loop = blocks_leave(c, false, true);
    if (loop == NULL)
        compiler_error(c, pos_of(s), "'continue' not properly in loop");
    else
        gen_jump(c, OP_JUMP_BACKWARD, loop->top);
    departure_end(c, d);
}
