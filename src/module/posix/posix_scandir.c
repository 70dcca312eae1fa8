/* SPDX-License-Identifier: MIT */
/* scandir: an iterator over a directory, and its entries. */
#include "module/posix/posix_parts.h"

#include <string.h>
#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/resource.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/function/native.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"
#include "object/type/instance.h"

/* --- entries ----------------------------------------------------------- */

typedef struct DirEntry {
    RECORD_HEAD(uint64_t inode;
                uint32_t kind; /* as in st_mode; 0: not known */
                int dir;)      /* where the path starts from */
    Slot name, path;
    Slot status, link_status; /* UNBOUND: not asked for yet */
} DirEntry;

enum { /* of st_mode */
    KIND_MASK = 0170000,
    KIND_LINK = 0120000,
    KIND_REGULAR = 0100000,
    KIND_DIRECTORY = 0040000,
};

static Value fetch(Thread *t, DirEntry *e, bool follow)
{
    ParamPath path;
    if (!fs_path_from(t, slot_get(&e->path), &path))
        return NULL_VALUE;
    Value status = posix_stat_path(t, &path, e->dir, follow);
    param_path_done(&path);
    return status;
}

/* Asked for once. */
static Value link_status(Thread *t, DirEntry *e)
{
    if (value_is_unbound(slot_get(&e->link_status))) {
        TRY(status, fetch(t, e, false));
        slot_set(e, &e->link_status, status);
    }
    return slot_get(&e->link_status);
}

static uint32_t mode_of(Value status)
{
    return (uint32_t)value_to_int(tuple_get(value_to_tuple(status), 0));
}

/* Whether it is of that kind, as far as is known without following: 1 or 0, or
 * -1. */
static int is_kind(Thread *t, DirEntry *e, uint32_t kind)
{
    if (e->kind != 0)
        return e->kind == kind;
    Value status = link_status(t, e);
    return value_is_null(status) ? -1 : (mode_of(status) & KIND_MASK) == kind;
}

static Value status_of(Thread *t, DirEntry *e, bool follow)
{
    if (!follow)
        return link_status(t, e);
    if (value_is_unbound(slot_get(&e->status))) {
        int link = is_kind(t, e, KIND_LINK);
        if (link < 0)
            return NULL_VALUE;
        TRY(status, link ? fetch(t, e, true) : link_status(t, e));
        slot_set(e, &e->status, status);
    }
    return slot_get(&e->status);
}

/* Whether it is of that kind; what is not there any more is of none. */
static Value test_kind(Thread *t, DirEntry *e, uint32_t kind, bool follow)
{
    if (e->kind != 0 && !(follow && e->kind == KIND_LINK))
        return value_from_bool(e->kind == kind);
    Value status = status_of(t, e, follow);
    if (!value_is_null(status))
        return value_from_bool((mode_of(status) & KIND_MASK) == kind);
    if (!exception_matches(t, EXC(FileNotFoundError)))
        return NULL_VALUE;
    exception_take(t);
    return FALSE_VALUE;
}

NATIVE(entry, is_dir, 0, "Whether it is a directory.",
       (self, DirEntry), (slash), (star), (opt, truth, follow_symlinks, True))
{
    return test_kind(t, self, KIND_DIRECTORY, follow_symlinks);
}

NATIVE(entry, is_file, 0, "Whether it is a regular file.",
       (self, DirEntry), (slash), (star), (opt, truth, follow_symlinks, True))
{
    return test_kind(t, self, KIND_REGULAR, follow_symlinks);
}

NATIVE(entry, is_symlink, 0, "Whether it is a symbolic link.",
       (self, DirEntry), (slash))
{
    int link = is_kind(t, self, KIND_LINK);
    return link < 0 ? NULL_VALUE : value_from_bool(link);
}

NATIVE(entry, stat, 0, "As os.stat() of it, which is asked for once.",
       (self, DirEntry), (slash), (star), (opt, truth, follow_symlinks, True))
{
    return status_of(t, self, follow_symlinks);
}

NATIVE(entry, inode, 0, "The number of its inode.", (self, DirEntry), (slash))
{
    return int_from_uint64(t, self->inode);
}

NATIVE(entry, __fspath__, 0, "Its path.", (self, DirEntry), (slash))
{
    return slot_get(&self->path);
}

static Value entry_repr(Thread *t, Value self)
{
    const DirEntry *e = value_to_record(self);
    return format_message(t, "<DirEntry %R>", slot_get(&e->name));
}

static const NativeDef *const entry_methods[] = {
    &entry_is_dir_native,
    &entry_is_file_native,
    &entry_is_symlink_native,
    &entry_stat_native,
    &entry_inode_native,
    &entry___fspath___native,
    &generic_alias___class_getitem___native,
    NULL,
};
static const MemberDef entry_members[] = {
    {"name", offsetof(DirEntry, name), false},
    {"path", offsetof(DirEntry, path), false},
    {0},
};
static Type entry_type = {
    TYPE_HEAD(DirEntry),
    .c_name = "posix.DirEntry",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(DirEntry),
    .methods = entry_methods,
    .members = entry_members,
    .slots = {.repr = entry_repr},
};

/* --- the iterator ------------------------------------------------------ */

typedef struct Scandir {
    RECORD_HEAD(int dir;       /* OS_HERE, or the descriptor that it is of */
                bool as_bytes;) /* names are bytes */
    Slot prefix;    /* of the entries' paths, a str or bytes; NONE: none */
    Slot directory; /* a Resource */
} Scandir;

static Resource *directory_of(const Scandir *s)
{
    return value_to_pointer(slot_get(&s->directory));
}

static void give_back(intptr_t handle)
{
    os_directory_close((OsDirectory *)handle);
}

/* a + b, both of one type. */
static Value join(Thread *t, Value a, Value b)
{
    return value_is_none(a) ? b : object_binary(t, BINARY_ADD, a, b);
}

static Value entry_new(Thread *t, const Scandir *s, const OsEntry *found)
{
    Value name = posix_path_value(t, found->name, strlen(found->name),
                                  s->as_bytes);
    uint64_t inode = found->inode;
    uint32_t kind = found->kind;
    TRY(path, join(t, slot_get(&s->prefix), name));
    DirEntry *e = record_new(t, entry_type.root_shape->id,
                             RECORD_SLOTS(DirEntry));
    e->inode = inode;
    e->kind = kind;
    e->dir = s->dir;
    slot_set(e, &e->name, name);
    slot_set(e, &e->path, path);
    return value_from_pointer(e);
}

static Value scandir_next(Thread *t, Value self)
{
    Scandir *s = value_to_record(self);
    Resource *r = directory_of(s);
    if (!resource_is_open(r))
        return UNBOUND;
    OsEntry found;
    OsDirectory *d = (OsDirectory *)r->handle;
    int64_t more = BLOCKING(t, os_directory_read(d, &found));
    KEEP(r);
    if (more > 0)
        return entry_new(t, s, &found);
    resource_close(r);
    return more < 0 ? blocking_raise(t, more, slot_get(&s->prefix)) : UNBOUND;
}

/* The path as what the entries' paths begin with. */
static Value prefix_of(Thread *t, const ParamPath *path)
{
    size_t len = path->text == NULL ? 0 : strlen(path->text);
    bool needs_slash = len > 0 && path->text[len - 1] != '/';
    if (path->text == NULL)
        return value_from_pointer(str_from_c(t, "./"));
    if (!posix_is_bytes(path))
        return needs_slash
                   ? object_binary(t, BINARY_ADD, path->object,
                                   value_from_pointer(str_from_c(t, "/")))
                   : path->object;
    Bytes *prefix = bytes_new(t, NULL, (int64_t)len + needs_slash);
    if (prefix == NULL)
        return NULL_VALUE;
    memcpy(prefix->data, path->text, len);
    if (needs_slash)
        prefix->data[len] = '/';
    return value_from_pointer(prefix);
}

NATIVE(scandir, __enter__, 0, NULL, (self_value))
{
    return self;
}

NATIVE(scandir, close, 0, "Close the directory.", (self, Scandir))
{
    resource_close(directory_of(self));
    return NONE;
}

NATIVE(scandir, __exit__, 0, NULL, (self, Scandir), (args, args))
{
    resource_close(directory_of(self));
    return NONE;
}

/* It was left before its end. */
static Value scandir_del(Thread *t, Value self)
{
    Resource *r = directory_of(value_to_record(self));
    int warned = 0;
    if (resource_is_open(r))
        warned = warn_of(t, EXC(ResourceWarning), self,
                         "unclosed scandir iterator %R", self);
    resource_close(r);
    return warned < 0 ? NULL_VALUE : NONE;
}

static const NativeDef *const scandir_methods[] = {
    &scandir___enter___native,
    &scandir___exit___native,
    &scandir_close_native,
    NULL,
};
static Type scandir_type = {
    TYPE_HEAD(Scandir),
    .c_name = "posix.ScandirIterator",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Scandir),
    .methods = scandir_methods,
    .slots = {.iter = sequence_self, .next = scandir_next, .del = scandir_del},
};

NATIVE_SHARED(posix, scandir, 0,
              "An iterator of entries, in no order, for what is in a "
              "directory: of the path, or descriptor, or the working "
              "directory.",
              (opt, path_or_fd_or_none, path, None))
{
    bool is_fd = path.fd != -1;
    OsDirectory *d = posix_directory_open(t, &path);
    if (d == NULL)
        return NULL_VALUE;
    Resource *r = resource_new(t, (intptr_t)d, give_back, 0);
    if (r == NULL)
        return NULL_VALUE;
    TRY(prefix, is_fd ? NONE : prefix_of(t, &path));
    Scandir *s = record_new(t, scandir_type.root_shape->id,
                            RECORD_SLOTS(Scandir));
    s->dir = is_fd ? path.fd : OS_HERE;
    s->as_bytes = posix_is_bytes(&path);
    slot_set(s, &s->prefix, prefix);
    slot_set(s, &s->directory, value_from_pointer(r));
    gc_finalizer_add(&t->gc, s);
    return value_from_pointer(s);
}

int posix_scandir_init(Thread *t, Module *m)
{
    type_ready(t, &scandir_type);
    type_ready(t, &entry_type);
    dict_set_c(t, m->dict, "DirEntry", value_from_pointer(&entry_type));
    return 0;
}
