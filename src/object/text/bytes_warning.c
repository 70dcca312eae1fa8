/* SPDX-License-Identifier: MIT */
/* -b.  The filters make an exception of it for -bb. */
#include "object/text/bytes_warning.h"

#include <string.h>
#include "object/error/exception_kinds.h"
#include "object/error/warn.h"
#include "object/number/int.h"
#include "object/text/str.h"

int bytes_warning;

int bytes_warn_compare(Thread *t, const char *kind, Value other, CompareOp op)
{
    if (bytes_warning == 0 || (op != COMPARE_EQ && op != COMPARE_NE))
        return 0;
    if (value_is_str(other))
        return warn(t, EXC(BytesWarning), "Comparison between %s and string",
                    kind);
    if (value_is_int_object(other) && strcmp(kind, "bytes") == 0)
        return warn(t, EXC(BytesWarning), "Comparison between %s and int",
                    kind);
    return 0;
}

int bytes_warn_str(Thread *t, const char *kind)
{
    if (bytes_warning == 0)
        return 0;
    return warn(t, EXC(BytesWarning), "str() on a %s instance", kind);
}
