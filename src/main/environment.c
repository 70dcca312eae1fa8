/* SPDX-License-Identifier: MIT */
/*
 * The environment variables that configure, and the words of -X that have an
 * option's or a variable's meaning.  Options come first; a variable only adds.
 */
#include "main/environment.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "os/locale.h"

/* What is wrong before there is an interpreter: status 1 */
static void fatal(CommandLine *c, const char *where, const char *what)
{
    fprintf(stderr, "Fatal Python error: %s%s%s\n", where,
            *where != '\0' ? ": " : "", what);
    c->kind = RUN_NOTHING;
    c->status = 1;
}

/* A whole decimal number; false if it is none. */
static bool number_of(const char *text, int *out)
{
    char *end;
    errno = 0;
    long n = strtol(text, &end, 10);
    if (end == text || *end != '\0' || errno != 0 || n < INT_MIN || n > INT_MAX)
        return false;
    *out = (int)n;
    return true;
}

/* --- flags ------------------------------------------------------------- */

/* Raises a flag to the number that a variable has; any other word is 1. */
static void raise_flag(int *flag, const char *text)
{
    int n;
    if (text == NULL)
        return;
    if (!number_of(text, &n) || n < 0)
        n = 1;
    if (*flag < n)
        *flag = n;
}

/* Sets one if a variable has any value, or, if -X has the word. */
static void set_flag(int *flag, const char *word, const char *text)
{
    if (word != NULL || text != NULL)
        *flag = 1;
}

static void flags_apply(CommandLine *c)
{
    raise_flag(&c->debug, command_line_environment(c, "PYTHONDEBUG"));
    raise_flag(&c->verbose, command_line_environment(c, "PYTHONVERBOSE"));
    raise_flag(&c->optimize, command_line_environment(c, "PYTHONOPTIMIZE"));
    raise_flag(&c->inspect, command_line_environment(c, "PYTHONINSPECT"));
    raise_flag(&c->dont_write_bytecode,
               command_line_environment(c, "PYTHONDONTWRITEBYTECODE"));
    raise_flag(&c->no_user_site,
               command_line_environment(c, "PYTHONNOUSERSITE"));
    raise_flag(&c->unbuffered,
               command_line_environment(c, "PYTHONUNBUFFERED"));
    set_flag(&c->safe_path, NULL,
             command_line_environment(c, "PYTHONSAFEPATH"));
    set_flag(&c->dev_mode, x_option(c, "dev"),
             command_line_environment(c, "PYTHONDEVMODE"));
    set_flag(&c->warn_default_encoding, x_option(c, "warn_default_encoding"),
             command_line_environment(c, "PYTHONWARNDEFAULTENCODING"));
    set_flag(&c->no_debug_ranges, x_option(c, "no_debug_ranges"),
             command_line_environment(c, "PYTHONNODEBUGRANGES"));
    set_flag(&c->import_times, x_option(c, "importtime"),
             command_line_environment(c, "PYTHONPROFILEIMPORTTIME"));
    set_flag(&c->fault_handler, x_option(c, "faulthandler"),
             command_line_environment(c, "PYTHONFAULTHANDLER"));
    if (c->dev_mode)
        c->fault_handler = 1;
}

/* PEP 538.  Children see it. */
static void locale_apply(CommandLine *c)
{
    const char *text = command_line_environment(c, "PYTHONCOERCECLOCALE");
    bool leave = text != NULL && strcmp(text, "0") == 0;
    bool warns = text != NULL && strcmp(text, "warn") == 0;
    const char *name;
    LocaleCoercion found = os_locale_coerce(leave, &name);
    c->plain_locale = found != LOCALE_IS_FINE;
    if (warns && found == LOCALE_IS_COERCED)
        fprintf(stderr,
                "Python detected LC_CTYPE=C: LC_CTYPE coerced to %s (set "
                "another locale or PYTHONCOERCECLOCALE=0 to disable this "
                "locale coercion behavior).\n", name);
    else if (warns && found == LOCALE_IS_PLAIN)
        fputs("Python runtime initialized with LC_CTYPE=C (a locale with "
              "default ASCII encoding), which may cause Unicode "
              "compatibility problems. Using C.UTF-8, C.utf8, or UTF-8 (if "
              "available) as alternative Unicode-compatible locales is "
              "recommended.\n", stderr);
}

/* --- values ------------------------------------------------------------ */

/* PYTHONHASHSEED: "random" or the seed, as a decimal number of 32 bits. */
static void hash_seed_apply(CommandLine *c)
{
    const char *text = command_line_environment(c, "PYTHONHASHSEED");
    if (text == NULL || c->random_hashes || strcmp(text, "random") == 0)
        return;
    char *end;
    errno = 0;
    unsigned long long seed = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0 ||
        seed > UINT32_MAX) {
        fatal(c, "config_init_hash_seed",
              "PYTHONHASHSEED must be \"random\" or an integer in range "
              "[0; 4294967295]");
        return;
    }
    c->fixed_hashes = true;
    c->hash_seed = (uint32_t)seed;
}

static void utf8_apply(CommandLine *c)
{
    const char *word = x_option(c, "utf8");
    const char *text = command_line_environment(c, "PYTHONUTF8");
    bool has_word = word != NULL;
    if (has_word && word[-1] != '=')
        word = "1";
    if (!has_word)
        word = text;
    if (word == NULL) /* PEP 540 */
        return;
    c->has_utf8 = strcmp(word, "0") == 0 || strcmp(word, "1") == 0;
    if (c->has_utf8)
        c->utf8_mode = *word - '0';
    else
        fatal(c, "preconfig_init_utf8_mode",
              has_word ? "invalid -X utf8 option value"
                       : "invalid PYTHONUTF8 environment variable value");
}

static void digits_apply(CommandLine *c)
{
    enum { LEAST = 640 };
    const char *word = x_option(c, "int_max_str_digits");
    bool has_word = word != NULL;
    if (!has_word)
        word = command_line_environment(c, "PYTHONINTMAXSTRDIGITS");
    if (word == NULL)
        return;
    int n;
    c->has_int_digits = number_of(word, &n) && (n == 0 || n >= LEAST);
    if (c->has_int_digits)
        c->int_max_str_digits = n;
    else
        fatal(c, "config_init_int_max_str_digits",
              has_word ? "-X int_max_str_digits: invalid limit; must be >= "
                         "640 or 0 for unlimited."
                       : "PYTHONINTMAXSTRDIGITS: invalid limit; must be >= "
                         "640 or 0 for unlimited.");
}

static void trace_memory_apply(CommandLine *c)
{
    enum { MOST = 65535 };
    const char *word = x_option(c, "tracemalloc");
    bool has_word = word != NULL;
    if (!has_word)
        word = command_line_environment(c, "PYTHONTRACEMALLOC");
    if (word == NULL)
        return;
    int n = 1;
    if ((*word == '\0' || number_of(word, &n)) && n >= 0 && n <= MOST)
        c->trace_memory = n;
    else
        fatal(c, "config_init_tracemalloc",
              has_word ? "-X tracemalloc=NFRAME: invalid number of frames"
                       : "PYTHONTRACEMALLOC: invalid number of frames");
}

static void frozen_modules_check(CommandLine *c)
{
    const char *word = x_option(c, "frozen_modules");
    if (word != NULL && *word != '\0' && strcmp(word, "on") != 0 &&
        strcmp(word, "off") != 0)
        fatal(c, "", "bad value for option -X frozen_modules (expected "
                     "\"on\" or \"off\")");
}

/* The filters of warnings, the last of which is the strongest: development
 * mode's, the environment's, -W's, -b's. */
static void warnings_apply(CommandLine *c)
{
    TextList given = c->warnings;
    c->warnings = (TextList){0};
    if (c->dev_mode)
        command_line_add(c, &c->warnings, "default");
    const char *text = command_line_environment(c, "PYTHONWARNINGS");
    char *words = text != NULL ? strdup(text) : NULL; /* for the process's life */
    for (char *word = words; word != NULL;) {
        char *comma = strchr(word, ',');
        if (comma != NULL)
            *comma = '\0';
        command_line_add(c, &c->warnings, word);
        word = comma != NULL ? comma + 1 : NULL;
    }
    for (int i = 0; i < given.n; i++)
        command_line_add(c, &c->warnings, given.items[i]);
    free(given.items);
    if (c->bytes_warning > 0)
        command_line_add(c, &c->warnings, c->bytes_warning > 1
                                              ? "error::BytesWarning"
                                              : "default::BytesWarning");
}

void environment_apply(CommandLine *c)
{
    static void (*const parts[])(CommandLine *c) = {
        flags_apply, locale_apply, utf8_apply, digits_apply, trace_memory_apply,
        hash_seed_apply, frozen_modules_check, warnings_apply,
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (c->kind != RUN_NOTHING)
            parts[i](c);
}
