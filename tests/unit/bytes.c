/* SPDX-License-Identifier: MIT */
/* bytearrays that grow and shrink at both ends, loans of their memory. */
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/text/buffer.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"
#include "object/text/str.h"
#include "../tap.h"

static Thread *t;

static bool is(const ByteArray *a, const char *want)
{
    return a->len == (int64_t)strlen(want) &&
           memcmp(bytearray_data(a), want, strlen(want)) == 0;
}

static const uint8_t *bytes(const char *s) { return (const uint8_t *)s; }

static void test_splice(void)
{
    ByteArray *a = bytearray_new(t, bytes("hello"), 5);
    bytearray_splice(t, a, 0, 2, NULL, 0);
    CHECK(is(a, "llo") && a->start == 2);
    bytearray_splice(t, a, 3, 3, bytes(" world"), 6);
    CHECK(is(a, "llo world"));
    bytearray_splice(t, a, 1, 3, bytearray_data(a), 4);
    CHECK(is(a, "lllo  world"));
    bytearray_splice(t, a, 0, a->len, NULL, 0);
    CHECK(a->len == 0 && a->start == 0);
    for (int i = 0; i < 10000; i++)
        bytearray_splice(t, a, a->len, a->len, bytes("x"), 1);
    CHECK(a->len == 10000 && bytearray_data(a)[9999] == 'x');
    bytearray_resize(t, a, 10);
    CHECK(is(a, "xxxxxxxxxx") && a->buffer->capacity < 1024);
}

static void test_loans(void)
{
    ByteArray *a = bytearray_new(t, bytes("hello"), 5);
    Value v = value_from_pointer(a), view;
    Buffer b;
    CHECK(buffer_get(t, v, &b, BUFFER_WRITABLE) == 0);
    CHECK(bytearray_resize(t, a, 6) < 0);
    CHECK(exception_matches(t, EXC(BufferError)));
    exception_take(t);
    buffer_release(&b);
    CHECK(bytearray_resize(t, a, 6) == 0);
    view = memoryview_new(t, v);
    CHECK(bytearray_resize(t, a, 7) < 0);
    exception_take(t);
    memoryview_release(t, view);
    CHECK(bytearray_resize(t, a, 7) == 0);
    CHECK(buffer_get(t, value_from_pointer(bytes_new(t, NULL, 1)), &b,
                     BUFFER_WRITABLE) < 0);
    exception_take(t);
}

static void test_hash(void)
{
    int64_t x = 0, y = 0, z = 0;
    Value b = value_from_pointer(bytes_new(t, bytes("abc"), 3));
    object_hash(t, b, &x);
    object_hash(t, memoryview_new(t, b), &y);
    object_hash(t, value_from_pointer(str_from_c(t, "abc")), &z);
    CHECK(x == y && x == z);
}

int main(void)
{
    Runtime *rt = runtime_new(NULL);
    if (rt == NULL)
        return 99;
    t = rt->main_thread;
    test_splice();
    test_loans();
    test_hash();
    return tap_done();
}
