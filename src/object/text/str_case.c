/* SPDX-License-Identifier: MIT */
/* Case mappings of strings and questions about their characters. */
#include "base/unicode/unicode_props.h"
#include "object/text/str.h"
#include "object/text/str_methods.h"

typedef int (*CaseFn)(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);

enum { SIGMA = 0x3a3, SIGMA_SMALL = 0x3c3, SIGMA_FINAL = 0x3c2 };

static inline bool is_cased(uint32_t c)
{
    return unicode_props(c, UNICODE_CASED) != 0;
}

/* Whether the sigma at i ends a word: a cased letter goes before it and none
 * follows, case-ignorable characters apart. */
static bool is_final_sigma(const Str *s, int64_t i)
{
    int64_t j = i - 1;
    while (j >= 0 && unicode_props(str_at(s, j), UNICODE_IGNORABLE))
        j--;
    if (j < 0 || !is_cased(str_at(s, j)))
        return false;
    for (j = i + 1; j < s->len; j++)
        if (!unicode_props(str_at(s, j), UNICODE_IGNORABLE))
            return !is_cased(str_at(s, j));
    return true;
}

static inline uint8_t ascii_lower(uint8_t c)
{
    return (uint8_t)(c + ((uint8_t)(c - 'A') < 26 ? 32 : 0));
}

static inline uint8_t ascii_upper(uint8_t c)
{
    return (uint8_t)(c - ((uint8_t)(c - 'a') < 26 ? 32 : 0));
}

static int add_lower(Thread *t, StrBuilder *b, const Str *s, int64_t i)
{
    uint32_t out[UNICODE_CASE_MAX], c = str_at(s, i);
    if (c < 128)
        return strbuilder_add_char(t, b, ascii_lower((uint8_t)c));
    int n = unicode_props_to_lower(c, out);
    if (c == SIGMA)
        out[0] = is_final_sigma(s, i) ? SIGMA_FINAL : SIGMA_SMALL;
    for (int k = 0; k < n; k++)
        if (strbuilder_add_char(t, b, out[k]) < 0)
            return -1;
    return 0;
}

static int add_mapped(Thread *t, StrBuilder *b, uint32_t c, CaseFn map)
{
    uint32_t out[UNICODE_CASE_MAX];
    int n = map(c, out);
    for (int k = 0; k < n; k++)
        if (strbuilder_add_char(t, b, out[k]) < 0)
            return -1;
    return 0;
}

static Str *new_ascii(Thread *t, int64_t len)
{
    Str *s = str_new_empty(t, len, 1);
    if (s != NULL)
        s->h.flags |= OBJECT_ASCII;
    return s;
}

/* A one-character result must be the cached one. */
static Value finish_ascii(Thread *t, Str *s)
{
    return value_from_pointer(s->len == 1 ? str_getitem_index(t, s, 0) : s);
}

static Value lower(Thread *t, Str *s)
{
    StrBuilder b;
    if (str_is_ascii(s)) {
        Str *result = new_ascii(t, s->len);
        if (result == NULL)
            return NULL_VALUE;
        for (int64_t i = 0; i < s->len; i++)
            result->data[i] = ascii_lower(s->data[i]);
        return finish_ascii(t, result);
    }
    strbuilder_init(&b);
    for (int64_t i = 0; i < s->len; i++)
        if (add_lower(t, &b, s, i) < 0)
            return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

NATIVE_SHARED(str, lower, NATIVE_TOTAL, "The text in lower case.",
              (self, Str), (slash))
{
    return lower(t, self);
}

static Value map_all(Thread *t, Str *s, CaseFn map)
{
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < s->len; i++)
        if (add_mapped(t, &b, str_at(s, i), map) < 0)
            return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

NATIVE_SHARED(str, upper, NATIVE_TOTAL, "The text in upper case.",
              (self, Str), (slash))
{
    if (!str_is_ascii(self))
        return map_all(t, self, unicode_props_to_upper);
    Str *result = new_ascii(t, self->len);
    if (result == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < self->len; i++)
        result->data[i] = ascii_upper(self->data[i]);
    return finish_ascii(t, result);
}

NATIVE_SHARED(str, casefold, NATIVE_TOTAL,
              "The text without differences of case, to compare by.",
              (self, Str), (slash))
{
    return str_is_ascii(self) ? lower(t, self)
                              : map_all(t, self, unicode_props_fold);
}

NATIVE_SHARED(str, capitalize, NATIVE_TOTAL,
              "The text in lower case, its first character in title case.",
              (self, Str), (slash))
{
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < self->len; i++)
        if ((i == 0 ? add_mapped(t, &b, str_at(self, 0), unicode_props_to_title)
                    : add_lower(t, &b, self, i)) < 0)
            return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

static Value title_ascii(Thread *t, const Str *s)
{
    Str *result = new_ascii(t, s->len);
    bool inside = false;
    if (result == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < s->len; i++) {
        uint8_t c = s->data[i];
        result->data[i] = inside ? ascii_lower(c) : ascii_upper(c);
        inside = (uint8_t)((c | 32) - 'a') < 26;
    }
    return finish_ascii(t, result);
}

NATIVE_SHARED(str, title, NATIVE_TOTAL,
              "The text with each word in lower case but for its first letter.",
              (self, Str), (slash))
{
    StrBuilder b;
    bool inside = false;
    if (str_is_ascii(self))
        return title_ascii(t, self);
    strbuilder_init(&b);
    for (int64_t i = 0; i < self->len; i++) {
        uint32_t c = str_at(self, i);
        if ((inside ? add_lower(t, &b, self, i)
                    : add_mapped(t, &b, c, unicode_props_to_title)) < 0)
            return NULL_VALUE;
        inside = is_cased(c);
    }
    return value_from_pointer(strbuilder_finish(t, &b));
}

NATIVE_SHARED(str, swapcase, NATIVE_TOTAL,
              "The text with upper case made lower and lower made upper.",
              (self, Str), (slash))
{
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < self->len; i++) {
        uint32_t c = str_at(self, i);
        unsigned props = unicode_props(c, UNICODE_UPPER | UNICODE_LOWER);
        if ((props & UNICODE_UPPER ? add_lower(t, &b, self, i)
             : props & UNICODE_LOWER
                 ? add_mapped(t, &b, c, unicode_props_to_upper)
                 : strbuilder_add_char(t, &b, c)) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(strbuilder_finish(t, &b));
}

/* Whether s is not empty and each character has one of the properties. */
static Value all_have(const Str *s, unsigned props)
{
    for (int64_t i = 0; i < s->len; i++)
        if (!unicode_props(str_at(s, i), props))
            return FALSE_VALUE;
    return value_from_bool(s->len > 0);
}

#define IS_METHOD(name, props, what)                                    \
    NATIVE_SHARED(str, name, NATIVE_TOTAL,                 \
                  "Whether there are characters and all are " what ".", \
                  (self, Str), (slash))                                 \
    {                                                                   \
        return all_have(self, props);                                   \
    }
IS_METHOD(isalnum, UNICODE_ALNUM, "letters or numbers")
IS_METHOD(isalpha, UNICODE_ALPHA, "letters")
IS_METHOD(isdecimal, UNICODE_DECIMAL, "digits of decimal numbers")
IS_METHOD(isdigit, UNICODE_DIGIT, "digits")
IS_METHOD(isnumeric, UNICODE_NUMERIC, "numeric")
IS_METHOD(isspace, UNICODE_SPACE, "white space")
#undef IS_METHOD

NATIVE_SHARED(str, isprintable, NATIVE_TOTAL,
              "Whether all characters can be printed, or there are none.",
              (self, Str), (slash))
{
    return value_from_bool(self->len == 0 ||
                           value_is_true(all_have(self, UNICODE_PRINTABLE)));
}

NATIVE_SHARED(str, isascii, NATIVE_TOTAL,
              "Whether all characters are ASCII, or there are none.",
              (self, Str), (slash))
{
    return value_from_bool(str_is_ascii(self));
}

bool str_is_identifier(const Str *s)
{
    if (s->len == 0 || !unicode_props(str_at(s, 0), UNICODE_XID_START))
        return false;
    for (int64_t i = 1; i < s->len; i++)
        if (!unicode_props(str_at(s, i), UNICODE_XID_CONTINUE))
            return false;
    return true;
}

NATIVE_SHARED(str, isidentifier, NATIVE_TOTAL,
              "Whether the text is a name in Python; keywords are too.",
              (self, Str), (slash))
{
    return value_from_bool(str_is_identifier(self));
}

/* Some character has `wanted`, none has `unwanted`. */
static Value some_but_no(const Str *s, unsigned wanted, unsigned unwanted)
{
    bool found = false;
    for (int64_t i = 0; i < s->len; i++) {
        unsigned props = unicode_props(str_at(s, i), wanted | unwanted);
        if (props & unwanted)
            return FALSE_VALUE;
        found |= props != 0;
    }
    return value_from_bool(found);
}

NATIVE_SHARED(str, islower, NATIVE_TOTAL,
              "Whether there are cased letters and all are in lower case.",
              (self, Str), (slash))
{
    return some_but_no(self, UNICODE_LOWER, UNICODE_UPPER | UNICODE_TITLE);
}

NATIVE_SHARED(str, isupper, NATIVE_TOTAL,
              "Whether there are cased letters and all are in upper case.",
              (self, Str), (slash))
{
    return some_but_no(self, UNICODE_UPPER, UNICODE_LOWER | UNICODE_TITLE);
}

NATIVE_SHARED(
    str, istitle, NATIVE_TOTAL,
    "Whether there are words and exactly their first letters are upper case.",
    (self, Str), (slash))
{
    bool inside = false, found = false;
    for (int64_t i = 0; i < self->len; i++) {
        unsigned props = unicode_props(str_at(self, i), UNICODE_CASED);
        bool starts = (props & (UNICODE_UPPER | UNICODE_TITLE)) != 0;
        if (props != 0 && starts == inside)
            return FALSE_VALUE;
        inside = props != 0;
        found |= inside;
    }
    return value_from_bool(found);
}
