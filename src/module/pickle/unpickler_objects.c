/* SPDX-License-Identifier: MIT */
/* Opcodes that find classes and functions, call them and fill objects. */
#include "exec/import.h"
#include "module/pickle/unpickler.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/audit.h"
#include "object/core/names.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/codecs.h"
#include "object/type/instance.h"

/* ---- globals ---- */

/* Whose attribute the name is not. */
static Value missing(Thread *t, Value name, Value v)
{
    return raise_error(t, EXC(AttributeError), "Can't get attribute %R on %R",
                       name, v);
}

static Value global_in(Thread *t, Value module, Str *name, bool dotted)
{
    Value v, parent, key = value_from_pointer(name);
    if (!dotted) {
        v = object_getattr_or_unbound(t, module, str_intern(t, name));
        return value_is_unbound(v) ? missing(t, key, module) : v;
    }
    Tuple *parts = pickle_dotted(t, name, module);
    if (parts == NULL)
        return NULL_VALUE;
    v = pickle_deep_attr(t, module, parts, &parent);
    return value_is_unbound(v) ? missing(t, key, module) : v;
}

static Value find_class(Thread *t, const Unpickler *u, Value module, Value name)
{
    if (audit_tell(t, value_from_pointer(str_intern_c(t, "pickle.find_class")),
                   tuple_pack(t, 2, module, name)) < 0)
        return NULL_VALUE;
    if (u->proto < 3 && u->fix_imports &&
        pickle_fix_names(t, PICKLE_TO_3, &module, &name) < 0)
        return NULL_VALUE;
    if (!value_is_str(module))
        return raise_type_error(t, "module name must be a string");
    TRY(m, import_module(t, value_to_str(module)));
    if (!value_is_str(name))
        return raise_type_error(t, "attribute name must be string, not '%T'",
                                name);
    return global_in(t, m, value_to_str(name), u->proto >= 4);
}

NATIVE_SHARED(unpickler, find_class, 0,
              "The attribute of a module; the module is imported if need be.",
              (self, Unpickler), (arg, object, module_name),
              (arg, object, global_name), (slash))
{
    return find_class(t, self, module_name, global_name);
}

/* self.find_class(module, name) */
static Value found_class(Thread *t, Load *l, Value module, Value name)
{
    Value me = value_from_pointer(l->u);
    if (type_of(me) == &unpickler_type)
        return find_class(t, l->u, module, name);
    return object_call_method(t, me, str_intern_c(t, "find_class"), 2, module,
                              name);
}

/* Two lines are a module and a name; of the encoding that both have. */
static Value line_global(Thread *t, Load *l, CodecsDecodeFn decode)
{
    Value names[2];
    for (int i = 0; i < 2; i++) {
        int64_t n;
        const char *line = load_line(t, l, 1, &n);
        if (line == NULL)
            return NULL_VALUE;
        names[i] = decode(t, (const uint8_t *)line, n, NULL, NULL);
        if (value_is_null(names[i]))
            return NULL_VALUE;
    }
    return found_class(t, l, names[0], names[1]);
}

int load_GLOBAL(Thread *t, Load *l)
{
    return load_push(t, l, line_global(t, l, codecs_decode_utf8));
}

int load_STACK_GLOBAL(Thread *t, Load *l)
{
    bool has_two = l->n - l->fence >= 2;
    Value module = has_two ? load_top(l, 1) : NONE;
    Value name = has_two ? load_top(l, 0) : NONE;
    if (type_of(module) != &type_str || type_of(name) != &type_str)
        return raise_unpickling(t, "STACK_GLOBAL requires str");
    l->n -= 2;
    return load_push(t, l, found_class(t, l, module, name));
}

/* ---- copyreg's numbers ---- */

static Value find_extension(Thread *t, Load *l, Value code)
{
    const PickleState *state = pickle_state(t);
    Dict *cache = value_to_dict(slot_get(&state->extension_cache));
    Value v = dict_get(t, cache, code);
    if (!value_is_unbound(v))
        return v;
    TRY(pair,
        dict_get(t, value_to_dict(slot_get(&state->inverted_registry)), code));
    if (value_is_unbound(pair))
        return raise_value_error(t, "unregistered extension code %R", code);
    const Tuple *names = value_is_tuple(pair) ? value_to_tuple(pair) : NULL;
    if (names == NULL || names->len != 2 ||
        !value_is_str(tuple_get(names, 0)) ||
        !value_is_str(tuple_get(names, 1)))
        return raise_value_error(
            t, "_inverted_registry[%R] isn't a 2-tuple of strings", code);
    v = found_class(t, l, tuple_get(names, 0), tuple_get(names, 1));
    if (value_is_null(v) || dict_set(t, cache, code, v) < 0)
        return NULL_VALUE;
    return v;
}

static int push_extension(Thread *t, Load *l, int n)
{
    uint64_t code;
    if (load_number(t, l, n, &code) < 0)
        return -1;
    if (n == 4 ? (int32_t)code <= 0 : code == 0)
        return raise_unpickling(t, "EXT specifies code <= 0");
    return load_push(t, l,
                     find_extension(t, l, int_from_int64(t, (int64_t)code)));
}

int load_EXT1(Thread *t, Load *l) { return push_extension(t, l, 1); }
int load_EXT2(Thread *t, Load *l) { return push_extension(t, l, 2); }
int load_EXT4(Thread *t, Load *l) { return push_extension(t, l, 4); }

/* ---- persistent ids ---- */

static int push_persistent(Thread *t, Load *l, Value id)
{
    return load_push(t, l,
                     object_call1(t, slot_get(&l->u->persistent_load), id));
}

/* Whether there is a function for them. */
static bool may_load_persistent(Thread *t, const Load *l)
{
    return !value_is_unbound(slot_get(&l->u->persistent_load)) ||
           raise_unpickling(
               t, "A load persistent id instruction was encountered,\nbut no "
                  "persistent_load function was specified.") == 0;
}

int load_PERSID(Thread *t, Load *l)
{
    int64_t n;
    if (!may_load_persistent(t, l))
        return -1;
    const char *line = load_line(t, l, 0, &n);
    if (line == NULL)
        return -1;
    Value id = codecs_decode_ascii(t, (const uint8_t *)line, n, NULL, NULL);
    if (!value_is_null(id))
        return push_persistent(t, l, id);
    if (!exception_matches(t, EXC(UnicodeDecodeError)))
        return -1;
    exception_take(t);
    return raise_unpickling(
        t, "persistent IDs in protocol 0 must be ASCII strings");
}

int load_BINPERSID(Thread *t, Load *l)
{
    if (!may_load_persistent(t, l) || !load_has(t, l, 1))
        return -1;
    Value id = load_top(l, 0);
    l->n--;
    return push_persistent(t, l, id);
}

/* ---- calls ---- */

int load_REDUCE(Thread *t, Load *l)
{
    if (!load_has(t, l, 2))
        return -1;
    Value function = load_top(l, 1), args = load_top(l, 0);
    l->n -= 2;
    if (!value_is_tuple(args))
        return RAISE_INT(raise_type_error(t, "argument list must be a tuple"));
    return load_push(
        t, l, object_call_tuple(t, function, value_to_tuple(args), NULL));
}

/* Calls cls with what is above `from`, as Python 2 made its instances. */
static Value instantiate(Thread *t, Load *l, Value cls, int64_t from)
{
    Tuple *args = tuple_from_values(t, load_values(l, from), l->n - from);
    if (args == NULL || value_is_null(cls))
        return NULL_VALUE;
    l->n = from;
    if (args->len == 0 && type_has_flag(cls, TYPE_IS_TYPE)) {
        TRY(state, object_getattr_or_unbound(
                       t, cls, str_intern_c(t, "__getinitargs__")));
        if (value_is_unbound(state))
            return object_call_method(t, cls, N(__new__), 1, cls);
    }
    return object_call_tuple(t, cls, args, NULL);
}

int load_INST(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    if (from < 0)
        return -1;
    Value cls = line_global(t, l, codecs_decode_ascii);
    return load_push(t, l, instantiate(t, l, cls, from));
}

int load_OBJ(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    if (from < 0)
        return -1;
    if (l->n - from < 1)
        return load_underflow(t, l);
    Value v = instantiate(t, l, load_values(l, from)[0], from + 1);
    if (value_is_null(v))
        return -1;
    l->n = from;
    return load_push(t, l, v);
}

/* cls.__new__(cls, *args, **kwargs); kwargs null: none. */
static Value make(Thread *t, Value cls, const Tuple *args, const Dict *kwargs)
{
    enum { LOCAL = 16 };
    Value local[LOCAL], key, v;
    int64_t n = args->len, n_named = kwargs == NULL ? 0 : kwargs->used;
    Value *all = object_call_buffer(t, local, LOCAL, n + n_named);
    Tuple *names = n_named == 0 ? NULL : tuple_new(t, n_named);
    if (all == NULL || (n_named > 0 && names == NULL))
        return NULL_VALUE;
    for (int64_t i = 0; i < n; i++)
        all[i] = tuple_get(args, i);
    int64_t pos = 0;
    for (int64_t i = 0; i < n_named && dict_next(kwargs, &pos, &key, &v); i++) {
        if (!value_is_str(key))
            return raise_type_error(t, "keywords must be strings");
        tuple_set(names, i, key);
        all[n + i] = v;
    }
    v = value_to_type(cls)->slots.new(t, value_to_type(cls), all, n, names);
    KEEP(all);
    return v;
}

/* NEWOBJ, or NEWOBJ_EX with a third operand. */
static int new_object(Thread *t, Load *l, bool ex)
{
    Type *error = PICKLE_ERROR(t, UnpicklingError);
    const char *name = ex ? "NEWOBJ_EX" : "NEWOBJ";
    if (!load_has(t, l, 2 + ex))
        return -1;
    Value kwargs = ex ? load_top(l, 0) : NULL_VALUE;
    Value args = load_top(l, ex), cls = load_top(l, 1 + ex);
    l->n -= 2 + ex;
    if (!type_has_flag(cls, TYPE_IS_TYPE))
        return RAISE_INT(raise_error(
            t, error, "%s class argument must be a type, not %.200T", name,
            cls));
    if (value_to_type(cls)->slots.new == NULL)
        return RAISE_INT(raise_error(
            t, error, "%s class argument '%.200N' doesn't have __new__", name,
            value_to_type(cls)));
    if (!value_is_tuple(args))
        return RAISE_INT(raise_error(
            t, error, "%s args argument must be a tuple, not %.200T", name,
            args));
    if (ex && !value_is_dict(kwargs))
        return RAISE_INT(raise_error(
            t, error, "%s kwargs argument must be a dict, not %.200T", name,
            kwargs));
    return load_push(
        t, l,
        make(t, cls, value_to_tuple(args), ex ? value_to_dict(kwargs) : NULL));
}

int load_NEWOBJ(Thread *t, Load *l) { return new_object(t, l, false); }
int load_NEWOBJ_EX(Thread *t, Load *l) { return new_object(t, l, true); }

/* ---- state ---- */

/* Whether the attributes of v may be set without a look at its __dict__, which
 * would cost it its shape. */
static bool has_plain_attributes(Thread *t, Value v)
{
    if (!value_is_pointer(v) || !type_has_flag(v, TYPE_HAS_DICT) ||
        object_own_dict(v) != NULL ||
        (shape_of(value_to_pointer(v))->shape_flags &
         (SHAPE_DICT_MODE | SHAPE_NO_ATTRS)))
        return false;
    (void)t;
    Value descriptor = type_lookup(type_of(v), N(__dict__));
    return value_is_pointer(descriptor) && !value_is_null(descriptor) &&
           value_header(descriptor)->shape == SHAPE_GETSET_DESCRIPTOR;
}

static int set_attributes(Thread *t, Value v, Dict *state)
{
    int64_t pos = 0;
    Value key, item;
    bool plain = has_plain_attributes(t, v);
    Value dict = plain ? NONE : object_getattr(t, v, N(__dict__));
    if (value_is_null(dict))
        return -1;
    while (dict_next(state, &pos, &key, &item)) {
        int status;
        if (type_of(key) == &type_str)
            key = value_from_pointer(str_intern(t, value_to_str(key)));
        else
            plain = false;
        if (plain) {
            status =
                instance_set(t, value_to_pointer(v), value_to_str(key), item);
        } else {
            if (value_is_none(dict))
                dict = object_getattr(t, v, N(__dict__));
            status =
                value_is_null(dict) ? -1 : object_setitem(t, dict, key, item);
        }
        if (status < 0)
            return -1;
    }
    return 0;
}

static int set_slots(Thread *t, Value v, const Dict *state)
{
    int64_t pos = 0;
    Value key, item;
    while (dict_next(state, &pos, &key, &item)) {
        if (!value_is_str(key))
            return RAISE_INT(raise_type_error(
                t, "attribute name must be string, not '%.200T'", key));
        if (object_setattr(t, v, value_to_str(key), item) < 0)
            return -1;
    }
    return 0;
}

static int build(Thread *t, Value v, Value state)
{
    Value slots = UNBOUND;
    if (value_is_tuple(state) && value_to_tuple(state)->len == 2) {
        slots = tuple_get(value_to_tuple(state), 1);
        state = tuple_get(value_to_tuple(state), 0);
    }
    if (!value_is_none(state)) {
        if (!value_is_dict(state))
            return raise_unpickling(t, "state is not a dictionary");
        if (set_attributes(t, v, value_to_dict(state)) < 0)
            return -1;
    }
    if (value_is_unbound(slots))
        return 0;
    if (!value_is_dict(slots))
        return raise_unpickling(t, "slot state is not a dictionary");
    return set_slots(t, v, value_to_dict(slots));
}

int load_BUILD(Thread *t, Load *l)
{
    if (l->n - 2 < l->fence)
        return load_underflow(t, l);
    Value v = load_top(l, 1), state = load_top(l, 0);
    l->n--;
    Value method = object_getattr_or_unbound(t, v, N(__setstate__));
    if (value_is_null(method))
        return -1;
    if (value_is_unbound(method))
        return build(t, v, state);
    return value_is_null(object_call1(t, method, state)) ? -1 : 0;
}
