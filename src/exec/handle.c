/* SPDX-License-Identifier: MIT */
/* raise, except, except* and with. */
#include "exec/slow.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/text/str.h"

/* An exception given as instance or class, as an instance. */
static Value to_instance(Thread *t, Value v, const char *otherwise)
{
    if (value_is_exception(v))
        return v;
    if (type_has_flag(v, TYPE_IS_TYPE) &&
        (value_to_type(v)->type_flags & TYPE_IS_EXCEPTION)) {
        TRY(e, object_call0(t, v));
        if (!value_is_exception(e))
            return raise_type_error(
                t, "calling %R should have returned an instance of "
                   "BaseException, not %R", v,
                value_from_pointer(type_of(e)));
        return e;
    }
    return raise_type_error(t, "%s", otherwise);
}

/* The innermost exception being handled, or NONE. */
static Value handled(Thread *t)
{
    for (ExcState *s = t->exc_state; s != NULL; s = s->previous)
        if (!value_is_none(s->handled) && !value_is_null(s->handled))
            return s->handled;
    return NONE;
}

Value slow_raise(Thread *t, Value exception, Value cause)
{
    if (value_is_null(exception)) {
        exception = handled(t);
        if (value_is_none(exception))
            return raise_error(t, EXC(RuntimeError),
                               "No active exception to reraise");
        t->exc = exception;
        return NULL_VALUE;
    }
    TRY(e, to_instance(t, exception,
                       "exceptions must derive from BaseException"));
    if (!value_is_null(cause)) {
        Value c = NONE;
        if (!value_is_none(cause)) {
            c = to_instance(t, cause, "exception causes must derive from "
                                      "BaseException");
            if (value_is_null(c))
                return NULL_VALUE;
        }
        Exception *object = value_to_exception(e);
        slot_set(object, &object->cause, c);
        object->suppress_context = 1;
    }
    return raise_value(t, e);
}

void slow_reraise(Thread *t, Value exception)
{
    if (value_is_exception(exception))
        t->exc = exception;
    else /* only code that was put together by hand */
        raise_error(t, EXC(SystemError), "what is raised again is no exception");
}
int slow_expect(Thread *t, Value exception, Type *cls)
{
    if (type_is_subtype(type_of(exception), cls))
        return 0;
    slow_reraise(t, exception);
    return -1;
}

static int check_classes(Thread *t, Value classes, bool star)
{
    const char *message =
        star ? "catching classes that do not inherit from BaseException is "
               "not allowed"
             : "catching classes that do not inherit from BaseException is "
               "not allowed";
    Tuple *many = value_is_tuple(classes) ? value_to_tuple(classes) : NULL;
    int64_t n = many ? many->len : 1;
    for (int64_t i = 0; i < n; i++) {
        Value c = many ? tuple_get(many, i) : classes;
        if (!type_has_flag(c, TYPE_IS_TYPE) ||
            !(value_to_type(c)->type_flags & TYPE_IS_EXCEPTION))
            return RAISE_INT(raise_type_error(t, "%s", message));
        if (star && type_is_subtype(value_to_pointer(c),
                                    EXC(BaseExceptionGroup)))
            return RAISE_INT(raise_type_error(
                t, "catching ExceptionGroup with except* is not allowed. "
                   "Use except instead."));
    }
    return 0;
}

Value slow_check_exc_match(Thread *t, Value exception, Value classes)
{
    if (check_classes(t, classes, false) < 0)
        return NULL_VALUE;
    int r = exception_match(t, exception, classes);
    return r < 0 ? NULL_VALUE : value_from_bool(r);
}

static Value match_group(Thread *t, Value group, Value classes, Value *rest)
{
    *rest = group;
    if (check_classes(t, classes, true) < 0)
        return NULL_VALUE;
    if (value_is_none(group))
        return NONE;
    int r = exception_match(t, group, classes);
    if (r < 0)
        return NULL_VALUE;
    if (r) {
        *rest = NONE;
        if (type_is_subtype(type_of(group), EXC(BaseExceptionGroup)))
            return group;
        Value one = value_from_pointer(tuple_from_values(t, &group, 1));
        TRY(wrapped, object_call2(t,
                                  value_from_pointer(EXC(BaseExceptionGroup)),
                                  value_from_pointer(t->rt->empty_str), one));
        Exception *w = value_to_exception(wrapped);
        Exception *e = value_to_exception(group);
        slot_set(w, &w->traceback, slot_get(&e->traceback));
        return wrapped;
    }
    if (!type_is_subtype(type_of(group), EXC(BaseExceptionGroup)))
        return NONE;
    TRY(pair, object_call_method(t, group, str_intern_c(t, "split"), 1,
                                 classes));
    if (!value_is_tuple(pair) || value_to_tuple(pair)->len < 2)
        return raise_type_error(t, "%T.split must return a 2-tuple", group);
    Tuple *halves = value_to_tuple(pair);
    for (int i = 0; i < 2; i++)
        if (!value_is_none(tuple_get(halves, i)) &&
            !value_is_exception(tuple_get(halves, i)))
            return raise_type_error(t, "%T.split must return exceptions", group);
    *rest = tuple_get(halves, 1);
    return tuple_get(halves, 0);
}

Value slow_check_eg_match(Thread *t, Value group, Value classes, Value *rest)
{
    Value matched = match_group(t, group, classes, rest);
    if (!value_is_null(matched) && !value_is_none(matched))
        t->exc_state->handled = matched; /* what the clause handles */
    return matched;
}

/* Whether e came out of `original` unchanged (reraised), not raised anew. */
static bool is_reraised(Value e, Value original)
{
    Exception *a = value_to_exception(e), *b = value_to_exception(original);
    return value_same(slot_get(&a->traceback), slot_get(&b->traceback)) &&
           value_same(slot_get(&a->cause), slot_get(&b->cause)) &&
           value_same(slot_get(&a->context), slot_get(&b->context));
}

static int collect_leaves(Thread *t, Value e, List *leaves)
{
    if (recursion_overflows(t, " in except*"))
        return -1;
    if (!type_is_subtype(type_of(e), EXC(BaseExceptionGroup))) {
        list_append(t, leaves, e);
        return 0;
    }
    Exception *group = value_to_exception(e);
    Tuple *inner = value_to_tuple(slot_get(&group->fields[1]));
    for (int64_t i = 0; i < inner->len; i++)
        if (collect_leaves(t, tuple_get(inner, i), leaves) < 0)
            return -1;
    return 0;
}

/* The part of group `original` that holds just these leaves. */
static Value project(Thread *t, Value original, List *leaves)
{
    Exception *group = value_to_exception(original);
    Tuple *inner = value_to_tuple(slot_get(&group->fields[1]));
    List *kept = list_new(t, 0);
    if (recursion_overflows(t, " in except*"))
        return NULL_VALUE;
    for (int64_t i = 0; i < inner->len; i++) {
        Value e = tuple_get(inner, i);
        if (type_is_subtype(type_of(e), EXC(BaseExceptionGroup))) {
            TRY(part, project(t, e, leaves));
            if (!value_is_none(part))
                list_append(t, kept, part);
            continue;
        }
        for (int64_t k = 0; k < leaves->len; k++)
            if (value_same(list_get(leaves, k), e)) {
                list_append(t, kept, e);
                break;
            }
    }
    if (kept->len == 0)
        return NONE;
    if (kept->len == inner->len) {
        bool same = true;
        for (int64_t i = 0; i < kept->len; i++)
            same &= value_same(list_get(kept, i), tuple_get(inner, i));
        if (same)
            return original;
    }
    TRY(part, object_call_method(t, original, str_intern_c(t, "derive"), 1,
                                 value_from_pointer(kept)));
    if (!value_is_exception(part))
        return raise_type_error(t, "derive must return an instance of "
                                   "BaseExceptionGroup");
    Exception *p = value_to_exception(part);
    slot_set(p, &p->traceback, slot_get(&group->traceback));
    slot_set(p, &p->cause, slot_get(&group->cause));
    slot_set(p, &p->context, slot_get(&group->context));
    slot_set(p, &p->notes, slot_get(&group->notes));
    return part;
}

Value slow_prep_reraise_star(Thread *t, Value original, Value list)
{
    List *excs = value_to_list(list);
    if (excs->len == 0)
        return NONE;
    for (int64_t i = 0; i < excs->len; i++)
        if (!value_is_none(list_get(excs, i)) &&
            !value_is_exception(list_get(excs, i)))
            return raise_error(t, EXC(SystemError),
                               "what is raised again is no exception");
    if (!type_is_subtype(type_of(original), EXC(BaseExceptionGroup)))
        return list_get(excs, 0); /* a naked exception was wrapped */
    List *raised = list_new(t, 0), *leaves = list_new(t, 0);
    if (raised == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < excs->len; i++) {
        Value e = list_get(excs, i);
        if (value_is_none(e))
            continue;
        if (!is_reraised(e, original))
            list_append(t, raised, e);
        else if (collect_leaves(t, e, leaves) < 0)
            return NULL_VALUE;
    }
    if (leaves->len > 0) {
        TRY(part, project(t, original, leaves));
        if (raised->len == 0)
            return part;
        if (!value_is_none(part))
            list_append(t, raised, part);
    }
    if (raised->len == 0)
        return NONE;
    return object_call2(t, value_from_pointer(EXC(BaseExceptionGroup)),
                        value_from_pointer(t->rt->empty_str),
                        value_from_pointer(raised));
}

static Value raise_no_manager(Thread *t, Value manager, bool async,
                              const char *missing)
{
    if (async)
        return raise_type_error(t, "'%T' object does not support the "
                                   "asynchronous context manager protocol%s",
                                manager, missing);
    return raise_type_error(t, "'%T' object does not support the context "
                               "manager protocol%s", manager, missing);
}

Value slow_with_enter(Thread *t, Value manager, bool async, Value *exit)
{
    TRY(enter, object_lookup_special(t, manager,
                                     async ? N(__aenter__) : N(__enter__)));
    if (value_is_unbound(enter))
        return raise_no_manager(t, manager, async, "");
    *exit = object_lookup_special(t, manager,
                                  async ? N(__aexit__) : N(__exit__));
    if (value_is_null(*exit))
        return NULL_VALUE;
    if (value_is_unbound(*exit))
        return raise_no_manager(t, manager, async,
                                async ? " (missed __aexit__ method)"
                                      : " (missed __exit__ method)");
    return object_call0(t, enter);
}

Value slow_with_exit(Thread *t, Value exit, Value exception)
{
    return object_call3(t, exit, value_from_pointer(type_of(exception)),
                        exception,
                        slot_get(&value_to_exception(exception)->traceback));
}

Function *slow_with_function(Thread *t, Value manager, Value *exit)
{
    Type *cls = type_of(manager);
    Value enter = type_lookup(cls, N(__enter__));
    Value leave = type_lookup(cls, N(__exit__));
    if (value_is_null(enter) || !value_has_shape(enter, SHAPE_FUNCTION) ||
        value_is_null(leave) || !value_has_shape(leave, SHAPE_FUNCTION))
        return NULL;
    *exit = method_new(t, leave, manager);
    return value_to_function(enter);
}
