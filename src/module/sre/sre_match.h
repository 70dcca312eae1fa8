/* SPDX-License-Identifier: MIT */
/*
 * Running a program on a text.
 *
 * A match keeps on a stack of its own what it may have to come back to: other
 * ways, and what marks and counters were before they changed.  Failing takes
 * the topmost entry; cutting (atomic groups, look-around) drops the ways and
 * keeps what was.  C never recurses, and a stack that has no memory is
 * MemoryError.
 */
#ifndef ADDER_MODULE_SRE_MATCH_H
#define ADDER_MODULE_SRE_MATCH_H

#include "module/sre/sre_program.h"

/* How an entry of the stack is taken. */
typedef enum SreBack {
    BACK_NOTHING, /* the bottom: there is no match here */
    BACK_MARK,    /* mark `pc` was `at`, the last group was `more` */
    BACK_LOOP,    /* counter `pc` was `at`, its round began at `more` */
    BACK_GO,      /* on with `pc` at `at` */
    BACK_CHOICE,  /* the ways in the mask `more` */
    BACK_RUN,     /* one less, but not before `more` */
    BACK_LAZY,    /* one more, but not behind `more` */
    BACK_ROUND,   /* of a lazy loop */
} SreBack;

typedef struct SreEntry {
    uint32_t back; /* SreBack */
    uint32_t pc;
    int64_t at;
    int64_t more;
} SreEntry;

typedef struct SreCounter {
    int64_t count;
    int64_t began; /* where the round did; -1: none */
} SreCounter;

enum { SRE_LOCAL_STACK = 40, SRE_LOCAL_WORDS = 32 };

typedef struct SreMatcher {
    Thread *t;
    const SreProgram *program;
    const char *tables;
    SreWords words;
    const void *text;
    int width;
    int64_t start;      /* where to begin; after a match, where it began */
    int64_t end;        /* of the text */
    int64_t match_end;  /* after a match */
    int64_t not_empty_at; /* no empty match there; -1: anywhere */
    bool whole;         /* it must reach the end */
    bool stale;         /* marks are not as before */
    int64_t last_group; /* that was closed, from 1 on; 0: none */
    int64_t *marks;     /* -1: not set */
    SreCounter *counters;
    int64_t *cuts;      /* registers: heights of the stack, places */
    SreEntry *base, *top, *limit; /* of the stack */
    int64_t patience;   /* steps back until signals are looked at */
    void *words_memory, *stack_memory; /* from malloc; NULL: the local ones */
    SreEntry local_stack[SRE_LOCAL_STACK];
    int64_t local_words[SRE_LOCAL_WORDS];
} SreMatcher;

/* 0, or -1 with MemoryError; then sre_match_done is not needed. */
int sre_match_init(Thread *t, SreMatcher *m, const SreProgram *program,
                   const void *text, int width);
void sre_match_done(SreMatcher *m);
/*
 * Whether the program matches at m->start, or at it or behind it: 1, 0, or -1
 * with an exception.  Signals are handled meanwhile, so Python may run; the
 * text must not move.
 */
int sre_match_here(SreMatcher *m);
int sre_match_search(SreMatcher *m);

/* Room for one more entry: false with an exception. */
bool sre_match_grow(SreMatcher *m);
/* Forgets the ways above a height of the stack. */
void sre_match_cut(SreMatcher *m, int64_t height);
/* Undoes what was done since, too. */
void sre_match_undo(SreMatcher *m, int64_t height);
/* Looks at signals: 0 or -1 */
int sre_match_poll(SreMatcher *m);

/* sre_engine.h, by the width of the text. */
int sre_match_here_1(SreMatcher *m, int64_t i);
int sre_match_here_2(SreMatcher *m, int64_t i);
int sre_match_here_4(SreMatcher *m, int64_t i);
int sre_match_search_1(SreMatcher *m);
int sre_match_search_2(SreMatcher *m);
int sre_match_search_4(SreMatcher *m);

#endif
