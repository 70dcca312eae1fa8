/* SPDX-License-Identifier: MIT */
/*
 * Types, their slots and shapes, and the tables native types are declared
 * with.
 *
 * Builtin types are static objects, one for each row of types.def and
 * exceptions.def; types_init makes their dictionaries.  A type's version is a
 * number that no other state of any type has: whatever changes what a lookup
 * on the type may answer resets it (type_modified), in its subclasses too.
 */
#ifndef ADDER_OBJECT_TYPE_H
#define ADDER_OBJECT_TYPE_H

#include <stddef.h>
#include "abi/numbers.h"
#include "gc/heap.h"
#include "object/core/layout.h"

typedef struct Shape Shape;
typedef struct BufferProcs BufferProcs; /* object/text/buffer.h */

/* args holds n positional arguments, then one for each name in kwnames (NULL
 * if none). */
typedef Value (*CallFn)(Thread *t, Value callable, Value *args, int64_t n,
                        Tuple *kwnames);
typedef Value (*UnaryFn)(Thread *t, Value self);
typedef Value (*BinaryFn)(Thread *t, Value a, Value b);
typedef Value (*TernaryFn)(Thread *t, Value a, Value b, Value c);

#define SLOT_TYPE_UNARY(f) UnaryFn f
#define SLOT_TYPE_BINARY(f) BinaryFn f
#define SLOT_TYPE_BINARY_SELF(f) BinaryFn f
#define SLOT_TYPE_INPLACE(f) BinaryFn f
#define SLOT_TYPE_TERNARY(f) TernaryFn f
#define SLOT_TYPE_INQUIRY(f) int (*f)(Thread *t, Value self)
#define SLOT_TYPE_LENGTH(f) int64_t (*f)(Thread *t, Value self)
/* 0 and *hash, or -1 */
#define SLOT_TYPE_HASH(f) int (*f)(Thread *t, Value self, int64_t *hash)
#define SLOT_TYPE_COMPARE(f)                                                  \
    Value (*f)(Thread *t, Value a, Value b, CompareOp op)
#define SLOT_TYPE_GETATTR(f) Value (*f)(Thread *t, Value self, Str *name)
/* value null: delete; 0, or -1 on error */
#define SLOT_TYPE_SETATTR(f)                                                  \
    int (*f)(Thread *t, Value self, Str *name, Value value)
#define SLOT_TYPE_CALL(f) CallFn f
/* the next item, UNBOUND at the end (StopIteration is not raised), or null */
#define SLOT_TYPE_NEXT(f) UnaryFn f
/* instance UNBOUND: looked up on the type; owner UNBOUND: __get__ was called
 * without one.  Called by hand, the owner may be anything, not only a type. */
#define SLOT_TYPE_DESCR_GET(f)                                                \
    Value (*f)(Thread *t, Value self, Value instance, Value owner)
#define SLOT_TYPE_DESCR_SET(f)                                                \
    int (*f)(Thread *t, Value self, Value instance, Value value)
#define SLOT_TYPE_NEW(f)                                                      \
    Value (*f)(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
#define SLOT_TYPE_INIT(f)                                                     \
    int (*f)(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
#define SLOT_TYPE_CONTAINS(f) int (*f)(Thread *t, Value self, Value item)
#define SLOT_TYPE_SETITEM(f)                                                  \
    int (*f)(Thread *t, Value self, Value key, Value value)

typedef struct TypeSlots {
#define SLOT(name, dunder, kind) SLOT_TYPE_##kind(name);
#include "object/type/slots.def"
#undef SLOT
} TypeSlots;

/* A computed attribute; set NULL: read-only (value null: delete).  A text that
 * begins with GETSET_MEMBER says that Python sees a member_descriptor, as where
 * CPython has a field. */
#define GETSET_MEMBER "\1"
typedef struct GetSetDef {
    const char *name;
    Value (*get)(Thread *t, Value self);
    int (*set)(Thread *t, Value self, Value value);
    const char *doc;
} GetSetDef;

/* An attribute that is the Slot at `offset` of the object, from its end if that
 * is negative.  An empty name makes none. */
typedef struct MemberDef {
    const char *name;
    int64_t offset;
    bool writable; /* deletable too, then reads as None */
} MemberDef;

enum { /* Type.type_flags */
    TYPE_HEAP = 1 << 0,     /* made by a class statement or type() */
    TYPE_BASE = 1 << 1,     /* may be subclassed */
    TYPE_HAS_DICT = 1 << 2, /* instances take attributes (shape mode) */
    TYPE_VAR_SIZED = 1 << 3, /* instances have their items inline */
    TYPE_PY_GETATTR = 1 << 4, /* __getattr__ or __getattribute__ in Python */
    TYPE_PY_SETATTR = 1 << 5,
    TYPE_DATA_DESCR = 1 << 6, /* has descr_set: */
    TYPE_ABSTRACT = 1 << 7,
    TYPE_SEQUENCE = 1 << 8,   /* for sequence patterns */
    TYPE_MAPPING = 1 << 9,
    TYPE_WATCHED = 1 << 10,   /* compiled code depends on it */
    TYPE_IMMUTABLE = 1 << 11, /* builtin: attributes can't be set */
    TYPE_READY = 1 << 12,
    TYPE_HAS_WEAKREF = 1 << 13, /* weak references to instances may be made */
    TYPE_NO_NEW = 1 << 14, /* Python code makes no instances, nor a base's
                              __new__ */
    /* the builtin it is, or derives from: a check is one bit test */
    TYPE_IS_INT = 1 << 16,
    TYPE_IS_FLOAT = 1 << 17,
    TYPE_IS_STR = 1 << 18,
    TYPE_IS_BYTES = 1 << 19,
    TYPE_IS_TUPLE = 1 << 20,
    TYPE_IS_LIST = 1 << 21,
    TYPE_IS_DICT = 1 << 22,
    TYPE_IS_SET = 1 << 23, /* set or frozenset */
    TYPE_IS_EXCEPTION = 1 << 24,
    TYPE_IS_TYPE = 1 << 25,
    TYPE_IS_BYTEARRAY = 1 << 26,
    TYPE_IS_COMPLEX = 1 << 27,
    TYPE_IS_MODULE = 1 << 28,
};

/*
 * Every type has a tail that is the C API's alone: the fields of PyTypeObject
 * that extension modules read and write by offset, in their own static types and
 * in ours.  Its place never changes; compiled code does not know Types' size.
 */
enum { TYPE_TAIL_OFFSET = 896, TYPE_TAIL_SIZE = 400, TYPE_RESERVED = 27 };

struct Type {
    Header h;
    Type *base; /* NULL for object */
    uint32_t type_flags;
    uint32_t version;   /* 0: none given yet */
    uint8_t kind;       /* KIND_* of the instances */
    uint8_t inline_n;   /* attribute slots to give new instances inline */
    uint16_t n_slots;   /* __slots__, bases' too: see instance.c */
    uint32_t instance_size; /* bytes of the instances' fixed fields, with the
                               header and, at the end, slots; no attributes */
    Shape *root_shape;  /* of instances without attributes */
    Dict *dict;
    Tuple *bases, *mro; /* of Types */
    Slot name, qualname, module, doc; /* doc UNBOUND: none */
    Blob *subclasses;   /* weak pointers: see type_subclasses */
    const char *c_name; /* builtin types: name as in types' __name__, or
                           "module.name" */
    const char *c_doc;
    Type *c_base;       /* builtin types: NULL is object */
    TypeSlots slots;
    const NativeDef *const *methods; /* ends with NULL */
    const GetSetDef *getsets;
    const MemberDef *members;
    const NativeDef *constructor; /* (cls) comes first: fills slots.new */
    const NativeDef *initializer; /* (self, ...): fills slots.init */
    Slot constructor_binding, initializer_binding; /* Natives made of them */
    Slot cached_init;   /* Function __init__, for CALL's cache; UNBOUND */
    Type *metatype;     /* type(self); for builtin types &type_type */
    /* What instances lend their memory with; NULL: see the bases. */
    const BufferProcs *buffer;
    /* Called once by the collector's finalizer queue, for instances that were
     * given to gc_finalizer_add, and after __del__; NULL: see the bases. */
    void (*finalize)(Thread *t, Value self);
    Type *next_ready;   /* type_ready.c's own */
    void *before;
    void *reserved[TYPE_RESERVED]; /* who adds a field takes one of these */
    uint64_t c_tail[TYPE_TAIL_SIZE / 8];
};
_Static_assert(offsetof(Type, c_tail) == TYPE_TAIL_OFFSET &&
                   sizeof(Type) == TYPE_TAIL_OFFSET + TYPE_TAIL_SIZE,
               "what is compiled against the C API knows where the tail is");

enum {
    SHAPE_RAW = 0, /* blobs and arrays: no Python object */
#define TYPE(NAME, name, kind) SHAPE_##NAME,
#define LOWER_TYPE(NAME, kind) SHAPE_##NAME,
#include "object/core/types.def"
#undef TYPE
#undef LOWER_TYPE
    SHAPE_BaseException,
#define EXCEPTION(Name, Base) SHAPE_##Name,
#include "object/error/exceptions.def"
#undef EXCEPTION
    SHAPE_FIRST_FREE,
};
#define STAYS(NAME)                                                           \
    _Static_assert((int)SHAPE_##NAME == (int)ABI_SHAPE_##NAME,                \
                   "types.def: rows are added at the end, see abi/numbers.h")
STAYS(INT);
STAYS(FLOAT);
STAYS(FUNCTION);
#undef STAYS

#define TYPE(NAME, name, kind) extern Type type_##name;
#define LOWER_TYPE(NAME, kind)
#include "object/core/types.def"
#undef TYPE
#undef LOWER_TYPE
/* Before runtime_new: the type of a LOWER_TYPE row. */
void type_register(uint32_t shape, Type *type);
/* The builtin type of a fixed number; NULL where nobody registered one. */
Type *type_of_shape(uint32_t shape);
extern Type exception_types[SHAPE_FIRST_FREE - SHAPE_BaseException];
#define EXC(Name) (&exception_types[SHAPE_##Name - SHAPE_BaseException])

enum {
#define KIND(NAME, name) KIND_##NAME,
#define LOWER_KIND(NAME) KIND_##NAME,
#include "object/core/kinds.def"
#undef KIND
#undef LOWER_KIND
    KIND_COUNT
};

/* Heads a static Type's initializer: {TYPE_HEAD(LIST), .c_name = "list", ...};
 * the header's kind says that the object is a type. */
#define TYPE_HEAD(NAME)                                                       \
    .h = {.shape = SHAPE_TYPE, .kind = KIND_TYPE, .flags = OBJECT_STATIC},    \
    .metatype = &type_type

/*
 * Hidden classes.  A shape says which attributes an instance has and where:
 * attribute i < inline_n is the Slot at attr_offset + 8 + 8*i, the others are
 * in the SlotArray `extra` at attr_offset.  Adding an attribute moves to the
 * child shape.  Dictionary mode (SHAPE_DICT_MODE): `extra` is a Dict.
 * Instances of var-sized builtins (attr_offset 0) have their `extra` at the
 * end: instance_extra finds it.
 */
struct Shape {
    Header h;
    uint32_t id;
    uint32_t n; /* attributes */
    uint16_t shape_flags;
    uint16_t inline_n;
    uint32_t attr_offset;
    Type *type;
    Shape *parent;
    Str *last;       /* the attribute that the parent lacks */
    Dict *children;  /* Str -> Shape; NULL until there is one */
    Shape *sibling;  /* on root shapes: one with another inline_n, or NULL */
    Shape *dict_mode; /* this class's dictionary-mode shape, on root shapes */
    Shape *root;
};
enum {
    SHAPE_DICT_MODE = 1 << 0,
    SHAPE_NO_ATTRS = 1 << 1, /* takes no attributes (__slots__, builtins) */
};

/* Process-wide, like the shape ids in every header. */
extern Shape **shape_table;

static inline Type *type_of_pointer(const void *object)
{
    return shape_table[((const Header *)object)->shape]->type;
}
extern Type *const type_of_tag[8]; /* by a Value's low three bits */
Type *type_of_immediate(Value v);

/* type(v) */
static inline Type *type_of(Value v)
{
    if (value_is_pointer(v))
        return type_of_pointer(value_to_pointer(v));
    if ((v.bits & 7) == 4)
        return type_of_immediate(v);
    return type_of_tag[v.bits & 7];
}
static inline bool type_has_flag(Value v, uint32_t flag)
{
    return (type_of(v)->type_flags & flag) != 0;
}

void types_init(Thread *t);
/* Makes the dictionary of a builtin type that is not in types.def (module
 * types); base before derived. */
void type_ready(Thread *t, Type *type);

/* Attribute `name` along the MRO, without descriptors; null (nothing raised)
 * if there is none. */
Value type_lookup(Type *type, Str *name);
/* Sets or deletes (value null) type.dict[name] and updates slots: 1; 0 when
 * there was nothing to delete. */
int type_set_attr(Thread *t, Type *type, Str *name, Value value);
void type_modified(Type *type);
/* The type's version, giving it one if need be; 0 when none are left, or when
 * the type is not told of all that changes lookups (type_mro_is_plain):
 * nothing may then be remembered of them. */
uint32_t type_version(Type *type);
bool type_is_subtype(const Type *type, const Type *base);
/* type(name, bases, dict) for metatype `meta`, called with the bases'
 * consistency checks, __set_name__ and __init_subclass__ done. */
Value type_new(Thread *t, Type *meta, Str *name, Tuple *bases, Dict *dict,
               Value kwargs);
Value type_get_name(Type *type);      /* str: __name__ */
const char *type_name(const Type *type); /* UTF-8, for messages */

/* Shapes (shape.c).  Names are interned. */
Shape *shape_new_root(Thread *t, Type *type, unsigned inline_n,
                      uint32_t attr_offset, unsigned flags);
/* Index of the attribute, or -1. */
int64_t shape_lookup(const Shape *shape, const Str *name);
/* The shape with `name` (interned, not there yet) added. */
Shape *shape_add(Thread *t, Shape *shape, Str *name);
/* The dictionary-mode shape of the same class. */
Shape *shape_to_dict_mode(Thread *t, Shape *shape);
/* Is told of each type that changes and is TYPE_WATCHED. */
extern void (*type_watch_hook)(Type *type);

/* Instances (instance.c). */
/* A new instance of a TYPE_HEAP class without var-sized part; slots UNBOUND. */
Value instance_new(Thread *t, Type *cls);
/* What constructors of TYPE_VAR_SIZED builtins allocate with, for the builtin
 * and its subclasses: `size` bytes for the builtin's fields and items, which
 * are zero, and room for slots and attributes.  For the others it is
 * instance_new_fixed. */
void *instance_new_sized(Thread *t, Type *cls, size_t size);
/* As instance_new_sized, but answers NULL when the memory cannot be had. */
void *instance_new_large(Thread *t, Type *cls, size_t size);
/* Marks the attributes of an object with OBJECT_ATTRS.  Builtin kinds need
 * not call it: it is done when the kind is registered. */
void instance_trace_attrs(void *object, GcMarker *m);
static inline Shape *shape_of(const void *object)
{
    return shape_table[((const Header *)object)->shape];
}
/* Where attribute `index` of the object lies. */
Slot *instance_slot(void *object, const Shape *shape, int64_t index);
void **instance_extra(void *object, const Shape *shape);
/* Own attribute, or null. */
Value instance_get(void *object, Str *name);
int instance_set(Thread *t, void *object, Str *name, Value value);
/* 1 deleted, 0 there was none */
int instance_delete(Thread *t, void *object, Str *name);
/* The __dict__: turns the object to dictionary mode. */
Dict *instance_dict(Thread *t, void *object);
void instance_dict_set(Thread *t, void *object, Dict *dict);

#endif
