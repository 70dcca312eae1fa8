/* SPDX-License-Identifier: MIT */
/* Parsing of the command line. */
#include "main/command_line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "main/help.h"

void command_line_add(CommandLine *c, TextList *l, const char *text)
{
    const char **items =
        realloc(l->items, ((size_t)l->n + 1) * sizeof *items);
    if (items == NULL) {
        fputs("adder: out of memory\n", stderr);
        c->kind = RUN_NOTHING;
        c->status = 1;
        return;
    }
    items[l->n++] = text;
    l->items = items;
}

/* For use on standard error, with how to learn more: status 2 */
static bool fail(CommandLine *c, const char *what)
{
    fprintf(stderr, "%s\n", what);
    help_usage(stderr, c->program);
    fprintf(stderr, "Try `%s -h' for more information.\n", c->program);
    c->kind = RUN_NOTHING;
    c->status = 2;
    return true;
}

/* --- long options ------------------------------------------------------ */

static const struct {
    const char *word;
    void (*print)(const char *program);
} helps[] = {
    {"--help", help_options},
    {"--help-all", help_all},
    {"--help-env", help_environment},
    {"--help-xoptions", help_x_options},
};

static void ask_for_help(CommandLine *c, void (*print)(const char *program))
{
    if (c->help == NULL)
        c->help = print;
}

/* The word behind --check-hash-based-pycs. */
static bool parse_hash_based(CommandLine *c, int argc, char **argv, int *i)
{
    static const char *const words[] = {"always", "default", "never"};
    if (*i + 1 >= argc)
        return fail(c, "Argument expected for the --check-hash-based-pycs "
                       "options");
    const char *word = argv[++*i];
    for (int k = 0; k < 3; k++) {
        if (strcmp(word, words[k]) == 0) {
            c->check_hash_based = words[k];
            return false;
        }
    }
    return fail(c, "--check-hash-based-pycs must be one of 'default', "
                   "'always', or 'never'");
}

/* Reads the long option argv[*i]; whether the options are over. */
static bool parse_long(CommandLine *c, int argc, char **argv, int *i)
{
    const char *word = argv[*i];
    for (size_t k = 0; k < sizeof helps / sizeof *helps; k++) {
        if (strcmp(word, helps[k].word) == 0) {
            ask_for_help(c, helps[k].print);
            return false;
        }
    }
    if (strcmp(word, "--version") == 0) {
        c->version++;
        return false;
    }
    if (strcmp(word, "--check-hash-based-pycs") == 0)
        return parse_hash_based(c, argc, argv, i);
    char text[200];
    snprintf(text, sizeof text, "unknown option %s", word);
    return fail(c, text);
}

/* --- options of one letter --------------------------------------------- */

/* A flag without argument; false if there is none of that name. */
static bool parse_flag(CommandLine *c, char flag)
{
    switch (flag) {
    case 'b': c->bytes_warning++; return true;
    case 'B': c->dont_write_bytecode = 1; return true;
    case 'd': c->debug++; return true;
    case 'E': c->ignore_environment = 1; return true;
    case 'h':
    case '?': ask_for_help(c, help_options); return true;
    case 'i': c->inspect = c->interactive = 1; return true;
    case 'I':
        c->isolated = c->ignore_environment = 1;
        c->no_user_site = c->safe_path = 1;
        return true;
    case 'O': c->optimize++; return true;
    case 'P': c->safe_path = 1; return true;
    case 'q': c->quiet = 1; return true;
    case 'R': c->random_hashes = true; return true;
    case 's': c->no_user_site = 1; return true;
    case 'S': c->no_site = 1; return true;
    case 't': return true;
    case 'u': c->unbuffered = 1; return true;
    case 'v': c->verbose++; return true;
    case 'V': c->version++; return true;
    case 'x': c->skip_first_line = 1; return true;
    default: return false;
    }
}

/* An option with an argument; answers whether the options are over. */
static bool take_argument(CommandLine *c, char flag, char *argument)
{
    switch (flag) {
    case 'W': command_line_add(c, &c->warnings, argument); return false;
    case 'X': command_line_add(c, &c->x_options, argument); return false;
    case 'c': c->kind = RUN_COMMAND; break;
    default: c->kind = RUN_MODULE; break;
    }
    c->target = argument;
    return true;
}

static bool unknown(CommandLine *c, char flag)
{
    char text[] = "Unknown option: -?";
    text[sizeof text - 2] = flag;
    return fail(c, flag == 'J' ? "-J is reserved for Jython" : text);
}

/* Reads the word argv[*i]; whether the options are over. */
static bool parse_word(CommandLine *c, int argc, char **argv, int *i)
{
    for (char *p = argv[*i] + 1; *p != '\0'; p++) {
        if (strchr("cmWX", *p) == NULL) {
            if (!parse_flag(c, *p))
                return unknown(c, *p);
            continue;
        }
        char flag = *p, *argument = p + 1;
        if (*argument == '\0') {
            if (*i + 1 >= argc) {
                char text[] = "Argument expected for the -? option";
                text[sizeof text - 9] = flag;
                return fail(c, text);
            }
            argument = argv[++*i];
        }
        return take_argument(c, flag, argument);
    }
    return false;
}

/* What is run, and its arguments: argv[i] and on. */
static void take_rest(CommandLine *c, int argc, char **argv, int i)
{
    c->argc = argc - i;
    c->argv = argv + i;
    if (c->kind == RUN_STDIN && i < argc) {
        if (strcmp(argv[i], "-") != 0) {
            c->kind = RUN_FILE;
            c->target = argv[i];
        }
    } else if (c->kind != RUN_STDIN) {
        c->argc++;
        c->argv--;
        c->argv0 = c->kind == RUN_COMMAND ? "-c" : "-m";
    }
}

void command_line_parse(CommandLine *c, int argc, char **argv)
{
    int i = 1;
    *c = (CommandLine){.kind = RUN_STDIN, .program = argv[0],
                       .original_argc = argc, .original_argv = argv};
    for (bool over = false; i < argc && !over; i++) {
        if (argv[i][0] != '-' || argv[i][1] == '\0')
            break;
        if (strcmp(argv[i], "--") == 0) {
            i++;
            break;
        }
        over = argv[i][1] == '-' ? parse_long(c, argc, argv, &i)
                                 : parse_word(c, argc, argv, &i);
    }
    if (c->kind == RUN_NOTHING)
        return;
    if (c->help != NULL) {
        c->help(c->program);
        c->kind = RUN_NOTHING;
    } else if (c->version > 0) {
        help_version(c->version);
        c->kind = RUN_NOTHING;
    } else {
        take_rest(c, argc, argv, i);
    }
}

const char *command_line_environment(const CommandLine *c, const char *name)
{
    const char *text = c->ignore_environment ? NULL : getenv(name);
    return text == NULL || *text == '\0' ? NULL : text;
}

const char *x_option(const CommandLine *c, const char *name)
{
    size_t n = strlen(name);
    for (int i = c->x_options.n - 1; i >= 0; i--) {
        const char *word = c->x_options.items[i];
        if (strncmp(word, name, n) == 0 &&
            (word[n] == '\0' || word[n] == '='))
            return word[n] == '=' ? word + n + 1 : word + n;
    }
    return NULL;
}
