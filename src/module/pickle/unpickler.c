/* SPDX-License-Identifier: MIT */
/*
 * _pickle.Unpickler.  A pickle is a program for a machine with a stack of
 * objects and marks between them, and a memo of numbered objects; what is on the
 * stack when it stops is the object.  Pickles may be anything: each opcode looks
 * whether its operands are there and what they are.
 */
#include "module/pickle/unpickler.h"
#include "object/core/names.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/instance.h"

enum { STACK_FIRST = 64, MARKS_FIRST = 16 };

/* ---- the machine ---- */

static int bad_opcode(Thread *t, uint8_t op)
{
    Type *error = PICKLE_ERROR(t, UnpicklingError);
    static const char hex[] = "0123456789abcdef";
    if (op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\')
        return RAISE_INT(raise_error(t, error, "invalid load key, '%c'.", op));
    return RAISE_INT(raise_error(t, error, "invalid load key, '\\x%c%c'.",
                                 hex[op >> 4], hex[op & 15]));
}

static Value run(Thread *t, Load *l)
{
    static int (*const opcodes[256])(Thread * t, Load * l) = {
#define OPCODE(NAME, code) [code] = load_##NAME,
#include "module/pickle/opcodes.def"
#undef OPCODE
    };
    for (;;) {
        const uint8_t *p = load_bytes(t, l, 1);
        if (UNLIKELY(p == NULL)) {
            if (exception_matches(t, PICKLE_ERROR(t, UnpicklingError))) {
                exception_take(t);
                raise_error(t, EXC(EOFError), "Ran out of input");
            }
            return NULL_VALUE;
        }
        uint8_t op = *p;
        if (UNLIKELY(opcodes[op] == NULL)) {
            bad_opcode(t, op);
            return NULL_VALUE;
        }
        if (UNLIKELY(opcodes[op](t, l) < 0))
            return NULL_VALUE;
        if (op == OP_STOP)
            return load_top(l, 0);
    }
}

static Value load(Thread *t, Unpickler *u, const uint8_t *data, int64_t n)
{
    Load l = {.u = u, .data = data, .len = n, .holder = NONE};
    l.stack = gc_alloc(t, sizeof(SlotArray) + STACK_FIRST * sizeof(Slot),
                       KIND_SLOTS, SHAPE_RAW);
    l.stack->capacity = STACK_FIRST;
    l.marks = gc_alloc(t, sizeof(Blob) + MARKS_FIRST * sizeof(int64_t),
                       KIND_BLOB, SHAPE_RAW);
    l.marks->capacity = MARKS_FIRST * sizeof(int64_t);
    u->proto = 0;
    Value v = run(t, &l);
    Value failure = exception_take(t);
    if (load_catch_up(t, &l) < 0) {
        if (value_is_null(failure))
            return NULL_VALUE;
        exception_take(t);
    }
    t->exc = failure;
    return value_is_null(failure) && raise_if_no_memory(t) < 0 ? NULL_VALUE : v;
}

NATIVE(unpickler, load, 0, "The object of the next pickle of the file.",
       (self, Unpickler), (slash))
{
    Type *type = type_of(value_from_pointer(self));
    if (value_is_unbound(slot_get(&self->read)))
        return raise_error(t, PICKLE_ERROR(t, UnpicklingError),
                           "Unpickler.__init__() was not called by "
                           "%.200s.__init__()",
                           type->c_name != NULL ? type->c_name
                                                : type_name(type));
    return load(t, self, NULL, 0);
}

NATIVE(unpickler, __sizeof__, 0, "Bytes in memory.", (self, Unpickler), (slash))
{
    return int_from_uint64(t, sizeof *self);
}

/* ---- making ---- */

static int set_file(Thread *t, Unpickler *u, Value file)
{
    Value peek = object_getattr_or_unbound(t, file, N(peek));
    Value read = value_is_null(peek)
                     ? peek
                     : object_getattr_or_unbound(t, file, N(read));
    Value readline = value_is_null(read)
                         ? read
                         : object_getattr_or_unbound(t, file, N(readline));
    if (value_is_null(readline))
        return -1;
    if (value_is_unbound(read) || value_is_unbound(readline))
        return RAISE_INT(raise_type_error(
            t, "file must have 'read' and 'readline' attributes"));
    slot_set(u, &u->peek, peek);
    slot_set(u, &u->read, read);
    slot_set(u, &u->readline, readline);
    return 0;
}

static int set_up(Thread *t, Unpickler *u, bool fix_imports, Str *encoding,
                  Str *errors, Value buffers)
{
    slot_set(u, &u->encoding, value_from_pointer(encoding));
    slot_set(u, &u->errors, value_from_pointer(errors));
    u->fix_imports = fix_imports;
    slot_set(u, &u->buffers, NONE);
    if (value_is_none(buffers) ||
        value_same(buffers, value_from_pointer(t->rt->empty_tuple)))
        return 0;
    buffers = object_iter(t, buffers);
    if (value_is_null(buffers))
        return -1;
    slot_set(u, &u->buffers, buffers);
    return 0;
}

INITIALIZER(Unpickler, 0, (self, Unpickler), (arg, object, file), (star),
            (opt, truth, fix_imports, True), (opt, str, encoding, 'ASCII'),
            (opt, str, errors, 'strict'), (opt, object, buffers, ()))
{
    Value me = value_from_pointer(self);
    slot_set(self, &self->read, UNBOUND);
    if (set_file(t, self, file) < 0)
        return NULL_VALUE;
    Value read = slot_get(&self->read);
    slot_set(self, &self->read, UNBOUND);
    if (set_up(t, self, fix_imports, encoding, errors, buffers) < 0)
        return NULL_VALUE;
    if (type_of(me) != &unpickler_type) {
        TRY(v, object_getattr_or_unbound(t, me,
                                         str_intern_c(t, "persistent_load")));
        slot_set(self, &self->persistent_load, v);
    }
    self->n_memo = 0;
    slot_set(self, &self->memo, UNBOUND);
    slot_set(self, &self->far_memo, UNBOUND);
    slot_set(self, &self->read, read);
    return NONE;
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args;
    (void)n;
    (void)kwnames;
    Unpickler *u = instance_new_fixed(t, cls);
    return value_from_pointer(u);
}

static Unpickler *unpickler_for(Thread *t, bool fix_imports, Str *encoding,
                                Str *errors, Value buffers)
{
    Unpickler *u = instance_new_fixed(t, &unpickler_type);
    slot_set(u, &u->read, NONE);
    return set_up(t, u, fix_imports, encoding, errors, buffers) < 0 ? NULL : u;
}

NATIVE_SHARED(pickle, load, 0, "The object that a file has a pickle of.",
              (arg, object, file), (star), (opt, truth, fix_imports, True),
              (opt, str, encoding, 'ASCII'), (opt, str, errors, 'strict'),
              (opt, object, buffers, ()))
{
    Unpickler *u = unpickler_for(t, fix_imports, encoding, errors, buffers);
    return u == NULL || set_file(t, u, file) < 0 ? NULL_VALUE
                                                 : load(t, u, NULL, 0);
}

NATIVE_SHARED(pickle, loads, 0, "The object that the bytes are a pickle of.",
              (arg, bytes_like, data), (slash), (star),
              (opt, truth, fix_imports, True), (opt, str, encoding, 'ASCII'),
              (opt, str, errors, 'strict'), (opt, object, buffers, ()))
{
    Unpickler *u = unpickler_for(t, fix_imports, encoding, errors, buffers);
    return u == NULL ? NULL_VALUE : load(t, u, data->data, data->len);
}

/* ---- attributes ---- */

static Value get_persistent_load(Thread *t, Value self)
{
    Value v = slot_get(&((Unpickler *)value_to_record(self))->persistent_load);
    return value_is_unbound(v)
               ? raise_error(t, EXC(AttributeError), "persistent_load")
               : v;
}

static int set_persistent_load(Thread *t, Value self, Value v)
{
    Unpickler *u = value_to_record(self);
    if (value_is_null(v))
        return RAISE_INT(
            raise_type_error(t, "attribute deletion is not supported"));
    if (!object_is_callable(v))
        return RAISE_INT(raise_type_error(
            t, "persistent_load must be a callable taking one argument"));
    slot_set(u, &u->persistent_load, v);
    return 0;
}

static const GetSetDef getsets[] = {
    {"memo", unpickler_get_memo, unpickler_set_memo, NULL},
    {"persistent_load", get_persistent_load, set_persistent_load, NULL},
    {0},
};

static const NativeDef *const methods[] = {
    &unpickler___sizeof___native,
    &unpickler_find_class_native,
    &unpickler_load_native,
    NULL,
};

Type unpickler_type = {
    TYPE_HEAD(unpickler),
    .c_name = "_pickle.Unpickler",
    .c_doc = "Reads pickles from a file; a pickle says by which protocol.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Unpickler),
    .methods = methods,
    .getsets = getsets,
    .initializer = &Unpickler_init_native,
    .slots = {.new = new},
};
