/* SPDX-License-Identifier: MIT */
/* strftime of dates and times. */
#ifndef ADDER_MODULE_DATETIME_STRFTIME_H
#define ADDER_MODULE_DATETIME_STRFTIME_H

#include "object/core/object.h"

/* time.strftime(format, timetuple), where %f is the microseconds and %z and %Z
 * are what tzinfo says of `when`. */
typedef struct StrftimeOf {
    Value timetuple, tzinfo, when;
    int microsecond;
} StrftimeOf;
Value strftime_of(Thread *t, Str *format, const StrftimeOf *of);
/* time.struct_time of nine numbers. */
Value strftime_struct_time(Thread *t, const int numbers[9]);
/* __format__: str(self), or self.strftime(format). */
Value strftime_format(Thread *t, Value self, Str *format);

#endif
