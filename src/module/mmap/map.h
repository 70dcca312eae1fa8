/* SPDX-License-Identifier: MIT */
/*
 * mmap.mmap: a file's bytes, or nobody's, as a mutable sequence and as a file.
 *
 * The memory belongs to a Resource, and is given back by close(), or when the
 * object is found dead.  While it is lent it neither goes nor moves.  Whatever
 * runs Python may close the map: who holds a place in it across such a call asks
 * map_check again.
 */
#ifndef ADDER_MODULE_MAP_H
#define ADDER_MODULE_MAP_H

#include "object/core/cast.h"
#include "object/core/object.h"
#include "object/core/record.h"
#include "object/core/resource.h"
#include "object/function/native_def.h"
#include "object/text/buffer.h"

enum { ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY };

/* Outside the heap. */
typedef struct MapMemory {
    uint8_t *data;
    int64_t size;
    int64_t offset; /* in the file */
    int fd;         /* its own; -1: there is no file */
} MapMemory;

typedef struct Map {
    RECORD_HEAD(int64_t pos;     /* of a file's methods: from 0 to size */
                int64_t exports; /* loans of the memory */
                uint8_t access;)
    Slot memory; /* a Resource */
} Map;

extern const NativeDef *const map_file_methods[];

/* map.c */
/* Takes over the memory; null with MemoryError. */
Value map_new(Thread *t, Type *cls, const MapMemory *memory, int access);
static inline MapMemory *map_memory(const Map *m)
{
    const Resource *r = value_to_pointer(slot_get(&m->memory));
    return resource_is_open(r) ? (MapMemory *)r->handle : NULL;
}
/* The memory; NULL with ValueError: it is closed. */
MapMemory *map_check(Thread *t, const Map *m);
/* The same if it may be written to, or else TypeError. */
MapMemory *map_check_writable(Thread *t, const Map *m);
/* 0, or -1 with BufferError: it is lent. */
int map_close(Thread *t, Map *m);
int map_resize(Thread *t, Map *m, int64_t size);
/* The size of the file, or -1 with OSError. */
int64_t map_file_size(Thread *t, const MapMemory *memory);

#endif
