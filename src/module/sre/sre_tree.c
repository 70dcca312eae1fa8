/* SPDX-License-Identifier: MIT */
/* From words to a tree. */
#include "module/sre/sre_tree.h"

#include <string.h>
#include "object/error/raise.h"

typedef struct Parser {
    Thread *t;
    Arena *arena;
    SreWords w;
    uint32_t groups, used; /* that there are, and that the words speak of */
} Parser;

/* [at, end): where a list of operators lies. */
typedef struct Words {
    uint32_t at, end;
} Words;

/* ---- what a node can begin with ---- */

const SreFirst sre_first_any = {
    {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX}, HIGH_ALL, true};

void sre_first_add(SreFirst *to, const SreFirst *from)
{
    for (int i = 0; i < 4; i++)
        to->bits[i] |= from->bits[i];
    to->high |= from->high;
    to->end |= from->end;
}

static void add_set(SreFirst *to, const SreSet *s)
{
    for (int c = 0; c < 256; c++)
        to->bits[c >> 6] |= (uint64_t)(s->has[c] != 0) << (c & 63);
    to->high |= s->high;
}

SreFirst sre_first_with(const SreNode *node, const SreFirst *follow)
{
    SreFirst first = node->first;
    if (node->through)
        sre_first_add(&first, follow);
    return first;
}

static void finish_seq(SreNode *seq)
{
    seq->empty = seq->through = true;
    for (SreNode *n = seq->child; n != NULL; n = n->next) {
        if (seq->through)
            sre_first_add(&seq->first, &n->first);
        seq->through &= n->through;
        seq->empty &= n->empty;
        seq->marks |= n->marks;
    }
}

static void finish_choice(SreNode *choice) /* NODE_BRANCH, NODE_COND */
{
    choice->empty = choice->through = false;
    for (SreNode *n = choice->child; n != NULL; n = n->next) {
        sre_first_add(&choice->first, &n->first);
        choice->through |= n->through;
        choice->empty |= n->empty;
        choice->marks |= n->marks;
    }
}

static void finish_at(SreNode *at)
{
    at->empty = true;
    at->through = true;
    if (at->arg == AT_END || at->arg == AT_END_LINE ||
        at->arg == AT_END_STRING) {
        at->through = false;
        at->first.end = true;
        if (at->arg != AT_END_STRING)
            at->first.bits[0] |= (uint64_t)1 << '\n';
    }
}

/* ---- sets ---- */

static SreNode *node_new(Parser *p, SreNodeKind kind)
{
    SreNode *n = ARENA_NEW(p->arena, SreNode);
    if (n == NULL) {
        raise_no_memory(p->t);
        return NULL;
    }
    n->kind = (uint8_t)kind;
    return n;
}

/* Whether the words are a set that ends with CODE_FAILURE just before `end`. */
static bool set_is_valid(SreWords w, uint32_t at, uint32_t end)
{
    while (at < end) {
        uint32_t left = end - at; /* this operator included */
        uint64_t size;
        switch (w[at]) {
        case CODE_FAILURE: return left == 1;
        case CODE_NEGATE: size = 1; break;
        case CODE_LITERAL: size = 2; break;
        case CODE_CATEGORY:
            size = 2;
            if (left > 1 && w[at + 1] >= CATEGORY_COUNT)
                return false;
            break;
        case CODE_RANGE:
        case CODE_RANGE_UNI_IGNORE: size = 3; break;
        case CODE_CHARSET: size = 9; break;
        case CODE_BIGCHARSET:
            size = left > 1 ? 2 + 64 + 8 * (uint64_t)w[at + 1] : UINT64_MAX;
            if (size >= left)
                return false;
            for (uint32_t i = 0; i < 256; i++)
                if (((const uint8_t *)(w + at + 2))[i] >= w[at + 1])
                    return false;
            break;
        default: return false;
        }
        if (size >= left)
            return false;
        at += (uint32_t)size;
    }
    return false;
}

static SreNode *set_node(Parser *p, SreSet **set)
{
    SreNode *n = node_new(p, NODE_SET);
    *set = n == NULL ? NULL : ARENA_NEW(p->arena, SreSet);
    if (n != NULL && *set == NULL)
        raise_no_memory(p->t);
    if (*set == NULL)
        return NULL;
    n->set = *set;
    return n;
}

static SreNode *finish_set(SreNode *n)
{
    if (n != NULL)
        add_set(&n->first, n->set);
    return n;
}

static SreNode *parse_in(Parser *p, Words *r, SreFold fold)
{
    uint32_t at = r->at + 2;
    if (r->end - r->at < 2)
        return NULL;
    uint32_t skip = p->w[r->at + 1];
    if (skip < 1 || skip > r->end - r->at - 1 ||
        !set_is_valid(p->w, at, r->at + 1 + skip))
        return NULL;
    SreSet *set;
    SreNode *n = set_node(p, &set);
    if (n != NULL)
        sre_set_in(set, p->w, at, fold);
    r->at += 1 + skip;
    return finish_set(n);
}

static SreNode *parse_literal(Parser *p, Words *r, bool negated, SreFold fold)
{
    if (r->end - r->at < 2)
        return NULL;
    SreSet *set;
    SreNode *n = set_node(p, &set);
    if (n != NULL)
        sre_set_literal(set, p->w[r->at + 1], negated, fold);
    r->at += 2;
    return finish_set(n);
}

static SreNode *parse_any(Parser *p, Words *r, bool all)
{
    SreSet *set;
    SreNode *n = set_node(p, &set);
    if (n != NULL)
        sre_set_any(set, all);
    r->at++;
    return finish_set(n);
}

static SreNode *parse_category(Parser *p, Words *r)
{
    if (r->end - r->at < 2 || p->w[r->at + 1] >= CATEGORY_COUNT)
        return NULL;
    SreSet *set;
    SreNode *n = set_node(p, &set);
    if (n != NULL)
        sre_set_category(set, p->w[r->at + 1]);
    r->at += 2;
    return finish_set(n);
}

/* ---- operators of one argument ---- */

static bool use_group(Parser *p, uint32_t group)
{
    if (group >= p->groups)
        return false;
    if (p->used <= group)
        p->used = group + 1;
    return true;
}

static SreNode *parse_at(Parser *p, Words *r)
{
    if (r->end - r->at < 2 || p->w[r->at + 1] >= AT_COUNT)
        return NULL;
    SreNode *n = node_new(p, NODE_AT);
    if (n != NULL) {
        n->arg = p->w[r->at + 1];
        finish_at(n);
    }
    r->at += 2;
    return n;
}

static SreNode *parse_mark(Parser *p, Words *r)
{
    if (r->end - r->at < 2 || !use_group(p, p->w[r->at + 1] / 2))
        return NULL;
    SreNode *n = node_new(p, NODE_MARK);
    if (n != NULL) {
        n->arg = p->w[r->at + 1];
        n->empty = n->through = n->marks = true;
    }
    r->at += 2;
    return n;
}

static SreNode *parse_backref(Parser *p, Words *r, SreFold fold)
{
    if (r->end - r->at < 2 || !use_group(p, p->w[r->at + 1]))
        return NULL;
    SreNode *n = node_new(p, NODE_BACKREF);
    if (n != NULL) {
        n->arg = p->w[r->at + 1];
        n->fold = (uint8_t)fold;
        n->empty = true;
        n->first = sre_first_any;
    }
    r->at += 2;
    return n;
}

static SreNode *parse_fail(Parser *p, Words *r)
{
    r->at++;
    return node_new(p, NODE_FAIL);
}

/* ---- operators around others ---- */

static SreNode *parse_seq(Parser *p, Words *r);

/* All of [at, end). */
static SreNode *parse_whole(Parser *p, uint32_t at, uint32_t end)
{
    Words inner = {at, end};
    SreNode *n = parse_seq(p, &inner);
    return n != NULL && inner.at == end ? n : NULL;
}

/*
 * The body of OP SKIP ARG... BODY LAST, which begins `args` words behind SKIP
 * and ends before LAST; r goes behind LAST.  `beyond`: SKIP leads to LAST, not
 * behind it.
 */
static SreNode *parse_body(Parser *p, Words *r, uint32_t args, uint32_t beyond,
                           uint32_t last, uint32_t last2)
{
    uint32_t from = r->at + 1; /* where SKIP is */
    if (r->end - r->at < 2 + args + 1)
        return NULL;
    uint32_t skip = p->w[from];
    if (skip > r->end - from)
        return NULL;
    uint64_t after = (uint64_t)from + skip + beyond;
    if (after > r->end || after < (uint64_t)from + 1 + args + 1)
        return NULL;
    uint32_t op = p->w[after - 1];
    if (op != last && op != last2)
        return NULL;
    r->at = (uint32_t)after;
    return parse_whole(p, from + 1 + args, (uint32_t)after - 1);
}

static SreNode *parse_repeat(Parser *p, Words *r)
{
    uint32_t op = p->w[r->at], at = r->at;
    uint32_t last = op == CODE_REPEAT ? CODE_MAX_UNTIL : CODE_SUCCESS;
    uint32_t last2 = op == CODE_REPEAT ? CODE_MIN_UNTIL : CODE_SUCCESS;
    bool beyond = op == CODE_REPEAT || op == CODE_POSSESSIVE_REPEAT;
    SreNode *body = parse_body(p, r, 2, beyond, last, last2);
    SreNode *n = body == NULL ? NULL : node_new(p, NODE_REPEAT);
    if (n == NULL)
        return NULL;
    n->min = p->w[at + 2];
    n->max = p->w[at + 3];
    if (n->min > n->max)
        return NULL;
    bool lazy = op == CODE_MIN_REPEAT_ONE ||
                (op == CODE_REPEAT && p->w[r->at - 1] == CODE_MIN_UNTIL);
    bool possessive =
        op == CODE_POSSESSIVE_REPEAT || op == CODE_POSSESSIVE_REPEAT_ONE;
    n->greed = lazy ? LAZY : possessive ? POSSESSIVE : GREEDY;
    n->child = body;
    n->first = body->first;
    n->through = n->min == 0 || body->through;
    n->empty = n->min == 0 || body->empty;
    n->marks = true; /* it may count */
    return n;
}

static SreNode *parse_atomic(Parser *p, Words *r)
{
    SreNode *body = parse_body(p, r, 0, 0, CODE_SUCCESS, CODE_SUCCESS);
    SreNode *n = body == NULL ? NULL : node_new(p, NODE_ATOMIC);
    if (n != NULL) {
        n->child = body;
        n->first = body->first;
        n->through = body->through;
        n->empty = body->empty;
        n->marks = body->marks;
    }
    return n;
}

static SreNode *parse_look(Parser *p, Words *r, SreNodeKind kind)
{
    uint32_t at = r->at;
    SreNode *body = parse_body(p, r, 1, 0, CODE_SUCCESS, CODE_SUCCESS);
    SreNode *n = body == NULL ? NULL : node_new(p, kind);
    if (n != NULL) {
        n->child = body;
        n->arg = p->w[at + 2];
        n->through = n->empty = true;
        n->marks = body->marks;
    }
    return n;
}

/* BRANCH (SKIP alternative JUMP to the end)... FAILURE */
static SreNode *parse_branch(Parser *p, Words *r)
{
    uint32_t at = r->at + 1, behind = 0;
    SreNode *n = node_new(p, NODE_BRANCH);
    if (n == NULL)
        return NULL;
    SreNode **tail = &n->child;
    while (at < r->end && p->w[at] != 0) {
        uint32_t skip = p->w[at];
        if (skip < 3 || skip > r->end - at)
            return NULL;
        uint32_t jump = at + skip - 2;
        uint64_t to = (uint64_t)jump + 1 + p->w[jump + 1];
        if (p->w[jump] != CODE_JUMP || to > r->end ||
            (behind != 0 && to != behind))
            return NULL;
        behind = (uint32_t)to;
        *tail = parse_whole(p, at + 1, jump);
        if (*tail == NULL)
            return NULL;
        tail = &(*tail)->next;
        at += skip;
    }
    if (at >= r->end || n->child == NULL || at + 1 != behind)
        return NULL;
    r->at = behind;
    finish_choice(n);
    return n;
}

/* GROUPREF_EXISTS GROUP SKIP yes [JUMP SKIP no] */
static SreNode *parse_cond(Parser *p, Words *r)
{
    uint32_t at = r->at;
    if (r->end - at < 3 || !use_group(p, p->w[at + 1]))
        return NULL;
    uint32_t skip = p->w[at + 2]; /* one more than from where it stands */
    if (skip < 2 || skip - 1 > r->end - (at + 2))
        return NULL;
    SreNode *n = node_new(p, NODE_COND);
    if (n == NULL)
        return NULL;
    n->arg = p->w[at + 1];
    Words yes = {at + 3, at + 2 + skip - 1};
    n->child = parse_seq(p, &yes);
    if (n->child == NULL)
        return NULL;
    uint32_t no_at = yes.end, no_end = yes.end;
    if (yes.at != yes.end) {
        if (p->w[yes.at] != CODE_JUMP || yes.end - yes.at != 2)
            return NULL;
        uint32_t jump = p->w[yes.at + 1];
        if (jump < 1 || jump > r->end - (yes.at + 1))
            return NULL;
        no_end = yes.at + 1 + jump;
    }
    n->child->next = parse_whole(p, no_at, no_end);
    if (n->child->next == NULL)
        return NULL;
    r->at = no_end;
    finish_choice(n);
    return n;
}

/* INFO SKIP FLAGS MIN MAX ...: found out anew, only its bounds are looked at. */
static bool skip_info(Parser *p, Words *r)
{
    if (r->end - r->at < 5)
        return false;
    SreWords w = p->w + r->at + 1;
    uint32_t skip = w[0], flags = w[1];
    if (skip < 4 || skip > r->end - r->at - 1 ||
        (flags & ~(uint32_t)(INFO_PREFIX | INFO_LITERAL | INFO_CHARSET)) ||
        ((flags & INFO_PREFIX) && (flags & INFO_CHARSET)) ||
        ((flags & INFO_LITERAL) && !(flags & INFO_PREFIX)))
        return false;
    if (flags & INFO_PREFIX) {
        uint32_t len = skip >= 6 ? w[4] : 0;
        if (skip < 6 || len > (skip - 6) / 2 || skip != 6 + 2 * len ||
            w[5] > len)
            return false;
        for (uint32_t i = 0; i < len; i++)
            if (w[6 + len + i] >= len)
                return false;
    }
    if ((flags & INFO_CHARSET) &&
        !set_is_valid(p->w, r->at + 5, r->at + 1 + skip))
        return false;
    r->at += 1 + skip;
    return true;
}

/* ---- lists of operators ---- */

static SreNode *parse_ignoring(Parser *p, Words *r)
{
    static const uint8_t folds[] = {FOLD_ASCII, FOLD_LOCALE, FOLD_UNICODE};
    uint32_t i = p->w[r->at] - CODE_GROUPREF_IGNORE;
    SreFold fold = (SreFold)folds[i / 4];
    switch (i % 4 + CODE_GROUPREF_IGNORE) {
    case CODE_GROUPREF_IGNORE: return parse_backref(p, r, fold);
    case CODE_IN_IGNORE: return parse_in(p, r, fold);
    case CODE_LITERAL_IGNORE: return parse_literal(p, r, false, fold);
    default: return parse_literal(p, r, true, fold);
    }
}

static SreNode *parse_one(Parser *p, Words *r)
{
    switch (p->w[r->at]) {
    case CODE_FAILURE: return parse_fail(p, r);
    case CODE_ANY: return parse_any(p, r, false);
    case CODE_ANY_ALL: return parse_any(p, r, true);
    case CODE_ASSERT: return parse_look(p, r, NODE_LOOK);
    case CODE_ASSERT_NOT: return parse_look(p, r, NODE_LOOK_NOT);
    case CODE_AT: return parse_at(p, r);
    case CODE_BRANCH: return parse_branch(p, r);
    case CODE_CATEGORY: return parse_category(p, r);
    case CODE_GROUPREF: return parse_backref(p, r, FOLD_NONE);
    case CODE_GROUPREF_EXISTS: return parse_cond(p, r);
    case CODE_IN: return parse_in(p, r, FOLD_NONE);
    case CODE_LITERAL: return parse_literal(p, r, false, FOLD_NONE);
    case CODE_NOT_LITERAL: return parse_literal(p, r, true, FOLD_NONE);
    case CODE_MARK: return parse_mark(p, r);
    case CODE_REPEAT:
    case CODE_REPEAT_ONE:
    case CODE_MIN_REPEAT_ONE:
    case CODE_POSSESSIVE_REPEAT:
    case CODE_POSSESSIVE_REPEAT_ONE: return parse_repeat(p, r);
    case CODE_ATOMIC_GROUP: return parse_atomic(p, r);
    default:
        if (p->w[r->at] >= CODE_GROUPREF_IGNORE &&
            p->w[r->at] < CODE_RANGE_UNI_IGNORE)
            return parse_ignoring(p, r);
        return NULL;
    }
}

/* Operators up to r->end or a JUMP. */
static SreNode *parse_seq(Parser *p, Words *r)
{
    SreNode *seq = node_new(p, NODE_SEQ);
    if (seq == NULL || recursion_overflows(p->t, " while compiling a pattern"))
        return NULL;
    SreNode **tail = &seq->child;
    while (r->at < r->end && p->w[r->at] != CODE_JUMP) {
        SreNode *n = parse_one(p, r);
        if (n == NULL)
            return NULL;
        *tail = n;
        tail = &n->next;
    }
    finish_seq(seq);
    return seq;
}

SreNode *sre_tree_parse(Thread *t, Arena *arena, SreWords words, uint32_t n,
                        uint32_t groups, uint32_t *used)
{
    Parser p = {t, arena, words, groups, 0};
    if (n == 0 || words[n - 1] != CODE_SUCCESS)
        return NULL;
    Words r = {0, n - 1};
    if (r.end > 0 && words[0] == CODE_INFO && !skip_info(&p, &r))
        return NULL;
    SreNode *tree = parse_whole(&p, r.at, r.end);
    *used = p.used;
    return tree;
}
