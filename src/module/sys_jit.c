/* SPDX-License-Identifier: MIT */
/* sys._jit: what the JIT is doing. */
#include "exec/jit_control.h"
#include "module/sys.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"

NATIVE(sys_jit, is_available, 0,
       "Return True if the JIT is built in and the system allows it.")
{
    const char *reason;
    return value_from_bool(jit_control.is_available(&reason));
}

NATIVE(sys_jit, is_enabled, 0,
       "Return True if the JIT is switched on.")
{
    return value_from_bool(jit_control.enabled);
}

NATIVE(sys_jit, is_active, 0,
       "Return True if compiled code called this function.")
{
    return value_from_bool(jit_control.is_active != NULL &&
                           jit_control.is_active());
}

NATIVE(sys_jit, reason, 0,
       "Return why the JIT is not available or not enabled, or None.")
{
    const char *reason = jit_control.reason;
    (void)jit_control.is_available(&reason); /* else that is why */
    return reason == NULL ? NONE : value_from_pointer(str_from_c(t, reason));
}

static const NativeDef *const functions[] = {
    &sys_jit_is_active_native,
    &sys_jit_is_available_native,
    &sys_jit_is_enabled_native,
    &sys_jit_reason_native,
    NULL,
};

Value sys_jit_new(Thread *t)
{
    Value namespace = instance_new(t, &type_namespace);
    Value module = value_from_pointer(str_from_c(t, "sys._jit"));
    for (const NativeDef *const *def = functions; *def != NULL; def++)
        instance_set(t, value_to_pointer(namespace),
                     str_intern_c(t, (*def)->name),
                     native_function_new(t, *def, UNBOUND, module));
    return namespace;
}
