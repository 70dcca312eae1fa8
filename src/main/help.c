/* SPDX-License-Identifier: MIT */
/* The command's texts about itself. */
#include "main/help.h"

#include <string.h>
#include "exec/jit_control.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "0"
#endif

static const char usage[] =
    "usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";

static const char options[] =
    "Options:\n"
    "-b     : warn of str(bytes) and of comparing bytes with str (-bb: error)\n"
    "-B     : do not write bytecode files\n"
    "-c cmd : run the command given; ends the options\n"
    "-d     : debugging output of the parser (has no effect)\n"
    "-E     : ignore PYTHON* environment variables\n"
    "-h     : print this help and exit (also -?, --help)\n"
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
    "-V     : print the version and exit (also --version; -VV: more of it)\n"
    "-W arg : warning control: action:message:category:module:lineno\n"
    "-x     : skip the first line of the source\n"
    "-X opt : set an option of this implementation\n"
    "--check-hash-based-pycs always|default|never\n"
    "       : whether compiled modules that are known by hash are checked\n"
    "--help-env      : print what environment variables there are and exit\n"
    "--help-xoptions : print what -X takes and exit\n"
    "--help-all      : print all of that and exit\n"
    "Arguments:\n"
    "file   : script, or directory or zip file with a __main__ module\n"
    "-      : standard input (the default; the prompt if it is a terminal)\n"
    "arg ...: sys.argv[1:]\n";

static const char x_options[] =
    "Options of this implementation:\n"
    "-X dev            development mode: warnings are shown, faulthandler and\n"
    "                  the debug mode of asyncio are on\n"
    "-X explain[=FUNCTION]  say what the JIT did, with all or one function;\n"
    "                  the first arg can be a FUNCTION too\n"
    "-X faulthandler   show what threads do when a signal ends the process\n"
    "-X frozen_modules=on|off  has no effect: none are\n"
    "-X importtime     say how long each import took\n"
    "-X int_max_str_digits=N  limit of int to str and back; 0: none\n"
    "-X no_debug_ranges  code does not know its columns\n"
    "-X pycache_prefix=DIR  compiled modules are there\n"
    "-X tracemalloc[=N]  trace memory from the start, N frames deep\n"
    "-X utf8[=0]       UTF-8 whatever the locale, or not\n"
    "-X warn_default_encoding  warn where no encoding is given\n"
    "-X stdlib=DIR     the standard library in Python is there\n"
    "-X jit=WORD,...   settings of the JIT compiler:\n";

static const struct {
    const char *name, *value, *meaning;
} variables[] = {
#define VARIABLE(name, value, meaning) {name, value, meaning},
#include "main/variables.def"
#undef VARIABLE
};

void help_usage(FILE *to, const char *program)
{
    fprintf(to, usage, program);
}

void help_options(const char *program)
{
    help_usage(stdout, program);
    fputs(options, stdout);
}

void help_x_options(const char *program)
{
    (void)program;
    fputs(x_options, stdout);
    for (const JitOption *o = jit_control_options; o->word != NULL; o++) {
        char word[40];
        snprintf(word, sizeof word, "%s%s", o->word,
                 strchr(o->word, ':') != NULL ? "N" : "");
        printf("    %-17s %s\n", word, o->meaning);
    }
}

void help_environment(const char *program)
{
    (void)program;
    puts("Environment variables:");
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        printf("%s%s : %s\n", variables[i].name, variables[i].value,
               variables[i].meaning);
}

void help_all(const char *program)
{
    help_options(program);
    putchar('\n');
    help_environment(program);
    putchar('\n');
    help_x_options(program);
}

void help_version(int times)
{
    printf("Python 3.11.2 (Adder " PACKAGE_VERSION ")");
    if (times > 1)
        printf(" [C " __VERSION__ "] library " ADDER_STDLIB);
    putchar('\n');
}
