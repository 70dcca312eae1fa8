/* SPDX-License-Identifier: MIT */
/*
 * What every hash object is, whatever library computes it: a state that the
 * library works on, and the lock that is there once large data has been added,
 * for then other threads run and may come with the same object.
 */
#ifndef ADDER_MODULE_HASH_OBJECT_H
#define ADDER_MODULE_HASH_OBJECT_H

#include "object/core/record.h"
#include "object/function/param.h"

typedef struct Hash {
    RECORD_HEAD(const void *algorithm;) /* its module knows */
    Slot state; /* a Resource or a Bytes: its module knows */
    Slot lock;  /* a Lock; UNBOUND: nobody ever had to wait */
    Slot name;  /* of the algorithm, a str */
} Hash;

/* Data of more bytes is worth letting other threads run. */
enum { HASH_SHORT = 2047 };

/* hashed: bytes-like, with the messages of hash objects; absent: data NULL */
#define PARAM_LEAF_hashed     (LEAF_BYTES | LEAF_BYTEARRAY)
#define PARAM_TYPE_hashed     Buffer *
#define PARAM_LOCAL_hashed(v) PARAM_LOCAL_bytes_like(v)
PARAM_FN(hashed, Buffer *);
/* The same, or None, which leaves no owner. */
#define PARAM_LEAF_hashed_or_none     (LEAF_BYTES | LEAF_BYTEARRAY | LEAF_NONE)
#define PARAM_TYPE_hashed_or_none     Buffer *
#define PARAM_LOCAL_hashed_or_none(v) PARAM_LOCAL_bytes_like(v)
PARAM_FN(hashed_or_none, Buffer *);

/* natural: an int object from 0 to 2^64 - 1; absent: 0 */
#define PARAM_LEAF_natural     (LEAF_INT | LEAF_BOOL)
#define PARAM_TYPE_natural     uint64_t
#define PARAM_LOCAL_natural(v) uint64_t v
PARAM_FN(natural, uint64_t);

/* Nobody else works on the state until hash_leave. */
void hash_enter(Thread *t, const Hash *h);
void hash_leave(const Hash *h);
/* Adds data to what `context` of the object stands for, by the library's
 * function: its answer, 0 for an error. */
typedef int (*HashUpdateFn)(void *context, const void *data, size_t len);
int hash_update(Thread *t, Hash *h, HashUpdateFn fn, void *context,
                const Buffer *data);

/* A digest as bytes, or in hexadecimal as a str. */
Value hash_result(Thread *t, const uint8_t *digest, int64_t len, bool hex);
/* The attribute `name`. */
Value hash_name_get(Thread *t, Value self);

#endif
