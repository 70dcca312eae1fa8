/* SPDX-License-Identifier: MIT */
/* Opcodes that push numbers, strings and bytes. */
#include "base/big_endian.h"
#include "base/number.h"
#include "module/pickle/unpickler.h"
#include "object/number/float.h"
#include "object/number/int_text.h"
#include "object/text/bytearray.h"
#include "object/text/codecs.h"
#include "object/text/memoryview.h"
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- constants ---- */

int load_NONE(Thread *t, Load *l) { return load_push(t, l, NONE); }
int load_NEWTRUE(Thread *t, Load *l) { return load_push(t, l, TRUE_VALUE); }
int load_NEWFALSE(Thread *t, Load *l) { return load_push(t, l, FALSE_VALUE); }

/* ---- numbers ---- */

enum { SHOWN_MAX = 200 };

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static int push_int(Thread *t, Load *l, int64_t i)
{
    return load_push(t, l, int_from_int64(t, i));
}

int load_BININT(Thread *t, Load *l)
{
    uint64_t i;
    return load_number(t, l, 4, &i) < 0 ? -1 : push_int(t, l, (int32_t)i);
}

int load_BININT1(Thread *t, Load *l)
{
    const uint8_t *p = load_bytes(t, l, 1);
    return p == NULL ? -1 : push_int(t, l, *p);
}

int load_BININT2(Thread *t, Load *l)
{
    uint64_t i;
    return load_number(t, l, 2, &i) < 0 ? -1 : push_int(t, l, (int64_t)i);
}

Value load_parse_int(Thread *t, const char *text, int64_t n, int base)
{
    int64_t from = 0, to = n;
    while (from < to && is_space(text[from]))
        from++;
    while (from < to && is_space(text[to - 1]))
        to--;
    Value v = int_from_text(t, text + from, (size_t)(to - from), base);
    if (!value_is_unbound(v) && to - from <= INT_DIGITS_THRESHOLD)
        return v;
    if (!value_is_unbound(v)) { /* there is a limit */
        v = value_from_pointer(
            str_from_latin1(t, (const uint8_t *)text + from, to - from));
        return value_is_null(v) ? v : int_from_text_object(t, v, base);
    }
    const char *digits = text + from + (text[from] == '-' || text[from] == '+');
    if (base == 0 && digits + 1 < text + to && digits[0] == '0')
        switch (digits[1] | 0x20) {
        case 'x': base = 16; break;
        case 'o': base = 8; break;
        case 'b': base = 2; break;
        }
    TRY(shown, codecs_decode_utf8(t, (const uint8_t *)text,
                                  n < SHOWN_MAX ? n : SHOWN_MAX, NULL, NULL));
    return raise_value_error(t,
                             "invalid literal for int() with base %d: %.200R",
                             base == 0 ? 10 : base, shown);
}

int load_INT(Thread *t, Load *l)
{
    int64_t n;
    char *end;
    const char *line = load_line(t, l, 1, &n);
    if (line == NULL)
        return -1;
    errno = 0;
    int64_t i = 0;
    if ((uint8_t)line[0] > ' ') /* it ends at the line's end at last */
        i = strtoll(line, &end, 0);
    if ((uint8_t)line[0] <= ' ' || errno != 0 || end != line + n) {
        Value v = load_parse_int(t, line, n, 0);
        if (value_is_null(v) && exception_matches(t, EXC(ValueError))) {
            exception_take(t);
            raise_value_error(t, "could not convert string to int");
        }
        return load_push(t, l, v);
    }
    if (n == 2 && (i == 0 || i == 1))
        return load_push(t, l, value_from_bool(i != 0));
    return push_int(t, l, i);
}

int load_LONG(Thread *t, Load *l)
{
    int64_t n;
    const char *line = load_line(t, l, 1, &n);
    if (line == NULL)
        return -1;
    n += line[n - 1] == 'L' ? -1 : 1;
    return load_push(t, l, load_parse_int(t, line, n, 0));
}

static int push_long(Thread *t, Load *l, int64_t n)
{
    const uint8_t *p = load_bytes(t, l, n);
    if (p == NULL)
        return -1;
    return load_push(t, l, int_from_bytes(t, p, (size_t)n, true, true));
}

int load_LONG1(Thread *t, Load *l)
{
    const uint8_t *p = load_bytes(t, l, 1);
    return p == NULL ? -1 : push_long(t, l, *p);
}

int load_LONG4(Thread *t, Load *l)
{
    uint64_t n;
    if (load_number(t, l, 4, &n) < 0)
        return -1;
    if ((int32_t)n < 0)
        return raise_unpickling(t, "LONG pickle has negative byte count");
    return push_long(t, l, (int64_t)n);
}

/* What is said of a line that is no float depends on how it begins. */
static int no_float(Thread *t, const char *line, int64_t n)
{
    int64_t i = line[0] == '-' || line[0] == '+';
    if (number_is_digit(line[i]) ||
        (line[i] == '.' && number_is_digit(line[i + 1])))
        return RAISE_INT(
            raise_value_error(t, "could not convert string to float"));
    Value shown =
        codecs_decode_utf8(t, (const uint8_t *)line, n + 1, "replace", NULL);
    return value_is_null(shown)
               ? -1
               : RAISE_INT(raise_value_error(
                     t, "could not convert string to float: '%.200S'", shown));
}

int load_FLOAT(Thread *t, Load *l)
{
    int64_t n;
    double d;
    const char *line = load_line(t, l, 1, &n);
    if (line == NULL)
        return -1;
    if (!number_parse_double(line, (size_t)n, &d))
        return no_float(t, line, n);
    if (isinf(d) && memchr(line, 'n', (size_t)n) == NULL &&
        memchr(line, 'N', (size_t)n) == NULL)
        return RAISE_INT(
            raise_error(t, EXC(OverflowError),
                        "value too large to convert to float: '%.200U'",
                        str_from_latin1(t, (const uint8_t *)line, n + 1)));
    return load_push(t, l, float_from_double(t, d));
}

int load_BINFLOAT(Thread *t, Load *l)
{
    const uint8_t *p = load_bytes(t, l, 8);
    uint64_t bits = 0;
    double d;
    if (p == NULL)
        return -1;
    bits = big_endian_load64(p);
    memcpy(&d, &bits, sizeof d);
    return load_push(t, l, float_from_double(t, d));
}

/* ---- strings of Python 2 ---- */

/* The next `size` bytes, of which *n is the number; NULL on error. */
static const uint8_t *sized(Thread *t, Load *l, uint64_t size, const char *what,
                            int64_t *n)
{
    if (size > INT64_MAX) {
        raise_error(t, EXC(OverflowError),
                    "%s exceeds system's maximum size of %l bytes", what,
                    INT64_MAX);
        return NULL;
    }
    *n = (int64_t)size;
    return load_bytes(t, l, *n);
}

/* The same behind a size of n_size bytes. */
static const uint8_t *counted(Thread *t, Load *l, int n_size, const char *what,
                              int64_t *n)
{
    uint64_t size;
    return load_number(t, l, n_size, &size) < 0 ? NULL
                                                : sized(t, l, size, what, n);
}

/* As a str, or as bytes where the encoding says so. */
static int push_string(Thread *t, Load *l, const uint8_t *data, int64_t n)
{
    Str *encoding = value_to_str(slot_get(&l->u->encoding));
    if (str_equal_c(encoding, "bytes"))
        return load_push(t, l, value_from_pointer(bytes_new(t, data, n)));
    const char *name = str_to_utf8(t, encoding, NULL);
    const char *errors =
        str_to_utf8(t, value_to_str(slot_get(&l->u->errors)), NULL);
    return name == NULL || errors == NULL
               ? -1
               : load_push(t, l, bytes_decode(t, data, n, name, errors));
}

int load_STRING(Thread *t, Load *l)
{
    int64_t n;
    const char *line = load_line(t, l, 0, &n);
    if (line == NULL)
        return -1;
    if (n < 2 || line[0] != line[n - 1] || (line[0] != '"' && line[0] != '\''))
        return raise_unpickling(t, "the STRING opcode argument must be quoted");
    Value v = codecs_decode_escape(t, (const uint8_t *)line + 1, n - 2, NULL);
    if (value_is_null(v))
        return -1;
    const Bytes *b = value_to_bytes(v);
    return push_string(t, l, b->data, b->len);
}

static int push_counted_string(Thread *t, Load *l, int n_size)
{
    int64_t n;
    const uint8_t *p = counted(t, l, n_size, "BINSTRING", &n);
    return p == NULL ? -1 : push_string(t, l, p, n);
}

int load_BINSTRING(Thread *t, Load *l) { return push_counted_string(t, l, 4); }

int load_SHORT_BINSTRING(Thread *t, Load *l)
{
    return push_counted_string(t, l, 1);
}

/* ---- strings ---- */

int load_UNICODE(Thread *t, Load *l)
{
    int64_t n;
    const char *line = load_line(t, l, 0, &n);
    if (line == NULL)
        return -1;
    return load_push(t, l,
                     codecs_decode_raw_unicode_escape(t, (const uint8_t *)line,
                                                      n, NULL, NULL));
}

static bool is_ascii(const uint8_t *p, int64_t n)
{
    uint64_t all = 0, w;
    int64_t i = 0;
    for (; i + 8 <= n; i += 8) {
        memcpy(&w, p + i, sizeof w);
        all |= w;
    }
    for (; i < n; i++)
        all |= p[i];
    return (all & UINT64_C(0x8080808080808080)) == 0;
}

static int push_unicode(Thread *t, Load *l, int n_size)
{
    int64_t n;
    const uint8_t *p = counted(t, l, n_size, "BINUNICODE", &n);
    if (p == NULL)
        return -1;
    if (!is_ascii(p, n))
        return load_push(t, l,
                         codecs_decode_utf8(t, p, n, "surrogatepass", NULL));
    if (n == 1)
        return load_push(t, l, value_from_pointer(str_from_code_point(t, *p)));
    Str *s = str_new_empty(t, n, 1);
    if (s == NULL)
        return -1;
    if (n > 0) {
        memcpy(s->data, p, (size_t)n);
        s->h.flags |= OBJECT_ASCII;
    }
    return load_push(t, l, value_from_pointer(s));
}

int load_SHORT_BINUNICODE(Thread *t, Load *l) { return push_unicode(t, l, 1); }
int load_BINUNICODE(Thread *t, Load *l) { return push_unicode(t, l, 4); }
int load_BINUNICODE8(Thread *t, Load *l) { return push_unicode(t, l, 8); }

/* ---- bytes ---- */

/* As `counted`; what no memory could hold is said to be that first. */
static const uint8_t *counted_bytes(Thread *t, Load *l, int n_size,
                                    const char *what, int64_t *n)
{
    uint64_t size;
    if (load_number(t, l, n_size, &size) < 0)
        return NULL;
    if (size >> 48 != 0 && size <= INT64_MAX) {
        raise_no_memory(t);
        return NULL;
    }
    return sized(t, l, size, what, n);
}

static int push_bytes(Thread *t, Load *l, int n_size)
{
    int64_t n;
    const uint8_t *p = counted_bytes(t, l, n_size, "BINBYTES", &n);
    return p == NULL ? -1
                     : load_push(t, l, value_from_pointer(bytes_new(t, p, n)));
}

int load_SHORT_BINBYTES(Thread *t, Load *l) { return push_bytes(t, l, 1); }
int load_BINBYTES(Thread *t, Load *l) { return push_bytes(t, l, 4); }
int load_BINBYTES8(Thread *t, Load *l) { return push_bytes(t, l, 8); }

int load_BYTEARRAY8(Thread *t, Load *l)
{
    int64_t n;
    const uint8_t *p = counted_bytes(t, l, 8, "BYTEARRAY8", &n);
    return p == NULL
               ? -1
               : load_push(t, l, value_from_pointer(bytearray_new(t, p, n)));
}

int load_NEXT_BUFFER(Thread *t, Load *l)
{
    Value buffers = slot_get(&l->u->buffers);
    if (value_is_none(buffers))
        return raise_unpickling(
            t, "pickle stream refers to out-of-band data but no *buffers* "
               "argument was given");
    Value v = object_next(t, buffers);
    if (value_is_unbound(v))
        return raise_unpickling(t, "not enough out-of-band buffers");
    return load_push(t, l, v);
}

int load_READONLY_BUFFER(Thread *t, Load *l)
{
    if (!load_has(t, l, 1))
        return -1;
    Value view = memoryview_new(t, load_top(l, 0));
    if (value_is_null(view))
        return -1;
    Value readonly = object_getattr(t, view, str_intern_c(t, "readonly"));
    if (value_is_null(readonly))
        return -1;
    if (value_is_true(readonly))
        return 0;
    view = object_call_method(t, view, str_intern_c(t, "toreadonly"), 0);
    if (value_is_null(view))
        return -1;
    l->n--;
    return load_push(t, l, view);
}
