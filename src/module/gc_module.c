/* SPDX-License-Identifier: MIT */
/* The module gc, as far as a collector without generations has what it asks. */
#include "module/gc_module.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/finalizer.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/text/str.h"

static Value collect(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int64_t generation;
    if (object_to_int64(t, args[0], &generation) < 0)
        return NULL_VALUE;
    if (generation < 0 || generation > 2)
        return raise_value_error(t, "invalid generation");
    gc_collect(&t->gc);
    finalizers_run(t);
    return value_from_int(0);
}

static Value enable(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    gc_enable(t->rt->heap, true);
    return NONE;
}

static Value disable(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    gc_enable(t->rt->heap, false);
    return NONE;
}

static Value isenabled(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    return value_from_bool(gc_is_enabled(t->rt->heap));
}

static Value three(Thread *t, int64_t a, int64_t b, int64_t c)
{
    return value_from_pointer(tuple_pack(t, 3, value_from_int(a),
                                         value_from_int(b),
                                         value_from_int(c)));
}

static Value get_count(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    return three(t, 0, 0, 0);
}

static Value get_threshold(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    return three(t, 700, 10, 10);
}

static Value nothing(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)args, (void)n;
    return NONE;
}

static Value get_stats(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
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

static Value is_tracked(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)n;
    return value_from_bool(value_is_pointer(args[0]));
}

static Value zero(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)args, (void)n;
    return value_from_int(0);
}

static const NativeDef functions[] = {
    {"collect", collect, "(generation=2)", "Run the garbage collector.", 0},
    {"disable", disable, "()", "Disable automatic garbage collection.", 0},
    {"enable", enable, "()", "Enable automatic garbage collection.", 0},
    {"freeze", nothing, "()", NULL, 0},
    {"get_count", get_count, "()", NULL, 0},
    {"get_debug", zero, "()", NULL, 0},
    {"get_freeze_count", zero, "()", NULL, 0},
    {"get_stats", get_stats, "()", NULL, 0},
    {"get_threshold", get_threshold, "()", NULL, 0},
    {"is_tracked", is_tracked, "(obj, /)", NULL, 0},
    {"isenabled", isenabled, "()",
     "Returns true if automatic garbage collection is enabled.", 0},
    {"set_debug", nothing, "(flags, /)", NULL, 0},
    {"set_threshold", nothing, "(threshold0, threshold1=, threshold2=, /)",
     NULL, 0},
    {"unfreeze", nothing, "()", NULL, 0},
    {0},
};

Module *gc_module_new(Thread *t)
{
    Module *m = module_new(t, str_intern_c(t, "gc"));
    native_functions_add(t, m, functions);
    dict_set_c(t, m->dict, "garbage", value_from_pointer(list_new(t, 0)));
    dict_set_c(t, m->dict, "callbacks", value_from_pointer(list_new(t, 0)));
    static const char *const flags[] = {"DEBUG_STATS", "DEBUG_COLLECTABLE",
                                        "DEBUG_UNCOLLECTABLE"};
    for (int i = 0; i < 3; i++)
        dict_set_c(t, m->dict, flags[i], value_from_int(1 << i));
    dict_set_c(t, m->dict, "DEBUG_SAVEALL", value_from_int(32));
    dict_set_c(t, m->dict, "DEBUG_LEAK", value_from_int(38));
    return m;
}
