/* SPDX-License-Identifier: MIT */
/*
 * Part of exec_run: what runs where there is a trace or profile function; see
 * tracing.c.  The variants tell of what their instructions are about to do and then
 * do it as always, but that none counts, is specialized or has to do with traces.
 */

/* Each variant's base instruction, and whether it stands for the specialized
 * forms, too. */
#define INTERP_TABLES(tables)                                                 \
    do {                                                                      \
        static const struct {                                                 \
            Opcode base;                                                      \
            bool forms;                                                       \
            const void *label;                                                \
        } variants[] = {                                                      \
            {OP_RESUME, true, &&traced_RESUME},                               \
            {OP_JUMP_BACKWARD, true, &&traced_JUMP_BACKWARD},                 \
            {OP_RETURN_VALUE, true, &&traced_RETURN_VALUE},                   \
            {OP_RETURN_CONST, true, &&traced_RETURN_CONST},                   \
            {OP_YIELD_VALUE, true, &&traced_YIELD_VALUE},                     \
            {OP_FOR_ITER, false, &&traced_FOR_ITER},                          \
            {OP_FOR_ITER_GEN, false, &&traced_FOR_ITER},                      \
            {OP_SEND, true, &&traced_SEND},                                   \
            {OP_CALL, true, &&traced_CALL},                                   \
            {OP_CALL_KW, true, &&traced_CALL_KW},                             \
            {OP_CALL_FUNCTION_EX, true, &&traced_CALL_FUNCTION_EX},           \
        };                                                                    \
        for (int op = 0; op < 256; op++) {                                    \
            tables[DISPATCH_PLAIN][op] = labels[op];                          \
            tables[DISPATCH_PROFILED][op] = labels[op];                       \
            tables[DISPATCH_TRACED][op] = &&traced;                           \
        }                                                                     \
        for (size_t i = 0; i < ARRAY_LEN(variants); i++)                      \
            for (int op = 0; op < OPCODE_COUNT; op++)                         \
                if (variants[i].forms ? opcode_base[op] == variants[i].base   \
                                      : op == (int)variants[i].base)          \
                    tables[DISPATCH_PROFILED][op] = variants[i].label;        \
    } while (0)

traced:
{
    f->sp = sp;
    CodeUnit *instr = tracing_instruction(t, f, pc - 1);
    if (instr == NULL)
        ERROR();
    pc = instr;
    sp = f->sp;
    u = *pc++;
    goto *t->rt->dispatch[DISPATCH_PROFILED][u & 0xff];
}

/* Raised by the instruction in front of pc. */
#define SAFEPOINT_TRACED()                                                    \
    do {                                                                      \
        if (t->pending != 0 && safepoint(t) < 0)                              \
            ERROR();                                                          \
    } while (0)

traced_RESUME:
    SAVE_PC();
    f->sp = sp;
    if (tracing_enter(t, f) < 0)
        ERROR();
    SAFEPOINT_TRACED(); /* what finalizers call is called from here */
    pc += CACHES_RESUME;
    DISPATCH();

traced_JUMP_BACKWARD:
    SAVE_PC();
    f->sp = sp;
    SAFEPOINT_TRACED();
    pc += CACHES_JUMP_BACKWARD;
    SAVE_PC(); /* behind it all: a jump to itself is one backwards */
    pc += unit_signed_arg(u);
    DISPATCH();

traced_RETURN_CONST:
    *sp++ = slot_get(&consts[unit_arg(u)]);
traced_RETURN_VALUE:
    SAVE_PC();
    f->sp = sp;
    if (tracing_leave(t, f, sp[-1]) < 0)
        goto leave_raising;
    goto return_value;

traced_YIELD_VALUE:
{
    Value v = sp[-1];
    SAVE_PC();
    f->sp = sp;
    if (tracing_leave(t, f, v) < 0)
        goto leave_raising;
    if (LIKELY(f->pc == pc))
        goto op_YIELD_VALUE;
    /* Its f_lineno was set: it yields all the same, and goes on there, where
     * nothing that is sent is expected. */
    uint32_t flags = f->flags;
    f->pc--;
    generator_leave(t, generator_of_frame(f), GENERATOR_CREATED);
    if (flags & FRAME_ENTRY)
        return v;
    ENTER_FRAME(t->frame);
    sp -= (flags & FRAME_NEXT_DEFAULT) != 0;
    *sp++ = v;
    DISPATCH();
}

leave_raising: /* past all handlers of the frame */
    if (!unwind_one(t, &f))
        return NULL_VALUE;
    ENTER_FRAME(f);
    ERROR();

traced_FOR_ITER:
{
    if (value_is_null(t->trace_function))
        goto *labels[u & 0xff];
    f->sp = sp;
    CHECK(v, tracing_next(t, f, sp[-1]));
    if (value_is_unbound(v)) {
        sp--;
        pc += CACHES_FOR_ITER + unit_signed_arg(u);
        DISPATCH();
    }
    *sp++ = v;
    DONE(FOR_ITER);
}

traced_SEND:
{
    if (value_is_null(t->trace_function))
        goto *labels[u & 0xff];
    Value result;
    f->sp = sp;
    CHECK(v, tracing_send(t, f, sp[-2], sp[-1], &result));
    if (value_is_unbound(v)) {
        sp[-1] = result;
        pc += CACHES_SEND + unit_signed_arg(u);
        DISPATCH();
    }
    sp[-1] = v;
    DONE(SEND);
}

traced_CALL:
{
    CALL_OPERANDS();
    if (!tracing_profiles(t, callable))
        goto *labels[u & 0xff];
    f->sp = sp;
    CHECK(v, tracing_native_call(t, f, callable, args, n, NULL));
    *base = v;
    sp = base + 1;
    DONE(CALL);
}

traced_CALL_KW:
{
    int64_t n = unit_arg(u);
    Tuple *names = value_to_tuple(sp[-1]);
    Value *args = sp - 1 - n, *base = args - 2;
    if (!tracing_profiles(t, *base))
        goto op_CALL_KW;
    if (!value_is_null(args[-1])) {
        args--;
        n++;
    }
    f->sp = sp;
    CHECK(v, tracing_native_call(t, f, *base, args, n - names->len, names));
    *base = v;
    sp = base + 1;
    DISPATCH();
}

traced_CALL_FUNCTION_EX:
{
    uint32_t with_dict = unit_arg(u) & 1;
    Value *base = sp - 3 - with_dict;
    if (!tracing_profiles(t, *base))
        goto op_CALL_FUNCTION_EX;
    f->sp = sp;
    CHECK(v, tracing_native_call_ex(t, f, *base, base[2],
                                    with_dict ? base[3] : NULL_VALUE));
    *base = v;
    sp = base + 1;
    DISPATCH();
}
