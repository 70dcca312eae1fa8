/* SPDX-License-Identifier: MIT */
/*
 * Layouts of heap objects: those that compiled code looks into are in
 * abi/layout.h, the others here.
 */
#ifndef ADDER_OBJECT_LAYOUT_H
#define ADDER_OBJECT_LAYOUT_H

#include "abi/layout.h"

/* Raw bytes (KIND_BLOB): never traced. */
typedef struct Blob {
    Header h;
    int64_t capacity; /* bytes */
    uint8_t data[];
} Blob;

/* Ints outside the small range, and instances of int's subclasses. */
typedef struct Int {
    Header h;
    int64_t size; /* limbs used; negative for negative numbers; 0 is zero */
    uint64_t limbs[]; /* GMP limbs, least significant first */
} Int;

typedef struct Complex {
    Header h;
    double real, imag;
} Complex;

/* A zero byte follows the data. */
typedef struct Bytes {
    Header h;
    int64_t hash;
    int64_t len;
    uint8_t data[];
} Bytes;

typedef struct ByteArray {
    Header h;
    int64_t len;
    int64_t start;   /* offset of the first byte in the buffer */
    int64_t exports; /* buffers handed out; no resizing while > 0 */
    Blob *buffer;
} ByteArray;

typedef struct SetEntry {
    uint64_t hash;
    Slot key; /* zero bits: free; UNBOUND: deleted */
} SetEntry;

typedef struct SetTable {
    Header h;
    int64_t n_slots; /* power of two */
    SetEntry entries[];
} SetTable;

/* set and frozenset */
typedef struct Set {
    Header h;
    int64_t used;
    int64_t filled; /* used and deleted entries */
    int64_t hash;   /* frozenset; -1: not computed */
    SetTable *table;
} Set;

typedef struct Range {
    Header h;
    Slot start, stop, step, length; /* int objects */
} Range;

typedef struct Slice {
    Header h;
    Slot start, stop, step;
} Slice;

/* In DictTable's index. */
enum { DICT_FREE = -1, DICT_DELETED = -2 };

/* Dict.dict_flags */
enum { DICT_WATCHED = 1 };

struct Function {
    FUNCTION_HEAD
    Slot name, qualname, doc, module, annotations;
    Dict *dict;         /* NULL until used */
};

typedef struct NativeDef NativeDef;

struct Native { /* builtin_function_or_method, method_descriptor... */
    NATIVE_HEAD
    const NativeDef *def;
    int32_t n_fixed; /* arguments, when none is optional or starred and none
                        may be given by name alone; else -1 */
    uint32_t bound; /* builtin functions: self is the first argument; the
                       value is n_fixed of the method plus two */
    Slot self;   /* bound self or module; UNBOUND if none */
    Slot owner;  /* Type for descriptors, module name for functions */
    Slot binding; /* object/function/native.c's own */
};

typedef struct Module {
    Header h;
    Dict *dict;
    void *state; /* a native module's own, on the heap */
} Module;

typedef struct Property {
    Header h;
    Slot get, set, del, doc, name;
} Property;

/* staticmethod and classmethod */
typedef struct Wrapped {
    Header h;
    Slot callable;
    Dict *dict;
} Wrapped;

/*
 * An exception instance.  Attributes set from Python live behind it as in any
 * subclass instance (OBJECT_ATTRS).
 */
typedef struct Exception {
    Header h;
    Slot args;      /* Tuple */
    Slot cause;     /* NONE if none */
    Slot context;
    Slot traceback; /* Traceback or NONE */
    Slot notes;     /* UNBOUND if none */
    Slot fields[5]; /* per class: StopIteration.value; SystemExit.code;
                       OSError errno, strerror, filename, filename2;
                       ImportError msg, name, path; KeyError none;
                       NameError/AttributeError name, obj;
                       ExceptionGroup message, exceptions;
                       UnicodeError encoding, object, start, end, reason */
    Slot more;      /* Tuple for what exceeds fields (SyntaxError), UNBOUND */
    uint8_t suppress_context;
} Exception;

#endif
