/* SPDX-License-Identifier: MIT */
/*
 * Location tables.  Each entry has a first byte 0x80 | form << 3 | units - 1;
 * the bytes behind it, whose highest bit is 0, are by form: 0 to 9, one line and
 * columns in one byte; 10 to 12, the line 0 to 2 further and columns of a byte
 * each; 13, the line alone; 14, all of it; 15, no position.  Numbers of any size
 * are varints of 6 bits a byte, the lowest first; signed ones have their sign in
 * the lowest bit.
 */
#include "compile/locations.h"

#include <stdlib.h>
#include "base/buf.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"

enum {
    UNITS_MAX = 8,
    FORM_ONE_LINE = 10,
    FORM_NO_COLUMNS = 13,
    FORM_LONG = 14,
    FORM_NONE = 15,
    SHORT_COLUMNS = 80, /* columns below it fit a short form */
    SHORT_WIDTH = 16,
};

/* ---- writing ---- */

static void put_varint(Buf *b, uint32_t i)
{
    for (; i >= 64; i >>= 6)
        buf_append_char(b, (char)(64 | (i & 63)));
    buf_append_char(b, (char)i);
}

static void put_signed(Buf *b, int64_t i)
{
    put_varint(b, i < 0 ? (uint32_t)-i << 1 | 1 : (uint32_t)i << 1);
}

static void put_first(Buf *b, unsigned form, uint32_t units)
{
    buf_append_char(b, (char)(uint8_t)(0x80 | form << 3 | (units - 1)));
}

/* An entry with the columns in as few bytes as they fit. */
static void put_columns(Buf *b, const PositionRow *r, int64_t by,
                        uint32_t units)
{
    if (r->end_line == r->line && by == 0 && r->col < SHORT_COLUMNS &&
        r->end_col >= r->col && r->end_col - r->col < SHORT_WIDTH) {
        put_first(b, (unsigned)r->col >> 3, units);
        buf_append_char(b, (char)((r->col & 7) << 4 | (r->end_col - r->col)));
    } else if (r->end_line == r->line && by >= 0 && by <= 2 && r->col < 128 &&
               r->end_col < 128) {
        put_first(b, FORM_ONE_LINE + (unsigned)by, units);
        buf_append_char(b, (char)r->col);
        buf_append_char(b, (char)r->end_col);
    } else {
        put_first(b, FORM_LONG, units);
        put_signed(b, by);
        put_varint(b, (uint32_t)(r->end_line - r->line));
        put_varint(b, (uint32_t)r->col + 1);
        put_varint(b, (uint32_t)r->end_col + 1);
    }
}

static void put_row(Buf *b, const PositionRow *r, uint32_t units,
                    int32_t *line)
{
    for (uint32_t n; units > 0; units -= n) {
        n = units < UNITS_MAX ? units : UNITS_MAX;
        int64_t by = (int64_t)r->line - *line;
        if (r->line <= 0) {
            put_first(b, FORM_NONE, n);
            continue;
        }
        *line = r->line;
        if (r->col < 0 || r->end_col < 0 || r->end_line < r->line) {
            put_first(b, FORM_NO_COLUMNS, n);
            put_signed(b, by);
        } else {
            put_columns(b, r, by, n);
        }
    }
}

Bytes *locations_write(Thread *t, const Code *c)
{
    const PositionRow none = {0, 0, 0, -1, -1};
    const PositionRow *rows = (const PositionRow *)c->positions->data;
    Buf b = BUF_INIT;
    int32_t line = c->first_line;
    put_row(&b, &none,
            c->n_positions > 0 ? rows[0].start : (uint32_t)c->n_units, &line);
    for (uint32_t i = 0; i < c->n_positions; i++) {
        uint32_t end = i + 1 < c->n_positions ? rows[i + 1].start
                                              : (uint32_t)c->n_units;
        put_row(&b, &rows[i], end - rows[i].start, &line);
    }
    Bytes *bytes = b.failed ? NULL
                            : bytes_new(t, (uint8_t *)b.bytes, (int64_t)b.len);
    if (b.failed)
        raise_no_memory(t);
    buf_free(&b);
    return bytes;
}

/* ---- reading ---- */

typedef struct Reader {
    const uint8_t *at, *end;
} Reader;

static uint32_t take_byte(Reader *r)
{
    return r->at < r->end && !(*r->at & 0x80) ? *r->at++ : 0;
}

static uint32_t take_varint(Reader *r)
{
    uint32_t i = 0;
    for (unsigned shift = 0;; shift += 6) {
        uint32_t byte = take_byte(r);
        if (shift < 32)
            i |= (byte & 63) << shift;
        if (!(byte & 64))
            return i;
    }
}

static int64_t take_signed(Reader *r)
{
    uint32_t i = take_varint(r);
    return i & 1 ? -(int64_t)(i >> 1) : (int64_t)(i >> 1);
}

static int16_t column(int64_t i)
{
    return i < 0 || i > INT16_MAX ? -1 : (int16_t)i;
}

/* The rest of an entry; *line is that of the one before. */
static PositionRow take_row(Reader *r, unsigned form, int64_t *line)
{
    PositionRow row = {0, 0, 0, -1, -1};
    int64_t end_by = 0, col = -1, end_col = -1;
    if (form == FORM_NONE)
        return row;
    if (form == FORM_LONG) {
        *line += take_signed(r);
        end_by = take_varint(r);
        col = (int64_t)take_varint(r) - 1;
        end_col = (int64_t)take_varint(r) - 1;
    } else if (form == FORM_NO_COLUMNS) {
        *line += take_signed(r);
    } else if (form >= FORM_ONE_LINE) {
        *line += form - FORM_ONE_LINE;
        col = take_byte(r);
        end_col = take_byte(r);
    } else {
        uint32_t byte = take_byte(r);
        col = form << 3 | byte >> 4;
        end_col = col + (byte & 15);
    }
    if (*line <= 0 || *line + end_by > INT32_MAX)
        return row;
    row.line = (int32_t)*line;
    row.end_line = (int32_t)(*line + end_by);
    row.col = column(col);
    row.end_col = column(end_col);
    return row;
}

static bool same_place(const PositionRow *a, const PositionRow *b)
{
    return a->line == b->line && a->end_line == b->end_line &&
           a->col == b->col && a->end_col == b->end_col;
}

Blob *locations_read(Thread *t, const uint8_t *data, int64_t len,
                     int32_t first_line, int32_t n_units, uint32_t *n_rows)
{
    Reader r = {data, data + len};
    Buf rows = BUF_INIT;
    int64_t line = first_line, unit = 0;
    PositionRow last = {0, 0, 0, -1, -1};
    *n_rows = 0;
    while (r.at < r.end && unit < n_units) {
        uint8_t first = *r.at++;
        PositionRow row = take_row(&r, first >> 3 & 15, &line);
        row.start = (uint32_t)unit;
        unit += (first & 7) + 1;
        if (*n_rows > 0 && same_place(&row, &last))
            continue;
        buf_append(&rows, &row, sizeof row);
        last = row;
        ++*n_rows;
    }
    Blob *blob = rows.failed ? NULL : code_blob(t, rows.bytes, rows.len);
    if (blob == NULL)
        raise_no_memory(t);
    buf_free(&rows);
    return blob;
}
