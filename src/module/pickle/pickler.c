/* SPDX-License-Identifier: MIT */
/*
 * _pickle.Pickler.  A pickle is a program for the stack machine of Unpickler:
 * saving an object writes what pushes it.  Which objects it has seen the memo
 * (pickler_memo.c) knows by identity, so that sharing and circles come back as
 * they were; a Pickler keeps it from one pickle to the next.
 */
#include "module/pickle/pickler.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/bytes_source.h"
#include "object/type/descriptor.h"
#include "object/type/instance.h"

/* ---- the memo's opcodes ---- */

/* A number in an opcode of text, one of a byte, or one of four. */
static int save_memo_number(Thread *t, Save *s, int64_t i, uint8_t text_op,
                            uint8_t op, uint8_t long_op)
{
    if (!s->bin) {
        const Str *text =
            value_to_str(int_to_text(t, int_from_int64(t, i), 10, false));
        return save_op(t, s, text_op) < 0 ||
                       save_bytes_of(t, s, text->data, text->len) < 0
                   ? -1
                   : save_op(t, s, '\n');
    }
    if (i < 0x100)
        return save_number(t, s, op, (uint64_t)i, 1);
    if (i <= 0xffffffff)
        return save_number(t, s, long_op, (uint64_t)i, 4);
    return RAISE_INT(raise_error(t, PICKLE_ERROR(t, PicklingError),
                                 "memo id too large for LONG_BIN%s",
                                 op == OP_BINGET ? "GET" : "PUT"));
}

int save_memoize(Thread *t, Save *s, Value v)
{
    Pickler *p = s->p;
    if (p->fast)
        return 0;
    int64_t i = p->n_memo;
    if (pickler_memo_add(t, p, v, i) < 0)
        return -1;
    return s->proto >= 4
               ? save_op(t, s, OP_MEMOIZE)
               : save_memo_number(t, s, i, OP_PUT, OP_BINPUT, OP_LONG_BINPUT);
}

int save_short(Thread *t, Save *s, uint8_t op, const uint8_t *data, int64_t n,
               Value v)
{
    Pickler *p = s->p;
    uint8_t *to = save_room(t, s, n + 2 + !p->fast);
    if (to == NULL)
        return -1;
    to[0] = op;
    to[1] = (uint8_t)n;
    if (n > 0)
        memcpy(to + 2, data, (size_t)n);
    if (p->fast)
        return 0;
    to[n + 2] = OP_MEMOIZE;
    return pickler_memo_add(t, p, v, p->n_memo);
}

int save_again(Thread *t, Save *s, Value v)
{
    int64_t i = pickler_memo_find(s->p, v);
    if (i < 0)
        return 0;
    return save_memo_number(t, s, i, OP_GET, OP_BINGET, OP_LONG_BINGET) < 0 ? -1
                                                                            : 1;
}

/* ---- any object ---- */

/* 1: saved by its id, 0: it has none, or -1. */
static int save_persistent(Thread *t, Save *s, Value v)
{
    Value id = object_call1(t, slot_get(&s->p->persistent_id), v);
    if (value_is_null(id))
        return -1;
    if (value_is_none(id))
        return 0;
    if (s->bin) {
        Slot *function = &s->p->persistent_id;
        Value kept = slot_get(function); /* the id itself has none */
        slot_set(s->p, function, UNBOUND);
        int status = save(t, s, id);
        slot_set(s->p, function, kept);
        return status < 0 || save_op(t, s, OP_BINPERSID) < 0 ? -1 : 1;
    }
    Value text = object_str(t, id);
    if (value_is_null(text))
        return -1;
    const Str *line = value_to_str(text);
    if (!str_is_ascii(line))
        return RAISE_INT(
            raise_error(t, PICKLE_ERROR(t, PicklingError),
                        "persistent IDs in protocol 0 must be ASCII strings"));
    return save_op(t, s, OP_PERSID) < 0 ||
                   save_bytes_of(t, s, line->data, line->len) < 0 ||
                   save_op(t, s, '\n') < 0
               ? -1
               : 1;
}

static int save_bool(Thread *t, Save *s, Value v)
{
    bool b = value_is_true(v);
    if (s->proto >= 2)
        return save_op(t, s, b ? OP_NEWTRUE : OP_NEWFALSE);
    return save_bytes_of(t, s, b ? "I01\n" : "I00\n", 4);
}

/* What is not memoized: 0 or -1; 1: it is something else. */
static int save_atom(Thread *t, Save *s, Value v)
{
    if (value_is_int(v) || value_has_shape(v, SHAPE_INT))
        return save_int(t, s, v);
    if (value_is_float(v))
        return save_float(t, s, v);
    if (value_is_none(v))
        return save_op(t, s, OP_NONE);
    return value_is_bool(v) ? save_bool(t, s, v) : 1;
}

static int save_object(Thread *t, Save *s, Value v)
{
    switch (value_is_pointer(v) ? value_header(v)->shape : SHAPE_RAW) {
    case SHAPE_DICT: return save_dict(t, s, v);
    case SHAPE_SET: return save_set(t, s, v);
    case SHAPE_FROZENSET: return save_frozenset(t, s, v);
    case SHAPE_LIST: return save_list(t, s, v);
    case SHAPE_TUPLE: return save_tuple(t, s, v);
    case SHAPE_BYTEARRAY: return save_bytearray(t, s, v);
    default:
        return type_of(v) == &pickle_buffer_type ? save_buffer(t, s, v)
                                                 : save_by_reduction(t, s, v);
    }
}

int save(Thread *t, Save *s, Value v)
{
    int status;
    if (save_boundary(t, s) < 0)
        return -1;
    if (UNLIKELY(!value_is_unbound(slot_get(&s->p->persistent_id))) &&
        (status = save_persistent(t, s, v)) != 0)
        return status < 0 ? -1 : 0;
    if ((status = save_atom(t, s, v)) <= 0)
        return status;
    if ((status = save_again(t, s, v)) != 0)
        return status < 0 ? -1 : 0;
    if (value_has_shape(v, SHAPE_STR))
        return save_str(t, s, v);
    if (value_has_shape(v, SHAPE_BYTES))
        return save_bytes(t, s, v);
    if (recursion_enter(t, " while pickling an object"))
        return -1;
    status = save_object(t, s, v);
    recursion_leave(t);
    return status;
}

/* ---- whole pickles ---- */

static int save_whole(Thread *t, Save *s, Value v)
{
    if (s->proto >= 2 && save_number(t, s, OP_PROTO, (uint64_t)s->proto, 1) < 0)
        return -1;
    s->framing = s->proto >= 4;
    return save(t, s, v) < 0 || save_op(t, s, OP_STOP) < 0
               ? -1
               : save_frame_end(t, s);
}

/* The bytes, or None if they have gone to a file; null on error. */
static Value dump(Thread *t, Pickler *p, Value v, Value reducer_override)
{
    Value write = slot_get(&p->write);
    Save s = {.p = p,
              .frame_start = -1,
              .proto = p->proto,
              .bin = p->bin != 0,
              .write = value_is_none(write) ? NULL_VALUE : write,
              .reducer_override = reducer_override};
    strbuilder_init(&s.out);
    if (save_whole(t, &s, v) < 0)
        return NULL_VALUE;
    if (!value_is_null(s.write))
        return save_flush(t, &s) < 0 ? NULL_VALUE : NONE;
    Bytes *pickled = bytes_new(t, bytes_source_data(&s.out), s.out.len);
    strbuilder_drop(t, &s.out);
    return value_from_pointer(pickled);
}

/* By a Pickler that is for this alone. */
static Value dump_once(Thread *t, Pickler *p, Value v)
{
    TRY(pickled, dump(t, p, v, NULL_VALUE));
    pickler_memo_end(t, p);
    return pickled;
}

NATIVE(pickler, dump, 0, "Write a pickle of the object to the file.",
       (self, Pickler), (arg, object, obj), (slash))
{
    Value me = value_from_pointer(self), override = NULL_VALUE;
    if (value_is_unbound(slot_get(&self->write)))
        return raise_error(t, PICKLE_ERROR(t, PicklingError),
                           "Pickler.__init__() was not called by "
                           "%.200s.__init__()",
                           type_of(me)->c_name != NULL
                               ? type_of(me)->c_name
                               : type_name(type_of(me)));
    if (type_of(me) != &pickler_type) {
        override = object_getattr_or_unbound(
            t, me, str_intern_c(t, "reducer_override"));
        if (value_is_null(override))
            return NULL_VALUE;
        if (value_is_unbound(override))
            override = NULL_VALUE;
    }
    return dump(t, self, obj, override);
}

NATIVE(pickler, clear_memo, 0,
       "Forget the objects seen: the next pickle will not refer to them.",
       (self, Pickler), (slash))
{
    pickler_memo_clear(t, self);
    return NONE;
}

NATIVE(pickler, __sizeof__, 0, "Bytes in memory.", (self, Pickler), (slash))
{
    return int_from_uint64(
        t, sizeof *self +
               gc_object_capacity(value_to_pointer(slot_get(&self->memo))));
}

/* ---- making ---- */

/* Sets the protocol and what depends on it: 0 or -1. */
static int set_protocol(Thread *t, Pickler *p, Value protocol, bool fix_imports)
{
    int64_t proto = PROTOCOL_DEFAULT;
    if (!value_is_none(protocol)) {
        if (object_to_int64(t, protocol, &proto) < 0)
            return -1;
        if (proto < 0)
            proto = PROTOCOL_MAX;
        if (proto > PROTOCOL_MAX)
            return RAISE_INT(raise_value_error(
                t, "pickle protocol must be <= %d", PROTOCOL_MAX));
    }
    p->proto = (int16_t)proto;
    p->bin = proto > 0;
    p->fix_imports = fix_imports && proto < 3;
    return 0;
}

static int set_callback(Thread *t, Pickler *p, Value callback)
{
    if (!value_is_none(callback) && p->proto < 5)
        return RAISE_INT(
            raise_value_error(t, "buffer_callback needs protocol >= 5"));
    slot_set(p, &p->buffer_callback, callback);
    return 0;
}

static int set_file(Thread *t, Pickler *p, Value file)
{
    Value write = object_getattr_or_unbound(t, file, N(write));
    if (value_is_unbound(write))
        raise_type_error(t, "file must have a 'write' attribute");
    if (value_is_unbound(write) || value_is_null(write))
        return -1;
    slot_set(p, &p->write, write);
    return 0;
}

/* An attribute that a subclass may have: 0 or -1. */
static int adopt(Thread *t, Pickler *p, const char *name, Slot *to)
{
    Value v = object_getattr_or_unbound(t, value_from_pointer(p),
                                        str_intern_c(t, name));
    if (value_is_null(v))
        return -1;
    slot_set(p, to, v);
    return 0;
}

INITIALIZER(Pickler, 0, (self, Pickler), (arg, object, file),
            (opt, object, protocol, None), (opt, truth, fix_imports, True),
            (opt, object, buffer_callback, None))
{
    slot_set(self, &self->write, UNBOUND);
    if (set_protocol(t, self, protocol, fix_imports) < 0 ||
        set_file(t, self, file) < 0 ||
        set_callback(t, self, buffer_callback) < 0)
        return NULL_VALUE;
    if (value_is_unbound(slot_get(&self->memo)))
        pickler_memo_clear(t, self);
    self->fast = 0;
    if (type_of(value_from_pointer(self)) != &pickler_type &&
        (adopt(t, self, "persistent_id", &self->persistent_id) < 0 ||
         adopt(t, self, "dispatch_table", &self->dispatch_table) < 0))
        return NULL_VALUE;
    return NONE;
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args;
    (void)n;
    (void)kwnames;
    Pickler *p = instance_new_fixed(t, cls);
    slot_set(p, &p->buffer_callback, NONE);
    pickler_memo_clear(t, p);
    return value_from_pointer(p);
}

/* A Pickler for one pickle; NULL on error. */
static Pickler *pickler_for(Thread *t, Value protocol, bool fix_imports,
                            Value callback)
{
    Pickler *p = instance_new_fixed(t, &pickler_type);
    pickler_memo_clear(t, p);
    slot_set(p, &p->write, NONE);
    return set_protocol(t, p, protocol, fix_imports) < 0 ||
                   set_callback(t, p, callback) < 0
               ? NULL
               : p;
}

NATIVE_SHARED(pickle, dump, 0, "Write a pickle of the object to a file.",
              (arg, object, obj), (arg, object, file),
              (opt, object, protocol, None), (star),
              (opt, truth, fix_imports, True),
              (opt, object, buffer_callback, None))
{
    Pickler *p = pickler_for(t, protocol, fix_imports, buffer_callback);
    return p == NULL || set_file(t, p, file) < 0 ? NULL_VALUE
                                                 : dump_once(t, p, obj);
}

NATIVE_SHARED(pickle, dumps, 0, "A pickle of the object, as bytes.",
              (arg, object, obj), (opt, object, protocol, None), (star),
              (opt, truth, fix_imports, True),
              (opt, object, buffer_callback, None))
{
    Pickler *p = pickler_for(t, protocol, fix_imports, buffer_callback);
    return p == NULL ? NULL_VALUE : dump_once(t, p, obj);
}

/* ---- attributes ---- */

static Value get_persistent_id(Thread *t, Value self)
{
    Value v = slot_get(&((Pickler *)value_to_record(self))->persistent_id);
    return value_is_unbound(v)
               ? raise_error(t, EXC(AttributeError), "persistent_id")
               : v;
}

static int set_persistent_id(Thread *t, Value self, Value v)
{
    Pickler *p = value_to_record(self);
    if (value_is_null(v))
        return RAISE_INT(
            raise_type_error(t, "attribute deletion is not supported"));
    if (!object_is_callable(v))
        return RAISE_INT(raise_type_error(
            t, "persistent_id must be a callable taking one argument"));
    slot_set(p, &p->persistent_id, v);
    return 0;
}

static Value get_dispatch_table(Thread *t, Value self)
{
    Value v = slot_get(&((Pickler *)value_to_record(self))->dispatch_table);
    return value_is_unbound(v) ? raise_attribute_error(
                                     t, self, str_intern_c(t, "dispatch_table"))
                               : v;
}

static int set_dispatch_table(Thread *t, Value self, Value v)
{
    Pickler *p = value_to_record(self);
    if (value_is_null(v) && value_is_unbound(slot_get(&p->dispatch_table)))
        return RAISE_INT(raise_error(t, EXC(AttributeError), "dispatch_table"));
    slot_set(p, &p->dispatch_table, value_is_null(v) ? UNBOUND : v);
    return 0;
}

static int set_number(Thread *t, int32_t *to, Value v)
{
    int64_t i;
    if (value_is_null(v))
        return RAISE_INT(
            raise_type_error(t, "can't delete numeric/char attribute"));
    if (object_to_int64(t, v, &i) < 0)
        return -1;
    *to = (int32_t)i;
    return 0;
}

static Value get_bin(Thread *t, Value self)
{
    return int_from_int64(t, ((Pickler *)value_to_record(self))->bin);
}

static int set_bin(Thread *t, Value self, Value v)
{
    return set_number(t, &((Pickler *)value_to_record(self))->bin, v);
}

static Value get_fast(Thread *t, Value self)
{
    return int_from_int64(t, ((Pickler *)value_to_record(self))->fast);
}

static int set_fast(Thread *t, Value self, Value v)
{
    return set_number(t, &((Pickler *)value_to_record(self))->fast, v);
}

static const GetSetDef getsets[] = {
    {"bin", get_bin, set_bin, GETSET_MEMBER},
    {"fast", get_fast, set_fast, GETSET_MEMBER},
    {"dispatch_table", get_dispatch_table, set_dispatch_table, NULL},
    {"memo", pickler_get_memo, pickler_set_memo, NULL},
    {"persistent_id", get_persistent_id, set_persistent_id, NULL},
    {0},
};

static const NativeDef *const methods[] = {
    &pickler___sizeof___native,
    &pickler_clear_memo_native,
    &pickler_dump_native,
    NULL,
};

Type pickler_type = {
    TYPE_HEAD(pickler),
    .c_name = "_pickle.Pickler",
    .c_doc = "Writes pickles to a file, by one of the protocols 0 to 5.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Pickler),
    .methods = methods,
    .getsets = getsets,
    .initializer = &Pickler_init_native,
    .slots = {.new = new},
};
