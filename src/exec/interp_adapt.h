/* SPDX-License-Identifier: MIT */
/* Part of exec_run: forms of operators and containers that are no list of
 * micro-ops. */

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
TARGET(UNPACK_SEQUENCE_TUPLE)
{
    ARG_NOW();
    Value v = sp[-1];
    HIT(GUARD_SHAPE, SHAPE_TUPLE, v);
    HIT(GUARD_TUPLE_LEN, arg, v);
    sp--;
    for (uint32_t i = arg; i-- > 0;)
        *sp++ = tuple_get(AS(Tuple, v), i);
    DONE(UNPACK_SEQUENCE);
}
TARGET(UNPACK_SEQUENCE_LIST)
{
    ARG_NOW();
    Value v = sp[-1];
    HIT(GUARD_SHAPE, SHAPE_LIST, v);
    HIT(GUARD_LIST_LEN, arg, v);
    sp--;
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
