/* SPDX-License-Identifier: MIT */
/* The types of None, Ellipsis and NotImplemented, which are immediates. */
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/union.h"

/* --- None -------------------------------------------------------------- */

static Value none_repr(Thread *t, Value self)
{
    (void)self;
    return value_from_pointer(str_intern_c(t, "None"));
}

static int none_truth(Thread *t, Value self)
{
    (void)t;
    (void)self;
    return 0;
}

CONSTRUCTOR(none, NATIVE_UNSIGNED, (cls), (slash))
{
    return NONE;
}

static Value none_or(Thread *t, Value a, Value b)
{
    if (value_is_none(a) && value_is_none(b))
        return NOT_IMPLEMENTED;
    return union_or(t, a, b);
}

Type type_none = {
    TYPE_HEAD(NONE),
    .c_name = "NoneType",
    .slots = {
        .repr = none_repr,
        .truth = none_truth,
        .or = none_or,
    },
    .constructor = &none_new_native,
};

/* --- Ellipsis ---------------------------------------------------------- */

static Value ellipsis_repr(Thread *t, Value self)
{
    (void)self;
    return value_from_pointer(str_intern_c(t, "Ellipsis"));
}

CONSTRUCTOR(ellipsis, NATIVE_UNSIGNED, (cls), (slash))
{
    return ELLIPSIS;
}

NATIVE(ellipsis, __reduce__, 0, NULL, (self_value), (slash))
{
    return ellipsis_repr(t, self);
}

static const NativeDef *const ellipsis_methods[] = {
    &ellipsis___reduce___native,
    NULL,
};

Type type_ellipsis = {
    TYPE_HEAD(ELLIPSIS),
    .c_name = "ellipsis",
    .slots = {.repr = ellipsis_repr},
    .methods = ellipsis_methods,
    .constructor = &ellipsis_new_native,
};

/* --- NotImplemented ---------------------------------------------------- */

static Value not_implemented_repr(Thread *t, Value self)
{
    (void)self;
    return value_from_pointer(str_intern_c(t, "NotImplemented"));
}

CONSTRUCTOR(not_implemented, NATIVE_UNSIGNED, (cls), (slash))
{
    return NOT_IMPLEMENTED;
}

NATIVE(not_implemented, __reduce__, 0, NULL, (self_value), (slash))
{
    return not_implemented_repr(t, self);
}

static const NativeDef *const not_implemented_methods[] = {
    &not_implemented___reduce___native,
    NULL,
};

Type type_not_implemented = {
    TYPE_HEAD(NOT_IMPLEMENTED),
    .c_name = "NotImplementedType",
    .slots = {.repr = not_implemented_repr},
    .methods = not_implemented_methods,
    .constructor = &not_implemented_new_native,
};
