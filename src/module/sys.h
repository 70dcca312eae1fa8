/* SPDX-License-Identifier: MIT */
/* The module sys. */
#ifndef ADDER_MODULE_SYS_H
#define ADDER_MODULE_SYS_H

#include "module/io/stdio.h"
#include "object/core/object.h"

/* What the command line and the environment say. */
typedef struct SysConfig {
    int argc;
    char **argv;            /* sys.argv */
    const char *executable; /* absolute path, "" if unknown */
    const char *stdlib;     /* NULL: none */
    List *warn_options;     /* of str; NULL: none */
    Dict *x_options;        /* NULL: none */
    List *original_argv;    /* NULL: none */
    int debug, inspect, interactive, optimize, dont_write_bytecode;
    int no_user_site, no_site, ignore_environment, verbose, bytes_warning;
    int quiet, isolated, dev_mode, safe_path;
    StdioConfig stdio;
} SysConfig;

/* Fills the runtime's sys module. */
void sys_init(Thread *t, const SysConfig *config);
/* Opens the standard streams: 0 or -1. */
int sys_streams_init(Thread *t, const SysConfig *config);
/* Flushes sys.stdout and sys.stderr: 0, or -1 when that failed. */
int sys_streams_flush(Thread *t);

/* Parts of the table, each ending in an empty row. */
extern const NativeDef *const sys_frame_functions[], *const sys_memory_functions[];
void sys_info_init(Thread *t, Dict *d, const SysConfig *config);
Value sys_asyncgen_hooks_new(Thread *t, const Value *hooks);
Value sys_jit_new(Thread *t); /* sys._jit */

#endif
