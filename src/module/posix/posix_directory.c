/* SPDX-License-Identifier: MIT */
/* Directories; paths as text. */
#include "module/posix/posix_parts.h"

#include <stdlib.h>
#include <string.h>
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/file.h"

NATIVE(posix, mkdir, 0, "Make a directory.",
       (arg, path, path), (opt, c_int, mode, 511), (star),
       (opt, dir_fd, dir_fd, None))
{
    int64_t result =
        BLOCKING(t, os_directory_make(dir_fd, path.text, (unsigned)mode));
    return posix_none(t, result, path.object);
}

NATIVE(posix, rmdir, 0, "Remove an empty directory.",
       (arg, path, path), (star), (opt, dir_fd, dir_fd, None))
{
    return posix_none(t, BLOCKING(t, os_directory_remove(dir_fd, path.text)),
                      path.object);
}

NATIVE(posix, chdir, 0,
       "Make the directory of that path, or descriptor, the working directory.",
       (arg, path_or_fd, path))
{
    int64_t result = BLOCKING(t, path.text == NULL
                                     ? os_directory_go_fd(path.fd)
                                     : os_directory_go(path.text));
    return posix_none(t, result, path.object);
}

NATIVE(posix, fchdir, 0,
       "Make the directory of that descriptor the working directory.",
       (arg, descriptor, fd))
{
    return posix_none(t, BLOCKING(t, os_directory_go_fd(fd)), UNBOUND);
}

NATIVE(posix, chroot, 0,
       "Have absolute paths start from that directory from now on.",
       (arg, path, path))
{
    return posix_none(t, BLOCKING(t, os_directory_set_root(path.text)),
                      path.object);
}

static Value working_directory(Thread *t, bool as_bytes)
{
    char *path = os_file_working_directory();
    if (path == NULL)
        return raise_os_error(t, errno, UNBOUND);
    Value v = posix_path_value(t, path, strlen(path), as_bytes);
    free(path);
    return v;
}

NATIVE(posix, getcwd, 0, "The path of the working directory.")
{
    return working_directory(t, false);
}

NATIVE(posix, getcwdb, 0, "The path of the working directory, as bytes.")
{
    return working_directory(t, true);
}

/* --- listing ----------------------------------------------------------- */

/* Adds the names to the list: 0, or -errno. */
static int64_t read_names(Thread *t, OsDirectory *d, List *names, bool as_bytes)
{
    for (;;) {
        OsEntry entry;
        int64_t more = BLOCKING(t, os_directory_read(d, &entry));
        if (more <= 0)
            return more;
        list_append(t, names, posix_path_value(t, entry.name,
                                               strlen(entry.name), as_bytes));
    }
}

OsDirectory *posix_directory_open(Thread *t, const ParamPath *path)
{
    OsDirectory *d;
    bool is_fd = path->fd != -1;
    const char *text = path->text == NULL ? "." : path->text;
    int64_t result =
        POSIX_OPENING(t, is_fd ? os_directory_open_fd(path->fd, &d)
                               : os_directory_open(text, &d));
    if (result >= 0)
        return d;
    /* CPython does not name a descriptor that is none. */
    blocking_raise(t, result,
                   result == -EBADF && is_fd ? UNBOUND : path->object);
    return NULL;
}

NATIVE(posix, listdir, 0,
       "The names of what is in a directory, in no order: of the path, or "
       "descriptor, or the working directory.",
       (opt, path_or_fd_or_none, path, None))
{
    OsDirectory *d = posix_directory_open(t, &path);
    if (d == NULL)
        return NULL_VALUE;
    List *names = list_new(t, 0);
    int64_t result = read_names(t, d, names, posix_is_bytes(&path));
    thread_park(t);
    os_directory_close(d);
    thread_unpark(t);
    return result < 0 ? blocking_raise(t, result, path.object)
                      : value_from_pointer(names);
}

/* --- paths as text ----------------------------------------------------- */

NATIVE(posix, fspath, 0,
       "The str or bytes that a path is: itself, or what its __fspath__ "
       "answers.",
       (arg, object, path))
{
    if (value_is_str(path) || value_is_bytes(path))
        return path;
    TRY(method, object_lookup_special(t, path, str_intern_c(t, "__fspath__")));
    if (value_is_unbound(method))
        return raise_type_error(
            t, "expected str, bytes or os.PathLike object, not %T", path);
    TRY(text, object_call0(t, method));
    if (value_is_str(text) || value_is_bytes(text))
        return text;
    return raise_type_error(t,
                            "expected %T.__fspath__() to return str or "
                            "bytes, not %T",
                            path, text);
}

/* A path that is made regular, in UCS4: parts are put where earlier ones were. */
typedef struct Normal {
    uint32_t *text;
    int64_t len, root; /* what `..` does not take away */
} Normal;

/* Whether the last part is `..`, which stays. */
static bool ends_with_up(const Normal *n)
{
    return n->len - n->root >= 2 && n->text[n->len - 1] == '.' &&
           n->text[n->len - 2] == '.' &&
           (n->len - n->root == 2 || n->text[n->len - 3] == '/');
}

static void take_last_part(Normal *n)
{
    while (n->len > n->root && n->text[n->len - 1] != '/')
        n->len--;
    if (n->len > n->root)
        n->len--; /* the slash before it */
}

/* Adds the part s[at:end]. */
static void add_part(Normal *n, const Str *s, int64_t at, int64_t end)
{
    int64_t len = end - at;
    bool is_up = len == 2 && str_at(s, at) == '.' && str_at(s, at + 1) == '.';
    if (len == 0 || (len == 1 && str_at(s, at) == '.'))
        return;
    if (is_up && n->root > 0 && n->len == n->root)
        return; /* above the root is the root */
    if (is_up && n->len > n->root && !ends_with_up(n)) {
        take_last_part(n);
        return;
    }
    if (n->len > n->root)
        n->text[n->len++] = '/';
    for (; at < end; at++)
        n->text[n->len++] = str_at(s, at);
}

NATIVE(posix, _path_normpath, 0,
       "The path without what is in it for nothing: `//`, `/./`, `x/..`.",
       (arg, object, path))
{
    if (!value_is_str(path))
        return raise_type_error(t, "expected 'str', not '%T'", path);
    const Str *s = value_to_str(path);
    int64_t len = s->len, at = 0;
    Blob *blob = gc_alloc_large(t, sizeof(Blob) + 4 * (size_t)(len + 1),
                                KIND_BLOB, SHAPE_RAW);
    if (blob == NULL)
        return raise_no_memory(t);
    blob->capacity = 4 * (len + 1);
    Normal n = {(uint32_t *)(void *)blob->data, 0, 0};
    while (at < len && str_at(s, at) == '/')
        at++;
    /* POSIX gives two slashes, and no more, a meaning of their own. */
    for (n.root = at == 2 ? 2 : at > 0; n.len < n.root; n.len++)
        n.text[n.len] = '/';
    while (at < len) {
        int64_t end = at;
        while (end < len && str_at(s, end) != '/')
            end++;
        add_part(&n, s, at, end);
        at = end + 1;
    }
    if (n.len == 0 && len == 1) /* os.path makes the others a dot */
        n.text[n.len++] = '.';
    /* The C string that CPython has by now ends at a null character. */
    for (at = 0; at < n.len && n.text[at] != 0;)
        at++;
    Str *result = str_from_ucs4(t, n.text, at);
    KEEP(blob);
    return value_from_pointer(result);
}

const NativeDef *const posix_directory_functions[] = {
    &posix__path_normpath_native,
    &posix_chdir_native,
    &posix_chroot_native,
    &posix_fchdir_native,
    &posix_fspath_native,
    &posix_getcwd_native,
    &posix_getcwdb_native,
    &posix_listdir_native,
    &posix_mkdir_native,
    &posix_rmdir_native,
    &posix_scandir_native,
    NULL,
};
