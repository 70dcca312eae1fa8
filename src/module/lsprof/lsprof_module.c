/* SPDX-License-Identifier: MIT */
/*
 * The module _lsprof: Profiler.  While one is enabled it is the thread's profile
 * hook (exec/tracing.h), which writes calls and returns down in a CallTable.  The
 * code objects and descriptions of C functions that entries stand for are in a
 * list, by the entries' numbers for them.
 */
#include <math.h>
#include "exec/tracing.h"
#include "module/lsprof/call_table.h"
#include "module/struct_sequence.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/audit.h"
#include "object/core/finalizer.h"
#include "object/core/record.h"
#include "object/core/resource.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "os/clock.h"

typedef struct Profiler {
    RECORD_HEAD(CallTable *table; double unit; /* of the timer; 0: it tells seconds */
                bool subcalls; bool builtins; bool enabled; bool no_memory;)
    Slot timer;    /* UNBOUND: the clock */
    Slot objects;  /* List */
    Slot resource; /* the table's */
} Profiler;

static const char *const out_of_memory =
    "memory was exhausted while profiling";

/* ---- time ---- */

static const double nanosecond = 1e-9;

/* What the timer has answered, in its own units or nanoseconds. */
static bool to_time(Thread *t, const Profiler *p, Value v, int64_t *time)
{
    double seconds;
    if (p->unit > 0) {
        if (!value_is_int_object(v))
            raise_type_error(t, "expect int, got %T", v);
        else if (!int_to_int64(v, time))
            raise_error(t, EXC(OverflowError), "timestamp too large");
        return value_is_null(t->exc);
    }
    if (object_to_double(t, v, &seconds) < 0)
        return false;
    *time = (int64_t)floor(seconds * 1e9);
    return true;
}

/* Errors of the timer are told and forgotten: it is called from everywhere. */
static int64_t ask_timer(Thread *t, const Profiler *p)
{
    Value pending = t->exc, timer = slot_get(&p->timer);
    int64_t time = 0;
    t->exc = NULL_VALUE;
    tracing_suspend(t);
    Value v = object_call0(t, timer);
    if (value_is_null(v) || !to_time(t, p, v, &time)) {
        unraisable_report(t, NULL, timer);
        time = 0;
    }
    tracing_resume(t);
    t->exc = pending;
    return time;
}

static inline int64_t now(Thread *t, const Profiler *p)
{
    if (LIKELY(value_is_unbound(slot_get(&p->timer))))
        return os_clock_now(OS_CLOCK_MONOTONIC);
    return ask_timer(t, p);
}

/* ---- calls ---- */

/* What stands for a C function, which would keep its self alive. */
static Value describe(Thread *t, Value function)
{
    if (value_has_shape(function, SHAPE_METHOD_DESCRIPTOR))
        return object_repr(t, function);
    const Native *n = value_to_native(function);
    Value self = slot_get(&n->self), owner = slot_get(&n->owner);
    if (value_is_unbound(self) || type_has_flag(self, TYPE_IS_MODULE)) {
        if (value_is_pointer(owner) && value_is_str(owner))
            return value_from_pointer(str_format(
                t, "<built-in method %S.%s>", owner, n->def->name));
    } else {
        Value found = type_lookup(type_of(self),
                                  str_intern_c(t, n->def->name));
        if (!value_is_null(found))
            return object_repr(t, found);
    }
    return value_from_pointer(
        str_format(t, "<built-in method %s>", n->def->name));
}

/* Gives a new entry its object. */
static bool name_entry(Thread *t, Profiler *p, int32_t entry, Value called)
{
    if (!value_has_shape(called, SHAPE_CODE)) {
        Value pending = t->exc;
        t->exc = NULL_VALUE;
        tracing_suspend(t);
        called = describe(t, called);
        tracing_resume(t);
        if (value_is_null(called))
            return false;
        t->exc = pending;
    }
    List *objects = value_to_list(slot_get(&p->objects));
    p->table->entries[entry].object = (int32_t)objects->len;
    list_append(t, objects, called);
    return true;
}

static int enter(Thread *t, Profiler *p, const void *key, Value called)
{
    int32_t entry = call_table_entry(p->table, key, -1);
    if (entry >= 0 && p->table->entries[entry].object < 0 &&
        !name_entry(t, p, entry, called))
        return -1;
    if (entry >= p->table->n_entries)
        return 0; /* forgotten meanwhile */
    RunningCall *r =
        entry < 0 ? NULL : call_table_enter(p->table, entry, p->subcalls);
    if (r == NULL) {
        p->no_memory = true;
        return 0;
    }
    int32_t at = p->table->n_running - 1;
    int64_t begin = now(t, p);
    if (at < p->table->n_running)
        p->table->running[at].begin = begin;
    return 0;
}

/* The innermost call ends, if that is of `key`; NULL: whatever it is.  Others began
 * before they were to be counted. */
static void leave(Thread *t, Profiler *p, const void *key)
{
    const CallTable *c = p->table;
    if (c->n_running == 0 ||
        (key != NULL &&
         c->entries[c->running[c->n_running - 1].entry].key != key))
        return;
    int64_t time = now(t, p);
    if (p->table->n_running > 0)
        call_table_leave(p->table, time);
}

static int hook(Thread *t, Frame *f, int event, Value arg)
{
    Profiler *p = value_to_record(t->profile_function);
    switch (event) {
    case EVENT_CALL: return enter(t, p, f->code, value_from_pointer(f->code));
    case EVENT_RETURN: leave(t, p, f->code); break;
    case EVENT_C_CALL:
        if (p->builtins)
            return enter(t, p, value_to_native(arg)->def, arg);
        break;
    case EVENT_C_RETURN:
    case EVENT_C_EXCEPTION:
        if (p->builtins)
            leave(t, p, value_to_native(arg)->def);
        break;
    }
    return 0;
}

/* ---- what of it Python sees ---- */

static const MemberDef entry_members[] = {
    STRUCT_FIELD("code", 0),        STRUCT_FIELD("callcount", 1),
    STRUCT_FIELD("reccallcount", 2), STRUCT_FIELD("totaltime", 3),
    STRUCT_FIELD("inlinetime", 4),  STRUCT_FIELD("calls", 5),
    {0},
};
static Type entry_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("_lsprof.profiler_entry", NULL, entry_members, 0),
};
static const MemberDef subentry_members[] = {
    STRUCT_FIELD("code", 0),        STRUCT_FIELD("callcount", 1),
    STRUCT_FIELD("reccallcount", 2), STRUCT_FIELD("totaltime", 3),
    STRUCT_FIELD("inlinetime", 4),  {0},
};
static Type subentry_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("_lsprof.profiler_subentry", NULL, subentry_members, 0),
};

static Value stats_of(Thread *t, const Profiler *p, int32_t entry, Type *type,
                      Value calls)
{
    const CallEntry *e = &p->table->entries[entry];
    double unit = value_is_unbound(slot_get(&p->timer)) || p->unit == 0
                      ? nanosecond
                      : p->unit;
    Value values[6] = {
        list_get(value_to_list(slot_get(&p->objects)), e->object),
        int_from_int64(t, e->calls),
        int_from_int64(t, e->recursive),
        float_from_double(t, (double)e->total * unit),
        float_from_double(t, (double)e->own * unit),
        calls,
    };
    return struct_sequence_new(t, type, values);
}

static Value stats_of_callees(Thread *t, const Profiler *p, int32_t caller)
{
    int32_t i = p->table->entries[caller].first;
    if (i < 0)
        return NONE;
    List *list = list_new(t, 0);
    for (; i >= 0; i = p->table->entries[i].next) {
        TRY(v, stats_of(t, p, i, &subentry_type, NULL_VALUE));
        list_append(t, list, v);
    }
    return value_from_pointer(list);
}

NATIVE(Profiler, getstats, 0,
       "getstats()\n\nA list of profiler_entry, one for each function that was "
       "called: its code object or\ndescription, calls, recursive calls, seconds "
       "with and without what it called, and a\nlist of profiler_subentry, or "
       "None, of what it called.",
       (self, Profiler))
{
    if (self->no_memory)
        return raise_error(t, EXC(MemoryError), "%s", out_of_memory);
    List *list = list_new(t, 0);
    for (int32_t i = 0; i < self->table->n_entries; i++) {
        const CallEntry *e = &self->table->entries[i];
        if (e->caller >= 0 || e->calls == 0)
            continue;
        TRY(calls, stats_of_callees(t, self, i));
        TRY(v, stats_of(t, self, i, &entry_type, calls));
        list_append(t, list, v);
    }
    return value_from_pointer(list);
}

static int tell_audit_hooks(Thread *t)
{
    return audit_tell(t, value_from_pointer(str_intern_c(t, "sys.setprofile")),
                      t->rt->empty_tuple);
}

NATIVE(Profiler, enable, NATIVE_UNSIGNED | NATIVE_OLD_WORDS,
       "enable(subcalls=True, builtins=True)\n\nCount and time this thread's calls "
       "from now on, by caller, too, if `subcalls`, and\nthose of C functions if "
       "`builtins`.",
       (self, Profiler), (opt, c_int, subcalls, -1), (opt, c_int, builtins, -1))
{
    if (tell_audit_hooks(t) < 0)
        return NULL_VALUE;
    if (subcalls >= 0)
        self->subcalls = subcalls > 0;
    if (builtins >= 0)
        self->builtins = builtins > 0;
    self->enabled = true;
    tracing_set_profile(t, hook, value_from_pointer(self));
    return NONE;
}

NATIVE(Profiler, disable, NATIVE_UNSIGNED,
       "disable()\n\nCount no more; calls that still run end here.",
       (self, Profiler))
{
    if (tell_audit_hooks(t) < 0)
        return NULL_VALUE;
    if (self->enabled) {
        self->enabled = false;
        tracing_set_profile(t, NULL, NULL_VALUE);
        while (self->table->n_running > 0)
            leave(t, self, NULL);
    }
    if (self->no_memory) {
        self->no_memory = false;
        return raise_error(t, EXC(MemoryError), "%s", out_of_memory);
    }
    return NONE;
}

NATIVE(Profiler, clear, NATIVE_UNSIGNED,
       "clear()\n\nForget all that was counted.", (self, Profiler))
{
    call_table_clear(self->table);
    slot_set(self, &self->objects, value_from_pointer(list_new(t, 0)));
    return NONE;
}

NATIVE(Profiler, init, NATIVE_OLD_WORDS,
       "Begin without counts.",
       (self, Profiler), (opt, object, timer, None), (opt, real, timeunit, 0.0),
       (opt, c_int, subcalls, 1), (opt, c_int, builtins, 1))
{
    slot_set(self, &self->timer, value_is_none(timer) ? UNBOUND : timer);
    self->unit = timeunit;
    self->subcalls = subcalls > 0;
    self->builtins = builtins > 0;
    return NONE;
}

static void give_back(intptr_t handle)
{
    call_table_free((CallTable *)handle);
}

static Value new (Thread *t, Type *cls, Value *args UNUSED, int64_t n UNUSED,
                  Tuple *kwnames UNUSED)
{
    Profiler *p = instance_new_fixed(t, cls);
    record_begin(p, sizeof *p);
    slot_set(p, &p->objects, value_from_pointer(list_new(t, 0)));
    CallTable *table = call_table_new();
    if (table == NULL)
        return raise_no_memory(t);
    Resource *r = resource_new(t, (intptr_t)table, give_back, sizeof *table);
    if (r == NULL)
        return NULL_VALUE;
    p->table = table;
    slot_set(p, &p->resource, value_from_pointer(r));
    return value_from_pointer(p);
}

static const NativeDef *const methods[] = {
    &Profiler_clear_native,
    &Profiler_disable_native,
    &Profiler_enable_native,
    &Profiler_getstats_native,
    NULL,
};

static Type profiler_type = {
    TYPE_HEAD(profiler),
    .c_name = "_lsprof.Profiler",
    .c_doc = "Profiler(timer=None, timeunit=None, subcalls=True, builtins=True)"
             "\n\nCounts and times a thread's calls.  `timer` answers the time, in "
             "seconds or, if\n`timeunit` is given, as an int in units of so many "
             "seconds; without it that is\nthe system's clock.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Profiler),
    .slots = {.new = new},
    .initializer = &Profiler_init_native,
    .methods = methods,
};

static const ModuleType types[] = {{"Profiler", &profiler_type}, {0}};

static int init(Thread *t, Module *m)
{
    struct_sequence_ready(t, &entry_type);
    struct_sequence_ready(t, &subentry_type);
    dict_set_c(t, m->dict, "profiler_entry", value_from_pointer(&entry_type));
    dict_set_c(t, m->dict, "profiler_subentry",
               value_from_pointer(&subentry_type));
    return 0;
}

const ModuleDef lsprof_module = {
    .name = "_lsprof",
    .doc = "A profiler: counts and times calls.",
    .types = types,
    .init = init,
};
