/* SPDX-License-Identifier: MIT */
/*
 * The table of slots and dunders, and which function a type's slot holds:
 * the builtin's own if all dunders of the slot are wrappers of it, else the
 * caller of the Python methods.
 */
#include "object/type/slots.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/type_make.h"

_Static_assert(sizeof(TypeSlots) == SLOT_COUNT * sizeof(AnyFn),
               "slots are numbered");

Str *slot_names[SLOT_COUNT];
Str *slot_reflected[SLOT_COUNT];
Str *slot_compare_names[6];

static const struct {
    const char *dunder;
    uint8_t kind;
} rows[SLOT_COUNT] = {
#define SLOT(name, dunder, kind) {dunder, SLOT_KIND_##kind},
#include "object/type/slots.def"
#undef SLOT
};

/* Filled once by slots_init, constant from then on; sorted by slot. */
enum { DUNDERS_MAX = 128 };
static SlotDunder dunders[DUNDERS_MAX];
static int n_dunders;
static int first_dunder[SLOT_COUNT + 1];

/* The delete form and the like, by slot. */
static const char *const second_names[SLOT_COUNT] = {
    [SLOT_getattr] = "__getattr__", /* never a wrapper */
    [SLOT_setattr] = "__delattr__",
    [SLOT_descr_set] = "__delete__",
    [SLOT_setitem] = "__delitem__",
};

static void dunder_add(Thread *t, unsigned slot, const char *name,
                       unsigned variant)
{
    SlotDunder *d = &dunders[n_dunders++];
    d->name = str_intern_c(t, name);
    d->slot = (uint8_t)slot;
    d->kind = rows[slot].kind;
    d->variant = (uint8_t)variant;
    /* The name is kept by name_table's like: interned strings live on. */
    d->def.name = (const char *)d->name->data;
}

static void row_init(Thread *t, unsigned slot)
{
    static const char *const compares[6] = {"__lt__", "__le__", "__eq__",
                                            "__ne__", "__gt__", "__ge__"};
    const char *name = rows[slot].dunder;
    unsigned kind = rows[slot].kind;
    if (kind == SLOT_KIND_COMPARE) {
        for (unsigned op = 0; op < 6; op++) {
            dunder_add(t, slot, compares[op], op);
            slot_compare_names[op] = dunders[n_dunders - 1].name;
        }
        return;
    }
    dunder_add(t, slot, name, 0);
    slot_names[slot] = dunders[n_dunders - 1].name;
    if (kind == SLOT_KIND_BINARY || kind == SLOT_KIND_TERNARY) {
        char reflected[24];
        snprintf(reflected, sizeof(reflected), "__r%s", name + 2);
        dunder_add(t, slot, reflected, 1);
        slot_reflected[slot] = dunders[n_dunders - 1].name;
    } else if (second_names[slot] != NULL) {
        dunder_add(t, slot, second_names[slot], 1);
    }
}

void slots_init(Thread *t)
{
    n_dunders = 0;
    for (unsigned slot = 0; slot < SLOT_COUNT; slot++) {
        first_dunder[slot] = n_dunders;
        row_init(t, slot);
    }
    first_dunder[SLOT_COUNT] = n_dunders;
}

const SlotDunder *slot_dunder_of(const Native *native)
{
    const char *def = (const char *)native->def;
    if (def < (const char *)dunders || def >= (const char *)(dunders +
                                                             DUNDERS_MAX))
        return NULL;
    return (const SlotDunder *)(const void *)def;
}

int slot_hash_unhashable(Thread *t, Value self, int64_t *hash)
{
    (void)hash;
    raise_type_error(t, "unhashable type: '%.200T'", self);
    return -1;
}

/* --- builtin types ----------------------------------------------------- */

static Value wrapper_new(Thread *t, Type *type, SlotDunder *d)
{
    Native *n = gc_alloc(t, sizeof(Native), KIND_NATIVE,
                         SHAPE_WRAPPER_DESCRIPTOR);
    n->def = &d->def;
    n->n_fixed = -1;
    slot_set(n, &n->self, UNBOUND);
    slot_set(n, &n->owner, value_from_pointer(type));
    slot_set(n, &n->binding, UNBOUND);
    return value_from_pointer(n);
}

void slots_add_wrappers(Thread *t, Type *type)
{
    TypeSlots *s = &type->slots;
    if (s->compare != NULL && s->hash == NULL && type != &type_object)
        s->hash = slot_hash_unhashable;
    if (s->hash == slot_hash_unhashable)
        dict_set_str(t, type->dict, N(__hash__), NONE);
    for (int i = 0; i < n_dunders; i++) {
        SlotDunder *d = &dunders[i];
        if (*slot_at(type, d->slot) == NULL || d->slot == SLOT_new)
            continue;
        if (d->slot == SLOT_getattr && d->variant == 1)
            continue;
        if (d->slot == SLOT_hash && s->hash == slot_hash_unhashable)
            continue;
        dict_set_str(t, type->dict, d->name, wrapper_new(t, type, d));
    }
}

void slots_inherit(Thread *t, Type *type)
{
    (void)t;
    for (int64_t i = 1; i < type->mro->len; i++) {
        Type *base = value_to_type(tuple_get(type->mro, i));
        for (unsigned slot = 0; slot < SLOT_COUNT; slot++) {
            /* Without a constructor of its own a type has none but object's
             * heirs that share its layout have. */
            if (slot == SLOT_new && (base == &type_object ||
                                     (type->type_flags & TYPE_NO_NEW)))
                continue;
            AnyFn *at = slot_at(type, slot);
            if (*at == NULL)
                *at = *slot_at(base, slot);
        }
    }
}

/* --- classes ----------------------------------------------------------- */

/* The function of a builtin type that the attribute stands for in this type, or
 * NULL.  It is called without a look at its self. */
static AnyFn builtin_slot(Type *type, const SlotDunder *d, Value attr)
{
    if (d->slot == SLOT_hash && value_is_none(attr))
        return (AnyFn)(void *)slot_hash_unhashable;
    if (!value_is_pointer(attr) || value_header(attr)->kind != KIND_NATIVE)
        return NULL;
    const Native *native = value_to_native(attr);
    if (d->slot == SLOT_new) {
        /* Whosever __new__ it is, only its builtin's makes its instances. */
        if (native->def != &type___new___native)
            return NULL;
        return *slot_at(type_native_base(type), SLOT_new);
    }
    uint32_t shape = native->h.shape;
    if (shape != SHAPE_WRAPPER_DESCRIPTOR && shape != SHAPE_METHOD_DESCRIPTOR)
        return NULL;
    Type *owner = value_to_type(slot_get(&native->owner));
    if (strcmp(native->def->name, d->def.name) != 0 ||
        !type_is_subtype(type, owner))
        return NULL;
    return *slot_at(owner, d->slot);
}

static void recompute(Type *type, unsigned slot)
{
    AnyFn fn = NULL;
    bool in_python = false;
    for (int i = first_dunder[slot]; i < first_dunder[slot + 1]; i++) {
        Value attr = type_lookup(type, dunders[i].name);
        if (value_is_null(attr))
            continue;
        AnyFn own = builtin_slot(type, &dunders[i], attr);
        if (own == NULL || (fn != NULL && own != fn))
            in_python = true;
        fn = own;
    }
    /* What object has, every object has, though mro() may leave object out. */
    if (fn == NULL && !in_python && slot != SLOT_new && slot != SLOT_init)
        fn = *slot_at(&type_object, slot);
    *slot_at(type, slot) = in_python ? slot_callers[slot] : fn;
}

static void set_flag(Type *type, uint32_t flag, bool on)
{
    type->type_flags &= ~flag;
    if (on)
        type->type_flags |= flag;
}

static void flags_update(Type *type)
{
    set_flag(type, TYPE_PY_GETATTR,
             *slot_at(type, SLOT_getattr) == slot_callers[SLOT_getattr]);
    set_flag(type, TYPE_PY_SETATTR,
             *slot_at(type, SLOT_setattr) == slot_callers[SLOT_setattr]);
    set_flag(type, TYPE_DATA_DESCR, type->slots.descr_set != NULL);
}

static bool is_dunder(const Str *s)
{
    return s->len > 4 && s->width == 1 && s->data[0] == '_' &&
           s->data[1] == '_';
}

/* The slot that the dunder belongs to, or -1. */
static int slot_of_name(const Str *name)
{
    if (!is_dunder(name))
        return -1;
    for (int i = 0; i < n_dunders; i++) {
        if (dunders[i].name == name)
            return dunders[i].slot;
    }
    return -1;
}

void slots_fill(Type *type)
{
    if (type->bases->len == 1 && type_mro_is_plain(type)) {
        type->slots = type->base->slots;
        int64_t pos = 0;
        Value key, value;
        while (dict_next(type->dict, &pos, &key, &value)) {
            if (!value_is_str(key))
                continue;
            int slot = slot_of_name(value_to_str(key));
            if (slot >= 0)
                recompute(type, (unsigned)slot);
        }
        if (type->slots.new == NULL)
            recompute(type, SLOT_new);
        flags_update(type);
    } else {
        slots_refill(type);
    }
}

void slots_refill(Type *type)
{
    for (unsigned slot = 0; slot < SLOT_COUNT; slot++)
        recompute(type, slot);
    flags_update(type);
}

static void update(Type *type, void *context)
{
    recompute(type, *(unsigned *)context);
    flags_update(type);
    type_each_subclass(type, update, context);
}

void slots_update(Type *type, Str *name)
{
    int slot = slot_of_name(name);
    if (slot < 0)
        return;
    unsigned s = (unsigned)slot;
    update(type, &s);
}
