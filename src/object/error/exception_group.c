/* SPDX-License-Identifier: MIT */
/* Exception groups (PEP 654). */
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"
#include "object/type/instance.h"

static bool is_group(Value v)
{
    return type_is_subtype(type_of(v), EXC(BaseExceptionGroup));
}

static Tuple *members_of(const Exception *e)
{
    return value_to_tuple(exception_field(e, GROUP_EXCEPTIONS));
}

/* --- making ------------------------------------------------------------ */

/* The members as a tuple, checked; NULL on error.  *base: whether one is no
 * Exception. */
static Tuple *take_members(Thread *t, Value v, bool *base)
{
    if (type_of(v)->slots.getitem == NULL || value_is_exception(v) ||
        type_has_flag(v, TYPE_IS_DICT)) {
        raise_type_error(t, "second argument (exceptions) must be a sequence");
        return NULL;
    }
    Tuple *s = tuple_from_iterable(t, v);
    if (s == NULL)
        return NULL;
    if (s->len == 0) {
        raise_value_error(
            t, "second argument (exceptions) must be a non-empty sequence");
        return NULL;
    }
    *base = false;
    for (int64_t i = 0; i < s->len; i++) {
        Value member = tuple_get(s, i);
        if (!value_is_exception(member)) {
            raise_value_error(t, "Item %l of second argument (exceptions) is "
                              "not an exception", i);
            return NULL;
        }
        *base |= !type_is_subtype(type_of(member), EXC(Exception));
    }
    return s;
}

/* The class to make: BaseExceptionGroup of Exceptions is an ExceptionGroup. */
static Type *choose_class(Thread *t, Type *cls, bool base)
{
    if (cls == EXC(BaseExceptionGroup))
        return base ? cls : EXC(ExceptionGroup);
    if (!base)
        return cls;
    if (cls == EXC(ExceptionGroup))
        raise_type_error(
            t, "Cannot nest BaseExceptions in an ExceptionGroup");
    else if (type_is_subtype(cls, EXC(Exception)))
        raise_type_error(t, "Cannot nest BaseExceptions in '%.200N'", cls);
    else
        return cls;
    return NULL;
}

static Value group_new(Thread *t, Type *cls, Value *args, int64_t n,
                       Tuple *kwnames)
{
    (void)kwnames;
    if (n != 2)
        return raise_type_error(t, "BaseExceptionGroup.__new__() takes "
                                "exactly 2 arguments (%l given)", n);
    if (!value_is_str(args[0]))
        return raise_type_error(t, "BaseExceptionGroup.__new__() argument 1 "
                                "must be str, not %T", args[0]);
    bool base;
    Tuple *members = take_members(t, args[1], &base);
    if (members == NULL)
        return NULL_VALUE;
    cls = choose_class(t, cls, base);
    if (cls == NULL)
        return NULL_VALUE;
    Exception *e = exception_alloc(t, cls);
    slot_set(e, &e->args, value_from_pointer(tuple_from_values(t, args, 2)));
    slot_set(e, &e->fields[GROUP_MESSAGE], args[0]);
    slot_set(e, &e->fields[GROUP_EXCEPTIONS], value_from_pointer(members));
    return value_from_pointer(e);
}

static Value str(Thread *t, Value self)
{
    Exception *e = value_to_exception(self);
    int64_t n = members_of(e)->len;
    return format_message(t, "%S (%l sub-exception%s)",
                          exception_field(e, GROUP_MESSAGE), n,
                          n == 1 ? "" : "s");
}

/* --- split and subgroup ------------------------------------------------ */

/* Whether v is what split() may be given; it need not match anything. */
static bool check_condition(Thread *t, Value v)
{
    bool fine = value_has_shape(v, SHAPE_FUNCTION);
    if (type_has_flag(v, TYPE_IS_TYPE)) {
        fine = (value_to_type(v)->type_flags &
                TYPE_IS_EXCEPTION) != 0;
    } else if (value_is_tuple(v)) {
        fine = true;
        Tuple *s = value_to_tuple(v);
        for (int64_t i = 0; i < s->len && fine; i++) {
            Value cls = tuple_get(s, i);
            fine = type_has_flag(cls, TYPE_IS_TYPE) &&
                   (value_to_type(cls)->type_flags &
                    TYPE_IS_EXCEPTION);
        }
    }
    if (!fine)
        raise_type_error(t, "expected a function, exception type or tuple of "
                         "exception types");
    return fine;
}

static int matches(Thread *t, Value exception, Value condition)
{
    if (!value_has_shape(condition, SHAPE_FUNCTION))
        return exception_match(t, exception, condition);
    Value v = object_call1(t, condition, exception);
    return value_is_null(v) ? -1 : object_is_true(t, v);
}

/* A group like `self` of some of its members; None if there are none. */
static Value subset(Thread *t, Value self, List *members)
{
    if (members->len == 0)
        return NONE;
    TRY(v, object_call_method(t, self, str_intern_c(t, "derive"), 1,
                              value_from_pointer(members)));
    if (!is_group(v))
        return raise_type_error(
            t, "derive must return an instance of BaseExceptionGroup");
    Exception *from = value_to_exception(self), *to = value_to_exception(v);
    slot_set(to, &to->traceback, slot_get(&from->traceback));
    slot_set(to, &to->context, slot_get(&from->context));
    slot_set(to, &to->cause, slot_get(&from->cause));
    to->suppress_context = from->suppress_context;
    Value notes = slot_get(&from->notes);
    if (!value_is_unbound(notes) && (value_is_list(notes) ||
                                     value_is_tuple(notes))) {
        List *copy = list_from_iterable(t, notes);
        if (copy == NULL)
            return NULL_VALUE;
        slot_set(to, &to->notes, value_from_pointer(copy));
    }
    return v;
}

/* Both parts, each a group, a leaf or NONE; -1 on error. */
static int split(Thread *t, Value v, Value condition, Value *match,
                 Value *rest)
{
    *match = *rest = NONE;
    int is = matches(t, v, condition);
    if (is < 0)
        return -1;
    if (is > 0 || !is_group(v)) {
        *(is > 0 ? match : rest) = v;
        return 0;
    }
    if (recursion_enter(t, " in exceptiongroup_split_recursive"))
        return -1;
    Tuple *members = members_of(value_to_exception(v));
    List *matching = list_new(t, members->len);
    if (matching == NULL)
        return -1;
    List *others = list_new(t, members->len);
    if (others == NULL)
        return -1;
    int status = 0;
    for (int64_t i = 0; i < members->len && status == 0; i++) {
        Value m, r;
        status = split(t, tuple_get(members, i), condition, &m, &r);
        if (status == 0 && !value_is_none(m))
            list_append(t, matching, m);
        if (status == 0 && !value_is_none(r))
            list_append(t, others, r);
    }
    recursion_leave(t);
    if (status < 0)
        return -1;
    *match = subset(t, v, matching);
    if (value_is_null(*match))
        return -1;
    *rest = subset(t, v, others);
    return value_is_null(*rest) ? -1 : 0;
}

NATIVE(exception_group, split, 0, NULL,
       (self_value), (arg, object, condition), (slash))
{
    Value match, rest;
    if (!check_condition(t, condition) ||
        split(t, self, condition, &match, &rest) < 0)
        return NULL_VALUE;
    return value_from_pointer(tuple_pack(t, 2, match, rest));
}

NATIVE(exception_group, subgroup, 0, NULL,
       (self_value), (arg, object, condition), (slash))
{
    Value match, rest;
    if (!check_condition(t, condition) ||
        split(t, self, condition, &match, &rest) < 0)
        return NULL_VALUE;
    return match;
}

NATIVE(exception_group, derive, 0, NULL,
       (self, Exception), (arg, object, exceptions), (slash))
{
    Value message =
        exception_field(self, GROUP_MESSAGE);
    return object_call2(t, value_from_pointer(EXC(BaseExceptionGroup)),
                        message, exceptions);
}

static const NativeDef *const methods[] = {
    &exception_group_split_native,
    &exception_group_subgroup_native,
    &exception_group_derive_native,
    &generic_alias___class_getitem___native,
    NULL,
};

#define FIELD(i) (offsetof(Exception, fields) + (i) * sizeof(Slot))
static const MemberDef members[] = {
    {"message", FIELD(GROUP_MESSAGE), false},
    {"exceptions", FIELD(GROUP_EXCEPTIONS), false},
    {0},
};

void exception_group_prepare(void)
{
    Type *type = EXC(BaseExceptionGroup);
    type->slots.new = group_new;
    type->slots.str = str;
    type->methods = methods;
    type->members = members;
}
