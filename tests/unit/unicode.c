/* SPDX-License-Identifier: MIT */
/*
 * Character data: for each property and mapping a digest of all code points'
 * answers, which is what CPython 3.11's are (unicode_digests.def).  Where one
 * differs, Tools/unicode/compare finds the characters.
 */
#include "base/unicode/unicode_data.h"
#include "base/unicode/unicode_name.h"
#include "base/unicode/unicode_normal.h"
#include "base/unicode/unicode_props.h"
#include "../tap.h"

enum { N_CODE_POINTS = 0x110000, END = 0x110000 };

static uint32_t digest;

static void add(uint32_t value) { digest = (digest ^ value) * 0x01000193; }

static void add_all(const uint32_t *values, int n)
{
    for (int i = 0; i < n; i++)
        add(values[i]);
    add(END);
}

static void add_text(const char *text)
{
    while (*text != '\0')
        add((uint8_t)*text++);
    add(END);
}

/* --- what each row adds for one character --- */

static void add_flags(uint32_t c)
{
    static const unsigned order[] = {
        UNICODE_ALPHA,     UNICODE_DECIMAL,      UNICODE_DIGIT,
        UNICODE_NUMERIC,   UNICODE_PRINTABLE,    UNICODE_SPACE,
        UNICODE_UPPER,     UNICODE_LOWER,        UNICODE_UPPER | UNICODE_TITLE,
        UNICODE_XID_START, UNICODE_XID_CONTINUE, UNICODE_LINE_BREAK,
    };
    uint32_t bits = 0;
    for (unsigned i = 0; i < ARRAY_LEN(order); i++)
        bits |= (unicode_props(c, order[i]) != 0 ? 1u : 0) << i;
    add(bits);
}

#define CASE(name, map)                            \
    static void add_##name(uint32_t c)             \
    {                                              \
        uint32_t out[UNICODE_CASE_MAX];            \
        add_all(out, unicode_props_##map(c, out)); \
    }
CASE(lower, to_lower)
CASE(upper, to_upper)
CASE(title, to_title)
CASE(fold, fold)

#define SIMPLE(name, call) \
    static void add_##name(uint32_t c) { call; }
SIMPLE(decimal, add((uint32_t)unicode_data_decimal(c, UNICODE_LEVEL)))
SIMPLE(digit, add((uint32_t)unicode_props_digit(c)))
SIMPLE(category, add_text(unicode_data_category(c, UNICODE_LEVEL)))
SIMPLE(bidirectional, add_text(unicode_data_bidirectional(c, UNICODE_LEVEL)))
SIMPLE(width, add_text(unicode_data_width(c, UNICODE_LEVEL)))
SIMPLE(mirrored, add(unicode_data_is_mirrored(c, UNICODE_LEVEL)))
SIMPLE(combining, add(unicode_data_normality(c).combining))
SIMPLE(old_category, add_text(unicode_data_category(c, UNICODE_3_2)))
SIMPLE(old_bidirectional, add_text(unicode_data_bidirectional(c, UNICODE_3_2)))
SIMPLE(old_width, add_text(unicode_data_width(c, UNICODE_3_2)))
SIMPLE(old_mirrored, add(unicode_data_is_mirrored(c, UNICODE_3_2)))
SIMPLE(old_decimal, add((uint32_t)unicode_data_decimal(c, UNICODE_3_2)))

static void add_numeric(uint32_t c)
{
    double value;
    uint64_t bits;
    if (!unicode_props_numeric(c, &value))
        return;
    memcpy(&bits, &value, sizeof bits);
    add((uint32_t)bits);
    add((uint32_t)(bits >> 32));
}

static void add_decomposition(uint32_t c)
{
    char text[200];
    uint32_t to[UNICODE_MAPPING_MAX];
    const char *tag;
    int n = unicode_normal_mapping(c, &tag, to), len = 0;
    if (*tag != '\0')
        len = snprintf(text, sizeof text, "<%s> ", tag);
    for (int i = 0; i < n; i++)
        len += snprintf(text + len, sizeof text - (size_t)len, "%s%04X",
                        i == 0 ? "" : " ", (unsigned)to[i]);
    text[len] = '\0';
    add_text(text);
}

static void add_name(uint32_t c)
{
    char name[UNICODE_NAME_MAX];
    uint32_t found;
    if (!unicode_name_of(c, name)) {
        add(END);
        return;
    }
    for (const char *p = name; *p != '\0'; p++)
        add((uint8_t)*p);
    add(unicode_name_character(name, strlen(name), &found) ? found : END);
}

static void add_normal(uint32_t c, UnicodeForm form, UnicodeVersion version)
{
    uint32_t out[64];
    UnicodeText text = {&c, 4, 1};
    if (unicode_normal_room(form, version, text) > ARRAY_LEN(out)) {
        add(END);
        return;
    }
    add_all(out, (int)unicode_normal(form, version, text, out));
}
SIMPLE(nfc, add_normal(c, UNICODE_NFC, UNICODE_LEVEL))
SIMPLE(nfd, add_normal(c, UNICODE_NFD, UNICODE_LEVEL))
SIMPLE(nfkc, add_normal(c, UNICODE_NFKC, UNICODE_LEVEL))
SIMPLE(nfkd, add_normal(c, UNICODE_NFKD, UNICODE_LEVEL))
SIMPLE(old_nfkc, add_normal(c, UNICODE_NFKC, UNICODE_3_2))
SIMPLE(old_nfkd, add_normal(c, UNICODE_NFKD, UNICODE_3_2))

static uint32_t digest_of(void (*add_one)(uint32_t))
{
    digest = 0x811c9dc5;
    for (uint32_t c = 0; c < N_CODE_POINTS; c++)
        add_one(c);
    return digest;
}

/* What a look at one character says of a form agrees with the form. */
static void test_quick(void)
{
    for (int form = UNICODE_NFD; form <= UNICODE_NFKC; form++) {
        uint32_t wrong = END;
        for (uint32_t c = 0; c < N_CODE_POINTS && wrong == END; c++) {
            uint32_t out[64];
            UnicodeText text = {&c, 4, 1};
            int quick = unicode_normal_quick((UnicodeForm)form, text);
            size_t n =
                unicode_normal((UnicodeForm)form, UNICODE_LEVEL, text, out);
            bool same = n == 1 && out[0] == c;
            if (same ? quick == UNICODE_QUICK_NO : quick == UNICODE_QUICK_YES)
                wrong = c;
        }
        OK(wrong == END, "the quick check of form %d is right", form);
    }
}

int main(void)
{
#define DIGEST(name, want) \
    OK(digest_of(add_##name) == (want), "all code points: " #name);
#include "unicode_digests.def"
    test_quick();
    CHECK(unicode_props(END, UNICODE_ALPHA) == 0); /* beyond all */
    CHECK(unicode_props(UINT32_MAX, UNICODE_ALPHA) == 0);
    CHECK_STRING(unicode_data_version, "14.0.0");
    return tap_done();
}
