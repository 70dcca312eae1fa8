/* SPDX-License-Identifier: MIT */
/* bytes: making, repr, hex, views, codecs. */
#include "object/text/bytes.h"
#include "object/text/buffer.h"
#include "objects.h"

static const uint8_t *raw(const char *s) { return (const uint8_t *)s; }

static void test_making(void)
{
    CHECK(bytes_new(t, NULL, 0) == bytes_new(t, raw(""), 0));
    CHECK_OBJECT(bytes_new(t, NULL, 3), "b'\\x00\\x00\\x00'");
    CHECK_OBJECT(bytes_new(t, raw("a\0b"), 3), "b'a\\x00b'");
    CHECK(bytes_new(t, raw("ab"), 2)->data[2] == 0);
    run("class B(bytes): pass");
    Value v = bytes_new_as(t, value_to_pointer(eval("B")), raw("x"), 1);
    CHECK(value_is_bytes(v) && type_of(v) == value_to_pointer(eval("B")));
    CHECK(!value_is_bytes(eval("bytearray(1)")) &&
          !value_is_bytes(value_from_int(1)));
}

static void test_repr(void)
{
    CHECK_OBJECT(bytes_repr(t, raw("'\"\\\n\x7f"), 5, "b", ""),
                 "'b\\'\\\\\\'\"\\\\\\\\\\\\n\\\\x7f\\''");
    CHECK_SHOWN(eval("b\"'\""), "b\"'\"");
    CHECK_SHOWN(eval("b'\\xff \\t'"), "b'\\xff \\t'");
    CHECK_SHOWN(eval("bytearray(b'a')"), "bytearray(b'a')");
}

static const char *hex(const char *sep, int64_t group)
{
    return shown(bytes_hex(t, raw("\x01\xab\xcd\xef\x10"), 5,
                           sep != NULL ? eval(sep) : UNBOUND, group));
}

static void test_hex(void)
{
    CHECK_STRING(hex(NULL, 1), "'01abcdef10'");
    CHECK_STRING(hex("'-'", 1), "'01-ab-cd-ef-10'");
    CHECK_STRING(hex("'-'", 2), "'01-abcd-ef10'");
    CHECK_STRING(hex("b':'", -2), "'01ab:cdef:10'");
    CHECK_STRING(hex("'-'", 0), "'01abcdef10'");
    CHECK_STRING(hex("'-'", 99), "'01abcdef10'");
    CHECK_STRING(hex("'--'", 1), "ValueError: sep must be length 1.");
    CHECK_STRING(hex("'\\u20ac'", 1), "ValueError: sep must be ASCII.");
    CHECK_STRING(hex("5", 1), "TypeError: object of type 'int' has no len()");
}

static void test_views(void)
{
    const uint8_t *data;
    int64_t len;
    CHECK(bytes_view(t, eval("b'abc'"), &data, &len) == 0 && len == 3 &&
          data[1] == 'b');
    CHECK(bytes_view(t, eval("bytearray(b'xy')"), &data, &len) == 0 &&
          len == 2);
    CHECK(bytes_view(t, eval("memoryview(b'abcd')[1:3]"), &data, &len) == 0 &&
          len == 2 && data[0] == 'b');
    CHECK_ANSWER(bytes_view(t, eval("'abc'"), &data, &len),
                 "TypeError: a bytes-like object is required, not 'str'");
    CHECK(buffer_supported(eval("b''")) && !buffer_supported(eval("''")));
    CHECK_SHOWN(bytes_from_dunder(t, eval("5")), "unbound");
    run("class D:\n"
        "    def __init__(self, v): self.v = v\n"
        "    def __bytes__(self): return self.v\n");
    CHECK_SHOWN(bytes_from_dunder(t, eval("D(b'd')")), "b'd'");
    CHECK_SHOWN(bytes_from_dunder(t, eval("D('d')")),
                "TypeError: __bytes__ returned non-bytes (type str)");
}

static const char *decode(const char *bytes, const char *encoding,
                          const char *errors)
{
    return shown(bytes_decode(t, raw(bytes), (int64_t)strlen(bytes), encoding,
                              errors));
}

static void test_decoding(void)
{
    CHECK_STRING(decode("a\xe2\x82\xac", NULL, NULL), "'a\xe2\x82\xac'");
    CHECK_STRING(decode("a\xff", NULL, NULL),
                 "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in "
                 "position 1: invalid start byte");
    CHECK_STRING(decode("a\xe2\x82", NULL, NULL),
                 "UnicodeDecodeError: 'utf-8' codec can't decode bytes in "
                 "position 1-2: unexpected end of data");
    CHECK_STRING(decode("\xed\xa0\x80", NULL, NULL),
                 "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in "
                 "position 0: invalid continuation byte");
    CHECK_STRING(decode("a\xe2\x82z\xff", NULL, "replace"),
                 "'a\xef\xbf\xbdz\xef\xbf\xbd'");
    CHECK_STRING(decode("a\xff", NULL, "ignore"), "'a'");
    CHECK_STRING(decode("a\xff", NULL, "surrogateescape"), "'a\\udcff'");
    CHECK_STRING(decode("a\xff", NULL, "backslashreplace"), "'a\\\\xff'");
    CHECK_STRING(decode("\xe9", "latin-1", NULL), "'\xc3\xa9'");
    CHECK_STRING(decode("\xe9", "ascii", NULL),
                 "UnicodeDecodeError: 'ascii' codec can't decode byte 0xe9 in "
                 "position 0: ordinal not in range(128)");
    CHECK_STRING(decode("a", "no-such", NULL),
                 "LookupError: unknown encoding: no-such");
    CHECK_STRING(decode("\xff", NULL, "no-such"),
                 "LookupError: unknown error handler name 'no-such'");
}

static const char *encode(const char *expression, const char *encoding,
                          const char *errors)
{
    return shown(str_encode(t, value_to_str(eval(expression)), encoding,
                            errors));
}

static void test_encoding(void)
{
    CHECK_STRING(encode("'a\\u20ac'", NULL, NULL), "b'a\\xe2\\x82\\xac'");
    CHECK_STRING(encode("'\\ud800'", NULL, NULL),
                 "UnicodeEncodeError: 'utf-8' codec can't encode character "
                 "'\\ud800' in position 0: surrogates not allowed");
    CHECK_STRING(encode("'\\ud800'", NULL, "surrogatepass"),
                 "b'\\xed\\xa0\\x80'");
    CHECK_STRING(encode("'a\\u20ac'", "ascii", "xmlcharrefreplace"),
                 "b'a&#8364;'");
    CHECK_STRING(encode("'a\\u20ac'", "latin-1", "replace"), "b'a?'");
    CHECK_STRING(encode("'a'", "utf-16-le", NULL), "b'a\\x00'");
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_making();
    test_repr();
    test_hex();
    test_views();
    test_decoding();
    test_encoding();
    return tap_done();
}
