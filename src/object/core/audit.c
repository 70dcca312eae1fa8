/* SPDX-License-Identifier: MIT */
/* Audit events. */
#include "object/core/audit.h"

#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/text/str.h"

int audit_tell(Thread *t, Value event, Tuple *args)
{
    List *hooks = t->rt->audit_hooks;
    /* One that is added meanwhile is not told; none is ever taken away. */
    int64_t n = hooks == NULL ? 0 : hooks->len;
    for (int64_t i = 0; i < n; i++) {
        Value both[] = {event, value_from_pointer(args)};
        if (value_is_null(object_call(t, list_get(hooks, i), both, 2, NULL)))
            return -1;
    }
    return 0;
}

int audit_hook_add(Thread *t, Value hook)
{
    Value event = value_from_pointer(str_from_c(t, "sys.addaudithook"));
    if (audit_tell(t, event, t->rt->empty_tuple) < 0) {
        if (!exception_matches(t, EXC(Exception)))
            return -1;
        t->exc = NULL_VALUE;
        return 0;
    }
    if (t->rt->audit_hooks == NULL)
        t->rt->audit_hooks = list_new(t, 1);
    list_append(t, t->rt->audit_hooks, hook);
    return 0;
}
