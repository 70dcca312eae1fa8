/* SPDX-License-Identifier: MIT */
/* The module _datetime: see README.md. */
#include "module/datetime/iso_week.h"
#include "module/datetime/moment.h"
#include "module/datetime/zone.h"
#include "object/container/dict.h"
#include "object/function/module_def.h"

static void add_bounds(Thread *t, Type *type, Value min, Value max,
                       Value resolution)
{
    dict_set_c(t, type->dict, "min", min);
    dict_set_c(t, type->dict, "max", max);
    dict_set_c(t, type->dict, "resolution", resolution);
}

/* Once for all copies of the module: the types are the same. */
static void add_all_bounds(Thread *t)
{
    const Clock begin = {0}, end = {23, 59, 59, 999999, 0};
    const Fields first = {YEAR_MIN, 1, 1, {0}};
    const Fields last = {YEAR_MAX, 12, 31, end};
    Value us = delta_new(t, 0, 0, 1);
    if (!value_is_null(dict_get_c(t, delta_type.dict, "min")))
        return;
    add_bounds(t, &delta_type, delta_new(t, -DELTA_DAYS_MAX, 0, 0),
               delta_new(t, DELTA_DAYS_MAX, DAY_SECONDS - 1, SECOND_US - 1),
               us);
    add_bounds(t, &date_type, date_make(t, &date_type, YEAR_MIN, 1, 1),
               date_make(t, &date_type, YEAR_MAX, 12, 31),
               delta_new(t, 1, 0, 0));
    add_bounds(t, &daytime_type, daytime_new(t, &begin, NONE),
               daytime_new(t, &end, NONE), us);
    add_bounds(t, &moment_type, value_from_pointer(moment_new(t, &first, NONE)),
               value_from_pointer(moment_new(t, &last, NONE)), us);
}

static int init(Thread *t, Module *m)
{
    add_all_bounds(t);
    zone_ready(t);
    dict_set_c(t, m->dict, "UTC", zone_utc(t));
    return 0;
}

static const ModuleType types[] = {
    {"timedelta", &delta_type},  {"date", &date_type},
    {"time", &daytime_type},     {"datetime", &moment_type},
    {"tzinfo", &zone_info_type}, {"timezone", &zone_type},
    {NULL, &iso_week_type},      {0},
};

static const ModuleConstant constants[] = {
    MODULE_INT("MINYEAR", YEAR_MIN),
    MODULE_INT("MAXYEAR", YEAR_MAX),
    {0},
};

const ModuleDef datetime_module = {
    .name = "_datetime",
    .doc = "Dates, times of day, lengths of time, time zones.",
    .types = types,
    .constants = constants,
    .init = init,
};
