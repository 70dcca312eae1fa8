/* SPDX-License-Identifier: MIT */
/* Numbers, strings and bytes, pickled. */
#include "base/big_endian.h"
#include "module/pickle/pickler.h"
#include "object/container/tuple.h"
#include "object/number/float.h"
#include "object/number/int_text.h"
#include "object/text/buffer.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include <stdio.h>
#include <string.h>

/* ---- numbers ---- */

/* A line: an opcode, text and an end. */
static int save_line(Thread *t, Save *s, uint8_t op, const Str *text,
                     const char *end)
{
    return save_op(t, s, op) < 0 ||
                   save_bytes_of(t, s, text->data, text->len) < 0
               ? -1
               : save_bytes_of(t, s, end, (int64_t)strlen(end));
}

/* In two's complement, as short as may be. */
static int save_long(Thread *t, Save *s, Value v)
{
    int64_t n = int_bit_length(v) / 8 + 1, i;
    if (n <= 8 && int_to_int64(v, &i)) {
        if (n > 1 && i >> (8 * n - 9) == -1)
            n--; /* its sign is in the byte before */
        uint8_t *p = save_room(t, s, n + 2);
        if (p == NULL)
            return -1;
        p[0] = OP_LONG1;
        p[1] = (uint8_t)n;
        put_little(p + 2, (uint64_t)i, (int)n);
        return 0;
    }
    if (n > INT32_MAX)
        return RAISE_INT(
            raise_error(t, EXC(OverflowError), "int too large to pickle"));
    Bytes *b = bytes_new(t, NULL, n);
    if (b == NULL || int_to_bytes(t, v, b->data, (size_t)n, true, true) < 0)
        return -1;
    if (int_sign(v) < 0 && n > 1 && b->data[n - 1] == 0xff &&
        b->data[n - 2] & 0x80)
        n--;
    if ((n < 256 ? save_number(t, s, OP_LONG1, (uint64_t)n, 1)
                 : save_number(t, s, OP_LONG4, (uint64_t)n, 4)) < 0)
        return -1;
    return save_bytes_of(t, s, b->data, n);
}

int save_int(Thread *t, Save *s, Value v)
{
    int64_t i;
    bool small = int_to_int64(v, &i) && i == (int32_t)i;
    if (small && s->bin) {
        if (i >= 0 && i < 0x100)
            return save_number(t, s, OP_BININT1, (uint64_t)i, 1);
        if (i >= 0 && i < 0x10000)
            return save_number(t, s, OP_BININT2, (uint64_t)i, 2);
        return save_number(t, s, OP_BININT, (uint64_t)i, 4);
    }
    if (s->proto >= 2 && !small)
        return save_long(t, s, v);
    Value text = int_repr(t, v);
    if (value_is_null(text))
        return -1;
    return small ? save_line(t, s, OP_INT, value_to_str(text), "\n")
                 : save_line(t, s, OP_LONG, value_to_str(text), "L\n");
}

int save_float(Thread *t, Save *s, Value v)
{
    double d = float_to_double(v);
    if (!s->bin)
        return save_line(t, s, OP_FLOAT, value_to_str(float_repr(t, d)), "\n");
    uint8_t *p = save_room(t, s, 9);
    if (p == NULL)
        return -1;
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    *p = OP_BINFLOAT;
    big_endian_store64(p + 1, bits);
    return 0;
}

/* ---- strings ---- */

/* The opcode of data of n bytes, the shortest of three kinds (0: there is none)
 * for the protocol, and n; answers the length, 0 if it is too long. */
static int sized_head(const Save *s, uint8_t head[9], int64_t n, uint8_t op1,
                      uint8_t op4, uint8_t op8, int op1_since)
{
    int size;
    if (n <= 0xff && s->proto >= op1_since) {
        head[0] = op1;
        size = 1;
    } else if (n <= 0xffffffff) {
        head[0] = op4;
        size = 4;
    } else if (s->proto >= 4) {
        head[0] = op8;
        size = 8;
    } else {
        return 0;
    }
    put_little(head + 1, (uint64_t)n, size);
    return 1 + size;
}

static int save_str_text(Thread *t, Save *s, Str *text)
{
    uint8_t head[9];
    int64_t n = str_is_ascii(text) ? text->len : (int64_t)str_utf8_len(text);
    int n_head = sized_head(s, head, n, OP_SHORT_BINUNICODE, OP_BINUNICODE,
                            OP_BINUNICODE8, 4);
    if (n_head == 0)
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "serializing a string larger than 4 GiB "
                                     "requires pickle protocol 4 or higher"));
    if (n < FRAME_TARGET) {
        uint8_t *p = save_room(t, s, n_head + n);
        if (p == NULL)
            return -1;
        memcpy(p, head, (size_t)n_head);
        if (n == text->len)
            memcpy(p + n_head, text->data, (size_t)n);
        else
            str_utf8_write(text, p + n_head);
        return 0;
    }
    Bytes *b = bytes_new(t, NULL, n);
    if (b == NULL)
        return -1;
    str_utf8_write(text, b->data);
    return save_large(t, s, head, n_head, b->data, n, value_from_pointer(b));
}

/* As the raw-unicode-escape codec has it, with escapes for what would end the
 * line or be an escape. */
static int save_str_line(Thread *t, Save *s, const Str *text)
{
    if (save_op(t, s, OP_UNICODE) < 0)
        return -1;
    for (int64_t i = 0; i < text->len; i++) {
        uint32_t c = str_at(text, i);
        char escape[12];
        int n = 1;
        escape[0] = (char)c;
        if (c >= 0x10000)
            n = snprintf(escape, sizeof escape, "\\U%08x", (unsigned)c);
        else if (c >= 256 || c == '\\' || c == 0 || c == '\n' || c == '\r' ||
                 c == 0x1a)
            n = snprintf(escape, sizeof escape, "\\u%04x", (unsigned)c);
        if (save_bytes_of(t, s, escape, n) < 0)
            return -1;
    }
    return save_op(t, s, '\n');
}

/* As save_short, of a text in UTF-8, which is measured by writing it. */
enum { SHORT_WIDE = 63 }; /* code points of 4 bytes at most */
static int save_short_wide(Thread *t, Save *s, const Str *text)
{
    int64_t most = 2 + 4 * text->len;
    uint8_t *head = save_room(t, s, most);
    if (head == NULL)
        return -1;
    uint8_t *p = head + 2;
    for (int64_t i = 0; i < text->len; i++) {
        uint32_t c = str_at(text, i);
        if (c < 0x80) {
            *p++ = (uint8_t)c;
            continue;
        }
        if (c < 0x800) {
            *p++ = (uint8_t)(0xc0 | c >> 6);
        } else {
            if (c < 0x10000) {
                *p++ = (uint8_t)(0xe0 | c >> 12);
            } else {
                *p++ = (uint8_t)(0xf0 | c >> 18);
                *p++ = (uint8_t)(0x80 | (c >> 12 & 0x3f));
            }
            *p++ = (uint8_t)(0x80 | (c >> 6 & 0x3f));
        }
        *p++ = (uint8_t)(0x80 | (c & 0x3f));
    }
    head[0] = OP_SHORT_BINUNICODE;
    head[1] = (uint8_t)(p - head - 2);
    s->out.len -= most - (p - head);
    return 0;
}

int save_str(Thread *t, Save *s, Value v)
{
    Str *text = value_to_str(v);
    if (s->proto >= 4 && s->bin && text->width != 1 && text->len <= SHORT_WIDE)
        return save_short_wide(t, s, text) < 0 ? -1 : save_memoize(t, s, v);
    if (s->proto >= 4 && s->bin && text->len <= 0xff && text->width == 1 &&
        (text->h.flags & OBJECT_ASCII || str_is_ascii(text)))
        return save_short(t, s, OP_SHORT_BINUNICODE, text->data, text->len, v);
    return (s->bin ? save_str_text(t, s, text) : save_str_line(t, s, text)) < 0
               ? -1
               : save_memoize(t, s, v);
}

/* ---- bytes ---- */

static int save_bytes_data(Thread *t, Save *s, Value v, const uint8_t *data,
                           int64_t n)
{
    uint8_t head[9];
    if (n <= 0xff && s->proto >= 4)
        return save_short(t, s, OP_SHORT_BINBYTES, data, n, v);
    int n_head =
        sized_head(s, head, n, OP_SHORT_BINBYTES, OP_BINBYTES, OP_BINBYTES8, 0);
    if (n_head == 0)
        return RAISE_INT(raise_error(
            t, EXC(OverflowError),
            "serializing a bytes object larger than 4 GiB requires pickle "
            "protocol 4 or higher"));
    if (n < FRAME_TARGET) {
        uint8_t *p = save_room(t, s, n_head + n);
        if (p == NULL)
            return -1;
        memcpy(p, head, (size_t)n_head);
        if (n > 0)
            memcpy(p + n_head, data, (size_t)n);
        return save_memoize(t, s, v);
    }
    return save_large(t, s, head, n_head, data, n, v) < 0
               ? -1
               : save_memoize(t, s, v);
}

static int save_bytearray_data(Thread *t, Save *s, Value v, const uint8_t *data,
                               int64_t n)
{
    uint8_t head[9] = {OP_BYTEARRAY8};
    put_little(head + 1, (uint64_t)n, 8);
    return save_large(t, s, head, 9, data, n, v) < 0 ? -1
                                                     : save_memoize(t, s, v);
}

int save_bytes(Thread *t, Save *s, Value v)
{
    const Bytes *b = value_to_bytes(v);
    if (s->proto >= 3)
        return save_bytes_data(t, s, v, b->data, b->len);
    if (b->len == 0)
        return save_call(t, s, value_from_pointer(&type_bytes),
                         t->rt->empty_tuple, v);
    Value text = value_from_pointer(str_from_latin1(t, b->data, b->len));
    Value latin1 = value_from_pointer(str_intern_c(t, "latin1"));
    if (value_is_null(text))
        return -1;
    return save_call(t, s, slot_get(&pickle_state(t)->encode),
                     tuple_pack(t, 2, text, latin1), v);
}

int save_bytearray(Thread *t, Save *s, Value v)
{
    ByteArray *a = value_to_bytearray(v);
    if (s->proto >= 5)
        return save_bytearray_data(t, s, v, bytearray_data(a), a->len);
    Value type = value_from_pointer(&type_bytearray);
    if (a->len == 0)
        return save_call(t, s, type, t->rt->empty_tuple, v);
    Value bytes = value_from_pointer(bytes_new(t, bytearray_data(a), a->len));
    return value_is_null(bytes)
               ? -1
               : save_call(t, s, type, tuple_pack(t, 1, bytes), v);
}

/* In the pickle, or left to the buffer callback. */
static int save_lent(Thread *t, Save *s, Value v, const Buffer *b)
{
    Value callback = slot_get(&s->p->buffer_callback);
    bool in_band = true;
    if (!buffer_is_contiguous(b, 'A'))
        return RAISE_INT(
            raise_error(t, PICKLE_ERROR(t, PicklingError),
                        "PickleBuffer can not be pickled when pointing to a "
                        "non-contiguous buffer"));
    if (!value_is_none(callback)) {
        Value answer = object_call1(t, callback, v);
        int truth = value_is_null(answer) ? -1 : object_is_true(t, answer);
        if (truth < 0)
            return -1;
        in_band = truth != 0;
    }
    if (in_band)
        return (b->readonly ? save_bytes_data
                            : save_bytearray_data)(t, s, v, b->data, b->len);
    if (save_op(t, s, OP_NEXT_BUFFER) < 0)
        return -1;
    return b->readonly ? save_op(t, s, OP_READONLY_BUFFER) : 0;
}

int save_buffer(Thread *t, Save *s, Value v)
{
    Buffer b;
    if (s->proto < 5)
        return RAISE_INT(
            raise_error(t, PICKLE_ERROR(t, PicklingError),
                        "PickleBuffer can only pickled with protocol >= 5"));
    Value view = pickle_buffer_view(t, v);
    if (value_is_null(view) || buffer_get(t, view, &b, BUFFER_FULL) < 0)
        return -1;
    int status = save_lent(t, s, v, &b);
    buffer_release(&b);
    return status;
}
