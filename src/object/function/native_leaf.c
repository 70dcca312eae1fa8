/* SPDX-License-Identifier: MIT */
/*
 * What traces may take for granted of a call of a native: what it declares
 * (native_def.h), where the arguments are such that it holds.
 */
#include "object/function/native_leaf.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include <string.h>

/* Which LEAF_ a value is; 0: an instance of a class made in Python. */
static uint32_t kind_of(Value v)
{
    if (value_is_int(v))
        return LEAF_INT;
    if (value_is_flonum(v))
        return LEAF_FLOAT;
    if (value_is_bool(v))
        return LEAF_BOOL;
    if (value_is_none(v))
        return LEAF_NONE;
    if (!value_is_pointer(v))
        return 0;
    switch (value_header(v)->shape) {
    case SHAPE_INT: return LEAF_BIG_INT;
    case SHAPE_FLOAT: return LEAF_FLOAT;
    case SHAPE_COMPLEX: return LEAF_COMPLEX;
    case SHAPE_STR: return LEAF_STR;
    case SHAPE_BYTES: return LEAF_BYTES;
    case SHAPE_BYTEARRAY: return LEAF_BYTEARRAY;
    case SHAPE_TUPLE: return LEAF_TUPLE;
    case SHAPE_LIST: return LEAF_LIST;
    case SHAPE_DICT: return LEAF_DICT;
    default: return type_of(v)->type_flags & TYPE_HEAP ? 0 : LEAF_OTHER;
    }
}

/* How far the parameter, whose argument is v, lets the flags hold. */
static uint32_t narrow(const NativeParam *p, Value v, uint32_t flags,
                       bool *guarded)
{
    uint32_t kind = kind_of(v);
    bool is_self = p->role == PARAM_SELF;
    *guarded = false;
    if (value_is_unbound(v)) /* left out */
        return flags;
    if (p->leaf != LEAF_ALL || is_self) {
        if (!(kind & p->leaf))
            return 0;
        *guarded = true;
    }
    if ((flags & NATIVE_PURE) == NATIVE_PURE && !(kind & LEAF_IMMUTABLE))
        return NATIVE_READER;
    if ((flags & NATIVE_PURE) == NATIVE_PURE)
        *guarded = true;
    return flags;
}

NativeLeaf native_leaf_of(const Native *native, const Value *args)
{
    NativeLeaf leaf = {.flags = native->def->flags & NATIVE_TOTAL};
    for (const NativeParam *p = native->def->params; p->role != PARAM_END;
         p++) {
        bool guarded = false;
        if (p->role == PARAM_ARGS || p->role == PARAM_KWARGS)
            return (NativeLeaf){0};
        if (p->role != PARAM_SELF && p->role != PARAM_ARG)
            continue;
        leaf.flags = narrow(p, args[leaf.n], leaf.flags, &guarded);
        leaf.guarded |= (uint64_t)guarded << leaf.n++;
    }
    return leaf.flags != 0 ? leaf : (NativeLeaf){0};
}

/* ---- checking ---- */
static bool is_same_answer(Value a, Value b)
{
    if (a.bits == b.bits)
        return true;
    if (kind_of(a) != kind_of(b))
        return false;
    switch (kind_of(a)) {
    case LEAF_BIG_INT: return int_compare(a, b) == 0;
    case LEAF_STR: return str_equal(value_to_str(a), value_to_str(b));
    case LEAF_BYTES: {
        const Bytes *x = value_to_pointer(a), *y = value_to_pointer(b);
        return x->len == y->len &&
               memcmp(x->data, y->data, (size_t)x->len) == 0;
    }
    case LEAF_INT:
    case LEAF_BOOL:
    case LEAF_NONE: return false;
    default: return true; /* floats that are boxed, tuples */
    }
}

Value native_leaf_checked(Thread *t, Native *native, Value *args, int64_t n)
{
    Value copy[NATIVE_FIXED_MAX];
    NativeLeaf leaf = native_leaf_of(native, args);
    bool is_pure = (leaf.flags & NATIVE_PURE) == NATIVE_PURE;
    bool is_total = (leaf.flags & NATIVE_TOTAL) == NATIVE_TOTAL;
    if (!(leaf.flags & NATIVE_LEAF))
        return native->def->call(t, native, args, n);
    uint64_t entries = t->n_entries;
    uint32_t pending = t->pending;
    const Frame *frame = t->frame;
    memcpy(copy, args, (size_t)leaf.n * sizeof *copy);
    Value v = native->def->call(t, native, args, n);
    if (is_pure && !value_is_null(v)) {
        Value again = native->def->call(t, native, copy, n);
        ASSERT(value_is_null(again) /* short of memory */ ||
               is_same_answer(v, again));
    }
    ASSERT(t->n_entries == entries); /* ran Python */
    ASSERT(t->frame == frame);
    ASSERT(!((t->pending & ~pending) & PENDING_TRACE)); /* a trace depends on
                                                           what it changed */
    ASSERT(!is_total || !value_is_null(v) ||
           type_is_subtype(type_of(t->exc), EXC(MemoryError)));
    return v;
}
