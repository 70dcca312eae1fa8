/* SPDX-License-Identifier: MIT */
/* Arrays of C strings for programs that are run. */
#include "module/posix/posix_strings.h"

#include <string.h>
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param_file.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

static bool begin(Thread *t, PosixStrings *out, int64_t n)
{
    size_t size = (size_t)(n + 1) * sizeof(char *);
    out->n = 0;
    out->owners = list_new(t, n);
    out->memory =
        gc_alloc_large(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
    if (out->owners == NULL || out->memory == NULL) {
        raise_no_memory(t);
        return false;
    }
    out->memory->capacity = (int64_t)size;
    out->items = (char **)(void *)out->memory->data;
    out->items[0] = NULL;
    return true;
}

/* There is room for it. */
static void add(Thread *t, PosixStrings *out, const char *text, Value owner)
{
    list_append(t, out->owners, owner);
    out->items[out->n++] = (char *)(uintptr_t)text;
    out->items[out->n] = NULL;
}

bool posix_strings(Thread *t, List *items, PosixStrings *out)
{
    if (!begin(t, out, items->len))
        return false;
    int64_t room = items->len;
    for (int64_t i = 0; i < items->len && i < room; i++) {
        ParamPath path;
        if (!fs_path_from(t, list_get(items, i), &path))
            return false;
        add(t, out, path.text, path.owner);
    }
    return raise_if_no_memory(t) == 0;
}

bool posix_bytes(Thread *t, Value v, PosixStrings *out)
{
    int64_t n = object_len(t, v);
    if (n < 0 || !begin(t, out, n))
        return false;
    for (int64_t i = 0; i < n; i++) {
        Value item = object_getitem(t, v, value_from_int(i));
        if (value_is_null(item))
            return false;
        if (!value_is_bytes(item)) {
            raise_type_error(t, "expected bytes, %T found", item);
            return false;
        }
        const Bytes *b = value_to_bytes(item);
        if (strlen((const char *)b->data) != (size_t)b->len) {
            raise_value_error(t, "embedded null byte");
            return false;
        }
        add(t, out, (const char *)b->data, item);
    }
    return raise_if_no_memory(t) == 0;
}

bool posix_arguments(Thread *t, Value v, PosixStrings *out,
                     const char *function)
{
    if (!value_is_tuple(v) && !value_is_list(v)) {
        raise_type_error(t, "%s must be a tuple or list", function);
        return false;
    }
    List *items = list_from_iterable(t, v);
    if (items == NULL)
        return false;
    if (items->len == 0) {
        raise_value_error(t, "%s must not be empty", function);
        return false;
    }
    if (!posix_strings(t, items, out))
        return false;
    if (out->items[0][0] != '\0')
        return true;
    raise_value_error(t, "%s first element cannot be empty", function);
    return false;
}

/* name=value */
static Bytes *assignment(Thread *t, const char *name, const char *value)
{
    size_t n = strlen(name), m = strlen(value);
    Bytes *b = bytes_new(t, NULL, (int64_t)(n + 1 + m));
    if (b == NULL)
        return NULL;
    memcpy(b->data, name, n);
    b->data[n] = '=';
    memcpy(b->data + n + 1, value, m);
    return b;
}

static bool add_variable(Thread *t, PosixStrings *out, Value key, Value value)
{
    ParamPath name, text;
    if (!fs_path_from(t, key, &name) || !fs_path_from(t, value, &text))
        return false;
    if (name.text[0] == '\0' || strchr(name.text + 1, '=') != NULL) {
        raise_value_error(t, "illegal environment variable name");
        return false;
    }
    Bytes *b = assignment(t, name.text, text.text);
    param_path_done(&name);
    param_path_done(&text);
    if (b == NULL)
        return false;
    add(t, out, (const char *)b->data, value_from_pointer(b));
    return true;
}

/* What v's method answers, as a list. */
static List *listed(Thread *t, Value v, const char *method)
{
    Value view = object_call_method(t, v, str_intern_c(t, method), 0);
    return value_is_null(view) ? NULL : list_from_iterable(t, view);
}

bool posix_environment(Thread *t, Value v, PosixStrings *out,
                       const char *function)
{
    if (type_of(v)->slots.getitem == NULL) {
        raise_type_error(t, "%s: environment must be a mapping object",
                         function);
        return false;
    }
    List *keys = listed(t, v, "keys");
    List *values = keys == NULL ? NULL : listed(t, v, "values");
    if (values == NULL || !begin(t, out, keys->len))
        return false;
    for (int64_t i = 0; i < keys->len && i < values->len; i++)
        if (!add_variable(t, out, list_get(keys, i), list_get(values, i)))
            return false;
    return raise_if_no_memory(t) == 0;
}
