/* SPDX-License-Identifier: MIT */
/* Whether and how the JIT runs: set by main, read by sys._jit. */
#ifndef ADDER_EXEC_JIT_CONTROL_H
#define ADDER_EXEC_JIT_CONTROL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct JitControl {
    bool enabled;        /* asked for, and the system lets it */
    const char *reason;  /* why it is not enabled; else NULL */
    /* Whether it is built in and the system lets it; else *reason says why
     * not.  The first call asks the system for executable memory, and who
     * refuses that may log it. */
    bool (*is_available)(const char **reason);
    bool (*is_active)(void);      /* whether a trace runs now; may be NULL */
    const char *options;          /* -X jit=OPTIONS; NULL: none */
    bool explain;                 /* -X explain */
    const char *explain_function; /* only this one; NULL: all */
    const char *explain_argument; /* the script's first: this one, if it is
                                     the name of a traced function; or NULL */
} JitControl;

/* Process-wide: set once at start-up. */
extern JitControl jit_control;

typedef struct JitOption {
    const char *word;    /* with a colon: takes a number */
    const char *meaning; /* with the number's default, if there is one */
} JitOption;
extern const JitOption jit_control_options[]; /* jit_options.def; ends with
                                                 NULLs */

typedef struct JitParams {
#define JIT_PARAM(field, word, number, meaning) uint32_t field;
#define JIT_SWITCH(word, meaning)
#include "exec/jit_options.def"
#undef JIT_PARAM
#undef JIT_SWITCH
} JitParams;
/* The defaults, but for what jit_control.options say. */
JitParams jit_control_params(void);

/* What follows a word in jit_control.options, the last of that name; NULL: it
 * is not there. */
const char *jit_control_word(const char *word);
/* The first word that is no option; NULL: all are. */
const char *jit_control_unknown(void);

#endif
