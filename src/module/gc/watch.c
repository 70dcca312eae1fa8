/* SPDX-License-Identifier: MIT */
/*
 * Watching collections.  The collector tells what it finds in cycles while a
 * GcFinder is set: in each collection that is asked for, and in all of them while
 * there are debug flags or callbacks.  What it finds is counted, and with
 * DEBUG_SAVEALL kept, in the middle of the collection; Python is told of it
 * afterwards, for a collection that starts by itself at the next safepoint.
 */
#include "module/gc/watch.h"

#include "exec/traceback_print.h"
#include "gc/found.h"
#include "gc/outside.h"
#include "gc/walk.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/finalizer.h"
#include "object/core/resource.h"
#include "object/core/tracked.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/shape.h"
#include "os/clock.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    /* What a finalizer keeps alive is found by the collection after it has run,
     * and may have a finalizer itself: so often collect() collects. */
    ROUNDS_MAX = 8,
    LINE_MAX = 160,
};

struct GcWatch {
    GcFinder finder;
    GcState *state;
    GcHeap *heap;
    int debug;
    int thresholds[3];
    bool asked;           /* in collect(), or telling of a collection */
    int64_t found;        /* in this collection */
    int64_t collected[3]; /* by generation, so far */
    int64_t middle;       /* collections of generation 1 that were asked for */
    size_t full_before, young_before; /* see watch_counts */
    size_t seen_young, seen_full; /* collections that the callbacks know of */
    Objects saved;                /* for gc.garbage */
    char *lines;                  /* what DEBUG_COLLECTABLE prints */
    size_t n_lines, lines_size;
};

/* --- in a collection --------------------------------------------------- */

static void note_line(GcWatch *w, const Header *h)
{
    if (w->lines_size - w->n_lines < LINE_MAX) {
        size_t size = w->lines_size * 2 + 16 * LINE_MAX;
        char *lines = realloc(w->lines, size);
        if (lines == NULL)
            return;
        w->lines = lines;
        w->lines_size = size;
    }
    const Type *type = type_of_pointer(h);
    const Str *name = value_to_str(slot_get(&type->name));
    int len = name->width == 1 && name->len < 100 ? (int)name->len : 0;
    int n =
        snprintf(w->lines + w->n_lines, LINE_MAX, "gc: collectable <%.*s %p>\n",
                 len, (const char *)name->data, (const void *)h);
    w->n_lines += (size_t)n;
}

static void found(void *context, void *object)
{
    GcWatch *w = context;
    if (!header_is_tracked(object))
        return;
    if (w->debug & GC_DEBUG_COLLECTABLE)
        note_line(w, object);
    if (!(w->debug & GC_DEBUG_SAVEALL) || !objects_add(&w->saved, object))
        w->found++;
}

static void keep(void *context, GcMarker *m)
{
    const GcWatch *w = context;
    for (size_t i = 0; i < w->saved.n; i++)
        gc_mark_object(m, w->saved.items[i]);
}

static bool has_callbacks(const GcWatch *w)
{
    return value_to_list(slot_get(&w->state->callbacks))->len > 0;
}

/* All collections pass here. */
static void collected(void *context)
{
    const GcWatch *w = context;
    if (!w->asked && (w->debug != 0 || has_callbacks(w)))
        gc_announce(w->heap);
}

/* What was saved by a collection that nobody has told of yet. */
static void mark_saved(void *context, GcMarker *m) { keep(context, m); }

/* --- telling ----------------------------------------------------------- */

static void call_back(Thread *t, GcState *s, const char *phase, int generation,
                      int64_t n)
{
    List *callbacks = value_to_list(slot_get(&s->callbacks));
    if (callbacks->len == 0)
        return;
    Dict *info = dict_new(t);
    dict_set_c(t, info, "generation", value_from_int(generation));
    dict_set_c(t, info, "collected", value_from_int(n));
    dict_set_c(t, info, "uncollectable", value_from_int(0));
    for (int64_t i = 0; i < callbacks->len; i++) {
        Value callback = list_get(callbacks, i);
        if (value_is_null(object_call2(t, callback,
                                       value_from_pointer(str_from_c(t, phase)),
                                       value_from_pointer(info))))
            unraisable_report(t, NULL, callback);
    }
}

static void print(Thread *t, const char *text)
{
    traceback_print_text(t, str_from_c(t, text));
}

static void count_generation(void *object, void *context)
{
    int64_t *n = context;
    if (header_is_tracked(object))
        n[gc_is_young(object) ? 0 : 2]++;
}

static void print_start(Thread *t, const GcWatch *w, int generation)
{
    char text[2 * LINE_MAX];
    int64_t n[3] = {0};
    if (!(w->debug & GC_DEBUG_STATS))
        return;
    gc_each_object(&t->gc, count_generation, n);
    snprintf(text, sizeof text,
             "gc: collecting generation %d...\n"
             "gc: objects in each generation: %" PRId64 " %" PRId64 " %" PRId64
             "\n"
             "gc: objects in permanent generation: %zu\n",
             generation, n[0], n[1], n[2], gc_frozen(t->rt->heap));
    print(t, text);
}

static void print_stop(Thread *t, GcWatch *w, int64_t n, int64_t started)
{
    if (w->n_lines > 0)
        print(t, w->lines);
    w->n_lines = 0;
    if (!(w->debug & GC_DEBUG_STATS))
        return;
    char text[LINE_MAX];
    double seconds = (double)(os_clock_now(OS_CLOCK_MONOTONIC) - started) / 1e9;
    snprintf(text, sizeof text,
             "gc: done, %" PRId64 " unreachable, 0 uncollectable, "
             "%.4fs elapsed\n",
             n, seconds);
    print(t, text);
}

/* Hands what DEBUG_SAVEALL has kept to gc.garbage; how much it is. */
static int64_t save(Thread *t, GcState *s)
{
    Objects *saved = &s->watch->saved;
    int64_t n = (int64_t)saved->n;
    List *garbage = value_to_list(slot_get(&s->garbage));
    for (size_t i = 0; i < saved->n; i++)
        list_append(t, garbage, value_from_pointer(saved->items[i]));
    saved->n = 0;
    return n;
}

/* From now on the collector tells what it finds, or no longer does. */
static void set_finder(Thread *t, GcWatch *w)
{
    bool wanted = w->asked || w->debug != 0 || has_callbacks(w);
    gc_finder_set(t->rt->heap, wanted ? &w->finder : NULL);
}

/* Has seen what there was until now. */
static void catch_up(Thread *t, GcWatch *w)
{
    GcStats stats = gc_stats(t->rt->heap);
    w->seen_young = stats.young_collections;
    w->seen_full = stats.collections - stats.young_collections;
}

/* Runtime.collected: tells of the last collection that started by itself. */
static void tell(Thread *t)
{
    GcState *s = t->rt->gc_state;
    GcWatch *w = s->watch;
    GcStats stats = gc_stats(t->rt->heap);
    size_t young = stats.young_collections;
    size_t full = stats.collections - young;
    if (w->asked || (young == w->seen_young && full == w->seen_full))
        return;
    w->asked = true;
    int generation = full != w->seen_full ? 2 : 0;
    int64_t started = os_clock_now(OS_CLOCK_MONOTONIC);
    int64_t n = w->found + save(t, s);
    w->found = 0;
    w->collected[generation] += n;
    call_back(t, s, "start", generation, 0);
    print_start(t, w, generation);
    print_stop(t, w, n, started);
    call_back(t, s, "stop", generation, n);
    catch_up(t, w);
    w->asked = false;
    set_finder(t, w);
}

/* --- collecting -------------------------------------------------------- */

static int64_t collect_rounds(Thread *t, GcState *s, int generation)
{
    int64_t n = 0;
    for (int i = 0; i < ROUNDS_MAX; i++) {
        s->watch->found = 0;
        if (generation == 2)
            gc_collect(&t->gc);
        else
            gc_collect_young(&t->gc);
        n += s->watch->found + save(t, s);
        uint32_t bits = __atomic_fetch_and(
            &t->pending, ~(uint32_t)GC_PENDING_FINALIZE, __ATOMIC_ACQ_REL);
        if (!(bits & GC_PENDING_FINALIZE))
            break;
        finalizers_run(t);
        if (generation != 2)
            break;
    }
    return n;
}

int64_t watch_collect(Thread *t, GcState *s, int generation)
{
    GcWatch *w = s->watch;
    if (w->asked) /* by a callback, or what a finalizer of this one calls */
        return 0;
    w->asked = true;
    Value pending = t->exc;
    t->exc = NULL_VALUE;
    call_back(t, s, "start", generation, 0);
    print_start(t, w, generation);
    set_finder(t, w);
    int64_t started = os_clock_now(OS_CLOCK_MONOTONIC);
    int64_t n = collect_rounds(t, s, generation);
    w->found = 0;
    w->collected[generation] += n;
    w->middle += generation == 1;
    print_stop(t, w, n, started);
    call_back(t, s, "stop", generation, n);
    catch_up(t, w);
    w->asked = false;
    set_finder(t, w);
    t->exc = pending;
    return n;
}

/* --- the state --------------------------------------------------------- */

WatchStats watch_stats(Thread *t, const GcState *s, int generation)
{
    const GcWatch *w = s->watch;
    GcStats stats = gc_stats(t->rt->heap);
    int64_t young = (int64_t)stats.young_collections;
    int64_t runs[3] = {young - w->middle, w->middle,
                       (int64_t)stats.collections - young};
    return (WatchStats){runs[generation], w->collected[generation]};
}

WatchCounts watch_counts(Thread *t, const GcState *s)
{
    GcStats stats = gc_stats(t->rt->heap);
    size_t full = stats.collections - stats.young_collections;
    GcWatch *w = s->watch;
    if (full != w->full_before) { /* no better known: since it was asked last */
        w->full_before = full;
        w->young_before = stats.young_collections;
    }
    return (WatchCounts){
        .allocated = (int64_t)(gc_fill(t->rt->heap) * w->thresholds[0]),
        .young = (int64_t)(stats.young_collections - w->young_before),
    };
}

int *watch_thresholds(GcState *s) { return s->watch->thresholds; }

int watch_debug(const GcState *s) { return s->watch->debug; }

void watch_set_debug(Thread *t, GcState *s, int flags)
{
    s->watch->debug = flags;
    if (!s->watch->asked)
        set_finder(t, s->watch);
}

static void give_back(intptr_t handle)
{
    GcWatch *w = (GcWatch *)handle;
    objects_free(&w->saved);
    free(w->lines);
    free(w);
}

GcState *gc_state(Thread *t)
{
    if (t->rt->gc_state != NULL)
        return t->rt->gc_state;
    GcWatch *w = calloc(1, sizeof *w);
    if (w == NULL)
        return value_to_pointer(raise_no_memory(t));
    Resource *memory = resource_new(t, (intptr_t)w, give_back, sizeof *w);
    if (memory == NULL)
        return NULL;
    GcState *s = record_new(t, SHAPE_RAW, RECORD_SLOTS(GcState));
    s->watch = w;
    slot_set(s, &s->memory, value_from_pointer(memory));
    slot_set(s, &s->callbacks, value_from_pointer(list_new(t, 0)));
    slot_set(s, &s->garbage, value_from_pointer(list_new(t, 0)));
    w->state = s;
    w->heap = t->rt->heap;
    w->finder = (GcFinder){found, keep, w};
    gc_marked_register(t->rt->heap, collected, w);
    gc_root_register(t->rt->heap, mark_saved, w);
    t->rt->gc_state = s;
    t->rt->collected = tell;
    return s;
}
