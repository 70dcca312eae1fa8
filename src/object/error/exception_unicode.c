/* SPDX-License-Identifier: MIT */
/* UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError. */
#include <stdio.h>
#include "object/core/slot.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

static int wrong_argument(Thread *t, int position, Value v)
{
    return RAISE_INT(raise_type_error(t, "argument %d must be str, not %T",
                                      position, v));
}

/* args: object, start, end, reason */
static int fill_rest(Thread *t, Exception *e, Value *args, int position)
{
    slot_set(e, &e->fields[UNICODE_OBJECT], args[0]);
    for (int i = 1; i <= 2; i++) {
        Value v = object_index(t, args[i]);
        if (value_is_null(v))
            return -1;
        slot_set(e, &e->fields[UNICODE_OBJECT + i], v);
    }
    if (!value_is_str(args[3]))
        return wrong_argument(t, position + 3, args[3]);
    slot_set(e, &e->fields[UNICODE_REASON], args[3]);
    return 0;
}

static int check_count(Thread *t, int64_t n, int64_t want)
{
    if (n == want)
        return 0;
    return RAISE_INT(raise_type_error(
        t, "function takes exactly %l arguments (%l given)", want, n));
}

static int fill_encode(Thread *t, Exception *e, Value *args, int64_t n,
                       Tuple *kwnames)
{
    if (exception_fill_base(t, e, args, n, kwnames) < 0 ||
        check_count(t, n, 5) < 0)
        return -1;
    if (!value_is_str(args[0]))
        return wrong_argument(t, 1, args[0]);
    if (!value_is_str(args[1]))
        return wrong_argument(t, 2, args[1]);
    slot_set(e, &e->fields[UNICODE_ENCODING], args[0]);
    return fill_rest(t, e, args + 1, 2);
}

static int fill_decode(Thread *t, Exception *e, Value *args, int64_t n,
                       Tuple *kwnames)
{
    if (exception_fill_base(t, e, args, n, kwnames) < 0 ||
        check_count(t, n, 5) < 0)
        return -1;
    if (!value_is_str(args[0]))
        return wrong_argument(t, 1, args[0]);
    slot_set(e, &e->fields[UNICODE_ENCODING], args[0]);
    Value object = args[1];
    if (!type_has_flag(object, TYPE_IS_BYTES)) {
        const uint8_t *data;
        int64_t len;
        if (bytes_view(t, object, &data, &len) < 0)
            return -1;
        object = value_from_pointer(bytes_new(t, data, len));
    }
    Value rest[4] = {object, args[2], args[3], args[4]};
    return fill_rest(t, e, rest, 2);
}

static int fill_translate(Thread *t, Exception *e, Value *args, int64_t n,
                          Tuple *kwnames)
{
    if (exception_fill_base(t, e, args, n, kwnames) < 0 ||
        check_count(t, n, 4) < 0)
        return -1;
    if (!value_is_str(args[0]))
        return wrong_argument(t, 1, args[0]);
    return fill_rest(t, e, args, 1);
}

void exception_unicode_range(const Exception *e, int64_t len, int64_t *start,
                             int64_t *end)
{
    *start = *end = 0;
    if (value_is_int_object(exception_field(e, UNICODE_START)))
        int_to_int64(exception_field(e, UNICODE_START), start);
    if (value_is_int_object(exception_field(e, UNICODE_END)))
        int_to_int64(exception_field(e, UNICODE_END), end);
    if (*start < 0)
        *start = 0;
    if (*start >= len)
        *start = len == 0 ? 0 : len - 1;
    if (*end < 1)
        *end = 1;
    if (*end > len)
        *end = len;
}

static void escape(char *out, size_t size, uint32_t c)
{
    snprintf(out, size, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x"
                                                            : "\\U%08x", c);
}

static Value text_error_str(Thread *t, Exception *e, Str *what)
{
    Value object = exception_field(e, UNICODE_OBJECT);
    Value reason = exception_field(e, UNICODE_REASON);
    if (value_is_unbound(object) || !value_is_str(object))
        return value_from_pointer(t->rt->empty_str);
    Str *s = value_to_str(object);
    int64_t start, end;
    exception_unicode_range(e, s->len, &start, &end);
    if (start < s->len && end == start + 1) {
        char text[16];
        escape(text, sizeof(text), str_at(s, start));
        return format_message(t, "%U character '%s' in position %l: %S", what,
                              text, start, reason);
    }
    return format_message(t, "%U characters in position %l-%l: %S", what,
                          start, end - 1, reason);
}

static Value encode_str(Thread *t, Value self)
{
    Exception *e = value_to_exception(self);
    if (value_is_unbound(exception_field(e, UNICODE_OBJECT)))
        return value_from_pointer(t->rt->empty_str);
    TRY(what, format_message(t, "'%S' codec can't encode",
                             exception_field(e, UNICODE_ENCODING)));
    return text_error_str(t, e, value_to_str(what));
}

static Value translate_str(Thread *t, Value self)
{
    return text_error_str(t, value_to_exception(self),
                          str_from_c(t, "can't translate"));
}

static Value decode_str(Thread *t, Value self)
{
    Exception *e = value_to_exception(self);
    Value object = exception_field(e, UNICODE_OBJECT);
    Value reason = exception_field(e, UNICODE_REASON);
    const uint8_t *data;
    int64_t len, start, end;
    if (value_is_unbound(object))
        return value_from_pointer(t->rt->empty_str);
    if (bytes_view(t, object, &data, &len) < 0)
        return NULL_VALUE;
    exception_unicode_range(e, len, &start, &end);
    Value encoding = exception_field(e, UNICODE_ENCODING);
    if (start < len && end == start + 1) {
        char byte[8];
        snprintf(byte, sizeof(byte), "0x%02x", data[start]);
        return format_message(t, "'%S' codec can't decode byte %s in position"
                              " %l: %S", encoding, byte, start, reason);
    }
    return format_message(t, "'%S' codec can't decode bytes in position %l-%l"
                          ": %S", encoding, start, end - 1, reason);
}

#define FIELD(i) (offsetof(Exception, fields) + (i) * sizeof(Slot))
static const MemberDef members[] = {
    {"encoding", FIELD(UNICODE_ENCODING), true},
    {"object", FIELD(UNICODE_OBJECT), true},
    {"start", FIELD(UNICODE_START), true},
    {"end", FIELD(UNICODE_END), true},
    {"reason", FIELD(UNICODE_REASON), true},
    {0},
};

void exception_unicode_prepare(void)
{
    exception_fill_set(EXC(UnicodeEncodeError), fill_encode);
    EXC(UnicodeEncodeError)->slots.str = encode_str;
    EXC(UnicodeEncodeError)->members = members;
    exception_fill_set(EXC(UnicodeDecodeError), fill_decode);
    EXC(UnicodeDecodeError)->slots.str = decode_str;
    EXC(UnicodeDecodeError)->members = members;
    exception_fill_set(EXC(UnicodeTranslateError), fill_translate);
    EXC(UnicodeTranslateError)->slots.str = translate_str;
    EXC(UnicodeTranslateError)->members = members;
}
