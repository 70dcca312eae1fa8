/* SPDX-License-Identifier: MIT */
/* The module _tracemalloc. */
#include "module/tracemalloc/traces.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include <stdlib.h>

static Traces *of(const Thread *t) { return traces_made(t->rt); }

/* --- switching --------------------------------------------------------- */

NATIVE(tracemalloc, start, NATIVE_FRAMES,
       "Trace what is allocated from now on, with nframe frames each.",
       (opt, c_int, nframe, 1), (slash))
{
    if (nframe < 1 || nframe > TRACES_FRAMES_MAX)
        return raise_value_error(t,
                                 "the number of frames must be in range "
                                 "[1; %d]",
                                 TRACES_FRAMES_MAX);
    if (!of(t)->on && traces_start(t, of(t), nframe) < 0)
        return NULL_VALUE;
    return NONE;
}

NATIVE(tracemalloc, stop, NATIVE_FRAMES,
       "Trace no more, and forget what has been traced.")
{
    traces_stop(t, of(t));
    return NONE;
}

NATIVE(tracemalloc, is_tracing, 0, "Whether memory is traced.")
{
    return value_from_bool(of(t)->on);
}

NATIVE(tracemalloc, clear_traces, 0, "Forget what has been traced.")
{
    traces_clear(of(t));
    return NONE;
}

NATIVE(tracemalloc, reset_peak, 0, "Let the peak be what is in use now.")
{
    of(t)->peak = of(t)->now;
    return NONE;
}

/* --- figures ----------------------------------------------------------- */

NATIVE(tracemalloc, get_traceback_limit, 0,
       "How many frames each trace has at most.")
{
    return value_from_int(of(t)->limit);
}

NATIVE(tracemalloc, get_tracemalloc_memory, 0,
       "The bytes that the traces themselves need.")
{
    return value_from_int((int64_t)traces_memory(of(t)));
}

/* The traces are of what lives. */
static void collect(Thread *t, const Traces *traces)
{
    if (traces->on)
        gc_collect(&t->gc);
}

NATIVE(tracemalloc, get_traced_memory, NATIVE_COLLECTS,
       "The bytes that live, for which garbage is collected, and the most that "
       "there were at a time, garbage and all.")
{
    collect(t, of(t));
    return value_from_pointer(tuple_pack(t, 2,
                                         value_from_int((int64_t)of(t)->now),
                                         value_from_int((int64_t)of(t)->peak)));
}

/* --- traces ------------------------------------------------------------ */

static Value place_value(Thread *t, const TracedPlace *place)
{
    if (place->n == 0) {
        Value frame = value_from_pointer(
            tuple_pack(t, 2, value_from_pointer(str_from_c(t, "<unknown>")),
                       value_from_int(0)));
        return value_from_pointer(tuple_pack(t, 1, frame));
    }
    Tuple *frames = tuple_new(t, place->n);
    for (uint32_t i = 0; i < place->n; i++)
        tuple_set(frames, i,
                  value_from_pointer(tuple_pack(
                      t, 2, value_from_pointer(place->frames[i].filename),
                      value_from_int(place->frames[i].line))));
    return value_from_pointer(frames);
}

NATIVE(
    tracemalloc, _get_object_traceback, 0,
    "Where the object was allocated, the innermost frame first; None if it is "
    "not traced.",
    (arg, object, obj), (slash))
{
    const TracedBlock *b = NULL;
    if (value_is_pointer(obj))
        b = traces_find(of(t), value_to_pointer(obj));
    if (b == NULL)
        return NONE;
    of(t)->paused = true;
    Value frames = place_value(t, b->place);
    of(t)->paused = false;
    return frames;
}

/* A list of a tuple for each block; `places` gets their frames. */
static List *list_of(Thread *t, const TracedBlock *blocks, size_t n)
{
    List *l = list_new(t, (int64_t)n);
    List *places = list_new(t, 0);
    for (size_t i = 0; i < n; i++)
        blocks[i].place->index = SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        TracedPlace *place = blocks[i].place;
        if (place->index == SIZE_MAX) {
            place->index = (size_t)places->len;
            list_append(t, places, place_value(t, place));
        }
        uint32_t total = place->total > 0 ? place->total : 1;
        list_append(t, l,
                    value_from_pointer(
                        tuple_pack(t, 4, value_from_int(0),
                                   value_from_int((int64_t)blocks[i].size),
                                   list_get(places, (int64_t)place->index),
                                   value_from_int(total))));
    }
    return l;
}

NATIVE(
    tracemalloc, _get_traces, NATIVE_COLLECTS,
    "A list of all blocks that live: tuples of a domain, which is 0, the size, "
    "the frames, the innermost first, and how many frames there were.")
{
    Traces *traces = of(t);
    if (!traces->on)
        return value_from_pointer(list_new(t, 0));
    collect(t, traces);
    size_t n;
    TracedBlock *blocks = traces_copy(traces, &n);
    if (blocks == NULL)
        return raise_no_memory(t);
    traces->paused = true;
    List *l = list_of(t, blocks, n);
    traces->paused = false;
    free(blocks);
    return value_from_pointer(l);
}

/* --- the module -------------------------------------------------------- */

static const NativeDef *const functions[] = {
    &tracemalloc__get_object_traceback_native,
    &tracemalloc__get_traces_native,
    &tracemalloc_clear_traces_native,
    &tracemalloc_get_traceback_limit_native,
    &tracemalloc_get_traced_memory_native,
    &tracemalloc_get_tracemalloc_memory_native,
    &tracemalloc_is_tracing_native,
    &tracemalloc_reset_peak_native,
    &tracemalloc_start_native,
    &tracemalloc_stop_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    (void)m;
    return traces_make(t) == NULL ? -1 : 0;
}

const ModuleDef tracemalloc_module = {
    .name = "_tracemalloc",
    .doc = "What is allocated, and where: for the library's tracemalloc.",
    .functions = {functions},
    .init = init,
};
