/* SPDX-License-Identifier: MIT */
/* open(): modes, paths and what they make. */
#include "module/file_open.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include "module/file_state.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/finalizer.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/file.h"

/* io.UnsupportedOperation, which is both an OSError and a ValueError. */
static Type *unsupported_type(Thread *t)
{
    Str *key = str_intern_c(t, "__adder_unsupported__");
    Value v = dict_get_str(t->rt->sys_dict, key);
    if (!value_is_null(v))
        return value_to_type(v);
    Dict *d = dict_new(t);
    dict_set_str(t, d, N(__module__), value_from_pointer(str_from_c(t, "io")));
    v = type_new(t, &type_type, str_intern_c(t, "UnsupportedOperation"),
                 tuple_pack(t, 2, value_from_pointer(EXC(OSError)),
                            value_from_pointer(EXC(ValueError))), d, UNBOUND);
    if (value_is_null(v)) { /* better a plain error than none */
        t->exc = NULL_VALUE;
        return EXC(OSError);
    }
    dict_set_str(t, t->rt->sys_dict, key, v);
    return value_to_type(v);
}

Value file_raise_unsupported(Thread *t, const char *message)
{
    return raise_error(t, unsupported_type(t), "%s", message);
}

/* --- modes ------------------------------------------------------------- */

typedef struct Mode {
    uint32_t flags;
    unsigned open_flags; /* OS_OPEN_* */
    bool binary, text;
} Mode;

static int raise_mode(Thread *t, Str *mode)
{
    return RAISE_INT(raise_value_error(t, "invalid mode: %R",
                                       value_from_pointer(mode)));
}

static int parse_mode(Thread *t, Str *text, Mode *m)
{
    int kinds = 0;
    bool update = false;
    uint64_t seen = 0;
    *m = (Mode){0};
    for (int64_t i = 0; i < text->len; i++) {
        uint32_t c = str_at(text, i);
        uint64_t bit = c < 128 ? (uint64_t)1 << (c & 63) : 0;
        if (seen & bit)
            return raise_mode(t, text);
        seen |= bit;
        switch (c) {
        case 'r': kinds++; m->flags |= FILE_READ; break;
        case 'w':
            kinds++;
            m->flags |= FILE_WRITE;
            m->open_flags |= OS_OPEN_CREATE | OS_OPEN_TRUNCATE;
            break;
        case 'x':
            kinds++;
            m->flags |= FILE_WRITE;
            m->open_flags |= OS_OPEN_CREATE | OS_OPEN_EXCLUSIVE;
            break;
        case 'a':
            kinds++;
            m->flags |= FILE_WRITE | FILE_APPEND;
            m->open_flags |= OS_OPEN_CREATE | OS_OPEN_APPEND;
            break;
        case '+': update = true; break;
        case 'b': m->binary = true; break;
        case 't': m->text = true; break;
        default: return raise_mode(t, text);
        }
    }
    if (m->binary && m->text)
        return RAISE_INT(raise_value_error(
            t, "can't have text and binary mode at once"));
    if (kinds != 1)
        return RAISE_INT(raise_value_error(
            t, kinds > 1 ? "must have exactly one of create/read/write/append "
                           "mode"
                         : "Must have exactly one of create/read/write/append "
                           "mode and at most one plus"));
    if (update)
        m->flags |= FILE_READ | FILE_WRITE;
    if (m->flags & FILE_READ)
        m->open_flags |= OS_OPEN_READ;
    if (m->flags & FILE_WRITE)
        m->open_flags |= OS_OPEN_WRITE;
    return 0;
}

static int parse_newline(Thread *t, Value v, NewlineMode *mode)
{
    *mode = NEWLINE_UNIVERSAL;
    if (value_is_none(v))
        return 0;
    if (!value_is_str(v))
        return RAISE_INT(raise_type_error(
            t, "open() argument 'newline' must be str or None, not %T", v));
    static const char *const texts[] = {NULL, "", "\n", "\r", "\r\n"};
    for (int i = NEWLINE_KEEP; i <= NEWLINE_CRLF; i++) {
        if (str_equal_c(value_to_str(v), texts[i])) {
            *mode = (NewlineMode)i;
            return 0;
        }
    }
    return RAISE_INT(raise_value_error(t, "illegal newline value: %S", v));
}

/* --- opening ----------------------------------------------------------- */

/* A path as str or bytes: __fspath__ is asked. */
static Value path_of(Thread *t, Value path)
{
    if (value_is_str(path) || value_is_bytes(path))
        return path;
    TRY(method, object_lookup_special(t, path, str_intern_c(t, "__fspath__")));
    if (value_is_unbound(method))
        return raise_type_error(t, "expected str, bytes or os.PathLike object, "
                                "not %T", path);
    return object_call0(t, method);
}

static const char *path_text(Thread *t, Value path, size_t *len)
{
    if (value_is_bytes(path)) {
        *len = (size_t)value_to_bytes(path)->len;
        return (const char *)value_to_bytes(path)->data;
    }
    if (!value_is_str(path)) {
        raise_type_error(t, "expected str, bytes or os.PathLike object, not %T",
                         path);
        return NULL;
    }
    return str_to_utf8(t, value_to_str(path), len);
}

/* Out of descriptors: files found dead give theirs back. */
static int open_retrying(Thread *t, const char *name, unsigned flags)
{
    int fd = os_file_open(name, flags);
    if (fd != -EMFILE && fd != -ENFILE)
        return fd;
    gc_collect(&t->gc);
    finalizers_run(t);
    return os_file_open(name, flags);
}

static int open_path(Thread *t, Value path, unsigned flags)
{
    size_t len;
    const char *name = path_text(t, path, &len);
    if (name == NULL)
        return -1;
    if (strlen(name) != len)
        return RAISE_INT(raise_value_error(t, "embedded null byte"));
    int fd = open_retrying(t, name, flags);
    if (fd < 0)
        return RAISE_INT(raise_os_error(t, -fd, path));
    if (os_file_is_directory_fd(fd)) {
        os_file_close(fd);
        return RAISE_INT(raise_os_error(t, EISDIR, path));
    }
    return fd;
}

static File *file_new(Thread *t, int fd, uint32_t flags, Value name,
                      Value mode)
{
    Blob *blob = gc_alloc(t, sizeof(Blob) + sizeof(FileState), KIND_BLOB,
                          SHAPE_RAW);
    blob->capacity = sizeof(FileState);
    FileState *s = (FileState *)(void *)blob->data;
    s->fd = fd;
    s->flags = flags;
    s->user = NULL;
    s->read_pos = s->read_len = s->write_len = 0;
    File *file = record_new(t, type_file.root_shape->id, RECORD_SLOTS(File));
    slot_set(file, &file->state, value_from_pointer(blob));
    slot_set(file, &file->name, name);
    slot_set(file, &file->mode, mode);
    gc_finalizer_add(&t->gc, file);
    return file;
}

static void make_text(Thread *t, File *file, Value encoding, Value errors,
                      NewlineMode newline)
{
    if (value_is_none(encoding))
        encoding = value_from_pointer(str_from_c(t, "UTF-8"));
    else if (str_equal_c(value_to_str(encoding), "locale"))
        encoding = value_from_pointer(str_from_c(t, "utf-8"));
    if (value_is_none(errors))
        errors = value_from_pointer(str_from_c(t, "strict"));
    slot_set(file, &file->encoding, encoding);
    slot_set(file, &file->errors, errors);
    file->newline = newline;
}

static int check_options(Thread *t, const FileOptions *o, const Mode *m)
{
    if (m->binary) {
        const char *what = !value_is_none(o->encoding) ? "an encoding"
                           : !value_is_none(o->errors) ? "an errors"
                           : !value_is_none(o->newline) ? "a newline"
                                                        : NULL;
        if (what != NULL)
            return RAISE_INT(raise_value_error(
                t, "binary mode doesn't take %s argument", what));
    }
    if (!value_is_none(o->encoding) && !value_is_str(o->encoding))
        return RAISE_INT(raise_type_error(
            t, "open() argument 'encoding' must be str or None, not %T",
            o->encoding));
    if (!value_is_none(o->errors) && !value_is_str(o->errors))
        return RAISE_INT(raise_type_error(
            t, "open() argument 'errors' must be str or None, not %T",
            o->errors));
    if (o->buffering == 0 && !m->binary)
        return RAISE_INT(raise_value_error(
            t, "can't have unbuffered text I/O"));
    return 0;
}

static uint32_t buffer_flags(const FileOptions *o, const Mode *m, int fd)
{
    if (o->buffering == 0)
        return FILE_UNBUFFERED;
    if (o->buffering == 1 ||
        (o->buffering < 0 && !m->binary && os_file_is_terminal(fd)))
        return FILE_LINE_BUFFERED;
    return 0;
}

Value file_open(Thread *t, const FileOptions *o)
{
    Mode m;
    NewlineMode newline;
    if (parse_mode(t, o->mode, &m) < 0 || check_options(t, o, &m) < 0 ||
        parse_newline(t, o->newline, &newline) < 0)
        return NULL_VALUE;
    Value name = o->path;
    int64_t fd;
    if (value_is_int_object(name)) {
        if (object_to_int64(t, name, &fd) < 0)
            return NULL_VALUE;
        if (fd < 0 || !os_file_is_open((int)fd))
            return raise_os_error(t, EBADF, UNBOUND);
    } else {
        name = path_of(t, o->path);
        if (value_is_null(name))
            return NULL_VALUE;
        if (!o->close_fd)
            return raise_value_error(
                t, "Cannot use closefd=False with file name");
        fd = open_path(t, name, m.open_flags);
        if (fd < 0)
            return NULL_VALUE;
    }
    uint32_t flags = m.flags | buffer_flags(o, &m, (int)fd) |
                     (o->close_fd ? FILE_CLOSE_FD : 0);
    if (m.flags & FILE_APPEND)
        os_file_seek((int)fd, 0, SEEK_END);
    File *file =
        file_new(t, (int)fd, flags, name, value_from_pointer(o->mode));
    if (!m.binary)
        make_text(t, file, o->encoding, o->errors, newline);
    return value_from_pointer(file);
}

Value file_standard(Thread *t, int fd, const char *name, const char *mode,
                    const char *errors)
{
    if (!os_file_is_open(fd))
        return NONE;
    uint32_t flags = mode[0] == 'r' ? FILE_READ : FILE_WRITE;
    if (os_file_is_terminal(fd) || fd == 2)
        flags |= FILE_LINE_BUFFERED;
    File *file =
        file_new(t, fd, flags, value_from_pointer(str_from_c(t, name)),
                 value_from_pointer(str_from_c(t, mode)));
    make_text(t, file, value_from_pointer(str_from_c(t, "utf-8")),
              value_from_pointer(str_from_c(t, errors)), NEWLINE_UNIVERSAL);
    return value_from_pointer(file);
}
