/* SPDX-License-Identifier: MIT */
/* Part of exec_run: stack, locals, cells, names. */

TARGET(NOP)
DISPATCH();

TARGET(POP_TOP)
sp--;
DISPATCH();

TARGET(COPY)
{
    ARG_NOW();
    *sp = sp[-(int64_t)arg];
    sp++;
    DISPATCH();
}
TARGET(SWAP)
{
    ARG_NOW();
    Value v = sp[-(int64_t)arg];
    sp[-(int64_t)arg] = sp[-1];
    sp[-1] = v;
    DISPATCH();
}
TARGET(PUSH_NULL)
*sp++ = NULL_VALUE;
DISPATCH();

TARGET(LOAD_FAST_CHECK)
{
    ARG_NOW();
    Value v = locals[arg];
    if (__builtin_expect(value_is_unbound(v), 0)) {
        SAVE_PC();
        slow_unbound(t, f, arg);
        ERROR();
    }
    *sp++ = v;
    DISPATCH();
}
TARGET(LOAD_FAST_AND_CLEAR)
{
    ARG_NOW();
    *sp++ = locals[arg];
    locals[arg] = UNBOUND;
    DISPATCH();
}
TARGET(LOAD_FAST_LOAD_FAST)
{
    ARG_NOW();
    sp[0] = locals[arg >> 12];
    sp[1] = locals[arg & 0xfff];
    sp += 2;
    DISPATCH();
}
TARGET(STORE_FAST_LOAD_FAST)
{
    ARG_NOW();
    locals[arg >> 12] = sp[-1];
    sp[-1] = locals[arg & 0xfff];
    DISPATCH();
}
TARGET(STORE_FAST_STORE_FAST)
{
    ARG_NOW();
    locals[arg >> 12] = sp[-1];
    locals[arg & 0xfff] = sp[-2];
    sp -= 2;
    DISPATCH();
}
TARGET(DELETE_FAST)
{
    ARG_NOW();
    if (value_is_unbound(locals[arg])) {
        SAVE_PC();
        slow_unbound(t, f, arg);
        ERROR();
    }
    locals[arg] = UNBOUND;
    DISPATCH();
}
TARGET(MAKE_CELL)
{
    ARG_NOW();
    locals[arg] = helper_cell_new(t, locals[arg]);
    DISPATCH();
}
TARGET(COPY_FREE_VARS)
{
    ARG_NOW();
    Value *to = locals + f->code->n_localsplus - arg;
    Tuple *closure = f->function->closure;
    for (uint32_t i = 0; i < arg; i++)
        to[i] = tuple_get(closure, i);
    DISPATCH();
}
TARGET(LOAD_CLOSURE)
{
    ARG_NOW();
    *sp++ = locals[arg];
    DISPATCH();
}
TARGET(LOAD_DEREF)
{
    ARG_NOW();
    Value v = slot_get(&AS(Cell, locals[arg])->value);
    if (__builtin_expect(value_is_unbound(v), 0)) {
        SAVE_PC();
        slow_unbound(t, f, arg);
        ERROR();
    }
    *sp++ = v;
    DISPATCH();
}
TARGET(STORE_DEREF)
{
    ARG_NOW();
    Cell *cell = AS(Cell, locals[arg]);
    slot_set(cell, &cell->value, *--sp);
    DISPATCH();
}
TARGET(DELETE_DEREF)
{
    ARG_NOW();
    Cell *cell = AS(Cell, locals[arg]);
    if (value_is_unbound(slot_get(&cell->value))) {
        SAVE_PC();
        slow_unbound(t, f, arg);
        ERROR();
    }
    slot_set(cell, &cell->value, UNBOUND);
    DISPATCH();
}
TARGET(LOAD_CLASSDEREF)
{
    ARG_NOW();
    CHECK(v, slow_load_classdef(t, f, arg));
    *sp++ = v;
    DISPATCH();
}

#define NAME_ARG (value_to_str(slot_get(&f->code->names[arg])))
TARGET(LOAD_NAME)
{
    ARG_NOW();
    CHECK(v, slow_load_name(t, f, NAME_ARG));
    *sp++ = v;
    DISPATCH();
}
TARGET(STORE_NAME)
{
    ARG_NOW();
    CHECK_INT(slow_store_name(t, f, NAME_ARG, sp[-1]));
    sp--;
    DISPATCH();
}
TARGET(DELETE_NAME)
{
    ARG_NOW();
    CHECK_INT(slow_delete_name(t, f, NAME_ARG));
    DISPATCH();
}
TARGET(STORE_GLOBAL)
{
    ARG_NOW();
    CHECK_INT(helper_store_global(t, sp[-1], NAME_ARG));
    sp--;
    DISPATCH();
}
TARGET(DELETE_GLOBAL)
{
    ARG_NOW();
    CHECK_INT(slow_delete_global(t, f, NAME_ARG));
    DISPATCH();
}
TARGET(LOAD_GLOBAL)
{
    ADAPT(LOAD_GLOBAL);
    uint32_t arg = unit_arg(u) >> 1;
    CHECK(v, slow_load_global(t, f, NAME_ARG));
    *sp++ = v;
    if (u & 0x100)
        *sp++ = NULL_VALUE;
    DONE(LOAD_GLOBAL);
}
TARGET(LOAD_GLOBAL_MODULE)
{
    if (f->globals->keys_version != pc[1])
        MISS();
    *sp++ = slot_get(&f->globals->table->entries[pc[2]].value);
    if (u & 0x100)
        *sp++ = NULL_VALUE;
    DONE(LOAD_GLOBAL);
}
TARGET(LOAD_GLOBAL_BUILTIN)
{
    if (f->globals->keys_version != pc[1] ||
        f->builtins->keys_version != pc[3])
        MISS();
    *sp++ = slot_get(&f->builtins->table->entries[pc[2]].value);
    if (u & 0x100)
        *sp++ = NULL_VALUE;
    DONE(LOAD_GLOBAL);
}
TARGET(LOAD_BUILD_CLASS)
{
    CHECK(v, slow_load_build_class(t, f));
    *sp++ = v;
    DISPATCH();
}
TARGET(SETUP_ANNOTATIONS)
CHECK_INT(slow_setup_annotations(t, f));
DISPATCH();
