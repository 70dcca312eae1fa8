/* SPDX-License-Identifier: MIT */
/* Parsing of the command line. */
#include "main/command_line.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "exec/jit_control.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "0"
#endif

static const char usage[] =
    "usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";

static const char help[] =
    "Options:\n"
    "-b     : warn about comparing bytes with str (-bb: error)\n"
    "-B     : do not write bytecode files\n"
    "-c cmd : run the command given; ends the options\n"
    "-d     : debugging output of the parser (has no effect)\n"
    "-E     : ignore PYTHON* environment variables\n"
    "-h     : print this help and exit (also -?, --help, --help-all)\n"
    "-i     : go to the prompt after running\n"
    "-I     : isolate from the user's environment (implies -E, -P and -s)\n"
    "-m mod : run a library module as a script; ends the options\n"
    "-O     : remove assert statements; sets __debug__ to False\n"
    "-OO    : as -O, and discard docstrings\n"
    "-P     : do not put an unsafe path in front of sys.path\n"
    "-q     : print no version on starting the prompt\n"
    "-R     : hash str at random, whatever PYTHONHASHSEED says\n"
    "-s     : do not add the user's site directory to sys.path\n"
    "-S     : do not import site\n"
    "-t     : has no effect\n"
    "-u     : write stdout and stderr unbuffered\n"
    "-v     : trace imports\n"
    "-V     : print the version and exit (also --version)\n"
    "-W arg : warning control\n"
    "-x     : skip the first line of the source\n"
    "-X opt : set an option of this implementation:\n"
    "         dev           set sys.flags.dev_mode\n"
    "         explain[=FUNCTION]  say what the JIT did, with all or one\n"
    "                       function; the first arg can be a FUNCTION too\n"
    "         faulthandler  show what threads do when a signal ends the process\n"
    "         importtime    say how long each import took\n"
    "         pycache_prefix=DIR  compiled modules are there\n"
    "         utf8[=0]      UTF-8 whatever the locale, or not\n"
    "         warn_default_encoding  warn where no encoding is given\n"
    "         stdlib=DIR    the standard library in Python is there\n"
    "         jit=WORD,...  settings of the JIT compiler:\n";
static const char environment[] =
    "Environment variables:\n"
    "PYTHON_JIT=0|1   switches the JIT compiler off or on\n"
    "PYTHONHASHSEED=N hash str the same way each time (0 to 4294967295;\n"
    "                 random, the default, each time another)\n"
    "PYTHONPATH=DIRS  in front of the library, separated by colons\n"
    "PYTHONIOENCODING=ENCODING[:ERRORS]  of the standard streams\n"
    "PYTHONDONTWRITEBYTECODE=x  as -B\n"
    "PYTHONFAULTHANDLER=x  as -X faulthandler\n"
    "PYTHONPROFILEIMPORTTIME=x  as -X importtime\n"
    "PYTHONPYCACHEPREFIX=DIR  as -X pycache_prefix\n"
    "PYTHONUNBUFFERED=x  as -u\n"
    "PYTHONUTF8=0|1   as -X utf8\n"
    "PYTHONWARNDEFAULTENCODING=x  as -X warn_default_encoding\n"
    "ADDER_STDLIB=DIR as -X stdlib\n"
    "XDG_CACHE_HOME=DIR  compiled modules that have no place beside their\n"
    "                 sources are below DIR/adder (HOME/.cache/adder)\n"
    "ADDER_GCSTRESS=N collect garbage at every Nth allocation, to find bugs\n"
    "JITDUMPDIR=DIR   where -X jit=jitdump writes\n";

static void list_add(CommandLine *c, TextList *l, const char *text)
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

static void fail(CommandLine *c, const char *program, const char *what)
{
    fprintf(stderr, "%s\n", what);
    fprintf(stderr, usage, program);
    fprintf(stderr, "Try `%s -h' for more information.\n", program);
    c->kind = RUN_NOTHING;
    c->status = 2;
}

static void print_version(CommandLine *c)
{
    printf("Adder " PACKAGE_VERSION " (Python 3.11.2)\n");
    c->kind = RUN_NOTHING;
}

static void print_help(CommandLine *c, const char *program)
{
    printf(usage, program);
    fputs(help, stdout);
    for (const JitOption *o = jit_control_options; o->word != NULL; o++) {
        char word[40];
        snprintf(word, sizeof word, "%s%s", o->word,
                 strchr(o->word, ':') != NULL ? "N" : "");
        printf("           %-17s %s\n", word, o->meaning);
    }
    fputs(environment, stdout);
    c->kind = RUN_NOTHING;
}

/* Long options; whether it was one. */
static bool parse_long(CommandLine *c, const char *program, const char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "--help-all") == 0) {
        print_help(c, program);
    } else if (strcmp(word, "--version") == 0) {
        print_version(c);
    } else {
        char text[200];
        snprintf(text, sizeof text, "unknown option %s", word);
        fail(c, program, text);
    }
    return true;
}

/* A flag without argument; false if there is none of that name. */
static bool parse_flag(CommandLine *c, const char *program, char flag)
{
    switch (flag) {
    case 'b': c->bytes_warning++; return true;
    case 'B': c->dont_write_bytecode = 1; return true;
    case 'd': c->debug++; return true;
    case 'E': c->ignore_environment = 1; return true;
    case 'h':
    case '?': print_help(c, program); return true;
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
    case 'V': print_version(c); return true;
    case 'x': c->skip_first_line = 1; return true;
    default: return false;
    }
}

/* An option with an argument; answers whether the options are over. */
static bool take_argument(CommandLine *c, char flag, char *argument)
{
    switch (flag) {
    case 'W': list_add(c, &c->warnings, argument); return false;
    case 'X': list_add(c, &c->x_options, argument); return false;
    case 'c': c->kind = RUN_COMMAND; break;
    default: c->kind = RUN_MODULE; break;
    }
    c->target = argument;
    return true;
}

static char dash_c[] = "-c", dash_m[] = "-m";

/* Reads the word argv[*i]; whether the options are over. */
static bool parse_word(CommandLine *c, int argc, char **argv, int *i)
{
    for (char *p = argv[*i] + 1; *p != '\0' && c->kind != RUN_NOTHING; p++) {
        if (strchr("cmWX", *p) == NULL) {
            if (!parse_flag(c, argv[0], *p)) {
                char text[] = "unknown option -?";
                text[sizeof text - 2] = *p;
                fail(c, argv[0], text);
            }
            continue;
        }
        char flag = *p, *argument = p + 1;
        if (*argument == '\0') {
            if (*i + 1 >= argc) {
                char text[] = "argument expected for the -? option";
                text[sizeof text - 9] = flag;
                fail(c, argv[0], text);
                return true;
            }
            argument = argv[++*i];
        }
        return take_argument(c, flag, argument);
    }
    return c->kind == RUN_NOTHING;
}

/* PYTHONHASHSEED: "random" or the seed, as a decimal number of 32 bits. */
static void parse_hash_seed(CommandLine *c)
{
    const char *text = command_line_environment(c, "PYTHONHASHSEED");
    if (text == NULL || c->random_hashes || strcmp(text, "random") == 0)
        return;
    char *end;
    errno = 0;
    unsigned long long seed = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0 ||
        seed > UINT32_MAX) {
        fprintf(stderr, "%s: PYTHONHASHSEED must be \"random\" or an integer "
                        "in range [0; 4294967295]\n", c->program);
        c->kind = RUN_NOTHING;
        c->status = 1;
        return;
    }
    c->fixed_hashes = true;
    c->hash_seed = (uint32_t)seed;
}

void command_line_parse(CommandLine *c, int argc, char **argv)
{
    int i = 1;
    *c = (CommandLine){.kind = RUN_STDIN, .program = argv[0]};
    for (bool over = false; i < argc && !over; i++) {
        if (argv[i][0] != '-' || argv[i][1] == '\0')
            break;
        if (strcmp(argv[i], "--") == 0) {
            i++;
            break;
        }
        over = argv[i][1] == '-' ? parse_long(c, argv[0], argv[i])
                                 : parse_word(c, argc, argv, &i);
    }
    if (c->kind != RUN_NOTHING)
        parse_hash_seed(c);
    if (c->kind == RUN_NOTHING)
        return;
    c->argc = argc - i;
    c->argv = argv + i;
    if (c->kind == RUN_STDIN && i < argc) {
        if (strcmp(argv[i], "-") != 0) {
            c->kind = RUN_FILE;
            c->target = argv[i];
        }
    } else if (c->kind != RUN_STDIN) { /* the place of what is run */
        c->argc++;
        c->argv--;
        c->argv[0] = c->kind == RUN_COMMAND ? dash_c : dash_m;
    }
}

const char *command_line_environment(const CommandLine *c, const char *name)
{
    const char *text = c->ignore_environment ? NULL : getenv(name);
    return text == NULL || *text == '\0' ? NULL : text;
}
