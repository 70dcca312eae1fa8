/* SPDX-License-Identifier: MIT */
/* The module errno. */
#include "object/container/dict.h"
#include "object/function/module_def.h"
#include "object/text/str.h"
#include "os/numbers.h"

static int init(Thread *t, Module *m)
{
    Dict *names = dict_new(t);
    for (const OsNumber *n = os_numbers_errno; n->name != NULL; n++)
        if (dict_set(t, names, value_from_int(n->value),
                     value_from_pointer(str_intern_c(t, n->name))) < 0)
            return -1;
    dict_set_c(t, m->dict, "errorcode", value_from_pointer(names));
    return 0;
}

const ModuleDef errno_module = {
    .name = "errno",
    .doc = "The numbers by which the system says why a call failed; errorcode "
           "has their names.",
    .numbers = os_numbers_errno,
    .init = init,
};
