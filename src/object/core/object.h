/* SPDX-License-Identifier: MIT */
/*
 * What can be done with any Value: the operators and protocols of the data
 * model, dispatched through type slots.  Unless said otherwise a function
 * answers null, or -1, with t->exc set.
 */
#ifndef ADDER_OBJECT_OBJECT_H
#define ADDER_OBJECT_OBJECT_H

#include "object/core/slot.h"
#include "object/core/thread.h"
#include "object/type/type.h"

/* Binary operators, in the order of BINARY_OP's argument; BINARY_INPLACE is
 * added for the augmented ones.  X(NAME, slot, sign) */
#define BINARY_OPERATORS(X)                                                   \
    X(ADD, add, "+") X(AND, and, "&") X(FLOORDIV, floordiv, "//")             \
    X(LSHIFT, lshift, "<<") X(MATMUL, matmul, "@") X(MUL, mul, "*")           \
    X(MOD, mod, "%") X(OR, or, "|") X(POW, pow, "** or pow()")                \
    X(RSHIFT, rshift, ">>") X(SUB, sub, "-") X(TRUEDIV, truediv, "/")         \
    X(XOR, xor, "^")
typedef enum BinaryOp {
#define X(NAME, slot, sign) BINARY_##NAME,
    BINARY_OPERATORS(X)
#undef X
    BINARY_INPLACE /* 13: added to the above */
} BinaryOp;

Value object_binary(Thread *t, BinaryOp op, Value a, Value b);
/* a op= b */
Value object_inplace(Thread *t, BinaryOp op, Value a, Value b);
Value object_pow(Thread *t, Value a, Value b, Value modulus);
Value object_divmod(Thread *t, Value a, Value b);
Value object_negative(Thread *t, Value v);
Value object_positive(Thread *t, Value v);
Value object_invert(Thread *t, Value v);
Value object_absolute(Thread *t, Value v);

Value object_compare(Thread *t, Value a, Value b, CompareOp op);
/* 1, 0 or -1; identity implies equality. */
int object_equal(Thread *t, Value a, Value b);
/* As truth: 1, 0 or -1. */
int object_compare_true(Thread *t, Value a, Value b, CompareOp op);
int object_hash(Thread *t, Value v, int64_t *hash);
int object_is_true(Thread *t, Value v);

Value object_repr(Thread *t, Value v);
Value object_str(Thread *t, Value v);
Value object_ascii(Thread *t, Value v);
Value object_format(Thread *t, Value v, Str *spec);

/* Attributes. */
Value object_getattr(Thread *t, Value v, Str *name);
/* UNBOUND instead of AttributeError. */
Value object_getattr_or_unbound(Thread *t, Value v, Str *name);
int object_setattr(Thread *t, Value v, Str *name, Value value);
int object_delattr(Thread *t, Value v, Str *name);
/* What slots.getattr/setattr of most types are. */
Value object_generic_getattr(Thread *t, Value v, Str *name);
int object_generic_setattr(Thread *t, Value v, Str *name, Value value);
/* For a call of v.name(...): answers the function and sets *self to v when it
 * may be called with v prepended; else the attribute, and *self is UNBOUND. */
Value object_get_method(Thread *t, Value v, Str *name, Value *self);
/* type(v)'s attribute bound to v, as the interpreter looks up dunders; UNBOUND
 * if absent. */
Value object_lookup_special(Thread *t, Value v, Str *name);

/* Calls. */
Value object_call(Thread *t, Value callable, Value *args, int64_t n,
                  Tuple *kwnames);
Value object_call0(Thread *t, Value callable);
Value object_call1(Thread *t, Value callable, Value a);
Value object_call2(Thread *t, Value callable, Value a, Value b);
Value object_call3(Thread *t, Value callable, Value a, Value b, Value c);
/* callable(*args, **kwargs); kwargs may be NULL */
Value object_call_tuple(Thread *t, Value callable, Tuple *args, Dict *kwargs);
/* Room for n outgoing arguments: `local` if they fit, else on the heap (KEEP
 * it); NULL with MemoryError. */
Value *object_call_buffer(Thread *t, Value *local, int64_t n_local,
                          int64_t n);
/* callable(first, *args, ...) */
Value object_call_prepend(Thread *t, Value callable, Value first, Value *args,
                          int64_t n, Tuple *kwnames);
/* v.name(args...); n at most 3 */
Value object_call_method(Thread *t, Value v, Str *name, int n, ...);
bool object_is_callable(Value v);

/* Containers and iteration. */
int64_t object_len(Thread *t, Value v);
/* len() or __length_hint__ or `otherwise`; -1 on error */
int64_t object_length_hint(Thread *t, Value v, int64_t otherwise);
int object_contains(Thread *t, Value container, Value item);
Value object_getitem(Thread *t, Value v, Value key);
int object_setitem(Thread *t, Value v, Value key, Value value);
int object_delitem(Thread *t, Value v, Value key);
Value object_iter(Thread *t, Value v);
/* UNBOUND at the end.  Iterators that end with a value (generators, a Python
 * __next__ that raises StopIteration(value)) leave it in t->stop_value; who
 * asks for it sets that to NONE before. */
Value object_next(Thread *t, Value iterator);
/* Runs its block for each item v; where object_next fails, returns `failed`
 * from the function.  After the last item, or a break, goes on behind it. */
#define FOR_EACH_ITEM(t, v, iterator, failed)                                 \
    for (Value v; !value_is_unbound(v = object_next(t, iterator));)           \
        if (__builtin_expect(value_is_null(v), 0))                            \
            return failed;                                                    \
        else

/* Conversions. */
/* An int object through __index__; TypeError otherwise. */
Value object_index(Thread *t, Value v);
/* As int64; OverflowError (IndexError: `exc`) when it does not fit. 0 or -1 */
int object_to_int64(Thread *t, Value v, int64_t *out);
/* Clamped to the range of int64, for slices and indices. */
int object_to_index_clamped(Thread *t, Value v, int64_t *out);
/* float() semantics without strings: floats, ints, __float__, __index__. */
int object_to_double(Thread *t, Value v, double *out);
/* The same, asking __float__ of floats too: a subclass may have its own. */
int object_through_float(Thread *t, Value v, double *out);

/* isinstance and issubclass with their hooks: 1, 0 or -1. */
int object_isinstance(Thread *t, Value v, Value cls);
int object_issubclass(Thread *t, Value sub, Value cls);

/* Without the hooks: what type's __instancecheck__ does. */
int object_real_isinstance(Thread *t, Value v, Value cls);
int object_real_issubclass(Thread *t, Value sub, Value cls);

/* Recursion of C functions: `if (recursion_enter(t, " while ...")) return
 * NULL_VALUE; ... recursion_leave(t);` */
bool recursion_enter_slow(Thread *t, const char *where);
static inline bool recursion_enter(Thread *t, const char *where)
{
    if (__builtin_expect((char *)__builtin_frame_address(0) <
                             t->c_stack_limit || t->recursion_left <= 0, 0))
        return recursion_enter_slow(t, where);
    t->recursion_left--;
    return false;
}
static inline void recursion_leave(Thread *t) { t->recursion_left++; }
/* What recurses without being counted: whether the C stack runs out, with the
 * exception. */
static inline bool recursion_overflows(Thread *t, const char *where)
{
    return __builtin_expect((char *)__builtin_frame_address(0) <
                                t->c_stack_limit, 0) &&
           recursion_enter_slow(t, where);
}

/* Guards repr against cycles: 1 when v is being printed already. */
int repr_enter(Thread *t, Value v);
void repr_leave(Thread *t, Value v);

/* v = expr, or return null. */
#define TRY(v, expr)                                                          \
    Value v = (expr);                                                         \
    if (__builtin_expect(value_is_null(v), 0))                                \
        return NULL_VALUE

#endif
