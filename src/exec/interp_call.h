/* SPDX-License-Identifier: MIT */
/*
 * Part of exec_run: calls and returns.  Caches of CALL: 1 function version, 2-3
 * pointer.
 */

/* Goes on in `callee`; its value will replace the operands from base on. */
#define ENTER_CALLEE(callee, caches)                                          \
    do {                                                                      \
        f->pc = pc + (caches);                                                \
        f->sp = base;                                                         \
        ENTER_FRAME(callee);                                                  \
        DISPATCH();                                                           \
    } while (0)

TARGET(COPY_FREE_VARS)
{
    ARG_NOW();
    Value *to = locals + f->code->n_localsplus - arg;
    Tuple *closure = f->function->closure;
    for (uint32_t i = 0; i < arg; i++)
        to[i] = tuple_get(closure, i);
    DISPATCH();
}
TARGET(CALL_PY_EXACT_ARGS)
{
    CALL_OPERANDS();
    HIT_CALL(CALL_PY_EXACT_ARGS);
    Function *fn = AS(Function, callable);
    SAVE_PC();
    Frame *callee = call_push(t, fn, args, n);
    if (__builtin_expect(callee == NULL, 0))
        ERROR();
    ENTER_CALLEE(callee, CACHES_CALL);
}
TARGET(CALL_PY_GENERAL) /* defaults, *args... */
{
    CALL_OPERANDS();
    HIT_CALL(CALL_PY_GENERAL);
    Function *fn = AS(Function, callable);
    SAVE_PC();
    Frame *callee = function_push(t, fn, args, n, NULL);
    if (__builtin_expect(callee == NULL, 0))
        ERROR();
    ENTER_CALLEE(callee, CACHES_CALL);
}
TARGET(CALL_BOUND_METHOD)
{
    CALL_OPERANDS();
    HIT_CALL(CALL_BOUND_METHOD);
    Method *method = AS(Method, callable);
    Function *fn = AS(Function, slot_get(&method->function));
    SAVE_PC();
    base[1] = slot_get(&method->self);
    base[0] = slot_get(&method->function);
    Frame *callee = call_push_any(t, fn, base + 1, n + 1);
    if (__builtin_expect(callee == NULL, 0))
        ERROR();
    ENTER_CALLEE(callee, CACHES_CALL);
}
TARGET(CALL_CLASS_INIT) /* 1 class version, 2-3 class */
{
    CALL_OPERANDS();
    HIT_CALL(CALL_CLASS_INIT);
    Type *cls = AS(Type, callable);
    Function *init = value_to_function(slot_get(&cls->cached_init));
    SAVE_PC();
    base[1] = instance_new(t, cls);
    Frame *callee = call_push_any(t, init, base + 1, n + 1);
    if (__builtin_expect(callee == NULL, 0))
        ERROR();
    callee->flags = FRAME_INIT;
    base[0] = base[1]; /* kept below the frame: it is the call's value */
    f->pc = pc + CACHES_CALL;
    f->sp = base + 1;
    ENTER_FRAME(callee);
    DISPATCH();
}
TARGET(CALL_CONSUMER) /* 2-3: the function */
{
    CALL_OPERANDS();
    HIT_CALL(CALL_CONSUMER);
    Function *fn = cache_pointer(&pc[2]);
    SAVE_PC();
    Frame *callee = call_push(t, fn, args, n);
    if (__builtin_expect(callee == NULL, 0))
        ERROR();
    ENTER_CALLEE(callee, CACHES_CALL);
}
TARGET(CALL_NEXT) /* a default stays on the stack until it is replaced */
{
    CALL_OPERANDS();
    HIT_CALL(CALL_NEXT);
    uint32_t flags = FRAME_RESUMED_BY_NEXT;
    f->pc = pc + CACHES_CALL;
    f->sp = base;
    if (n == 2) {
        *base = args[1];
        f->sp = base + 1;
        flags |= FRAME_NEXT_DEFAULT;
    }
    generator_enter(t, AS(Generator, args[0]), NONE, flags);
    ENTER_FRAME(t->frame);
    DISPATCH();
}
TARGET(CALL_KW)
{
    int64_t n = unit_arg(u);
    Tuple *names = value_to_tuple(sp[-1]);
    Value *args = sp - 1 - n;
    Value *base = args - 2;
    if (!value_is_null(args[-1])) {
        args--;
        n++;
    }
    int64_t n_positional = n - names->len;
    SAVE_PC();
    if (value_has_shape(*base, SHAPE_FUNCTION)) {
        Frame *callee = function_push(t, AS(Function, *base), args,
                                      n_positional, names);
        if (callee == NULL)
            ERROR();
        ENTER_CALLEE(callee, CACHES_CALL_KW);
    }
    CHECK(v, object_call(t, *base, args, n_positional, names));
    *base = v;
    sp = base + 1;
    DISPATCH();
}

/* ---- returns ---- */
TARGET(RETURN_CONST)
{
    ARG_NOW();
    *sp++ = slot_get(&consts[arg]);
    goto return_value;
}
TARGET(RETURN_VALUE)
return_value:
{
    Value v = sp[-1];
    uint32_t flags = f->flags;
    Frame *done = f;
    if (__builtin_expect(flags == 0, 1)) {
        Frame *back = f->back;
        call_pop(t, done);
        ENTER_FRAME(back);
        *sp++ = v;
        DISPATCH();
    }
    f->sp = sp - 1;
    if (flags & FRAME_GENERATOR) {
        generator_leave(t, generator_of_frame(f), GENERATOR_FINISHED);
        if (flags & FRAME_ENTRY)
            return v;
        ENTER_FRAME(t->frame);
        if (flags & FRAME_NEXT_DEFAULT)
            DISPATCH();
        if (flags & FRAME_RESUMED_BY_NEXT) {
            raise_stop_iteration(t, v);
            ERROR();
        }
        /* FOR_ITER and SEND take their jump; both have one cache unit. */
        pc += unit_signed_arg(pc[-2]);
        if (flags & FRAME_RESUMED_BY_FOR)
            sp--;
        else
            *sp++ = v;
        DISPATCH();
    }
    call_count_again(t, done);
    call_pop(t, done);
    if (flags & FRAME_ENTRY)
        return v;
    ENTER_FRAME(t->frame);
    if (flags & FRAME_INIT) { /* the instance lies on top already */
        if (!value_is_none(v)) {
            SAVE_PC();
            raise_type_error(t, "__init__() should return None, not '%T'", v);
            ERROR();
        }
    } else if (!(flags & FRAME_DISCARD)) {
        *sp++ = v;
    }
    DISPATCH();
}
