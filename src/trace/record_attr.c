/* SPDX-License-Identifier: MIT */
/* Recording of attribute and global access.  Class attributes and globals
 * become constants on which the trace depends. */
#include "trace/recorder.h"
#include "exec/slow.h"
#include "exec/specialize.h"
#include "object/container/dict.h"
#include "trace/watch.h"

static bool ok(Recorder *r)
{
    return r->abort == ABORT_NONE;
}

static Str *name_of(Recorder *r, uint32_t i)
{
    return value_to_str(slot_get(&record_frame(r)->code->names[i]));
}

/* The value of a dict entry: a constant until it is assigned to, and once that
 * has happened to it a load. */
static Ref entry_value(Recorder *r, Dict *dict, Str *name, int64_t i)
{
    Value v = slot_get(&dict->table->entries[i].value);
    if (!watch_is_volatile(dict, name)) {
        record_depend(r, dict, name);
        return record_const(r, v);
    }
    Ref d = record_const(r, value_from_pointer(dict));
    record_emit(r, UOP_GUARD_KEYS_VERSION_OF, d, NO_REF, NO_REF,
                dict_keys_version(dict));
    return record_emit(r, UOP_LOAD_DICT_ENTRY, d, NO_REF, NO_REF,
                       (uint64_t)i);
}

void record_keys(Recorder *r, Dict *dict, Str *name)
{
    if (dict_find_str(dict, name) < 0)
        record_depend(r, dict, name); /* stays absent */
}

bool record_entry(Recorder *r, Dict *dict, Str *name)
{
    int64_t i = dict_find_str(dict, name);
    if (i < 0)
        return record_abort(r, ABORT_EXCEPTION);
    record_push(r, entry_value(r, dict, name, i));
    return ok(r);
}

static bool load_global(Recorder *r, Str *name)
{
    const RecordFrame *f = record_frame(r);
    record_keys(r, f->globals, name);
    return record_entry(r, dict_find_str(f->globals, name) < 0 ? f->builtins
                                                               : f->globals,
                        name);
}
static bool store_global(Recorder *r, Str *name)
{
    Dict *globals = record_frame(r)->globals;
    if (globals != r->frames[0].globals)
        return record_abort(r, ABORT_UNSUPPORTED);
    watch_set_volatile(globals, name);
    return record_uop(r, UOP_STORE_GLOBAL, (uint64_t)(uintptr_t)name);
}

bool record_load_global(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)pc;
    if (!load_global(r, name_of(r, arg >> 1)))
        return false;
    if (arg & 1)
        record_push(r, record_const(r, NULL_VALUE));
    return ok(r);
}
bool record_store_global(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)pc;
    return store_global(r, name_of(r, arg));
}

/* At module level names are globals. */
static bool names_are_globals(Recorder *r)
{
    const RecordFrame *f = record_frame(r);
    return value_to_pointer(f->frame->namespace_) == f->globals ||
           record_abort(r, ABORT_UNSUPPORTED);
}
bool record_load_name(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)pc;
    return names_are_globals(r) && load_global(r, name_of(r, arg));
}
bool record_store_name(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)pc;
    return names_are_globals(r) && store_global(r, name_of(r, arg));
}

/* Methods of ints and floats, which have no shape to specialize for. */
static bool load_immediate(Recorder *r, Ref object, Value actual, Str *name)
{
    if (!value_is_int(actual) && !value_is_flonum(actual))
        return false;
    Value v = type_lookup(type_of(actual), name);
    if (value_is_null(v) || !value_has_shape(v, SHAPE_METHOD_DESCRIPTOR))
        return false;
    record_guard_shape(r, object, actual);
    record_pop(r);
    record_push(r, record_const(r, v));
    record_push(r, object);
    return true;
}

/* For a call the interpreter may push a function and self, the trace the bound
 * method and null: record_call sees that. */
bool record_load_attr(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    Str *name = name_of(r, arg >> 1);
    (void)op, (void)pc;
    if ((arg & 1) && load_immediate(r, record_top(r, 1), r->sp[-1], name))
        return ok(r);
    record_uop(r, UOP_LOAD_ATTR, (uint64_t)(uintptr_t)name);
    if (arg & 1)
        record_push(r, record_const(r, NULL_VALUE));
    return ok(r);
}

bool record_load_property(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    Ref object = record_top(r, 1);
    Function *getter = cache_pointer(&pc[5]);
    CodeUnit *next = pc + opcode_caches[OP_LOAD_ATTR];
    (void)op, (void)arg;
    record_emit(r, UOP_GUARD_SHAPE, object, NO_REF, NO_REF, pc[1]);
    record_depend(r, cache_pointer(&pc[3]), NULL);
    Ref callee = record_const(r, value_from_pointer(getter));
    record_depend(r, getter, NULL);
    if (record_inline(r, callee, getter, &object, 1, r->now.sp - 1, next, 0))
        return ok(r);
    record_pop(r);
    record_emit(r, UOP_SET_ARG, object, NO_REF, NO_REF, 0);
    record_push(r, record_emit(r, UOP_CALL, callee, NO_REF, NO_REF, 1));
    return ok(r);
}

/* super().method(...): a constant, by the class and the shape of self. */
bool record_load_super_attr(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)pc;
    Value super = r->sp[-3], cls = r->sp[-2], self = r->sp[-1];
    Value bound = UNBOUND;
    if (value_to_pointer(super) != (void *)&type_super || !(arg & 1) ||
        !value_is_pointer(self) || !type_has_flag(cls, TYPE_IS_TYPE))
        return record_abort(r, ABORT_UNSUPPORTED);
    Value v = slow_super_attr(r->t, NULL, super, cls, self,
                              name_of(r, arg >> 2), &bound);
    if (value_is_null(v)) {
        r->t->exc = NULL_VALUE;
        return record_abort(r, ABORT_EXCEPTION);
    }
    if (value_is_unbound(bound))
        return record_abort(r, ABORT_UNSUPPORTED);
    Ref object = record_top(r, 1);
    record_guard_is(r, record_top(r, 3), super);
    record_guard_is(r, record_top(r, 2), cls);
    record_guard_shape(r, object, self);
    record_depend(r, type_of(self), NULL);
    r->now.sp -= 3;
    record_push(r, record_const(r, v));
    record_push(r, object);
    return ok(r);
}
