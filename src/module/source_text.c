/* SPDX-License-Identifier: MIT */
/* Source text as arguments: see source_text.h. */
#include "module/source_text.h"

#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/text/buffer.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

int source_text_of(Thread *t, Value v, const char *function, const char *what,
                   SourceText *s)
{
    if (value_is_str(v)) {
        size_t len;
        s->text = str_to_utf8(t, value_to_str(v), &len);
        s->len = (int64_t)len;
        s->is_text = true;
        return 0;
    }
    const uint8_t *data;
    if (bytes_view(t, v, &data, &s->len) < 0) {
        if (!exception_matches(t, EXC(TypeError)))
            return -1;
        exception_take(t);
        return RAISE_INT(raise_type_error(
            t, "%s() arg 1 must be a %s", function, what));
    }
    s->text = (const char *)data;
    s->is_text = false;
    return 0;
}

/* Of what lends memory and is no bytes object: taken, with a warning. */
static Str *filename_of_buffer(Thread *t, Value v)
{
    const uint8_t *data;
    int64_t len;
    if (warn(t, EXC(DeprecationWarning),
             "path should be string, bytes, or os.PathLike, not %T", v) < 0 ||
        bytes_view(t, v, &data, &len) < 0)
        return NULL;
    return str_from_utf8(t, (const char *)data, (size_t)len);
}

Str *source_text_filename(Thread *t, Value v)
{
    if (value_is_str(v))
        return value_to_str(v);
    if (value_is_bytes(v))
        return str_from_utf8(t, (const char *)value_to_bytes(v)->data,
                             (size_t)value_to_bytes(v)->len);
    if (buffer_supported(v))
        return filename_of_buffer(t, v);
    Value method = object_lookup_special(t, v, N(__fspath__));
    if (value_is_null(method))
        return NULL;
    if (!value_is_unbound(method)) {
        v = object_call0(t, method);
        if (value_is_null(v))
            return NULL;
        if (value_is_str(v))
            return value_to_str(v);
    }
    raise_type_error(t, "expected str, bytes or os.PathLike object, not %T",
                     v);
    return NULL;
}
