/* SPDX-License-Identifier: MIT */
/* What the files of the module _csv share. */
#ifndef ADDER_MODULE_CSV_PARTS_H
#define ADDER_MODULE_CSV_PARTS_H

#include "object/core/record.h"
#include "object/function/module_def.h"
#include "object/text/str.h"

enum { QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE };

/* The module's state. */
typedef struct CsvState {
    RECORD_HEAD(int64_t limit;) /* characters of a field */
    Slot error;                 /* _csv.Error */
    Slot dialects;              /* a dict: name to Dialect */
} CsvState;
extern const ModuleDef csv_module;
static inline CsvState *csv_state(Thread *t)
{
    return module_state(t, &csv_module);
}
/* _csv.Error */
static inline Type *csv_error(Thread *t)
{
    return value_to_pointer(slot_get(&csv_state(t)->error));
}

/* Never changes.  A character is a code point, or CSV_NONE. */
enum { CSV_NONE = -1 };
typedef struct Dialect {
    RECORD_HEAD(int32_t delimiter; int32_t quotechar; int32_t escapechar;
                uint8_t quoting; bool doublequote; bool skipinitialspace;
                bool strict;)
    Slot lineterminator; /* a str */
} Dialect;
extern Type csv_dialect_type, csv_reader_type, csv_writer_type;

/* A Dialect like `base` (a Dialect, a name, any object; None or UNBOUND: the
 * default) but for **changes; null on error. */
Value csv_dialect_from(Thread *t, Value base, const Dict *changes);
/* The dialect of this name; null with _csv.Error. */
Value csv_dialect_named(Thread *t, Value name);
Value csv_reader_new(Thread *t, Value iterator, Value dialect);
/* The file's method write, and what writes by it. */
Value csv_write_method(Thread *t, Value file);
Value csv_writer_new(Thread *t, Value write, Value dialect);

#endif
