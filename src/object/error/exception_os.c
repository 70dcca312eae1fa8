/* SPDX-License-Identifier: MIT */
/*
 * OSError and its subclasses.  OSError(errno, ...) makes the subclass that
 * fits (PEP 3151), so the fields are filled by __new__ already, unless a class
 * has an __init__ of its own and not a __new__.
 */
#include <errno.h>
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

static const struct {
    int number;
    Type *type;
} classes[] = {
    {EAGAIN, EXC(BlockingIOError)},
    {EALREADY, EXC(BlockingIOError)},
    {EINPROGRESS, EXC(BlockingIOError)},
    {EWOULDBLOCK, EXC(BlockingIOError)},
    {EPIPE, EXC(BrokenPipeError)},
    {ESHUTDOWN, EXC(BrokenPipeError)},
    {ECHILD, EXC(ChildProcessError)},
    {ECONNABORTED, EXC(ConnectionAbortedError)},
    {ECONNREFUSED, EXC(ConnectionRefusedError)},
    {ECONNRESET, EXC(ConnectionResetError)},
    {EEXIST, EXC(FileExistsError)},
    {ENOENT, EXC(FileNotFoundError)},
    {EISDIR, EXC(IsADirectoryError)},
    {ENOTDIR, EXC(NotADirectoryError)},
    {EINTR, EXC(InterruptedError)},
    {EACCES, EXC(PermissionError)},
    {EPERM, EXC(PermissionError)},
    {ESRCH, EXC(ProcessLookupError)},
    {ETIMEDOUT, EXC(TimeoutError)},
};

Type *exception_os_class(int64_t number)
{
    for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++) {
        if (classes[i].number == number)
            return classes[i].type;
    }
    return EXC(OSError);
}

static int fill(Thread *t, Exception *e, Value *args, int64_t n,
                Tuple *kwnames)
{
    if (exception_fill_base(t, e, args, n, kwnames) < 0)
        return -1;
    if (n < 2 || n > 5)
        return 0;
    slot_set(e, &e->fields[OS_ERRNO], args[0]);
    slot_set(e, &e->fields[OS_STRERROR], args[1]);
    if (n < 3 || value_is_none(args[2]))
        return 0;
    if (type_is_subtype(type_of_pointer(e), EXC(BlockingIOError)) &&
        value_is_int_object(args[2])) {
        slot_set(e, &e->fields[OS_WRITTEN], args[2]);
        return 0;
    }
    slot_set(e, &e->fields[OS_FILENAME], args[2]);
    if (n == 5 && !value_is_none(args[4]))
        slot_set(e, &e->fields[OS_FILENAME2], args[4]);
    slot_set(e, &e->args,
             value_from_pointer(tuple_pack(t, 2, args[0], args[1])));
    return 0;
}

static Value os_new(Thread *t, Type *cls, Value *args, int64_t n,
                    Tuple *kwnames);
static int os_init(Thread *t, Value self, Value *args, int64_t n,
                   Tuple *kwnames);

static bool init_fills(const Type *cls)
{
    return cls->slots.init != os_init && cls->slots.new == os_new;
}

static Value os_new(Thread *t, Type *cls, Value *args, int64_t n,
                    Tuple *kwnames)
{
    if (init_fills(cls))
        return value_from_pointer(exception_alloc(t, cls));
    if (cls == EXC(OSError) && n >= 2 && n <= 5 && value_is_int(args[0]))
        cls = exception_os_class(value_to_int(args[0]));
    Exception *e = exception_alloc(t, cls);
    if (fill(t, e, args, n, kwnames) < 0)
        return NULL_VALUE;
    return value_from_pointer(e);
}

static int os_init(Thread *t, Value self, Value *args, int64_t n,
                   Tuple *kwnames)
{
    if (!init_fills(type_of(self)))
        return 0;
    return fill(t, value_to_pointer(self), args, n, kwnames);
}

static Value os_str(Thread *t, Value self)
{
    Exception *e = value_to_exception(self);
    Value number = exception_field(e, OS_ERRNO);
    Value text = exception_field(e, OS_STRERROR);
    Value filename = exception_field(e, OS_FILENAME);
    Value filename2 = exception_field(e, OS_FILENAME2);
    if (value_is_unbound(number))
        number = NONE;
    if (value_is_unbound(text))
        text = NONE;
    if (!value_is_unbound(filename) && !value_is_unbound(filename2))
        return format_message(t, "[Errno %S] %S: %R -> %R", number, text,
                              filename, filename2);
    if (!value_is_unbound(filename))
        return format_message(t, "[Errno %S] %S: %R", number, text, filename);
    if (!value_is_unbound(exception_field(e, OS_ERRNO)) &&
        !value_is_unbound(exception_field(e, OS_STRERROR)))
        return format_message(t, "[Errno %S] %S", number, text);
    return exception_base_str(t, self);
}

static Value get_written(Thread *t, Value self)
{
    Value v = exception_field(value_to_exception(self), OS_WRITTEN);
    if (value_is_unbound(v))
        return raise_error(t, EXC(AttributeError), "characters_written");
    return v;
}

static int set_written(Thread *t, Value self, Value value)
{
    Exception *e = value_to_exception(self);
    if (value_is_null(value)) {
        if (value_is_unbound(exception_field(e, OS_WRITTEN)))
            return RAISE_INT(raise_error(t, EXC(AttributeError),
                                         "characters_written"));
        value = UNBOUND;
    } else {
        value = object_index(t, value);
        if (value_is_null(value))
            return -1;
    }
    slot_set(e, &e->fields[OS_WRITTEN], value);
    return 0;
}

NATIVE(exception_os, __reduce__, 0, NULL, (self, Exception), (slash))
{
    Tuple *s = value_to_tuple(slot_get(&self->args));
    if (s->len == 2 && !value_is_unbound(exception_field(self, OS_FILENAME))) {
        Value a = tuple_get(s, 0), b = tuple_get(s, 1);
        Value filename = exception_field(self, OS_FILENAME);
        Value filename2 = exception_field(self, OS_FILENAME2);
        s = value_is_unbound(filename2)
                ? tuple_pack(t, 3, a, b, filename)
                : tuple_pack(t, 5, a, b, filename, NONE, filename2);
    }
    return exception_reduce_with(t, value_from_pointer(self), s,
                                 exception_state(t, self));
}

#define FIELD(i) (offsetof(Exception, fields) + (i) * sizeof(Slot))
static const MemberDef members[] = {
    {"errno", FIELD(OS_ERRNO), true},
    {"strerror", FIELD(OS_STRERROR), true},
    {"filename", FIELD(OS_FILENAME), true},
    {"filename2", FIELD(OS_FILENAME2), true},
    {0},
};

static const GetSetDef getsets[] = {
    {"characters_written", get_written, set_written, NULL},
    {0},
};

static const NativeDef *const methods[] = {
    &exception_os___reduce___native,
    NULL,
};

void exception_os_prepare(void)
{
    Type *type = EXC(OSError);
    exception_fill_set(type, fill);
    type->slots.new = os_new;
    type->slots.init = os_init;
    type->slots.str = os_str;
    type->members = members;
    type->getsets = getsets;
    type->methods = methods;
}
