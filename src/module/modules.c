/* SPDX-License-Identifier: MIT */
/* The modules of modules.def. */
#include "module/modules.h"

#include "exec/import.h"

/* IF(1, a, b) is a and IF(0, a, b) is b: a module that is not compiled is not
 * named. */
#define IF(have, then, otherwise) IF_(have, then, otherwise)
#define IF_(have, then, otherwise) IF_##have(then, otherwise)
#define IF_0(then, otherwise) otherwise
#define IF_1(then, otherwise) then

#define MODULE(name, prefix) extern const ModuleDef prefix##_module;
#define MODULE_OF(name, prefix, LIBRARY, library) MODULE(name, prefix)
#include "module/modules.def"
#undef MODULE
#undef MODULE_OF

void modules_register(void)
{
    static const BuiltinModule modules[] = {
#define MODULE(name, prefix) {name, &prefix##_module, NULL},
#define MODULE_OF(name, prefix, LIBRARY, library)                             \
    {name, IF(ADDER_HAVE_##LIBRARY, &prefix##_module, NULL), library},
#include "module/modules.def"
#undef MODULE
#undef MODULE_OF
        {0},
    };
    import_builtins_set(modules);
}
