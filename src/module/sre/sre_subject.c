/* SPDX-License-Identifier: MIT */
/* Text and borrowed bytes. */
#include "module/sre/sre_subject.h"

#include "object/error/raise.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

int sre_subject_get(Thread *t, Value string, SreSubject *s)
{
    s->string = string;
    s->held = s->is_bytes = false;
    if (value_is_str(string)) {
        const Str *text = value_to_str(string);
        s->data = text->data;
        s->len = text->len;
        s->width = text->width;
        return 0;
    }
    s->is_bytes = true;
    s->width = 1;
    if (value_is_bytes(string)) {
        const Bytes *bytes = value_to_bytes(string);
        s->data = bytes->data;
        s->len = bytes->len;
        return 0;
    }
    if (buffer_get(t, string, &s->buffer, BUFFER_SIMPLE) < 0) {
        exception_take(t);
        raise_type_error(t, "expected string or bytes-like object, got '%T'",
                         string);
        return -1;
    }
    s->held = true;
    s->data = s->buffer.data;
    s->len = s->buffer.len;
    return 0;
}

void sre_subject_done(SreSubject *s)
{
    if (s->held)
        buffer_release(&s->buffer);
    s->held = false;
}

Value sre_subject_slice(Thread *t, const SreSubject *s, int64_t from,
                        int64_t to)
{
    if (!s->is_bytes) {
        Str *part = str_slice(t, value_to_str(s->string), from, to);
        return part == NULL ? NULL_VALUE : value_from_pointer(part);
    }
    if (from == 0 && to == s->len && value_has_shape(s->string, SHAPE_BYTES))
        return s->string;
    if (to <= from)
        return value_from_pointer(t->rt->empty_bytes);
    Bytes *part = bytes_new(t, (const uint8_t *)s->data + from, to - from);
    return part == NULL ? NULL_VALUE : value_from_pointer(part);
}
