/* SPDX-License-Identifier: MIT */
/*
 * Strings: allocation, construction, comparison, concatenation and slices.
 * Invariant: the width is the least that serves, so that equal texts have
 * equal bytes.  The type's slots and methods are in str_type.c.
 */
#include "object/text/str.h"

#include <string.h>
#include "base/base.h"
#include "base/limits.h"
#include "object/container/dict.h"
#include "object/error/raise.h"

enum { LARGE = LIMIT_LARGE_TEXT }; /* from here on allocation may be refused */

const GcKind str_kind = {.name = "str"};

static Str *alloc(Thread *t, int64_t len, int width)
{
    ASSERT(len >= 0 && (width == 1 || width == 2 || width == 4));
    Str *s;
    size_t size;
    if (len > INT64_MAX / 8)
        return value_to_pointer(raise_no_memory(t));
    size = sizeof(Str) + (size_t)(len + 1) * (size_t)width;
    s = size <= LARGE ? gc_alloc(t, size, KIND_STR, SHAPE_STR)
                      : gc_alloc_large(t, size, KIND_STR, SHAPE_STR);
    if (s == NULL)
        return value_to_pointer(raise_no_memory(t));
    s->hash = -1;
    s->len = len;
    s->width = (uint8_t)width;
    return s;
}

void str_init(Thread *t)
{
    Runtime *rt = t->rt;
    if (rt->interned == NULL)
        rt->interned = dict_new(t);
    rt->empty_str = alloc(t, 0, 1);
    rt->empty_str->h.flags |= OBJECT_ASCII;
    rt->empty_str = str_intern(t, rt->empty_str);
    for (int c = 0; c < 256; c++) {
        Str *s = alloc(t, 1, 1);
        s->data[0] = (uint8_t)c;
        if (c < 128)
            s->h.flags |= OBJECT_ASCII;
        rt->latin1[c] = s;
        str_intern(t, s);
    }
}

Str *str_new_empty(Thread *t, int64_t len, int width)
{
    ASSERT(len >= 0);
    if (len == 0 && t->rt->empty_str != NULL)
        return t->rt->empty_str;
    return alloc(t, len, width);
}

void str_copy_data(void *to, int to_width, const void *from, int from_width,
                   int64_t n)
{
    ASSERT(n >= 0);
    ASSERT(to_width == 1 || to_width == 2 || to_width == 4);
    ASSERT(from_width == 1 || from_width == 2 || from_width == 4);
    const uint8_t *from1 = from;
    const uint16_t *from2 = from;
    const uint32_t *from4 = from;
    uint8_t *to1 = to;
    uint16_t *to2 = to;
    uint32_t *to4 = to;
    if (to_width == from_width)
        memcpy(to, from, (size_t)n * (size_t)to_width);
    else if (to_width == 4 && from_width == 1)
        for (int64_t i = 0; i < n; i++)
            to4[i] = from1[i];
    else if (to_width == 4)
        for (int64_t i = 0; i < n; i++)
            to4[i] = from2[i];
    else if (to_width == 2 && from_width == 1)
        for (int64_t i = 0; i < n; i++)
            to2[i] = from1[i];
    else if (to_width == 2)
        for (int64_t i = 0; i < n; i++)
            to2[i] = (uint16_t)from4[i];
    else if (from_width == 2)
        for (int64_t i = 0; i < n; i++)
            to1[i] = (uint8_t)from2[i];
    else
        for (int64_t i = 0; i < n; i++)
            to1[i] = (uint8_t)from4[i];
}

int str_data_width(const void *data, int width, int64_t n)
{
    ASSERT(n >= 0 && (width == 1 || width == 2 || width == 4));
    uint32_t all = 0;
    if (width == 1)
        return 1;
    if (width == 2) {
        const uint16_t *p = data;
        for (int64_t i = 0; i < n; i++)
            if (p[i] > 0xff)
                return 2;
        return 1;
    }
    for (int64_t i = 0; i < n; i++) {
        all |= ((const uint32_t *)data)[i];
        if (all > 0xffff)
            return 4;
    }
    return str_width_for(all);
}

Str *str_from_data(Thread *t, const void *data, int width, int64_t n)
{
    ASSERT(n >= 0 && (data != NULL || n == 0));
    int least = str_data_width(data, width, n);
    Str *s;
    if (n == 1)
        return str_from_code_point(t, width == 1 ? *(const uint8_t *)data
                                      : width == 2 ? *(const uint16_t *)data
                                                   : *(const uint32_t *)data);
    s = str_new_empty(t, n, least);
    if (s != NULL && n > 0)
        str_copy_data(s->data, least, data, width, n);
    return s;
}

Str *str_from_latin1(Thread *t, const uint8_t *data, int64_t len)
{
    return str_from_data(t, data, 1, len);
}

Str *str_from_ucs4(Thread *t, const uint32_t *data, int64_t len)
{
    return str_from_data(t, data, 4, len);
}

Str *str_from_code_point(Thread *t, uint32_t c)
{
    ASSERT(c <= 0x10ffff);
    Str *s;
    if (c < 256 && t->rt->latin1[c] != NULL)
        return t->rt->latin1[c];
    s = alloc(t, 1, str_width_for(c));
    str_put(s, 0, c);
    return s;
}

Str *str_format(Thread *t, const char *format, ...)
{
    va_list ap;
    Value v;
    va_start(ap, format);
    v = format_message_v(t, format, ap);
    va_end(ap);
    return value_to_str(v);
}

bool str_is_ascii(const Str *s)
{
    const uint8_t *p = s->data, *end = s->data + s->len;
    if (s->h.flags & OBJECT_ASCII)
        return true;
    if (s->width != 1)
        return false;
    for (; end - p >= 8; p += 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        if (word & UINT64_C(0x8080808080808080))
            return false;
    }
    for (; p < end; p++)
        if (*p & 0x80)
            return false;
    ((Str *)(uintptr_t)s)->h.flags |= OBJECT_ASCII;
    return true;
}

/* Multiply-and-fold: the halves of a 64 by 64 bit product, xored. */
static inline uint64_t fold(uint64_t a, uint64_t b)
{
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t load64(const uint8_t *p)
{
    uint64_t x;
    memcpy(&x, p, sizeof x);
    return x;
}

static inline uint64_t load32(const uint8_t *p)
{
    uint32_t x;
    memcpy(&x, p, sizeof x);
    return x;
}

int64_t str_hash_bytes(const void *data, size_t n)
{
    ASSERT(runtime != NULL);
    const uint64_t k0 = UINT64_C(0x9e3779b97f4a7c15);
    const uint64_t k1 = UINT64_C(0xd1b54a32d192ed03);
    const uint64_t k2 = UINT64_C(0x8ebc6af09c88c6e3);
    const uint8_t *p = data;
    /* No length may make the last factor 0 or -1 without a seed: what is
     * folded with those is lost. */
    uint64_t h = runtime->hash_seed[0] ^ k2 ^ (n * k0), a = 0, b = 0;
    int64_t hash;
    if (n == 0)
        return 0;
    for (; n > 16; n -= 16, p += 16)
        h = fold(load64(p) ^ k1, load64(p + 8) ^ h);
    if (n >= 8) {
        a = load64(p);
        b = load64(p + n - 8);
    } else if (n >= 4) {
        a = load32(p);
        b = load32(p + n - 4);
    } else {
        a = p[0] | (uint64_t)p[n / 2] << 8 | (uint64_t)p[n - 1] << 16;
    }
    h = fold(a ^ k1 ^ runtime->hash_seed[1], b ^ h ^ k0);
    /* A small int, so that hash() and __hash__ in Python need no big ones. */
    hash = (int64_t)fold(h ^ k0, k1) >> VALUE_INT_SHIFT;
    return hash == -1 ? -2 : hash;
}

int64_t str_hash(Str *s)
{
    ASSERT(s->len >= 0 && s->width <= 4);
    if (s->hash == -1)
        s->hash = str_hash_bytes(s->data, (size_t)s->len * s->width);
    return s->hash;
}

bool str_equal(const Str *a, const Str *b)
{
    ASSERT(a->len >= 0 && b->len >= 0);
    if (a == b)
        return true;
    if (a->len != b->len || a->width != b->width ||
        (a->h.flags & b->h.flags & OBJECT_INTERNED) ||
        (a->hash != b->hash && a->hash != -1 && b->hash != -1))
        return false;
    return memcmp(a->data, b->data, (size_t)a->len * a->width) == 0;
}

bool str_equal_c(const Str *s, const char *ascii)
{
    size_t n = strlen(ascii);
    return s->width == 1 && (size_t)s->len == n &&
           memcmp(s->data, ascii, n) == 0;
}

int str_compare(const Str *a, const Str *b)
{
    ASSERT(a->len >= 0 && b->len >= 0);
    int64_t n = a->len < b->len ? a->len : b->len;
    if (a->width == 1 && b->width == 1) {
        int order = memcmp(a->data, b->data, (size_t)n);
        if (order != 0)
            return order < 0 ? -1 : 1;
    } else {
        for (int64_t i = 0; i < n; i++) {
            uint32_t c = str_at(a, i), d = str_at(b, i);
            if (c != d)
                return c < d ? -1 : 1;
        }
    }
    return a->len < b->len ? -1 : a->len > b->len;
}

Str *str_exact(Thread *t, Str *s)
{
    return s->h.shape == SHAPE_STR
               ? s
               : str_from_data(t, s->data, s->width, s->len);
}

Value str_new_as(Thread *t, Type *cls, Str *s)
{
    ASSERT(cls->kind == KIND_STR);
    size_t size = (size_t)(s->len + 1) * s->width;
    Str *copy;
    if (cls == &type_str)
        return value_from_pointer(str_exact(t, s));
    copy = instance_new_sized(t, cls, sizeof(Str) + size);
    copy->h.flags |= s->h.flags & OBJECT_ASCII;
    copy->hash = s->hash;
    copy->len = s->len;
    copy->width = s->width;
    memcpy(copy->data, s->data, size);
    return value_from_pointer(copy);
}

Str *str_concat(Thread *t, Str *a, Str *b)
{
    ASSERT(a->len >= 0 && b->len >= 0);
    Str *s;
    int width = a->width > b->width ? a->width : b->width;
    if (a->len == 0)
        return str_exact(t, b);
    if (b->len == 0)
        return str_exact(t, a);
    s = alloc(t, a->len + b->len, width);
    if (s == NULL)
        return NULL;
    str_copy_data(s->data, width, a->data, a->width, a->len);
    str_copy_data(s->data + a->len * width, width, b->data, b->width, b->len);
    s->h.flags |= a->h.flags & b->h.flags & OBJECT_ASCII;
    return s;
}

Value str_concat_many(Thread *t, const Value *strings, int64_t n)
{
    ASSERT(n >= 0);
    int64_t len = 0;
    int width = 1;
    uint16_t ascii = OBJECT_ASCII;
    Str *s;
    uint8_t *to;
    for (int64_t i = 0; i < n; i++) {
        const Str *part = value_to_str(strings[i]);
        if (part->len > INT64_MAX / 8 - len)
            return raise_no_memory(t);
        len += part->len;
        ascii &= part->h.flags;
        if (part->width > width)
            width = part->width;
    }
    if (n == 1)
        return value_from_pointer(str_exact(t, value_to_str(strings[0])));
    s = str_new_empty(t, len, width);
    if (s == NULL || len == 0)
        return value_from_pointer(s);
    to = s->data;
    for (int64_t i = 0; i < n; i++) {
        const Str *part = value_to_str(strings[i]);
        str_copy_data(to, width, part->data, part->width, part->len);
        to += part->len * width;
    }
    s->h.flags |= ascii;
    return value_from_pointer(s);
}

Str *str_repeat(Thread *t, Str *s, int64_t n)
{
    ASSERT(s->len >= 0 && s->width <= 4);
    Str *result;
    size_t unit = (size_t)s->len * s->width, total, done;
    if (n <= 0 || s->len == 0)
        return t->rt->empty_str;
    if (n == 1)
        return str_exact(t, s);
    if (s->len > INT64_MAX / n)
        return value_to_pointer(raise_error(
            t, EXC(OverflowError), "repeated string is too long"));
    if (s->len > INT64_MAX / 8 / n)
        return value_to_pointer(raise_no_memory(t));
    result = alloc(t, s->len * n, s->width);
    if (result == NULL)
        return NULL;
    result->h.flags |= s->h.flags & OBJECT_ASCII;
    total = unit * (size_t)n;
    if (unit == 1) {
        memset(result->data, s->data[0], total);
        return result;
    }
    memcpy(result->data, s->data, unit);
    for (done = unit; done < total; done *= 2)
        memcpy(result->data + done, result->data,
               done < total - done ? done : total - done);
    return result;
}

Str *str_slice(Thread *t, Str *s, int64_t start, int64_t stop)
{
    ASSERT(stop <= start || (0 <= start && stop <= s->len));
    Str *part;
    if (stop - start <= 1)
        return stop > start ? str_getitem_index(t, s, start)
                            : t->rt->empty_str;
    if (start == 0 && stop == s->len)
        return str_exact(t, s);
    part = str_from_data(t, str_data_at(s, start), s->width, stop - start);
    if (part != NULL)
        part->h.flags |= s->h.flags & OBJECT_ASCII;
    return part;
}

Str *str_getitem_index(Thread *t, Str *s, int64_t i)
{
    ASSERT(i >= 0 && i < s->len);
    return str_from_code_point(t, str_at(s, i));
}
