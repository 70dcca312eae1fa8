/* SPDX-License-Identifier: MIT */
/* Extended attributes of files. */
#include "module/posix/posix_parts.h"

#include <string.h>
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/bytes.h"

/* Tried one after the other; the last is the most there may be. */
static const int64_t sizes[] = {128, 65536};
enum { SIZES = 2 };

/* The file of a path, or of a descriptor, which is no link. */
static bool to_named(Thread *t, const NativeDef *def, const ParamPath *path,
                     bool follow, OsNamed *out)
{
    bool is_fd = path->text == NULL && path->fd != -1;
    if (is_fd && !follow) {
        raise_value_error(t,
                          "%s: cannot use fd and follow_symlinks together",
                          def->name);
        return false;
    }
    *out = (OsNamed){is_fd                ? NULL
                     : path->text == NULL ? "."
                                          : path->text,
                     path->fd, follow};
    return true;
}

NATIVE(posix, getxattr, 0, "The value of an extended attribute.",
       (arg, path_or_fd, path), (arg, path, attribute), (star),
       (opt, truth, follow_symlinks, True), (callee, self))
{
    OsNamed file;
    if (!to_named(t, self->def, &path, follow_symlinks, &file))
        return NULL_VALUE;
    int64_t got = -ERANGE;
    Bytes *bytes = NULL;
    for (int i = 0; got == -ERANGE && i < SIZES; i++) {
        size_t size = (size_t)sizes[i];
        bytes = bytes_new(t, NULL, sizes[i]);
        uint8_t *data = bytes->data;
        got = BLOCKING(
            t, os_name_attribute(file, attribute.text, data, size));
    }
    return got < 0 ? blocking_raise(t, got, path.object)
                   : bytes_cut(t, bytes, got);
}

NATIVE(posix, setxattr, 0, "Set an extended attribute.",
       (arg, path_or_fd, path), (arg, path, attribute),
       (arg, bytes_like, value), (opt, c_int, flags, 0), (star),
       (opt, truth, follow_symlinks, True), (callee, self))
{
    OsNamed file;
    if (!to_named(t, self->def, &path, follow_symlinks, &file))
        return NULL_VALUE;
    const uint8_t *data = value->data;
    size_t n = (size_t)value->len;
    int64_t result = BLOCKING(
        t, os_name_attribute_set(file, attribute.text, data, n, flags));
    return posix_none(t, result, path.object);
}

NATIVE(posix, removexattr, 0, "Remove an extended attribute.",
       (arg, path_or_fd, path), (arg, path, attribute), (star),
       (opt, truth, follow_symlinks, True), (callee, self))
{
    OsNamed file;
    if (!to_named(t, self->def, &path, follow_symlinks, &file))
        return NULL_VALUE;
    return posix_none(
        t, BLOCKING(t, os_name_attribute_remove(file, attribute.text)),
        path.object);
}

/* Names that end with zero bytes, as a list. */
static Value split_names(Thread *t, const char *names, int64_t len)
{
    List *list = list_new(t, 0);
    for (int64_t at = 0, n; at < len; at += n + 1) {
        n = (int64_t)strlen(names + at);
        list_append(t, list, posix_path_value(t, names + at, (size_t)n, false));
    }
    return value_from_pointer(list);
}

NATIVE(posix, listxattr, 0, "The names of a file's extended attributes.",
       (opt, path_or_fd_or_none, path, None), (star),
       (opt, truth, follow_symlinks, True), (callee, self))
{
    OsNamed file;
    if (!to_named(t, self->def, &path, follow_symlinks, &file))
        return NULL_VALUE;
    int64_t got = -ERANGE;
    Bytes *bytes = NULL;
    for (int i = 0; got == -ERANGE && i < SIZES; i++) {
        size_t size = (size_t)sizes[i];
        bytes = bytes_new(t, NULL, sizes[i]);
        char *data = (char *)bytes->data;
        got = BLOCKING(t, os_name_attributes(file, data, size));
    }
    if (got < 0)
        return blocking_raise(t, got, path.object);
    Value list = split_names(t, (const char *)bytes->data, got);
    KEEP(bytes);
    return list;
}

const NativeDef *const posix_xattr_functions[] = {
    &posix_getxattr_native,
    &posix_listxattr_native,
    &posix_removexattr_native,
    &posix_setxattr_native,
    NULL,
};
