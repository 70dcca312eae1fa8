/* SPDX-License-Identifier: MIT */
/* The check of the heap: a good one passes, one that is damaged in one way is
 * refused with a sentence that says which. */
#define ADDER_GC_INTERNAL
#include "gc/heap_check.h"

#include "gc/state.h"
#include "os/stack.h"
#include "../tap.h"

enum { THING = 1 };

typedef struct Thing {
    Header h;
    void *next;
} Thing;

static Mutator mutator;
static GcHeap *heap;
static uint32_t pending;
static Thing *root;

static void thing_trace(void *object, GcMarker *m)
{
    gc_mark_object(m, ((Thing *)object)->next);
}

static void mark_roots(void *context, GcMarker *m)
{
    (void)context;
    gc_mark_object(m, root);
}

static void check(const char *name, const char *want)
{
    char why[200] = "";
    bool ok = heap_check(heap, why, sizeof why);
    if (!OK(want == NULL ? ok : !ok && strncmp(why, want, strlen(want)) == 0,
            "%s", name))
        printf("# got  %s\n# want %s\n", ok ? "sound" : why,
               want != NULL ? want : "sound");
}

static Thing *thing_new(size_t size)
{
    return gc_alloc(&mutator, size, THING, 7);
}

/* One with free cells of its size after it, however few are made at a time:
 * others have died. */
static Thing *thing_new_among_free(void)
{
    root = thing_new(48); /* without one their block would be given back */
    for (int i = 0; i < 100; i++)
        thing_new(48);
    gc_collect(&mutator);
    Thing *thing = thing_new(48);
    CHECK(mutator.free[3] != NULL && mutator.free[3]->next != NULL);
    root = NULL;
    return thing;
}

static void test_cells(void)
{
    Thing *thing = thing_new_among_free();
    uint64_t *cell = (uint64_t *)mutator.free[3];
    check("a heap with an object and free cells", NULL);
    cell[2] = 1;
    check("a write to a free cell",
          "a free cell of block 1, class of 48 bytes, was written to at byte "
          "16");
    cell[2] = 0;
    thing->h.kind = 9;
    check("an object of no kind", "an object of kind 9 in block 1");
    thing->h.kind = THING;
    thing->h.gc = GC_CHECKED;
    check("a mark that a collection has left", "a thing has marks 0x8");
    thing->h.gc = GC_OLD | GC_REMEMBERED;
    check("a remembered object in a block that is not",
          "a thing is remembered, its block is not");
    thing->h.gc = 0;
    thing->h.flags = OBJECT_STATIC;
    check("a static object in the heap",
          "a thing of the heap is said not to be");
    thing->h.flags = 0;
    KEEP(thing);
}

static void test_lists(void)
{
    Thing *thing = thing_new_among_free();
    GcCell *cell = mutator.free[3], *next = cell->next;
    mutator.free[3] = (GcCell *)thing;
    check("a list that holds an object", "a thread's list 3 holds a thing");
    mutator.free[3] = (GcCell *)((char *)cell + 16);
    check("a list that holds what is no cell",
          "a thread's list 3 holds what is no cell of it");
    mutator.free[3] = (GcCell *)&root;
    check("a list that leaves the heap", "a thread's list 3 leaves the heap");
    mutator.free[3] = cell;
    cell->next = cell;
    check("a list that goes round", "a thread's list 3 goes round");
    cell->next = next;
    check("a list that is whole again", NULL);
    KEEP(thing);
}

static void test_blocks(void)
{
    BlockSpace *s = &heap->space;
    root = gc_alloc_large(&mutator, 4 << BLOCK_SHIFT, THING, 7);
    uint32_t i = (uint32_t)(block_of(s, root) - s->blocks);
    check("a large object", NULL);
    s->blocks[i + 2].run = 1;
    check("a part of a run that is another's", "block ");
    s->blocks[i + 2].run = i;
    s->used++;
    check("a wrong number of blocks", "");
    s->used--;
    root = NULL;
    gc_collect(&mutator);
    check("the run is free", NULL);
    for (unsigned bin = 0; bin < 32; bin++) {
        uint32_t first = s->bins[bin];
        if (first == BLOCK_NONE)
            continue;
        s->bins[bin] = BLOCK_NONE;
        check("a free run that is in no bin", "");
        s->bins[bin] = first;
        s->blocks[first].run--;
        check("a free run that is too short", "");
        s->blocks[first].run++;
    }
}

static bool never(const Header *h)
{
    (void)h;
    return false;
}

static void test_tables(void)
{
    static uint64_t outside;
    Thing *target = thing_new(48), *holder = thing_new(48);
    uint64_t *slot = (uint64_t *)&holder->next;
    *slot = (uint64_t)(uintptr_t)target;
    gc_weak_add(&mutator, target, holder, slot);
    check("a weak reference", NULL);
    heap->weak.entries[0].slot = &outside;
    check("a weak reference outside of its holder",
          "a weak reference lies in no object");
    heap->weak.entries[0].slot = slot;
    target->h.flags = 0;
    check("a target that does not know of it",
          "a weak reference is to no object");
    target->h.flags = OBJECT_WEAKREF;
    gc_finalizer_add(&mutator, target);
    heap->finalizers.waiting.items[0] = slot;
    check("a finalizer of no object",
          "the queue of what may be finalized holds no object");
    heap->finalizers.waiting.items[0] = target;
    heap_check_headers_with(never);
    check("a header that others refuse", "a thing has shape 7");
    heap_check_headers_with(NULL);
    KEEP(target);
    KEEP(holder);
}

int main(void)
{
    static const GcKind thing = {"thing", thing_trace, NULL};
    void *low, *high = NULL;
    gc_kind_register(THING, &thing);
    heap = gc_heap_new();
    CHECK(heap != NULL && os_stack_bounds(&low, &high));
    gc_mutator_init(&mutator, heap, high, &pending);
    gc_root_register(heap, mark_roots, NULL);
    test_cells();
    test_lists();
    test_blocks();
    test_tables();
    gc_heap_free(heap);
    return tap_done();
}
