/* SPDX-License-Identifier: MIT */
/* Dependencies: see watch.h.  The list of traces is short; a change to what
 * one depends on is rare, so it is looked for by going through them. */
#include "trace/watch.h"
#include "object/dict.h"
#include "object/function.h"
#include "object/str.h"
#include "object/thread.h"
#include "trace/jit_state.h"

enum { VOLATILE_SIZE = 4096, PENDING_BIT = PENDING_TRACE };

/* Keyed by dict and name; a collision makes an entry volatile for nothing. */
static struct {
    bool is[VOLATILE_SIZE];
} volatile_entries; /* process-wide: a cache of advice */

static bool *volatile_entry(const Dict *dict, const Str *name)
{
    uint64_t h = (uint64_t)(uintptr_t)dict * 31 + (uint64_t)(uintptr_t)name;
    h *= UINT64_C(0x9e3779b97f4a7c15);
    return &volatile_entries.is[h >> 52];
}
bool watch_is_volatile(Dict *dict, Str *name)
{
    return *volatile_entry(dict, name);
}
void watch_set_volatile(Dict *dict, Str *name)
{
    *volatile_entry(dict, name) = true;
}

static bool depends(const Trace *trace, const void *object, const Str *name)
{
    for (int32_t i = 0; i < trace->n_dependencies; i++)
        if (trace->dependencies[i].object == object &&
            (name == NULL || trace->dependencies[i].name == name ||
             str_equal(trace->dependencies[i].name, name)))
            return true;
    return false;
}

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
    /* A trace that is running leaves at its next check. */
    Thread *t = runtime->main_thread;
    for (Activation *a = t->activation; any && a != NULL; a = a->previous) {
        a->stale = true;
        t->pending |= PENDING_BIT;
    }
    Recorder *r = t->recorder;
    if (r != NULL && r->active && depends(r->trace, object, name))
        r->abort = ABORT_CONTRADICTION;
}

static void type_changed(Type *type)
{
    changed(type, NULL);
}
static void dict_changed(Dict *dict, Value key)
{
    if (value_is_null(key)) {
        changed(dict, NULL);
    } else if (value_is_str(key)) {
        watch_set_volatile(dict, value_to_str(key));
        changed(dict, value_to_str(key));
    }
}
static void function_changed(Function *fn)
{
    changed(fn, NULL);
}

void watch_init(void)
{
    type_watch_hook = type_changed;
    dict_watch_hook = dict_changed;
    function_watch_hook = function_changed;
}

void watch_object(void *object, const Str *name)
{
    Header *h = object;
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
