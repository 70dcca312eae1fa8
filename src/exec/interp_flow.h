/* SPDX-License-Identifier: MIT */
/* Part of exec_run: loops, generators, exceptions. */

/* What runs at a safepoint may put another instruction here: one with a trace,
 * whose number is no counter, or one that has none any more. */
#define SAFEPOINT_AT(instr)                                                   \
    do {                                                                      \
        if (__builtin_expect(t->pending != 0, 0)) {                           \
            CodeUnit before = *(instr);                                       \
            f->pc = (instr) + 1;                                              \
            int status = safepoint(t);                                        \
            if (status < 0 || *(instr) != before)                             \
                pc = (instr) + (status < 0); /* raised by the jump itself */  \
            if (status < 0)                                                   \
                ERROR();                                                      \
            if (*(instr) != before) {                                         \
                u = *pc++;                                                    \
                goto *labels[u & 0xff]; /* it is recorded already */          \
            }                                                                 \
        }                                                                     \
    } while (0)

TARGET(JUMP_BACKWARD)
{
    pc += CACHES_JUMP_BACKWARD;
    CodeUnit *instr = pc - CACHES_JUMP_BACKWARD - 1;
    pc += unit_signed_arg(u);
    SAFEPOINT_AT(instr);
    if (__builtin_expect(++instr[1] == trace_hooks.loop_threshold, 0)) {
        SAVE_PC();
        if (table == record_labels)
            instr[1]--; /* another recording goes on: next time */
        else if (trace_hooks.hot(t, f, instr, sp))
            table = record_labels;
    }
    DISPATCH();
}

/* Runs the trace that starts at `instr`; goes on in the frame and where that
 * is left. */
#define ENTER_TRACE()                                                         \
    do {                                                                      \
        SAVE_PC();                                                            \
        f->sp = sp;                                                           \
        table = trace_hooks.enter(t, f, instr) ? record_labels : t->dispatch; \
        f = t->frame;                                                         \
        if (__builtin_expect(!value_is_null(t->exc), 0)) {                    \
            pc = f->pc;                                                       \
            ERROR();                                                          \
        }                                                                     \
        ENTER_FRAME(f);                                                       \
        DISPATCH();                                                           \
    } while (0)

TARGET(JUMP_BACKWARD_TRACE)
{
    CodeUnit *instr = pc - 1;
    pc += CACHES_JUMP_BACKWARD + unit_signed_arg(u);
    SAFEPOINT_AT(instr);
    if (table == record_labels || trace_hooks.enter == NULL)
        DISPATCH(); /* recording goes through */
    ENTER_TRACE();
}
TARGET(RESUME)
{
    pc += CACHES_RESUME;
    SAFEPOINT_AT(pc - CACHES_RESUME - 1);
    if (__builtin_expect(++pc[-1] == trace_hooks.entry_threshold, 0) &&
        unit_arg(u) == 0) {
        SAVE_PC();
        if (table == record_labels)
            pc[-1]--;
        else if (trace_hooks.hot(t, f, pc - 2, sp))
            table = record_labels;
    }
    DISPATCH();
}
TARGET(RESUME_TRACE)
{
    CodeUnit *instr = pc - 1;
    pc += CACHES_RESUME;
    SAFEPOINT_AT(instr);
    if (table == record_labels || (f->flags & FRAME_ENTRY))
        DISPATCH();
    ENTER_TRACE();
}

TARGET(FOR_ITER)
{
    ADAPT(FOR_ITER);
    CHECK(v, object_next(t, sp[-1]));
    if (value_is_unbound(v)) {
        sp--;
        pc += CACHES_FOR_ITER + unit_signed_arg(u);
        DISPATCH();
    }
    *sp++ = v;
    DONE(FOR_ITER);
}
TARGET(FOR_ITER_GEN)
{
    ARG_NOW();
    HIT(FOR_ITER_GEN);
    Generator *g = AS(Generator, sp[-1]);
    f->pc = pc + CACHES_FOR_ITER;
    f->sp = sp;
    generator_enter(t, g, NONE, FRAME_RESUMED_BY_FOR);
    ENTER_FRAME(t->frame);
    DISPATCH();
}

/* ---- generators ---- */
TARGET(RETURN_GENERATOR)
{
    f->pc = pc;
    f->sp = sp;
    uint32_t flags = f->flags;
    Value g = generator_new(t, f);
    call_pop(t, f);
    if (flags & FRAME_ENTRY)
        return g;
    ENTER_FRAME(t->frame);
    *sp++ = g;
    DISPATCH();
}
TARGET(YIELD_VALUE)
{
    Value v = *--sp;
    uint32_t flags = f->flags;
    f->pc = pc;
    f->sp = sp;
    generator_leave(t, generator_of_frame(f), GENERATOR_SUSPENDED);
    if (flags & FRAME_ENTRY)
        return v;
    ENTER_FRAME(t->frame);
    sp -= (flags & FRAME_NEXT_DEFAULT) != 0;
    *sp++ = v;
    DISPATCH();
}
TARGET(SEND)
{
    ADAPT(SEND);
    SAVE_PC();
    Value result;
    Value v = generator_send_to(t, sp[-2], sp[-1], &result);
    if (value_is_null(v))
        ERROR();
    if (value_is_unbound(v)) {
        sp[-1] = result;
        pc += CACHES_SEND + unit_signed_arg(u);
        DISPATCH();
    }
    sp[-1] = v;
    DONE(SEND);
}
TARGET(SEND_GEN)
{
    ARG_NOW();
    HIT(SEND_GEN);
    Generator *g = AS(Generator, sp[-2]);
    f->pc = pc + CACHES_SEND;
    f->sp = sp - 1;
    generator_enter(t, g, sp[-1], FRAME_RESUMED_BY_SEND);
    ENTER_FRAME(t->frame);
    DISPATCH();
}

/* ---- exceptions ---- */
TARGET(RERAISE)
    slow_reraise(t, sp[-1]);
    f->sp = sp;
    goto reraise;

TARGET(RAISE_VARARGS)
{
    ARG_NOW();
    SAVE_PC();
    slow_raise(t, arg > 0 ? sp[-(int64_t)arg] : NULL_VALUE,
               arg > 1 ? sp[-1] : NULL_VALUE);
    if (arg == 0 && !value_is_none(slot_get(
                        &AS(Exception, t->exc)->traceback)))
        goto reraise;
    ERROR();
}
TARGET(BEFORE_WITH)
{
    Value exit;
    SAVE_PC();
    Function *enter = slow_with_function(t, sp[-1], &exit);
    if (enter != NULL) {
        Value *base = sp;
        sp[0] = sp[-1];
        sp[-1] = exit;
        Frame *callee = call_push_any(t, enter, base, 1);
        if (__builtin_expect(callee == NULL, 0))
            ERROR();
        ENTER_CALLEE(callee, 0);
    }
    CHECK(v, slow_with_enter(t, sp[-1], false, &exit));
    sp[-1] = exit;
    *sp++ = v;
    DISPATCH();
}
