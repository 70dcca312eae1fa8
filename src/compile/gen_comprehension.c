/* SPDX-License-Identifier: MIT */
/*
 * Comprehensions and generator expressions: functions of one argument, ".0",
 * the iterator over the first iterable.
 */
#include "compile/gen.h"

typedef struct Comprehension {
    Ast *node;
    AstList generators;
    Ast *element, *value; /* value: of a dict comprehension */
} Comprehension;

static Comprehension comprehension_of(Ast *e)
{
    Comprehension p = {.node = e};
    switch (e->kind) {
    case AST_ListComp:
        p.generators = e->u.ListComp.generators;
        p.element = e->u.ListComp.elt;
        break;
    case AST_SetComp:
        p.generators = e->u.SetComp.generators;
        p.element = e->u.SetComp.elt;
        break;
    case AST_DictComp:
        p.generators = e->u.DictComp.generators;
        p.element = e->u.DictComp.key;
        p.value = e->u.DictComp.value;
        break;
    default:
        p.generators = e->u.GeneratorExp.generators;
        p.element = e->u.GeneratorExp.elt;
        break;
    }
    return p;
}

/* Adds an element to the collection below `depth` iterators. */
static void element(Compiler *c, const Comprehension *p, uint32_t depth)
{
    gen_expr(c, p->element);
    Pos old = gen_at(c, pos_of(p->element));
    switch (p->node->kind) {
    case AST_ListComp: gen_op(c, OP_LIST_APPEND, depth + 1); break;
    case AST_SetComp: gen_op(c, OP_SET_ADD, depth + 1); break;
    case AST_DictComp:
        gen_expr(c, p->value);
        gen_op(c, OP_MAP_ADD, depth + 1);
        break;
    default:
        gen_yield(c);
        gen_op(c, OP_POP_TOP, 0);
        break;
    }
    gen_at(c, old);
}

static void generators(Compiler *c, const Comprehension *p, size_t i,
                       uint32_t depth);

/* Target, conditions and what is inside, with the item on the stack. */
static void generator_body(Compiler *c, const Comprehension *p, size_t i,
                           uint32_t depth, int next)
{
    Ast *g = p->generators.v[i];
    gen_assign(c, g->u.comprehension.target);
    for (size_t k = 0; k < g->u.comprehension.ifs.n; k++)
        gen_jump_if(c, g->u.comprehension.ifs.v[k], next, false);
    if (i + 1 < p->generators.n)
        generators(c, p, i + 1, depth);
    else
        element(c, p, depth);
}

/* `for x in [value]` is an assignment. */
static Ast *single_item(const Ast *iter)
{
    AstList items = {0, NULL};
    if (iter->kind == AST_List)
        items = iter->u.List.elts;
    else if (iter->kind == AST_Tuple)
        items = iter->u.Tuple.elts;
    return items.n == 1 && items.v[0]->kind != AST_Starred ? items.v[0] : NULL;
}

static void loop(Compiler *c, const Comprehension *p, size_t i, uint32_t depth)
{
    int next = gen_label_new(c), end = gen_label_new(c);
    int top = emit_here(gen_emitter(c));
    gen_jump(c, OP_FOR_ITER, end);
    generator_body(c, p, i, depth + 1, next);
    gen_label(c, next);
    gen_jump(c, OP_JUMP_BACKWARD, top);
    gen_label(c, end);
}

static void async_loop(Compiler *c, const Comprehension *p, size_t i,
                       uint32_t depth)
{
    int next = gen_label_new(c), done = gen_label_new(c);
    int top = emit_here(gen_emitter(c));
    int region = emit_try_begin(gen_emitter(c), done, 0, false);
    gen_op(c, OP_GET_ANEXT, 0);
    gen_constant(c, NONE);
    gen_yield_from(c, true);
    emit_try_end(gen_emitter(c), region);
    generator_body(c, p, i, depth + 1, next);
    gen_label(c, next);
    gen_jump(c, OP_JUMP_BACKWARD, top);
    gen_label(c, done);
    gen_op(c, OP_END_ASYNC_FOR, 0);
}

static void generators(Compiler *c, const Comprehension *p, size_t i,
                       uint32_t depth)
{
    Ast *g = p->generators.v[i];
    bool is_async = g->u.comprehension.is_async != 0;
    if (!compiler_stack_suffices(c))
        return;
    if (i == 0) {
        gen_op(c, OP_LOAD_FAST, 0);
    } else {
        Ast *item = is_async ? NULL : single_item(g->u.comprehension.iter);
        if (item != NULL) {
            int next = gen_label_new(c);
            gen_expr(c, item);
            generator_body(c, p, i, depth, next);
            gen_label(c, next);
            return;
        }
        gen_expr(c, g->u.comprehension.iter);
        gen_op(c, is_async ? OP_GET_AITER : OP_GET_ITER, 0);
    }
    if (is_async)
        async_loop(c, p, i, depth);
    else
        loop(c, p, i, depth);
}

static Code *comprehension_code(Compiler *c, const Comprehension *p)
{
    Unit u;
    gen_unit_enter(c, &u, p->node, p->node->lineno);
    u.n_args = 1;
    gen_resume(c);
    gen_at(c, pos_of(p->node));
    switch (p->node->kind) {
    case AST_ListComp: gen_op(c, OP_BUILD_LIST, 0); break;
    case AST_SetComp: gen_op(c, OP_BUILD_SET, 0); break;
    case AST_DictComp: gen_op(c, OP_BUILD_MAP, 0); break;
    default: break;
    }
    generators(c, p, 0, 0);
    if (p->node->kind != AST_GeneratorExp)
        gen_op(c, OP_RETURN_VALUE, 0);
    return gen_unit_leave(c);
}

void gen_comprehension(Compiler *c, Ast *e)
{
    Comprehension p = comprehension_of(e);
    bool is_generator = e->kind == AST_GeneratorExp;
    const Scope *inner = map_get(&c->scopes, e);
    bool is_async = inner->is_coroutine && !is_generator;
    if (is_async && !gen_in_async_function(c) &&
        !scope_is_comprehension(c->unit->scope)) {
        compiler_error(c, pos_of(e), "asynchronous comprehension outside of "
                                     "an asynchronous function");
        return;
    }
    Ast *first = p.generators.v[0];
    Code *code = comprehension_code(c, &p);
    gen_closure(c, code, 0);
    gen_op(c, OP_PUSH_NULL, 0);
    gen_expr(c, first->u.comprehension.iter);
    gen_op(c, first->u.comprehension.is_async ? OP_GET_AITER : OP_GET_ITER, 0);
    gen_op(c, OP_CALL, 1);
    if (is_async)
        gen_await(c, 0);
}
