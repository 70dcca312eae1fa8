/* SPDX-License-Identifier: MIT */
/*
 * The record of a code object.  Behind the type code, a number that another
 * instruction set does not have; a length, and if it is not 0, as for the
 * outermost code object, a checksum of what follows; the numbers of `fields`;
 * instructions as opcode and argument, without caches; the exception table;
 * positions as a location table; constants, names and so on as objects.
 *
 * What is read may come from anywhere: the verifier decides whether it can run.
 */
#include <string.h>
#include "compile/locations.h"
#include "compile/marshal.h"
#include "compile/marshal_parts.h"
#include "compile/verify.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "0"
#endif

/* Counted up when the record changes, or what an instruction means while its row
 * of opcodes.def does not. */
enum { REVISION = 1 };

enum {
    LENGTH_AT = 1 + 4,        /* behind the type code and the number */
    HEAD = LENGTH_AT + 4 + 8, /* of the outermost record */
};

static const size_t fields[] = {
    offsetof(Code, n_args), offsetof(Code, n_posonly),
    offsetof(Code, n_kwonly), offsetof(Code, n_locals),
    offsetof(Code, n_free), offsetof(Code, stack_size),
    offsetof(Code, flags), offsetof(Code, first_line),
};
enum { N_FIELDS = sizeof fields / sizeof *fields };

/* ---- numbers that tell versions and damage ---- */

static uint64_t mix(uint64_t h, uint64_t word)
{
    h = (h ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return h ^ h >> 32;
}

static uint64_t checksum(const uint8_t *data, size_t len)
{
    uint64_t h = len, word;
    for (; len >= sizeof word; len -= sizeof word, data += sizeof word) {
        memcpy(&word, data, sizeof word);
        h = mix(h, word);
    }
    for (; len > 0; len--)
        h = mix(h, *data++);
    return h;
}

static uint32_t format_of_tables(void)
{
    uint64_t h = checksum((const uint8_t *)PACKAGE_VERSION,
                          sizeof PACKAGE_VERSION);
    h = mix(h, checksum(opcode_caches, sizeof opcode_caches));
    h = mix(h, checksum(opcode_flags, sizeof opcode_flags));
    for (int i = 0; i < OPCODE_COUNT; i++)
        h = mix(h, checksum((const uint8_t *)opcode_names[i],
                            strlen(opcode_names[i])));
    return (uint32_t)mix(h, REVISION) | 1;
}

uint32_t marshal_code_format(void)
{
    /* Of constants alone: whoever works it out stores the same. */
    static uint32_t known; /* 0: not yet */
    uint32_t format = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (format == 0) {
        format = format_of_tables();
        __atomic_store_n(&known, format, __ATOMIC_RELAXED);
    }
    return format;
}

static uint32_t read_int(const uint8_t *b)
{
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
           (uint32_t)b[3] << 24;
}

bool marshal_is_code(const uint8_t *data, size_t len)
{
    if (len < HEAD || (data[0] & ~MARSHAL_FLAG) != MARSHAL_CODE ||
        read_int(data + 1) != marshal_code_format())
        return false;
    size_t n = read_int(data + LENGTH_AT);
    if (n == 0 || n != len - HEAD)
        return false;
    uint64_t sum = checksum(data + HEAD, n);
    return read_int(data + LENGTH_AT + 4) == (uint32_t)sum &&
           read_int(data + LENGTH_AT + 8) == (uint32_t)(sum >> 32);
}

void marshal_seal_code(MarshalWriter *w)
{
    if (w->out.len - HEAD > INT32_MAX)
        return; /* no cache is that large */
    uint64_t sum = checksum((const uint8_t *)w->out.bytes + HEAD,
                            w->out.len - HEAD);
    marshal_patch_int(w, LENGTH_AT, (uint32_t)(w->out.len - HEAD));
    marshal_patch_int(w, LENGTH_AT + 4, (uint32_t)sum);
    marshal_patch_int(w, LENGTH_AT + 8, (uint32_t)(sum >> 32));
}

/* ---- writing ---- */

static void put_varint(Buf *b, uint32_t i)
{
    for (; i >= 0x80; i >>= 7)
        buf_append_char(b, (char)(uint8_t)(0x80 | (i & 0x7f)));
    buf_append_char(b, (char)i);
}

static void put_counted(MarshalWriter *w, const Buf *b)
{
    w->out.failed |= b->failed;
    marshal_put_int(w, (uint32_t)b->len);
    buf_append(&w->out, b->bytes, b->len);
}

static void put_units(MarshalWriter *w, const Code *c)
{
    Buf b = BUF_INIT;
    for (int32_t i = 0; i < c->n_units;) {
        Opcode op = (Opcode)opcode_base[unit_opcode(c->units[i])];
        buf_append_char(&b, (char)op);
        put_varint(&b, unit_arg(c->units[i]));
        i += 1 + opcode_caches[op];
    }
    marshal_put_int(w, (uint32_t)c->n_units);
    put_counted(w, &b);
    buf_free(&b);
}

static void put_exceptions(MarshalWriter *w, const Code *c)
{
    const ExceptionRow *rows = code_exceptions(c);
    marshal_put_int(w, c->n_exceptions);
    for (uint32_t i = 0; i < c->n_exceptions; i++) {
        marshal_put_int(w, rows[i].start);
        marshal_put_int(w, rows[i].end);
        marshal_put_int(w, rows[i].target);
        marshal_put_int(w, rows[i].depth << 1 | rows[i].push_unit);
    }
}

static void put_positions(MarshalWriter *w, const Code *c)
{
    marshal_put_int(w, c->positions_len);
    buf_append(&w->out, c->positions->data, c->positions_len);
}

void marshal_put_code(MarshalWriter *w, const Code *c)
{
    bool outermost = w->out.len == 0;
    buf_append_char(&w->out, MARSHAL_CODE);
    marshal_put_int(w, marshal_code_format());
    for (int i = 0; i < (outermost ? 3 : 1); i++)
        marshal_put_int(w, 0); /* see marshal_seal_code */
    for (int i = 0; i < N_FIELDS; i++) {
        uint32_t field;
        memcpy(&field, (const char *)c + fields[i], sizeof field);
        marshal_put_int(w, field);
    }
    put_units(w, c);
    put_exceptions(w, c);
    put_positions(w, c);
    marshal_put(w, value_from_pointer(c->consts_tuple));
    marshal_put(w, value_from_pointer(c->names_tuple));
    marshal_put(w, value_from_pointer(c->localsplus_names));
    marshal_put(w, value_from_pointer(c->localsplus_kinds));
    marshal_put(w, slot_get(&c->filename));
    marshal_put(w, slot_get(&c->name));
    marshal_put(w, slot_get(&c->qualname));
}

/* ---- reading ---- */

static bool bad(MarshalReader *r, const char *what)
{
    if (value_is_null(r->t->exc))
        raise_value_error(r->t, "bad marshal data (code: %s)", what);
    return false;
}

static bool take_head(MarshalReader *r)
{
    int32_t format, len;
    if (!marshal_take_int(r, &format) || !marshal_take_int(r, &len))
        return false;
    if ((uint32_t)format != marshal_code_format())
        return bad(r, "of another version of Adder");
    return len == 0 || marshal_take(r, 8) != NULL;
}

static bool take_fields(MarshalReader *r, Code *c)
{
    for (int i = 0; i < N_FIELDS; i++) {
        int32_t field;
        if (!marshal_take_int(r, &field))
            return false;
        memcpy((char *)c + fields[i], &field, sizeof field);
    }
    c->flags &= ~(uint32_t)CODE_HIDDEN;
    return true;
}

static bool take_varint(const uint8_t **at, const uint8_t *end, uint32_t *i)
{
    *i = 0;
    for (unsigned shift = 0; *at < end && shift < 32; shift += 7) {
        uint8_t byte = *(*at)++;
        *i |= (uint32_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return *i < 1 << 24;
    }
    return false;
}

/* Lays out the instructions with empty caches. */
static bool lay_out(const uint8_t *at, const uint8_t *end, CodeUnit *units,
                    int32_t n)
{
    int32_t unit = 0;
    while (at < end) {
        unsigned op = *at++;
        uint32_t arg;
        if (op >= OPCODE_COUNT || !take_varint(&at, end, &arg) ||
            opcode_caches[op] >= n - unit)
            return false;
        units[unit] = unit_make((Opcode)op, arg);
        unit += 1 + opcode_caches[op];
    }
    return unit == n;
}

static bool take_units(MarshalReader *r, Code *c)
{
    enum { UNITS_PER_BYTE = 8 };
    int32_t n_units, len;
    if (!marshal_take_int(r, &n_units) || !marshal_take_int(r, &len))
        return false;
    if (len <= 0 || n_units <= 0 || n_units / UNITS_PER_BYTE > len)
        return bad(r, "instructions");
    const uint8_t *data = marshal_take(r, len);
    if (data == NULL)
        return false;
    c->n_units = n_units;
    c->units_blob = code_blob_new(r->t, (size_t)n_units * sizeof(CodeUnit));
    if (c->units_blob == NULL)
        return false;
    return lay_out(data, data + len, (CodeUnit *)c->units_blob->data,
                   n_units) || bad(r, "instructions");
}

static bool take_exceptions(MarshalReader *r, Code *c)
{
    int32_t n;
    if (!marshal_take_int(r, &n))
        return false;
    if (n < 0 || n > c->n_units)
        return bad(r, "exception table");
    const uint8_t *data = marshal_take(r, 16 * (int64_t)n);
    if (data == NULL && n > 0)
        return false;
    c->n_exceptions = (uint32_t)n;
    c->exceptions = code_blob_new(r->t, (size_t)n * sizeof(ExceptionRow));
    if (c->exceptions == NULL)
        return false;
    ExceptionRow *rows = (ExceptionRow *)c->exceptions->data;
    for (int32_t i = 0; i < n; i++, data += 16) {
        uint32_t depth = read_int(data + 12);
        rows[i] = (ExceptionRow){
            .start = read_int(data), .end = read_int(data + 4),
            .target = read_int(data + 8), .depth = depth >> 1,
            .push_unit = depth & 1};
    }
    return true;
}

static bool take_positions(MarshalReader *r, Code *c)
{
    int32_t len;
    if (!marshal_take_int(r, &len))
        return false;
    if (len < 0)
        return bad(r, "positions");
    const uint8_t *data = marshal_take(r, len);
    if (data == NULL && len > 0)
        return false;
    c->positions = code_blob(r->t, data, (size_t)len);
    c->positions_len = (uint32_t)len;
    return true;
}

/* An object of exactly this shape. */
static void *take_shape(MarshalReader *r, uint32_t shape)
{
    Value v = marshal_take_object(r);
    if (!value_is_null(v) && value_has_shape(v, shape))
        return value_to_pointer(v);
    bad(r, "a part is of the wrong type");
    return NULL;
}

/* A tuple of names: they become interned. */
static Tuple *take_names(MarshalReader *r)
{
    Tuple *from = take_shape(r, SHAPE_TUPLE);
    if (from == NULL)
        return NULL;
    Tuple *names = tuple_new(r->t, from->len);
    if (names == NULL)
        return NULL;
    for (int64_t i = 0; i < from->len; i++) {
        Value v = tuple_get(from, i);
        if (!value_has_shape(v, SHAPE_STR)) {
            bad(r, "a name is no str");
            return NULL;
        }
        tuple_set(names, i,
                  value_from_pointer(str_intern(r->t, value_to_str(v))));
    }
    return names;
}

static bool take_objects(MarshalReader *r, Code *c)
{
    Value texts[3];
    c->consts_tuple = take_shape(r, SHAPE_TUPLE);
    c->names_tuple = c->consts_tuple == NULL ? NULL : take_names(r);
    c->localsplus_names = c->names_tuple == NULL ? NULL : take_names(r);
    if (c->localsplus_names == NULL)
        return false;
    c->localsplus_kinds = take_shape(r, SHAPE_BYTES);
    if (c->localsplus_kinds == NULL)
        return false;
    for (int i = 0; i < 3; i++) {
        Str *s = take_shape(r, SHAPE_STR);
        if (s == NULL)
            return false;
        texts[i] = value_from_pointer(s);
    }
    c->filename = (Slot){texts[0]};
    c->name = (Slot){texts[1]};
    c->qualname = (Slot){texts[2]};
    int64_t n = c->localsplus_names->len;
    if (n > INT32_MAX || c->n_locals < 0 || c->n_free < 0)
        return bad(r, "the variables are wrong");
    c->n_localsplus = (int32_t)n;
    c->n_cells = (int32_t)(n - c->n_locals - c->n_free);
    return true;
}

Code *marshal_take_code(MarshalReader *r)
{
    Code parts = {0};
    if (!take_head(r) || !take_fields(r, &parts) || !take_units(r, &parts) ||
        !take_exceptions(r, &parts) || !take_positions(r, &parts) ||
        !take_objects(r, &parts))
        return NULL;
    Code *c = code_new(r->t, &parts);
    const char *reason = r->trusted ? NULL : code_verify(c);
    if (reason == NULL)
        return c;
    bad(r, reason);
    return NULL;
}
