/* SPDX-License-Identifier: MIT */
/*
 * ISO 8601 texts, read and written.  What is read is what fromisoformat() takes:
 * dates of years or weeks, basic or extended; hours, with minutes, seconds and
 * fractions of one; an offset or Z.  Fields are digits, their range is not
 * looked at.
 */
#ifndef ADDER_MODULE_DATETIME_ISO_TEXT_H
#define ADDER_MODULE_DATETIME_ISO_TEXT_H

#include "module/datetime/daytime.h"
#include "module/datetime/gregorian.h"
#include "object/core/object.h"

/* The date in the first `len` characters, all of them. */
bool iso_text_date(const Str *s, int64_t len, Ymd *out);
/* The time from a place on. */
typedef struct IsoTime {
    Clock clock;
    bool has_offset;
    int64_t offset; /* microseconds */
    bool is_utc;    /* no whole second of offset */
} IsoTime;
bool iso_text_time(const Str *s, int64_t from, IsoTime *out);
/* Where the date of a date and time ends; -1: there is none. */
int64_t iso_text_separator(const Str *s);

enum { ISO_DATE_MAX = 16 };
/* "2001-02-03"; how long it is. */
int iso_text_write_date(int year, int month, int day, char *text);

#endif
