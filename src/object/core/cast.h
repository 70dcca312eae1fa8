/* SPDX-License-Identifier: MIT */
/*
 * Checked casts: value_to_str(v) is v as the Str that the caller knows it to be.
 * Debug builds look whether it is one: CAST(struct, name, kind), where the kind
 * is the one that the object is laid out and marked as (kinds.def), whichever
 * class it is an instance of.  Other builds just cast.
 *
 * What may be null is no case for these: value_to_pointer makes NULL of it.
 */
#ifndef ADDER_OBJECT_CAST_H
#define ADDER_OBJECT_CAST_H

#include "base/base.h"
#include "object/type/type.h"

typedef struct FrameObject FrameObject;
typedef struct Generator Generator;
typedef struct Traceback Traceback;

/* Subclasses of what refers to nothing are marked for their attributes. */
static inline bool value_has_kind(Value v, unsigned kind)
{
    if (!value_is_pointer(v) || value_is_null(v))
        return false;
    const Header *h = value_header(v);
    return h->kind == kind ||
           (h->kind == KIND_LEAF_SUBCLASS && type_of_pointer(h)->kind == kind);
}

#define CAST(Struct, name, KIND)                                              \
    static inline Struct *value_to_##name(Value v)                            \
    {                                                                         \
        ASSERT(value_has_kind(v, KIND_##KIND));                               \
        return value_to_pointer(v);                                           \
    }
CAST(Blob, blob, BLOB)
CAST(ByteArray, bytearray, BYTEARRAY)
CAST(Bytes, bytes, BYTES)
CAST(Cell, cell, CELL)
CAST(Code, code, CODE)
CAST(Complex, complex, COMPLEX)
CAST(Dict, dict, DICT)
CAST(Exception, exception, EXCEPTION)
CAST(Float, float_object, FLOAT)
CAST(FrameObject, frame_object, FRAME_OBJECT)
CAST(Function, function, FUNCTION)
CAST(Generator, generator, GENERATOR)
CAST(Int, int_object, INT)
CAST(List, list, LIST)
CAST(Method, method, METHOD)
CAST(Module, module, MODULE)
CAST(Native, native, NATIVE)
CAST(Property, property, PROPERTY)
CAST(Range, range, RANGE)
CAST(RangeIter, range_iter, RANGE_ITER)
CAST(void, record, RECORD) /* of the struct that the caller knows */
CAST(SeqIter, seq_iter, SEQ_ITER)
CAST(Set, set, SET)
CAST(Slice, slice, SLICE)
CAST(SlotArray, slots, SLOTS)
CAST(Str, str, STR)
CAST(Traceback, traceback, TRACEBACK)
CAST(Tuple, tuple, TUPLE)
CAST(Type, type, TYPE)
CAST(Wrapped, wrapped, WRAPPED)
#undef CAST

#endif
