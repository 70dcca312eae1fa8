/* SPDX-License-Identifier: MIT */
/* The module gc. */
#include "gc/found.h"
#include "gc/walk.h"
#include "module/gc/referents.h"
#include "module/gc/watch.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/audit.h"
#include "object/core/tracked.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/type.h"
#include <limits.h>

/* CPython's thresholds; the first is the collector's own measure. */
enum { THRESHOLD_YOUNG = 700, THRESHOLD_OTHER = 10 };

static GcState *state_of(Thread *t) { return t->rt->gc_state; }

/* --- collecting -------------------------------------------------------- */

NATIVE(
    gc, collect, NATIVE_COLLECTS,
    "Collect garbage now, of all generations or of the younger ones; how many "
    "objects were found in cycles and behind them.",
    (opt, c_int, generation, 2))
{
    if (generation < 0 || generation > 2)
        return raise_value_error(t, "invalid generation");
    gc_stack_clear();
    return value_from_int(watch_collect(t, state_of(t), generation));
}

NATIVE(gc, enable, 0, "Collect garbage when memory has grown.")
{
    gc_enable(t->rt->heap, true);
    return NONE;
}

NATIVE(gc, disable, 0,
       "Collect only when collect() is called, or memory has grown manifold.")
{
    gc_enable(t->rt->heap, false);
    return NONE;
}

NATIVE(gc, isenabled, 0, "Whether garbage is collected when memory has grown.")
{
    return value_from_bool(gc_is_enabled(t->rt->heap));
}

static Value three(Thread *t, int64_t a, int64_t b, int64_t c)
{
    return value_from_pointer(tuple_pack(t, 3, value_from_int(a),
                                         value_from_int(b), value_from_int(c)));
}

NATIVE(gc, get_count, 0,
       "What has been allocated since the last collection, in the unit of the "
       "first threshold, and how many collections of the young there have been "
       "since the last of all.")
{
    WatchCounts counts = watch_counts(t, state_of(t));
    return three(t, counts.allocated, counts.young, 0);
}

NATIVE(gc, get_threshold, 0, "What set_threshold has set.")
{
    const int *thresholds = watch_thresholds(state_of(t));
    return three(t, thresholds[0], thresholds[1], thresholds[2]);
}

NATIVE(
    gc, set_threshold, NATIVE_UNSIGNED,
    "Set how much is allocated before the young are collected: 0 is never, 700 "
    "the collector's own measure. The others are remembered only.",
    (arg, c_int, threshold0), (opt, c_int, threshold1, -2147483648),
    (opt, c_int, threshold2, -2147483648), (slash))
{
    int *thresholds = watch_thresholds(state_of(t));
    thresholds[0] = threshold0;
    if (threshold1 != INT_MIN)
        thresholds[1] = threshold1;
    if (threshold2 != INT_MIN)
        thresholds[2] = threshold2;
    gc_scale_set(t->rt->heap, (double)threshold0 / THRESHOLD_YOUNG);
    return NONE;
}

NATIVE(
    gc, get_stats, 0,
    "For each generation a dict of how many collections there have been, and "
    "what was found by those that were asked for or watched.")
{
    List *l = list_new(t, 3);
    for (int i = 0; i < 3; i++) {
        WatchStats stats = watch_stats(t, state_of(t), i);
        Dict *d = dict_new(t);
        dict_set_c(t, d, "collections", value_from_int(stats.collections));
        dict_set_c(t, d, "collected", value_from_int(stats.collected));
        dict_set_c(t, d, "uncollectable", value_from_int(0));
        list_append(t, l, value_from_pointer(d));
    }
    return value_from_pointer(l);
}

NATIVE(gc, get_debug, 0, "The debug flags.")
{
    return value_from_int(watch_debug(state_of(t)));
}

NATIVE(gc, set_debug, 0,
       "Set the debug flags: DEBUG_STATS prints each collection on sys.stderr, "
       "DEBUG_COLLECTABLE what it finds, DEBUG_SAVEALL keeps that in garbage.",
       (arg, c_int, flags), (slash))
{
    watch_set_debug(t, state_of(t), flags);
    return NONE;
}

/* --- keeping ----------------------------------------------------------- */

/* Of all that can be reached, what gc tracks: false with MemoryError. */
static bool reachable(Thread *t, Objects *objects)
{
    gc_stack_clear();
    if (!gc_reachable(&t->gc, objects)) {
        objects_free(objects);
        raise_no_memory(t);
        return false;
    }
    size_t n = 0;
    for (size_t i = 0; i < objects->n; i++)
        if (header_is_tracked(objects->items[i]))
            objects->items[n++] = objects->items[i];
    objects->n = n;
    return true;
}

NATIVE(gc, freeze, 0,
       "Keep all objects that there are alive, until unfreeze().")
{
    Objects objects = {0};
    gc_collect(&t->gc);
    if (!reachable(t, &objects))
        return NULL_VALUE;
    if (!gc_freeze(t->rt->heap, &objects)) {
        objects_free(&objects);
        return raise_no_memory(t);
    }
    return NONE;
}

NATIVE(gc, unfreeze, 0,
       "Let objects that freeze() keeps alive die when nothing refers to them.")
{
    gc_unfreeze(t->rt->heap);
    return NONE;
}

NATIVE(gc, get_freeze_count, 0, "How many objects freeze() keeps alive.")
{
    return value_from_int((int64_t)gc_frozen(t->rt->heap));
}

/* --- looking ----------------------------------------------------------- */

static int audit(Thread *t, const char *event, Tuple *args)
{
    if (t->rt->audit_hooks == NULL)
        return 0;
    return audit_tell(t, value_from_pointer(str_from_c(t, event)), args);
}

static List *list_of(Thread *t, Objects *objects)
{
    List *l = list_new(t, (int64_t)objects->n);
    for (size_t i = 0; i < objects->n; i++)
        list_append(t, l, value_from_pointer(objects->items[i]));
    objects_free(objects);
    return l;
}

/* -1 for None, which is all of them. */
static bool generation_from(Thread *t, Value v, int64_t *out)
{
    *out = -1;
    if (value_is_none(v))
        return true;
    if (type_of(v)->slots.index == NULL) {
        raise_type_error(t, "argument should be integer or None, not '%T'", v);
        return false;
    }
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    if (!value_is_int(i)) {
        raise_error(t, EXC(OverflowError),
                    "cannot fit '%T' into an index-sized integer", v);
        return false;
    }
    *out = value_to_int(i);
    return true;
}

NATIVE(
    gc, get_objects, NATIVE_COLLECTS,
    "A list of the objects that gc tracks and that can be reached, or of those "
    "of one generation.",
    (opt, object, generation, None))
{
    int64_t which = -1;
    if (!generation_from(t, generation, &which))
        return NULL_VALUE;
    if (audit(t, "gc.get_objects", tuple_pack(t, 1, value_from_int(which))) < 0)
        return NULL_VALUE;
    if (which < -1)
        return raise_value_error(t, "generation parameter cannot be negative");
    if (which > 2)
        return raise_value_error(t,
                                 "generation parameter must be less than the "
                                 "number of available generations (3)");
    Objects objects = {0};
    if (!reachable(t, &objects))
        return NULL_VALUE;
    size_t n = 0;
    for (size_t i = 0; i < objects.n; i++)
        if (which < 0 || which == (gc_is_young(objects.items[i]) ? 0 : 2))
            objects.items[n++] = objects.items[i];
    objects.n = n;
    return value_from_pointer(list_of(t, &objects));
}

/* The arguments as CPython's audit event has them: a tuple in a tuple. */
static Tuple *tuple_of(Thread *t, const Value *values, int64_t n)
{
    return tuple_pack(t, 1,
                      value_from_pointer(tuple_from_values(t, values, n)));
}

static bool refers_to(const Referents *r, const Value *objs, int64_t n)
{
    for (size_t i = 0; i < r->n; i++)
        for (int64_t k = 0; k < n; k++)
            if (r->items[i].bits == objs[k].bits)
                return true;
    return false;
}

NATIVE(gc, get_referrers, NATIVE_COLLECTS | NATIVE_UNSIGNED,
       "A list of the objects that gc tracks and that refer to one of objs.",
       (args, objs))
{
    if (t->rt->audit_hooks != NULL &&
        audit(t, "gc.get_referrers", tuple_of(t, objs, n_objs)) < 0)
        return NULL_VALUE;
    Objects objects = {0};
    if (!reachable(t, &objects))
        return NULL_VALUE;
    Referents r = {.heap = t->rt->heap};
    size_t n = 0;
    for (size_t i = 0; i < objects.n; i++) {
        referents_of(&r, objects.items[i]);
        if (refers_to(&r, objs, n_objs))
            objects.items[n++] = objects.items[i];
    }
    objects.n = n;
    referents_free(&r);
    if (r.no_memory) {
        objects_free(&objects);
        return raise_no_memory(t);
    }
    return value_from_pointer(list_of(t, &objects));
}

NATIVE(gc, get_referents, NATIVE_FRAMES | NATIVE_UNSIGNED,
       "A list of the objects that objs refer to.", (args, objs))
{
    if (t->rt->audit_hooks != NULL &&
        audit(t, "gc.get_referents", tuple_of(t, objs, n_objs)) < 0)
        return NULL_VALUE;
    List *l = list_new(t, 0);
    Referents r = {.heap = t->rt->heap};
    for (int64_t i = 0; i < n_objs; i++) {
        if (!value_is_pointer(objs[i]))
            continue;
        referents_of(&r, value_header(objs[i]));
        for (size_t k = 0; k < r.n; k++)
            list_append(t, l, r.items[k]);
    }
    referents_free(&r);
    return r.no_memory ? raise_no_memory(t) : value_from_pointer(l);
}

NATIVE(gc, is_tracked, 0,
       "Whether the object may be part of a cycle, so that gc tells of it.",
       (arg, object, obj), (slash))
{
    return value_from_bool(object_is_tracked(obj));
}

NATIVE(gc, is_finalized, 0, "Whether __del__ of the object has been called.",
       (arg, object, obj), (slash))
{
    return value_from_bool(value_is_pointer(obj) &&
                           value_header(obj)->flags & OBJECT_DELETED);
}

/* --- the module -------------------------------------------------------- */

static const NativeDef *const functions[] = {
    &gc_collect_native,
    &gc_disable_native,
    &gc_enable_native,
    &gc_freeze_native,
    &gc_get_count_native,
    &gc_get_debug_native,
    &gc_get_freeze_count_native,
    &gc_get_objects_native,
    &gc_get_referents_native,
    &gc_get_referrers_native,
    &gc_get_stats_native,
    &gc_get_threshold_native,
    &gc_is_finalized_native,
    &gc_is_tracked_native,
    &gc_isenabled_native,
    &gc_set_debug_native,
    &gc_set_threshold_native,
    &gc_unfreeze_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("DEBUG_STATS", GC_DEBUG_STATS),
    MODULE_INT("DEBUG_COLLECTABLE", GC_DEBUG_COLLECTABLE),
    MODULE_INT("DEBUG_UNCOLLECTABLE", GC_DEBUG_UNCOLLECTABLE),
    MODULE_INT("DEBUG_SAVEALL", GC_DEBUG_SAVEALL),
    MODULE_INT("DEBUG_LEAK", GC_DEBUG_LEAK),
    {0},
};

static int init(Thread *t, Module *m)
{
    bool first = t->rt->gc_state == NULL;
    GcState *s = gc_state(t);
    if (s == NULL)
        return -1;
    int *thresholds = watch_thresholds(s);
    if (first) {
        thresholds[0] = THRESHOLD_YOUNG;
        thresholds[1] = thresholds[2] = THRESHOLD_OTHER;
    }
    dict_set_c(t, m->dict, "garbage", slot_get(&s->garbage));
    dict_set_c(t, m->dict, "callbacks", slot_get(&s->callbacks));
    return 0;
}

const ModuleDef gc_module = {
    .name = "gc",
    .doc = "The garbage collector: collecting, and what there is.",
    .functions = {functions},
    .constants = constants,
    .init = init,
};
