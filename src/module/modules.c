/* SPDX-License-Identifier: MIT */
/* The modules of modules.def. */
#include "module/modules.h"

#include "exec/import.h"

/* IF(1, a, b) is a and IF(0, a, b) is b: the maker of a module that is not
 * compiled is not named. */
#define IF(have, then, otherwise) IF_(have, then, otherwise)
#define IF_(have, then, otherwise) IF_##have(then, otherwise)
#define IF_0(then, otherwise) otherwise
#define IF_1(then, otherwise) then

#define MODULE(name, prefix) Module *prefix##_module_new(Thread *t);
#define MODULE_OF(name, prefix, LIBRARY, library) MODULE(name, prefix)
#include "module/modules.def"
#undef MODULE
#undef MODULE_OF

bool modules_register(void)
{
#define MODULE(name, prefix)                                                  \
    if (!import_builtin_register(name, prefix##_module_new, NULL))            \
        return false;
#define MODULE_OF(name, prefix, LIBRARY, library)                             \
    if (!import_builtin_register(                                             \
            name, IF(ADDER_HAVE_##LIBRARY, prefix##_module_new, NULL),        \
            library))                                                         \
        return false;
#include "module/modules.def"
#undef MODULE
#undef MODULE_OF
    return true;
}
