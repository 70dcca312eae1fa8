/* SPDX-License-Identifier: MIT */
/*
 * What stencils take for granted, for lists: STENCIL_FIELD(type, field) is the
 * offset of a field, STENCIL_SIZE(type) the size of what stands in arrays,
 * STENCIL_NUMBER(name) a constant.  The generator writes down the values that
 * it compiled with, and abi_check.c compares them with the build's.
 */
#ifdef STENCIL_FIELD
STENCIL_FIELD(Header, shape)
STENCIL_FIELD(Thread, pending)
STENCIL_FIELD(Thread, args)
STENCIL_FIELD(Activation, locals)
STENCIL_FIELD(Activation, frame)
STENCIL_FIELD(Activation, exit)
STENCIL_FIELD(Activation, ints)
STENCIL_FIELD(Activation, floats)
STENCIL_FIELD(Activation, spills)
STENCIL_FIELD(Float, value)
STENCIL_FIELD(SlotArray, capacity)
STENCIL_FIELD(SlotArray, items)
STENCIL_FIELD(Instance, extra)
STENCIL_FIELD(Instance, slots)
STENCIL_FIELD(Str, len)
STENCIL_FIELD(Tuple, len)
STENCIL_FIELD(Tuple, items)
STENCIL_FIELD(List, len)
STENCIL_FIELD(List, array)
STENCIL_FIELD(Dict, used)
STENCIL_FIELD(Dict, table)
STENCIL_FIELD(Dict, keys_version)
STENCIL_FIELD(DictTable, entries)
STENCIL_FIELD(DictEntry, key)
STENCIL_FIELD(DictEntry, value)
STENCIL_FIELD(RangeIter, next)
STENCIL_FIELD(RangeIter, step)
STENCIL_FIELD(RangeIter, left)
STENCIL_FIELD(SeqIter, index)
STENCIL_FIELD(SeqIter, seq)
STENCIL_FIELD(Cell, value)
STENCIL_FIELD(Function, code)
STENCIL_FIELD(Function, closure)
STENCIL_FIELD(Function, version)
STENCIL_FIELD(Method, self)
STENCIL_FIELD(Method, function)
STENCIL_FIELD(Native, call)
#endif
#ifdef STENCIL_SIZE
STENCIL_SIZE(Value)
STENCIL_SIZE(Slot)
STENCIL_SIZE(Header)
STENCIL_SIZE(DictEntry)
#endif
#ifdef STENCIL_NUMBER
STENCIL_NUMBER(SHAPE_FLOAT)
STENCIL_NUMBER(SHAPE_FUNCTION)
STENCIL_NUMBER(VALUE_INT_TAG)
STENCIL_NUMBER(VALUE_INT_SHIFT)
STENCIL_NUMBER(VALUE_FLOAT_BIAS)
STENCIL_NUMBER(VALUE_FLOAT_ROTATE)
STENCIL_NUMBER(VALUE_FLOAT_TAGS)
STENCIL_NUMBER(COMPARE_LT)
STENCIL_NUMBER(COMPARE_LE)
STENCIL_NUMBER(COMPARE_EQ)
STENCIL_NUMBER(COMPARE_NE)
STENCIL_NUMBER(COMPARE_GT)
STENCIL_NUMBER(COMPARE_GE)
STENCIL_NUMBER(ACTIVATION_REGISTERS)
#endif
