/* SPDX-License-Identifier: MIT */
/* The collector: what survives, what is freed, and what is told of it. */
#include "gc/heap.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "gc/outside.h"
#include "gc/sweep.h"
#include "os/stack.h"
#include "../tap.h"

#define NOINLINE __attribute__((noinline))

enum { PAIR = 1, BYTES = 2, THING = 3 };

typedef struct Pair {
    Header h;
    void *a, *b;
} Pair;

static Mutator mutator;
static GcHeap *heap;
static uint32_t pending;
static void *root, *root2;
static int disposed;

static void pair_trace(void *object, GcMarker *m)
{
    Pair *p = object;
    gc_mark_object(m, p->a);
    gc_mark_object(m, p->b);
}

static void thing_dispose(void *object)
{
    (void)object;
    disposed++;
}

static void mark_roots(void *context, GcMarker *m)
{
    (void)context;
    gc_mark_object(m, root);
    gc_mark_object(m, root2);
}

static Pair *pair_new(void *a, void *b)
{
    Pair *p = gc_alloc(&mutator, sizeof *p, PAIR, 7);
    p->a = a;
    p->b = b;
    return p;
}

static Pair *tree_new(int depth)
{
    if (depth == 0)
        return pair_new(NULL, NULL);
    Pair *left = tree_new(depth - 1);
    return pair_new(left, tree_new(depth - 1));
}

static size_t tree_count(const Pair *p)
{
    return p == NULL ? 0 : 1 + tree_count(p->a) + tree_count(p->b);
}

/* Leaves no pointers of earlier calls on the stack, nor between red zones. */
static NOINLINE __attribute__((no_sanitize_address)) void stack_wipe(void)
{
    char space[8192];
    memset(space, 0, sizeof space);
    KEEP(space);
}

static NOINLINE size_t collect(void)
{
    stack_wipe();
    return gc_collect(&mutator);
}

static NOINLINE void garbage(int n)
{
    for (int i = 0; i < n; i++)
        pair_new(NULL, NULL);
}

static NOINLINE void test_survival(void)
{
    root = tree_new(12);
    garbage(200000);
    collect();
    CHECK(tree_count(root) == 8191);
    root = NULL;
    size_t live = collect();
    OK(live < 8191 * 32, "a dropped tree is freed (%zu left)", live);
    Pair *kept = tree_new(10);
    for (int i = 0; i < 50; i++) {
        garbage(20000);
        tree_new(8);
    }
    gc_collect(&mutator);
    OK(tree_count(kept) == 2047, "what the stack holds stays");
}

static NOINLINE void **interior_new(void)
{
    Pair *p = pair_new(pair_new(NULL, NULL), NULL);
    return &p->b;
}

static NOINLINE void test_interior(void)
{
    void **inside = interior_new();
    collect();
    garbage(100000);
    Pair *p = (Pair *)((char *)inside - offsetof(Pair, b));
    CHECK(p->h.kind == PAIR && p->h.shape == 7);
    CHECK(((Pair *)p->a)->h.kind == PAIR);
}

static NOINLINE void test_long_list(void)
{
    Pair *list = NULL;
    for (int i = 0; i < 1000000; i++)
        list = pair_new(NULL, list);
    root = list;
    list = NULL;
    gc_collect(&mutator);
    size_t n = 0;
    for (Pair *p = root; p != NULL; p = p->b)
        n++;
    OK(n == 1000000, "a list of a million is marked without recursion");
    root = NULL;
}

static NOINLINE char *big_new(void)
{
    char *big = gc_alloc_large(&mutator, 100 << 20, BYTES, 0);
    return big == NULL ? NULL : big + (50 << 20);
}

static NOINLINE void test_large(void)
{
    CHECK(gc_alloc_large(&mutator, (size_t)1 << 60, BYTES, 0) == NULL);
    char *volatile inside = big_new();
    collect();
    *inside = 1;
    OK(gc_stats(heap).live_bytes >= 100 << 20, "a large object is held by a "
       "pointer into it");
    inside = NULL;
    size_t live = collect();
    OK(live < 100 << 20, "and freed without (%zu)", live);
}

static NOINLINE void test_sizes(void)
{
    bool zero = true, room = true;
    for (int round = 0; round < 3; round++) {
        for (size_t size = 8; size < 300000; size += size / 3 + 8) {
            unsigned char *p = gc_alloc(&mutator, size, BYTES, 0);
            for (size_t i = sizeof(Header); i < size; i++)
                zero &= p[i] == 0;
            room &= gc_object_capacity(p) >= size;
            memset(p + sizeof(Header), 0xa5, size - sizeof(Header));
        }
        collect();
    }
    OK(zero, "fresh objects are zero");
    OK(room, "capacity is at least the size asked for");
}

static NOINLINE void weak_make(void)
{
    Pair *target = pair_new(NULL, NULL), *kept = pair_new(NULL, NULL);
    Pair *holder = gc_alloc(&mutator, sizeof *holder, BYTES, 0);
    holder->a = target;
    holder->b = kept;
    root = holder;
    root2 = kept;
    gc_weak_add(&mutator, target, holder, (uint64_t *)&holder->a);
    gc_weak_add(&mutator, kept, holder, (uint64_t *)&holder->b);
}

static bool weak_seen(void *holder, uint64_t *slot, void *context)
{
    (void)slot;
    *(void **)context = holder;
    return true;
}

static NOINLINE void test_weak(void)
{
    weak_make();
    void *seen = NULL;
    CHECK(gc_weak_each(&mutator, root2, weak_seen, &seen) && seen == root);
    collect();
    CHECK(((Pair *)root)->a == NULL);
    CHECK(((Pair *)root)->b == root2);
    CHECK(pending & GC_PENDING_FINALIZE);
    CHECK(gc_weak_cleared_next(&mutator) == root);
    CHECK(gc_weak_cleared_next(&mutator) == NULL);
    root = root2 = NULL;
}

static NOINLINE void finalizable_make(void)
{
    Pair *inner = pair_new(NULL, NULL);
    gc_finalizer_add(&mutator, inner);
    Pair *outer = pair_new(inner, NULL);
    gc_finalizer_add(&mutator, outer);
    Pair *cycle = pair_new(NULL, NULL);
    cycle->a = cycle;
    gc_finalizer_add(&mutator, cycle);
}

static NOINLINE int finalize(void)
{
    int n = 0;
    for (Pair *p; (p = gc_finalizer_next(&mutator)) != NULL; n++)
        if (p->h.kind != PAIR || (p->h.flags & OBJECT_FINALIZE))
            return -1;
    return n;
}

static NOINLINE void test_finalizers(void)
{
    pending = 0;
    for (int i = 0; i < 20; i++)
        finalizable_make();
    collect();
    CHECK(pending & GC_PENDING_FINALIZE);
    collect();
    /* The stack may hold on to a few. */
    int first = finalize();
    OK(first >= 34 && first <= 40, "wrappers and cycles first (%d)", first);
    collect();
    int second = finalize();
    OK(second >= 14 && second <= 23, "then what was wrapped (%d)", second);
    collect();
    int third = finalize();
    OK(first + second + third <= 60, "each once (%d)", third);
}

static NOINLINE void things_make(int n)
{
    for (int i = 0; i < n; i++)
        gc_alloc(&mutator, 48, THING, 0);
}

static NOINLINE void test_dispose(void)
{
    disposed = 0;
    things_make(5000);
    collect();
    garbage(1000);
    collect();
    OK(disposed >= 4990, "dispose is called (%d of 5000)", disposed);
    sweep_disposed_size_set(48);
    disposed = 0;
    things_make(5000);
    collect();
    garbage(1000);
    collect();
    OK(disposed >= 4990, "and for a known size (%d of 5000)", disposed);
}

static void count_pair(void *object, void *context)
{
    *(size_t *)context += ((Header *)object)->kind == PAIR;
}

static NOINLINE void test_each(void)
{
    root = tree_new(6);
    size_t n = 0;
    collect();
    gc_each_object(&mutator, count_pair, &n);
    OK(n >= 127 && n < 10000, "each live object is visited (%zu)", n);
    root = NULL;
}

static NOINLINE void test_stress(void)
{
    gc_stress_set(heap, 1, 0);
    size_t before = gc_stats(heap).collections;
    root = tree_new(8);
    CHECK(tree_count(root) == 511);
    CHECK(gc_stats(heap).collections - before >= 511);
    gc_stress_set(heap, 1, 4);
    before = gc_stats(heap).collections;
    root = tree_new(8);
    size_t n = gc_stats(heap).collections - before;
    OK(n >= 4 * 6 && n <= 4 * 8, "each round has twice as far to the next (%zu)", n);
    gc_stress_set(heap, 0, 0);
    root = NULL;
}

static NOINLINE void test_limit(void)
{
    collect();
    pending = 0;
    gc_limit_set(heap, gc_stats(heap).heap_bytes + (4 << 20));
    CHECK(gc_alloc_large(&mutator, 64 << 20, BYTES, 0) == NULL);
    garbage(1000000);
    OK(!(pending & GC_PENDING_NO_MEMORY), "garbage does not reach the limit");
    root = tree_new(18);
    CHECK(pending & GC_PENDING_NO_MEMORY);
    CHECK(tree_count(root) == (2 << 18) - 1);
    root = NULL;
    gc_limit_set(heap, 0);
}

/* A program that keeps nothing needs little memory. */
static void test_footprint(void)
{
    root = root2 = NULL;
    stack_wipe();
    gc_collect(&mutator);
    size_t before = gc_stats(heap).heap_bytes, most = before;
    for (int i = 0; i < 100; i++) {
        garbage(20000);
        size_t now = gc_stats(heap).heap_bytes;
        most = now > most ? now : most;
    }
    OK(most - before <= 3 << 20, "%zu KiB for garbage", (most - before) >> 10);
}
static bool is_zero(const char *p, size_t n)
{
    for (size_t i = sizeof(Header); i < n; i++)
        if (p[i] != 0)
            return false;
    return true;
}

/* What its maker knows to be dead makes room at once. */
static void test_given_back(void)
{
    enum { SIZE = 1 << 20 };
    root = NULL;
    gc_collect(&mutator);
    GcStats before = gc_stats(heap);
    for (int i = 0; i < 100; i++) {
        char *p = gc_alloc_large(&mutator, SIZE, BYTES, 0);
        CHECK(p != NULL && is_zero(p, SIZE));
        __builtin_memset(p + sizeof(Header), 1, SIZE - sizeof(Header));
        gc_give_back(&mutator, p);
    }
    GcStats after = gc_stats(heap);
    OK(after.heap_bytes == before.heap_bytes, "memory given back is free");
    OK(after.collections == before.collections, "without a collection");
    OK(after.allocated_bytes == before.allocated_bytes, "nor towards one");
    root = gc_alloc_large(&mutator, SIZE, BYTES, 0);
    gc_collect(&mutator);
    gc_give_back(&mutator, root);
    OK(gc_stats(heap).heap_bytes > before.heap_bytes, "what is old stays");
    void *small = gc_alloc(&mutator, 32, BYTES, 0);
    gc_give_back(&mutator, small);
    OK(((Header *)small)->kind == BYTES, "and so does what is small");
    root = NULL;
    gc_collect(&mutator);
}

/* ---- generations ---- */
static NOINLINE void collect_young(void)
{
    stack_wipe();
    gc_collect_young(&mutator);
}

static NOINLINE size_t live_pairs(void)
{
    size_t n = 0;
    gc_each_object(&mutator, count_pair, &n);
    return n;
}

static NOINLINE void hang_tree(int depth)
{
    FIELD_SET((Pair *)root, a, tree_new(depth));
}

static NOINLINE void test_old(void)
{
    root = pair_new(NULL, NULL);
    hang_tree(12);
    size_t before = live_pairs();
    collect_young();
    CHECK(((Header *)root)->gc == GC_OLD);
    CHECK(tree_count(((Pair *)root)->a) == 8191);
    ((Pair *)root)->a = NULL; /* that is none of the barrier's business */
    collect_young();
    OK(live_pairs() >= 8191, "the old outlive collections of the young");
    collect();
    OK(live_pairs() < before, "and do not outlive a full one");
}

static NOINLINE void test_remembered(void)
{
    root = pair_new(NULL, NULL);
    collect_young();
    hang_tree(10);
    CHECK(((Header *)root)->gc & GC_REMEMBERED);
    collect_young();
    OK(tree_count(((Pair *)root)->a) == 2047, "what an old object is given lives");
    CHECK(((Header *)root)->gc == GC_OLD);
    hang_tree(9);
    collect_young();
    OK(tree_count(((Pair *)root)->a) == 1023, "each time");
    hang_tree(11);
    collect();
    OK(tree_count(((Pair *)root)->a) == 4095, "in full collections, too");
    size_t before = gc_stats(heap).young_collections;
    garbage(1000000);
    OK(gc_stats(heap).young_collections - before > 5,
       "garbage is collected with the young");
    OK(tree_count(((Pair *)root)->a) == 4095, "by which nothing old is hurt");
    root = NULL;
}

/* A long list that is appended to, as its old end is written to. */
static NOINLINE void test_growth(void)
{
    size_t before = gc_stats(heap).collections;
    size_t young = gc_stats(heap).young_collections;
    Pair *last = root = pair_new(NULL, NULL);
    for (int i = 0; i < 1000000; i++) {
        Pair *p = pair_new(NULL, NULL);
        FIELD_SET(last, b, p);
        last = p;
    }
    size_t n = 0;
    for (Pair *p = root; p != NULL; p = p->b)
        n++;
    OK(n == 1000001, "a list that grows at its old end is whole");
    before = gc_stats(heap).collections - before;
    young = gc_stats(heap).young_collections - young;
    OK(before - young >= 2 && young >= 2, "%zu collections, %zu of the young",
       before, young);
    root = NULL;
}

static NOINLINE void weak_old(void)
{
    Pair *target = pair_new(NULL, NULL);
    Pair *holder = gc_alloc(&mutator, sizeof *holder, BYTES, 0);
    holder->a = target;
    root2 = holder;
    gc_weak_add(&mutator, target, holder, (uint64_t *)&holder->a);
}

static NOINLINE void test_weak_young(void)
{
    root2 = NULL;
    weak_old();
    collect_young();
    OK(((Pair *)root2)->a == NULL, "a young target is found dead at once");
    while (gc_weak_cleared_next(&mutator) != NULL)
        continue;
    root2 = NULL;
}

/* A chain of holders, the newest first, that refer to one target. */
static NOINLINE void weak_chain(int n, void *target)
{
    root = NULL;
    for (int i = 0; i < n; i++) {
        Pair *holder = gc_alloc(&mutator, sizeof *holder, BYTES, 0);
        Pair *link = pair_new(holder, root);
        holder->a = target;
        root = link;
        gc_weak_add(&mutator, target, holder, (uint64_t *)&holder->a);
    }
}

static NOINLINE void weak_chain_of_dead(int n)
{
    weak_chain(n, pair_new(NULL, NULL));
}

static bool weak_follow(void *holder, uint64_t *slot, void *context)
{
    (void)slot;
    const Pair **link = context;
    if ((*link)->a != holder)
        return true;
    *link = (*link)->b;
    return false;
}

static NOINLINE void test_weak_order(void)
{
    enum { N = 5 };
    weak_chain_of_dead(N);
    collect_young();
    const Pair *link = root;
    for (int i = 0; i < N; i++, link = link->b)
        CHECK(gc_weak_cleared_next(&mutator) == link->a);
    OK(gc_weak_cleared_next(&mutator) == NULL,
       "holders are told from the newest to the oldest");
    root2 = pair_new(NULL, NULL);
    weak_chain(N, root2);
    collect_young();
    ((Pair *)root)->b = ((Pair *)((Pair *)root)->b)->b; /* the second goes */
    collect();
    link = root;
    CHECK(!gc_weak_each(&mutator, root2, weak_follow, &link));
    OK(link == NULL, "and are visited so after collections");
    root = root2 = NULL;
}

/* What is stored behind the barrier is seen when it is looked for. */
static NOINLINE void test_check(void)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        fclose(stderr);
        root = pair_new(NULL, NULL);
        gc_collect(&mutator);
        gc_stress_set(heap, 1000000, 0);
        ((Pair *)root)->a = pair_new(NULL, NULL);
        collect_young();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    OK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT,
       "a store without the barrier is noticed under stress");
}

/* ---- who knows objects without keeping them alive ---- */
static Pair *known[2];
static int known_calls;
static bool was_live[2], child_was_live;

static void ask(void *context)
{
    (void)context;
    known_calls++;
    for (int i = 0; i < 2; i++)
        was_live[i] = known[i] != NULL && gc_is_live(known[i]);
    child_was_live = was_live[0] && gc_is_live(known[0]->a);
    if (known[1] != NULL && !was_live[1])
        known[1] = NULL;
}

static NOINLINE void know_two(void)
{
    root = known[0] = pair_new(pair_new(NULL, NULL), NULL);
    known[1] = pair_new(NULL, NULL);
    uintptr_t garbage[64]; /* no trace of them shall stay on the stack */
    memset(garbage, 0, sizeof garbage);
    KEEP(garbage);
}

static void test_marked(void)
{
    gc_marked_register(heap, ask, NULL);
    know_two();
    for (int i = 0; i < 100; i++)
        pair_new(NULL, NULL);
    gc_collect(&mutator);
    OK(known_calls == 1, "it is asked once a collection");
    OK(was_live[0] && child_was_live, "what roots reach is live then");
    OK(!was_live[1] && known[1] == NULL, "what they do not is not");
    root = NULL;
}

int main(void)
{
    static const GcKind pair = {"pair", pair_trace, NULL};
    static const GcKind bytes = {"bytes", NULL, NULL};
    static const GcKind thing = {"thing", NULL, thing_dispose};
    void *low, *high = NULL;
    gc_kind_register(PAIR, &pair);
    gc_kind_register(BYTES, &bytes);
    gc_kind_register(THING, &thing);
    heap = gc_heap_new();
    CHECK(heap != NULL);
    CHECK(os_stack_bounds(&low, &high));
    gc_mutator_init(&mutator, heap, high, &pending);
    gc_root_register(heap, mark_roots, NULL);
    test_survival();
    test_interior();
    test_long_list();
    test_sizes();
    test_large();
    test_weak();
    test_finalizers();
    test_dispose();
    test_each();
    test_stress();
    test_limit();
    test_footprint();
    test_given_back();
    test_old();
    test_remembered();
    test_growth();
    test_weak_young();
    test_weak_order();
    test_check();
    test_marked();
    gc_heap_free(heap);
    return tap_done();
}
