/* SPDX-License-Identifier: MIT */
/* sys.breakpointhook (PEP 553). */
#include <stdlib.h>
#include <string.h>
#include "exec/import.h"
#include "module/sys.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"

/* PYTHONBREAKPOINT as it is now; NULL: not set, or not to be looked at. */
static const char *variable(Thread *t)
{
    Value flags = dict_get_c(t, t->rt->sys_dict, "flags");
    Value ignores = value_is_null(flags)
                        ? flags
                        : object_getattr(t, flags,
                                         str_intern_c(t,
                                                      "ignore_environment"));
    const char *text = getenv("PYTHONBREAKPOINT");
    bool looks = !value_is_null(ignores) && object_is_true(t, ignores) == 0;
    t->exc = NULL_VALUE;
    return looks && text != NULL && *text != '\0' ? text : NULL;
}

/* What a dotted name stands for; a bare one is a builtin.  Null with an
 * exception, ImportError where no module can be meant. */
static Value find(Thread *t, const char *name)
{
    const char *dot = strrchr(name, '.');
    if (dot == name)
        return raise_error(t, EXC(ImportError), "no module");
    Str *module = dot == NULL
                      ? str_intern_c(t, "builtins")
                      : str_intern(t, str_from_utf8(t, name,
                                                    (size_t)(dot - name)));
    TRY(m, import_module(t, module));
    return object_getattr(t, m,
                          str_intern_c(t, dot == NULL ? name : dot + 1));
}

NATIVE(sys, breakpointhook, 0,
       "What breakpoint() calls: starts the debugger, or what PYTHONBREAKPOINT "
       "names.",
       (args, args), (kwargs, kwargs))
{
    const char *name = variable(t);
    if (name == NULL)
        name = "pdb.set_trace";
    else if (strcmp(name, "0") == 0)
        return NONE;
    Value hook = find(t, name);
    if (!value_is_null(hook))
        return object_call_tuple(t, hook, tuple_from_values(t, args, n_args),
                                 kwargs);
    if (!exception_matches(t, EXC(ImportError)) &&
        !exception_matches(t, EXC(AttributeError)))
        return NULL_VALUE;
    t->exc = NULL_VALUE;
    if (warn(t, EXC(RuntimeWarning),
             "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", name) < 0)
        return NULL_VALUE;
    return NONE;
}

const NativeDef *const sys_breakpoint_functions[] = {
    &sys_breakpointhook_native,
    NULL,
};
