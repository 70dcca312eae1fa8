/* SPDX-License-Identifier: MIT */
/* The codecs: incremental use, error handlers, tables. */
#include "object/container/dict.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/text/codecs.h"
#include "../tap.h"

static Thread *t;

static const uint8_t *bytes(const char *s) { return (const uint8_t *)s; }

/* The decoded text, as repr writes it; NULL on error, which is dropped. */
static const char *shown(Value v)
{
    if (value_is_null(v)) {
        exception_take(t);
        return NULL;
    }
    v = object_repr(t, v);
    return str_to_utf8(t, value_to_str(v), NULL);
}

static void test_incremental(void)
{
    int64_t taken;
    int order = 0;
    CHECK_STRING(shown(codecs_decode_utf8(t, bytes("a\xe2\x82"), 3, NULL,
                                          &taken)), "'a'");
    CHECK(taken == 1);
    CHECK(shown(codecs_decode_utf8(t, bytes("a\xe2\x82"), 3, NULL, NULL)) ==
          NULL);
    CHECK_STRING(shown(codecs_decode_utf16(t, bytes("\xfe\xff\0a\0"), 5, NULL,
                                           &order, &taken)), "'a'");
    CHECK(order == 1 && taken == 4);
    order = -1;
    codecs_decode_utf16(t, bytes("a\0\0\xd8"), 4, NULL, &order, &taken);
    CHECK(taken == 2);
    codecs_decode_unicode_escape(t, bytes("a\\u12"), 5, NULL, &taken);
    CHECK(taken == 1);
}

static void test_handlers(void)
{
    Str *s = str_from_c(t, "a\xc3\xa9\xe2\x82\xac");
    CHECK(shown(str_encode(t, s, "ascii", NULL)) == NULL);
    CHECK_STRING(shown(str_encode(t, s, "ascii", "ignore")), "b'a'");
    CHECK_STRING(shown(str_encode(t, s, "ascii", "xmlcharrefreplace")),
                 "b'a&#233;&#8364;'");
    CHECK_STRING(shown(str_encode(t, s, "latin-1", "namereplace")),
                 "b'a\\xe9\\\\N{EURO SIGN}'");
    CHECK_STRING(shown(bytes_decode(t, bytes("a\xffz"), 3, "utf-8",
                                    "surrogateescape")), "'a\\udcffz'");
    CHECK_STRING(shown(bytes_decode(t, bytes("\xe2\x82z"), 3, NULL,
                                    "replace")), "'\xef\xbf\xbdz'");
    CHECK(shown(bytes_decode(t, bytes("\xff"), 1, NULL, "no such")) == NULL);
    CHECK(!value_is_null(codecs_lookup_error(t, "strict")));
}

static void test_charmap(void)
{
    Str *table = str_from_c(t, "ab\xef\xbf\xbe\xe2\x82\xac");
    Value map = codecs_charmap_build(t, table);
    CHECK_STRING(shown(codecs_decode_charmap(t, bytes("\3\0"), 2, NULL,
                                             value_from_pointer(table))),
                 "'\xe2\x82\xac" "a'");
    CHECK(shown(codecs_decode_charmap(t, bytes("\2"), 1, NULL,
                                      value_from_pointer(table))) == NULL);
    CHECK_STRING(shown(codecs_encode_charmap(
                     t, str_from_c(t, "b\xe2\x82\xac"), NULL, map)),
                 "b'\\x01\\x03'");
    CHECK(shown(codecs_encode_charmap(t, str_from_c(t, "z"), NULL, map)) ==
          NULL);
}

static void test_escapes(void)
{
    CHECK_STRING(shown(codecs_decode_unicode_escape(
                     t, bytes("\\x41\\n\\101\\N{BULLET}\\q"), 22, NULL, NULL)),
                 "'A\\nA\xe2\x80\xa2\\\\q'");
    CHECK_STRING(shown(codecs_decode_escape(t, bytes("a\\x41\\\n\\7"), 9,
                                            NULL)), "b'aA\\x07'");
    CHECK(shown(codecs_decode_escape(t, bytes("\\x4"), 3, NULL)) == NULL);
    CHECK_STRING(shown(codecs_encode_unicode_escape(
                     t, str_from_c(t, "\t\xc3\xa9\xe2\x82\xac"), NULL)),
                 "b'\\\\t\\\\xe9\\\\u20ac'");
    CHECK_STRING(shown(codecs_decode_raw_unicode_escape(
                     t, bytes("\\u0041\\x41"), 10, NULL, NULL)),
                 "'A\\\\x41'");
}

int main(void)
{
    Runtime *rt = runtime_new(NULL);
    if (rt == NULL)
        return 99;
    t = rt->main_thread;
    test_incremental();
    test_handlers();
    test_charmap();
    test_escapes();
    return tap_done();
}
