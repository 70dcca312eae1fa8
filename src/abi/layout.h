/* SPDX-License-Identifier: MIT */
/*
 * Layouts of the heap objects that compiled code looks into.  No build option
 * changes them, and an array of Slots or a table is its own heap object, so
 * that growing one moves no object.  Other objects are in object/core/layout.h.
 *
 * Of some structures compiled code sees the beginning alone: its fields are a
 * macro NAME_HEAD, of which this directory makes a struct NameHead and the
 * owner the whole struct Name.
 */
#ifndef ADDER_ABI_LAYOUT_H
#define ADDER_ABI_LAYOUT_H

#include "abi/value.h"

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

typedef struct Float {
    Header h;
    double value;
} Float;

/* Text; a terminating zero code unit follows the data. */
typedef struct Str {
    Header h;
    int64_t hash;  /* -1: not computed */
    int64_t len;   /* code points */
    uint8_t width; /* bytes a code point, the least that serves: 1, 2 or 4 */
    uint8_t pad[7];
    uint8_t data[] __attribute__((aligned(8)));
} Str;

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

typedef struct Cell {
    Header h;
    Slot value; /* UNBOUND: empty */
} Cell;

typedef struct Method { /* a bound one */
    Header h;
    Slot self, function;
} Method;

#define FUNCTION_HEAD                                                         \
    Header h;                                                                 \
    Code *code;                                                               \
    Dict *globals;                                                            \
    Dict *builtins;                                                           \
    Tuple *closure;   /* of cells; NULL if none */                            \
    Tuple *defaults;  /* NULL if none */                                      \
    Dict *kwdefaults; /* NULL if none */                                      \
    uint32_t version; /* changes with the code and defaults; 0: none yet */   \
    uint32_t function_flags;
typedef struct Function Function;
typedef struct FunctionHead {
    FUNCTION_HEAD
} FunctionHead;

/*
 * Native functions.  The caller has bound the arguments to `args` as the
 * declaration says (see object/function/native_def.h): fixed parameters in
 * order, UNBOUND where one was left out that has no default; then, for
 * **kwargs, one Dict; then whatever *args took.  n counts them all.
 */
typedef struct Native Native;
typedef Value (*NativeFn)(Thread *t, Native *native, Value *args, int64_t n);
#define NATIVE_HEAD                                                           \
    Header h;                                                                 \
    NativeFn call;
typedef struct NativeHead {
    NATIVE_HEAD
} NativeHead;

/* A function of C that traces call without making objects of the arguments. */
typedef struct DoubleFunction {
    union {
        double (*one)(double);
        double (*two)(double, double);
    } call;
    const char *name;
} DoubleFunction;

#endif
