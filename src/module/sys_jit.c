/* SPDX-License-Identifier: MIT */
/* sys._jit: what the JIT is doing. */
#include "exec/jit_control.h"
#include "module/sys.h"
#include "object/function/native.h"
#include "object/text/str.h"
#include "object/type/instance.h"

static Value is_available(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)args, (void)n;
    return value_from_bool(jit_control.available);
}

static Value is_enabled(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)args, (void)n;
    return value_from_bool(jit_control.enabled);
}

static Value is_active(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)args, (void)n;
    return value_from_bool(jit_control.is_active != NULL &&
                           jit_control.is_active());
}

static Value reason(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    if (jit_control.reason == NULL)
        return NONE;
    return value_from_pointer(str_from_c(t, jit_control.reason));
}

static const NativeDef functions[] = {
    {"is_active", is_active, "()",
     "Return True if compiled code called this function.", 0},
    {"is_available", is_available, "()",
     "Return True if the JIT is built in and the system allows it.", 0},
    {"is_enabled", is_enabled, "()",
     "Return True if the JIT is switched on.", 0},
    {"reason", reason, "()",
     "Return why the JIT is not available or not enabled, or None.", 0},
    {0},
};

Value sys_jit_new(Thread *t)
{
    Value namespace = instance_new(t, &type_namespace);
    Value module = value_from_pointer(str_from_c(t, "sys._jit"));
    for (const NativeDef *def = functions; def->name != NULL; def++)
        instance_set(t, value_to_pointer(namespace), str_intern_c(t, def->name),
                     native_function_new(t, def, UNBOUND, module));
    return namespace;
}
