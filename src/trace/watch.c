/* SPDX-License-Identifier: MIT */
/*
 * Dependencies: see watch.h.  A change to what a trace depends on is rare, so it
 * is looked for by going through the traces; but a program may store to globals
 * all the time, on which nobody depends.  A table remembers what anyone did.
 */
#include "trace/watch.h"
#include "base/limits.h"
#include "object/container/dict.h"
#include "object/core/thread.h"
#include "object/function/function.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "trace/jit_state.h"

enum { TABLE_SIZE = LIMIT_WATCH_TABLE, VOLATILE_SIZE = 4096,
       PENDING_BIT = PENDING_TRACE };

/*
 * Process-wide, as the traces are: by dict and name.  Collisions make an entry
 * volatile for nothing, or have the traces searched for nothing.  The first
 * shows in what is recorded, so that table has one size in all builds.
 */
static bool volatile_entries[VOLATILE_SIZE], depended_on[TABLE_SIZE];

static uint64_t mix(const void *object, const Str *name)
{
    ASSERT(object != NULL);
    uint64_t h = (uint64_t)(uintptr_t)object * 31;
    if (name != NULL) /* equal names are not always the same */
        h += (uint64_t)str_hash((Str *)name);
    return h * UINT64_C(0x9e3779b97f4a7c15) >> 32;
}
static size_t place_of(const void *object, const Str *name)
{
    return mix(object, name) >> 16 & (TABLE_SIZE - 1);
}
static bool *volatile_entry(const void *dict, const Str *name)
{
    return &volatile_entries[mix(dict, name) >> 20 & (VOLATILE_SIZE - 1)];
}
bool watch_is_volatile(Dict *dict, Str *name)
{
    return *volatile_entry(dict, name);
}
void watch_set_volatile(Dict *dict, Str *name)
{
    *volatile_entry(dict, name) = true;
}

static bool depends_at(const Trace *trace, size_t place)
{
    for (int32_t i = 0; i < trace->n_dependencies; i++)
        if (place_of(trace->dependencies[i].object,
                     trace->dependencies[i].name) == place)
            return true;
    return false;
}

static bool is_recording(const Thread *t)
{
    return t->recorder != NULL && t->recorder->active;
}

/* Whether any trace depends on what has this place. */
static bool is_depended_on(size_t place)
{
    for (const Thread *t = runtime->main_thread; t != NULL; t = t->next_thread)
        if (is_recording(t) && depends_at(t->recorder->trace, place))
            return true;
    for (uint32_t i = 0; i < jit_state.n_traces; i++)
        if (jit_state.traces[i]->valid &&
            depends_at(jit_state.traces[i], place))
            return true;
    return false;
}

static bool depends(const Trace *trace, const void *object, const Str *name)
{
    if (object == NULL)
        return true;
    for (int32_t i = 0; i < trace->n_dependencies; i++)
        if (trace->dependencies[i].object == object &&
            (name == NULL || trace->dependencies[i].name == name ||
             str_equal(trace->dependencies[i].name, name)))
            return true;
    return false;
}

/* `object` NULL: what all depend on. */
static void changed(const void *object, const Str *name)
{
    bool any = false;
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        Trace *trace = jit_state.traces[i];
        if (trace->valid && depends(trace, object, name)) {
            trace_invalidate(trace);
            any = true;
        }
    }
    for (Thread *t = runtime->main_thread; t != NULL; t = t->next_thread) {
        /* A trace that is running leaves at its next check. */
        for (Activation *a = t->activation; any && a != NULL; a = a->previous) {
            a->stale = true;
            __atomic_fetch_or(&t->pending, PENDING_BIT, __ATOMIC_SEQ_CST);
        }
        if (is_recording(t) && depends(t->recorder->trace, object, name))
            t->recorder->abort = ABORT_CONTRADICTION;
    }
}

static void entry_changed(const void *object, const Str *name)
{
    size_t place = place_of(object, name);
    if (!depended_on[place])
        return;
    changed(object, name);
    depended_on[place] = is_depended_on(place);
}

static void type_changed(Type *type)
{
    entry_changed(type, NULL);
}
static void dict_changed(Dict *dict, Value key)
{
    if (value_is_null(key)) {
        changed(dict, NULL);
    } else if (value_is_str(key)) {
        watch_set_volatile(dict, value_to_str(key));
        entry_changed(dict, value_to_str(key));
    }
}
static void function_changed(Function *fn)
{
    entry_changed(fn, NULL);
}

static void class_changed(void)
{
    changed(NULL, NULL);
}

void watch_init(void)
{
    instance_class_hook = class_changed;
    type_watch_hook = type_changed;
    dict_watch_hook = dict_changed;
    function_watch_hook = function_changed;
}

void watch_object(void *object, const Str *name)
{
    ASSERT(name == NULL || ((Header *)object)->kind == KIND_DICT);
    Header *h = object;
    depended_on[place_of(object, name)] = true;
    if (name != NULL)
        ((Dict *)object)->dict_flags |= DICT_WATCHED;
    else if (h->kind == KIND_TYPE)
        ((Type *)object)->type_flags |= TYPE_WATCHED;
    else if (h->kind == KIND_FUNCTION)
        function_version(object); /* those that have one are watched */
}

/* The marks stay: another trace may need them, and they only cost a call. */
void unwatch_trace(Trace *trace)
{
    trace->n_dependencies = 0;
}
