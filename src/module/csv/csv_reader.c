/* SPDX-License-Identifier: MIT */
/*
 * Readers: from lines to lists of fields.
 *
 * A record is one line, or more where line ends are quoted or escaped.  What a
 * character means depends on where it is, a Place; the end of a line, END, is a
 * character too.  Characters that mean themselves are taken in runs.
 */
#include "module/csv/csv_parts.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/error/raise.h"
#include "object/type/instance.h"

typedef enum Place {
    AT_RECORD,       /* before the first field */
    AT_FIELD,        /* before another */
    IN_FIELD,        /* in one without quotes */
    IN_QUOTES,       /* in one with quotes */
    AFTER_QUOTE,     /* behind a quote that ends it, if it is not doubled */
    ESCAPED,         /* behind escapechar */
    ESCAPED_QUOTED,  /* the same within quotes */
    ESCAPED_NEWLINE, /* in a field, behind an escaped line end: the line's end
                        does not end it */
    AT_END,          /* behind the line's end */
} Place;

enum { END = -2 };

typedef struct Reader {
    RECORD_HEAD(int64_t line_num;)
    Slot lines; /* an iterator */
    Slot dialect;
} Reader;

/* A record that is being read. */
typedef struct Record {
    const Dialect *d;
    List *fields;
    StrBuilder field; /* so far */
    int64_t limit;
    Place place;
    bool numeric; /* the field is a number */
} Record;

Value csv_reader_new(Thread *t, Value iterator, Value dialect)
{
    Reader *r =
        record_new(t, csv_reader_type.root_shape->id, RECORD_SLOTS(Reader));
    slot_set(r, &r->lines, iterator);
    slot_set(r, &r->dialect, dialect);
    return value_from_pointer(r);
}

/* The field ends: 0 or -1. */
static int end_field(Thread *t, Record *r)
{
    Str *s = strbuilder_finish(t, &r->field);
    if (s == NULL)
        return -1;
    Value v = value_from_pointer(s);
    strbuilder_init(&r->field);
    if (r->numeric) {
        r->numeric = false;
        v = object_call1(t, value_from_pointer(&type_float), v);
        if (value_is_null(v))
            return -1;
    }
    list_append(t, r->fields, v);
    return 0;
}

static int check_limit(Thread *t, const Record *r)
{
    if (r->field.len <= r->limit)
        return 0;
    return RAISE_INT(raise_error(
        t, csv_error(t), "field larger than field limit (%l)", r->limit));
}

static int add(Thread *t, Record *r, int32_t c)
{
    return strbuilder_add_char(t, &r->field, (uint32_t)c) < 0
               ? -1
               : check_limit(t, r);
}

static int add_and_go(Thread *t, Record *r, int32_t c, Place next)
{
    r->place = next;
    return add(t, r, c);
}

static bool is_quote(const Record *r, int32_t c)
{
    return c == r->d->quotechar && r->d->quoting != QUOTE_NONE;
}

/* The field ends at c, a delimiter or a line's end. */
static int end_at(Thread *t, Record *r, int32_t c)
{
    r->place = c == END                 ? AT_RECORD
               : c == '\n' || c == '\r' ? AT_END
                                        : AT_FIELD;
    return end_field(t, r);
}

static bool is_line_end(int32_t c)
{
    return c == END || c == '\n' || c == '\r';
}

static int at_field(Thread *t, Record *r, int32_t c)
{
    const Dialect *d = r->d;
    if (is_line_end(c))
        return end_at(t, r, c);
    if (is_quote(r, c)) {
        r->place = IN_QUOTES;
        return 0;
    }
    if (c == d->escapechar) {
        r->place = ESCAPED;
        return 0;
    }
    r->place = AT_FIELD;
    if (c == ' ' && d->skipinitialspace)
        return 0;
    if (c == d->delimiter)
        return end_at(t, r, c);
    r->numeric = d->quoting == QUOTE_NONNUMERIC;
    return add_and_go(t, r, c, IN_FIELD);
}

static int in_field(Thread *t, Record *r, int32_t c)
{
    if (is_line_end(c))
        return end_at(t, r, c);
    if (c == r->d->escapechar) {
        r->place = ESCAPED;
        return 0;
    }
    if (c == r->d->delimiter)
        return end_at(t, r, c);
    return add(t, r, c);
}

static int in_quotes(Thread *t, Record *r, int32_t c)
{
    if (c == END)
        return 0;
    if (c == r->d->escapechar) {
        r->place = ESCAPED_QUOTED;
        return 0;
    }
    if (is_quote(r, c)) {
        r->place = r->d->doublequote ? AFTER_QUOTE : IN_FIELD;
        return 0;
    }
    return add(t, r, c);
}

static int after_quote(Thread *t, Record *r, int32_t c)
{
    if (is_quote(r, c))
        return add_and_go(t, r, c, IN_QUOTES);
    if (c == r->d->delimiter) { /* even if it is a newline */
        r->place = AT_FIELD;
        return end_field(t, r);
    }
    if (is_line_end(c))
        return end_at(t, r, c);
    if (!r->d->strict)
        return add_and_go(t, r, c, IN_FIELD);
    return RAISE_INT(raise_error(t, csv_error(t), "'%c' expected after '%c'",
                                 r->d->delimiter, r->d->quotechar));
}

/* What the character c means. */
static int step(Thread *t, Record *r, int32_t c)
{
    switch (r->place) {
    case AT_RECORD:
        if (c == END)
            return 0;
        if (c == '\n' || c == '\r') {
            r->place = AT_END;
            return 0;
        }
        return at_field(t, r, c);
    case AT_FIELD: return at_field(t, r, c);
    case IN_FIELD: return in_field(t, r, c);
    case IN_QUOTES: return in_quotes(t, r, c);
    case AFTER_QUOTE: return after_quote(t, r, c);
    case ESCAPED:
        return add_and_go(t, r, c == END ? '\n' : c,
                          c == '\n' || c == '\r' ? ESCAPED_NEWLINE : IN_FIELD);
    case ESCAPED_QUOTED:
        return add_and_go(t, r, c == END ? '\n' : c, IN_QUOTES);
    case ESCAPED_NEWLINE: return c == END ? 0 : in_field(t, r, c);
    case AT_END: break;
    }
    if (c == '\n' || c == '\r')
        return 0;
    if (c == END) {
        r->place = AT_RECORD;
        return 0;
    }
    return RAISE_INT(raise_error(
        t, csv_error(t),
        "new-line character seen in unquoted field - do you need to open the "
        "file in universal-newline mode?"));
}

/* Where one of four characters is in s, from i on, or its end. */
static int64_t find_any(const Str *s, int64_t i, const int32_t stops[4])
{
    int32_t p = stops[0], q = stops[1], u = stops[2], v = stops[3];
#define FIND(type)                                                           \
    for (const type *data = (const type *)(const void *)s->data; i < s->len; \
         i++) {                                                              \
        int32_t c = (int32_t)data[i];                                        \
        if (c == p || c == q || c == u || c == v)                            \
            return i;                                                        \
    }
    if (s->width == 1) {
        FIND(uint8_t)
    } else if (s->width == 2) {
        FIND(uint16_t)
    } else {
        FIND(uint32_t)
    }
#undef FIND
    return i;
}

/* Where the run of characters that mean themselves ends, which i is in. */
static int64_t run_end(const Record *r, const Str *s, int64_t i)
{
    const Dialect *d = r->d;
    if (r->place == IN_QUOTES)
        return find_any(s, i,
                        (const int32_t[4]){d->quotechar, d->quotechar,
                                           d->escapechar, d->escapechar});
    if (r->place == IN_FIELD)
        return find_any(
            s, i, (const int32_t[4]){d->delimiter, '\n', '\r', d->escapechar});
    return i;
}

/* A field of its own, from *i to a delimiter that is next, without anything that
 * has a meaning: 1 and *i is behind it, 0 if it is none, or -1. */
static int plain_field(Thread *t, Record *r, Str *s, int64_t *i)
{
    const Dialect *d = r->d;
    int32_t c = (int32_t)str_at(s, *i);
    if (r->place > AT_FIELD || d->quoting == QUOTE_NONNUMERIC ||
        is_quote(r, c) || (c == ' ' && d->skipinitialspace))
        return 0;
    int64_t end = find_any(
        s, *i, (const int32_t[4]){d->delimiter, '\n', '\r', d->escapechar});
    if (end == *i || end == s->len || end - *i > r->limit ||
        (int32_t)str_at(s, end) != d->delimiter ||
        d->delimiter == d->escapechar || is_line_end(d->delimiter))
        return 0;
    Str *field = str_slice(t, s, *i, end);
    if (field == NULL)
        return -1;
    list_append(t, r->fields, value_from_pointer(field));
    r->place = AT_FIELD;
    *i = end + 1;
    return 1;
}

static int read_line(Thread *t, Record *r, Str *s)
{
    for (int64_t i = 0; i < s->len;) {
        int plain = plain_field(t, r, s, &i);
        int64_t end = run_end(r, s, i);
        if (plain < 0)
            return -1;
        if (plain > 0)
            continue;
        if (end > i) {
            if (strbuilder_add_slice(t, &r->field, s, i, end) < 0 ||
                check_limit(t, r) < 0)
                return -1;
            i = end;
            continue;
        }
        if (step(t, r, (int32_t)str_at(s, i++)) < 0)
            return -1;
    }
    return step(t, r, END);
}

/* There are no more lines: the record, UNBOUND for none, or null. */
static Value at_last(Thread *t, Record *r)
{
    if (r->field.len == 0 && r->place != IN_QUOTES)
        return UNBOUND;
    if (r->d->strict)
        return raise_error(t, csv_error(t), "unexpected end of data");
    return end_field(t, r) < 0 ? NULL_VALUE : value_from_pointer(r->fields);
}

static Value next(Thread *t, Value self)
{
    Reader *reader = value_to_record(self);
    Record r = {.d = value_to_record(slot_get(&reader->dialect)),
                .fields = list_new(t, 0),
                .limit = csv_state(t)->limit};
    strbuilder_init(&r.field);
    do {
        Value line = object_next(t, slot_get(&reader->lines));
        if (value_is_null(line))
            return NULL_VALUE;
        if (value_is_unbound(line))
            return at_last(t, &r);
        if (!value_is_str(line))
            return raise_error(t, csv_error(t),
                               "iterator should return strings, not %.200T "
                               "(the file should be opened in text mode)",
                               line);
        reader->line_num++;
        if (read_line(t, &r, value_to_str(line)) < 0)
            return NULL_VALUE;
    } while (r.place != AT_RECORD);
    KEEP(reader);
    return value_from_pointer(r.fields);
}

static Value get_line_num(Thread *t, Value self)
{
    const Reader *r = value_to_record(self);
    (void)t;
    return value_from_int(r->line_num);
}

static const GetSetDef getsets[] = {
    {"line_num", get_line_num, NULL, GETSET_MEMBER},
    {0},
};
static const MemberDef members[] = {
    {"dialect", offsetof(Reader, dialect), false},
    {0},
};

Type csv_reader_type = {
    TYPE_HEAD(csv_reader),
    .c_name = "_csv.reader",
    .c_doc = "An iterator over the records of lines, each a list of fields.",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Reader),
    .getsets = getsets,
    .members = members,
    .slots = {.iter = sequence_self, .next = next},
};
