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
    int argc;            /* sys.argv: begins with what is run, */
    char **argv;
    const char *argv0;   /* which this stands for unless NULL */
    int original_argc;   /* sys.orig_argv */
    char **original_argv;
    void (*help)(const char *program); /* what is asked for; NULL: none */
    int version;                       /* times that it is asked for */
    int debug, inspect, optimize, no_user_site, no_site, ignore_environment;
    int verbose, bytes_warning, quiet, isolated, dont_write_bytecode;
    int unbuffered, safe_path, skip_first_line, interactive, dev_mode;
    int warn_default_encoding, no_debug_ranges, import_times, fault_handler;
    int trace_memory;       /* frames to keep; 0: no tracing */
    bool has_int_digits, has_utf8; /* these are given: */
    int int_max_str_digits, utf8_mode;
    bool plain_locale;  /* it was C, whatever has become of it */
    bool random_hashes; /* -R: whatever PYTHONHASHSEED says */
    bool fixed_hashes;  /* hash_seed is given */
    uint32_t hash_seed;
    const char *check_hash_based; /* "always" or "never"; NULL: "default" */
    TextList warnings, x_options;
} CommandLine;

/* Reads the options; prints what they ask for, or what is wrong with them. */
void command_line_parse(CommandLine *c, int argc, char **argv);
void command_line_add(CommandLine *c, TextList *l, const char *text);
/* An environment variable; NULL when unset, empty or to be ignored. */
const char *command_line_environment(const CommandLine *c, const char *name);
/* What -X says of `name`, "" where it has no value; NULL: it says nothing. */
const char *x_option(const CommandLine *c, const char *name);

#endif
