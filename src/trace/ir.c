/* SPDX-License-Identifier: MIT */
/* Building and freeing of traces. */
#include "trace/ir.h"
#include "base/limits.h"
#include <stdlib.h>
#include <string.h>

Trace *trace_new(void)
{
    Trace *trace = calloc(1, sizeof *trace);
    if (trace != NULL) {
        trace->valid = true;
        trace->link_snapshot = -1;
        trace->parent_exit = -1;
    }
    return trace;
}

void trace_free(Trace *trace)
{
    if (trace == NULL)
        return;
    free(trace->ins);
    free(trace->phis);
    free(trace->snapshots);
    free(trace->frames);
    free(trace->entries);
    free(trace->dependencies);
    free(trace->exits);
    for (int32_t i = 0; i < trace->n_plans; i++)
        free(trace->plans[i]);
    free(trace->plans);
    free(trace->fates);
    free(trace->origins);
    trace_free(trace->raw);
    free(trace);
}

/* Room for n of them. */
static bool grow(void **array, int32_t n, int32_t *capacity, size_t size)
{
    ASSERT(n >= 0);
    if (n <= *capacity)
        return true;
    int32_t wanted = *capacity ? *capacity * 2 : LIMIT_TRACE_FIRST;
    if (wanted < n)
        wanted = n;
    void *p = realloc(*array, (size_t)wanted * size);
    if (p == NULL)
        return false;
    *array = p;
    *capacity = wanted;
    return true;
}

#define ADD(array, n, capacity, item)                                         \
    do {                                                                      \
        void *p_ = array;                                                     \
        if (!grow(&p_, (n) + 1, &(capacity), sizeof *(array)))                \
            return -1;                                                        \
        array = p_;                                                           \
        (array)[n] = (item);                                                  \
        return (n)++;                                                         \
    } while (0)

Ref trace_add_ins(Trace *trace, Ins ins)
{
    ASSERT(ins.op < UOP_COUNT);
    ASSERT(ins.in[0] < trace->n && ins.in[1] < trace->n &&
           ins.in[2] < trace->n);
    ASSERT(ins.snapshot >= -1);
    ADD(trace->ins, trace->n, trace->ins_capacity, ins);
}
int32_t trace_add_snapshot(Trace *trace, Snapshot s)
{
    ASSERT(s.n_frames > 0 && s.first_frame >= 0);
    ASSERT(s.first_frame + s.n_frames <= trace->n_frames);
    ADD(trace->snapshots, trace->n_snapshots, trace->snapshots_capacity, s);
}
int32_t trace_add_frame(Trace *trace, SnapshotFrame f)
{
    ASSERT(f.code != NULL && f.function < trace->n);
    ASSERT(f.first >= 0 && f.first + f.n <= trace->n_entries);
    ADD(trace->frames, trace->n_frames, trace->frames_capacity, f);
}
int32_t trace_add_entry(Trace *trace, SnapshotEntry e)
{
    ASSERT(e.slot >= 0 && e.ref < trace->n);
    ADD(trace->entries, trace->n_entries, trace->entries_capacity, e);
}

bool trace_reserve_snapshot(Trace *trace, int32_t n_frames, int32_t n_entries)
{
    void *frames = trace->frames, *entries = trace->entries;
    void *snapshots = trace->snapshots;
    bool room =
        grow(&frames, trace->n_frames + n_frames, &trace->frames_capacity,
             sizeof *trace->frames) &&
        grow(&entries, trace->n_entries + n_entries, &trace->entries_capacity,
             sizeof *trace->entries) &&
        grow(&snapshots, trace->n_snapshots + 1, &trace->snapshots_capacity,
             sizeof *trace->snapshots);
    trace->frames = frames;
    trace->entries = entries;
    trace->snapshots = snapshots;
    return room;
}

const FramePlan *trace_add_plan(Trace *trace, FramePlan plan)
{
    for (int32_t i = 0; i < trace->n_plans; i++)
        if (memcmp(trace->plans[i], &plan, sizeof plan) == 0)
            return trace->plans[i];
    FramePlan **plans = realloc(trace->plans, (size_t)(trace->n_plans + 1) *
                                                  sizeof *plans);
    if (plans == NULL)
        return NULL;
    trace->plans = plans;
    FramePlan *p = malloc(sizeof *p);
    if (p == NULL)
        return NULL;
    *p = plan;
    return plans[trace->n_plans++] = p;
}

void trace_trim(Trace *trace)
{
#define TRIM(array, n, capacity)                                              \
    do {                                                                      \
        void *p_ = realloc(array, ((size_t)(n) + 1) * sizeof *(array));       \
        if (p_ != NULL) {                                                     \
            array = p_;                                                       \
            (capacity) = (n) + 1;                                             \
        }                                                                     \
    } while (0)
    TRIM(trace->ins, trace->n, trace->ins_capacity);
    TRIM(trace->snapshots, trace->n_snapshots, trace->snapshots_capacity);
    TRIM(trace->frames, trace->n_frames, trace->frames_capacity);
    TRIM(trace->entries, trace->n_entries, trace->entries_capacity);
#undef TRIM
}

bool trace_add_dependency(Trace *trace, void *object, Str *name)
{
    ASSERT(object != NULL);
    for (int32_t i = 0; i < trace->n_dependencies; i++)
        if (trace->dependencies[i].object == object &&
            trace->dependencies[i].name == name)
            return true;
    Dependency *d = realloc(trace->dependencies,
                            (size_t)(trace->n_dependencies + 1) * sizeof *d);
    if (d == NULL)
        return false;
    d[trace->n_dependencies++] = (Dependency){object, name};
    trace->dependencies = d;
    return true;
}
