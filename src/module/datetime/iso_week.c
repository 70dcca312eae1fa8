/* SPDX-License-Identifier: MIT */
/* ISO weeks: see iso_week.h. */
#include "module/datetime/iso_week.h"

#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/instance.h"

int iso_week_arguments(Thread *t, Value year, Value week, Value day,
                       IsoWeek *out)
{
    Value args[] = {year, week, day};
    int *fields[] = {&out->year, &out->week, &out->weekday};
    for (int i = 0; i < 3; i++) {
        int64_t n;
        Value v = object_index(t, args[i]);
        if (value_is_null(v))
            return -1;
        if (!int_to_int64(v, &n) || n != (int)n)
            return RAISE_INT(
                raise_value_error(t, "ISO calendar component out of range"));
        *fields[i] = (int)n;
    }
    return 0;
}

IsoWeekFault iso_week_fault(IsoWeek w)
{
    if (w.year < YEAR_MIN || w.year > YEAR_MAX)
        return ISO_WEEK_BAD_YEAR;
    int64_t week_53 = gregorian_iso_begin(w.year) + INT64_C(52) * 7;
    if (w.week < 1 || w.week > 53 ||
        (w.week == 53 && week_53 >= gregorian_iso_begin(w.year + 1)))
        return ISO_WEEK_BAD_WEEK;
    return w.weekday < 1 || w.weekday > 7 ? ISO_WEEK_BAD_DAY : ISO_WEEK_GOOD;
}

Ymd iso_week_to_ymd(IsoWeek w)
{
    return gregorian_date(gregorian_iso_begin(w.year) +
                          (int64_t)(w.week - 1) * 7 + w.weekday - 1);
}

int iso_week_date(Thread *t, IsoWeek w, Ymd *out)
{
    switch (iso_week_fault(w)) {
    case ISO_WEEK_BAD_YEAR:
        raise_value_error(t, "Year is out of range: %d", w.year);
        return -1;
    case ISO_WEEK_BAD_WEEK:
        raise_value_error(t, "Invalid week: %d", w.week);
        return -1;
    case ISO_WEEK_BAD_DAY:
        raise_value_error(t, "Invalid day: %d (range is [1, 7])", w.weekday);
        return -1;
    case ISO_WEEK_GOOD: break;
    }
    *out = iso_week_to_ymd(w);
    return 0;
}

/* ---- the type ---- */

static Value make(Thread *t, Type *cls, const Value items[3])
{
    Tuple *s = instance_new_sized(t, cls, sizeof(Tuple) + 3 * sizeof(Slot));
    s->hash = -1;
    s->len = 3;
    for (int i = 0; i < 3; i++)
        tuple_set(s, i, items[i]);
    return value_from_pointer(s);
}

Value iso_week_new(Thread *t, IsoWeek w)
{
    Value items[] = {value_from_int(w.year), value_from_int(w.week),
                     value_from_int(w.weekday)};
    return make(t, &iso_week_type, items);
}

CONSTRUCTOR(IsoCalendarDate, 0, (cls), (arg, object, year), (arg, object, week),
            (arg, object, weekday))
{
    Value items[] = {year, week, weekday};
    return make(t, cls, items);
}

static Value repr(Thread *t, Value self)
{
    const Tuple *s = value_to_tuple(self);
    return format_message(t, "%T(year=%S, week=%S, weekday=%S)", self,
                          tuple_get(s, 0), tuple_get(s, 1), tuple_get(s, 2));
}

/* A plain tuple: the type cannot be found by its name. */
NATIVE(IsoCalendarDate, __reduce__, 0, "How to make a copy, a tuple.",
       (self, Tuple), (slash))
{
    Tuple *plain = tuple_pack(t, 3, tuple_get(self, 0), tuple_get(self, 1),
                              tuple_get(self, 2));
    return value_from_pointer(tuple_pack(
        t, 2, value_from_pointer(&type_tuple),
        value_from_pointer(tuple_pack(t, 1, value_from_pointer(plain)))));
}

static const NativeDef *const methods[] = {
    &IsoCalendarDate___reduce___native,
    NULL,
};

#define ITEM(name, i)                              \
    static Value get_##name(Thread *t, Value self) \
    {                                              \
        (void)t;                                   \
        return tuple_get(value_to_tuple(self), i); \
    }
ITEM(year, 0)
ITEM(week, 1)
ITEM(weekday, 2)

static const GetSetDef getsets[] = {
    {"year", get_year, NULL, NULL},
    {"week", get_week, NULL, NULL},
    {"weekday", get_weekday, NULL, NULL},
    {0},
};

Type iso_week_type = {
    TYPE_HEAD(IsoCalendarDate),
    .c_name = "datetime.IsoCalendarDate",
    .c_doc =
        "A year, a week and a day of the week: what isocalendar() answers.",
    .c_base = &type_tuple,
    .type_flags = TYPE_VAR_SIZED,
    .constructor = &IsoCalendarDate_new_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.repr = repr},
};
