/* SPDX-License-Identifier: MIT */
/* The module sys. */
#ifndef ADDER_MODULE_SYS_H
#define ADDER_MODULE_SYS_H

#include "module/io/stdio.h"
#include "object/core/object.h"

/* What the command line and the environment say. */
typedef struct SysConfig {
    int argc;
    char **argv;            /* sys.argv, */
    const char *argv0;      /* whose first this is unless NULL */
    int original_argc;
    char **original_argv;   /* sys.orig_argv */
    const char *executable; /* absolute path, "" if unknown */
    const char *stdlib;     /* NULL: none */
    List *warn_options;     /* of str; NULL: none */
    Dict *x_options;        /* NULL: none */
    int debug, inspect, interactive, optimize, dont_write_bytecode;
    int no_user_site, no_site, ignore_environment, verbose, bytes_warning;
    int quiet, isolated, dev_mode, safe_path;
    int int_max_str_digits; /* -1: the default */
    const char *platlibdir; /* NULL: the default */
    StdioConfig stdio;
} SysConfig;

/* A str of what the system has given, whatever its bytes. */
Value sys_decode(Thread *t, const char *text);
/* Fills the runtime's sys module. */
void sys_init(Thread *t, const SysConfig *config);
/* Opens the standard streams: 0 or -1. */
int sys_streams_init(Thread *t, const SysConfig *config);
/* Flushes sys.stdout and sys.stderr: 0, or -1 when that failed. */
int sys_streams_flush(Thread *t);

/* Parts of the table, each ending in an empty row. */
extern const NativeDef *const sys_frame_functions[], *const sys_memory_functions[];
extern const NativeDef *const sys_breakpoint_functions[];
void sys_info_init(Thread *t, Dict *d, const SysConfig *config);
Value sys_asyncgen_hooks_new(Thread *t, const Value *hooks);
Value sys_jit_new(Thread *t); /* sys._jit */

#endif
