/* SPDX-License-Identifier: MIT */
/*
 * FileIO: a descriptor as a raw stream of bytes.  One that it has opened is
 * given back by a Resource, however the object ends.
 */
#include "module/io/fileio.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include "exec/blocking.h"
#include "module/io/io_module.h"
#include "object/core/finalizer.h"
#include "object/core/names.h"
#include "object/core/resource.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/function/param_file.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "os/file.h"

/* ---- checks ---- */

static bool is_open(Thread *t, const FileIO *f)
{
    if (LIKELY(f->fd >= 0))
        return true;
    raise_value_error(t, "I/O operation on closed file");
    return false;
}

/* Whether it is open and may do that. */
static bool may(Thread *t, const FileIO *f, uint32_t bit)
{
    if (!is_open(t, f))
        return false;
    if (LIKELY(f->bits & bit))
        return true;
    iobase_unsupported(t, bit == FILEIO_READ ? "File not open for reading"
                                             : "File not open for writing");
    return false;
}

static Value raise(Thread *t, int64_t error)
{
    return blocking_raise(t, error, UNBOUND);
}

/* ---- opening ---- */

static void give_back(intptr_t fd)
{
    os_file_close((int)fd);
}

/* FILEIO_* and OS_OPEN_* of a mode: 0 or -1. */
static int parse_mode(Thread *t, const char *mode, uint32_t *bits,
                      unsigned *flags)
{
    int kinds = 0, pluses = 0;
    *bits = *flags = 0;
    for (const char *p = mode; *p != '\0'; p++) {
        kinds += strchr("rwxa", *p) != NULL;
        pluses += *p == '+';
        switch (*p) {
        case 'r': *bits |= FILEIO_READ; break;
        case 'w':
            *bits |= FILEIO_WRITE;
            *flags |= OS_OPEN_CREATE | OS_OPEN_TRUNCATE;
            break;
        case 'x':
            *bits |= FILEIO_WRITE | FILEIO_CREATED;
            *flags |= OS_OPEN_CREATE | OS_OPEN_EXCLUSIVE;
            break;
        case 'a':
            *bits |= FILEIO_WRITE | FILEIO_APPEND;
            *flags |= OS_OPEN_CREATE | OS_OPEN_APPEND;
            break;
        case '+':
        case 'b': break;
        default:
            return RAISE_INT(raise_value_error(t, "invalid mode: %.200s",
                                               mode));
        }
    }
    if (kinds != 1 || pluses > 1)
        return RAISE_INT(raise_value_error(
            t, "Must have exactly one of create/read/write/append mode and at "
            "most one plus"));
    if (pluses > 0)
        *bits |= FILEIO_READ | FILEIO_WRITE;
    if (*bits & FILEIO_READ)
        *flags |= OS_OPEN_READ;
    if (*bits & FILEIO_WRITE)
        *flags |= OS_OPEN_WRITE;
    return 0;
}

/* A descriptor, or -1. */
static int64_t open_with(Thread *t, Value opener, Value name, unsigned flags)
{
    int64_t fd;
    Value v = object_call2(t, opener, name,
                           value_from_int(os_file_open_flags(flags)));
    if (value_is_null(v))
        return -1;
    if (!value_is_int_object(v))
        return RAISE_INT(raise_type_error(t, "expected integer from opener"));
    if (object_to_int64(t, v, &fd) < 0)
        return -1;
    if (fd < 0)
        return RAISE_INT(raise_value_error(t, "opener returned %l", fd));
    int error = os_file_keep((int)fd);
    return error == 0 ? fd : RAISE_INT(raise_os_error(t, error, UNBOUND));
}

/* Out of descriptors: files found dead give theirs back. */
static int64_t open_path(Thread *t, const char *path, unsigned flags)
{
    int64_t fd = BLOCKING(t, os_file_open(path, flags));
    if (fd != -EMFILE && fd != -ENFILE)
        return fd;
    gc_collect(&t->gc);
    finalizers_run(t);
    gc_collect(&t->gc);
    return BLOCKING(t, os_file_open(path, flags));
}

/* The number of options->file if it is one; -1: a path; -2: ValueError. */
static int64_t given_number(Thread *t, Value file)
{
    int64_t fd;
    if (!value_is_int_object(file) || !int_to_int64(file, &fd))
        return -1;
    if (fd >= 0 && fd <= INT32_MAX)
        return fd;
    if (fd > 0)
        return -1;
    raise_value_error(t, "negative file descriptor");
    return -2;
}

/* Who it is given opens a path: a descriptor or -1. */
static int64_t open_named(Thread *t, const FileIOOptions *o, unsigned flags)
{
    PARAM_LOCAL_ANY_PATH(path);
    if (!fs_path_from(t, o->file, &path))
        return -1;
    if (!o->close_fd)
        return RAISE_INT(raise_value_error(
            t, "Cannot use closefd=False with file name"));
    if (!value_is_none(o->opener))
        return open_with(t, o->opener, o->file, flags);
    int64_t fd = open_path(t, path.text, flags);
    return fd < 0 ? RAISE_INT(blocking_raise(t, fd, o->file)) : fd;
}

/* Whether the open descriptor is what it can work with; sizes. */
static int inspect(Thread *t, FileIO *f, Value name)
{
    OsFileInfo info;
    int error = os_file_info(f->fd, &info);
    if (error == EBADF)
        return RAISE_INT(raise_os_error(t, error, UNBOUND));
    if (error == 0 && info.is_directory)
        return RAISE_INT(raise_os_error(t, EISDIR, name));
    f->block_size = error == 0 && info.block_size > 1 ? info.block_size
                                                      : IO_BUFFER_SIZE;
    if (error == 0 && info.is_regular)
        f->bits |= FILEIO_SEEKS | FILEIO_SEEKS_KNOWN;
    return 0;
}

/* The descriptor has been opened for f, which owns it: 0 or -1. */
static int own(Thread *t, FileIO *f)
{
    int fd = f->fd;
    f->fd = -1;
    Resource *r = resource_new(t, fd, give_back, 0);
    if (r == NULL)
        return -1;
    f->fd = fd;
    slot_set(f, &f->resource, value_from_pointer(r));
    return 0;
}

/* Closes it without a word. */
static void drop(FileIO *f)
{
    Value r = slot_get(&f->resource);
    if (!value_is_unbound(r))
        resource_close(value_to_pointer(r));
    slot_set(f, &f->resource, UNBOUND);
    f->fd = -1;
}

static int begin(Thread *t, FileIO *f, const FileIOOptions *o)
{
    uint32_t bits;
    unsigned flags;
    if (parse_mode(t, o->mode, &bits, &flags) < 0)
        return -1;
    int64_t given = given_number(t, o->file);
    if (given == -2)
        return -1;
    int64_t fd = given >= 0 ? given : open_named(t, o, flags);
    if (fd < 0)
        return -1;
    f->fd = (int)fd;
    f->bits = bits | (o->close_fd ? FILEIO_CLOSES : 0);
    if (given < 0 && own(t, f) < 0)
        return -1;
    if (inspect(t, f, o->file) < 0 ||
        object_setattr(t, value_from_pointer(f), N(name), o->file) < 0) {
        drop(f);
        return -1;
    }
    if (given >= 0 && o->close_fd && own(t, f) < 0)
        return -1;
    if (bits & FILEIO_APPEND)
        os_file_seek(f->fd, 0, SEEK_END);
    return 0;
}

FileIO *fileio_open(Thread *t, const FileIOOptions *options)
{
    FileIO *f = iobase_new(t, &fileio_type);
    f->fd = -1;
    return begin(t, f, options) < 0 ? NULL : f;
}

FileIO *fileio_new_standard(Thread *t, int fd, uint32_t bits, Value name)
{
    FileIO *f = instance_new_fixed(t, &fileio_type);
    f->fd = fd;
    f->bits = bits;
    f->block_size = IO_BUFFER_SIZE;
    instance_set(t, f, N(name), name);
    return f;
}

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    FileIO *f = iobase_new(t, cls);
    f->fd = -1;
    f->bits = FILEIO_CLOSES;
    return value_from_pointer(f);
}

INITIALIZER(FileIO, 0,
            (self, FileIO), (arg, object, file), (opt, c_string, mode, 'r'),
            (opt, truth, closefd, True), (opt, object, opener, None))
{
    FileIOOptions o = {.file = file, .mode = mode, .close_fd = closefd,
                       .opener = opener};
    drop(self);
    gc_finalizer_add(&t->gc, self);
    return begin(t, self, &o) < 0 ? NULL_VALUE : NONE;
}

/* ---- closing ---- */

/* "unclosed file", of which `source` is what the program knows. */
static Value warn_unclosed(Thread *t, const FileIO *f, Value source)
{
    if (f->fd < 0 || !(f->bits & FILEIO_CLOSES))
        return NONE;
    Value pending = exception_take(t);
    if (warn_of(t, EXC(ResourceWarning), source, "unclosed file %R",
                source) < 0) {
        if (exception_matches(t, EXC(Warning)))
            unraisable_report(t, NULL, value_from_pointer(f));
        t->exc = NULL_VALUE;
    }
    t->exc = pending;
    return NONE;
}

NATIVE(fileio, _dealloc_warn, 0, NULL,
       (self, FileIO), (arg, object, source), (slash))
{
    return warn_unclosed(t, self, source);
}

/* The descriptor goes: 0 or -1. */
static int close_descriptor(Thread *t, FileIO *f)
{
    int fd = f->fd;
    f->fd = -1;
    f->bits &= ~(uint32_t)(FILEIO_SEEKS | FILEIO_SEEKS_KNOWN);
    Value r = slot_get(&f->resource);
    if (fd < 0 || value_is_unbound(r))
        return 0;
    resource_release(value_to_pointer(r));
    slot_set(f, &f->resource, UNBOUND);
    thread_park(t);
    int error = os_file_close(fd);
    thread_unpark(t);
    return error == 0 ? 0 : RAISE_INT(raise_os_error(t, error, UNBOUND));
}

NATIVE(fileio, close, 0, "Close the descriptor, unless it is another's.",
       (self, FileIO), (slash))
{
    Value me = value_from_pointer(self);
    Value closed = iobase_close(t, me);
    if (!(self->bits & FILEIO_CLOSES)) {
        self->fd = -1;
        return closed;
    }
    Value failure = exception_take(t);
    if (self->bits & FILEIO_FINALIZING)
        warn_unclosed(t, self, me);
    int status = close_descriptor(t, self);
    iobase_chain(t, failure);
    iobase_is_done(me, &fileio_type);
    return status < 0 || value_is_null(closed) ? NULL_VALUE : NONE;
}

/* ---- reading ---- */

int64_t fileio_read_some(Thread *t, FileIO *f, uint8_t *to, int64_t n,
                         const void *owner)
{
    if (!may(t, f, FILEIO_READ))
        return -1;
    int fd = f->fd;
    int64_t got = BLOCKING(t, os_file_read_some(fd, to, (size_t)n));
    KEEP(owner);
    if (LIKELY(got >= 0))
        return got;
    return got == -EAGAIN ? FILEIO_BLOCKED : RAISE_INT(raise(t, got));
}

/* Bytes from where it is to the end, as far as that is known; else 0. */
static int64_t rest_of(const FileIO *f)
{
    OsFileInfo info;
    int64_t at = os_file_seek(f->fd, 0, SEEK_CUR);
    if (at < 0 || os_file_info(f->fd, &info) != 0 || info.size <= at)
        return 0;
    return info.size - at;
}

/* Cut to n bytes: the same object unless much would be left over. */
static Value cut(Thread *t, Bytes *b, int64_t n)
{
    if (n == b->len)
        return value_from_pointer(b);
    if (n < 64 || b->len - n > b->len / 8)
        return value_from_pointer(bytes_new(t, b->data, n));
    b->len = n;
    b->data[n] = 0;
    return value_from_pointer(b);
}

static Bytes *grow(Thread *t, const Bytes *b, int64_t n)
{
    Bytes *more = bytes_new(t, NULL, n + n / 2 + IO_BUFFER_SIZE);
    if (more != NULL)
        memcpy(more->data, b->data, (size_t)n);
    return more;
}

Value fileio_read_rest(Thread *t, FileIO *f, const uint8_t *before, int64_t n)
{
    int64_t rest = rest_of(f), got = 0, first = n;
    if (rest > INT64_MAX / 2 - n)
        return raise_error(t, EXC(OverflowError),
                           "unbounded read returned more bytes than a Python "
                           "bytes object can hold");
    /* A byte more than there should be shows the end. */
    Bytes *b = bytes_new(t, NULL, n + (rest > 0 ? rest + 1 : IO_BUFFER_SIZE));
    if (b == NULL)
        return NULL_VALUE;
    if (n > 0)
        memcpy(b->data, before, (size_t)n);
    for (;; n += got) {
        if (n == b->len && (b = grow(t, b, n)) == NULL)
            return NULL_VALUE;
        got = fileio_read_some(t, f, b->data + n, b->len - n, b);
        if (got == FILEIO_BLOCKED && n == first)
            return first == 0 ? NONE : cut(t, b, n);
        if (got == -1)
            return NULL_VALUE;
        if (got <= 0)
            return cut(t, b, n);
    }
}

NATIVE(fileio, readall, 0,
       "All that is left; what there is where it would block, or None.",
       (self, FileIO), (slash))
{
    if (!is_open(t, self))
        return NULL_VALUE;
    if (!(self->bits & FILEIO_READ))
        return raise_os_error(t, EBADF, UNBOUND);
    return fileio_read_rest(t, self, NULL, 0);
}

NATIVE(fileio, read, 0,
       "Up to `size` bytes by one call of the system, or all that is left.",
       (self, FileIO), (opt, size, size, -1), (slash))
{
    if (!may(t, self, FILEIO_READ))
        return NULL_VALUE;
    if (size < 0)
        return iobase_call(t, value_from_pointer(self), N(readall));
    Bytes *b = size == 0 ? t->rt->empty_bytes : bytes_new(t, NULL, size);
    if (b == NULL)
        return NULL_VALUE;
    int64_t n = fileio_read_some(t, self, b->data, size, b);
    if (n == FILEIO_BLOCKED)
        return NONE;
    return n < 0 ? NULL_VALUE : cut(t, b, n);
}

NATIVE(fileio, readinto, 0, "Read into a buffer; how much, or None.",
       (self, FileIO), (arg, writable_bytes, buffer), (slash))
{
    int64_t n = fileio_read_some(t, self, buffer->data, buffer->len,
                                 value_to_pointer(buffer->owner));
    return n == FILEIO_BLOCKED ? NONE
           : n < 0             ? NULL_VALUE : value_from_int(n);
}

/* ---- writing ---- */

int64_t fileio_write_some(Thread *t, FileIO *f, const uint8_t *from,
                          int64_t n, const void *owner)
{
    if (!may(t, f, FILEIO_WRITE))
        return -1;
    int fd = f->fd;
    int64_t put = BLOCKING(t, os_file_write_some(fd, from, (size_t)n));
    KEEP(owner);
    if (LIKELY(put >= 0))
        return put;
    return put == -EAGAIN ? FILEIO_BLOCKED : RAISE_INT(raise(t, put));
}

NATIVE(fileio, write, 0,
       "Write by one call of the system; how many bytes, or None.",
       (self, FileIO), (arg, bytes_like, b), (slash))
{
    int64_t n = fileio_write_some(t, self, b->data, b->len,
                                  value_to_pointer(b->owner));
    return n == FILEIO_BLOCKED ? NONE
           : n < 0             ? NULL_VALUE : value_from_int(n);
}

/* ---- places ---- */

int64_t fileio_seek(Thread *t, FileIO *f, int64_t offset, int whence)
{
    if (!is_open(t, f))
        return -1;
    int fd = f->fd;
    int64_t at = os_file_seek(fd, offset, whence);
    return at < 0 ? RAISE_INT(raise(t, at)) : at;
}

bool fileio_is_seekable(FileIO *f)
{
    if (!(f->bits & FILEIO_SEEKS_KNOWN)) {
        f->bits |= FILEIO_SEEKS_KNOWN;
        if (os_file_seek(f->fd, 0, SEEK_CUR) >= 0)
            f->bits |= FILEIO_SEEKS;
    }
    return (f->bits & FILEIO_SEEKS) != 0;
}

bool fileio_is_terminal(const FileIO *f)
{
    return os_file_is_terminal(f->fd);
}

NATIVE(fileio, seek, 0, "Move to a place in the file, and tell which.",
       (self, FileIO), (arg, object, pos), (opt, c_int, whence, 0), (slash))
{
    int64_t offset;
    if (!is_open(t, self) || object_to_int64(t, pos, &offset) < 0)
        return NULL_VALUE;
    int64_t at = fileio_seek(t, self, offset, whence);
    return at < 0 ? NULL_VALUE : int_from_int64(t, at);
}

NATIVE(fileio, tell, 0, "The place in the file where one is.",
       (self, FileIO), (slash))
{
    int64_t at = fileio_seek(t, self, 0, SEEK_CUR);
    return at < 0 ? NULL_VALUE : int_from_int64(t, at);
}

NATIVE(fileio, truncate, 0, "Cut or extend the file to a size, or where one is.",
       (self, FileIO), (opt, object, size, None), (slash))
{
    int64_t n;
    if (!may(t, self, FILEIO_WRITE))
        return NULL_VALUE;
    if (value_is_none(size)) {
        n = fileio_seek(t, self, 0, SEEK_CUR);
        if (n < 0)
            return NULL_VALUE;
        size = int_from_int64(t, n);
    } else if (object_to_int64(t, size, &n) < 0) {
        return NULL_VALUE;
    }
    int fd = self->fd;
    int64_t error = BLOCKING(t, -os_file_truncate(fd, n));
    return error < 0 ? raise(t, error) : size;
}

/* ---- what it is ---- */

NATIVE(fileio, fileno, 0, "The descriptor.", (self, FileIO), (slash))
{
    return is_open(t, self) ? value_from_int(self->fd) : NULL_VALUE;
}

NATIVE(fileio, isatty, 0, "Whether it is a terminal.", (self, FileIO), (slash))
{
    return is_open(t, self) ? value_from_bool(fileio_is_terminal(self))
                            : NULL_VALUE;
}

NATIVE(fileio, readable, 0, "Whether it was opened to read.",
       (self, FileIO), (slash))
{
    return is_open(t, self)
               ? value_from_bool((self->bits & FILEIO_READ) != 0)
               : NULL_VALUE;
}

NATIVE(fileio, writable, 0, "Whether it was opened to write.",
       (self, FileIO), (slash))
{
    return is_open(t, self)
               ? value_from_bool((self->bits & FILEIO_WRITE) != 0)
               : NULL_VALUE;
}

NATIVE(fileio, seekable, 0, "Whether places can be chosen.",
       (self, FileIO), (slash))
{
    return is_open(t, self) ? value_from_bool(fileio_is_seekable(self))
                            : NULL_VALUE;
}

static const char *mode_of(const FileIO *f)
{
    bool reads = f->bits & FILEIO_READ, writes = f->bits & FILEIO_WRITE;
    if (f->bits & FILEIO_CREATED)
        return reads ? "xb+" : "xb";
    if (f->bits & FILEIO_APPEND)
        return reads ? "ab+" : "ab";
    return reads && writes ? "rb+" : reads ? "rb" : "wb";
}

static Value get_mode(Thread *t, Value self)
{
    return value_from_pointer(
        str_intern_c(t, mode_of(value_to_record(self))));
}

static Value get_closed(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(((FileIO *)value_to_record(self))->fd < 0);
}

static Value get_closefd(Thread *t, Value self)
{
    (void)t;
    const FileIO *f = value_to_record(self);
    return value_from_bool((f->bits & FILEIO_CLOSES) != 0);
}

static Value get_finalizing(Thread *t, Value self)
{
    (void)t;
    const FileIO *f = value_to_record(self);
    return value_from_bool((f->bits & FILEIO_FINALIZING) != 0);
}

static int set_finalizing(Thread *t, Value self, Value value)
{
    FileIO *f = value_to_record(self);
    int yes = object_is_true(t, value);
    if (yes < 0)
        return -1;
    f->bits = (f->bits & ~(uint32_t)FILEIO_FINALIZING) |
              (yes ? FILEIO_FINALIZING : 0);
    return 0;
}

static Value get_block_size(Thread *t, Value self)
{
    (void)t;
    return value_from_int(((FileIO *)value_to_record(self))->block_size);
}

static int set_block_size(Thread *t, Value self, Value value)
{
    FileIO *f = value_to_record(self);
    return object_to_int64(t, value, &f->block_size);
}

static Value repr(Thread *t, Value self)
{
    const FileIO *f = value_to_record(self);
    const char *closes = f->bits & FILEIO_CLOSES ? "True" : "False";
    if (f->fd < 0)
        return format_message(t, "<_io.FileIO [closed]>");
    TRY(name, object_getattr_or_unbound(t, self, N(name)));
    if (value_is_unbound(name))
        return format_message(t, "<_io.FileIO fd=%d mode='%s' closefd=%s>",
                              f->fd, mode_of(f), closes);
    int entered = repr_enter(t, self);
    if (entered < 0)
        return NULL_VALUE;
    if (entered > 0)
        return raise_error(t, EXC(RuntimeError),
                           "reentrant call inside %N.__repr__", type_of(self));
    Value text = format_message(t, "<_io.FileIO name=%R mode='%s' closefd=%s>",
                                name, mode_of(f), closes);
    repr_leave(t, self);
    return text;
}

/* ---- the type ---- */

static const NativeDef *const methods[] = {
    &fileio_close_native,
    &fileio_read_native,
    &fileio_readall_native,
    &fileio_readinto_native,
    &fileio_write_native,
    &fileio_seek_native,
    &fileio_tell_native,
    &fileio_truncate_native,
    &fileio_fileno_native,
    &fileio_isatty_native,
    &fileio_readable_native,
    &fileio_writable_native,
    &fileio_seekable_native,
    &fileio__dealloc_warn_native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"closed", get_closed, NULL, "Whether it is closed."},
    {"closefd", get_closefd, NULL, "Whether close() closes the descriptor."},
    {"mode", get_mode, NULL, "How it was opened."},
    {"_finalizing", get_finalizing, set_finalizing, GETSET_MEMBER},
    {"_blksize", get_block_size, set_block_size, GETSET_MEMBER},
    {0},
};

Type fileio_type = {
    TYPE_HEAD(fileio),
    .c_name = "_io.FileIO",
    .c_doc = "The file of a path, or of a descriptor, without a buffer.",
    .c_base = &iobase_raw_type,
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(FileIO),
    .slots = {.new = new, .repr = repr},
    .initializer = &FileIO_init_native,
    .methods = methods,
    .getsets = getsets,
};
