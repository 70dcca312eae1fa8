/* SPDX-License-Identifier: MIT */
/* The module mmap; its type: what maps are made of, items and slices. */
#include "exec/blocking.h"
#include "module/mmap/map.h"
#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/container/slice.h"
#include "object/container/tuple.h"
#include "object/core/audit.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "os/descriptor.h"
#include "os/file.h"
#include "os/map.h"
#include "os/memory.h"
#include "os/numbers.h"
#include <string.h>

/* ---- making ---- */

enum { READ_WRITE = PROT_READ | PROT_WRITE };
_Static_assert(MAP_SHARED == 1 && READ_WRITE == 3,
               "the defaults of flags and prot are written so");

/* What the three arguments together ask for: 0 or -1. */
static int settle(Thread *t, int *access, int *flags, int *prot)
{
    if (*access != ACCESS_DEFAULT &&
        (*flags != MAP_SHARED || *prot != READ_WRITE))
        return RAISE_INT(raise_value_error(
            t, "mmap can't specify both access and flags, prot."));
    switch (*access) {
    case ACCESS_DEFAULT:
        if ((*prot & READ_WRITE) != READ_WRITE)
            *access = *prot & PROT_WRITE ? ACCESS_WRITE : ACCESS_READ;
        return 0;
    case ACCESS_READ: *prot = PROT_READ; return 0;
    case ACCESS_WRITE: return 0;
    case ACCESS_COPY: *flags = MAP_PRIVATE; return 0;
    default:
        return RAISE_INT(
            raise_value_error(t, "mmap invalid access parameter."));
    }
}

/* The map lies within a regular file: 0 and its size, or -1. */
static int fit(Thread *t, int fd, int64_t offset, int64_t *size)
{
    OsFileInfo info;
    if (fd == -1 || os_file_info(fd, &info) != 0 || !info.is_regular)
        return 0;
    if (*size == 0) {
        if (info.size == 0)
            return RAISE_INT(raise_value_error(t, "cannot mmap an empty file"));
        if (offset >= info.size)
            return RAISE_INT(
                raise_value_error(t, "mmap offset is greater than file size"));
        *size = info.size - offset;
    } else if (offset > info.size || info.size - offset < *size) {
        return RAISE_INT(
            raise_value_error(t, "mmap length is greater than file size"));
    }
    return 0;
}

static int audit(Thread *t, int fd, int64_t length, int access, int64_t offset)
{
    if (t->rt->audit_hooks == NULL)
        return 0;
    return audit_tell(
        t, value_from_pointer(str_from_c(t, "mmap.__new__")),
        tuple_pack(t, 4, value_from_int(fd), int_from_int64(t, length),
                   value_from_int(access), int_from_int64(t, offset)));
}

CONSTRUCTOR(mmap, 0, (cls), (arg, c_int, fileno), (arg, ssize, length),
            (opt, c_int, flags, 1), (opt, c_int, prot, 3),
            (opt, c_int, access, 0), (opt, c_long, offset, 0))
{
    if (length < 0)
        return raise_error(t, EXC(OverflowError),
                           "memory mapped length must be positive");
    if (offset < 0)
        return raise_error(t, EXC(OverflowError),
                           "memory mapped offset must be positive");
    if (settle(t, &access, &flags, &prot) < 0 ||
        audit(t, fileno, length, access, offset) < 0 ||
        fit(t, fileno, offset, &length) < 0)
        return NULL_VALUE;
    MapMemory memory = {.size = length, .offset = offset, .fd = -1};
    if (fileno != -1) {
        int64_t fd = os_fd_duplicate(fileno);
        if (fd < 0)
            return raise_os_error(t, (int)-fd, UNBOUND);
        memory.fd = (int)fd;
    }
    void *data;
    int64_t result =
        os_map_new(memory.fd, (size_t)length, flags, prot, offset, &data);
    if (result < 0) {
        if (memory.fd >= 0)
            (void)os_file_close(memory.fd);
        return raise_os_error(t, (int)-result, UNBOUND);
    }
    memory.data = data;
    return map_new(t, cls, &memory, access);
}

/* ---- as a sequence ---- */

static int64_t len(Thread *t, Value self)
{
    const MapMemory *memory = map_check(t, value_to_record(self));
    return memory == NULL ? -1 : memory->size;
}

/* Where an index points to; NULL with an exception. */
static uint8_t *item_at(Thread *t, const Map *m, Value key, const char *message)
{
    int64_t i;
    if (type_of(key)->slots.index == NULL) {
        raise_type_error(t, "%s", message);
        return NULL;
    }
    if (sequence_index(t, key, "mmap", &i) < 0)
        return NULL;
    const MapMemory *memory = map_check(t, m);
    if (memory == NULL)
        return NULL;
    if (i < 0)
        i += memory->size;
    if (i >= 0 && i < memory->size)
        return memory->data + i;
    raise_error(t, EXC(IndexError), "mmap index out of range");
    return NULL;
}

static Value get_slice(Thread *t, const Map *m, Slice *key)
{
    int64_t start, stop, step;
    if (slice_unpack(t, key, &start, &stop, &step) < 0)
        return NULL_VALUE;
    const MapMemory *memory = map_check(t, m);
    if (memory == NULL)
        return NULL_VALUE;
    int64_t n = slice_fit(memory->size, &start, &stop, step);
    Bytes *b =
        bytes_new(t, step == 1 && n > 0 ? memory->data + start : NULL, n);
    if (b == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; step != 1 && i < n; i++)
        b->data[i] = memory->data[start + i * step];
    return value_from_pointer(b);
}

static Value getitem(Thread *t, Value self, Value key)
{
    const Map *m = value_to_record(self);
    if (map_check(t, m) == NULL)
        return NULL_VALUE;
    if (value_is_slice(key))
        return get_slice(t, m, value_to_pointer(key));
    const uint8_t *at = item_at(t, m, key, "mmap indices must be integers");
    return at == NULL ? NULL_VALUE : value_from_int(*at);
}

static int put_slice(Thread *t, const Map *m, Slice *key, const Buffer *from)
{
    int64_t start, stop, step;
    if (slice_unpack(t, key, &start, &stop, &step) < 0)
        return -1;
    const MapMemory *memory = map_check_writable(t, m);
    if (memory == NULL)
        return -1;
    int64_t n = slice_fit(memory->size, &start, &stop, step);
    if (from->len != n)
        return RAISE_INT(raise_error(t, EXC(IndexError),
                                     "mmap slice assignment is wrong size"));
    if (step == 1 && n > 0)
        memmove(memory->data + start, from->data, (size_t)n);
    for (int64_t i = 0; step != 1 && i < n; i++)
        memory->data[start + i * step] = from->data[i];
    return 0;
}

static int set_slice(Thread *t, const Map *m, Slice *key, Value v)
{
    Buffer from;
    if (value_is_null(v))
        return RAISE_INT(
            raise_type_error(t, "mmap object doesn't support slice deletion"));
    if (buffer_get(t, v, &from, BUFFER_SIMPLE) < 0)
        return -1;
    int result = put_slice(t, m, key, &from);
    buffer_release(&from);
    return result;
}

static int setitem(Thread *t, Value self, Value key, Value v)
{
    const Map *m = value_to_record(self);
    int64_t byte;
    if (map_check_writable(t, m) == NULL)
        return -1;
    if (value_is_slice(key))
        return set_slice(t, m, value_to_pointer(key), v);
    if (value_is_null(v))
        return RAISE_INT(
            raise_type_error(t, "mmap doesn't support item deletion"));
    if (item_at(t, m, key, "mmap indices must be integer") == NULL)
        return -1;
    if (type_of(v)->slots.index == NULL)
        return RAISE_INT(raise_type_error(t, "mmap item value must be an int"));
    v = object_index(t, v);
    if (value_is_null(v))
        return -1;
    if (!int_to_int64(v, &byte))
        return RAISE_INT(raise_type_error(
            t, "cannot fit 'int' into an index-sized integer"));
    if (byte < 0 || byte > 255)
        return RAISE_INT(
            raise_value_error(t, "mmap item value must be in range(0, 256)"));
    /* __index__ may have closed it, or made it smaller. */
    uint8_t *at = item_at(t, m, key, "mmap indices must be integer");
    if (at == NULL)
        return -1;
    *at = (uint8_t)byte;
    return 0;
}

/* ---- iterating ---- */

typedef struct MapIter {
    RECORD_HEAD(int64_t next;)
    Slot map; /* UNBOUND: at the end */
} MapIter;

/* Bytes of length 1, unlike m[i]. */
static Value next(Thread *t, Value self)
{
    MapIter *i = value_to_record(self);
    Value map = slot_get(&i->map);
    if (value_is_unbound(map))
        return UNBOUND;
    const MapMemory *memory = map_check(t, value_to_record(map));
    if (memory == NULL)
        return NULL_VALUE;
    if (i->next < memory->size)
        return value_from_pointer(bytes_new(t, memory->data + i->next++, 1));
    slot_set(i, &i->map, UNBOUND);
    return UNBOUND;
}

static Type map_iterator_type = {
    TYPE_HEAD(map_iterator),
    .c_name = "iterator",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(MapIter),
    .slots = {.iter = sequence_self, .next = next},
};

static Value iter(Thread *t, Value self)
{
    MapIter *i =
        record_new(t, map_iterator_type.root_shape->id, RECORD_SLOTS(MapIter));
    slot_set(i, &i->map, self);
    return value_from_pointer(i);
}

/* ---- lending ---- */

static int lend(Thread *t, Value v, Buffer *b, unsigned flags)
{
    Map *m = value_to_record(v);
    const MapMemory *memory = map_check(t, m);
    if (memory == NULL || buffer_fill(t, b, memory->data, memory->size,
                                      m->access == ACCESS_READ, flags) < 0)
        return -1;
    m->exports++;
    return 0;
}

static void give_back(Buffer *b)
{
    Map *m = value_to_record(b->owner);
    ASSERT(m->exports > 0);
    m->exports--;
}

static const BufferProcs buffer_procs = {.get = lend, .release = give_back};

/* ---- the type ---- */

static Value closed_get(Thread *t UNUSED, Value self)
{
    return value_from_bool(map_memory(value_to_record(self)) == NULL);
}

static Value repr(Thread *t, Value self)
{
    static const char *const names[] = {"ACCESS_DEFAULT", "ACCESS_READ",
                                        "ACCESS_WRITE", "ACCESS_COPY"};
    const Map *m = value_to_record(self);
    const MapMemory *memory = map_memory(m);
    if (memory == NULL)
        return format_message(t, "<%T closed=True>", self);
    return format_message(
        t, "<%T closed=False, access=%s, length=%l, pos=%l, offset=%l>", self,
        names[m->access], memory->size, m->pos, memory->offset);
}

static const GetSetDef getsets[] = {
    {"closed", closed_get, NULL, "whether it is closed"},
    {0},
};

static Type map_type = {
    TYPE_HEAD(map),
    .c_name = "mmap.mmap",
    .c_doc =
        "A part of a file as memory that can be read and written to.\n\n"
        "fileno is a descriptor, or -1 for memory without a file; length 0\n"
        "stands for all that the file has from offset on.  Either access is\n"
        "ACCESS_READ, ACCESS_WRITE or ACCESS_COPY, or flags are of MAP_..., "
        "prot\n"
        "of PROT_....",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Map),
    .constructor = &mmap_new_native,
    .methods = map_file_methods,
    .getsets = getsets,
    .buffer = &buffer_procs,
    .slots = {.repr = repr,
              .len = len,
              .iter = iter,
              .getitem = getitem,
              .setitem = setitem},
};

static const ModuleType types[] = {
    {"mmap", &map_type},
    {NULL, &map_iterator_type},
    {0},
};

static const ModuleConstant constants[] = {
    MODULE_INT("ACCESS_DEFAULT", ACCESS_DEFAULT),
    MODULE_INT("ACCESS_READ", ACCESS_READ),
    MODULE_INT("ACCESS_WRITE", ACCESS_WRITE),
    MODULE_INT("ACCESS_COPY", ACCESS_COPY),
    {0},
};

static int init(Thread *t, Module *m)
{
    Value page = value_from_int((int64_t)os_page_size());
    dict_set_c(t, m->dict, "PAGESIZE", page);
    dict_set_c(t, m->dict, "ALLOCATIONGRANULARITY", page);
    dict_set_c(t, m->dict, "error", value_from_pointer(EXC(OSError)));
    return 0;
}

const ModuleDef mmap_module = {
    .name = "mmap",
    .doc = "Files as memory.",
    .types = types,
    .constants = constants,
    .numbers = os_numbers_mmap,
    .init = init,
};
