/* SPDX-License-Identifier: MIT */
/* The modules of modules.def. */
#include "module/modules.h"

#include "exec/import.h"

#define MODULE(name, prefix) Module *prefix##_module_new(Thread *t);
#include "module/modules.def"
#undef MODULE

void modules_register(void)
{
#define MODULE(name, prefix) import_builtin_register(name, prefix##_module_new);
#include "module/modules.def"
#undef MODULE
}
