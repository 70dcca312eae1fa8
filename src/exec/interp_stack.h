/* SPDX-License-Identifier: MIT */
/* Part of exec_run: cells and names. */

TARGET(COPY_FREE_VARS)
{
    ARG_NOW();
    Value *to = locals + f->code->n_localsplus - arg;
    Tuple *closure = f->function->closure;
    for (uint32_t i = 0; i < arg; i++)
        to[i] = tuple_get(closure, i);
    DISPATCH();
}
TARGET(LOAD_CLASSDEREF)
{
    ARG_NOW();
    CHECK(v, slow_load_classdef(t, f, arg));
    *sp++ = v;
    DISPATCH();
}

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
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_GLOBAL);
}
TARGET(LOAD_GLOBAL_MODULE)
{
    HIT(GUARD_KEYS_VERSION_OF, pc[1], value_from_pointer(f->globals));
    *sp++ = slot_get(&f->globals->table->entries[pc[2]].value);
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_GLOBAL);
}
TARGET(LOAD_GLOBAL_BUILTIN)
{
    HIT(GUARD_KEYS_VERSION_OF, pc[1], value_from_pointer(f->globals));
    HIT(GUARD_KEYS_VERSION_OF, pc[3], value_from_pointer(f->builtins));
    *sp++ = slot_get(&f->builtins->table->entries[pc[2]].value);
    PUSH_NULL_FOR_CALL();
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
