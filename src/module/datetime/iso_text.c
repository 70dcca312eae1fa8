/* SPDX-License-Identifier: MIT */
/* ISO 8601 texts: see iso_text.h. */
#include "module/datetime/iso_text.h"

#include "module/datetime/iso_week.h"
#include "object/text/str.h"

/* ---- writing ---- */

static char *write_two(char *p, int n)
{
    *p++ = (char)('0' + n / 10);
    *p++ = (char)('0' + n % 10);
    return p;
}

int iso_text_write_date(int year, int month, int day, char *text)
{
    char *p = text;
    if (year > YEAR_MAX) /* a pickle may have made it */
        *p++ = (char)('0' + year / 10000);
    p = write_two(p, year % 10000 / 100);
    p = write_two(p, year % 100);
    *p++ = '-';
    p = write_two(p, month % 100);
    *p++ = '-';
    p = write_two(p, day % 100);
    *p = '\0';
    return (int)(p - text);
}

/* ---- reading ---- */

typedef struct Reader {
    const Str *s;
    int64_t at, end;
} Reader;

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

/* The character that comes next; 0 at the end. */
static uint32_t peek(const Reader *r)
{
    return r->at < r->end ? str_at(r->s, r->at) : 0;
}

static bool skip(Reader *r, uint32_t c)
{
    if (peek(r) != c)
        return false;
    r->at++;
    return true;
}

static bool read_digits(Reader *r, int n, int *out)
{
    *out = 0;
    for (; n > 0; n--, r->at++) {
        uint32_t c = peek(r);
        if (!is_digit(c))
            return false;
        *out = *out * 10 + (int)(c - '0');
    }
    return true;
}

static bool read_week(Reader *r, bool extended, int year, Ymd *out)
{
    IsoWeek w = {.year = year, .weekday = 1};
    if (!read_digits(r, 2, &w.week))
        return false;
    if (r->at < r->end &&
        ((extended && !skip(r, '-')) || !read_digits(r, 1, &w.weekday)))
        return false;
    if (iso_week_fault(w) != ISO_WEEK_GOOD)
        return false;
    *out = iso_week_to_ymd(w);
    return true;
}

/* As in CPython, what follows a basic form within ten characters is ignored. */
bool iso_text_date(const Str *s, int64_t len, Ymd *out)
{
    Reader r = {.s = s, .end = len};
    if ((len != 7 && len != 8 && len != 10) || !read_digits(&r, 4, &out->year))
        return false;
    bool extended = skip(&r, '-');
    if (skip(&r, 'W'))
        return read_week(&r, extended, out->year, out);
    return read_digits(&r, 2, &out->month) && (!extended || skip(&r, '-')) &&
           read_digits(&r, 2, &out->day);
}

/* Up to six digits of a fraction, and more that do not count; what else is there
 * is left. */
static bool read_fraction(Reader *r, int *us)
{
    int n = r->end - r->at < 6 ? (int)(r->end - r->at) : 6;
    if (!read_digits(r, n, us))
        return false;
    for (; n < 6; n++)
        *us *= 10;
    while (is_digit(peek(r)))
        r->at++;
    return true;
}

/*
 * Hours, minutes, seconds, a fraction.  One more character may be at the end,
 * which is left there; where the time has colons is decided by the first of
 * them.
 */
static bool read_clock(Reader *r, Clock *c)
{
    int *fields[] = {&c->hour, &c->minute, &c->second};
    bool colons = true;
    *c = (Clock){0};
    for (int i = 0; i < 3; i++) {
        if (!read_digits(r, 2, fields[i]))
            return false;
        uint32_t next = peek(r);
        if (next >= 0x80)
            return false;
        if (i == 0)
            colons = next == ':';
        if (r->at + 1 >= r->end)
            return true;
        if (next == '.' || next == ',') {
            r->at++;
            break;
        }
        if (colons && next != ':')
            return false;
        r->at += colons;
    }
    return read_fraction(r, &c->microsecond);
}

static int64_t find_offset(const Str *s, int64_t from)
{
    for (; from < s->len; from++) {
        uint32_t c = str_at(s, from);
        if (c == '+' || c == '-' || c == 'Z')
            break;
    }
    return from;
}

bool iso_text_time(const Str *s, int64_t from, IsoTime *out)
{
    int64_t sign = find_offset(s, from);
    Reader r = {.s = s, .at = from, .end = sign};
    *out = (IsoTime){.has_offset = sign < s->len};
    if (!read_clock(&r, &out->clock))
        return false;
    if (!out->has_offset)
        return r.at == s->len;
    uint32_t c = str_at(s, sign);
    if (c == 'Z') {
        out->is_utc = true;
        return sign + 1 == s->len;
    }
    Clock z;
    r = (Reader){.s = s, .at = sign + 1, .end = s->len};
    if (!read_clock(&r, &z) || r.at != r.end)
        return false;
    int64_t seconds =
        z.hour * INT64_C(3600) + z.minute * INT64_C(60) + z.second;
    out->is_utc = seconds == 0;
    out->offset = (seconds * SECOND_US + z.microsecond) * (c == '-' ? -1 : 1);
    return true;
}

/* Of the forms YYYY-Www and YYYY-Www-D. */
static int64_t separator_of_week(const Reader *r)
{
    enum { WEEK = 8, DAY = 10 };
    if (r->end < WEEK)
        return -1;
    if (r->end == WEEK || str_at(r->s, WEEK) != '-')
        return WEEK;
    if (r->end == WEEK + 1)
        return -1;
    /* The '-' parts week and hours where two digits follow. */
    return r->end > DAY && is_digit(str_at(r->s, DAY)) ? WEEK : DAY;
}

/* Of the forms YYYYWww and YYYYWwwD: digits are those of the time, too, when
 * they come in pairs. */
static int64_t separator_of_basic_week(const Reader *r)
{
    int64_t at = 7;
    while (at < r->end && is_digit(str_at(r->s, at)))
        at++;
    if (at < 9)
        return at;
    return at % 2 == 0 ? 7 : 8;
}

int64_t iso_text_separator(const Str *s)
{
    Reader r = {.s = s, .end = s->len};
    if (s->len < 7)
        return -1;
    if (s->len == 7)
        return 7;
    if (str_at(s, 4) == '-')
        return str_at(s, 5) == 'W' ? separator_of_week(&r) : 10;
    return str_at(s, 4) == 'W' ? separator_of_basic_week(&r) : 8;
}
