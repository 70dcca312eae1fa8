/* SPDX-License-Identifier: MIT */
/* Writers: from fields to lines. */
#include "module/csv/csv_parts.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/complex.h"
#include "object/type/instance.h"

typedef struct Writer {
    RECORD_HEAD()
    Slot write; /* the file's method */
    Slot dialect;
} Writer;

Value csv_write_method(Thread *t, Value file)
{
    Value write = object_getattr_or_unbound(t, file, N(write));
    if (value_is_null(write))
        return NULL_VALUE;
    if (value_is_unbound(write) || !object_is_callable(write))
        return raise_type_error(t, "argument 1 must have a \"write\" method");
    return write;
}

Value csv_writer_new(Thread *t, Value write, Value dialect)
{
    Writer *w =
        record_new(t, csv_writer_type.root_shape->id, RECORD_SLOTS(Writer));
    slot_set(w, &w->write, write);
    slot_set(w, &w->dialect, dialect);
    return value_from_pointer(w);
}

static bool is_special(const Dialect *d, int32_t c)
{
    const Str *end = value_to_str(slot_get(&d->lineterminator));
    if (c == d->delimiter || c == d->escapechar || c == d->quotechar)
        return true;
    for (int64_t i = 0; i < end->len; i++)
        if ((int32_t)str_at(end, i) == c)
            return true;
    return false;
}

/* Whether nothing in s is special, where that is quickly seen. */
static bool is_plain(const Dialect *d, const Str *s)
{
    const Str *end = value_to_str(slot_get(&d->lineterminator));
    int32_t p = d->delimiter, q = d->escapechar, u = d->quotechar;
    if (s->width != 1 || end->len > 2)
        return false;
    int32_t v = end->len > 0 ? (int32_t)str_at(end, 0) : CSV_NONE;
    int32_t w = end->len > 1 ? (int32_t)str_at(end, 1) : CSV_NONE;
    for (int64_t i = 0; i < s->len; i++) {
        int32_t c = s->data[i];
        if (c == p || c == q || c == u || c == v || c == w)
            return false;
    }
    return true;
}

/* What is written before c, which is special: a character, or CSV_NONE. */
static int32_t escape_of(const Dialect *d, int32_t c)
{
    if (d->quoting == QUOTE_NONE || c == d->escapechar)
        return d->escapechar;
    if (c != d->quotechar)
        return CSV_NONE;
    return d->doublequote ? d->quotechar : d->escapechar;
}

/* Whether c, which is special, is told by what stands before it; if not the
 * field is quoted. */
static bool wants_escape(const Dialect *d, int32_t c)
{
    return d->quoting == QUOTE_NONE || c == d->escapechar || c == d->quotechar;
}
static bool makes_quoted(const Dialect *d, int32_t c)
{
    return !wants_escape(d, c) ||
           (c == d->quotechar && d->quoting != QUOTE_NONE && d->doublequote);
}

/* Adds a field: 0 or -1. */
static int add_field(Thread *t, const Dialect *d, StrBuilder *out, const Str *s,
                     bool quoted)
{
    bool special = false, plain = is_plain(d, s);
    if (plain && !quoted)
        return strbuilder_add(t, out, s);
    for (int64_t i = 0; !plain && i < s->len; i++) {
        int32_t c = (int32_t)str_at(s, i);
        if (!is_special(d, c))
            continue;
        special = true;
        quoted = quoted || makes_quoted(d, c);
        if (wants_escape(d, c) && escape_of(d, c) == CSV_NONE)
            return RAISE_INT(raise_error(
                t, csv_error(t), "need to escape, but no escapechar set"));
    }
    if (quoted && strbuilder_add_char(t, out, (uint32_t)d->quotechar) < 0)
        return -1;
    if (!special && strbuilder_add(t, out, s) < 0)
        return -1;
    for (int64_t i = 0; special && i < s->len; i++) {
        int32_t c = (int32_t)str_at(s, i);
        if (is_special(d, c) && wants_escape(d, c) &&
            strbuilder_add_char(t, out, (uint32_t)escape_of(d, c)) < 0)
            return -1;
        if (strbuilder_add_char(t, out, (uint32_t)c) < 0)
            return -1;
    }
    return quoted ? strbuilder_add_char(t, out, (uint32_t)d->quotechar) : 0;
}

static bool is_number(Value v)
{
    const TypeSlots *slots = &type_of(v)->slots;
    return slots->to_int != NULL || slots->to_float != NULL ||
           slots->index != NULL || value_is_complex(v);
}

/* Adds what is written of an object: 0 or -1. */
static int add_value(Thread *t, const Dialect *d, StrBuilder *out, Value v)
{
    bool quoted = d->quoting == QUOTE_ALL ||
                  (d->quoting == QUOTE_NONNUMERIC && !is_number(v));
    if (value_is_none(v))
        return add_field(t, d, out, t->rt->empty_str, quoted);
    if (!value_is_str(v)) {
        v = object_str(t, v);
        if (value_is_null(v))
            return -1;
    }
    return add_field(t, d, out, value_to_str(v), quoted);
}

static Value iterate_row(Thread *t, Value row)
{
    Value iterator = object_iter(t, row);
    if (!value_is_null(iterator) || !exception_matches(t, EXC(TypeError)))
        return iterator;
    exception_take(t);
    return raise_error(t, csv_error(t), "iterable expected, not %.200T", row);
}

static Value write_row(Thread *t, Writer *w, Value row)
{
    const Dialect *d = value_to_record(slot_get(&w->dialect));
    StrBuilder out;
    int64_t n = 0;
    TRY(iterator, iterate_row(t, row));
    strbuilder_init(&out);
    FOR_EACH_ITEM(t, v, iterator, NULL_VALUE) {
        if (n++ > 0 && strbuilder_add_char(t, &out, (uint32_t)d->delimiter) < 0)
            return NULL_VALUE;
        if (add_value(t, d, &out, v) < 0)
            return NULL_VALUE;
    }
    if (n > 0 && out.len == 0) { /* an empty line would be no record */
        if (d->quoting == QUOTE_NONE)
            return raise_error(t, csv_error(t),
                               "single empty field record must be quoted");
        if (add_field(t, d, &out, t->rt->empty_str, true) < 0)
            return NULL_VALUE;
    }
    if (strbuilder_add(t, &out, value_to_str(slot_get(&d->lineterminator))) < 0)
        return NULL_VALUE;
    Str *line = strbuilder_finish(t, &out);
    return line == NULL
               ? NULL_VALUE
               : object_call1(t, slot_get(&w->write), value_from_pointer(line));
}

NATIVE(writer, writerow, 0,
       "Write a record, an iterable of fields; answers what write() did.",
       (self, Writer), (arg, object, row), (slash))
{
    return write_row(t, self, row);
}

NATIVE(writer, writerows, 0, "Write a record for each item of an iterable.",
       (self, Writer), (arg, object, rows), (slash))
{
    TRY(iterator, object_iter(t, rows));
    FOR_EACH_ITEM(t, row, iterator, NULL_VALUE) {
        TRY(written, write_row(t, self, row));
    }
    return NONE;
}

static const NativeDef *const methods[] = {
    &writer_writerow_native,
    &writer_writerows_native,
    NULL,
};
static const MemberDef members[] = {
    {"dialect", offsetof(Writer, dialect), false},
    {0},
};

Type csv_writer_type = {
    TYPE_HEAD(csv_writer),
    .c_name = "_csv.writer",
    .c_doc = "Writes records to a file, each an iterable of fields.",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Writer),
    .methods = methods,
    .members = members,
};
