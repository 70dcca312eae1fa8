/* SPDX-License-Identifier: MIT */
/* TZ rules: see tz_rule.h. */
#include "module/zoneinfo/tz_rule.h"

#include "module/datetime/gregorian.h"

/* ---- reading ---- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* At least `min` digits, at most `max`. */
static bool read_number(const char **p, int min, int max, int *out)
{
    int n = 0;
    *out = 0;
    for (; n < max && is_digit(**p); n++)
        *out = *out * 10 + *(*p)++ - '0';
    return n >= min;
}

static bool read_name(const char **p, TzName *name)
{
    bool quoted = **p == '<';
    *p += quoted;
    name->text = *p;
    while (is_letter(**p) ||
           (quoted && (is_digit(**p) || **p == '+' || **p == '-')))
        (*p)++;
    name->len = (size_t)(*p - name->text);
    if (quoted && *(*p)++ != '>')
        return false;
    return name->len > 0;
}

/* [+-]h[hh][:mm[:ss]], hours at most `max`. */
static bool read_time(const char **p, int max, int *seconds)
{
    int sign = **p == '-' ? -1 : 1, hours, minutes = 0, rest = 0;
    *p += **p == '-' || **p == '+';
    if (!read_number(p, 1, 3, &hours) || hours > max)
        return false;
    if (**p == ':') {
        (*p)++;
        if (!read_number(p, 2, 2, &minutes))
            return false;
        if (**p == ':') {
            (*p)++;
            if (!read_number(p, 2, 2, &rest))
                return false;
        }
    }
    *seconds = sign * ((hours * 60 + minutes) * 60 + rest);
    return true;
}

static bool read_month_week(const char **p, TzDay *day)
{
    return read_number(p, 1, 2, &day->month) && *(*p)++ == '.' &&
           read_number(p, 1, 1, &day->week) && *(*p)++ == '.' &&
           read_number(p, 1, 1, &day->day) && day->month >= 1 &&
           day->month <= 12 && day->week >= 1 && day->week <= 5 &&
           day->day <= 6;
}

static bool read_day(const char **p, TzDay *day)
{
    *day = (TzDay){.kind = TZ_DAY_OF_YEAR, .seconds = 2 * 3600};
    bool good;
    if (**p == 'M') {
        (*p)++;
        day->kind = TZ_MONTH_WEEK;
        good = read_month_week(p, day);
    } else {
        if (**p == 'J') {
            (*p)++;
            day->kind = TZ_JULIAN;
        }
        good = read_number(p, 1, 3, &day->day) && day->day <= 365 &&
               day->day >= (day->kind == TZ_JULIAN);
    }
    if (!good || **p != '/')
        return good;
    (*p)++;
    return read_time(p, 167, &day->seconds);
}

static const char *read_days(const char **p, TzRule *rule)
{
    TzDay *days[] = {&rule->start, &rule->end};
    for (int i = 0; i < 2; i++) {
        if (*(*p)++ != ',')
            return "Missing transition rules in TZ string:";
        if (!read_day(p, days[i]))
            return "Malformed transition rule in TZ string:";
    }
    return NULL;
}

const char *tz_rule_parse(const char *p, TzRule *rule, TzName *standard,
                          TzName *summer)
{
    int west;
    *rule = (TzRule){0};
    if (!read_name(&p, standard))
        return "Invalid STD format in";
    if (!read_time(&p, 24, &west))
        return "Invalid STD offset in";
    rule->standard = -west;
    if (*p == '\0')
        return NULL;
    rule->has_summer = true;
    if (!read_name(&p, summer))
        return "Invalid DST format in";
    rule->summer = rule->standard + 3600;
    if (*p != ',') {
        if (!read_time(&p, 24, &west))
            return "Invalid DST offset in";
        rule->summer = -west;
    }
    const char *wrong = read_days(&p, rule);
    if (wrong == NULL && *p != '\0')
        return "Extraneous characters at end of TZ string:";
    return wrong;
}

/* ---- when ---- */

/* As CPython counts: POSIX has n one day later, and J59 the same in all years. */
static int64_t ordinal_of(const TzDay *d, int year)
{
    if (d->kind != TZ_MONTH_WEEK)
        return gregorian_ordinal(year, 1, 1) + d->day - 1 +
               (d->kind == TZ_JULIAN && d->day >= 59 &&
                gregorian_is_leap(year));
    int64_t first = gregorian_ordinal(year, d->month, 1);
    int sunday = (gregorian_weekday(first) + 1) % 7; /* days from one on */
    int day = (d->day - sunday + 7) % 7 + (d->week - 1) * 7;
    if (day >= gregorian_month_days(year, d->month))
        day -= 7; /* the fifth is the last */
    return first + day;
}

static int64_t time_of(const TzDay *d, int year)
{
    return (ordinal_of(d, year) - ORDINAL_1970) * DAY_SECONDS + d->seconds;
}

static bool is_between(int64_t t, int64_t start, int64_t end)
{
    return start < end ? start <= t && t < end : !(end <= t && t < start);
}

/*
 * The start is given in standard time, the end in summer time.  Where the clock
 * goes back the times that come twice are those of the first time without fold;
 * those that never come are of the time before.
 */
bool tz_rule_at_local(const TzRule *r, int64_t local, int year, bool fold)
{
    if (!r->has_summer)
        return false;
    int64_t start = time_of(&r->start, year), end = time_of(&r->end, year);
    int64_t ahead = r->summer - r->standard;
    if (fold == (ahead >= 0))
        end -= ahead;
    else
        start += ahead;
    return is_between(local, start, end);
}

bool tz_rule_at_utc(const TzRule *r, int64_t utc, int year, bool *fold)
{
    *fold = false;
    if (!r->has_summer)
        return false;
    int64_t start = time_of(&r->start, year) - r->standard;
    int64_t end = time_of(&r->end, year) - r->summer;
    int64_t ahead = r->summer - r->standard;
    int64_t back = ahead > 0 ? end : start; /* the clock goes back then */
    *fold = utc >= back && utc < back + (ahead > 0 ? ahead : -ahead);
    return is_between(utc, start, end);
}
