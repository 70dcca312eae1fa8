/* SPDX-License-Identifier: MIT */
/*
 * re.Pattern and what it makes: re.Match and SRE_Scanner, and a run of a
 * pattern over one text, which all its methods are made of.
 */
#ifndef ADDER_MODULE_SRE_PATTERN_H
#define ADDER_MODULE_SRE_PATTERN_H

#include "module/sre/sre_subject.h"
#include "object/core/record.h"
#include "object/function/native_def.h"

typedef enum SreTextKind { TEXT_STR, TEXT_BYTES, TEXT_ANY } SreTextKind;

typedef struct SrePattern {
    RECORD_HEAD(int64_t flags; int64_t groups; int64_t kind;) /* SreTextKind */
    Slot pattern;    /* what it was compiled from, or None */
    Slot groupindex; /* a dict: numbers by name */
    Slot indexgroup; /* a tuple: names by number */
    Slot program;    /* a Bytes, see sre_program.h */
} SrePattern;

/* The places are small ints, -1 where a group has not matched; there are none
 * of the groups behind the last one that has. */
typedef struct SreMatch {
    RECORD_HEAD(int64_t pos; int64_t endpos; int64_t last_group;)
    Slot pattern; /* a SrePattern */
    Slot string;
    Slot regs;    /* a tuple, once it was asked for */
    Slot places[]; /* where each group begins and ends; group 0 first */
} SreMatch;

extern Type sre_pattern_type, sre_match_type, sre_scanner_type, sre_iter_type;

/* A pattern that is being applied to a text, once or again and again. */
typedef struct SreRun {
    const SrePattern *pattern;
    SreSubject subject;
    SreMatcher matcher;
    int64_t pos, endpos; /* as matches will say */
} SreRun;

/* 0, or -1 with an exception; then sre_run_end is not needed. */
int sre_run_begin(Thread *t, SreRun *run, const SrePattern *pattern,
                  Value string, int64_t pos, int64_t endpos);
void sre_run_end(SreRun *run);
/* The next match from where the last one ended, which is not empty there if
 * that was: 1, 0 or -1. */
static inline int sre_run_next(SreRun *run)
{
    SreMatcher *m = &run->matcher;
    return m->start > m->end ? 0 : sre_match_search(m);
}
/* Goes on behind a match. */
static inline void sre_run_advance(SreRun *run)
{
    SreMatcher *m = &run->matcher;
    m->not_empty_at = m->match_end == m->start ? m->match_end : -1;
    m->start = m->match_end;
}
/* Where a group of the match is; false if it has not matched. */
static inline bool sre_run_group(const SreRun *run, int64_t group,
                                 int64_t *from, int64_t *to)
{
    const SreMatcher *m = &run->matcher;
    if (group == 0) {
        *from = m->start;
        *to = m->match_end;
        return true;
    }
    if (2 * group > m->program->n_marks)
        return false;
    *from = m->marks[2 * group - 2];
    *to = m->marks[2 * group - 1];
    return *from >= 0 && *to >= *from;
}
/* A group of the match as text; `otherwise` if it has not matched. */
Value sre_run_text(Thread *t, const SreRun *run, int64_t group,
                   Value otherwise);
/* The match as an object: null with MemoryError. */
Value sre_match_new(Thread *t, const SreRun *run);

/* pattern.sub and subn, pattern.scanner */
NATIVE_DECLARE(pattern, sub)
NATIVE_DECLARE(pattern, subn)
NATIVE_DECLARE(pattern, scanner)
NATIVE_DECLARE(pattern, finditer)
NATIVE_DECLARE(pattern, findall)
NATIVE_DECLARE(pattern, split)

/* endpos: ssize, quickly if it is sys.maxsize */
#define PARAM_LEAF_endpos LEAF_INT
#define PARAM_TYPE_endpos int64_t
#define PARAM_LOCAL_endpos(v) int64_t v
bool param_endpos(Thread *t, Value v, int64_t *out, const NativeDef *def,
                  int at);

#endif
