/* SPDX-License-Identifier: MIT */
/* Padding of strings to a width. */
#include "object/container/sequence.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/text/str_methods.h"
#include "object/function/param.h"

/* s between `left` and `right` copies of `fill`. */
static Value pad(Thread *t, Str *s, int64_t left, int64_t right, uint32_t fill)
{
    StrBuilder b;
    if (left <= 0 && right <= 0)
        return value_from_pointer(str_exact(t, s));
    strbuilder_init(&b);
    if (strbuilder_add_fill(t, &b, fill, left) < 0 ||
        strbuilder_add(t, &b, s) < 0 ||
        strbuilder_add_fill(t, &b, fill, right) < 0)
        return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

/* *more: how many fill characters the width leaves room for. */
static int pad_arguments(Thread *t, Value *args, int64_t *more, uint32_t *fill)
{
    int64_t width;
    if (sequence_int_argument(t, args[1], &width) < 0)
        return -1;
    if (!value_is_str(args[2]))
        return RAISE_INT(raise_type_error(
            t, "The fill character must be a unicode character, not %T",
            args[2]));
    if (value_to_str(args[2])->len != 1)
        return RAISE_INT(raise_type_error(
            t, "The fill character must be exactly one character long"));
    *fill = str_at(value_to_str(args[2]), 0);
    *more = width > value_to_str(args[0])->len
                ? width - value_to_str(args[0])->len
                : 0;
    return 0;
}

NATIVE_RAW_SHARED(str, center, 0, NULL,
                  (self_value), (arg, object, width),
                  (opt, object, fillchar, ' '), (slash))
{
    Str *s = value_to_str(args[0]);
    int64_t more, left;
    uint32_t fill;
    if (pad_arguments(t, args, &more, &fill) < 0)
        return NULL_VALUE;
    /* The odd one goes to the left when the width is odd. */
    left = more / 2 + (more & (more + s->len) & 1);
    return pad(t, s, left, more - left, fill);
}

NATIVE_RAW_SHARED(str, ljust, 0, NULL,
                  (self_value), (arg, object, width),
                  (opt, object, fillchar, ' '), (slash))
{
    int64_t more;
    uint32_t fill;
    if (pad_arguments(t, args, &more, &fill) < 0)
        return NULL_VALUE;
    return pad(t, value_to_str(args[0]), 0, more, fill);
}

NATIVE_RAW_SHARED(str, rjust, 0, NULL,
                  (self_value), (arg, object, width),
                  (opt, object, fillchar, ' '), (slash))
{
    int64_t more;
    uint32_t fill;
    if (pad_arguments(t, args, &more, &fill) < 0)
        return NULL_VALUE;
    return pad(t, value_to_str(args[0]), more, 0, fill);
}

NATIVE_RAW_SHARED(str, zfill, 0, NULL,
                  (self_value), (arg, object, width), (slash))
{
    Str *s = value_to_str(args[0]);
    int64_t width, sign;
    StrBuilder b;
    if (sequence_int_argument(t, args[1], &width) < 0)
        return NULL_VALUE;
    if (width <= s->len)
        return value_from_pointer(str_exact(t, s));
    sign = s->len > 0 && (str_at(s, 0) == '+' || str_at(s, 0) == '-');
    strbuilder_init(&b);
    if (strbuilder_add_slice(t, &b, s, 0, sign) < 0 ||
        strbuilder_add_fill(t, &b, '0', width - s->len) < 0 ||
        strbuilder_add_slice(t, &b, s, sign, s->len) < 0)
        return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

NATIVE_SHARED(str, expandtabs, 0, NULL,
              (self_value), (slash), (opt, object, tabsize, 8))
{
    Str *s = value_to_str(self);
    int64_t tab, column = 0;
    StrBuilder b;
    if (sequence_int_argument(t, tabsize, &tab) < 0)
        return NULL_VALUE;
    strbuilder_init(&b);
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t c = str_at(s, i);
        int64_t blanks = tab > 0 ? tab - column % tab : 0;
        if ((c == '\t' ? strbuilder_add_fill(t, &b, ' ', blanks)
                       : strbuilder_add_char(t, &b, c)) < 0)
            return NULL_VALUE;
        column = c == '\n' || c == '\r' ? 0
                                        : column + (c == '\t' ? blanks : 1);
    }
    return value_from_pointer(strbuilder_finish(t, &b));
}
