/* SPDX-License-Identifier: MIT */
/* The memory of maps: see map.h. */
#include "module/mmap/map.h"

#include "exec/blocking.h"
#include "object/error/raise.h"
#include "object/type/instance.h"
#include "os/descriptor.h"
#include "os/file.h"
#include "os/map.h"
#include <stdlib.h>

enum {
    COUNTED = 1 << 24
}; /* bytes that the collector hears of at the most:
                               they are not of the C heap */

static void give_back(const MapMemory *memory)
{
    os_map_end(memory->data, (size_t)memory->size);
    if (memory->fd >= 0)
        (void)os_file_close(memory->fd);
}

static void end(intptr_t handle)
{
    give_back((const MapMemory *)handle);
    free((MapMemory *)handle);
}

static size_t counted(int64_t size)
{
    return size < COUNTED ? (size_t)size : COUNTED;
}

Value map_new(Thread *t, Type *cls, const MapMemory *memory, int access)
{
    MapMemory *own = malloc(sizeof *own);
    if (own == NULL) {
        give_back(memory);
        return raise_no_memory(t);
    }
    *own = *memory;
    Resource *r = resource_new(t, (intptr_t)own, end, counted(own->size));
    if (r == NULL)
        return NULL_VALUE;
    Map *m = instance_new_fixed(t, cls);
    m->access = (uint8_t)access;
    slot_set(m, &m->memory, value_from_pointer(r));
    return value_from_pointer(m);
}

MapMemory *map_check(Thread *t, const Map *m)
{
    MapMemory *memory = map_memory(m);
    if (memory == NULL)
        raise_value_error(t, "mmap closed or invalid");
    return memory;
}

MapMemory *map_check_writable(Thread *t, const Map *m)
{
    MapMemory *memory = map_check(t, m);
    if (memory == NULL || m->access != ACCESS_READ)
        return memory;
    raise_type_error(t, "mmap can't modify a readonly memory map.");
    return NULL;
}

/* Whether it is lent, also after views that died without release(). */
static bool is_lent(Thread *t, const Map *m)
{
    ASSERT(m->exports >= 0);
    if (m->exports > 0)
        buffer_reclaim(t);
    return m->exports > 0;
}

int map_close(Thread *t, Map *m)
{
    if (is_lent(t, m))
        return RAISE_INT(raise_error(t, EXC(BufferError),
                                     "cannot close exported pointers exist"));
    resource_close(value_to_pointer(slot_get(&m->memory)));
    return 0;
}

int map_resize(Thread *t, Map *m, int64_t size)
{
    if (is_lent(t, m))
        return RAISE_INT(
            raise_error(t, EXC(BufferError),
                        "mmap can't resize with extant buffers exported."));
    if (m->access != ACCESS_WRITE && m->access != ACCESS_DEFAULT)
        return RAISE_INT(raise_type_error(
            t, "mmap can't resize a readonly or copy-on-write memory map."));
    MapMemory *memory = map_check(t, m);
    if (memory == NULL)
        return -1;
    if (size < 0 || size > INT64_MAX - memory->offset)
        return RAISE_INT(raise_value_error(t, "new size out of range"));
    int64_t result = 0;
    void *data = memory->data;
    if (memory->fd >= 0)
        result = os_fd_truncate(memory->fd, memory->offset + size);
    if (result == 0)
        result = os_map_resize(&data, (size_t)memory->size, (size_t)size);
    if (result < 0)
        return RAISE_INT(raise_os_error(t, (int)-result, UNBOUND));
    memory->data = data;
    memory->size = size;
    resource_resize(t, value_to_pointer(slot_get(&m->memory)), counted(size));
    return 0;
}

int64_t map_file_size(Thread *t, const MapMemory *memory)
{
    OsFileInfo info;
    int error = os_file_info(memory->fd, &info);
    return error == 0 ? info.size
                      : RAISE_INT(raise_os_error(t, error, UNBOUND));
}
