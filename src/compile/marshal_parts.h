/* SPDX-License-Identifier: MIT */
/*
 * What the writer, the reader and the record of code objects share: type codes
 * of the marshal format, version 4, as CPython reads and writes it.
 */
#ifndef ADDER_COMPILE_MARSHAL_PARTS_H
#define ADDER_COMPILE_MARSHAL_PARTS_H

#include "base/buf.h"
#include "compile/code.h"
#include "object/core/object.h"

enum {
    MARSHAL_NULL = '0', /* ends a dict */
    MARSHAL_NONE = 'N',
    MARSHAL_FALSE = 'F',
    MARSHAL_TRUE = 'T',
    MARSHAL_STOP_ITERATION = 'S',
    MARSHAL_ELLIPSIS = '.',
    MARSHAL_INT = 'i',
    MARSHAL_INT64 = 'I',
    MARSHAL_FLOAT = 'f', /* as text */
    MARSHAL_BINARY_FLOAT = 'g',
    MARSHAL_COMPLEX = 'x', /* as text */
    MARSHAL_BINARY_COMPLEX = 'y',
    MARSHAL_LONG = 'l',
    MARSHAL_BYTES = 's',
    MARSHAL_INTERNED = 't',
    MARSHAL_REF = 'r',
    MARSHAL_TUPLE = '(',
    MARSHAL_SMALL_TUPLE = ')',
    MARSHAL_LIST = '[',
    MARSHAL_DICT = '{',
    MARSHAL_CODE = 'c',
    MARSHAL_STR = 'u',
    MARSHAL_SET = '<',
    MARSHAL_FROZENSET = '>',
    MARSHAL_ASCII = 'a',
    MARSHAL_ASCII_INTERNED = 'A',
    MARSHAL_SHORT_ASCII = 'z',
    MARSHAL_SHORT_ASCII_INTERNED = 'Z',

    MARSHAL_FLAG = 0x80, /* has a number that MARSHAL_REF names */
    MARSHAL_DEPTH_MAX = 2000,
    MARSHAL_DIGIT_BITS = 15, /* of MARSHAL_LONG */
};

/* ---- writing ---- */

typedef struct MarshalRefs MarshalRefs;
typedef struct MarshalWriter {
    Thread *t;
    Buf out;
    int version, depth;
    bool is_code; /* the whole is a code object */
    bool too_deep, unknown;
    MarshalRefs *refs;
} MarshalWriter;

void marshal_put_int(MarshalWriter *w, uint32_t i); /* 4 bytes */
void marshal_put(MarshalWriter *w, Value v);
/* Over bytes that are there: 4 bytes at `at`. */
void marshal_patch_int(MarshalWriter *w, size_t at, uint32_t i);

/* ---- reading ---- */

typedef struct MarshalReader {
    Thread *t;
    const uint8_t *at, *end; /* of memory */
    Value file;              /* or of a file; null: of memory */
    List *refs;
    int depth;
    bool trusted; /* code is as its checksum says: it was verified before */
} MarshalReader;

/* The next n bytes, good until more is read; NULL with EOFError. */
const uint8_t *marshal_take(MarshalReader *r, int64_t n);
bool marshal_take_int(MarshalReader *r, int32_t *i);
/* The next object; null with t->exc set, or without at a MARSHAL_NULL. */
Value marshal_take_object(MarshalReader *r);

/* ---- code objects (marshal_code.c) ---- */

void marshal_put_code(MarshalWriter *w, const Code *c);
/* Behind the type code; NULL with an exception. */
Code *marshal_take_code(MarshalReader *r);
/* Where the whole is a code object: fills in its length and checksum. */
void marshal_seal_code(MarshalWriter *w);

#endif
