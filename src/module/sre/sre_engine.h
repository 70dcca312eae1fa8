/* SPDX-License-Identifier: MIT */
/*
 * The engine, for texts of one width: sre_engine_1.c and the like include this
 * with WIDTH, how many bytes a character has.
 */
#ifndef ADDER_MODULE_SRE_ENGINE_H
#define ADDER_MODULE_SRE_ENGINE_H
#ifndef WIDTH
#error "for sre_engine_1.c, sre_engine_2.c and sre_engine_4.c"
#endif
#include <string.h>
#include "base/unicode/unicode_props.h"
#include "module/sre/sre_match.h"
#include "object/text/search.h"

#if WIDTH == 1
#define CHAR uint8_t
#elif WIDTH == 2
#define CHAR uint16_t
#else
#define CHAR uint32_t
#endif
#define NAME_(name, width) sre_match_##name##_##width
#define NAME__(name, width) NAME_(name, width)
#define NAME(name) NAME__(name, WIDTH)

/* ---- one character, and many ---- */

static ALWAYS_INLINE bool is_low(CHAR c UNUSED) /* tables have it */
{
#if WIDTH == 1
    return true;
#else
    return c < 256;
#endif
}

static ALWAYS_INLINE bool has(const SreMatcher *m, const SreSet *s, CHAR c)
{
#if WIDTH == 1
    (void)m;
    return s->has[c];
#else
    return sre_set_has(s, m->words, c);
#endif
}

/* Whether a run's unit matches a character. */
static inline bool unit_has(const SreMatcher *m, const SreIns *ins, CHAR c)
{
    switch (ins->x) {
    case UNIT_ANY: return c != '\n';
    case UNIT_ANY_ALL: return true;
    case UNIT_CHAR: return c == ins->c;
    case UNIT_NOT_CHAR: return c != ins->c;
    case UNIT_SET: return has(m, SRE_AT(m->tables, SreSet, ins->c), c);
    default:
        return sre_set_slow(SRE_AT(m->tables, SreSet, ins->c), m->words, c);
    }
}

/* The first c in [i, stop), or stop. */
static inline int64_t find_char(const CHAR *s, int64_t i, int64_t stop,
                                uint32_t c)
{
#if WIDTH == 1
    enum { NEAR = 16 };
    int64_t near = stop - i > NEAR ? i + NEAR : stop;
    for (; i < near; i++)
        if (s[i] == c)
            return i;
    if (i == stop || c > 0xff)
        return stop;
    const uint8_t *at = memchr(s + i, (int)c, (size_t)(stop - i));
    return at == NULL ? stop : at - s;
#else
    while (i < stop && s[i] != c)
        i++;
    return i;
#endif
}

/* Where a run's unit ends that begins at i and may go on to `stop`. */
static ALWAYS_INLINE int64_t run_end(const SreMatcher *m, const SreIns *ins,
                                     int64_t i, int64_t stop)
{
    const CHAR *s = m->text;
    const SreSet *set = SRE_AT(m->tables, SreSet, ins->c);
    switch (ins->x) {
    case UNIT_ANY: return find_char(s, i, stop, '\n');
    case UNIT_ANY_ALL: return stop;
    case UNIT_CHAR:
        while (i < stop && s[i] == ins->c)
            i++;
        return i;
    case UNIT_NOT_CHAR: return find_char(s, i, stop, ins->c);
    case UNIT_SET:
        while (i < stop && has(m, set, s[i]))
            i++;
        return i;
    default:
        while (i < stop && sre_set_slow(set, m->words, s[i]))
            i++;
        return i;
    }
}

/* ---- what must follow a run ---- */

static inline bool tail_has(const SreMatcher *m, const SreIns *ins, int64_t i)
{
    const CHAR *s = m->text;
    if (ins->y == TAIL_NONE)
        return true;
    if (ins->y == TAIL_CHAR)
        return i < m->end && s[i] == ins->d;
    const SreSet *set = SRE_AT(m->tables, SreSet, ins->d);
    if (i >= m->end)
        return set->end;
    return is_low(s[i]) ? set->has[s[i]] : set->high != 0;
}

/* The last place in [low, i] where a run can end; -1: none. */
static inline int64_t give_back(const SreMatcher *m, const SreIns *ins,
                                int64_t i, int64_t low)
{
    while (!tail_has(m, ins, i))
        if (--i < low)
            return -1;
    return i;
}

/* The first place from i on where it can, when it goes on to `high` at most. */
static inline int64_t take_more(const SreMatcher *m, const SreIns *ins,
                                int64_t i, int64_t high)
{
    const CHAR *s = m->text;
    if (ins->y == TAIL_CHAR && ins->x == UNIT_ANY_ALL) {
        int64_t stop = high < m->end ? high + 1 : m->end;
        i = find_char(s, i, stop, ins->d);
        return i < stop ? i : -1;
    }
    for (; !tail_has(m, ins, i); i++)
        if (i >= high || !unit_has(m, ins, s[i]))
            return -1;
    return i;
}

static inline int64_t run_limit(const SreMatcher *m, int64_t i, uint32_t max)
{
    return max == SRE_MAX_REPEAT || max > m->end - i ? m->end : i + max;
}

/* ---- instructions that are not in the loop below ---- */

/* Instead of a place or an instruction. */
#define FAILED ((int64_t)-1)
#define RAISED ((int64_t)-2)

static inline bool push(SreMatcher *m, SreBack back, uint32_t pc, int64_t at,
                        int64_t more)
{
    if (UNLIKELY(m->top == m->limit) && !sre_match_grow(m))
        return false;
    *m->top++ = (SreEntry){back, pc, at, more};
    return true;
}

static inline uint32_t pc_of(const SreMatcher *m, const SreIns *ins)
{
    return (uint32_t)(ins - m->program->code);
}

/* Where there is no way back, nobody asks what was. */
static inline bool may_go_back(const SreMatcher *m)
{
    return m->top - m->base > 1;
}

static inline bool set_mark(SreMatcher *m, uint32_t mark, int64_t i)
{
    if (!may_go_back(m))
        m->stale = true;
    else if (!push(m, BACK_MARK, mark, m->marks[mark], m->last_group))
        return false;
    m->marks[mark] = i;
    if (mark & 1)
        m->last_group = mark / 2 + 1;
    return true;
}

/* A greedy run: where it ends. */
static inline int64_t run_greedy(SreMatcher *m, const SreIns *ins, int64_t i)
{
    if (ins->a > m->end - i)
        return FAILED;
    int64_t low = i + ins->a;
    i = run_end(m, ins, i, run_limit(m, i, ins->b));
    if (i < low || (i = give_back(m, ins, i, low)) < 0)
        return FAILED;
    if (i > low && !push(m, BACK_RUN, pc_of(m, ins), i, low))
        return RAISED;
    return i;
}

static inline int64_t run_possessive(SreMatcher *m, const SreIns *ins,
                                     int64_t i)
{
    if (ins->a > m->end - i)
        return FAILED;
    int64_t low = i + ins->a;
    i = run_end(m, ins, i, run_limit(m, i, ins->b));
    return i < low ? FAILED : i;
}

static inline int64_t run_lazy(SreMatcher *m, const SreIns *ins, int64_t i)
{
    if (ins->a > m->end - i)
        return FAILED;
    int64_t low = i + ins->a, high = run_limit(m, i, ins->b);
    if (run_end(m, ins, i, low) < low ||
        (i = take_more(m, ins, low, high)) < 0)
        return FAILED;
    if (i < high && !push(m, BACK_LAZY, pc_of(m, ins), i, high))
        return RAISED;
    return i;
}

static inline bool literal_is_at(const SreMatcher *m, const SreIns *ins,
                                 int64_t i)
{
    const SreLiteral *l = SRE_AT(m->tables, SreLiteral, ins->a);
    const CHAR *s = (const CHAR *)m->text + i;
    if (ins->b > m->end - i)
        return false;
#if WIDTH == 1
    const uint8_t *bytes = SRE_AT(m->tables, uint8_t, l->bytes);
    if (!l->narrow)
        return false;
    for (uint32_t k = 0; k < ins->b; k++)
        if (s[k] != bytes[k])
            return false;
#else
    for (uint32_t k = 0; k < ins->b; k++)
        if (s[k] != l->wide[k])
            return false;
#endif
    return true;
}

/* Which of a choice's ways are open. */
static inline uint64_t ways_at(const SreMatcher *m, const SreChoice *c,
                               int64_t i)
{
    const CHAR *s = m->text;
    if (i >= m->end)
        return c->end_mask;
    return is_low(s[i]) ? c->mask[c->class_of[s[i]]] : c->high_mask;
}

static bool count_round(SreMatcher *m, const SreLoop *l, int64_t began)
{
    SreCounter *c = &m->counters[l->number];
    if (may_go_back(m) &&
        !push(m, BACK_LOOP, l->number, c->count, c->began))
        return false;
    c->count++;
    c->began = began;
    return true;
}

static bool begin_loop(SreMatcher *m, const SreLoop *l)
{
    SreCounter *c = &m->counters[l->number];
    if (may_go_back(m) &&
        !push(m, BACK_LOOP, l->number, c->count, c->began))
        return false;
    *c = (SreCounter){0, -1};
    return true;
}

/* Before each round of a loop: the instruction to go on with. */
static int64_t next_round(SreMatcher *m, const SreIns *ins, int64_t i)
{
    enum { BODY = 1, EXIT = 2 };
    const SreLoop *l = SRE_AT(m->tables, SreLoop, ins->a);
    const SreCounter *c = &m->counters[l->number];
    uint64_t ways = ways_at(m, SRE_AT(m->tables, SreChoice, l->choice), i);
    if (UNLIKELY(--m->patience <= 0) && sre_match_poll(m) < 0)
        return RAISED;
    if (c->count < l->min) {
        if (!(ways & BODY))
            return FAILED;
        return count_round(m, l, c->began) ? l->body : RAISED;
    }
    /* A round that would begin where the last one did is none. */
    bool more = (ways & BODY) && i != c->began &&
                (l->max == SRE_MAX_REPEAT || c->count < l->max);
    if (!more)
        return ways & EXIT ? ins->next : FAILED;
    if (l->lazy && (ways & EXIT))
        return push(m, BACK_ROUND, pc_of(m, ins), i, 0) ? ins->next : RAISED;
    if ((ways & EXIT) && !push(m, BACK_GO, ins->next, i, 0))
        return RAISED;
    return count_round(m, l, i) ? l->body : RAISED;
}

/* Behind what a group has matched, if it is here; or FAILED. */
static int64_t match_group(const SreMatcher *m, const SreIns *ins, int64_t i)
{
    const CHAR *s = m->text;
    int64_t from = m->marks[2 * ins->a], to = m->marks[2 * ins->a + 1];
    SreFold fold = (SreFold)ins->x;
    if (from < 0 || to < from || to - from > m->end - i)
        return FAILED;
    for (; from < to; from++, i++)
        if (s[from] != s[i] &&
            (fold == FOLD_NONE ||
             sre_lower(s[from], fold) != sre_lower(s[i], fold)))
            return FAILED;
    return i;
}

static inline bool is_word_at(const SreMatcher *m, int64_t i, uint32_t category)
{
    if (i < 0 || i >= m->end)
        return false;
    uint32_t c = ((const CHAR *)m->text)[i];
    if (c >= 256 || category == CATEGORY_LOC_WORD)
        return sre_category_has(category, c);
    return (c == '_' || (unicode_props_latin1[c] & UNICODE_ALNUM) != 0) &&
           (c < 128 || category == CATEGORY_UNI_WORD);
}

static inline bool is_boundary(const SreMatcher *m, int64_t i, uint32_t category,
                        bool wanted)
{
    return m->end > 0 && (is_word_at(m, i - 1, category) !=
                          is_word_at(m, i, category)) == wanted;
}

static inline bool is_at(const SreMatcher *m, unsigned what, int64_t i)
{
    const CHAR *s = m->text;
    switch (what) {
    case AT_BEGINNING:
    case AT_BEGINNING_STRING: return i == 0;
    case AT_BEGINNING_LINE: return i == 0 || s[i - 1] == '\n';
    case AT_END: return i == m->end || (i == m->end - 1 && s[i] == '\n');
    case AT_END_LINE: return i == m->end || s[i] == '\n';
    case AT_END_STRING: return i == m->end;
    case AT_BOUNDARY: return is_boundary(m, i, CATEGORY_WORD, true);
    case AT_NON_BOUNDARY: return is_boundary(m, i, CATEGORY_WORD, false);
    case AT_LOC_BOUNDARY: return is_boundary(m, i, CATEGORY_LOC_WORD, true);
    case AT_LOC_NON_BOUNDARY:
        return is_boundary(m, i, CATEGORY_LOC_WORD, false);
    case AT_UNI_BOUNDARY: return is_boundary(m, i, CATEGORY_UNI_WORD, true);
    default: return is_boundary(m, i, CATEGORY_UNI_WORD, false);
    }
}

/*
 * Cuts and look-around: a place, or FAILED or RAISED.  What looks ahead
 * remembers the stack's height in register a and the place in the one after.
 */
static int64_t look(SreMatcher *m, const SreIns *ins, int64_t i)
{
    int64_t *cut = &m->cuts[ins->a], height = m->top - m->base;
    switch (ins->op) {
    case OP_CUT_BEGIN: cut[0] = height; return i;
    case OP_CUT:
        if (ins->x)
            sre_match_cut(m, cut[0]);
        else
            m->top = m->base + cut[0];
        return i;
    case OP_LOOK_BEGIN:
        cut[0] = height;
        cut[1] = i;
        return i >= ins->b ? i - ins->b : FAILED;
    case OP_LOOK: sre_match_cut(m, cut[0]); return cut[1];
    case OP_NOT_BEGIN:
        cut[0] = height;
        return !push(m, BACK_GO, ins->c, i, 0) ? RAISED
               : i >= ins->b                   ? i - ins->b
                                               : FAILED;
    default: sre_match_undo(m, cut[0]); return FAILED;
    }
}

/* ---- going back ---- */

/* Takes the topmost way: the instruction to go on with and *at, the place; or
 * FAILED, when there is none, or RAISED. */
static inline int64_t go_back(SreMatcher *m, int64_t *at)
{
    const SreIns *code = m->program->code;
    if (UNLIKELY(--m->patience <= 0) && sre_match_poll(m) < 0)
        return RAISED;
    for (;;) {
        SreEntry *e = m->top - 1;
        const SreIns *ins = &code[e->pc];
        switch ((SreBack)e->back) {
        case BACK_NOTHING: return FAILED;
        case BACK_MARK:
            m->marks[e->pc] = e->at;
            m->last_group = e->more;
            break;
        case BACK_LOOP:
            m->counters[e->pc] = (SreCounter){e->at, e->more};
            break;
        case BACK_GO:
            m->top--;
            *at = e->at;
            return e->pc;
        case BACK_CHOICE: {
            uint64_t ways = (uint64_t)e->more;
            const SreChoice *c = SRE_AT(m->tables, SreChoice, ins->a);
            *at = e->at;
            e->more = (int64_t)(ways & (ways - 1));
            if (e->more == 0)
                m->top--;
            return c->targets[__builtin_ctzll(ways)];
        }
        case BACK_RUN:
            *at = e->at = give_back(m, ins, e->at - 1, e->more);
            if (*at < 0)
                break;
            if (*at == e->more)
                m->top--;
            return ins->next;
        case BACK_LAZY:
            if (!unit_has(m, ins, ((const CHAR *)m->text)[e->at]))
                break;
            *at = e->at = take_more(m, ins, e->at + 1, e->more);
            if (*at < 0)
                break;
            if (*at == e->more)
                m->top--;
            return ins->next;
        case BACK_ROUND: {
            const SreLoop *l = SRE_AT(m->tables, SreLoop, ins->a);
            m->top--;
            *at = e->at;
            return count_round(m, l, *at) ? l->body : RAISED;
        }
        }
        m->top--;
    }
}

/* ---- the loop ---- */

static bool begin(SreMatcher *m)
{
    if (m->stale) {
        memset(m->marks, -1, m->program->n_marks * sizeof *m->marks);
        m->last_group = 0;
        m->stale = false;
    }
    m->top = m->base;
    return push(m, BACK_NOTHING, 0, 0, 0);
}

/* i = expr, unless it is FAILED or RAISED. */
#define TO(expr)                                                              \
    if (UNLIKELY((to = (expr)) < 0)) {                                        \
        if (to == RAISED)                                                     \
            return -1;                                                        \
        goto back;                                                            \
    }                                                                         \
    i = to
#define IF(condition)                                                         \
    if (!(condition))                                                         \
    goto back

int NAME(here)(SreMatcher *m, int64_t i)
{
    const SreIns *code = m->program->code, *ins = code + m->program->entry;
    const CHAR *s = m->text;
    int64_t end = m->end, to, began = i;
    if (!begin(m))
        return -1;
    for (;;) {
        switch ((SreOp)ins->op) {
        case OP_FAIL: goto back;
        case OP_SUCCESS:
            IF((!m->whole || i == end) && i != m->not_empty_at);
            m->start = began;
            m->match_end = i;
            m->stale = true;
            return 1;
        case OP_CHAR: IF(i < end && s[i] == ins->a); i++; break;
        case OP_STR: IF(literal_is_at(m, ins, i)); i += ins->b; break;
        case OP_SET:
            IF(i < end && has(m, SRE_AT(m->tables, SreSet, ins->a), s[i]));
            i++;
            break;
        case OP_SET_SLOW:
            IF(i < end && sre_set_slow(SRE_AT(m->tables, SreSet, ins->a),
                                       m->words, s[i]));
            i++;
            break;
        case OP_ANY: IF(i < end && s[i] != '\n'); i++; break;
        case OP_ANY_ALL: IF(i < end); i++; break;
        case OP_AT: IF(is_at(m, ins->x, i)); break;
        case OP_MARK:
            if (!set_mark(m, ins->a, i))
                return -1;
            break;
        case OP_RUN: TO(run_greedy(m, ins, i)); break;
        case OP_RUN_POSSESSIVE: TO(run_possessive(m, ins, i)); break;
        case OP_RUN_LAZY: TO(run_lazy(m, ins, i)); break;
        case OP_BACKREF: TO(match_group(m, ins, i)); break;
#include "module/sre/sre_engine_flow.h"
        }
        ins = code + ins->next;
        continue;
    back:
        to = go_back(m, &i);
        if (to < 0)
            return to == RAISED ? -1 : 0;
        ins = code + to;
    }
}

/* ---- searching ---- */

static int64_t find_set(const SreMatcher *m, int64_t i)
{
    const CHAR *s = m->text;
    const SreSet *set = &m->program->set;
    int64_t end = m->end;
    while (i < end && !(is_low(s[i]) ? set->has[s[i]] : set->high))
        i++;
    return i < end || set->end ? i : -1;
}

static int64_t find_literal(const SreMatcher *m, int64_t i)
{
    const SreLiteral *l = SRE_AT(m->tables, SreLiteral, m->program->literal);
    Span text = {m->text, m->end, WIDTH};
    if (!l->narrow && WIDTH == 1)
        return -1;
    Span wanted = l->narrow
                      ? (Span){SRE_AT(m->tables, uint8_t, l->bytes), l->len, 1}
                      : (Span){l->wide, l->len, 4};
    return search_from(text, wanted, i);
}

/* The first place from i on where a match may begin, or -1. */
static inline int64_t find_start(const SreMatcher *m, int64_t i)
{
    const CHAR *s = m->text;
    switch ((SreStart)m->program->start) {
    case START_SET: return find_set(m, i);
    case START_CHAR:
        i = find_char(s, i, m->end, m->program->literal);
        return i < m->end ? i : -1;
    case START_LITERAL: return find_literal(m, i);
    case START_BEGINNING: return i == 0 ? 0 : -1;
    case START_LINE:
        if (i > 0 && s[i - 1] != '\n') {
            i = find_char(s, i, m->end, '\n') + 1;
            return i <= m->end ? i : -1;
        }
        return i;
    default: return i;
    }
}

int NAME(search)(SreMatcher *m)
{
    const SreProgram *p = m->program;
    for (int64_t i = m->start; i <= m->end; i++) {
        i = find_start(m, i);
        if (i < 0)
            return 0;
        if (p->plain && !m->whole) {
            m->start = i;
            m->match_end = i + SRE_AT(m->tables, SreLiteral, p->literal)->len;
            return begin(m) ? 1 : -1;
        }
        int found = NAME(here)(m, i);
        if (found != 0)
            return found;
        /* A run that leads nowhere leads nowhere from its middle or end. */
        if (p->has_run)
            i = run_end(m, &p->code[p->run], i, m->end);
    }
    return 0;
}

#endif
