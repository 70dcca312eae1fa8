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

bool locations_write(Buf *b, const PositionRow *rows, uint32_t n,
                     int32_t first_line)
{
    int32_t line = first_line;
    for (uint32_t i = 0; i < n; i++) {
        ASSERT(rows[i].start == (i > 0 ? rows[i - 1].end : 0));
        ASSERT(rows[i].start < rows[i].end);
        put_row(b, &rows[i], rows[i].end - rows[i].start, &line);
    }
    return !b->failed;
}

/* ---- reading ---- */

static uint32_t take_byte(Locations *l)
{
    return l->at < l->bytes_end && !(*l->at & 0x80) ? *l->at++ : 0;
}

static uint32_t take_varint(Locations *l)
{
    uint32_t i = 0;
    for (unsigned shift = 0;; shift += 6) {
        uint32_t byte = take_byte(l);
        if (shift < 32)
            i |= (byte & 63) << shift;
        if (!(byte & 64))
            return i;
    }
}

static int64_t take_signed(Locations *l)
{
    uint32_t i = take_varint(l);
    return i & 1 ? -(int64_t)(i >> 1) : (int64_t)(i >> 1);
}

static int16_t column(int64_t i)
{
    return i < 0 || i > INT16_MAX ? -1 : (int16_t)i;
}

/* The rest of an entry. */
static PositionRow take_row(Locations *l, unsigned form)
{
    PositionRow row = {0, 0, 0, 0, -1, -1};
    int64_t end_by = 0, col = -1, end_col = -1;
    if (form == FORM_NONE)
        return row;
    if (form == FORM_LONG) {
        l->line += take_signed(l);
        end_by = take_varint(l);
        col = (int64_t)take_varint(l) - 1;
        end_col = (int64_t)take_varint(l) - 1;
    } else if (form == FORM_NO_COLUMNS) {
        l->line += take_signed(l);
    } else if (form >= FORM_ONE_LINE) {
        l->line += form - FORM_ONE_LINE;
        col = take_byte(l);
        end_col = take_byte(l);
    } else {
        uint32_t byte = take_byte(l);
        col = form << 3 | byte >> 4;
        end_col = col + (byte & 15);
    }
    if (l->line <= 0 || l->line + end_by > INT32_MAX)
        return row;
    row.line = (int32_t)l->line;
    row.end_line = (int32_t)(l->line + end_by);
    row.col = column(col);
    row.end_col = column(end_col);
    return row;
}

Locations locations_of(const Code *c)
{
    return (Locations){
        .at = c->positions->data,
        .bytes_end = c->positions->data + c->positions_len,
        .line = c->first_line,
        .n_units = (uint32_t)c->n_units,
    };
}

bool locations_next(Locations *l, PositionRow *row)
{
    if (l->at == l->bytes_end || l->unit >= l->n_units)
        return false;
    uint32_t start = l->unit, first = *l->at++;
    *row = take_row(l, first >> 3 & 15);
    l->unit += (first & 7) + 1;
    if (l->unit > l->n_units)
        l->unit = l->n_units;
    row->start = start;
    row->end = l->unit;
    return true;
}
