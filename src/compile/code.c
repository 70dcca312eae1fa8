/* SPDX-License-Identifier: MIT */
/*
 * Code objects: construction, look-up in their tables, and what Python sees of
 * them.  Python's byte offsets count two bytes a unit, like f_lasti.
 */
#include "compile/code.h"

#include <stdio.h>
#include <string.h>
#include "compile/code_make.h"
#include "compile/locations.h"
#include "compile/verify.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/error/traceback.h"
#include "object/function/function.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

enum { OFFSET_PER_UNIT = 2 };

void (*code_mark_traces_hook)(const Code *, GcMarker *); /* set at start-up */

static void trace(void *object, GcMarker *m)
{
    Code *c = object;
    gc_mark_object(m, c->units_blob);
    gc_mark_object(m, c->consts_tuple);
    gc_mark_object(m, c->names_tuple);
    gc_mark_object(m, c->exceptions);
    gc_mark_object(m, c->positions);
    gc_mark_object(m, c->localsplus_names);
    gc_mark_object(m, c->localsplus_kinds);
    mark_slot(m, &c->name);
    mark_slot(m, &c->qualname);
    mark_slot(m, &c->filename);
    if (c->traces != NULL)
        code_mark_traces_hook(c, m);
}

static const GcKind code_kind = {"code", trace, NULL};

/* ---- construction ---- */

Blob *code_blob(Thread *t, const void *data, size_t size)
{
    ASSERT(data != NULL || size == 0);
    Blob *b = gc_alloc(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
    b->capacity = (int64_t)size;
    if (size > 0)
        memcpy(b->data, data, size);
    return b;
}

Blob *code_blob_new(Thread *t, size_t size)
{
    Blob *b = gc_alloc_large(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
    if (b == NULL) {
        raise_no_memory(t);
        return NULL;
    }
    b->capacity = (int64_t)size;
    return b;
}

Code *code_new(Thread *t, const Code *parts)
{
    ASSERT(parts->n_units >= 0 && parts->n_locals >= 0);
    Code *c = gc_alloc(t, sizeof(Code), KIND_CODE, SHAPE_CODE);
    Header h = c->h;
    *c = *parts;
    c->h = h;
    c->version = 0;
    c->traces = NULL;
    c->near_at = 0;
    c->units = (CodeUnit *)c->units_blob->data;
    c->consts = c->consts_tuple->items;
    c->names = c->names_tuple->items;
    ASSERT(c->localsplus_names->len >= c->n_localsplus);
    return c;
}

static CodeDescription describe(const Code *c)
{
    bool has_doc = c->consts_tuple->len > 0 &&
                   value_has_shape(slot_get(&c->consts[0]), SHAPE_STR);
    return (CodeDescription){
        .name = slot_get(&c->name),
        .qualname = slot_get(&c->qualname),
        .doc = has_doc ? slot_get(&c->consts[0]) : NONE,
        .n_free = c->n_free,
    };
}

void code_set_filename(Thread *t, Code *c, Str *filename)
{
    if (recursion_overflows(t, " while renaming code"))
        return;
    slot_set(c, &c->filename, value_from_pointer(filename));
    for (int64_t i = 0; i < c->consts_tuple->len; i++) {
        Value v = tuple_get(c->consts_tuple, i);
        if (value_has_shape(v, SHAPE_CODE))
            code_set_filename(t, value_to_code(v), filename);
    }
}

/* ---- tables ---- */

/* The last row that starts at or before the unit: rows are disjoint. */
const ExceptionRow *code_handler(const Code *c, uint32_t unit)
{
    const ExceptionRow *rows = code_exceptions(c);
    uint32_t low = 0, high = c->n_exceptions;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        ASSERT(rows[middle].start < rows[middle].end);
        if (rows[middle].end <= unit)
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->n_exceptions && rows[low].start <= unit ? &rows[low] : NULL;
}

/* The next instruction's unit. */
static int32_t next_instruction(const Code *c, int32_t unit)
{
    return unit + 1 + opcode_caches[opcode_base[unit_opcode(c->units[unit])]];
}

int32_t code_entry(const Code *c)
{
    for (int32_t i = 0; i < c->n_units; i = next_instruction(c, i))
        if (opcode_base[unit_opcode(c->units[i])] == OP_RESUME)
            return i;
    return -1;
}

int32_t code_instruction(const Code *c, int32_t unit)
{
    ASSERT(unit >= 0 && unit < c->n_units);
    int32_t at = 0, next;
    while ((next = next_instruction(c, at)) <= unit)
        at = next;
    return at;
}

PositionRow code_position(const Code *c, uint32_t unit)
{
    Locations l = locations_of(c);
    PositionRow row;
    while (locations_next(&l, &row))
        if (unit < row.end)
            return row;
    return (PositionRow){0, 0, 0, 0, -1, -1};
}

int code_line_near(Code *c, uint32_t unit)
{
    const uint8_t *table = c->positions->data;
    Locations l = locations_of(c);
    PositionRow row;
    if (c->near_at > 0 && c->near_start <= unit) {
        if (unit < c->near_end)
            return c->near_line;
        l.at = table + c->near_at;
        l.unit = c->near_end;
        l.line = c->near_line;
    }
    do {
        if (!locations_next(&l, &row))
            return 0;
    } while (unit >= row.end);
    if (row.line == l.line) { /* else it is no place to go on from */
        c->near_at = (uint32_t)(l.at - table);
        c->near_start = row.start;
        c->near_end = row.end;
        c->near_line = row.line;
    }
    return row.line;
}

static int line_of(const Code *c, int64_t unit)
{
    return code_position(c, unit < 0 ? 0 : (uint32_t)unit).line;
}

/* The names of the localsplus slots of the given kind (LOCAL_* bits). */
static Tuple *local_names(Thread *t, const Code *c, unsigned kinds)
{
    int64_t n = 0;
    for (int64_t i = 0; i < c->n_localsplus; i++)
        n += (c->localsplus_kinds->data[i] & kinds) != 0;
    Tuple *names = tuple_new(t, n);
    if (names == NULL)
        return NULL;
    n = 0;
    for (int64_t i = 0; i < c->n_localsplus; i++) {
        if (c->localsplus_kinds->data[i] & kinds)
            tuple_set(names, n++, tuple_get(c->localsplus_names, i));
    }
    return names;
}

/* ---- attributes ---- */

#define INT_GETTER(field)                                  \
    static Value get_##field(Thread *t, Value self)        \
    {                                                      \
        (void)t;                                           \
        return value_from_int(value_to_code(self)->field); \
    }
INT_GETTER(n_args)
INT_GETTER(n_posonly)
INT_GETTER(n_kwonly)
INT_GETTER(n_locals)
INT_GETTER(stack_size)
INT_GETTER(flags)
INT_GETTER(first_line)

#define NAMES_GETTER(name, kinds)                                             \
    static Value name(Thread *t, Value self)                                  \
    {                                                                         \
        return value_from_pointer(                                            \
            local_names(t, value_to_code(self), kinds));                      \
    }
NAMES_GETTER(get_varnames, LOCAL_PLAIN)
NAMES_GETTER(get_cellvars, LOCAL_CELL)
NAMES_GETTER(get_freevars, LOCAL_FREE)

/* The units as they were compiled: no specialized forms, no caches. */
static Value get_code(Thread *t, Value self)
{
    Code *c = value_to_code(self);
    Bytes *b = bytes_new(t, NULL, c->n_units * (int64_t)sizeof(CodeUnit));
    for (int32_t i = 0; i < c->n_units;) {
        Opcode op = (Opcode)opcode_base[unit_opcode(c->units[i])];
        CodeUnit u = unit_make(op, unit_arg(c->units[i]));
        memcpy(b->data + (size_t)i * sizeof u, &u, sizeof u);
        i += 1 + opcode_caches[op];
    }
    return value_from_pointer(b);
}

static Value get_linetable(Thread *t, Value self)
{
    const Code *c = value_to_code(self);
    Bytes *table = bytes_new(t, c->positions->data, c->positions_len);
    return table == NULL ? NULL_VALUE : value_from_pointer(table);
}

/* The older form of it, which nothing here makes. */
static Value get_lnotab(Thread *t, Value self)
{
    (void)self;
    return value_from_pointer(t->rt->empty_bytes);
}

static Value get_exceptiontable(Thread *t, Value self)
{
    Code *c = value_to_code(self);
    return value_from_pointer(
        bytes_new(t, c->exceptions->data,
                  c->n_exceptions * (int64_t)sizeof(ExceptionRow)));
}

static Value get_consts(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(value_to_code(self)->consts_tuple);
}

static Value get_names(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(value_to_code(self)->names_tuple);
}

static const GetSetDef getsets[] = {
    {"co_argcount", get_n_args, NULL, NULL},
    {"co_posonlyargcount", get_n_posonly, NULL, NULL},
    {"co_kwonlyargcount", get_n_kwonly, NULL, NULL},
    {"co_nlocals", get_n_locals, NULL, NULL},
    {"co_stacksize", get_stack_size, NULL, NULL},
    {"co_flags", get_flags, NULL, NULL},
    {"co_firstlineno", get_first_line, NULL, NULL},
    {"co_varnames", get_varnames, NULL, NULL},
    {"co_cellvars", get_cellvars, NULL, NULL},
    {"co_freevars", get_freevars, NULL, NULL},
    {"co_code", get_code, NULL, NULL},
    {"co_consts", get_consts, NULL, NULL},
    {"co_names", get_names, NULL, NULL},
    {"co_linetable", get_linetable, NULL, NULL},
    {"co_lnotab", get_lnotab, NULL, NULL},
    {"co_exceptiontable", get_exceptiontable, NULL, NULL},
    {0},
};

static const MemberDef members[] = {
    {"co_name", offsetof(Code, name), false},
    {"co_qualname", offsetof(Code, qualname), false},
    {"co_filename", offsetof(Code, filename), false},
    {0},
};

/* ---- co_lines, co_positions ---- */

static Value int_or_none(int64_t i, bool is_known)
{
    return is_known ? value_from_int(i) : NONE;
}

/* (start, end, line) for each run of units of one line. */
NATIVE(code, co_lines, 0, NULL, (self, Code), (slash))
{
    Locations rest = locations_of(self);
    PositionRow row, next;
    List *l = list_new(t, 0);
    bool more = locations_next(&rest, &row);
    if (l == NULL)
        return NULL_VALUE;
    while (more) {
        while ((more = locations_next(&rest, &next)) && next.line == row.line)
            row.end = next.end;
        list_append(t, l, value_from_pointer(tuple_pack(
            t, 3, value_from_int(row.start * OFFSET_PER_UNIT),
            value_from_int(row.end * OFFSET_PER_UNIT),
            int_or_none(row.line, row.line > 0))));
        row = next;
    }
    return object_iter(t, value_from_pointer(l));
}

/* (line, end line, column, end column) for each unit. */
NATIVE(code, co_positions, 0, NULL, (self, Code), (slash))
{
    Locations rest = locations_of(self);
    PositionRow r;
    List *l = list_new(t, self->n_units);
    if (l == NULL)
        return NULL_VALUE;
    while (locations_next(&rest, &r)) {
        bool known = r.line > 0;
        Value row = value_from_pointer(tuple_pack(
            t, 4, int_or_none(r.line, known), int_or_none(r.end_line, known),
            int_or_none(r.col, known && r.col >= 0),
            int_or_none(r.end_col, known && r.end_col >= 0)));
        for (uint32_t k = r.start; k < r.end; k++)
            list_append(t, l, row);
    }
    return object_iter(t, value_from_pointer(l));
}

/* ---- replace ---- */

typedef struct IntField {
    const char *name;
    size_t offset;
} IntField;

static const IntField int_fields[] = {
    {"co_argcount", offsetof(Code, n_args)},
    {"co_posonlyargcount", offsetof(Code, n_posonly)},
    {"co_kwonlyargcount", offsetof(Code, n_kwonly)},
    {"co_stacksize", offsetof(Code, stack_size)},
    {"co_flags", offsetof(Code, flags)},
    {"co_firstlineno", offsetof(Code, first_line)},
};

static bool key_is(const Str *key, const char *name)
{
    return key->width == 1 && (size_t)key->len == strlen(name) &&
           memcmp(key->data, name, (size_t)key->len) == 0;
}

/* 1 when the key is an int field, which is set; 0 if not; -1 on error. */
static int int_field_replace(Thread *t, Code *parts, const Str *key, Value v)
{
    for (size_t i = 0; i < sizeof int_fields / sizeof *int_fields; i++) {
        if (!key_is(key, int_fields[i].name))
            continue;
        int64_t number;
        if (object_to_int64(t, v, &number) < 0)
            return -1;
        int32_t narrow = (int32_t)number;
        if (narrow != number)
            return RAISE_INT(raise_error(
                t, EXC(OverflowError), "Python int too large to convert to C "
                "int"));
        if (narrow < 0)
            return RAISE_INT(raise_value_error(
                t, "%s must be a positive integer", int_fields[i].name));
        memcpy((char *)parts + int_fields[i].offset, &narrow, sizeof narrow);
        return 1;
    }
    return 0;
}

static int str_replace(Thread *t, Slot *slot, const char *name, Value v)
{
    if (!value_is_str(v)) {
        return RAISE_INT(raise_type_error(
            t, "replace() argument '%s' must be str, not %T", name, v));
    }
    *slot = (Slot){v};
    return 0;
}

static int tuple_check(Thread *t, const char *name, Value v, int64_t len)
{
    if (!value_is_tuple(v)) {
        return RAISE_INT(raise_type_error(
            t, "replace() argument '%s' must be tuple, not %T", name, v));
    }
    if (value_to_tuple(v)->len < len)
        return RAISE_INT(raise_value_error(t, "code: %s too small", name));
    return 0;
}

/* A tuple of at least `len` names, interned; NULL on error. */
static Tuple *names_check(Thread *t, const char *name, Value v, int64_t len)
{
    if (tuple_check(t, name, v, len) < 0)
        return NULL;
    const Tuple *from = value_to_tuple(v);
    Tuple *names = tuple_new(t, from->len);
    for (int64_t i = 0; names != NULL && i < from->len; i++) {
        Value item = tuple_get(from, i);
        if (!value_is_str(item)) {
            raise_error(t, EXC(SystemError), "non-string found in code slot");
            return NULL;
        }
        Str *s = str_intern(t, str_exact(t, value_to_str(item)));
        tuple_set(names, i, value_from_pointer(s));
    }
    return names;
}

/* Whether there is a slot for each parameter. */
static int parameters_check(Thread *t, const Code *parts)
{
    if (parts->n_posonly > parts->n_args)
        return RAISE_INT(raise_error(t, EXC(SystemError),
                                     "bad argument to internal function"));
    int64_t n = (int64_t)parts->n_args + parts->n_kwonly +
                ((parts->flags & CODE_VARARGS) != 0) +
                ((parts->flags & CODE_VARKEYWORDS) != 0);
    if (n > parts->n_locals)
        return RAISE_INT(raise_value_error(
            t, "code: co_varnames is too small"));
    return 0;
}

/* New names for the slots of a kind: as many as there are. */
static int names_replace(Thread *t, Code *parts, const char *name,
                         unsigned kinds, Value v)
{
    Tuple *old = local_names(t, parts, kinds);
    Tuple *new = names_check(t, name, v, old->len);
    if (new == NULL)
        return -1;
    Tuple *all = tuple_slice(t, parts->localsplus_names, 0,
                             parts->n_localsplus);
    Tuple *copy = tuple_new(t, all->len);
    if (copy == NULL)
        return -1;
    int64_t at = 0;
    for (int64_t i = 0; i < all->len; i++) {
        bool is_new = parts->localsplus_kinds->data[i] & kinds;
        tuple_set(copy, i, is_new ? tuple_get(new, at++) : tuple_get(all, i));
    }
    parts->localsplus_names = copy;
    return 0;
}

static int units_replace(Thread *t, Code *parts, Value v)
{
    const uint8_t *data;
    int64_t len;
    if (bytes_view(t, v, &data, &len) < 0)
        return -1;
    if (len % (int64_t)sizeof(CodeUnit) != 0)
        return RAISE_INT(raise_value_error(t, "code: co_code is malformed"));
    parts->units_blob = code_blob(t, data, (size_t)len);
    parts->n_units = (int32_t)(len / (int64_t)sizeof(CodeUnit));
    return 0;
}

static int field_replace(Thread *t, Code *parts, Str *key, Value v)
{
    int found = int_field_replace(t, parts, key, v);
    if (found != 0)
        return found < 0 ? -1 : 0;
    if (key_is(key, "co_name"))
        return str_replace(t, &parts->name, "co_name", v);
    if (key_is(key, "co_qualname"))
        return str_replace(t, &parts->qualname, "co_qualname", v);
    if (key_is(key, "co_filename"))
        return str_replace(t, &parts->filename, "co_filename", v);
    if (key_is(key, "co_varnames"))
        return names_replace(t, parts, "co_varnames", LOCAL_PLAIN, v);
    if (key_is(key, "co_cellvars"))
        return names_replace(t, parts, "co_cellvars", LOCAL_CELL, v);
    if (key_is(key, "co_freevars"))
        return names_replace(t, parts, "co_freevars", LOCAL_FREE, v);
    if (key_is(key, "co_code"))
        return units_replace(t, parts, v);
    if (key_is(key, "co_names")) {
        Tuple *names = names_check(t, "co_names", v, parts->names_tuple->len);
        if (names != NULL)
            parts->names_tuple = names;
        return names == NULL ? -1 : 0;
    }
    if (key_is(key, "co_consts")) {
        if (tuple_check(t, "co_consts", v, parts->consts_tuple->len) < 0)
            return -1;
        parts->consts_tuple = value_to_tuple(v);
        return 0;
    }
    if (key_is(key, "co_nlocals") || key_is(key, "co_linetable") ||
        key_is(key, "co_exceptiontable"))
        return 0; /* they follow from the rest */
    return RAISE_INT(raise_type_error(
        t, "'%U' is an invalid keyword argument for replace()", key));
}

NATIVE(code, replace, 0,
       "The same code with other values of some fields.",
       (self, Code), (slash), (kwargs, kwargs))
{
    Code parts = *self;
    Value key, v, units = get_code(t, value_from_pointer(self));
    int64_t pos = 0;
    parts.units_blob = code_blob(t, value_to_bytes(units)->data,
                                 (size_t)self->n_units * sizeof(CodeUnit));
    while (dict_next(kwargs, &pos, &key, &v)) {
        if (field_replace(t, &parts, value_to_str(key), v) < 0)
            return NULL_VALUE;
    }
    if (parameters_check(t, &parts) < 0)
        return NULL_VALUE;
    /* Whether it makes a generator is up to the instructions. */
    const uint32_t fixed = CODE_GENERATOR | CODE_COROUTINE |
                           CODE_ASYNC_GENERATOR | CODE_HIDDEN;
    parts.flags = (parts.flags & ~fixed) | (self->flags & fixed & ~(uint32_t)CODE_HIDDEN);
    Code *code = code_new(t, &parts);
    const char *reason = code_verify(code);
    if (reason != NULL)
        return raise_value_error(t, "code: %s", reason);
    return value_from_pointer(code);
}

/* The name of a local, cell or free variable by its slot; for dis. */
NATIVE(code, _varname_from_oparg, 0, NULL,
       (self, Code), (slash), (arg, object, oparg))
{
    Tuple *names = self->localsplus_names;
    int64_t i;
    if (object_to_int64(t, oparg, &i) < 0)
        return NULL_VALUE;
    if (i < 0 || i >= names->len)
        return raise_error(t, EXC(IndexError), "tuple index out of range");
    return tuple_get(names, i);
}

static const NativeDef *const methods[] = {
    &code_co_lines_native,
    &code_co_positions_native,
    &code_replace_native,
    &code__varname_from_oparg_native,
    NULL,
};

/* ---- repr, equality, hash ---- */

static Value repr(Thread *t, Value self)
{
    Code *c = value_to_code(self);
    char address[32];
    snprintf(address, sizeof address, "%p", (void *)c);
    return value_from_pointer(str_format(
        t, "<code object %S at %s, file \"%S\", line %d>", slot_get(&c->name),
        address, slot_get(&c->filename), c->first_line));
}

/* Constants are equal if they are so and of the same types. */
static int constants_equal(Thread *t, Value a, Value b)
{
    if (type_of(a) != type_of(b))
        return 0;
    if (!value_is_tuple(a))
        return object_equal(t, a, b);
    Tuple *x = value_to_tuple(a), *y = value_to_tuple(b);
    int equal = x->len == y->len;
    for (int64_t i = 0; equal > 0 && i < x->len; i++)
        equal = constants_equal(t, tuple_get(x, i), tuple_get(y, i));
    return equal;
}

static int tuples_equal(Thread *t, Tuple *a, Tuple *b)
{
    return constants_equal(t, value_from_pointer(a), value_from_pointer(b));
}

static bool units_equal(Thread *t, Code *a, Code *b)
{
    Bytes *x = value_to_bytes(get_code(t, value_from_pointer(a)));
    Bytes *y = value_to_bytes(get_code(t, value_from_pointer(b)));
    return x->len == y->len && memcmp(x->data, y->data, (size_t)x->len) == 0;
}

static int codes_equal(Thread *t, Code *a, Code *b)
{
    if (a == b)
        return 1;
    if (a->n_args != b->n_args || a->n_posonly != b->n_posonly ||
        a->n_kwonly != b->n_kwonly || a->flags != b->flags ||
        a->first_line != b->first_line || a->n_units != b->n_units ||
        !str_equal(value_to_str(slot_get(&a->name)),
                   value_to_str(slot_get(&b->name))) ||
        !units_equal(t, a, b))
        return 0;
    int equal = tuples_equal(t, a->consts_tuple, b->consts_tuple);
    if (equal > 0)
        equal = tuples_equal(t, a->names_tuple, b->names_tuple);
    if (equal > 0)
        equal = tuples_equal(t, a->localsplus_names, b->localsplus_names);
    return equal;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!value_has_shape(a, SHAPE_CODE) || !value_has_shape(b, SHAPE_CODE) ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return NOT_IMPLEMENTED;
    int equal = codes_equal(t, value_to_code(a), value_to_code(b));
    return equal < 0 ? NULL_VALUE
                     : value_from_bool((equal != 0) == (op == COMPARE_EQ));
}

static int hash(Thread *t, Value self, int64_t *out)
{
    Code *c = value_to_code(self);
    int64_t names;
    if (object_hash(t, value_from_pointer(c->names_tuple), &names) < 0)
        return -1;
    uint64_t h = (uint64_t)str_hash(value_to_str(slot_get(&c->name)));
    h = h * 1000003 ^ (uint64_t)names;
    h = h * 1000003 ^ (uint64_t)c->n_units;
    h = h * 1000003 ^ (uint64_t)c->first_line;
    *out = (int64_t)(h >> 2);
    return 0;
}

static Type type_code = {
    TYPE_HEAD(CODE),
    .c_name = "code",
    .type_flags = TYPE_HAS_WEAKREF,
    .c_doc = "The compiled form of a function, class or module body.",
    .kind = KIND_CODE,
    .instance_size = sizeof(Code),
    .constructor = &code_new_native,
    .methods = methods,
    .getsets = getsets,
    .members = members,
    .slots = {.repr = repr, .compare = compare, .hash = hash},
};

void code_register(void)
{
    type_register(SHAPE_CODE, &type_code);
    kind_register(KIND_CODE, &code_kind);
    code_describe = describe;
    code_line = line_of;
}
