/* SPDX-License-Identifier: MIT */
/*
 * Builtin types: from the static tables to dictionaries and inherited slots.
 */
#include <stdlib.h>
#include <string.h>
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/function/native.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/instance.h"
#include "object/type/shape.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

/* What a check for the builtin or a subclass looks at. */
static const struct {
    Type *type;
    uint32_t flag;
} family_flags[] = {
    {&type_int, TYPE_IS_INT},         {&type_float, TYPE_IS_FLOAT},
    {&type_str, TYPE_IS_STR},         {&type_bytes, TYPE_IS_BYTES},
    {&type_tuple, TYPE_IS_TUPLE},     {&type_list, TYPE_IS_LIST},
    {&type_dict, TYPE_IS_DICT},       {&type_set, TYPE_IS_SET},
    {&type_frozenset, TYPE_IS_SET},   {EXC(BaseException), TYPE_IS_EXCEPTION},
    {&type_type, TYPE_IS_TYPE},       {&type_bytearray, TYPE_IS_BYTEARRAY},
    {&type_complex, TYPE_IS_COMPLEX}, {&type_module, TYPE_IS_MODULE},
    {&type_list, TYPE_SEQUENCE},      {&type_tuple, TYPE_SEQUENCE},
    {&type_range, TYPE_SEQUENCE},     {&type_memoryview, TYPE_SEQUENCE},
    {&type_dict, TYPE_MAPPING},       {&type_mappingproxy, TYPE_MAPPING},
};

/* Every builtin type made ready, by Type.next_ready: roots of the collector.
 * They are static, so what they were before is kept for the next runtime of the
 * process. */
static Type *first_ready;

enum { USED = offsetof(Type, reserved) };

/* What the types that are known beforehand were: one piece for all. */
static char *known_before;

/* Room for what a type was; NULL: no memory. */
static void *before_new(const Type *type)
{
    if (type->root_shape == NULL) /* a module's */
        return malloc(USED);
    if (known_before == NULL)
        known_before = malloc(SHAPE_FIRST_FREE * (size_t)USED);
    return known_before == NULL ? NULL
                                : known_before + type->root_shape->id * USED;
}

static void remember(Thread *t, Type *type)
{
    type->before = before_new(type);
    if (type->before == NULL) /* there can be no next runtime */
        raise_no_memory_later(t);
    else
        memcpy(type->before, type, USED);
    type->next_ready = first_ready;
    first_ready = type;
}

bool types_reset(void)
{
    while (first_ready != NULL) {
        Type *type = first_ready;
        void *before = type->before;
        if (before == NULL)
            return false;
        bool known = ((Type *)before)->root_shape != NULL;
        first_ready = type->next_ready;
        memcpy(type, before, USED);
        memset(type->c_tail, 0, TYPE_TAIL_SIZE);
        type->before = type->next_ready = NULL;
        type->root_shape = NULL;
        if (!known)
            free(before);
    }
    free(known_before);
    known_before = NULL;
    return true;
}

void types_mark(GcMarker *m)
{
    for (Type *type = first_ready; type != NULL; type = type->next_ready)
        type_trace(type, m);
}

Type *type_native_base(Type *type)
{
    while (type->type_flags & TYPE_HEAP)
        type = type->base;
    return type;
}

/* --- the dictionary ---------------------------------------------------- */

static void add_rows(Thread *t, Type *type)
{
    Value self = value_from_pointer(type);
    if (type->constructor != NULL) {
        Value v = native_method_new(t, type->constructor, type);
        slot_set(type, &type->constructor_binding, v);
        if (type->slots.new == NULL) /* else it asks the row itself */
            type->slots.new = type_new_by_row;
    }
    if (type->initializer != NULL) {
        Value v = native_method_new(t, type->initializer, type);
        slot_set(type, &type->initializer_binding, v);
        type->slots.init = type_init_by_row;
    }
    if (type->slots.new != NULL)
        dict_set_str(t, type->dict, N(__new__),
                     native_function_new(t, &type___new___native, self, NONE));
}

static void add_methods(Thread *t, Type *type)
{
    static const NativeDef *const none[] = {NULL};
    const NativeDef *const *rows = type->methods ? type->methods : none;
    for (; *rows != NULL; rows++) {
        const NativeDef *d = *rows;
        Value v = native_method_new(t, d, type);
        if (d->flags & NATIVE_STATIC)
            v = staticmethod_new(
                t, native_function_new(t, d, value_from_pointer(type), NONE));
        dict_set_str(t, type->dict, str_intern_c(t, d->name), v);
    }
    for (const GetSetDef *d = type->getsets; d != NULL && d->name; d++)
        dict_set_str(t, type->dict, str_intern_c(t, d->name),
                     getset_new(t, type, d));
    for (const MemberDef *d = type->members; d != NULL && d->name; d++)
        if (d->name[0] != '\0')
            dict_set_str(t, type->dict, str_intern_c(t, d->name),
                     member_from_def(t, type, d));
}

static void add_doc(Thread *t, Type *type)
{
    Value doc = NONE;
    if (type->c_doc != NULL)
        doc = value_from_pointer(str_from_c(t, type->c_doc));
    slot_set(type, &type->doc, doc);
    if (value_is_null(dict_get_str(type->dict, N(__doc__))))
        dict_set_str(t, type->dict, N(__doc__), doc);
}

static void add_names(Thread *t, Type *type)
{
    const char *dot = strrchr(type->c_name, '.');
    const char *last = dot != NULL ? dot + 1 : type->c_name;
    Value name = value_from_pointer(str_intern_c(t, last));
    slot_set(type, &type->name, name);
    slot_set(type, &type->qualname, name);
    slot_set(type, &type->module, type_builtin_module(t, type));
}

static Tuple *native_bases(Thread *t, Type *type)
{
    if (type->base == NULL)
        return tuple_new(t, 0);
    if (type == EXC(ExceptionGroup))
        return tuple_pack(t, 2, value_from_pointer(type->base),
                          value_from_pointer(EXC(Exception)));
    return tuple_pack(t, 1, value_from_pointer(type->base));
}

/* Flags that subclasses share. */
static const uint32_t inherited_flags =
    TYPE_SEQUENCE | TYPE_MAPPING | TYPE_HAS_DICT | TYPE_HAS_WEAKREF |
    TYPE_IS_INT |
    TYPE_IS_FLOAT | TYPE_IS_STR | TYPE_IS_BYTES | TYPE_IS_TUPLE |
    TYPE_IS_LIST | TYPE_IS_DICT | TYPE_IS_SET | TYPE_IS_EXCEPTION |
    TYPE_IS_TYPE | TYPE_IS_BYTEARRAY | TYPE_IS_COMPLEX | TYPE_IS_MODULE;

static void set_layout(Thread *t, Type *type)
{
    Type *base = type->base;
    for (size_t i = 0; i < sizeof(family_flags) / sizeof(*family_flags); i++) {
        if (family_flags[i].type == type)
            type->type_flags |= family_flags[i].flag;
    }
    if (base != NULL) {
        type->type_flags |= base->type_flags & inherited_flags;
        if (type->kind == KIND_FREE)
            type->kind = base->kind;
        if (type->instance_size == 0 && type->kind == base->kind)
            type->instance_size = base->instance_size;
    }
    if (type->root_shape == NULL)
        shape_init_builtin(t, type, 0);
}

void type_ready(Thread *t, Type *type)
{
    if (type->type_flags & TYPE_READY)
        return;
    remember(t, type);
    if (type->metatype == NULL)
        type->metatype = &type_type;
    type->h.kind = KIND_TYPE;
    type->h.flags |= OBJECT_STATIC;
    type->cached_init.value_ = UNBOUND;
    type->base = type == &type_object ? NULL
               : type->c_base != NULL ? type->c_base
                                      : &type_object;
    if (type->base != NULL)
        type_ready(t, type->base);
    set_layout(t, type);
    FIELD_SET(type, dict, dict_new(t));
    FIELD_SET(type, bases, native_bases(t, type));
    FIELD_SET(type, mro, type_mro_compute(t, type));
    add_names(t, type);
    add_rows(t, type);
    slots_add_wrappers(t, type);
    add_methods(t, type);
    add_doc(t, type);
    slots_inherit(t, type);
    if (type->slots.descr_set != NULL)
        type->type_flags |= TYPE_DATA_DESCR;
    type->type_flags |= TYPE_IMMUTABLE | TYPE_READY;
    for (int64_t i = 0; i < type->bases->len; i++) {
        Type *base = value_to_type(tuple_get(type->bases, i));
        type_add_subclass(t, base, type);
    }
}

void types_init(Thread *t)
{
    slots_init(t);
    /* Methods are made of natives, whose types come first. */
    type_ready(t, &type_object);
    type_ready(t, &type_type);
    for (uint32_t id = 1; id < SHAPE_BaseException; id++)
        if (type_of_shape(id) != NULL)
            type_ready(t, type_of_shape(id));
    for (int i = 0; i < SHAPE_FIRST_FREE - SHAPE_BaseException; i++)
        type_ready(t, &exception_types[i]);
}
