/* SPDX-License-Identifier: MIT */
/* Raising from C: exceptions are made without running Python. */
#include "object/error/raise.h"

#include <string.h>
#include "base/base.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/exception_kinds.h"
#include "object/function/module.h"
#include "object/number/int.h"
#include "object/text/str.h"

/* The exception being handled, or null. */
static Value handled(Thread *t)
{
    for (ExcState *s = t->exc_state; s != NULL; s = s->previous) {
        if (!value_is_none(s->handled) && !value_is_null(s->handled))
            return s->handled;
    }
    return NULL_VALUE;
}

/* Takes `exception` out of the chain of contexts that starts at `at`.  Python
 * code may have made that chain a cycle: `slow` goes half as fast. */
static void unlink_context(Value at, Value exception)
{
    Value slow = at;
    for (bool odd = false;; odd = !odd) {
        Exception *e = value_to_exception(at);
        Value next = slot_get(&e->context);
        if (!value_is_exception(next))
            return;
        if (value_same(next, exception)) {
            slot_set(e, &e->context, NONE);
            return;
        }
        at = next;
        if (value_same(at, slow))
            return;
        if (odd)
            slow = slot_get(&value_to_exception(slow)->context);
    }
}

void raise_chain(Value exception, Value context)
{
    if (!value_is_exception(context) || value_same(context, exception))
        return;
    unlink_context(context, exception);
    Exception *e = value_to_exception(exception);
    slot_set(e, &e->context, context);
}

static Value raise_instance(Thread *t, Value exception)
{
    ASSERT(value_is_exception(exception));
    Value context = handled(t);
    if (!value_is_null(context))
        raise_chain(exception, context);
    t->exc = exception;
    return NULL_VALUE;
}

static Value raise_message(Thread *t, Type *exc, const char *format,
                           va_list ap)
{
    ASSERT(exc->type_flags & TYPE_IS_EXCEPTION);
    Value message = format_message_v(t, format, ap);
    if (value_is_null(message))
        return NULL_VALUE;
    return raise_instance(
        t, exception_new(t, exc, tuple_pack(t, 1, message)));
}

Value raise_error(Thread *t, Type *exc, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    raise_message(t, exc, format, ap);
    va_end(ap);
    return NULL_VALUE;
}

Value raise_type_error(Thread *t, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    raise_message(t, EXC(TypeError), format, ap);
    va_end(ap);
    return NULL_VALUE;
}

Value raise_value_error(Thread *t, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    raise_message(t, EXC(ValueError), format, ap);
    va_end(ap);
    return NULL_VALUE;
}

Value raise_value(Thread *t, Value exception)
{
    if (type_has_flag(exception, TYPE_IS_TYPE) &&
        (value_to_type(exception)->type_flags &
         TYPE_IS_EXCEPTION)) {
        Value cls = exception;
        exception = object_call0(t, cls);
        if (value_is_null(exception))
            return NULL_VALUE;
        if (!value_is_exception(exception))
            return raise_type_error(
                t, "calling %R should have returned an instance of "
                "BaseException, not %R", cls,
                value_from_pointer(type_of(exception)));
    }
    if (!value_is_exception(exception))
        return raise_type_error(
            t, "exceptions must derive from BaseException");
    return raise_instance(t, exception);
}

Value raise_with_value(Thread *t, Type *exc, Value argument)
{
    Tuple *args = value_is_tuple(argument) ? value_to_tuple(argument)
                                           : tuple_pack(t, 1, argument);
    return raise_instance(t, exception_new(t, exc, args));
}

Value raise_key_error(Thread *t, Value key)
{
    return raise_instance(
        t, exception_new(t, EXC(KeyError), tuple_pack(t, 1, key)));
}

Value raise_stop_iteration(Thread *t, Value value)
{
    Tuple *args = value_is_none(value) ? t->rt->empty_tuple
                                       : tuple_pack(t, 1, value);
    return raise_instance(t, exception_new(t, EXC(StopIteration), args));
}

Value raise_os_error_two(Thread *t, int number, Value filename,
                         Value filename2)
{
    Value code = value_from_int(number);
    Value text = value_from_pointer(str_from_c(t, strerror(number)));
    Tuple *args = value_is_unbound(filename) ? tuple_pack(t, 2, code, text)
                  : value_is_unbound(filename2)
                      ? tuple_pack(t, 3, code, text, filename)
                      : tuple_pack(t, 5, code, text, filename, NONE,
                                   filename2);
    return raise_instance(
        t, exception_new(t, exception_os_class(number), args));
}

bool raise_no_memory_take(Thread *t)
{
    uint32_t before = __atomic_fetch_and(
        &t->pending, ~(uint32_t)GC_PENDING_NO_MEMORY, __ATOMIC_RELAXED);
    return (before & GC_PENDING_NO_MEMORY) != 0;
}

Value raise_no_memory(Thread *t)
{
    raise_no_memory_take(t); /* this one settles it */
    return raise_instance(
        t, exception_new(t, EXC(MemoryError), t->rt->empty_tuple));
}

void raise_no_memory_later(Thread *t)
{
    __atomic_fetch_or(&t->pending, GC_PENDING_NO_MEMORY, __ATOMIC_RELAXED);
}

int raise_no_memory_due(Thread *t)
{
    return RAISE_INT(raise_no_memory(t));
}

Value raise_attribute_error(Thread *t, Value object, Str *name)
{
    if (type_has_flag(object, TYPE_IS_MODULE))
        module_raise_missing(t, object, name);
    else if (type_has_flag(object, TYPE_IS_TYPE))
        raise_error(t, EXC(AttributeError),
                    "type object '%.50N' has no attribute '%U'",
                    value_to_type(object), name);
    else
        raise_error(t, EXC(AttributeError),
                    "'%.100T' object has no attribute '%U'", object, name);
    if (!exception_matches(t, EXC(AttributeError)))
        return NULL_VALUE;
    Exception *e = value_to_exception(t->exc);
    slot_set(e, &e->fields[NAME_NAME], value_from_pointer(name));
    slot_set(e, &e->fields[NAME_OBJ], object);
    return NULL_VALUE;
}

bool exception_matches(Thread *t, Type *exc)
{
    return !value_is_null(t->exc) && type_is_subtype(type_of(t->exc), exc);
}

Value exception_take(Thread *t)
{
    Value exception = t->exc;
    t->exc = NULL_VALUE;
    return exception;
}
