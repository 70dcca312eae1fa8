/* SPDX-License-Identifier: MIT */
/* The command line and the environment, as far as they configure. */
#ifndef ADDER_MAIN_COMMAND_LINE_H
#define ADDER_MAIN_COMMAND_LINE_H

#include <stdbool.h>
#include <stdint.h>
#include "base/buf.h"

typedef enum RunKind {
    RUN_STDIN,   /* nothing to run was named: the prompt, or a script */
    RUN_COMMAND, /* -c */
    RUN_MODULE,  /* -m */
    RUN_FILE,
    RUN_NOTHING, /* --help, --version: status says how it went */
} RunKind;

typedef struct TextList {
    const char **items;
    int n;
} TextList;

typedef struct CommandLine {
    RunKind kind;
    const char *program; /* as it was called */
    const char *target;  /* command, module or file */
    int status;          /* for RUN_NOTHING */
    int argc;            /* sys.argv: begins with what is run */
    char **argv;
    int debug, inspect, optimize, no_user_site, no_site, ignore_environment;
    int verbose, bytes_warning, quiet, isolated, dont_write_bytecode;
    int unbuffered, safe_path, skip_first_line, interactive;
    bool random_hashes; /* -R: whatever PYTHONHASHSEED says */
    bool fixed_hashes;  /* hash_seed is given */
    uint32_t hash_seed;
    TextList warnings, x_options;
} CommandLine;

void command_line_parse(CommandLine *c, int argc, char **argv);
/* An environment variable; NULL when unset, empty or to be ignored. */
const char *command_line_environment(const CommandLine *c, const char *name);

#endif
