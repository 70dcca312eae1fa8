/* SPDX-License-Identifier: MIT */
/*
 * Rules as POSIX writes them in TZ: "CET-1CEST,M3.5.0,M10.5.0/3".  What is after
 * the last transition of a file is such a rule.  Times are in seconds since 1970,
 * of local time where nothing else is said.
 */
#ifndef ADDER_MODULE_ZONEINFO_TZ_RULE_H
#define ADDER_MODULE_ZONEINFO_TZ_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum TzDayKind {
    TZ_DAY_OF_YEAR, /* n: from 0, leap days count */
    TZ_JULIAN,      /* Jn: from 1, leap days do not count */
    TZ_MONTH_WEEK,  /* Mm.w.d */
} TzDayKind;

typedef struct TzDay {
    TzDayKind kind;
    int day, month, week;
    int seconds; /* of the day, may be negative or above it */
} TzDay;

typedef struct TzName {
    const char *text;
    size_t len;
} TzName;

typedef struct TzRule {
    int64_t standard, summer; /* offsets, seconds */
    bool has_summer;
    TzDay start, end; /* of summer time */
} TzRule;

/* NULL, or what is wrong, for the text to follow. */
const char *tz_rule_parse(const char *text, TzRule *rule, TzName *standard,
                          TzName *summer);
/* Whether it is summer time: of local time, which fold makes one; of UTC, and
 * whether the local time then was there before. */
bool tz_rule_at_local(const TzRule *r, int64_t local, int year, bool fold);
bool tz_rule_at_utc(const TzRule *r, int64_t utc, int year, bool *fold);

#endif
