/* SPDX-License-Identifier: MIT */
/* Padding of strings to a width. */
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/text/str_methods.h"

Value str_pad(Thread *t, Str *s, int64_t left, int64_t right, uint32_t fill)
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

bool param_filling(Thread *t, Value v, uint32_t *out,
                   const NativeDef *def UNUSED, int at UNUSED)
{
    if (!value_is_str(v))
        raise_type_error(
            t, "The fill character must be a unicode character, not %T", v);
    else if (value_to_str(v)->len != 1)
        raise_type_error(
            t, "The fill character must be exactly one character long");
    else
        return *out = str_at(value_to_str(v), 0), true;
    return false;
}

/* How many characters the width leaves room for. */
static int64_t room(const Str *s, int64_t width)
{
    return width > s->len ? width - s->len : 0;
}

NATIVE_SHARED(str, center, NATIVE_PURE, "The text in the middle of the width.",
              (self, Str), (arg, ssize, width), (opt, filling, fillchar, ' '),
              (slash))
{
    /* The odd one goes to the left when the width is odd. */
    int64_t more = room(self, width);
    int64_t left = more / 2 + (more & width & 1);
    return str_pad(t, self, left, more - left, fillchar);
}

NATIVE_SHARED(str, ljust, NATIVE_PURE, "The text at the left of the width.", (self, Str),
              (arg, ssize, width), (opt, filling, fillchar, ' '), (slash))
{
    return str_pad(t, self, 0, room(self, width), fillchar);
}

NATIVE_SHARED(str, rjust, NATIVE_PURE, "The text at the right of the width.", (self, Str),
              (arg, ssize, width), (opt, filling, fillchar, ' '), (slash))
{
    return str_pad(t, self, room(self, width), 0, fillchar);
}

NATIVE_SHARED(str, zfill, NATIVE_PURE,
              "The text at the right of the width, zeros behind its sign.",
              (self, Str), (arg, ssize, width), (slash))
{
    if (width <= self->len)
        return value_from_pointer(str_exact(t, self));
    int64_t sign =
        self->len > 0 && (str_at(self, 0) == '+' || str_at(self, 0) == '-');
    StrBuilder b;
    strbuilder_init(&b);
    if (strbuilder_add_slice(t, &b, self, 0, sign) < 0 ||
        strbuilder_add_fill(t, &b, '0', width - self->len) < 0 ||
        strbuilder_add_slice(t, &b, self, sign, self->len) < 0)
        return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

NATIVE_SHARED(str, expandtabs, 0,
              "The text with tabs made blanks, up to each tabsize-th column.",
              (self, Str), (slash), (opt, c_int, tabsize, 8))
{
    int64_t column = 0;
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < self->len; i++) {
        uint32_t c = str_at(self, i);
        int64_t blanks = tabsize > 0 ? tabsize - column % tabsize : 0;
        if ((c == '\t' ? strbuilder_add_fill(t, &b, ' ', blanks)
                       : strbuilder_add_char(t, &b, c)) < 0)
            return NULL_VALUE;
        column = c == '\n' || c == '\r' ? 0
                                        : column + (c == '\t' ? blanks : 1);
    }
    return value_from_pointer(strbuilder_finish(t, &b));
}
