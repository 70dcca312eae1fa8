/* SPDX-License-Identifier: MIT */
/*
 * Slots and their dunder methods: wrappers that call slots from Python, and
 * slot functions that call Python methods.
 */
#ifndef ADDER_OBJECT_SLOTS_H
#define ADDER_OBJECT_SLOTS_H

#include "object/core/object.h"
#include "object/function/native_def.h"

enum { /* a slot's number: its index among TypeSlots' pointers */
#define SLOT(name, dunder, kind) SLOT_##name,
#include "object/type/slots.def"
#undef SLOT
    SLOT_COUNT
};
typedef void (*AnyFn)(void);

/* One dunder method; several may share a slot. */
typedef struct SlotDunder {
    NativeDef def; /* the wrapper's: identifies it */
    Str *name;
    uint8_t slot;
    uint8_t kind;    /* SLOT_KIND_* */
    uint8_t variant; /* 1: reflected or the delete form; CompareOp */
} SlotDunder;

enum {
    SLOT_KIND_UNARY, SLOT_KIND_BINARY, SLOT_KIND_BINARY_SELF,
    SLOT_KIND_INPLACE, SLOT_KIND_TERNARY, SLOT_KIND_INQUIRY,
    SLOT_KIND_LENGTH, SLOT_KIND_HASH, SLOT_KIND_COMPARE, SLOT_KIND_GETATTR,
    SLOT_KIND_SETATTR, SLOT_KIND_CALL, SLOT_KIND_NEXT, SLOT_KIND_DESCR_GET,
    SLOT_KIND_DESCR_SET, SLOT_KIND_NEW, SLOT_KIND_INIT, SLOT_KIND_CONTAINS,
    SLOT_KIND_SETITEM,
};

/* slots.c: the tables. */
extern Str *slot_names[SLOT_COUNT];     /* the dunder */
extern Str *slot_reflected[SLOT_COUNT]; /* __radd__, ...; else NULL */
extern Str *slot_compare_names[6];
static inline AnyFn *slot_at(Type *type, unsigned slot)
{
    return (AnyFn *)(void *)&type->slots + slot;
}
void slots_init(Thread *t);
/* The wrapper's row, or NULL if the native is none. */
const SlotDunder *slot_dunder_of(const Native *native);
/* Its __text_signature__. */
const char *slot_text_signature(const SlotDunder *d);
/* Adds wrappers for the slots that a builtin type has of its own. */
void slots_add_wrappers(Thread *t, Type *type);
/* Fills a builtin type's empty slots from its bases. */
void slots_inherit(Thread *t, Type *type);
/* Fills all slots of a new class. */
void slots_fill(Type *type);
/* Works out all slots again: the MRO has changed. */
void slots_refill(Type *type);
/* type.dict[name] was set or deleted: updates the slots, in subclasses too. */
void slots_update(Type *type, Str *name);
/* slots.hash of unhashable types. */
int slot_hash_unhashable(Thread *t, Value self, int64_t *hash);

/* slots_wrap.c: slots.call of wrapper descriptors. */
Value slot_wrapper_call(Thread *t, Value callable, Value *args, int64_t n,
                        Tuple *kwnames);
/* The same for method wrappers: self is bound. */
Value slot_wrapper_bound_call(Thread *t, Value callable, Value *args,
                              int64_t n, Tuple *kwnames);

/* slots_call.c: for each slot the function that calls the Python method. */
extern const AnyFn slot_callers[SLOT_COUNT];
/* Whether calling the attribute with self in front is what binding it does. */
bool value_is_method_like(Value v); /* v may be null */

#endif
