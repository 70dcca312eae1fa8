/* SPDX-License-Identifier: MIT */
/* Conversions of natives' parameters: values, and what CPython 3.11 says. */
#include <stdint.h>
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param_file.h"
#include "object/number/complex.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "../tap.h"

static Value unsigned_(Thread *thread, uint64_t i)
{
    return int_from_uint64(thread, i);
}

/* f_CONV answers what the conversion makes of its only argument. */
#define F(conv, answer)                                         \
    NATIVE_AS("f", f, conv, 0, NULL, (maybe, conv, a), (slash)) \
    {                                                           \
        return answer;                                          \
    }
F(c_int, int_from_int64(t, a))
F(c_long, int_from_int64(t, a))
F(c_longlong, int_from_int64(t, a))
F(c_uint, unsigned_(t, a))
F(c_ulong, unsigned_(t, a))
F(c_ulonglong, unsigned_(t, a))
F(c_size, unsigned_(t, a))
F(uint_mask, unsigned_(t, a))
F(ulong_mask, unsigned_(t, a))
F(byte, unsigned_(t, a))
F(c_uchar, unsigned_(t, a))
F(complex, complex_new(t, a.real, a.imag))
F(text_or_bytes, value_from_pointer(bytes_new(t, a->data, a->len)))
F(callable, value_is_unbound(a) ? NONE : TRUE_VALUE)
F(start, int_from_int64(t, a))
F(stop, int_from_int64(t, a))
F(descriptor, value_from_int(a))
F(seconds, int_from_int64(t, a))
F(timeout, int_from_int64(t, a))
F(fs_path,
  a.text == NULL ? NONE : value_from_pointer(str_from_c(t, a.text)))

static Value of_path(Thread *thread, ParamPath path)
{
    return path.text != NULL ? value_from_pointer(
                                   bytes_new(thread, (const uint8_t *)path.text,
                                             (int64_t)strlen(path.text)))
                             : value_from_int(path.fd);
}
F(path, of_path(t, a))
F(path_or_none, of_path(t, a))
F(path_or_fd, of_path(t, a))
F(path_or_fd_or_none, of_path(t, a))

#define PARAM_LEAF_bytearray     LEAF_NEVER
#define PARAM_TYPE_bytearray     ByteArray *
#define PARAM_LOCAL_bytearray(v) ByteArray *v
PARAM_INSTANCE(bytearray, ByteArray, &type_bytearray)
F(bytearray, a == NULL ? NONE : value_from_int(a->len))

static Thread *t;

/* The repr of what f answers to v, or its error's text. */
static const char *call(const NativeDef *def, Value v)
{
    Value f = native_function_new(t, def, UNBOUND, NONE);
    Value r = value_is_unbound(v) ? object_call0(t, f) : object_call1(t, f, v);
    r = value_is_null(r) ? object_str(t, exception_take(t)) : object_repr(t, r);
    return str_to_utf8(t, value_to_str(r), NULL);
}

#define EXPECT(conv, v, text) CHECK_STRING(call(&f_##conv##_native, v), text)

static Value text(const char *s)
{
    return value_from_pointer(str_from_c(t, s));
}
static Value big(const char *s) { return int_from_text(t, s, strlen(s), 10); }

static void test_ints(void)
{
    Value minus = value_from_int(-1);
    EXPECT(c_int, UNBOUND, "0");
    EXPECT(c_int, minus, "-1");
    EXPECT(c_int, value_from_int(INT64_C(1) << 31),
           "Python int too large to convert to C int");
    EXPECT(c_int, TRUE_VALUE, "1");
    EXPECT(c_long, big("9223372036854775807"), "9223372036854775807");
    EXPECT(c_long, big("9223372036854775808"),
           "Python int too large to convert to C long");
    EXPECT(c_longlong, big("-9223372036854775809"), "int too big to convert");
    EXPECT(c_longlong, NONE,
           "'NoneType' object cannot be interpreted as an integer");
}

static void test_unsigned_ints(void)
{
    Value minus = value_from_int(-1);
    Value most = big("18446744073709551615"),
          more = big("18446744073709551616");
    EXPECT(c_uint, value_from_int(UINT32_MAX), "4294967295");
    EXPECT(c_uint, value_from_int(INT64_C(1) << 32),
           "Python int too large for C unsigned int");
    EXPECT(c_uint, more, "Python int too large to convert to C unsigned long");
    EXPECT(c_uint, minus, "value must be positive");
    EXPECT(c_uint, text("x"), "an integer is required");
    EXPECT(c_ulong, most, "18446744073709551615");
    EXPECT(c_ulong, more, "Python int too large to convert to C unsigned long");
    EXPECT(c_ulonglong, more, "int too big to convert");
    EXPECT(c_size, more, "Python int too large to convert to C size_t");
    EXPECT(c_size, UNBOUND, "0");
    EXPECT(uint_mask, minus, "4294967295");
    EXPECT(ulong_mask, minus, "18446744073709551615");
    EXPECT(ulong_mask, big("-18446744073709551617"), "18446744073709551615");
    EXPECT(uint_mask, big("18446744073709551617"), "1");
}

static void test_bytes(void)
{
    Value large = value_from_int(256), minus = value_from_int(-1);
    EXPECT(byte, value_from_int(255), "255");
    EXPECT(byte, large, "byte must be in range(0, 256)");
    EXPECT(byte, big("-18446744073709551617"), "byte must be in range(0, 256)");
    EXPECT(byte, TRUE_VALUE, "1");
    EXPECT(c_uchar, large, "unsigned byte integer is greater than maximum");
    EXPECT(c_uchar, minus, "unsigned byte integer is less than minimum");
    EXPECT(text_or_bytes, text("\xc3\xa4"), "b'\\xc3\\xa4'");
    EXPECT(text_or_bytes, NONE,
           "a bytes-like object is required, not 'NoneType'");
}

static void test_objects(void)
{
    EXPECT(complex, value_from_int(2), "(2+0j)");
    EXPECT(complex, complex_new(t, 1, 2), "(1+2j)");
    EXPECT(complex, text("1"), "must be real number, not str");
    EXPECT(callable, value_from_pointer(&type_str), "True");
    EXPECT(callable, NONE, "f() argument must be callable, not None");
    EXPECT(bytearray, value_from_pointer(bytearray_new(t, NULL, 3)), "3");
    EXPECT(bytearray, text("x"), "f() argument must be bytearray, not str");
    EXPECT(start, NONE, "0");
    EXPECT(stop, NONE, "9223372036854775807");
    EXPECT(stop, big("-18446744073709551616"), "-9223372036854775808");
    EXPECT(start, text("x"),
           "slice indices must be integers or None or have "
           "an __index__ method");
}

static void test_paths(void)
{
    Value nul = value_from_pointer(bytes_new(t, (const uint8_t *)"a\0b", 3));
    EXPECT(path, text("/tmp"), "b'/tmp'");
    EXPECT(path, text("\xc3\xa4"), "b'\\xc3\\xa4'");
    EXPECT(path, text("\xed\xb2\x80"), "b'\\x80'");
    EXPECT(path, nul, "f: embedded null character in a");
    EXPECT(path, value_from_pointer(str_from_utf8(t, "a\0b", 3)),
           "embedded null byte");
    EXPECT(path,
           value_from_pointer(
               bytearray_new(t, (const uint8_t *)"/tmp", 4)),
           "b'/tmp'");
    EXPECT(path, NONE,
           "f: a should be string, bytes or os.PathLike, not NoneType");
    EXPECT(path_or_none, NONE, "-1");
    EXPECT(path_or_none, value_from_int(1),
           "f: a should be string, bytes, os.PathLike or None, not int");
    EXPECT(path_or_fd, value_from_int(3), "3");
    EXPECT(path_or_fd, NONE,
           "f: a should be string, bytes, os.PathLike or "
           "integer, not NoneType");
    EXPECT(path_or_fd, big("1000000000000"), "fd is greater than maximum");
    EXPECT(path_or_fd_or_none, NONE, "-1");
    EXPECT(path_or_fd_or_none, float_from_double(t, 1.5),
           "f: a should be string, bytes, os.PathLike, integer or None, not "
           "float");
    EXPECT(fs_path, text("x"), "'x'");
    EXPECT(fs_path, value_from_int(1),
           "expected str, bytes or os.PathLike object, not int");
}

static void test_descriptors(void)
{
    EXPECT(descriptor, value_from_int(7), "7");
    EXPECT(descriptor, UNBOUND, "-1");
    EXPECT(descriptor, value_from_int(-2),
           "file descriptor cannot be a negative integer (-2)");
    EXPECT(descriptor, NONE,
           "argument must be an int, or have a fileno() method.");
    EXPECT(descriptor, big("1000000000000"),
           "Python int too large to convert to C int");
}

static void test_times(void)
{
    EXPECT(seconds, value_from_int(2), "2000000000");
    EXPECT(seconds, float_from_double(t, 1e-10), "1");
    EXPECT(seconds, float_from_double(t, -1e-10), "-1");
    EXPECT(seconds, float_from_double(t, 0.0 / 0.0),
           "Invalid value NaN (not a number)");
    EXPECT(seconds, float_from_double(t, 1e300),
           "timestamp too large to convert to C _PyTime_t");
    EXPECT(seconds, big("9223372037"),
           "timestamp too large to convert to C _PyTime_t");
    EXPECT(seconds, text("1"),
           "'str' object cannot be interpreted as an integer");
    EXPECT(timeout, NONE, "-1");
    EXPECT(timeout, value_from_int(0), "0");
    EXPECT(timeout, value_from_int(-1), "timeout must be non-negative");
    EXPECT(timeout, text("1"), "timeout must be a float or None");
}

int main(void)
{
    t = runtime_new(NULL)->main_thread;
    test_ints();
    test_unsigned_ints();
    test_bytes();
    test_objects();
    test_paths();
    test_descriptors();
    test_times();
    return tap_done();
}
