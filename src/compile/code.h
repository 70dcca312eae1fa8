/* SPDX-License-Identifier: MIT */
/*
 * Code objects.  `units` is written to by the interpreter (specialization,
 * caches, counters), near_* is a memory of the last look-up; everything else is
 * constant after construction.
 */
#ifndef ADDER_COMPILE_CODE_H
#define ADDER_COMPILE_CODE_H

#include "compile/opcode.h"
#include "object/core/object.h"

enum { /* co_flags, CPython's numbers */
    CODE_OPTIMIZED = 0x1,
    CODE_NEWLOCALS = 0x2,
    CODE_VARARGS = 0x4,
    CODE_VARKEYWORDS = 0x8,
    CODE_NESTED = 0x10,
    CODE_GENERATOR = 0x20,
    CODE_COROUTINE = 0x80,
    CODE_ITERABLE_COROUTINE = 0x100,
    CODE_ASYNC_GENERATOR = 0x200,
    CODE_FUTURE_ANNOTATIONS = 0x1000000,
    CODE_HIDDEN = 0x40000000, /* ours: its frames are not shown */
};

/* A protected range: units [start, end) go to target with the stack cut to
 * depth; rows are sorted by start, innermost found first by code_handler. */
typedef struct ExceptionRow {
    uint32_t start, end, target;
    uint32_t depth : 31;
    uint32_t push_unit : 1;
} ExceptionRow;

/* The position of units [start, end).  line 0: none.  Columns are UTF-8 byte
 * offsets, -1: none.  Code keeps them as a table of bytes: see locations.h. */
typedef struct PositionRow {
    uint32_t start, end;
    int32_t line, end_line;
    int16_t col, end_col;
} PositionRow;

struct Code {
    Header h;
    CodeUnit *units;      /* inside units_blob */
    Blob *units_blob;
    Slot *consts;         /* inside consts_tuple */
    Tuple *consts_tuple;
    Slot *names;
    Tuple *names_tuple;   /* of interned str */
    int32_t n_units;
    int32_t n_locals;     /* arguments included */
    int32_t n_cells, n_free; /* localsplus = locals, cells, frees; a cell that
                             is an argument lives in the argument's slot */
    int32_t n_localsplus;
    int32_t stack_size;
    int32_t n_args, n_posonly, n_kwonly;
    uint32_t flags;       /* CODE_* */
    int32_t first_line;
    uint32_t n_exceptions;
    uint32_t positions_len;
    uint32_t near_start;  /* of the row that was looked up last */
    Blob *exceptions;     /* ExceptionRow[n_exceptions] */
    Blob *positions;      /* positions_len bytes: see locations.h */
    Tuple *localsplus_names; /* str; order of localsplus */
    Bytes *localsplus_kinds; /* LOCAL_* per slot */
    Slot name, qualname, filename;
    uint32_t version;     /* for caches; 0: none */
    uint32_t near_at;     /* see code_line_near: behind the row; 0: none yet */
    uint32_t near_end;    /* its last unit is before it */
    int32_t near_line;
    void *traces;         /* src/trace's list of those that start in it, outside
                             the heap; NULL: none */
};
enum { LOCAL_PLAIN = 1, LOCAL_CELL = 2, LOCAL_FREE = 4, LOCAL_HIDDEN = 8 };

static inline const ExceptionRow *code_exceptions(const Code *c)
{
    return (const ExceptionRow *)c->exceptions->data;
}
/* Marks what the code's traces refer to, which live as long as it does; set by
 * src/trace. */
extern void (*code_mark_traces_hook)(const Code *c, GcMarker *m);
/* The innermost handler of a unit; NULL if none. */
const ExceptionRow *code_handler(const Code *c, uint32_t unit);
/* The position of a unit; takes time that grows with the code. */
PositionRow code_position(const Code *c, uint32_t unit);
/* Its line alone, found quickly where the unit lies in or soon behind the row that
 * was asked for last: who traces lines asks at each instruction. */
int code_line_near(Code *c, uint32_t unit);
/* The unit of the first RESUME; -1: none. */
int32_t code_entry(const Code *c);
/* The unit of the instruction that a unit belongs to.  Frame.pc of a frame that has
 * called lies behind the call's caches, whose words look like any instruction. */
int32_t code_instruction(const Code *c, int32_t unit);

/* A code object with the fields of `parts`, but for the header and the pointers
 * into other objects (units, consts, names), which it derives. */
Code *code_new(Thread *t, const Code *parts);
/* Zeroed bytes, for units, exceptions and positions; NULL with MemoryError. */
Blob *code_blob_new(Thread *t, size_t size);
/* A copy of the bytes, likewise. */
Blob *code_blob(Thread *t, const void *data, size_t size);

/* Has the code, and what it makes functions of, come from another file. */
void code_set_filename(Thread *t, Code *c, Str *filename);

/* Tells src/object of the type of code objects. */
void code_register(void);

#endif
