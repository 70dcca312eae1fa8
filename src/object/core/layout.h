/* SPDX-License-Identifier: MIT */
/*
 * Layouts of the heap objects that compiled code looks into.  Part of the
 * stencil ABI: freestanding, no build option changes it, and an array of
 * Slots or a table is its own heap object, so that growing one moves no
 * object.
 */
#ifndef ADDER_OBJECT_LAYOUT_H
#define ADDER_OBJECT_LAYOUT_H

#include "object/core/value.h"

typedef struct Thread Thread;
typedef struct Type Type;
typedef struct Code Code;
typedef struct Frame Frame;

/* Raw array of Slots (KIND_SLOTS); capacity in elements. */
typedef struct SlotArray {
    Header h;
    int64_t capacity;
    Slot items[];
} SlotArray;

/* Raw bytes (KIND_BLOB): never traced. */
typedef struct Blob {
    Header h;
    int64_t capacity; /* bytes */
    uint8_t data[];
} Blob;

/*
 * Instances of Python classes: `extra` holds further attributes once the
 * inline slots are full (SlotArray), or all of them when the shape is in
 * dictionary mode (Dict).  The shape says how many slots are inline.
 */
typedef struct Instance {
    Header h;
    void *extra;
    Slot slots[];
} Instance;

/* Ints outside the small range, and instances of int's subclasses. */
typedef struct Int {
    Header h;
    int64_t size; /* limbs used; negative for negative numbers; 0 is zero */
    uint64_t limbs[]; /* GMP limbs, least significant first */
} Int;

typedef struct Float {
    Header h;
    double value;
} Float;

typedef struct Complex {
    Header h;
    double real, imag;
} Complex;

/* Text; a terminating zero code unit follows the data. */
typedef struct Str {
    Header h;
    int64_t hash;  /* -1: not computed */
    int64_t len;   /* code points */
    uint8_t width; /* bytes a code point, the least that serves: 1, 2 or 4 */
    uint8_t pad[7];
    uint8_t data[] __attribute__((aligned(8)));
} Str;

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

typedef struct Tuple {
    Header h;
    int64_t hash; /* -1: not computed */
    int64_t len;
    Slot items[];
} Tuple;

typedef struct List {
    Header h;
    int64_t len;
    SlotArray *array; /* never NULL; capacity >= len; rest is zero */
} List;

typedef struct DictEntry {
    uint64_t hash;
    Slot key;   /* zero bits: a deleted entry */
    Slot value;
} DictEntry;

/*
 * Insertion-ordered hash table: `n_index` (a power of two) 32-bit indices
 * (DICT_FREE, DICT_DELETED or an entry number) behind `capacity` entries.
 */
typedef struct DictTable {
    Header h;
    uint32_t n_index;
    uint32_t capacity;  /* entries there is room for */
    uint32_t n_entries; /* entries in use, deleted ones included */
    uint32_t pad;
    DictEntry entries[];
    /* int32_t index[n_index] follows entries[capacity] */
} DictTable;
enum { DICT_FREE = -1, DICT_DELETED = -2 };

/*
 * keys_version: 0, or a number that no other state of any dict's keys has:
 * while it stays the same, each key present keeps its entry number and no key
 * is added or removed.  Given out by dict_keys_version, reset to 0 when keys
 * change.  DICT_WATCHED: whoever changes the dict in any way first tells
 * dict_watch_hook (compiled code depends on its values).
 */
typedef struct Dict {
    Header h;
    int64_t used;
    DictTable *table; /* never NULL */
    uint32_t keys_version;
    uint32_t dict_flags; /* DICT_WATCHED */
} Dict;
enum { DICT_WATCHED = 1 };

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

/* Iterator over a range whose numbers are all small ints. */
typedef struct RangeIter {
    Header h;
    int64_t next, step, left; /* left: numbers still to come */
} RangeIter;

/* list_iterator and tuple_iterator; seq becomes NULL at the end. */
typedef struct SeqIter {
    Header h;
    int64_t index;
    void *seq;
} SeqIter;

typedef struct Slice {
    Header h;
    Slot start, stop, step;
} Slice;

typedef struct Cell {
    Header h;
    Slot value; /* UNBOUND: empty */
} Cell;

typedef struct Function {
    Header h;
    Code *code;
    Dict *globals;
    Dict *builtins;
    Tuple *closure;     /* of cells; NULL if none */
    Tuple *defaults;    /* NULL if none */
    Dict *kwdefaults;   /* NULL if none */
    uint32_t version;   /* changes with code, defaults, kwdefaults; 0: none yet */
    uint32_t function_flags;
    Slot name, qualname, doc, module, annotations;
    Dict *dict;         /* NULL until used */
} Function;

typedef struct Method { /* bound method */
    Header h;
    Slot self, function;
} Method;

/*
 * Native functions.  The caller has bound the arguments to `args` as the
 * definition's signature says (see object/function/native.h): fixed parameters in
 * order, UNBOUND where one was left out that has no default; then, for
 * **kwargs, one Dict; then whatever *args took.  n counts them all.
 */
typedef Value (*NativeFn)(Thread *t, Value *args, int64_t n);
typedef struct NativeDef NativeDef;

typedef struct Native { /* builtin_function_or_method, method_descriptor... */
    Header h;
    NativeFn call;
    const NativeDef *def;
    int32_t n_fixed; /* arguments, when none is optional or starred and none
                        may be given by name alone; else -1 */
    uint32_t bound; /* builtin functions: self is the first argument; the
                       value is n_fixed of the method plus two */
    Slot self;   /* bound self or module; UNBOUND if none */
    Slot owner;  /* Type for descriptors, module name for functions */
    Slot binding; /* object/function/native.c's own */
} Native;

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
