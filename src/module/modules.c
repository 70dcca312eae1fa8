/* SPDX-License-Identifier: MIT */
/* The modules of modules.def. */
#include "module/modules.h"

#include "exec/import.h"

#define MODULE(name, prefix) Module *prefix##_module_new(Thread *t);
#include "module/modules.def"
#undef MODULE

bool modules_register(void)
{
#define MODULE(name, prefix)                                                  \
    if (!import_builtin_register(name, prefix##_module_new))                  \
        return false;
#include "module/modules.def"
#undef MODULE
    return true;
}
