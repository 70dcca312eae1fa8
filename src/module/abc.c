/* SPDX-License-Identifier: MIT */
/*
 * The module _abc: what abc.ABCMeta asks.
 *
 * An abstract class remembers which classes were registered with it, which were
 * found to be its subclasses and which not.  These are sets of weak references
 * whose words the collector clears.  What was found not to be a subclass may have
 * become one after any registration anywhere: a counter of these tells.
 */
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/weakref.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/type_make.h"

/* --- sets of classes, held weakly -------------------------------------- */

/*
 * A hash table of addresses in a Blob: the number of places taken, then a power of
 * two of places.  Where a class has died there is a hole, behind which others are
 * not found any more: one that is looked for in vain is found out anew, and may
 * stand there twice.
 */
typedef struct Places {
    uint64_t *taken;
    uint64_t *at;
    uint64_t n;
} Places;

enum { PLACES_MIN = 4 };

static Places places_of(Blob *b)
{
    uint64_t *words = (uint64_t *)(void *)b->data;
    return (Places){words, words + 1, (uint64_t)b->capacity / 8 - 1};
}

static uint64_t first_place(const Places *p, const Type *type)
{
    uint64_t h = (uint64_t)(uintptr_t)type * UINT64_C(0x9e3779b97f4a7c15);
    return (h >> 32) & (p->n - 1);
}

static Blob *table_of(const Slot *set)
{
    Value v = slot_get(set);
    return value_is_unbound(v) ? NULL : value_to_pointer(v);
}

static bool has(const Slot *set, const Type *type)
{
    Blob *b = table_of(set);
    if (b == NULL)
        return false;
    Places p = places_of(b);
    uint64_t i = first_place(&p, type);
    while (p.at[i] != 0 && p.at[i] != (uint64_t)(uintptr_t)type)
        i = (i + 1) & (p.n - 1);
    return p.at[i] != 0;
}

static void put(Thread *t, Blob *b, Type *type)
{
    Places p = places_of(b);
    uint64_t i = first_place(&p, type);
    while (p.at[i] != 0)
        i = (i + 1) & (p.n - 1);
    p.at[i] = (uint64_t)(uintptr_t)type;
    ++*p.taken;
    if (!(type->h.flags & OBJECT_STATIC))
        gc_weak_add(&t->gc, type, b, &p.at[i]);
}

/* A table with room for twice as many as live in the old one, if any. */
static Blob *grown(Thread *t, Blob *old)
{
    uint64_t n = PLACES_MIN, living = 0;
    Places from = old != NULL ? places_of(old) : (Places){0};
    for (uint64_t i = 0; i < from.n; i++)
        living += from.at[i] != 0;
    while (n < 4 * living)
        n *= 2;
    int64_t bytes = (int64_t)((n + 1) * sizeof(uint64_t));
    Blob *b = gc_alloc(t, sizeof(Blob) + (size_t)bytes, KIND_BLOB, SHAPE_RAW);
    b->capacity = bytes;
    for (uint64_t i = 0; i < from.n; i++)
        if (from.at[i] != 0)
            put(t, b, (Type *)(uintptr_t)from.at[i]);
    return b;
}

static void add(Thread *t, void *owner, Slot *set, Type *type)
{
    if (has(set, type))
        return;
    Blob *b = table_of(set);
    if (b == NULL || *places_of(b).taken * 2 >= places_of(b).n) {
        b = grown(t, b);
        slot_set(owner, set, value_from_pointer(b));
    }
    put(t, b, type);
}

/* As Python sees it: a set of weak references. */
static Value as_set(Thread *t, const Slot *set)
{
    Set *s = set_new(t, SHAPE_SET);
    Blob *b = table_of(set);
    Places p = b != NULL ? places_of(b) : (Places){0};
    for (uint64_t i = 0; i < p.n; i++) {
        if (p.at[i] == 0)
            continue;
        TRY(ref, weakref_new(t, &weakref_type, VALUE_BITS(p.at[i]), NONE));
        if (set_add(t, s, ref) < 0)
            return NULL_VALUE;
    }
    KEEP(b);
    return value_from_pointer(s);
}

/* --- what a class knows ------------------------------------------------ */

typedef struct Abc { /* the module's state */
    RECORD_HEAD(int64_t registrations;)
} Abc;

typedef struct AbcData {
    RECORD_HEAD(int64_t version;) /* how many registrations there were when
                                     `others` was emptied */
    Slot registry;
    Slot subclasses, others; /* caches */
} AbcData;

const ModuleDef abc_module;

static Value data_new(Thread *t, Type *cls, Value *args, int64_t n,
                      Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    AbcData *data = record_new(t, cls->root_shape->id, RECORD_SLOTS(AbcData));
    const Abc *abc = module_state(t, &abc_module);
    data->version = abc->registrations;
    return value_from_pointer(data);
}

static Type data_type = {
    TYPE_HEAD(abc_data),
    .c_name = "_abc._abc_data",
    .c_doc = "What an abstract class remembers.",
    .kind = KIND_RECORD,
    .instance_size = sizeof(AbcData),
    .slots = {.new = data_new},
};

static AbcData *data_of(Thread *t, Value cls)
{
    Value v = object_getattr(t, cls, N(_abc_impl));
    if (value_is_null(v))
        return NULL;
    if (type_of(v) != &data_type) {
        raise_type_error(t, "_abc_impl is set to a wrong type");
        return NULL;
    }
    return value_to_record(v);
}

static Type *only_class(Thread *t, Value v, const char *message)
{
    if (type_has_flag(v, TYPE_IS_TYPE))
        return value_to_type(v);
    raise_type_error(t, "%s", message);
    return NULL;
}

/* --- abstract methods -------------------------------------------------- */

/* v.__isabstractmethod__: 1, 0 or -1 */
static int is_abstract(Thread *t, Value v)
{
    Value mark = object_getattr_or_unbound(t, v, N(__isabstractmethod__));
    if (value_is_null(mark))
        return -1;
    return value_is_unbound(mark) ? 0 : object_is_true(t, mark);
}

static int note_own(Thread *t, Value cls, Set *names)
{
    Value ns = object_getattr(t, cls, N(__dict__));
    Value items =
        value_is_null(ns) ? NULL_VALUE : object_call_method(t, ns, N(items), 0);
    List *rows = value_is_null(items) ? NULL : list_from_iterable(t, items);
    if (rows == NULL)
        return -1;
    for (int64_t i = 0; i < rows->len; i++) {
        Tuple *row = tuple_from_iterable(t, list_get(rows, i));
        if (row == NULL)
            return -1;
        if (row->len != 2)
            return RAISE_INT(raise_type_error(
                t, "Iteration over items() returned item which size is not 2"));
        int abstract = is_abstract(t, tuple_get(row, 1));
        if (abstract < 0 ||
            (abstract && set_add(t, names, tuple_get(row, 0)) < 0))
            return -1;
    }
    return 0;
}

/* Those of a base that the class has not made concrete. */
static int note_inherited(Thread *t, Value cls, Value base, Set *names)
{
    Value theirs = object_getattr_or_unbound(t, base, N(__abstractmethods__));
    if (value_is_unbound(theirs))
        return 0;
    Value iterator =
        value_is_null(theirs) ? NULL_VALUE : object_iter(t, theirs);
    if (value_is_null(iterator))
        return -1;
    FOR_EACH_ITEM(t, name, iterator, -1) {
        if (!value_is_str(name))
            return RAISE_INT(raise_type_error(
                t, "attribute name must be string, not '%.200T'", name));
        Value v = object_getattr_or_unbound(t, cls, value_to_str(name));
        if (value_is_null(v))
            return -1;
        int abstract = value_is_unbound(v) ? 0 : is_abstract(t, v);
        if (abstract < 0 || (abstract && set_add(t, names, name) < 0))
            return -1;
    }
    return 0;
}

static int note_abstract_methods(Thread *t, Value cls)
{
    Set *names = set_new(t, SHAPE_FROZENSET);
    if (note_own(t, cls, names) < 0)
        return -1;
    Value bases = object_getattr(t, cls, N(__bases__));
    if (value_is_null(bases))
        return -1;
    if (!value_is_tuple(bases))
        return RAISE_INT(raise_type_error(t, "__bases__ is not tuple"));
    const Tuple *all = value_to_tuple(bases);
    for (int64_t i = 0; i < all->len; i++)
        if (note_inherited(t, cls, tuple_get(all, i), names) < 0)
            return -1;
    return object_setattr(t, cls, N(__abstractmethods__),
                          value_from_pointer(names));
}

/* --- sequences and mappings, for patterns ------------------------------ */

enum {
    COLLECTION = TYPE_SEQUENCE | TYPE_MAPPING,
    TPFLAG_SEQUENCE = 1 << 5, /* in __abc_tpflags__, as in __flags__ */
    TPFLAG_MAPPING = 1 << 6,
};

static void set_collection(Type *type, void *context)
{
    uint32_t flag = *(const uint32_t *)context;
    if ((type->type_flags & TYPE_IMMUTABLE) ||
        (type->type_flags & COLLECTION) == flag)
        return;
    type->type_flags &= ~(uint32_t)COLLECTION;
    type->type_flags |= flag;
    type_modified(type);
    type_each_subclass(type, set_collection, context);
}

/* The class's own __abc_tpflags__, which goes. */
static int take_flags(Thread *t, Type *type)
{
    Value v = dict_get_str(type->dict, N(__abc_tpflags__));
    int64_t flags;
    if (value_is_null(v) || !value_is_int(v))
        return 0;
    flags = value_to_int(v) & (TPFLAG_SEQUENCE | TPFLAG_MAPPING);
    if (flags == (TPFLAG_SEQUENCE | TPFLAG_MAPPING))
        return RAISE_INT(raise_type_error(
            t, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and "
               "Py_TPFLAGS_MAPPING"));
    if (flags & TPFLAG_SEQUENCE)
        type->type_flags |= TYPE_SEQUENCE;
    if (flags & TPFLAG_MAPPING)
        type->type_flags |= TYPE_MAPPING;
    return type_set_attr(t, type, N(__abc_tpflags__), NULL_VALUE) < 0 ? -1 : 0;
}

/* --- what the metaclass calls ------------------------------------------ */

NATIVE(abc, _abc_init, 0, "Make a new class an abstract one.",
       (arg_as, object, cls, "self"), (slash))
{
    if (note_abstract_methods(t, cls) < 0)
        return NULL_VALUE;
    TRY(data, data_new(t, &data_type, NULL, 0, NULL));
    if (object_setattr(t, cls, N(_abc_impl), data) < 0)
        return NULL_VALUE;
    if (type_has_flag(cls, TYPE_IS_TYPE) &&
        take_flags(t, value_to_type(cls)) < 0)
        return NULL_VALUE;
    return NONE;
}

NATIVE(abc, _abc_register, 0,
       "Make a class count as a subclass of the abstract one.",
       (arg_as, object, cls, "self"), (arg, object, subclass), (slash),
       (state, Abc, abc))
{
    Type *type = only_class(t, subclass, "Can only register classes");
    if (type == NULL)
        return NULL_VALUE;
    int is = object_issubclass(t, subclass, cls);
    if (is != 0)
        return is < 0 ? NULL_VALUE : subclass;
    /* Else the caches would contradict each other. */
    is = object_issubclass(t, cls, subclass);
    if (is != 0)
        return is < 0 ? NULL_VALUE
                      : raise_error(t, EXC(RuntimeError),
                                    "Refusing to create an inheritance cycle");
    AbcData *data = data_of(t, cls);
    if (data == NULL)
        return NULL_VALUE;
    add(t, data, &data->registry, type);
    abc->registrations++;
    uint32_t flag = type_has_flag(cls, TYPE_IS_TYPE)
                        ? value_to_type(cls)->type_flags & COLLECTION
                        : 0;
    if (flag != 0)
        set_collection(type, &flag);
    return subclass;
}

/* What is known of the class: 1, 0; -1: nothing. */
static int known(const Abc *abc, const AbcData *data, const Type *type)
{
    if (has(&data->subclasses, type))
        return 1;
    if (data->version == abc->registrations && has(&data->others, type))
        return 0;
    return -1;
}

NATIVE(abc, _abc_instancecheck, 0,
       "What isinstance() answers for an abstract class.",
       (arg_as, object, cls, "self"), (arg, object, instance), (slash),
       (state, Abc, abc))
{
    AbcData *data = data_of(t, cls);
    if (data == NULL)
        return NULL_VALUE;
    TRY(claimed, object_getattr(t, instance, N(__class__)));
    Value real = value_from_pointer(type_of(instance));
    int is = type_has_flag(claimed, TYPE_IS_TYPE)
                 ? known(abc, data, value_to_type(claimed))
                 : -1;
    if (is == 1 || (is == 0 && value_same(claimed, real)))
        return value_from_bool(is);
    TRY(answer, object_call_method(t, cls, N(__subclasscheck__), 1, claimed));
    if (value_same(claimed, real))
        return answer;
    is = object_is_true(t, answer);
    if (is != 0)
        return is < 0 ? NULL_VALUE : answer;
    return object_call_method(t, cls, N(__subclasscheck__), 1, real);
}

/* Whether the class is a subclass of a registered one: 1, 0 or -1. */
static int check_registry(Thread *t, const AbcData *data, Value subclass)
{
    Blob *b = table_of(&data->registry);
    Places p = b != NULL ? places_of(b) : (Places){0};
    for (uint64_t i = 0; i < p.n; i++) {
        if (p.at[i] == 0)
            continue;
        int is = object_issubclass(t, subclass, VALUE_BITS(p.at[i]));
        if (is != 0)
            return is;
    }
    KEEP(b);
    return 0;
}

/* Whether it is one of a subclass of the abstract class. */
static int check_subclasses(Thread *t, Value cls, Value subclass)
{
    Value all = object_call_method(t, cls, N(__subclasses__), 0);
    if (value_is_null(all))
        return -1;
    if (!value_is_list(all))
        return RAISE_INT(
            raise_type_error(t, "__subclasses__() must return a list"));
    const List *l = value_to_list(all);
    for (int64_t i = 0; i < l->len; i++) {
        int is = object_issubclass(t, subclass, list_get(l, i));
        if (is != 0)
            return is;
    }
    return 0;
}

enum { REGISTERED = 2 };

/* Finds out: 1, 0 or -1; REGISTERED need not be remembered. */
static int check(Thread *t, const AbcData *data, Value cls, Value subclass)
{
    Value v = object_call_method(t, cls, N(__subclasshook__), 1, subclass);
    if (value_is_null(v))
        return -1;
    if (value_is_bool(v))
        return value_is_true(v);
    if (!value_same(v, NOT_IMPLEMENTED))
        return RAISE_INT(
            raise_error(t, EXC(AssertionError),
                        "__subclasshook__ must return either False, True, or "
                        "NotImplemented"));
    const Tuple *mro = value_to_type(subclass)->mro;
    for (int64_t i = 0; i < mro->len; i++)
        if (value_same(tuple_get(mro, i), cls))
            return 1;
    if (has(&data->registry, value_to_type(subclass)))
        return REGISTERED;
    int is = check_registry(t, data, subclass);
    return is != 0 ? is : check_subclasses(t, cls, subclass);
}

NATIVE(abc, _abc_subclasscheck, 0,
       "What issubclass() answers for an abstract class.",
       (arg_as, object, cls, "self"), (arg, object, subclass), (slash),
       (state, Abc, abc))
{
    Type *type = only_class(t, subclass, "issubclass() arg 1 must be a class");
    AbcData *data = type == NULL ? NULL : data_of(t, cls);
    if (data == NULL)
        return NULL_VALUE;
    int is = known(abc, data, type);
    if (is >= 0)
        return value_from_bool(is);
    if (data->version < abc->registrations) {
        slot_set(data, &data->others, UNBOUND);
        data->version = abc->registrations;
    }
    is = check(t, data, cls, subclass);
    if (is < 0)
        return NULL_VALUE;
    if (is != REGISTERED)
        add(t, data, is ? &data->subclasses : &data->others, type);
    return value_from_bool(is != 0);
}

NATIVE(abc, get_cache_token, 0,
       "A number that is another one after each registration with an abstract "
       "class.",
       (state, Abc, abc))
{
    return value_from_int(abc->registrations);
}

NATIVE(abc, _reset_registry, 0, "Forget what was registered, for tests.",
       (arg_as, object, cls, "self"), (slash))
{
    AbcData *data = data_of(t, cls);
    if (data == NULL)
        return NULL_VALUE;
    slot_set(data, &data->registry, UNBOUND);
    return NONE;
}

NATIVE(abc, _reset_caches, 0, "Forget what was found out, for tests.",
       (arg_as, object, cls, "self"), (slash))
{
    AbcData *data = data_of(t, cls);
    if (data == NULL)
        return NULL_VALUE;
    slot_set(data, &data->subclasses, UNBOUND);
    slot_set(data, &data->others, UNBOUND);
    return NONE;
}

NATIVE(abc, _get_dump, 0,
       "(registered, subclasses, others, version) of an abstract class, for "
       "tests.",
       (arg_as, object, cls, "self"), (slash))
{
    AbcData *data = data_of(t, cls);
    if (data == NULL)
        return NULL_VALUE;
    TRY(registry, as_set(t, &data->registry));
    TRY(subclasses, as_set(t, &data->subclasses));
    TRY(others, as_set(t, &data->others));
    return value_from_pointer(tuple_pack(t, 4, registry, subclasses, others,
                                         value_from_int(data->version)));
}

static const NativeDef *const functions[] = {
    &abc__abc_init_native,
    &abc__abc_register_native,
    &abc__abc_instancecheck_native,
    &abc__abc_subclasscheck_native,
    &abc_get_cache_token_native,
    &abc__reset_registry_native,
    &abc__reset_caches_native,
    &abc__get_dump_native,
    NULL,
};

static const ModuleType types[] = {
    {NULL, &data_type},
    {NULL, &weakref_type},
    {0},
};

const ModuleDef abc_module = {
    .name = "_abc",
    .doc = "What abc.ABCMeta is made of.",
    .functions = {functions},
    .types = types,
    .state_size = sizeof(Abc),
};
