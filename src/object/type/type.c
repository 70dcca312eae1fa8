/* SPDX-License-Identifier: MIT */
/*
 * The core of types: versions, lookup through the global method cache,
 * subclasses.  Making them is in type_new.c and type_ready.c, their behaviour
 * as objects in type_object.c.
 *
 * A type with a version has bases with versions, so that type_modified may
 * stop at a type without one.
 */
#include "object/type/type.h"

#include <string.h>
#include "base/base.h"
#include "base/limits.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/shape.h"
#include "object/type/type_make.h"

Type *const type_of_tag[8] = {
    NULL,        NULL,      &type_float, &type_int,
    &type_object, &type_float, &type_float, &type_int,
};

void (*type_watch_hook)(Type *type);

Type *type_of_immediate(Value v)
{
    switch (v.bits) {
    case 0x04: return &type_none;
    case 0x0c:
    case 0x1c: return &type_bool;
    case 0x24: return &type_not_implemented;
    case 0x2c: return &type_ellipsis;
    default: return &type_object; /* UNBOUND: should not get here */
    }
}

void type_trace(void *object, GcMarker *m)
{
    Type *type = object;
    gc_mark_object(m, shape_of(type));
    gc_mark_object(m, type->base);
    gc_mark_object(m, type->root_shape);
    gc_mark_object(m, type->dict);
    gc_mark_object(m, type->bases);
    gc_mark_object(m, type->mro);
    mark_slots(m, &type->name, 4);
    gc_mark_object(m, type->subclasses);
    mark_slots(m, &type->constructor_binding, 3);
    gc_mark_object(m, type->metatype);
}
_Static_assert(offsetof(Type, doc) - offsetof(Type, name) == 24 &&
                   offsetof(Type, cached_init) -
                           offsetof(Type, constructor_binding) == 16,
               "type_trace marks them as ranges");

const GcKind type_kind = {"type", type_trace, NULL};

/* --- names ------------------------------------------------------------- */

static const char *c_name_last(const Type *type)
{
    const char *dot = strrchr(type->c_name, '.');
    return dot != NULL ? dot + 1 : type->c_name;
}

Value type_get_name(Type *type) { return slot_get(&type->name); }

/* Writes code points as UTF-8, at most size - 1 bytes. */
static void utf8_copy(char *out, size_t size, const Str *s)
{
    size_t n = 0;
    for (int64_t i = 0; i < s->len && n + 5 < size; i++) {
        uint32_t c = str_at(s, i);
        if (c < 0x80) {
            out[n++] = (char)c;
            continue;
        }
        int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        static const uint8_t lead[] = {0, 0xc0, 0xe0, 0xf0};
        out[n++] = (char)(lead[more] | (c >> (6 * more)));
        while (more-- > 0)
            out[n++] = (char)(0x80 | ((c >> (6 * more)) & 0x3f));
    }
    out[n] = 0;
}

const char *type_name(const Type *type)
{
    /* A few at a time serve one message; per thread, hence no races. */
    static __thread char buffers[4][256];
    static __thread unsigned next;
    if (type->c_name != NULL)
        return c_name_last(type);
    const Str *s = value_to_str(slot_get(&type->name));
    if (s->width == 1 && (s->h.flags & OBJECT_ASCII))
        return (const char *)s->data;
    char *out = buffers[next++ % 4];
    utf8_copy(out, sizeof(buffers[0]), s);
    return out;
}

/* --- subclasses -------------------------------------------------------- */

/* A Blob whose first word counts, followed by weak pointers. */
enum { SUBCLASSES_MIN = LIMIT_SUBCLASSES_FIRST };

static uint64_t *subclass_words(Type *type)
{
    return (uint64_t *)(void *)type->subclasses->data;
}

static void subclass_put(Thread *t, Type *type, uint64_t i, Type *sub)
{
    uint64_t *word = &subclass_words(type)[i];
    *word = (uint64_t)(uintptr_t)sub;
    if (!(sub->h.flags & OBJECT_STATIC))
        gc_weak_add(&t->gc, sub, type->subclasses, word);
}

static void subclasses_grow(Thread *t, Type *type)
{
    Blob *old = type->subclasses;
    uint64_t *from = old == NULL ? NULL : subclass_words(type);
    uint64_t n = old == NULL ? 0 : from[0];
    uint64_t alive = 0;
    for (uint64_t i = 1; i <= n; i++)
        alive += from[i] != 0;
    uint64_t capacity = alive * 2 + SUBCLASSES_MIN;
    size_t bytes = (capacity + 1) * sizeof(uint64_t);
    Blob *b = gc_alloc(t, sizeof(Blob) + bytes, KIND_BLOB, SHAPE_RAW);
    b->capacity = (int64_t)bytes;
    FIELD_SET(type, subclasses, b);
    uint64_t to = 0;
    for (uint64_t i = 1; i <= n; i++) {
        if (from[i] != 0)
            subclass_put(t, type, ++to, (Type *)(uintptr_t)from[i]);
    }
    subclass_words(type)[0] = to;
    KEEP(old);
}

void type_add_subclass(Thread *t, Type *type, Type *sub)
{
    Blob *b = type->subclasses;
    if (b == NULL || (int64_t)((subclass_words(type)[0] + 2) * 8) >
                         b->capacity)
        subclasses_grow(t, type);
    uint64_t *words = subclass_words(type);
    subclass_put(t, type, words[0] + 1, sub);
    words[0]++;
}

void type_remove_subclass(Type *type, Type *sub)
{
    if (type->subclasses == NULL)
        return;
    uint64_t *words = subclass_words(type);
    for (uint64_t i = 1; i <= words[0]; i++) {
        if (words[i] == (uint64_t)(uintptr_t)sub)
            words[i] = 0;
    }
}

void type_each_subclass(Type *type, void (*fn)(Type *sub, void *context),
                        void *context)
{
    Blob *b = type->subclasses;
    if (b == NULL)
        return;
    uint64_t *words = subclass_words(type);
    uint64_t n = words[0];
    for (uint64_t i = 1; i <= n; i++) {
        if (words[i] != 0)
            fn((Type *)(uintptr_t)words[i], context);
    }
    KEEP(b);
}

/* --- versions ---------------------------------------------------------- */

uint32_t type_version(Type *type)
{
    if (type->version != 0 || !(type->type_flags & TYPE_READY))
        return type->version;
    if (runtime->next_type_version == UINT32_MAX)
        return 0;
    for (int64_t i = 0; i < type->bases->len; i++) {
        Type *base = value_to_type(tuple_get(type->bases, i));
        if (base->version == 0 && type_version(base) == 0)
            return 0;
    }
    if (!type_mro_is_plain(type))
        return 0;
    return type->version = ++runtime->next_type_version;
}

static void modified(Type *type, void *context)
{
    (void)context;
    type_modified(type);
}

void type_modified(Type *type)
{
    if (type->version == 0)
        return;
    type->version = 0;
    type->cached_init.value_ = UNBOUND;
    if ((type->type_flags & TYPE_WATCHED) && type_watch_hook != NULL)
        type_watch_hook(type);
    type_each_subclass(type, modified, NULL);
}

/* --- lookup ------------------------------------------------------------ */

static Value lookup_in_mro(Type *type, const Str *name)
{
    Tuple *mro = type->mro;
    if (mro == NULL)
        return type->dict == NULL ? NULL_VALUE
                                  : dict_get_str(type->dict, name);
    for (int64_t i = 0; i < mro->len; i++) {
        Type *base = value_to_type(tuple_get(mro, i));
        Value v = base->dict == NULL ? NULL_VALUE
                                     : dict_get_str(base->dict, name);
        if (!value_is_null(v))
            return v;
    }
    return NULL_VALUE;
}

Value type_lookup_behind(Type *type, const Type *cls, Str *name)
{
    const Tuple *mro = type->mro;
    int64_t i = 0;
    while (i < mro->len && value_to_pointer(tuple_get(mro, i)) != cls)
        i++;
    for (i++; i < mro->len; i++) {
        Type *base = value_to_type(tuple_get(mro, i));
        Value v = dict_get_str(base->dict, name);
        if (!value_is_null(v))
            return v;
    }
    return NULL_VALUE;
}

Value type_lookup(Type *type, Str *name)
{
    ASSERT(name != NULL && type->h.kind == KIND_TYPE);
    if (__builtin_expect(!(name->h.flags & OBJECT_INTERNED), 0) &&
        (name = name_find(name)) == NULL)
        return NULL_VALUE;
    uint32_t version = type->version;
    if (version == 0 && (version = type_version(type)) == 0)
        return lookup_in_mro(type, name);
    uintptr_t hash = ((uintptr_t)name >> 4) + version * 0x9e3779b1u;
    MethodCacheEntry *e = &runtime->method_cache[hash % METHOD_CACHE_SIZE];
    if (e->version == version && e->name == name)
        return e->value;
    Value v = lookup_in_mro(type, name);
    e->version = version;
    e->name = name;
    e->value = v;
    return v;
}

bool type_is_subtype(const Type *type, const Type *base)
{
    ASSERT(type != NULL && base != NULL);
    if (type == base)
        return true;
    Tuple *mro = type->mro;
    if (mro != NULL) {
        for (int64_t i = 0; i < mro->len; i++) {
            if (value_to_pointer(tuple_get(mro, i)) == base)
                return true;
        }
        return false;
    }
    for (; type != NULL; type = type->base) {
        if (type == base)
            return true;
    }
    return base == &type_object;
}
