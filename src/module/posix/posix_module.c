/* SPDX-License-Identifier: MIT */
/* The module posix: its tables. */
#include "module/posix/posix_parts.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/function/module_def.h"
#include "object/text/str.h"
#include "os/numbers.h"

/* What the library's os.py looks for, to know which functions take descriptors
 * and the like. */
static const char *const have_functions[] = {
    "HAVE_EVENTFD",    "HAVE_FACCESSAT",    "HAVE_FCHDIR",
    "HAVE_FCHMOD",     "HAVE_FCHMODAT",     "HAVE_FCHOWN",
    "HAVE_FCHOWNAT",   "HAVE_FEXECVE",      "HAVE_FDOPENDIR",
    "HAVE_FPATHCONF",  "HAVE_FSTATAT",      "HAVE_FSTATVFS",
    "HAVE_FTRUNCATE",  "HAVE_FUTIMENS",     "HAVE_FUTIMES",
    "HAVE_FUTIMESAT",  "HAVE_LINKAT",       "HAVE_LCHOWN",
    "HAVE_LSTAT",      "HAVE_LUTIMES",      "HAVE_MEMFD_CREATE",
    "HAVE_MKDIRAT",    "HAVE_MKFIFOAT",     "HAVE_MKNODAT",
    "HAVE_OPENAT",     "HAVE_READLINKAT",   "HAVE_RENAMEAT",
    "HAVE_SYMLINKAT",  "HAVE_UNLINKAT",     "HAVE_UTIMENSAT",
    NULL,
};

static const ModuleConstant constants[] = {
    /* The first items of posix_spawn's file_actions. */
    MODULE_INT("POSIX_SPAWN_OPEN", 0),
    MODULE_INT("POSIX_SPAWN_CLOSE", 1),
    MODULE_INT("POSIX_SPAWN_DUP2", 2),
    /* Linux's, which the C library does not have or calls otherwise. */
    MODULE_INT("SCHED_RESET_ON_FORK", 0x40000000),
    MODULE_INT("XATTR_SIZE_MAX", 65536),
    {0},
};

static int init(Thread *t, Module *m)
{
    int (*const parts[])(Thread *t, Module *m) = {
        posix_configuration_init, posix_environment_init, posix_process_init,
        posix_scandir_init,       posix_schedule_init,    posix_stat_init,
        posix_terminal_init,      posix_wait_init,
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i](t, m) < 0)
            return -1;
    List *names = list_new(t, 0);
    for (int i = 0; have_functions[i] != NULL; i++)
        list_append(t, names,
                    value_from_pointer(str_intern_c(t, have_functions[i])));
    dict_set_c(t, m->dict, "_have_functions", value_from_pointer(names));
    dict_set_c(t, m->dict, "error", value_from_pointer(EXC(OSError)));
    return 0;
}

const ModuleDef posix_module = {
    .name = "posix",
    .doc = "What the system can do, by POSIX's names: os has it for every "
           "system.",
    .functions =
        {
            posix_configuration_functions,
            posix_directory_functions,
            posix_environment_functions,
            posix_execute_functions,
            posix_file_functions,
            posix_name_functions,
            posix_process_functions,
            posix_schedule_functions,
            posix_spawn_functions,
            posix_special_functions,
            posix_stat_functions,
            posix_terminal_functions,
            posix_user_functions,
            posix_vector_functions,
            posix_wait_functions,
            posix_xattr_functions,
        },
    .constants = constants,
    .numbers = os_numbers_posix,
    .state_size = sizeof(PosixState),
    .init = init,
};
