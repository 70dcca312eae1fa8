/* SPDX-License-Identifier: MIT */
/* ASCII and Latin-1. */
#include "object/text/codecs_error.h"

Value codecs_decode_latin1(Thread *t, const uint8_t *data, int64_t len,
                           const char *errors, int64_t *consumed)
{
    (void)errors;
    if (consumed != NULL)
        *consumed = len;
    return value_from_pointer(str_from_latin1(t, data, len));
}

static int64_t ascii_prefix(const uint8_t *data, int64_t len)
{
    int64_t i = 0;
    while (i < len && data[i] < 0x80)
        i++;
    return i;
}

Value codecs_decode_ascii(Thread *t, const uint8_t *data, int64_t len,
                          const char *errors, int64_t *consumed)
{
    Decoder d;
    decoder_init(&d, "ascii", errors, data, len);
    if (ascii_prefix(data, len) == len) {
        Str *s = str_from_latin1(t, data, len);
        if (s != NULL)
            s->h.flags |= OBJECT_ASCII;
        if (consumed != NULL)
            *consumed = len;
        return value_from_pointer(s);
    }
    while (d.pos < d.len) {
        int64_t n = ascii_prefix(d.data + d.pos, d.len - d.pos);
        if (strbuilder_add_data(t, &d.b, d.data + d.pos, 1, n) < 0)
            return NULL_VALUE;
        d.pos += n;
        if (d.pos < d.len && decoder_error(t, &d, d.pos, d.pos + 1,
                                           "ordinal not in range(128)") < 0)
            return NULL_VALUE;
    }
    if (consumed != NULL)
        *consumed = d.pos;
    return value_from_pointer(strbuilder_finish(t, &d.b));
}

static int put_ascii(Thread *t, Encoder *e, uint32_t c)
{
    if (c > 127)
        return 0;
    return strbuilder_add_char(t, &e->b, c) < 0 ? -1 : 1;
}

static int put_latin1(Thread *t, Encoder *e, uint32_t c)
{
    if (c > 255)
        return 0;
    return strbuilder_add_char(t, &e->b, c) < 0 ? -1 : 1;
}

Value codecs_encode_ascii(Thread *t, Str *s, const char *errors)
{
    Encoder e = {.encoding = "ascii", .errors = errors, .s = s, .unit = 1,
                 .reason = "ordinal not in range(128)", .put = put_ascii};
    if (str_is_ascii(s))
        return value_from_pointer(bytes_new(t, s->data, s->len));
    strbuilder_init(&e.b);
    return encoder_run(t, &e);
}

Value codecs_encode_latin1(Thread *t, Str *s, const char *errors)
{
    Encoder e = {.encoding = "latin-1", .errors = errors, .s = s, .unit = 1,
                 .reason = "ordinal not in range(256)", .put = put_latin1};
    if (s->width == 1)
        return value_from_pointer(bytes_new(t, s->data, s->len));
    strbuilder_init(&e.b);
    return encoder_run(t, &e);
}
