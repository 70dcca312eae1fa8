/* SPDX-License-Identifier: MIT */
/* Specialization of operators, containers and iteration; attributes and calls
 * are in specialize_attr.c and specialize_call.c. */
#include "exec/specialize.h"
#include "exec/specialize_parts.h"
#include "object/container/dict.h"
#include "object/number/float.h"

static Opcode binary_op_int(uint32_t op)
{
    static const uint8_t form[BINARY_INPLACE] = {
        [BINARY_ADD] = OP_BINARY_OP_ADD_INT,
        [BINARY_SUB] = OP_BINARY_OP_SUBTRACT_INT,
        [BINARY_MUL] = OP_BINARY_OP_MULTIPLY_INT,
        [BINARY_FLOORDIV] = OP_BINARY_OP_FLOORDIV_INT,
        [BINARY_MOD] = OP_BINARY_OP_MOD_INT,
        [BINARY_AND] = OP_BINARY_OP_AND_INT,
        [BINARY_OR] = OP_BINARY_OP_OR_INT,
        [BINARY_XOR] = OP_BINARY_OP_XOR_INT,
        [BINARY_LSHIFT] = OP_BINARY_OP_LSHIFT_INT,
        [BINARY_RSHIFT] = OP_BINARY_OP_RSHIFT_INT,
    };
    return form[op];
}
static Opcode binary_op_float(uint32_t op)
{
    static const uint8_t form[BINARY_INPLACE] = {
        [BINARY_ADD] = OP_BINARY_OP_ADD_FLOAT,
        [BINARY_SUB] = OP_BINARY_OP_SUBTRACT_FLOAT,
        [BINARY_MUL] = OP_BINARY_OP_MULTIPLY_FLOAT,
        [BINARY_TRUEDIV] = OP_BINARY_OP_TRUEDIV_FLOAT,
    };
    return form[op];
}

static Opcode for_binary_op(uint32_t op, Value a, Value b)
{
    op %= BINARY_INPLACE;
    if (value_both_int(a, b))
        return binary_op_int(op);
    if (value_is_float(a) && value_is_float(b))
        return binary_op_float(op);
    if (op == BINARY_ADD && value_has_shape(a, SHAPE_STR) &&
        value_has_shape(b, SHAPE_STR))
        return OP_BINARY_OP_ADD_STR;
    return OP_NOP;
}

static Opcode for_compare_op(uint32_t op, Value a, Value b)
{
    if (value_both_int(a, b))
        return OP_COMPARE_OP_INT;
    if (value_is_float(a) && value_is_float(b))
        return OP_COMPARE_OP_FLOAT;
    if ((op == COMPARE_EQ || op == COMPARE_NE) &&
        value_has_shape(a, SHAPE_STR) && value_has_shape(b, SHAPE_STR))
        return OP_COMPARE_OP_STR;
    return OP_NOP;
}

static Opcode for_subscr(Value container, Value key)
{
    if (value_has_shape(container, SHAPE_DICT))
        return OP_BINARY_SUBSCR_DICT;
    if (!value_is_int(key))
        return OP_NOP;
    if (value_has_shape(container, SHAPE_LIST))
        return OP_BINARY_SUBSCR_LIST_INT;
    if (value_has_shape(container, SHAPE_TUPLE))
        return OP_BINARY_SUBSCR_TUPLE_INT;
    if (value_has_shape(container, SHAPE_STR))
        return OP_BINARY_SUBSCR_STR_INT;
    return OP_NOP;
}

static Opcode for_store_subscr(Value container, Value key)
{
    if (value_has_shape(container, SHAPE_DICT))
        return OP_STORE_SUBSCR_DICT;
    if (value_is_int(key) && value_has_shape(container, SHAPE_LIST))
        return OP_STORE_SUBSCR_LIST_INT;
    return OP_NOP;
}

static Opcode for_to_bool(Value v)
{
    if (value_is_bool(v))
        return OP_TO_BOOL_BOOL;
    if (value_is_int(v))
        return OP_TO_BOOL_INT;
    if (value_is_none(v))
        return OP_TO_BOOL_NONE;
    if (value_has_shape(v, SHAPE_LIST))
        return OP_TO_BOOL_LIST;
    if (value_has_shape(v, SHAPE_STR))
        return OP_TO_BOOL_STR;
    if (value_is_pointer(v) && type_of(v)->slots.truth == NULL &&
        type_of(v)->slots.len == NULL)
        return OP_TO_BOOL_ALWAYS_TRUE;
    return OP_NOP;
}

static Opcode for_unpack(uint32_t n, Value v)
{
    if (value_has_shape(v, SHAPE_TUPLE))
        return n == 2 ? OP_UNPACK_SEQUENCE_TWO_TUPLE
                      : OP_UNPACK_SEQUENCE_TUPLE;
    return value_has_shape(v, SHAPE_LIST) ? OP_UNPACK_SEQUENCE_LIST : OP_NOP;
}

static Opcode for_iter(Value iterator)
{
    if (!value_is_pointer(iterator))
        return OP_NOP;
    switch (value_header(iterator)->shape) {
    case SHAPE_RANGE_ITERATOR: return OP_FOR_ITER_RANGE;
    case SHAPE_LIST_ITERATOR: return OP_FOR_ITER_LIST;
    case SHAPE_TUPLE_ITERATOR: return OP_FOR_ITER_TUPLE;
    case SHAPE_GENERATOR: return OP_FOR_ITER_GEN;
    default: return OP_NOP;
    }
}

static Opcode for_contains(Value container)
{
    if (value_has_shape(container, SHAPE_DICT))
        return OP_CONTAINS_OP_DICT;
    if (value_has_shape(container, SHAPE_SET))
        return OP_CONTAINS_OP_SET;
    return OP_NOP;
}

static Opcode for_global(Frame *f, Str *name, CodeUnit *cache)
{
    uint32_t version = dict_keys_version(f->globals);
    int64_t i = dict_find_str(f->globals, name);
    if (version == 0)
        return OP_NOP;
    cache[1] = version;
    if (i >= 0) {
        cache[2] = (CodeUnit)i;
        return OP_LOAD_GLOBAL_MODULE;
    }
    i = dict_find_str(f->builtins, name);
    cache[3] = dict_keys_version(f->builtins);
    if (i < 0 || cache[3] == 0)
        return OP_NOP;
    cache[2] = (CodeUnit)i;
    return OP_LOAD_GLOBAL_BUILTIN;
}

static Opcode choose(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    uint32_t arg = unit_arg(*instr);
    CodeUnit *cache = instr + 1;
    switch (unit_opcode(*instr)) {
    case OP_BINARY_OP: return for_binary_op(arg, sp[-2], sp[-1]);
    case OP_COMPARE_OP: return for_compare_op(arg, sp[-2], sp[-1]);
    case OP_BINARY_SUBSCR: return for_subscr(sp[-2], sp[-1]);
    case OP_STORE_SUBSCR: return for_store_subscr(sp[-2], sp[-1]);
    case OP_TO_BOOL: return for_to_bool(sp[-1]);
    case OP_UNPACK_SEQUENCE: return for_unpack(arg, sp[-1]);
    case OP_FOR_ITER: return for_iter(sp[-1]);
    case OP_CONTAINS_OP: return for_contains(sp[-1]);
    case OP_SEND:
        return value_has_shape(sp[-2], SHAPE_GENERATOR) ||
                       value_has_shape(sp[-2], SHAPE_COROUTINE)
                   ? OP_SEND_GEN : OP_NOP;
    case OP_LOAD_GLOBAL:
        return for_global(f, value_to_pointer(
                                 slot_get(&f->code->names[arg >> 1])), cache);
    case OP_LOAD_ATTR:
        return specialize_load_attr(
            t, sp[-1],
            value_to_pointer(slot_get(&f->code->names[arg >> 1])), arg & 1,
            cache);
    case OP_STORE_ATTR:
        return specialize_store_attr(
            t, sp[-1], value_to_pointer(slot_get(&f->code->names[arg])),
            cache);
    case OP_CALL: return specialize_call(t, sp, (int64_t)arg, cache);
    default: return OP_NOP;
    }
}

void specialize(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    Opcode form = choose(t, f, instr, sp);
    if (form == OP_NOP) {
        instr[1] = (CodeUnit)-SPECIALIZE_BACKOFF;
        return;
    }
    *instr = unit_make(form, unit_arg(*instr));
    instr[1] = SPECIALIZED;
}
