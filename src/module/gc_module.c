/* SPDX-License-Identifier: MIT */
/* The module gc, as far as a collector without generations has what it asks. */
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/finalizer.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"

NATIVE(gc, collect, NATIVE_COLLECTS,
       "Collect garbage now: 0, for nothing here is counted.",
       (opt, c_int, generation, 2))
{
    if (generation < 0 || generation > 2)
        return raise_value_error(t, "invalid generation");
    gc_collect(&t->gc);
    finalizers_run(t);
    return value_from_int(0);
}

NATIVE(gc, enable, 0,
       "Collect garbage when memory has grown.")
{
    gc_enable(t->rt->heap, true);
    return NONE;
}

NATIVE(gc, disable, 0,
       "Collect only when collect() is called.")
{
    gc_enable(t->rt->heap, false);
    return NONE;
}

NATIVE(gc, isenabled, 0,
       "Whether garbage is collected when memory has grown.")
{
    return value_from_bool(gc_is_enabled(t->rt->heap));
}

static Value three(Thread *t, int64_t a, int64_t b, int64_t c)
{
    return value_from_pointer(tuple_pack(t, 3, value_from_int(a),
                                         value_from_int(b),
                                         value_from_int(c)));
}

NATIVE(gc, get_count, 0, NULL)
{
    return three(t, 0, 0, 0);
}

NATIVE(gc, get_threshold, 0, NULL)
{
    return three(t, 700, 10, 10);
}

NATIVE(gc, freeze, 0, NULL)
{
    return NONE;
}

NATIVE(gc, get_stats, 0, NULL)
{
    GcStats stats = gc_stats(t->rt->heap);
    size_t young = stats.young_collections;
    size_t runs[3] = {young, 0, stats.collections - young};
    List *l = list_new(t, 3);
    for (int i = 0; i < 3; i++) {
        Dict *d = dict_new(t);
        dict_set_c(t, d, "collections", value_from_int((int64_t)runs[i]));
        dict_set_c(t, d, "collected", value_from_int(0));
        dict_set_c(t, d, "uncollectable", value_from_int(0));
        list_append(t, l, value_from_pointer(d));
    }
    return value_from_pointer(l);
}

NATIVE(gc, is_tracked, 0, NULL, (arg, object, obj), (slash))
{
    return value_from_bool(value_is_pointer(obj));
}

NATIVE(gc, get_debug, 0, NULL)
{
    return value_from_int(0);
}

NATIVE(gc, get_freeze_count, 0, NULL)
{
    return value_from_int(0);
}

NATIVE(gc, set_debug, 0, NULL, (arg, c_int, flags), (slash))
{
    return NONE;
}

NATIVE(gc, set_threshold, 0, NULL, (arg, c_int, threshold0),
       (maybe, c_int, threshold1), (maybe, c_int, threshold2), (slash))
{
    return NONE;
}

NATIVE(gc, unfreeze, 0, NULL)
{
    return NONE;
}

static const NativeDef *const functions[] = {
    &gc_collect_native,
    &gc_disable_native,
    &gc_enable_native,
    &gc_freeze_native,
    &gc_get_count_native,
    &gc_get_debug_native,
    &gc_get_freeze_count_native,
    &gc_get_stats_native,
    &gc_get_threshold_native,
    &gc_is_tracked_native,
    &gc_isenabled_native,
    &gc_set_debug_native,
    &gc_set_threshold_native,
    &gc_unfreeze_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("DEBUG_STATS", 1),         MODULE_INT("DEBUG_COLLECTABLE", 2),
    MODULE_INT("DEBUG_UNCOLLECTABLE", 4), MODULE_INT("DEBUG_SAVEALL", 32),
    MODULE_INT("DEBUG_LEAK", 38),         {0},
};

static int init(Thread *t, Module *m)
{
    dict_set_c(t, m->dict, "garbage", value_from_pointer(list_new(t, 0)));
    dict_set_c(t, m->dict, "callbacks", value_from_pointer(list_new(t, 0)));
    return 0;
}

const ModuleDef gc_module = {
    .name = "gc",
    .doc = "The garbage collector, as far as programs may control it.",
    .functions = {functions},
    .constants = constants,
    .init = init,
};
