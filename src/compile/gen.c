/* SPDX-License-Identifier: MIT */
/* Units: what is gathered for one code object, and its making. */
#include "compile/gen.h"

#include <stdlib.h>
#include "compile/locations.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"

/* ---- constants and names ---- */

uint32_t gen_constant_index(Compiler *c, Value v)
{
    return constant_pool_add(c, &c->unit->consts, v);
}

void gen_constant(Compiler *c, Value v)
{
    if (!c->failed)
        gen_op(c, OP_LOAD_CONST, gen_constant_index(c, v));
}

void gen_constant_str(Compiler *c, Str *s)
{
    gen_constant(c, value_from_pointer(s));
}

/* The number of s in list, where map holds numbers + 1. */
static uint32_t list_number(Compiler *c, List *list, Map *map, Str *s)
{
    void **at = map_at(map, s);
    if (*at == NULL) {
        list_append(c->t, list, value_from_pointer(s));
        *at = (void *)(uintptr_t)list->len;
    }
    return (uint32_t)(uintptr_t)*at - 1;
}

uint32_t gen_name_index(Compiler *c, Str *name)
{
    return list_number(c, c->unit->names, &c->unit->name_index, name);
}

uint32_t gen_local_index(Compiler *c, Str *name)
{
    return list_number(c, c->unit->locals, &c->unit->local_index, name);
}

/* ---- entering ---- */

static int symbol_order(const void *a, const void *b)
{
    const Symbol *x = *(Symbol *const *)a, *y = *(Symbol *const *)b;
    return str_compare(x->name, y->name);
}

/* Symbols of the scope that are cells (or else free), by name. */
static size_t symbols_sorted(Compiler *c, Scope *s, bool cells, Symbol ***out)
{
    Symbol **v = emit_alloc(c->arena, (s->symbols.n + 1) * sizeof(Symbol *));
    size_t n = 0;
    for (Symbol *symbol = s->first; symbol != NULL; symbol = symbol->next) {
        if (cells ? symbol->scope == NAME_CELL : symbol->is_free)
            v[n++] = symbol;
    }
    qsort(v, n, sizeof *v, symbol_order);
    *out = v;
    return n;
}

static void cell_add(Compiler *c, Str *name)
{
    Unit *u = c->unit;
    void *argument = map_get(&u->local_index, name);
    if (argument != NULL) {
        *map_at(&u->deref_index, name) = argument;
        return;
    }
    list_append(c->t, u->cells, value_from_pointer(name));
    *map_at(&u->deref_index, name) =
        (void *)(uintptr_t)(GEN_CELL_BASE + u->cells->len);
}

static void derefs_number(Compiler *c)
{
    Unit *u = c->unit;
    Symbol **v;
    size_t n = symbols_sorted(c, u->scope, true, &v);
    for (size_t i = 0; i < n; i++)
        cell_add(c, v[i]->name);
    if (u->scope->needs_class_cell)
        cell_add(c, N(__class__));
    n = symbols_sorted(c, u->scope, false, &v);
    for (size_t i = 0; i < n; i++) {
        list_append(c->t, u->frees, value_from_pointer(v[i]->name));
        *map_at(&u->deref_index, v[i]->name) =
            (void *)(uintptr_t)(GEN_CELL_BASE + u->cells->len + u->frees->len);
    }
}

/* The instructions in front of RESUME. */
static void prefix_emit(Compiler *c)
{
    Unit *u = c->unit;
    if (u->frees->len > 0)
        gen_op(c, OP_COPY_FREE_VARS, (uint32_t)u->frees->len);
    for (int64_t i = 0; i < u->locals->len; i++) {
        Str *name = value_to_str(list_get(u->locals, i));
        if (map_get(&u->deref_index, name) != NULL)
            gen_op(c, OP_MAKE_CELL, (uint32_t)i);
    }
    for (int64_t i = 0; i < u->cells->len; i++)
        gen_op(c, OP_MAKE_CELL, (uint32_t)(GEN_CELL_BASE + i));
}

static Str *qualname_make(Compiler *c, const Unit *u)
{
    const Unit *outer = u->outer;
    if (outer == NULL || outer->scope->kind == SCOPE_MODULE)
        return u->name;
    bool is_definition = u->scope->kind == SCOPE_FUNCTION ||
                         u->scope->kind == SCOPE_CLASS;
    if (is_definition) {
        const Symbol *symbol = scope_symbol(
            outer->scope, compiler_mangle(c, outer->klass, u->name));
        if (symbol != NULL && symbol->scope == NAME_GLOBAL_EXPLICIT)
            return u->name;
    }
    bool has_locals = outer->scope->kind == SCOPE_FUNCTION ||
                      outer->scope->kind == SCOPE_LAMBDA;
    return str_format(c->t, has_locals ? "%U.<locals>.%U" : "%U.%U",
                      outer->qualname, u->name);
}

static uint32_t flags_of(const Compiler *c, const Scope *s)
{
    uint32_t flags = 0;
    if (scope_is_function(s)) {
        flags = CODE_OPTIMIZED | CODE_NEWLOCALS;
        if (s->is_nested)
            flags |= CODE_NESTED;
        if (s->is_generator)
            flags |= s->is_coroutine ? CODE_ASYNC_GENERATOR : CODE_GENERATOR;
        else if (s->is_coroutine)
            flags |= CODE_COROUTINE;
    }
    if (c->flags & COMPILE_FUTURE_ANNOTATIONS)
        flags |= CODE_FUTURE_ANNOTATIONS;
    return flags;
}

void gen_unit_enter(Compiler *c, Unit *u, Ast *scope_node, int first_line)
{
    Thread *t = c->t;
    Scope *scope = map_get(&c->scopes, scope_node);
    *u = (Unit){.outer = c->unit, .scope = scope, .first_line = first_line};
    emit_init(&u->e, c->arena);
    constant_pool_init(c, &u->consts);
    u->names = list_new(t, 8);
    u->locals = list_new(t, 8);
    u->cells = list_new(t, 0);
    u->frees = list_new(t, 0);
    map_init(&u->name_index, c->arena);
    map_init(&u->local_index, c->arena);
    map_init(&u->deref_index, c->arena);
    u->name = scope->name;
    u->klass = u->outer != NULL ? u->outer->klass : NULL;
    u->qualname = qualname_make(c, u);
    compiler_keep(c, value_from_pointer(u->qualname));
    u->flags = flags_of(c, scope);
    c->unit = u;
    for (Symbol *s = scope->first; s != NULL; s = s->next) {
        if (s->flags & SYMBOL_PARAM)
            gen_local_index(c, s->name);
    }
    derefs_number(c);
    prefix_emit(c);
}

void gen_resume(Compiler *c)
{
    Unit *u = c->unit;
    bool is_module = u->scope->kind == SCOPE_MODULE;
    gen_at(c, (Pos){is_module ? 0 : u->first_line, u->first_line, 0, 0});
    if (u->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR))
        gen_op(c, OP_RETURN_GENERATOR, 0);
    gen_op(c, OP_RESUME, 0);
}

/* ---- leaving ---- */

static Tuple *localsplus_names(Compiler *c, const Unit *u, uint8_t *kinds)
{
    const List *const lists[] = {u->locals, u->cells, u->frees};
    const uint8_t kind_of[] = {LOCAL_PLAIN, LOCAL_CELL, LOCAL_FREE};
    int64_t n = u->locals->len + u->cells->len + u->frees->len, at = 0;
    Tuple *names = tuple_new(c->t, n);
    for (int k = 0; k < 3; k++) {
        for (int64_t i = 0; i < lists[k]->len; i++) {
            Value name = list_get(lists[k], i);
            kinds[at] = kind_of[k];
            if (k == 0 && map_get(&u->deref_index, value_to_str(name)) &&
                scope_symbol(u->scope, value_to_str(name))->scope ==
                    NAME_CELL)
                kinds[at] |= LOCAL_CELL;
            tuple_set(names, at++, name);
        }
    }
    return names;
}

/* Gives cells their final slots, behind the locals. */
static void cells_relocate(Unit *u)
{
    for (int32_t i = 0; i < u->e.n; i++) {
        Instr *in = &u->e.instrs[i];
        if (in->op < OPCODE_COUNT && (opcode_flags[in->op] & OP_L) &&
            in->arg >= GEN_CELL_BASE)
            in->arg += (uint32_t)u->locals->len - GEN_CELL_BASE;
    }
}

static Blob *positions_make(Compiler *c, const Assembly *a, int32_t first_line)
{
    Buf b = BUF_INIT;
    if (!locations_write(&b, a->positions, a->n_positions, first_line)) {
        raise_no_memory(c->t);
        c->failed = true;
    }
    Blob *blob = code_blob(c->t, b.bytes, b.failed ? 0 : b.len);
    buf_free(&b);
    return blob;
}

static Code *code_make(Compiler *c, Unit *u, const Assembly *a)
{
    Thread *t = c->t;
    size_t n_plus =
        (size_t)(u->locals->len + u->cells->len + u->frees->len);
    uint8_t *kinds = emit_alloc(c->arena, n_plus + 1);
    Blob *positions = positions_make(c, a, u->first_line);
    Code parts = {
        .units_blob = code_blob(t, a->units, a->n_units * sizeof(CodeUnit)),
        .consts_tuple = list_to_tuple(t, u->consts.values),
        .names_tuple = list_to_tuple(t, u->names),
        .n_units = (int32_t)a->n_units,
        .n_locals = (int32_t)u->locals->len,
        .n_cells = (int32_t)u->cells->len,
        .n_free = (int32_t)u->frees->len,
        .n_localsplus = (int32_t)n_plus,
        .stack_size = a->stack_size,
        .n_args = u->n_args,
        .n_posonly = u->n_posonly,
        .n_kwonly = u->n_kwonly,
        .flags = u->flags,
        .first_line = u->first_line,
        .n_exceptions = a->n_exceptions,
        .positions_len = (uint32_t)positions->capacity,
        .exceptions = code_blob(t, a->exceptions,
                                a->n_exceptions * sizeof(ExceptionRow)),
        .positions = positions,
        .localsplus_names = localsplus_names(c, u, kinds),
        .name = {value_from_pointer(u->name)},
        .qualname = {value_from_pointer(u->qualname)},
        .filename = {value_from_pointer(c->filename)},
    };
    parts.localsplus_kinds = bytes_new(t, kinds, (int64_t)n_plus);
    return code_new(t, &parts);
}

Code *gen_unit_leave(Compiler *c)
{
    Unit *u = c->unit;
    Code *code = NULL;
    gen_at(c, NO_POS);
    gen_constant(c, NONE);
    gen_op(c, OP_RETURN_VALUE, 0);
    if (u->e.failed && !c->failed) {
        raise_no_memory(c->t);
        c->failed = true;
    }
    if (!c->failed) {
        Assembly a = {0};
        int n_bound = 0;
        for (Symbol *s = u->scope->first; s != NULL; s = s->next)
            n_bound += (s->flags & SYMBOL_PARAM) != 0;
        cells_relocate(u);
        if (emit_finish(&u->e, (int)u->locals->len, n_bound, &a))
            code = code_make(c, u, &a);
        else
            compiler_error(c, NO_POS, "code is too large");
    }
    c->unit = u->outer;
    return code;
}

void gen_closure(Compiler *c, Code *code, unsigned attributes)
{
    if (code == NULL)
        return;
    int32_t first = code->n_localsplus - code->n_free;
    for (int32_t i = 0; i < code->n_free; i++) {
        gen_cell(c, value_to_str(
                        tuple_get(code->localsplus_names, first + i)));
    }
    if (code->n_free > 0) {
        gen_op(c, OP_BUILD_TUPLE, (uint32_t)code->n_free);
        attributes |= 8;
    }
    gen_constant(c, value_from_pointer(code));
    gen_op(c, OP_MAKE_FUNCTION, 0);
    for (unsigned bit = 8; bit > 0; bit >>= 1) {
        if (attributes & bit)
            gen_op(c, OP_SET_FUNCTION_ATTRIBUTE, bit);
    }
}
