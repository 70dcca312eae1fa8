/* SPDX-License-Identifier: MIT */
/* Numbers of users and groups, and texts of the lists of them. */
#include "module/user_list.h"

#include <errno.h>
#include <string.h>
#include "exec/blocking.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"

enum { BUFFER_MIN = 1024 };

bool user_id(Thread *t, Value v, uint32_t *out, const char *what)
{
    int64_t id;
    Value i = object_index(t, v);
    if (value_is_null(i)) {
        if (!exception_matches(t, EXC(TypeError)))
            return false;
        exception_take(t);
        raise_type_error(t, "%s should be integer, not %T", what, v);
        return false;
    }
    const char *wrong = NULL;
    if (!int_to_int64(i, &id))
        wrong = int_sign(i) < 0 ? "less than minimum" : "greater than maximum";
    else if (id < -1 || id > UINT32_MAX)
        wrong = "less than minimum"; /* so CPython says */
    if (wrong != NULL)
        raise_error(t, EXC(OverflowError), "%s is %s", what, wrong);
    *out = (uint32_t)id;
    return wrong == NULL;
}

Value user_number(Thread *t, uint32_t id)
{
    return int_from_int64(t, user_signed(id));
}

Value user_text(Thread *t, const char *text)
{
    return text == NULL ? NONE
                        : bytes_decode(t, (const uint8_t *)text,
                                       (int64_t)strlen(text), NULL,
                                       "surrogateescape");
}

static Blob *buffer_new(Thread *t, int64_t size)
{
    Blob *blob = gc_alloc_large(t, sizeof(Blob) + (size_t)size, KIND_BLOB,
                                SHAPE_RAW);
    if (blob == NULL)
        return value_to_pointer(raise_no_memory(t));
    blob->capacity = size;
    return blob;
}

Value user_find(Thread *t, UserAskFn ask, const char *name, uint32_t id,
                void *entry, UserMakeFn make)
{
    for (int64_t size = BUFFER_MIN;; size *= 2) {
        Blob *blob = buffer_new(t, size);
        if (blob == NULL)
            return NULL_VALUE;
        int64_t result = BLOCKING(
            t, ask(name, id, entry, (char *)blob->data, (size_t)size));
        if (result == -ERANGE)
            continue;
        if (result == -EINTR)
            return NULL_VALUE;
        if (result == -ENOMEM)
            return raise_no_memory(t);
        Value v = result > 0 ? make(t, entry) : UNBOUND;
        KEEP(blob);
        return v;
    }
}
