/* SPDX-License-Identifier: MIT */
/*
 * SRE code as a tree.  Whoever calls _sre.compile may pass any words, so this
 * is the one place that reads them without trust: every operator, argument and
 * offset is checked, and what is wrong in any way makes no tree.
 *
 * Each node knows by what it can begin (its SreFirst), which is what the
 * emitter decides by.
 */
#ifndef ADDER_MODULE_SRE_TREE_H
#define ADDER_MODULE_SRE_TREE_H

#include "base/arena.h"
#include "module/sre/sre_set.h"
#include "object/core/object.h"

/*
 * At what places something can match: where the next character is one of
 * these, or at the end.  Never too few, maybe too many.
 */
typedef struct SreFirst {
    uint64_t bits[4]; /* characters below 256 */
    uint8_t high;     /* classes of the others, see sre_set.h */
    bool end;
} SreFirst;

typedef enum SreNodeKind {
    NODE_SET,     /* one character: `set` */
    NODE_AT,      /* `arg`: AT_* */
    NODE_MARK,    /* `arg` */
    NODE_SEQ,     /* its children, one after the other */
    NODE_BRANCH,  /* one of its children */
    NODE_REPEAT,  /* its child, `min` to `max` times */
    NODE_ATOMIC,  /* its child, without going back into it */
    NODE_LOOK,    /* its child, from `arg` characters back */
    NODE_LOOK_NOT,
    NODE_BACKREF, /* what group `arg` has matched, by `fold` */
    NODE_COND,    /* the first child if group `arg` has matched, or the second */
    NODE_FAIL,
} SreNodeKind;

typedef enum SreGreed { GREEDY, LAZY, POSSESSIVE } SreGreed;

typedef struct SreNode SreNode;
struct SreNode {
    uint8_t kind;
    uint8_t greed;  /* a SreGreed */
    uint8_t fold;   /* a SreFold */
    bool empty;     /* may consume nothing */
    bool through;   /* may begin as what follows does */
    bool marks;     /* sets marks, or counts */
    uint32_t arg;
    uint32_t min, max;
    const SreSet *set;
    SreNode *child; /* the first one */
    SreNode *next;  /* of the same parent */
    SreFirst first;
};

void sre_first_add(SreFirst *to, const SreFirst *from);
/* What can follow anywhere. */
extern const SreFirst sre_first_any;
/* What `node` and then what `follow` says can begin with. */
SreFirst sre_first_with(const SreNode *node, const SreFirst *follow);

/* The tree of n words, and how many of the groups it speaks of; NULL if they
 * are wrong, or with an exception: too deep, no memory. */
SreNode *sre_tree_parse(Thread *t, Arena *arena, SreWords words, uint32_t n,
                        uint32_t groups, uint32_t *used);

#endif
