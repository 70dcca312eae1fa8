/* SPDX-License-Identifier: MIT */
/* Part of exec_run: the adaptive base forms of operators and containers, and
 * specialized forms that are no list of micro-ops. */

#define ADAPTIVE_UNARY(NAME)                                                  \
    TARGET(NAME)                                                              \
    {                                                                         \
        ADAPT(NAME);                                                          \
        SAVE_PC();                                                            \
        if (run_##NAME(t, f, locals, sp, 0) == UOP_ERROR)                     \
            ERROR();                                                          \
        DONE(NAME);                                                           \
    }
#define ADAPTIVE(NAME)                                                        \
    TARGET(NAME)                                                              \
    {                                                                         \
        ADAPT(NAME);                                                          \
        SAVE_PC();                                                            \
        if (run_##NAME(t, f, locals, sp, unit_arg(u)) == UOP_ERROR)           \
            ERROR();                                                          \
        sp += DELTA_##NAME;                                                   \
        DONE(NAME);                                                           \
    }
ADAPTIVE(TO_BOOL)
ADAPTIVE(BINARY_OP)
ADAPTIVE(COMPARE_OP)
ADAPTIVE(CONTAINS_OP)
ADAPTIVE(BINARY_SUBSCR)
ADAPTIVE(STORE_SUBSCR)
#undef ADAPTIVE
#undef ADAPTIVE_UNARY

TARGET(TO_BOOL_LIST)
{
    if (!value_has_shape(sp[-1], SHAPE_LIST))
        MISS();
    sp[-1] = value_from_bool(AS(List, sp[-1])->len != 0);
    DONE(TO_BOOL);
}
TARGET(TO_BOOL_STR)
{
    if (!value_has_shape(sp[-1], SHAPE_STR))
        MISS();
    sp[-1] = value_from_bool(AS(Str, sp[-1])->len != 0);
    DONE(TO_BOOL);
}
TARGET(TO_BOOL_NONE)
{
    if (!value_is_none(sp[-1]))
        MISS();
    sp[-1] = FALSE_VALUE;
    DONE(TO_BOOL);
}
/* Instances whose class has neither __bool__ nor __len__. */
TARGET(TO_BOOL_ALWAYS_TRUE)
{
    if (!value_is_pointer(sp[-1]))
        MISS();
    Type *type = type_of_pointer(value_to_pointer(sp[-1]));
    if (type->slots.truth != NULL || type->slots.len != NULL)
        MISS();
    sp[-1] = TRUE_VALUE;
    DONE(TO_BOOL);
}
TARGET(STORE_SLICE)
{
    CHECK_INT(helper_store_slice(t, sp - 4));
    sp -= 4;
    DISPATCH();
}

TARGET(UNPACK_SEQUENCE)
{
    ARG_NOW();
    ADAPT(UNPACK_SEQUENCE);
    CHECK_INT(slow_unpack(t, sp[-1], arg, sp - 1));
    sp += (int64_t)arg - 1;
    DONE(UNPACK_SEQUENCE);
}
TARGET(UNPACK_SEQUENCE_TWO_TUPLE)
{
    Value v = sp[-1];
    if (!value_has_shape(v, SHAPE_TUPLE) || AS(Tuple, v)->len != 2)
        MISS();
    sp[-1] = tuple_get(AS(Tuple, v), 1);
    sp[0] = tuple_get(AS(Tuple, v), 0);
    sp++;
    DONE(UNPACK_SEQUENCE);
}
TARGET(UNPACK_SEQUENCE_TUPLE)
{
    ARG_NOW();
    Value v = *--sp;
    if (!value_has_shape(v, SHAPE_TUPLE) || AS(Tuple, v)->len != arg) {
        sp++;
        MISS();
    }
    for (uint32_t i = arg; i-- > 0;)
        *sp++ = tuple_get(AS(Tuple, v), i);
    DONE(UNPACK_SEQUENCE);
}
TARGET(UNPACK_SEQUENCE_LIST)
{
    ARG_NOW();
    Value v = *--sp;
    if (!value_has_shape(v, SHAPE_LIST) || AS(List, v)->len != arg) {
        sp++;
        MISS();
    }
    for (uint32_t i = arg; i-- > 0;)
        *sp++ = list_get(AS(List, v), i);
    DONE(UNPACK_SEQUENCE);
}
TARGET(UNPACK_EX)
{
    ARG_NOW();
    uint32_t before = arg & 0xff, after = arg >> 8;
    CHECK_INT(slow_unpack_ex(t, sp[-1], before, after, sp - 1));
    sp += (int64_t)before + after;
    DISPATCH();
}
