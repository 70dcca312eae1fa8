/* SPDX-License-Identifier: MIT */
/* str: widths, bounds of slices and searches, repr, formats, subclasses. */
#include "object/core/runtime.h"
#include "objects.h"

static Str *text(const char *utf8) { return str_from_c(t, utf8); }
static Str *of(const char *expression)
{
    return value_to_str(eval(expression));
}

static void test_widths(void)
{
    static const uint32_t units[] = {'a', 0xff, 0x100, 0xffff, 0x10000,
                                     0x10ffff};
    static const int widths[] = {1, 1, 2, 2, 4, 4};
    for (unsigned i = 0; i < 6; i++) {
        Str *s = str_from_ucs4(t, &units[i], 1);
        OK(s->width == widths[i] && s->len == 1 && str_at(s, 0) == units[i],
           "U+%04X takes %d bytes", units[i], widths[i]);
        CHECK(str_equal(s, str_from_code_point(t, units[i])));
        CHECK(str_width_for(units[i]) == widths[i]);
        CHECK(str_data_width(&units[i], 4, 1) == widths[i]);
        size_t n;
        const char *utf8 = str_to_utf8(t, s, &n);
        CHECK(n == str_utf8_len(s) && str_equal(str_from_utf8(t, utf8, n), s));
    }
    Str *wide = of("'a' * 30 + '\\U0001f600'");
    CHECK(wide->width == 4 && str_slice(t, wide, 0, 30)->width == 1);
    CHECK(str_equal(str_slice(t, wide, 0, 30), of("'a' * 30")));
    CHECK(str_from_data(t, wide->data, 4, 30)->width == 1);
    CHECK(str_from_latin1(t, (const uint8_t *)"\xe9", 1)->width == 1);
    CHECK(!str_is_ascii(of("'\\xe9'")) && str_is_ascii(of("''")));
}

static void test_utf8(void)
{
    static const struct {
        const char *bytes;
        const char *want;
    } rows[] = { /* each byte that belongs to nothing is one U+FFFD */
        {"a\xc3", "'a\\ufffd'"}, {"\x80z", "'\\ufffdz'"},
        {"\xe2\x82z", "'\\ufffd\\ufffdz'"}, {"\xc0\x80", "'\\ufffd\\ufffd'"},
        {"\xf5\x80", "'\\ufffd\\ufffd'"}, {"\xed\xa0\x80", "'\\ud800'"},
        {"", "''"},
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        Str *s = str_from_utf8(t, rows[i].bytes, strlen(rows[i].bytes));
        CHECK_STRING(str_to_utf8(t, value_to_str(object_ascii(
                                        t, value_from_pointer(s))), NULL),
                     rows[i].want);
    }
    CHECK(str_from_utf8(t, "a\0b", 3)->len == 3);
    CHECK(str_from_utf8(t, "", 0) == t->rt->empty_str);
}

static void test_slices(void)
{
    Str *s = of("'abcdef'");
    CHECK(str_slice(t, s, 0, 6) == s);
    CHECK(str_slice(t, s, 3, 3) == t->rt->empty_str);
    CHECK_OBJECT(str_slice(t, s, 4, 6), "'ef'");
    CHECK(str_getitem_index(t, s, 5) == t->rt->latin1['f']);
    CHECK_OBJECT(str_getitem_index(t, of("'a\\u20ac'"), 1), "'\xe2\x82\xac'");
    CHECK_OBJECT(str_repeat(t, s, 2), "'abcdefabcdef'");
    CHECK(str_repeat(t, s, 0) == t->rt->empty_str);
    CHECK(str_repeat(t, s, -1) == t->rt->empty_str);
    CHECK(str_repeat(t, s, 1) == s);
    CHECK_OBJECT(str_repeat(t, s, INT64_MAX),
                 "OverflowError: repeated string is too long");
    CHECK(str_concat(t, s, t->rt->empty_str) == s);
    CHECK(str_concat(t, t->rt->empty_str, s) == s);
}

static void test_searches(void)
{
    Str *s = of("'aXbXc'"), *none = t->rt->empty_str;
    CHECK(str_find(s, none, 0, 5) == 0 && str_rfind(s, none, 0, 5) == 5);
    CHECK(str_find(s, none, 5, 5) == 5 && str_rfind(s, none, 2, 3) == 3);
    CHECK(str_find(s, text("X"), 2, 5) == 3 &&
          str_rfind(s, text("X"), 0, 3) == 1);
    CHECK(str_find(s, text("Xc"), 0, 4) == -1);
    CHECK(str_find(s, of("'aXbXcd'"), 0, 5) == -1);
    CHECK(str_find(s, s, 0, 5) == 0 && str_find(s, s, 1, 5) == -1);
    Str *wide = of("'\\u20acab\\u20acab'");
    CHECK(str_find(wide, text("ab"), 2, 6) == 4);
    CHECK(str_rfind(wide, of("'\\u20ac'"), 0, 6) == 3);
    CHECK(str_find(wide, of("'\\U0001f600'"), 0, 6) == -1);
    Str *many = of("'ab' * 5000 + 'abc'");
    CHECK(str_find(many, text("abc"), 0, many->len) == 10000);
    CHECK(str_rfind(many, text("ba"), 0, many->len) == 9999);
}

static void test_order(void)
{
    CHECK(str_compare(text(""), text("")) == 0);
    CHECK(str_compare(text(""), text("a")) < 0);
    CHECK(str_compare(text("ab"), text("a")) > 0);
    CHECK(str_compare(of("'\\uffff'"), of("'\\U00010000'")) < 0);
    CHECK(str_equal_c(text("abc"), "abc") && !str_equal_c(text("abc"), "ab"));
    CHECK(!str_equal_c(text("ab"), "abc") && str_equal_c(text(""), ""));
    CHECK(!str_equal(of("'\\xe9'"), of("'e'")));
}

static void test_interning(void)
{
    Str *a = str_concat(t, text("int"), text("erned once"));
    Str *b = str_concat(t, text("interned"), text(" once"));
    CHECK(a != b && str_intern(t, a) == str_intern(t, b));
    CHECK(str_intern(t, a)->h.flags & OBJECT_INTERNED);
    run("class S(str): pass");
    Str *sub = of("S('interned once')");
    CHECK(str_exact(t, sub) != sub && str_exact(t, a) == a);
    CHECK(str_equal(str_exact(t, sub), a));
    CHECK(value_has_shape(value_from_pointer(str_exact(t, sub)), SHAPE_STR));
    CHECK_SHOWN(str_new_as(t, value_to_pointer(eval("S")), a),
                "'interned once'");
    CHECK(type_of(str_new_as(t, value_to_pointer(eval("S")), a)) ==
          value_to_pointer(eval("S")));
    CHECK(value_to_pointer(str_new_as(t, &type_str, a)) == a);
}

static void test_repr(void)
{
    static const struct {
        const char *expression, *want;
    } rows[] = {
        {"\"'\"", "\"'\""}, {"'\"'", "'\"'"}, {"'\\'\"'", "'\\'\"'"},
        {"'\\\\\\n\\r\\t\\0\\x7f'", "'\\\\\\n\\r\\t\\x00\\x7f'"},
        {"'\\xa0\\xad'", "'\\xa0\\xad'"}, {"'\\u2028'", "'\\u2028'"},
        {"'\\ud800'", "'\\ud800'"}, {"'\\U000e0001'", "'\\U000e0001'"},
        {"'\\xe9'", "'\xc3\xa9'"},
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STRING(shown(eval(rows[i].expression)), rows[i].want);
}

static void test_joins(void)
{
    CHECK_SHOWN(str_join(t, text(", "), eval("()")), "''");
    CHECK_SHOWN(str_join(t, text(", "), eval("['a']")), "'a'");
    CHECK_SHOWN(str_join(t, text(", "), eval("iter(('a', '\\u20ac'))")),
                "'a, \xe2\x82\xac'");
    CHECK_SHOWN(str_join(t, text(""), eval("['a', 1]")),
                "TypeError: sequence item 1: expected str instance, int found");
    CHECK_SHOWN(str_join(t, text(""), NONE), "TypeError: can only join an "
                                             "iterable");
    CHECK_SHOWN(str_concat_many(t, NULL, 0), "''");
}

static const char *spec(const char *s, const char *format)
{
    return shown(str_format_spec(t, text(s), text(format)));
}

static void test_formats(void)
{
    CHECK_STRING(spec("ab", ""), "'ab'");
    CHECK_STRING(spec("ab", "5"), "'ab   '");
    CHECK_STRING(spec("ab", ">5"), "'   ab'");
    CHECK_STRING(spec("ab", "^5"), "' ab  '");
    CHECK_STRING(spec("ab", "05"), "'ab000'");
    CHECK_STRING(spec("abc", ".0"), "''");
    CHECK_STRING(spec("abc", "_<5.2s"), "'ab___'");
    CHECK_STRING(spec("ab", "=5"),
                 "ValueError: '=' alignment not allowed in string format "
                 "specifier");
    CHECK_STRING(spec("ab", "+"),
                 "ValueError: Sign not allowed in string format specifier");
    CHECK_STRING(spec("ab", "#"),
                 "ValueError: Alternate form (#) not allowed in string format "
                 "specifier");
    CHECK_STRING(spec("ab", ","), "ValueError: Cannot specify ',' with 's'.");
    CHECK_STRING(spec("ab", "d"),
                 "ValueError: Unknown format code 'd' for object of type "
                 "'str'");
    CHECK_STRING(spec("ab", "."), "ValueError: Format specifier missing "
                                  "precision");
    CHECK_SHOWN(str_modulo(t, text("%s-%%-%5.1f|%-4d|%+x|%c"),
                           eval("('a', 2.25, 7, 255, 'z')")),
                "'a-%-  2.2|7   |+ff|z'");
    CHECK_SHOWN(str_modulo(t, text("%(k)r"), eval("{'k': 'v'}")), "\"'v'\"");
    CHECK_SHOWN(str_modulo(t, text("%s"), eval("()")),
                "TypeError: not enough arguments for format string");
    CHECK_SHOWN(str_modulo(t, text("x"), eval("(1,)")),
                "TypeError: not all arguments converted during string "
                "formatting");
    CHECK_SHOWN(str_modulo(t, text("%d"), eval("'a'")),
                "TypeError: %d format: a real number is required, not str");
    CHECK_SHOWN(str_modulo(t, text("%z"), eval("1")),
                "ValueError: unsupported format character 'z' (0x7a) at index "
                "1");
    CHECK_SHOWN(str_modulo(t, text("%(a"), eval("{}")),
                "ValueError: incomplete format key");
    CHECK_SHOWN(str_modulo(t, text("%"), eval("1")),
                "ValueError: incomplete format");
}

static void test_builders(void)
{
    StrBuilder b;
    strbuilder_init(&b);
    CHECK(strbuilder_add_fill(t, &b, 'x', 0) == 0);
    CHECK(strbuilder_add_slice(t, &b, of("'ab\\u20ac'"), 0, 2) == 0);
    CHECK(strbuilder_add_data(t, &b, (uint16_t[]){0x20ac}, 2, 1) == 0);
    CHECK(strbuilder_add(t, &b, of("'\\U0001f600'")) == 0);
    CHECK_OBJECT(strbuilder_finish(t, &b), "'ab\xe2\x82\xac\xf0\x9f\x98\x80'");
}

static void test_identifiers(void)
{
    CHECK(!str_is_identifier(text("")) && str_is_identifier(text("_")));
    CHECK(!str_is_identifier(text("a b")) && !str_is_identifier(text("9")));
    CHECK(str_is_identifier(of("'\\xe9\\u0663'")));
    CHECK(!str_is_identifier(of("'\\u0663a'")));
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_widths();
    test_utf8();
    test_slices();
    test_searches();
    test_order();
    test_interning();
    test_repr();
    test_joins();
    test_formats();
    test_builders();
    test_identifiers();
    return tap_done();
}
