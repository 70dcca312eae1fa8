/* SPDX-License-Identifier: MIT */
/*
 * The module _zoneinfo: ZoneInfo, its caches, its methods.  Where files are, and
 * what is in them, the library's zoneinfo._tzpath and zoneinfo._common say.
 */
#include "exec/import.h"
#include "module/datetime/moment.h"
#include "module/zoneinfo/zone_file.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"

enum { SOURCE_NONE, SOURCE_CACHE, SOURCE_FILE }; /* ZoneInfo.source */

typedef struct State {
    RECORD_HEAD()
    Slot recent; /* a Dict: the zones asked for last, the latest at the end */
    Slot weak;   /* a WeakValueDictionary of all that there are */
} State;

static Type zoneinfo_type;
extern const ModuleDef zoneinfo_module;

static Value library(Thread *t, const char *module, const char *name)
{
    TRY(m, import_module(t, str_intern_c(t, module)));
    return object_getattr(t, m, str_intern_c(t, name));
}

static Value call_library(Thread *t, const char *module, const char *name,
                          Value argument)
{
    TRY(function, library(t, module, name));
    return object_call1(t, function, argument);
}

/* ---- caches ---- */

static Value new_weak_cache(Thread *t)
{
    TRY(cls, library(t, "weakref", "WeakValueDictionary"));
    return object_call0(t, cls);
}

static State *state_of(Thread *t) { return module_state(t, &zoneinfo_module); }

/* Subclasses have one each, as an attribute. */
static Value weak_cache(Thread *t, Type *cls)
{
    State *s = state_of(t);
    if (cls != &zoneinfo_type)
        return object_getattr(t, value_from_pointer(cls),
                              str_intern_c(t, "_weak_cache"));
    if (value_is_unbound(slot_get(&s->weak))) {
        TRY(weak, new_weak_cache(t));
        slot_set(s, &s->weak, weak);
    }
    return slot_get(&s->weak);
}

static Dict *recent(Thread *t)
{
    State *s = state_of(t);
    if (value_is_unbound(slot_get(&s->recent)))
        slot_set(s, &s->recent, value_from_pointer(dict_new(t)));
    return value_to_dict(slot_get(&s->recent));
}

/* Notes that ZoneInfo(key) was asked for: 0 or -1. */
static int remember(Thread *t, Type *cls, Value key, Value zone)
{
    enum { MOST = 8 };
    if (cls != &zoneinfo_type)
        return 0;
    Dict *d = recent(t);
    if (dict_delete(t, d, key) < 0 || dict_set(t, d, key, zone) < 0)
        return -1;
    if (d->used > MOST)
        dict_popitem(d, false, &key, &zone);
    return 0;
}

/* ---- making ---- */

static ZoneInfo *value_to_zone_info(Value v) { return value_to_record(v); }

static Value load(Thread *t, Type *cls, Value file)
{
    TRY(loaded, call_library(t, "zoneinfo._common", "load_data", file));
    ZoneInfo *z = instance_new_fixed(t, cls);
    slot_set(z, &z->key, NONE);
    slot_set(z, &z->file_repr, NONE);
    return zone_file_read(t, z, loaded) < 0 ? NULL_VALUE
                                            : value_from_pointer(z);
}

static Value open_file(Thread *t, Value key)
{
    TRY(path, call_library(t, "zoneinfo._tzpath", "find_tzfile", key));
    if (value_is_none(path))
        return call_library(t, "zoneinfo._common", "load_tzdata", key);
    TRY(open, library(t, "io", "open"));
    return object_call2(t, open, path, value_from_pointer(str_from_c(t, "rb")));
}

/* The file is closed whatever happens; what went wrong first is raised. */
static Value from_key(Thread *t, Type *cls, Value key, int source)
{
    TRY(file, open_file(t, key));
    Value zone = load(t, cls, file);
    Value error = value_is_null(zone) ? exception_take(t) : NULL_VALUE;
    Value closed = object_call_method(t, file, N(close), 0);
    if (!value_is_null(error))
        return raise_value(t, error);
    if (value_is_null(closed))
        return closed;
    ZoneInfo *z = value_to_zone_info(zone);
    z->source = (uint8_t)source;
    slot_set(z, &z->key, key);
    return zone;
}

static Value from_cache(Thread *t, Type *cls, Value key)
{
    if (cls == &zoneinfo_type) {
        Value zone = dict_get(t, recent(t), key);
        if (!value_is_unbound(zone)) {
            if (value_is_null(zone) || remember(t, cls, key, zone) < 0)
                return NULL_VALUE;
            return zone;
        }
    }
    TRY(weak, weak_cache(t, cls));
    TRY(zone, object_call_method(t, weak, N(get), 2, key, NONE));
    if (value_is_none(zone)) {
        TRY(made, from_key(t, cls, key, SOURCE_CACHE));
        zone = object_call_method(t, weak, N(setdefault), 2, key, made);
        if (value_is_null(zone))
            return zone;
    }
    return remember(t, cls, key, zone) < 0 ? NULL_VALUE : zone;
}

CONSTRUCTOR_AS("ZoneInfo", ZoneInfo, NATIVE_NAMELESS, (cls), (arg, object, key))
{
    return from_cache(t, cls, key);
}

NATIVE(ZoneInfo, no_cache, NATIVE_CLASS | NATIVE_NAMELESS,
       "A zone that is read again, whatever zones there are.", (cls),
       (arg, object, key))
{
    return from_key(t, cls, key, SOURCE_NONE);
}

NATIVE(ZoneInfo, from_file, NATIVE_CLASS | NATIVE_NAMELESS,
       "The zone that is read from a file.", (cls), (arg, object, fobj),
       (slash), (opt, object, key, None))
{
    TRY(shown, object_repr(t, fobj));
    TRY(zone, load(t, cls, fobj));
    ZoneInfo *z = value_to_zone_info(zone);
    z->source = SOURCE_FILE;
    slot_set(z, &z->file_repr, shown);
    slot_set(z, &z->key, key);
    return zone;
}

static int forget(Thread *t, Type *cls, Value weak, Value key)
{
    if (cls == &zoneinfo_type && dict_delete(t, recent(t), key) < 0)
        return -1;
    return value_is_null(object_call_method(t, weak, N(pop), 2, key, NONE)) ? -1
                                                                            : 0;
}

NATIVE(ZoneInfo, clear_cache, NATIVE_CLASS | NATIVE_NAMELESS,
       "Forget all zones, or those of some keys.", (cls), (star),
       (opt, object, only_keys, None))
{
    TRY(weak, weak_cache(t, cls));
    if (value_is_none(only_keys)) {
        TRY(cleared, object_call_method(t, weak, str_intern_c(t, "clear"), 0));
        if (cls == &zoneinfo_type)
            dict_clear(t, recent(t));
        return NONE;
    }
    TRY(iterator, object_iter(t, only_keys));
    FOR_EACH_ITEM(t, key, iterator, NULL_VALUE)
        if (forget(t, cls, weak, key) < 0)
            return NULL_VALUE;
    return NONE;
}

NATIVE(ZoneInfo, __init_subclass__, NATIVE_CLASS,
       "Give the new class a cache of its own.", (cls), (args, args),
       (kwargs, kwargs))
{
    TRY(weak, new_weak_cache(t));
    return object_setattr(t, value_from_pointer(cls),
                          str_intern_c(t, "_weak_cache"), weak) < 0
               ? NULL_VALUE
               : NONE;
}

/* ---- pickles and texts ---- */

NATIVE(ZoneInfo, _unpickle, NATIVE_CLASS | NATIVE_NAMELESS | NATIVE_OLD_WORDS,
       "What __reduce__ names.", (cls), (arg, object, key),
       (arg_as, uint_mask, cached, "from_cache"), (slash))
{
    return cached ? from_cache(t, cls, key)
                  : from_key(t, cls, key, SOURCE_NONE);
}

NATIVE(ZoneInfo, __reduce__, 0, "How to make a copy, by the key.",
       (self, ZoneInfo), (slash))
{
    if (self->source == SOURCE_FILE) {
        TRY(error, library(t, "pickle", "PicklingError"));
        TRY(made,
            object_call1(
                t, error,
                value_from_pointer(str_from_c(
                    t, "Cannot pickle a ZoneInfo file from a file stream."))));
        return raise_value(t, made);
    }
    TRY(unpickle, object_getattr(t, value_from_pointer(type_of_pointer(self)),
                                 str_intern_c(t, "_unpickle")));
    Tuple *args = tuple_pack(t, 2, slot_get(&self->key),
                             value_from_int(self->source == SOURCE_CACHE));
    return value_from_pointer(
        tuple_pack(t, 2, unpickle, value_from_pointer(args)));
}

static Value repr(Thread *t, Value self)
{
    const ZoneInfo *z = value_to_zone_info(self);
    Value key = slot_get(&z->key);
    if (!value_is_none(key))
        return format_message(t, "%T(key=%R)", self, key);
    return format_message(t, "%T.from_file(%S)", self, slot_get(&z->file_repr));
}

static Value str(Thread *t, Value self)
{
    Value key = slot_get(&value_to_zone_info(self)->key);
    return value_is_none(key) ? repr(t, self) : object_str(t, key);
}

/* ---- times ---- */

typedef struct Local {
    int64_t seconds; /* since 1970, as if it were UTC */
    int year;
    bool fold;
} Local;

static void local_of(const Moment *m, Local *out)
{
    Fields f = moment_fields(m);
    out->seconds = moment_seconds(&f) - (int64_t)ORDINAL_1970 * DAY_SECONDS;
    out->year = f.year;
    out->fold = f.clock.fold != 0;
}

/* An attribute that is an int: 0 or -1. */
static int ask_int(Thread *t, Value v, const char *name, int64_t *out)
{
    Value n = object_getattr(t, v, str_intern_c(t, name));
    return value_is_null(n) ? -1 : object_to_int64(t, n, out);
}

/* Of what is no datetime, but has its attributes. */
static int local_of_other(Thread *t, Value v, Local *out)
{
    int64_t ordinal, fields[5];
    static const char *const names[] = {"hour", "minute", "second", "fold",
                                        "year"};
    Value day = object_call_method(t, v, str_intern_c(t, "toordinal"), 0);
    if (value_is_null(day) || object_to_int64(t, day, &ordinal) < 0)
        return -1;
    for (int i = 0; i < 5; i++)
        if (ask_int(t, v, names[i], &fields[i]) < 0)
            return -1;
    *out = (Local){
        .seconds = (int64_t)(((unsigned __int128)ordinal - ORDINAL_1970) *
                                 DAY_SECONDS +
                             (uint64_t)fields[0] * 3600 +
                             (uint64_t)fields[1] * 60 + (uint64_t)fields[2]),
        .fold = fields[3] != 0,
        .year = (int)(fields[4] & 0xffff)};
    return 0;
}

/* A part of the kind at a local time; None where that is None and the zone knows
 * more than one. */
static Value part_at(Thread *t, const ZoneInfo *z, Value dt, int part)
{
    Local at;
    if (value_is_none(dt))
        return z->is_fixed ? zone_file_part(z, 0, part) : NONE;
    if (value_is_moment(dt))
        local_of(value_to_moment(dt), &at);
    else if (local_of_other(t, dt, &at) < 0)
        return NULL_VALUE;
    return zone_file_part(
        z, zone_file_at_local(z, at.seconds, at.year, at.fold), part);
}

NATIVE(ZoneInfo, utcoffset, 0, "How far the zone is ahead of UTC then.",
       (self, ZoneInfo), (arg, object, dt), (slash))
{
    return part_at(t, self, dt, KIND_OFFSET);
}

NATIVE(ZoneInfo, dst, 0, "How much of the offset is summer time's.",
       (self, ZoneInfo), (arg, object, dt), (slash))
{
    return part_at(t, self, dt, KIND_DST);
}

NATIVE(ZoneInfo, tzname, 0, "What the zone's time is called then.",
       (self, ZoneInfo), (arg, object, dt), (slash))
{
    return part_at(t, self, dt, KIND_NAME);
}

NATIVE(ZoneInfo, fromutc, 0,
       "What a time in UTC, with this tzinfo, is in the zone.",
       (self, ZoneInfo), (arg, object, dt), (slash))
{
    Local at;
    bool fold;
    if (!value_is_moment(dt))
        return raise_type_error(t, "fromutc: argument must be a datetime");
    Moment *m = value_to_moment(dt);
    if (!value_same(slot_get(&m->tzinfo), value_from_pointer(self)))
        return raise_value_error(t, "fromutc: dt.tzinfo is not self");
    local_of(m, &at);
    int kind = zone_file_at_utc(self, at.seconds, at.year, &fold);
    TRY(moved,
        moment_shift(
            t, m, value_to_delta(zone_file_part(self, kind, KIND_OFFSET)), 1));
    if (fold && value_is_moment(moved)) /* nobody else has it yet */
        value_to_moment(moved)->fold = 1;
    return moved;
}

static const NativeDef *const methods[] = {
    &ZoneInfo___init_subclass___native,
    &ZoneInfo___reduce___native,
    &ZoneInfo__unpickle_native,
    &ZoneInfo_clear_cache_native,
    &ZoneInfo_dst_native,
    &ZoneInfo_from_file_native,
    &ZoneInfo_fromutc_native,
    &ZoneInfo_no_cache_native,
    &ZoneInfo_tzname_native,
    &ZoneInfo_utcoffset_native,
    NULL,
};

static const MemberDef members[] = {
    {"key", offsetof(ZoneInfo, key), false},
    {0},
};

static Type zoneinfo_type = {
    TYPE_HEAD(zoneinfo),
    .c_name = "zoneinfo.ZoneInfo",
    .c_base = &zone_info_type,
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(ZoneInfo),
    .constructor = &ZoneInfo_new_native,
    .methods = methods,
    .members = members,
    .slots = {.repr = repr, .str = str},
};

/* Theirs is the base. */
static int init(Thread *t, Module *m)
{
    (void)m;
    return value_is_null(import_own(t, "_datetime")) ? -1 : 0;
}

static const ModuleType types[] = {
    {NULL, &zone_info_type},
    {"ZoneInfo", &zoneinfo_type},
    {0},
};

const ModuleDef zoneinfo_module = {
    .name = "_zoneinfo",
    .doc = "Time zones, for the module zoneinfo.",
    .types = types,
    .state_size = sizeof(State),
    .init = init,
};
