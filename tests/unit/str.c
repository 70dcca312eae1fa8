/* SPDX-License-Identifier: MIT */
/* str: representation, hashing, searches, builders, formats. */
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "../tap.h"

static Thread *t;

static Str *text(const char *utf8) { return str_from_c(t, utf8); }

static const char *utf8(Value v)
{
    return value_is_null(v) ? NULL : str_to_utf8(t, value_to_str(v), NULL);
}

static void test_width(void)
{
    Str *s = text("a\xe2\x82\xac\xf0\x9f\x98\x80");
    CHECK(s->len == 3 && s->width == 4);
    CHECK(str_at(s, 1) == 0x20ac && str_at(s, 2) == 0x1f600);
    CHECK(str_slice(t, s, 0, 2)->width == 2);
    CHECK(str_slice(t, s, 0, 1) == t->rt->latin1['a']);
    CHECK(text("h\xc3\xa9")->width == 1);
    CHECK(!str_is_ascii(text("h\xc3\xa9")) && str_is_ascii(text("he")));
    CHECK(str_concat(t, text("a"), text("\xe2\x82\xac"))->width == 2);
}

static void test_surrogates(void)
{
    size_t n;
    Str *s = str_from_utf8(t, "a\xed\xa0\x80z", 5);
    CHECK(s->len == 3 && str_at(s, 1) == 0xd800);
    CHECK_STRING(str_to_utf8(t, s, &n), "a\xed\xa0\x80z");
    CHECK(n == 5);
    CHECK(str_at(text("\xff"), 0) == 0xfffd);
}

static void test_hash(void)
{
    Str *s = text("caf\xc3\xa9 con leche, por favor");
    uint32_t wide[64];
    Str *again;
    for (int64_t i = 0; i < s->len; i++)
        wide[i] = str_at(s, i);
    again = str_from_ucs4(t, wide, s->len);
    CHECK(str_hash(s) == str_hash(again) && str_equal(s, again));
    CHECK(str_hash(text("ab")) != str_hash(text("ba")));
    CHECK(str_hash(text("")) == 0 && str_hash(s) != -1);
    CHECK(str_intern(t, again) == str_intern(t, s));
    CHECK(str_intern_c(t, "append") == N(append));
}

static void test_search(void)
{
    Str *s = text("abracadabra"), *wide = text("abra\xe2\x82\xac" "abra");
    CHECK(str_find(s, text("abra"), 0, s->len) == 0);
    CHECK(str_find(s, text("abra"), 1, s->len) == 7);
    CHECK(str_find(s, text("abra"), 1, 10) == -1);
    CHECK(str_rfind(s, text("abra"), 0, s->len) == 7);
    CHECK(str_find(s, text(""), 11, 11) == 11);
    CHECK(str_find(wide, text("ra"), 3, wide->len) == 7);
    CHECK(str_find(wide, text("\xe2\x82\xac" "a"), 0, wide->len) == 4);
    CHECK(str_find(s, text("\xe2\x82\xac"), 0, s->len) == -1);
    CHECK(str_compare(text("a\xc3\xa9"), text("a\xe2\x82\xac")) < 0);
}

static void test_builder(void)
{
    StrBuilder b;
    Str *s;
    strbuilder_init(&b);
    for (int i = 0; i < 1000; i++)
        strbuilder_add_char(t, &b, 'x');
    strbuilder_add_char(t, &b, 0x1f600);
    strbuilder_add_fill(t, &b, 0xe9, 10);
    strbuilder_add_c(t, &b, "end");
    s = strbuilder_finish(t, &b);
    CHECK(s->len == 1014 && s->width == 4 && str_at(s, 1000) == 0x1f600);
    CHECK(str_equal_c(str_slice(t, s, 1011, 1014), "end"));
    strbuilder_add_slice(t, &b, s, 0, 4);
    CHECK(strbuilder_finish(t, &b)->width == 1);
    CHECK(strbuilder_finish(t, &b) == t->rt->empty_str);
}

static void test_text(void)
{
    Value parts[3] = {value_from_pointer(text("a")),
                      value_from_pointer(text("")),
                      value_from_pointer(text("\xc3\xa9"))};
    CHECK_STRING(utf8(str_concat_many(t, parts, 3)), "a\xc3\xa9");
    CHECK_STRING(utf8(value_from_pointer(str_repr(t, text("it's\n")))),
                 "\"it's\\n\"");
    CHECK(value_is_null(str_modulo(t, text("%s %s"), parts[0])));
    exception_take(t);
    CHECK_STRING(utf8(str_modulo(t, text("<%5s>"), parts[2])),
                 "<    \xc3\xa9>");
    CHECK(str_is_identifier(text("_x1")) && !str_is_identifier(text("1x")));
    CHECK_STRING(utf8(str_format_spec(t, text("abc"), text("*^7.2"))),
                 "**ab***");
}

/* Without a seed, too, short strings are told apart. */
static void test_hash_unseeded(void)
{
    uint64_t seed[2] = {t->rt->hash_seed[0], t->rt->hash_seed[1]};
    int same = 0;
    t->rt->hash_seed[0] = t->rt->hash_seed[1] = 0;
    for (size_t n = 1; n <= 40; n++) {
        uint8_t data[40] = {0};
        for (int c = 0; c < 256; c++) {
            data[n - 1] = (uint8_t)c;
            int64_t hash = str_hash_bytes(data, n);
            data[n - 1]++;
            same += hash == str_hash_bytes(data, n);
        }
    }
    OK(same == 0, "%d strings hash as their neighbours", same);
    t->rt->hash_seed[0] = seed[0];
    t->rt->hash_seed[1] = seed[1];
}

int main(void)
{
    Runtime *rt = runtime_new(NULL);
    if (rt == NULL)
        return 99;
    t = rt->main_thread;
    test_width();
    test_surrogates();
    test_hash();
    test_hash_unseeded();
    test_search();
    test_builder();
    test_text();
    return tap_done();
}
