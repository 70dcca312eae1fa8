/* SPDX-License-Identifier: MIT */
/* The types of None, Ellipsis and NotImplemented, which are immediates. */
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
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

static Value none_new(Thread *t, Value *args, int64_t n)
{
    (void)t;
    (void)args;
    (void)n;
    return NONE;
}

static Value none_or(Thread *t, Value a, Value b)
{
    if (value_is_none(a) && value_is_none(b))
        return NOT_IMPLEMENTED;
    return union_or(t, a, b);
}

static const NativeDef none_constructor = {"__new__", none_new, "(cls, /)",
                                           NULL, 0};

Type type_none = {
    TYPE_HEAD(NONE),
    .c_name = "NoneType",
    .slots = {
        .repr = none_repr,
        .truth = none_truth,
        .or = none_or,
    },
    .constructor = &none_constructor,
};

/* --- Ellipsis ---------------------------------------------------------- */

static Value ellipsis_repr(Thread *t, Value self)
{
    (void)self;
    return value_from_pointer(str_intern_c(t, "Ellipsis"));
}

static Value ellipsis_new(Thread *t, Value *args, int64_t n)
{
    (void)t;
    (void)args;
    (void)n;
    return ELLIPSIS;
}

static Value ellipsis_reduce(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return ellipsis_repr(t, args[0]);
}

static const NativeDef ellipsis_constructor = {"__new__", ellipsis_new,
                                               "(cls, /)", NULL, 0};
static const NativeDef ellipsis_methods[] = {
    {"__reduce__", ellipsis_reduce, "(self, /)", NULL, 0},
    {0},
};

Type type_ellipsis = {
    TYPE_HEAD(ELLIPSIS),
    .c_name = "ellipsis",
    .slots = {.repr = ellipsis_repr},
    .methods = ellipsis_methods,
    .constructor = &ellipsis_constructor,
};

/* --- NotImplemented ---------------------------------------------------- */

static Value not_implemented_repr(Thread *t, Value self)
{
    (void)self;
    return value_from_pointer(str_intern_c(t, "NotImplemented"));
}

static Value not_implemented_new(Thread *t, Value *args, int64_t n)
{
    (void)t;
    (void)args;
    (void)n;
    return NOT_IMPLEMENTED;
}

static Value not_implemented_reduce(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return not_implemented_repr(t, args[0]);
}

static const NativeDef not_implemented_constructor = {
    "__new__", not_implemented_new, "(cls, /)", NULL, 0};
static const NativeDef not_implemented_methods[] = {
    {"__reduce__", not_implemented_reduce, "(self, /)", NULL, 0},
    {0},
};

Type type_not_implemented = {
    TYPE_HEAD(NOT_IMPLEMENTED),
    .c_name = "NotImplementedType",
    .slots = {.repr = not_implemented_repr},
    .methods = not_implemented_methods,
    .constructor = &not_implemented_constructor,
};
