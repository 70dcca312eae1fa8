/* SPDX-License-Identifier: MIT */
/*
 * The formats of the module struct: what lies where in packed data, found out
 * once for each Struct.
 */
#ifndef ADDER_MODULE_STRUCT_FORMAT_H
#define ADDER_MODULE_STRUCT_FORMAT_H

#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/module_def.h"

typedef enum StructKind {
    STRUCT_SIGNED,
    STRUCT_UNSIGNED,
    STRUCT_POINTER, /* unsigned, but packs negative numbers, too */
    STRUCT_FLOAT,
    STRUCT_BOOL,
    STRUCT_CHAR,   /* a bytes of one */
    STRUCT_BYTES,  /* a bytes of `size` */
    STRUCT_PASCAL, /* one with its length before it */
} StructKind;

/* `count` values of one kind, one behind the other. */
typedef struct StructField {
    uint8_t kind; /* StructKind */
    char code;    /* of the format */
    bool native;  /* native sizes, and their messages */
    bool swap;    /* not in the byte order of this machine */
    int64_t size; /* bytes of each */
    int64_t count;
    int64_t offset;
} StructField;

/* struct.Struct */
typedef struct Struct {
    RECORD_HEAD(int64_t size; /* bytes; -1 until __init__ has run */
                int64_t n;    /* values */
                int64_t n_fields;)
    Slot format; /* a str */
    Slot fields; /* a Bytes of StructField */
} Struct;

/* The module's state. */
typedef struct StructState {
    RECORD_HEAD()
    Slot error; /* struct.error */
    Slot cache; /* a Dict: Structs by format */
} StructState;

static inline const StructField *struct_fields(const Struct *s)
{
    const Bytes *b = value_to_pointer(slot_get(&s->fields));
    return (const StructField *)(const void *)b->data;
}

extern const ModuleDef struct_module;

/* Makes s one of this format, a str or bytes: 0, or -1 with struct.error or
 * TypeError. */
int struct_format_set(Thread *t, Struct *s, Value format);
/* struct.error with a message: null. */
Value struct_error(Thread *t, const char *format, ...);

#endif
