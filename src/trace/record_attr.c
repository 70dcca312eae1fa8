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

bool record_global(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    RecordFrame *f = record_frame(r);
    (void)pc;
    if (op == OP_STORE_GLOBAL) {
        if (f->globals != r->frames[0].globals)
            return record_abort(r, ABORT_UNSUPPORTED);
        watch_set_volatile(f->globals, name_of(r, arg));
        Ref v = record_pop(r);
        record_emit(r, UOP_STORE_GLOBAL, v, NO_REF, NO_REF,
                    (uint64_t)(uintptr_t)name_of(r, arg));
        return ok(r);
    }
    Str *name = name_of(r, arg >> 1);
    int64_t i = dict_find_str(f->globals, name);
    Dict *dict = f->globals;
    if (i < 0) {
        record_depend(r, f->globals, name); /* stays absent */
        dict = f->builtins;
        i = dict_find_str(dict, name);
        if (i < 0)
            return record_abort(r, ABORT_EXCEPTION);
    }
    record_push(r, entry_value(r, dict, name, i));
    if (arg & 1)
        record_push(r, record_const(r, NULL_VALUE));
    return ok(r);
}

static void replace_top(Recorder *r, Ref ref, uint32_t for_call)
{
    record_pop(r);
    record_push(r, ref);
    if (for_call)
        record_push(r, record_const(r, NULL_VALUE));
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
static bool load_generic(Recorder *r, Ref object, Value actual, Str *name,
                         uint32_t for_call)
{
    if (for_call && load_immediate(r, object, actual, name))
        return ok(r);
    Ref v = record_emit(r, UOP_LOAD_ATTR, object, NO_REF, NO_REF,
                        (uint64_t)(uintptr_t)name);
    replace_top(r, v, for_call);
    return ok(r);
}

static bool load_module(Recorder *r, Ref object, Value actual, Str *name,
                        uint32_t for_call)
{
    if (!value_has_shape(actual, SHAPE_MODULE)) /* a miss: shown again */
        return load_generic(r, object, actual, name, for_call);
    Dict *dict = value_to_module(actual)->dict;
    int64_t i = dict_find_str(dict, name);
    if (i < 0)
        return record_abort(r, ABORT_EXCEPTION);
    record_guard_is(r, object, actual);
    replace_top(r, entry_value(r, dict, name, i), for_call);
    return ok(r);
}

static bool load_property(Recorder *r, Ref object, Function *getter,
                          CodeUnit *pc)
{
    Ref callee = record_const(r, value_from_pointer(getter));
    CodeUnit *next = pc + opcode_caches[OP_LOAD_ATTR];
    record_depend(r, getter, NULL);
    if (record_inline(r, callee, getter, &object, 1, r->now.sp - 1, next, 0))
        return ok(r);
    record_pop(r);
    record_emit(r, UOP_SET_ARG, object, NO_REF, NO_REF, 0);
    record_push(r, record_emit(r, UOP_CALL, callee, NO_REF, NO_REF, 1));
    return ok(r);
}

/* The forms that are no list, of micro-ops the recorder would take as they
 * are. */
static bool load_attr(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    Value actual = r->sp[-1];
    Ref object = record_top(r, 1);
    Str *name = name_of(r, arg >> 1);
    uint32_t for_call = arg & 1;
    if (op == OP_LOAD_ATTR_MODULE)
        return load_module(r, object, actual, name, for_call);
    if (op != OP_LOAD_ATTR_PROPERTY)
        return load_generic(r, object, actual, name, for_call);
    record_emit(r, UOP_GUARD_SHAPE, object, NO_REF, NO_REF, pc[1]);
    record_depend(r, cache_pointer(&pc[3]), NULL);
    return load_property(r, object, cache_pointer(&pc[5]), pc);
}

/* super().method(...): a constant, by the class and the shape of self. */
static bool load_super(Recorder *r, uint32_t arg)
{
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

bool record_attr(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    return op == OP_LOAD_SUPER_ATTR ? load_super(r, arg)
                                    : load_attr(r, op, arg, pc);
}
