/* SPDX-License-Identifier: MIT */
/* The comparison of secrets. */
#include "module/compare_digest.h"

#include "object/error/raise.h"
#include "object/text/buffer.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

Value compare_digest(Thread *t, Value a, Value b)
{
    const uint8_t *x, *y;
    int64_t x_len, y_len;
    if (value_is_str(a) && value_is_str(b)) {
        Str *p = value_to_str(a), *q = value_to_str(b);
        if (!(p->h.flags & q->h.flags & OBJECT_ASCII))
            return raise_type_error(t, "comparing strings with non-ASCII "
                                       "characters is not supported");
        x = p->data, y = q->data;
        x_len = p->len, y_len = q->len;
    } else if (!buffer_supported(a) && !buffer_supported(b)) {
        return raise_type_error(t, "unsupported operand types(s) or "
                                   "combination of types: '%T' and '%T'",
                                a, b);
    } else if (bytes_view(t, a, &x, &x_len) < 0 ||
               bytes_view(t, b, &y, &y_len) < 0) {
        return NULL_VALUE;
    }
    unsigned differ = x_len != y_len;
    for (int64_t i = 0; i < y_len; i++)
        differ |= y[i] ^ (x_len == y_len ? x[i] : y[i] ^ 1u);
    return value_from_bool(differ == 0);
}
