/* SPDX-License-Identifier: MIT */
/* Calls. */
#include <stdarg.h>
#include "base/base.h"
#include "base/limits.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/foreign.h"
#include "object/core/object.h"
#include "object/error/raise.h"
#include "object/text/str.h"

enum { LOCAL_ARGS = LIMIT_CALL_ARGS };

Value object_call(Thread *t, Value callable, Value *args, int64_t n,
                  Tuple *kwnames)
{
    ASSERT(n >= 0 && value_is_null(t->exc));
    CallFn f = type_of(callable)->slots.call;
    if (__builtin_expect(f == NULL, 0))
        return raise_type_error(t, "'%.200T' object is not callable",
                                callable);
    /* Methods of methods of methods: not all C code counts its calls. */
    if (recursion_overflows(t, " while calling a Python object"))
        return NULL_VALUE;
    return f(t, callable, args, n, kwnames);
}

Value object_call0(Thread *t, Value callable)
{
    Value args[1] = {NULL_VALUE};
    return object_call(t, callable, args, 0, NULL);
}

Value object_call1(Thread *t, Value callable, Value a)
{
    return object_call(t, callable, &a, 1, NULL);
}

Value object_call2(Thread *t, Value callable, Value a, Value b)
{
    Value args[] = {a, b};
    return object_call(t, callable, args, 2, NULL);
}

Value object_call3(Thread *t, Value callable, Value a, Value b, Value c)
{
    Value args[] = {a, b, c};
    return object_call(t, callable, args, 3, NULL);
}

Value *object_call_buffer(Thread *t, Value *local, int64_t n_local, int64_t n)
{
    ASSERT(n >= 0 && n_local > 0);
    return n <= n_local ? local : foreign_values(t, n);
}

Value object_call_prepend(Thread *t, Value callable, Value first, Value *args,
                          int64_t n, Tuple *kwnames)
{
    ASSERT(n >= 0 && !value_is_null(first));
    int64_t total = n + (kwnames != NULL ? kwnames->len : 0);
    Value local[LOCAL_ARGS];
    Value *all = object_call_buffer(t, local, LOCAL_ARGS, total + 1);
    if (all == NULL)
        return NULL_VALUE;
    all[0] = first;
    for (int64_t i = 0; i < total; i++)
        all[i + 1] = args[i];
    Value v = object_call(t, callable, all, n + 1, kwnames);
    KEEP(all);
    return v;
}

Value object_call_tuple(Thread *t, Value callable, Tuple *args, Dict *kwargs)
{
    int64_t n = args->len, n_keys = kwargs == NULL ? 0 : kwargs->used;
    Value local[LOCAL_ARGS];
    Value *all = object_call_buffer(t, local, LOCAL_ARGS, n + n_keys);
    if (all == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < n; i++)
        all[i] = tuple_get(args, i);
    Tuple *names = NULL;
    if (n_keys > 0) {
        names = tuple_new(t, n_keys);
        int64_t pos = 0, i = 0;
        Value key, value;
        while (i < n_keys && dict_next(kwargs, &pos, &key, &value)) {
            if (!value_is_str(key))
                return raise_type_error(t, "keywords must be strings");
            tuple_set(names, i, key);
            all[n + i++] = value;
        }
    }
    Value v = object_call(t, callable, all, n, names);
    KEEP(all);
    return v;
}

Value object_call_method(Thread *t, Value v, Str *name, int n, ...)
{
    ASSERT(n >= 0 && n <= 3);
    Value args[4];
    va_list ap;
    va_start(ap, n);
    for (int i = 0; i < n && i < 3; i++)
        args[i + 1] = va_arg(ap, Value);
    va_end(ap);
    Value self;
    TRY(method, object_get_method(t, v, name, &self));
    if (value_is_unbound(self))
        return object_call(t, method, args + 1, n, NULL);
    args[0] = self;
    return object_call(t, method, args, n + 1, NULL);
}

bool object_is_callable(Value v) { return type_of(v)->slots.call != NULL; }
