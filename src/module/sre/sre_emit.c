/* SPDX-License-Identifier: MIT */
/*
 * From a tree to a program.  It is made from its end to its beginning, so that
 * each instruction knows the one after it, and what can follow (an SreFirst):
 *
 * - Where a choice has one way only that the next character allows, nothing is
 *   remembered to come back to.  Most loops and alternatives are such.
 * - A repeated character that cannot be what follows is never given back:
 *   \w+\s is \w++\s.  So is one with nothing behind it.
 * - Others are given back to where what follows can begin.
 *
 * Inside of what is cut off (atomic groups, look-around) anything may follow:
 * it takes its first way, wherever that leads.
 */
#include "module/sre/sre_program.h"

#include <string.h>
#include "base/buf.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"

typedef struct Emitter {
    Thread *t;
    Arena *arena;
    Buf code;   /* of SreIns */
    Buf tables;
    uint32_t n_loops, n_cuts;
    bool asks_groups; /* what follows depends on what groups have matched */
    SreIns none; /* stands for all where there was no memory */
} Emitter;

static const char too_deep[] = " while compiling a pattern";

/* ---- parts ---- */

static uint32_t emit(Emitter *e, SreIns ins)
{
    buf_append(&e->code, &ins, sizeof ins);
    return (uint32_t)(e->code.len / sizeof ins) - 1;
}

static SreIns *ins_at(Emitter *e, uint32_t i)
{
    return e->code.failed ? &e->none : &((SreIns *)(void *)e->code.bytes)[i];
}

/* Where a table of this size begins. */
static uint32_t add_table(Emitter *e, const void *data, size_t size)
{
    static const char zeros[8];
    buf_append(&e->tables, zeros, -e->tables.len & 7);
    uint32_t at = (uint32_t)e->tables.len;
    buf_append(&e->tables, data, size);
    return at;
}

static uint32_t add_set(Emitter *e, const SreSet *s)
{
    return add_table(e, s, sizeof *s);
}

static uint32_t add_literal(Emitter *e, const uint32_t *chars, uint32_t n)
{
    uint8_t *bytes = arena_alloc(e->arena, n + 1);
    SreLiteral l = {.len = n, .narrow = 1};
    if (bytes == NULL) {
        e->tables.failed = true;
        return 0;
    }
    for (uint32_t i = 0; i < n; i++) {
        bytes[i] = (uint8_t)chars[i];
        l.narrow &= chars[i] < 256;
    }
    l.bytes = add_table(e, bytes, n);
    uint32_t at = add_table(e, &l, sizeof l);
    buf_append(&e->tables, chars, n * sizeof *chars);
    return at;
}

static bool first_has(const SreFirst *f, unsigned c)
{
    return f->bits[c >> 6] >> (c & 63) & 1;
}

static bool first_is_any(const SreFirst *f)
{
    return f->end && f->high == HIGH_ALL &&
           (f->bits[0] & f->bits[1] & f->bits[2] & f->bits[3]) == UINT64_MAX;
}

static SreSet set_of_first(const SreFirst *f)
{
    SreSet s = {.high = f->high, .exact = true, .end = f->end};
    for (unsigned c = 0; c < 256; c++)
        s.has[c] = first_has(f, c);
    return s;
}

/* The only character that may come next, or -1. */
static int64_t only_next(const SreFirst *f)
{
    SreSet s = set_of_first(f);
    return f->end ? -1 : sre_set_only(&s);
}

/* ---- choices ---- */

/* The table of a choice between n ways that begin so. */
static uint32_t add_choice(Emitter *e, const uint32_t *targets,
                           const SreFirst *firsts, uint32_t n)
{
    SreChoice *c = arena_alloc(e->arena, sizeof *c + 256 * sizeof(uint64_t));
    uint32_t n_classes = 0;
    if (c == NULL) {
        e->tables.failed = true;
        return 0;
    }
    c->n = n;
    memcpy(c->targets, targets, n * sizeof *targets);
    for (uint32_t i = 0; i < n; i++) {
        c->high_mask |= (uint64_t)(firsts[i].high != 0) << i;
        c->end_mask |= (uint64_t)firsts[i].end << i;
    }
    for (unsigned ch = 0; ch < 256; ch++) {
        uint64_t mask = 0;
        uint32_t k = 0;
        for (uint32_t i = 0; i < n; i++)
            mask |= (uint64_t)first_has(&firsts[i], ch) << i;
        while (k < n_classes && c->mask[k] != mask)
            k++;
        if (k == n_classes)
            c->mask[n_classes++] = mask;
        c->class_of[ch] = (uint8_t)k;
    }
    return add_table(e, c, sizeof *c + n_classes * sizeof(uint64_t));
}

/* A choice of n ways.  Of more than one can have, its last way is all the rest:
 * the choices are made from the last to the first. */
static uint32_t emit_choice(Emitter *e, const uint32_t *targets,
                            const SreFirst *firsts, uint32_t n)
{
    uint32_t some[CHOICE_MAX], n_rest = 0; /* the rest is one way, or none */
    SreFirst begins[CHOICE_MAX];
    if (n == 1)
        return targets[0];
    while (n > 0) {
        uint32_t take = n < CHOICE_MAX - n_rest ? n : CHOICE_MAX - n_rest;
        if (n_rest > 0) {
            some[take] = some[0];
            begins[take] = begins[0];
        }
        n -= take;
        memcpy(some, targets + n, take * sizeof *some);
        memcpy(begins, firsts + n, take * sizeof *begins);
        SreIns choice = {.op = OP_CHOICE,
                         .a = add_choice(e, some, begins, take + n_rest)};
        some[0] = emit(e, choice);
        for (uint32_t i = 1; i < take + n_rest; i++)
            sre_first_add(&begins[0], &begins[i]);
        n_rest = 1;
    }
    return some[0];
}

/* Fills in a choice between a loop's body and what follows it. */
static void set_round(Emitter *e, uint32_t choice, uint32_t body,
                      const SreFirst *of_body, uint32_t next,
                      const SreFirst *follow, bool lazy)
{
    uint32_t targets[2] = {body, next};
    SreFirst firsts[2] = {*of_body, *follow};
    if (lazy) {
        targets[0] = next, targets[1] = body;
        firsts[0] = *follow, firsts[1] = *of_body;
    }
    uint32_t table = add_choice(e, targets, firsts, 2);
    *ins_at(e, choice) = (SreIns){.op = OP_CHOICE, .a = table};
}

/* ---- a repeated character ---- */

static void set_unit(Emitter *e, SreIns *ins, const SreSet *s)
{
    int64_t only = sre_set_only(s);
    if (s->kind == CODE_ANY) {
        ins->x = s->negated ? UNIT_ANY : UNIT_ANY_ALL;
    } else if (only >= 0) {
        ins->x = UNIT_CHAR;
        ins->c = (uint32_t)only;
    } else if (s->kind == CODE_LITERAL && s->fold == FOLD_NONE) {
        ins->x = UNIT_NOT_CHAR;
        ins->c = s->code;
    } else {
        ins->x = s->locale ? UNIT_SET_SLOW : UNIT_SET;
        ins->c = add_set(e, s);
    }
}

static bool is_disjoint(const SreSet *s, const SreFirst *f)
{
    if ((s->high & f->high) != 0)
        return false;
    for (unsigned c = 0; c < 256; c++)
        if (s->has[c] && first_has(f, c))
            return false;
    return true;
}

/* Whether all that a set has, or nothing, is of a boundary's word characters:
 * then there is no boundary between two of them. */
static bool is_within_word(const SreSet *s, uint32_t at)
{
    if (at != AT_BOUNDARY && at != AT_UNI_BOUNDARY)
        return false;
    uint32_t category = at == AT_BOUNDARY ? CATEGORY_WORD : CATEGORY_UNI_WORD;
    unsigned high_word =
        at == AT_BOUNDARY ? 0 : HIGH_DECIMAL | HIGH_WORD;
    bool all = (s->high & ~high_word) == 0, none = (s->high & high_word) == 0;
    for (uint32_t c = 0; c < 256; c++)
        if (s->has[c]) {
            bool word = sre_category_has(category, c);
            all &= word;
            none &= !word;
        }
    return !s->locale && (all || none);
}

/* Whether a run that is followed by this is as well never given back. */
static bool is_kept(Emitter *e, const SreNode *n, const SreSet *s,
                    uint32_t next, const SreFirst *follow)
{
    if (n->greed == POSSESSIVE || n->min == n->max || is_disjoint(s, follow))
        return true;
    while (ins_at(e, next)->op == OP_MARK)
        next = ins_at(e, next)->next;
    const SreIns *after = ins_at(e, next);
    if (n->greed == LAZY)
        return false;
    switch (after->op) {
    case OP_SUCCESS:
    case OP_CUT:
    case OP_LOOK:
    case OP_NOT: return true;
    case OP_AT: return n->min > 0 && is_within_word(s, after->x);
    default: return false;
    }
}

static uint32_t emit_run(Emitter *e, const SreNode *n, const SreSet *s,
                         uint32_t next, const SreFirst *follow)
{
    SreIns ins = {.next = next, .a = n->min, .b = n->max};
    set_unit(e, &ins, s);
    int64_t only = only_next(follow);
    ins.op = n->greed == LAZY ? OP_RUN_LAZY : OP_RUN;
    if (is_kept(e, n, s, next, follow)) {
        ins.op = OP_RUN_POSSESSIVE;
    } else if (only >= 0) {
        ins.y = TAIL_CHAR;
        ins.d = (uint32_t)only;
    } else if (!first_is_any(follow)) {
        SreSet tail = set_of_first(follow);
        ins.y = TAIL_SET;
        ins.d = add_set(e, &tail);
    }
    return emit(e, ins);
}

/* ---- nodes ---- */

static uint32_t emit_seq(Emitter *e, const SreNode *seq, uint32_t next,
                         const SreFirst *follow);

static uint32_t emit_set(Emitter *e, const SreSet *s, uint32_t next)
{
    SreIns ins = {.next = next};
    int64_t only = sre_set_only(s);
    if (s->kind == CODE_ANY) {
        ins.op = s->negated ? OP_ANY : OP_ANY_ALL;
    } else if (only >= 0) {
        ins.op = OP_CHAR;
        ins.a = (uint32_t)only;
    } else {
        ins.op = s->locale ? OP_SET_SLOW : OP_SET;
        ins.a = add_set(e, s);
    }
    return emit(e, ins);
}

/* A body that is not gone back into. */
static uint32_t emit_atomic(Emitter *e, const SreNode *body, uint32_t next)
{
    uint32_t reg = e->n_cuts++;
    uint32_t cut = emit(e, (SreIns){.op = OP_CUT, .next = next, .a = reg,
                                    .x = body->marks});
    uint32_t entry = emit_seq(e, body, cut, &sre_first_any);
    return emit(e,
                (SreIns){.op = OP_CUT_BEGIN, .next = entry, .a = reg});
}

static uint32_t emit_look(Emitter *e, const SreNode *n, uint32_t next)
{
    uint32_t reg = e->n_cuts;
    bool negated = n->kind == NODE_LOOK_NOT;
    e->n_cuts += 2; /* the stack and the place */
    uint32_t last = emit(e, (SreIns){.op = negated ? OP_NOT : OP_LOOK,
                                     .next = next, .a = reg,
                                     .x = n->marks});
    uint32_t entry = emit_seq(e, n->child, last, &sre_first_any);
    return emit(e, (SreIns){.op = negated ? OP_NOT_BEGIN : OP_LOOK_BEGIN,
                            .next = entry, .a = reg, .b = n->arg, .c = next});
}

/* What the rounds of a loop begin with: a body and what may come after it. */
static SreFirst first_of_round(const SreNode *body, const SreFirst *after)
{
    return sre_first_with(body, after);
}

static uint32_t emit_counted(Emitter *e, const SreNode *n, uint32_t next,
                             const SreFirst *follow)
{
    SreFirst after = *follow;
    sre_first_add(&after, &n->child->first);
    SreLoop l = {.min = n->min, .max = n->max, .number = e->n_loops++,
                 .lazy = n->greed == LAZY};
    uint32_t loop = emit(e, (SreIns){.op = OP_LOOP, .next = next});
    l.body = n->greed == POSSESSIVE ? emit_atomic(e, n->child, loop)
                                    : emit_seq(e, n->child, loop, &after);
    SreFirst firsts[2] = {first_of_round(n->child, &after), *follow};
    uint32_t targets[2] = {l.body, next};
    l.choice = add_choice(e, targets, firsts, 2);
    uint32_t table = add_table(e, &l, sizeof l);
    ins_at(e, loop)->a = table;
    return emit(e, (SreIns){.op = OP_LOOP_BEGIN, .next = loop, .a = table});
}

/* A loop that counts nothing and each round of which consumes something. */
static uint32_t emit_plain_loop(Emitter *e, const SreNode *n, uint32_t next,
                                const SreFirst *follow)
{
    SreFirst after = *follow;
    sre_first_add(&after, &n->child->first);
    uint32_t choice = emit(e, (SreIns){.op = OP_FAIL});
    uint32_t body = n->greed == POSSESSIVE
                        ? emit_atomic(e, n->child, choice)
                        : emit_seq(e, n->child, choice, &after);
    set_round(e, choice, body, &n->child->first, next, follow,
              n->greed == LAZY);
    return n->min == 0 ? choice : body;
}

static uint32_t emit_optional(Emitter *e, const SreNode *n, uint32_t next,
                              const SreFirst *follow)
{
    SreFirst of_body = sre_first_with(n->child, follow);
    uint32_t body = emit_seq(e, n->child, next, follow);
    uint32_t choice = emit(e, (SreIns){.op = OP_FAIL});
    set_round(e, choice, body, &of_body, next, follow, n->greed == LAZY);
    return choice;
}

/* A possessive repeat is a greedy one in an atomic group, each of whose rounds
 * is atomic as well. */
static uint32_t emit_possessive(Emitter *e, const SreNode *n, uint32_t next)
{
    uint32_t reg = e->n_cuts++;
    uint32_t cut = emit(e, (SreIns){.op = OP_CUT, .next = next, .a = reg,
                                    .x = true});
    uint32_t entry = n->max == SRE_MAX_REPEAT && n->min <= 1 && !n->child->empty
                         ? emit_plain_loop(e, n, cut, &sre_first_any)
                         : emit_counted(e, n, cut, &sre_first_any);
    return emit(e,
                (SreIns){.op = OP_CUT_BEGIN, .next = entry, .a = reg});
}

static uint32_t emit_repeat(Emitter *e, const SreNode *n, uint32_t next,
                            const SreFirst *follow)
{
    const SreNode *body = n->child, *unit = body->child;
    if (unit != NULL && unit->next == NULL && unit->kind == NODE_SET)
        return emit_run(e, n, unit->set, next, follow);
    if (n->max == 0)
        return next;
    if (n->greed == POSSESSIVE)
        return emit_possessive(e, n, next);
    if (n->max == 1)
        return n->min == 1 ? emit_seq(e, body, next, follow)
                           : emit_optional(e, n, next, follow);
    if (n->max == SRE_MAX_REPEAT && n->min <= 1 && !body->empty)
        return emit_plain_loop(e, n, next, follow);
    return emit_counted(e, n, next, follow);
}

static uint32_t emit_branch(Emitter *e, const SreNode *n, uint32_t next,
                            const SreFirst *follow)
{
    uint32_t count = 0, i = 0;
    for (const SreNode *way = n->child; way != NULL; way = way->next)
        count++;
    uint32_t *targets = arena_alloc(e->arena, count * sizeof *targets);
    SreFirst *firsts = arena_alloc(e->arena, count * sizeof *firsts);
    if (targets == NULL || firsts == NULL) {
        e->tables.failed = true;
        return next;
    }
    for (const SreNode *way = n->child; way != NULL; way = way->next, i++) {
        targets[i] = emit_seq(e, way, next, follow);
        firsts[i] = sre_first_with(way, follow);
    }
    return emit_choice(e, targets, firsts, count);
}

static uint32_t emit_node(Emitter *e, const SreNode *n, uint32_t next,
                          const SreFirst *follow)
{
    switch ((SreNodeKind)n->kind) {
    case NODE_SET: return emit_set(e, n->set, next);
    case NODE_AT:
        return emit(e, (SreIns){.op = OP_AT, .next = next,
                                .x = (uint8_t)n->arg});
    case NODE_MARK:
        return emit(e, (SreIns){.op = OP_MARK, .next = next, .a = n->arg});
    case NODE_SEQ: return emit_seq(e, n, next, follow);
    case NODE_BRANCH: return emit_branch(e, n, next, follow);
    case NODE_REPEAT: return emit_repeat(e, n, next, follow);
    case NODE_ATOMIC: return emit_atomic(e, n->child, next);
    case NODE_LOOK:
    case NODE_LOOK_NOT: return emit_look(e, n, next);
    case NODE_BACKREF:
        e->asks_groups = true;
        return emit(e, (SreIns){.op = OP_BACKREF, .next = next, .a = n->arg,
                                .x = n->fold});
    case NODE_COND: {
        e->asks_groups = true;
        uint32_t yes = emit_seq(e, n->child, next, follow);
        uint32_t no = emit_seq(e, n->child->next, next, follow);
        return emit(e, (SreIns){.op = OP_COND, .next = yes, .a = n->arg,
                                .b = no});
    }
    default: return emit(e, (SreIns){.op = OP_FAIL});
    }
}

static int64_t only_of(const SreNode *n)
{
    return n->kind == NODE_SET ? sre_set_only(n->set) : -1;
}

/* Characters nodes[from...to) that stand for themselves, at once. */
static uint32_t emit_literal(Emitter *e, SreNode *const *nodes, int64_t n,
                             uint32_t next)
{
    uint32_t *chars = arena_alloc(e->arena, (size_t)n * sizeof *chars);
    if (chars == NULL) {
        e->tables.failed = true;
        return next;
    }
    for (int64_t i = 0; i < n; i++)
        chars[i] = (uint32_t)only_of(nodes[i]);
    return emit(e, (SreIns){.op = OP_STR, .next = next,
                            .a = add_literal(e, chars, (uint32_t)n),
                            .b = (uint32_t)n});
}

static uint32_t emit_seq(Emitter *e, const SreNode *seq, uint32_t next,
                         const SreFirst *follow)
{
    int64_t n = 0;
    for (const SreNode *c = seq->child; c != NULL; c = c->next)
        n++;
    SreNode **nodes = arena_alloc(e->arena, (size_t)(n + 1) * sizeof *nodes);
    if (nodes == NULL || recursion_overflows(e->t, too_deep)) {
        e->tables.failed = true;
        return next;
    }
    n = 0;
    for (SreNode *c = seq->child; c != NULL; c = c->next)
        nodes[n++] = c;
    SreFirst after = *follow;
    while (n > 0) {
        int64_t from = n;
        while (from > 0 && only_of(nodes[from - 1]) >= 0)
            from--;
        if (n - from >= 2) {
            next = emit_literal(e, nodes + from, n - from, next);
            n = from + 1;
        } else {
            next = emit_node(e, nodes[n - 1], next, &after);
        }
        n--;
        after = sre_first_with(nodes[n], &after);
    }
    return next;
}

/* ---- the whole ---- */

static void find_start(Emitter *e, SreProgram *p, const SreFirst *first)
{
    const SreIns *ins = ins_at(e, p->entry);
    int64_t only = only_next(first);
    p->start = START_ANYWHERE;
    p->plain = ins->op == OP_STR && ins_at(e, ins->next)->op == OP_SUCCESS;
    p->run = p->entry;
    for (; ins->op == OP_MARK; ins = ins_at(e, ins->next))
        p->run = ins->next;
    p->has_run = !e->asks_groups && ins->b == SRE_MAX_REPEAT &&
                 (ins->op == OP_RUN || ins->op == OP_RUN_POSSESSIVE ||
                  ins->op == OP_RUN_LAZY);
    if (ins->op == OP_AT &&
        (ins->x == AT_BEGINNING || ins->x == AT_BEGINNING_STRING)) {
        p->start = START_BEGINNING;
    } else if (ins->op == OP_AT && ins->x == AT_BEGINNING_LINE) {
        p->start = START_LINE;
    } else if (ins->op == OP_STR) {
        p->start = START_LITERAL;
        p->literal = ins->a;
    } else if (only >= 0) {
        p->start = START_CHAR;
        p->literal = (uint32_t)only;
    } else if (!first_is_any(first)) {
        p->start = START_SET;
        p->set = set_of_first(first);
    }
}

static Bytes *assemble(Thread *t, Emitter *e, SreProgram *p)
{
    size_t code = e->code.len, tables = e->tables.len;
    p->tables = (uint32_t)(sizeof *p + code);
    if (e->code.failed || e->tables.failed ||
        sizeof *p + code + tables > UINT32_MAX / 2) {
        if (value_is_null(t->exc))
            raise_no_memory(t);
        return NULL;
    }
    Bytes *b = bytes_new(t, NULL, (int64_t)(p->tables + tables));
    if (b == NULL)
        return NULL;
    memcpy(b->data, p, sizeof *p);
    memcpy(b->data + sizeof *p, e->code.bytes, code);
    memcpy(b->data + p->tables, e->tables.bytes, tables);
    return b;
}

static Bytes *emit_program(Thread *t, Arena *arena, const SreNode *tree,
                           const uint32_t *words, uint32_t n, uint32_t groups)
{
    Emitter e = {.t = t, .arena = arena};
    SreProgram p = {.n_words = n, .n_marks = 2 * groups};
    p.words = add_table(&e, words, n * sizeof *words);
    uint32_t success = emit(&e, (SreIns){.op = OP_SUCCESS});
    p.entry = emit_seq(&e, tree, success, &sre_first_any);
    SreFirst first = sre_first_with(tree, &sre_first_any);
    p.n_loops = e.n_loops;
    p.n_cuts = e.n_cuts;
    find_start(&e, &p, &first);
    Bytes *b = assemble(t, &e, &p);
    buf_free(&e.code);
    buf_free(&e.tables);
    return b;
}

Bytes *sre_program_new(Thread *t, const uint32_t *words, int64_t n,
                       int64_t groups)
{
    Arena arena;
    Bytes *b = NULL;
    uint32_t used;
    arena_init(&arena);
    SreNode *tree =
        n > UINT32_MAX / 64 || groups < 0 || groups > SRE_MAX_GROUPS
            ? NULL
            : sre_tree_parse(t, &arena, words, (uint32_t)n, (uint32_t)groups,
                             &used);
    if (tree != NULL)
        b = emit_program(t, &arena, tree, words, (uint32_t)n, used);
    else if (value_is_null(t->exc))
        raise_error(t, EXC(RuntimeError), "invalid SRE code");
    arena_free(&arena);
    return b;
}
