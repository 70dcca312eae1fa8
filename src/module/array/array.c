/* SPDX-License-Identifier: MIT */
/*
 * The memory of arrays.  It is never moved nor does its length change while it
 * is lent: set_len is the only function that changes a length, and who calls it asks
 * array_check_resize.  That one may run Python, so what array_replace was told
 * is fitted to the length there is then.
 */
#include "module/array/array.h"

#include <string.h>
#include "object/error/raise.h"
#include "object/text/buffer.h"
#include "object/text/str.h"
#include "object/type/instance.h"

bool value_is_array(Value v)
{
    const Type *type = type_of(v);
    return type == &array_type || type_is_subtype(type, &array_type);
}

static Blob *memory_new(Thread *t, const ArrayCode *code, int64_t items)
{
    ASSERT(items >= 0);
    Blob *b = NULL;
    if (items <= INT64_MAX / 2 / code->size)
        b = gc_alloc_large(t, sizeof(Blob) + (size_t)items * code->size,
                           KIND_BLOB, SHAPE_RAW);
    if (b == NULL)
        return value_to_pointer(raise_no_memory(t));
    b->capacity = items * code->size;
    return b;
}

Array *array_new(Thread *t, Type *cls, const ArrayCode *code, int64_t len)
{
    Blob *memory = memory_new(t, code, len);
    if (memory == NULL)
        return NULL;
    Array *a = instance_new_fixed(t, cls);
    a->len = len;
    a->code = code;
    a->exports = 0;
    slot_set(a, &a->memory, value_from_pointer(memory));
    return a;
}

Value array_part(Thread *t, const Array *a, int64_t start, int64_t step,
                 int64_t count)
{
    Array *part = array_new(t, &array_type, a->code, count);
    if (part == NULL)
        return NULL_VALUE;
    size_t size = a->code->size;
    uint8_t *to = array_memory(part)->data;
    if (step == 1)
        memcpy(to, array_memory(a)->data + start * (int64_t)size,
               (size_t)count * size);
    else
        for (int64_t k = 0; k < count; k++)
            memcpy(to + k * (int64_t)size, array_at(a, start + k * step), size);
    return value_from_pointer(part);
}

int array_check_resize(Thread *t, Array *a)
{
    ASSERT(a->exports >= 0);
    if (LIKELY(a->exports == 0))
        return 0;
    buffer_reclaim(t); /* views may have died without release() */
    if (a->exports == 0)
        return 0;
    return RAISE_INT(
        raise_error(t, EXC(BufferError),
                    "cannot resize an array that is exporting buffers"));
}

/* Sets the length of what is not lent; room is kept, but not for ever. */
static int set_len(Thread *t, Array *a, int64_t len)
{
    ASSERT(a->exports == 0 && len >= 0);
    int64_t size = a->code->size;
    Blob *old = array_memory(a);
    int64_t room = old->capacity / size;
    if (len <= room && (len >= a->len || len >= room / 4 || room < 64)) {
        a->len = len;
        return 0;
    }
    if (len > INT64_MAX / 4 / size)
        return RAISE_INT(raise_no_memory(t));
    Blob *new = memory_new(t, a->code,
                           a->len == 0 ? len : len + (len >> 2) + 8);
    if (new == NULL && len > room)
        return -1;
    if (new == NULL) { /* then it stays as large as it is */
        exception_take(t);
        a->len = len;
        return 0;
    }
    int64_t kept = a->len < len ? a->len : len;
    memcpy(new->data, old->data, (size_t)(kept * size));
    slot_set(a, &a->memory, value_from_pointer(new));
    a->len = len;
    return 0;
}

static void fit(const Array *a, int64_t *start, int64_t *stop)
{
    if (*stop > a->len)
        *stop = a->len;
    if (*start > *stop)
        *start = *stop;
}

int array_replace(Thread *t, Array *a, int64_t start, int64_t stop,
                  const uint8_t *data, int64_t n)
{
    ASSERT(0 <= start && start <= stop && n >= 0);
    fit(a, &start, &stop);
    if (n != stop - start) {
        if (array_check_resize(t, a) < 0)
            return -1;
        fit(a, &start, &stop);
    }
    int64_t size = a->code->size, more = n - (stop - start);
    int64_t tail = a->len - stop;
    uint8_t *to = array_memory(a)->data;
    if (more > INT64_MAX - a->len)
        return RAISE_INT(raise_no_memory(t));
    if (more < 0)
        memmove(to + (start + n) * size, to + stop * size,
                (size_t)(tail * size));
    if (more != 0 && set_len(t, a, a->len + more) < 0)
        return -1;
    to = array_memory(a)->data;
    if (more > 0)
        memmove(to + (start + n) * size, to + stop * size,
                (size_t)(tail * size));
    if (n > 0)
        memcpy(to + start * size, data, (size_t)(n * size));
    return 0;
}

int array_add_item(Thread *t, Array *a, Value v)
{
    uint8_t item[ARRAY_ITEM_MAX];
    if (a->code->set(t, v, item) < 0)
        return -1;
    return array_replace(t, a, a->len, a->len, item, 1);
}

int array_add_array(Thread *t, Array *a, const Array *other)
{
    if (a->code != other->code)
        return RAISE_INT(
            raise_type_error(t, "can only extend with array of same kind"));
    if (a == other)
        return array_repeat(t, a, 2);
    Blob *memory = array_memory(other); /* stays, whatever becomes of `other` */
    int done = array_replace(t, a, a->len, a->len, memory->data, other->len);
    KEEP(memory);
    return done;
}

int array_add_bytes(Thread *t, Array *a, const uint8_t *data, int64_t len)
{
    if (len % a->code->size != 0)
        return RAISE_INT(raise_value_error(
            t, "bytes length not a multiple of item size"));
    return array_replace(t, a, a->len, a->len, data, len / a->code->size);
}

int array_add_str(Thread *t, Array *a, const Str *s)
{
    ASSERT(a->code->code == 'u');
    Blob *text = memory_new(t, a->code, s->len);
    if (text == NULL)
        return -1;
    str_copy_data(text->data, a->code->size, s->data, s->width, s->len);
    int done = array_replace(t, a, a->len, a->len, text->data, s->len);
    KEEP(text);
    return done;
}

int array_repeat(Thread *t, Array *a, int64_t times)
{
    int64_t unit = a->len, total;
    if (unit == 0 || times == 1)
        return 0;
    if (times < 0)
        times = 0;
    if (__builtin_mul_overflow(unit, times, &total) ||
        total > INT64_MAX / 4 / a->code->size)
        return RAISE_INT(raise_no_memory(t));
    if (array_check_resize(t, a) < 0)
        return -1;
    unit = a->len < unit ? a->len : unit;
    total = unit * times;
    if (set_len(t, a, total) < 0)
        return -1;
    uint8_t *data = array_memory(a)->data;
    int64_t size = unit * a->code->size;
    for (int64_t i = 1; i < times; i++)
        memcpy(data + i * size, data, (size_t)size);
    return 0;
}
