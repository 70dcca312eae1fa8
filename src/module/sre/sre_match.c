/* SPDX-License-Identifier: MIT */
/* What matching does whatever the width of the text: its memory. */
#include "module/sre/sre_match.h"

#include <stdlib.h>
#include <string.h>
#include "gc/outside.h"
#include "object/core/poll.h"
#include "object/error/raise.h"

enum {
    PATIENCE = 1 << 16,
    SMALL_STACK = 1 << 16, /* bytes that are not worth counting */
};

int sre_match_init(Thread *t, SreMatcher *m, const SreProgram *program,
                   const void *text, int width)
{
    m->t = t;
    m->program = program;
    m->tables = (const char *)program + program->tables;
    m->words = SRE_AT(m->tables, uint32_t, program->words);
    m->text = text;
    m->width = width;
    m->not_empty_at = -1;
    m->whole = false;
    m->stale = true;
    m->patience = PATIENCE;
    m->words_memory = m->stack_memory = NULL;
    m->base = m->top = m->local_stack;
    m->limit = m->base + SRE_LOCAL_STACK;
    size_t n = (size_t)program->n_marks + 2 * (size_t)program->n_loops +
               program->n_cuts;
    int64_t *words = m->local_words;
    if (n > SRE_LOCAL_WORDS) {
        words = m->words_memory = malloc(n * sizeof *words);
        if (words == NULL)
            return RAISE_INT(raise_no_memory(t));
    }
    m->marks = words;
    m->counters = (SreCounter *)(void *)(words + program->n_marks);
    m->cuts = words + program->n_marks + 2 * (size_t)program->n_loops;
    return 0;
}

static size_t stack_bytes(const SreMatcher *m)
{
    size_t bytes = (size_t)(m->limit - m->base) * sizeof *m->base;
    return bytes < SMALL_STACK ? 0 : bytes;
}

void sre_match_done(SreMatcher *m)
{
    if (m->stack_memory != NULL) {
        gc_outside_shrink(m->t->rt->heap, stack_bytes(m));
        free(m->stack_memory);
    }
    free(m->words_memory);
}

bool sre_match_grow(SreMatcher *m)
{
    size_t n = (size_t)(m->limit - m->base), used = (size_t)(m->top - m->base);
    size_t before = m->stack_memory == NULL ? 0 : stack_bytes(m);
    SreEntry *stack = n > SIZE_MAX / 2 / sizeof *stack
                          ? NULL
                          : realloc(m->stack_memory, 2 * n * sizeof *stack);
    if (stack == NULL) {
        raise_no_memory(m->t);
        return false;
    }
    if (m->stack_memory == NULL)
        memcpy(stack, m->base, used * sizeof *stack);
    m->stack_memory = m->base = stack;
    m->top = stack + used;
    m->limit = stack + 2 * n;
    gc_outside_grow(&m->t->gc, stack_bytes(m) - before);
    return true;
}

void sre_match_cut(SreMatcher *m, int64_t height)
{
    SreEntry *to = m->base + height;
    for (SreEntry *e = to; e < m->top; e++)
        if (e->back == BACK_MARK || e->back == BACK_LOOP)
            *to++ = *e;
    m->top = to;
}

void sre_match_undo(SreMatcher *m, int64_t height)
{
    while (m->top - m->base > height) {
        const SreEntry *e = --m->top;
        if (e->back == BACK_MARK) {
            m->marks[e->pc] = e->at;
            m->last_group = e->more;
        } else if (e->back == BACK_LOOP) {
            m->counters[e->pc] = (SreCounter){e->at, e->more};
        }
    }
}

int sre_match_poll(SreMatcher *m)
{
    m->patience = PATIENCE;
    return raise_if_no_memory(m->t) < 0 ? -1 : poll_signals(m->t);
}

int sre_match_here(SreMatcher *m)
{
    return m->width == 1   ? sre_match_here_1(m, m->start)
           : m->width == 2 ? sre_match_here_2(m, m->start)
                           : sre_match_here_4(m, m->start);
}

int sre_match_search(SreMatcher *m)
{
    return m->width == 1   ? sre_match_search_1(m)
           : m->width == 2 ? sre_match_search_2(m)
                           : sre_match_search_4(m);
}
