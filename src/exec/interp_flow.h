/* SPDX-License-Identifier: MIT */
/* Part of exec_run: jumps, loops, generators, exceptions, imports, matching. */

TARGET(JUMP_FORWARD)
pc += unit_signed_arg(u);
DISPATCH();

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
        if (table != labels)
            instr[1]--; /* another recording goes on: next time */
        else if (trace_hooks.hot(t, f, instr, sp))
            table = record_labels;
    }
    DISPATCH();
}
TARGET(JUMP_BACKWARD_NO_INTERRUPT)
pc += unit_signed_arg(u);
DISPATCH();

/* Runs the trace that starts at `instr`; goes on in the frame and where that
 * is left. */
#define ENTER_TRACE()                                                         \
    do {                                                                      \
        SAVE_PC();                                                            \
        f->sp = sp;                                                           \
        table = trace_hooks.enter(t, f, instr) ? record_labels : labels;      \
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
    if (table != labels || trace_hooks.enter == NULL)
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
        if (table != labels)
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
    if (table != labels || (f->flags & FRAME_ENTRY))
        DISPATCH();
    ENTER_TRACE();
}

#define POP_JUMP_IF(NAME, condition)                                          \
    TARGET(NAME)                                                              \
    {                                                                         \
        Value v = *--sp;                                                      \
        if (condition)                                                        \
            pc += unit_signed_arg(u);                                         \
        DISPATCH();                                                           \
    }
POP_JUMP_IF(POP_JUMP_IF_FALSE, value_same(v, FALSE_VALUE))
POP_JUMP_IF(POP_JUMP_IF_TRUE, value_same(v, TRUE_VALUE))
POP_JUMP_IF(POP_JUMP_IF_NONE, value_is_none(v))
POP_JUMP_IF(POP_JUMP_IF_NOT_NONE, !value_is_none(v))

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
    HIT(GUARD_SHAPE, SHAPE_GENERATOR, sp[-1]);
    Generator *g = AS(Generator, sp[-1]);
    if (g->state > GENERATOR_SUSPENDED)
        MISS();
    if (__builtin_expect(t->recursion_left <= 0, 0))
        MISS();
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
    if (!value_is_generator(sp[-2]))
        MISS();
    Generator *g = AS(Generator, sp[-2]);
    if (g->state > GENERATOR_SUSPENDED || g->h.shape == SHAPE_ASYNC_GENERATOR ||
        t->recursion_left <= 0 ||
        (g->state == GENERATOR_CREATED && !value_is_none(sp[-1])))
        MISS();
    f->pc = pc + CACHES_SEND;
    f->sp = sp - 1;
    generator_enter(t, g, sp[-1], FRAME_RESUMED_BY_SEND);
    ENTER_FRAME(t->frame);
    DISPATCH();
}
TARGET(CLEANUP_THROW)
{
    Value exception = sp[-1];
    if (!type_is_subtype(type_of(exception), EXC(StopIteration))) {
        SAVE_PC();
        slow_reraise(t, exception);
        ERROR();
    }
    sp[-3] = NONE;
    sp[-2] = slot_get(&AS(Exception, exception)->fields[0]);
    sp--;
    DISPATCH();
}
TARGET(GET_YIELD_FROM_ITER)
{
    Value v = sp[-1];
    if (value_has_shape(v, SHAPE_COROUTINE) &&
        !(f->code->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE))) {
        SAVE_PC();
        raise_type_error(t, "cannot 'yield from' a coroutine object in a "
                            "non-coroutine generator");
        ERROR();
    }
    if (!value_is_generator(v)) {
        CHECK(it, object_iter(t, v));
        sp[-1] = it;
    }
    DISPATCH();
}
TARGET(GET_AWAITABLE)
{
    ARG_NOW();
    CHECK(v, generator_awaitable(t, sp[-1], (int)arg));
    sp[-1] = v;
    DISPATCH();
}
TARGET(GET_AITER)
{
    CHECK(v, generator_aiter(t, sp[-1]));
    sp[-1] = v;
    DISPATCH();
}
TARGET(GET_ANEXT)
{
    CHECK(v, generator_anext(t, sp[-1]));
    *sp++ = v;
    DISPATCH();
}
TARGET(END_ASYNC_FOR)
{
    Value exception = sp[-1];
    if (!type_is_subtype(type_of(exception),
                         EXC(StopAsyncIteration))) {
        SAVE_PC();
        slow_reraise(t, exception);
        ERROR();
    }
    sp -= 2;
    DISPATCH();
}
TARGET(ASYNC_GEN_WRAP)
sp[-1] = async_gen_wrap(t, sp[-1]);
DISPATCH();

/* ---- exceptions ---- */
TARGET(PUSH_EXC_INFO)
{
    Value exception = sp[-1];
    sp[-1] = t->exc_state->handled;
    t->exc_state->handled = exception;
    *sp++ = exception;
    DISPATCH();
}
TARGET(POP_EXCEPT)
t->exc_state->handled = *--sp;
DISPATCH();

TARGET(CHECK_EXC_MATCH)
{
    CHECK(v, slow_check_exc_match(t, sp[-2], sp[-1]));
    sp[-1] = v;
    DISPATCH();
}
TARGET(CHECK_EG_MATCH)
{
    Value rest;
    CHECK(v, slow_check_eg_match(t, sp[-2], sp[-1], &rest));
    sp[-2] = rest;
    sp[-1] = v;
    DISPATCH();
}
TARGET(PREP_RERAISE_STAR)
{
    CHECK(v, slow_prep_reraise_star(t, sp[-2], sp[-1]));
    sp[-2] = v;
    sp--;
    DISPATCH();
}
TARGET(RERAISE)
slow_reraise(t, sp[-1]);
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
TARGET(BEFORE_ASYNC_WITH)
{
    Value exit;
    CHECK(v, slow_with_enter(t, sp[-1], true, &exit));
    sp[-1] = exit;
    *sp++ = v;
    DISPATCH();
}
TARGET(WITH_EXCEPT_START)
{
    Value exception = sp[-1];
    CHECK(v, object_call3(t, sp[-4], value_from_pointer(type_of(exception)),
                          exception,
                          slot_get(&AS(Exception, exception)->traceback)));
    *sp++ = v;
    DISPATCH();
}

/* ---- import ---- */
TARGET(IMPORT_NAME)
{
    ARG_NOW();
    CHECK(v, slow_import_name(t, f, NAME_ARG, sp[-1], sp[-2]));
    sp[-2] = v;
    sp--;
    DISPATCH();
}
TARGET(IMPORT_FROM)
{
    ARG_NOW();
    CHECK(v, slow_import_from(t, sp[-1], NAME_ARG));
    *sp++ = v;
    DISPATCH();
}
TARGET(IMPORT_STAR)
CHECK_INT(slow_import_star(t, f, sp[-1]));
sp--;
DISPATCH();

/* ---- matching ---- */
TARGET(GET_LEN)
{
    SAVE_PC();
    int64_t len = object_len(t, sp[-1]);
    if (len < 0)
        ERROR();
    *sp++ = int_from_int64(t, len);
    DISPATCH();
}
TARGET(MATCH_MAPPING)
*sp = value_from_bool(type_has_flag(sp[-1], TYPE_MAPPING));
sp++;
DISPATCH();

TARGET(MATCH_SEQUENCE)
*sp = value_from_bool(type_has_flag(sp[-1], TYPE_SEQUENCE));
sp++;
DISPATCH();

TARGET(MATCH_KEYS)
{
    CHECK(v, slow_match_keys(t, sp[-2], sp[-1]));
    *sp++ = v;
    DISPATCH();
}
TARGET(MATCH_CLASS)
{
    ARG_NOW();
    CHECK(v, slow_match_class(t, sp[-3], sp[-2], arg, sp[-1]));
    sp[-3] = v;
    sp -= 2;
    DISPATCH();
}
TARGET(PRINT_EXPR)
CHECK_INT(slow_print_expr(t, sp[-1]));
sp--;
DISPATCH();
