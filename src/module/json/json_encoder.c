/* SPDX-License-Identifier: MIT */
/*
 * _json.Encoder: from Python's objects to a JSON text.
 *
 * What an object is in is known twice: by a chain of Within on the C stack,
 * and, before Python code may look, by the dict `markers`.
 */
#include "base/number.h"
#include "module/json/json_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int_text.h"
#include "object/type/instance.h"
#include <math.h>

/* By what strings are quoted. */
typedef enum Quoting { QUOTE_CALL, QUOTE_PLAIN, QUOTE_ASCII } Quoting;

typedef struct Encoder {
    RECORD_HEAD(bool allow_nan; uint8_t quoting;)
    Slot markers; /* a dict, or None: circles are not looked for */
    Slot otherwise, encoder, indent;
    Slot key_separator, item_separator; /* strs */
    Slot sort_keys, skipkeys;           /* bools */
} Encoder;

/* An object that is being written, and what it is in. */
typedef struct Within {
    struct Within *outer; /* NULL: nothing */
    Value object;
    bool marked; /* is in the markers */
} Within;

/* A text that is being written. */
typedef struct Writer {
    const Encoder *e;
    Dict *markers; /* NULL: none */
    Within *inner; /* what is being written */
    StrBuilder out;
} Writer;

static int write_value(Thread *t, Writer *w, Value v);

/* ---- circles ---- */

static Value marker(Thread *t, Value v) { return int_from_uint64(t, v.bits); }

/* Begins with v: 0, or -1 when it is in itself. */
static int enter(Thread *t, Writer *w, Within *here, Value v)
{
    *here = (Within){.outer = w->inner, .object = v};
    if (w->markers == NULL)
        return 0;
    int found = 0;
    for (const Within *i = w->inner; i != NULL && !found; i = i->outer)
        found = value_same(i->object, v);
    if (!found && w->markers->used > 0)
        found = dict_contains(t, w->markers, marker(t, v));
    if (found > 0)
        raise_value_error(t, "Circular reference detected");
    if (found != 0)
        return -1;
    w->inner = here;
    return 0;
}

static int leave(Thread *t, Writer *w, const Within *here)
{
    if (w->markers == NULL)
        return 0;
    w->inner = here->outer;
    if (!here->marked)
        return 0;
    Value key = marker(t, here->object);
    int found = dict_delete(t, w->markers, key);
    return found > 0
               ? 0
               : RAISE_INT(found < 0 ? NULL_VALUE : raise_key_error(t, key));
}

/* Python code may look at the markers now: 0 or -1. */
static int mark(Thread *t, Writer *w)
{
    for (Within *i = w->inner; i != NULL && !i->marked; i = i->outer) {
        if (dict_set(t, w->markers, marker(t, i->object), i->object) < 0)
            return -1;
        i->marked = true;
    }
    return 0;
}

/* ---- strings and numbers ---- */

static int put(Thread *t, Writer *w, const char *text, size_t len)
{
    return strbuilder_add_data(t, &w->out, text, 1, (int64_t)len);
}
#define PUT(t, w, text) put(t, w, text, sizeof(text) - 1)

static int write_str(Thread *t, Writer *w, Str *s)
{
    const Encoder *e = w->e;
    if (LIKELY(e->quoting != QUOTE_CALL))
        return json_quote(t, &w->out, s, e->quoting == QUOTE_ASCII);
    if (mark(t, w) < 0)
        return -1;
    Value v = object_call1(t, slot_get(&e->encoder), value_from_pointer(s));
    if (value_is_null(v))
        return -1;
    if (!value_is_str(v))
        return RAISE_INT(raise_type_error(
            t, "encoder() must return a string, not %.80T", v));
    return strbuilder_add(t, &w->out, value_to_str(v));
}

/* A small int's text at the end of a buffer; answers its length. */
enum { INT_TEXT = 24 };
static size_t small_int_text(int64_t i, char text[INT_TEXT])
{
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;
    char *p = text + INT_TEXT;
    do
        *--p = (char)('0' + u % 10);
    while ((u /= 10) != 0);
    if (i < 0)
        *--p = '-';
    return (size_t)(text + INT_TEXT - p);
}

/* An int or a float, in quotes if it is a key, by `quote`. */
static int write_text(Thread *t, Writer *w, const char *text, size_t len,
                      bool key)
{
    if (!key)
        return put(t, w, text, len);
    if (w->e->quoting == QUOTE_CALL) {
        Str *s = str_from_latin1(t, (const uint8_t *)text, (int64_t)len);
        return s == NULL ? -1 : write_str(t, w, s);
    }
    return PUT(t, w, "\"") < 0 || put(t, w, text, len) < 0 ? -1
                                                           : PUT(t, w, "\"");
}

static int write_int(Thread *t, Writer *w, Value v, bool key)
{
    if (value_is_int(v)) {
        char text[INT_TEXT];
        size_t len = small_int_text(value_to_int(v), text);
        return write_text(t, w, text + INT_TEXT - len, len, key);
    }
    Value repr = int_repr(t, v);
    if (value_is_null(repr))
        return -1;
    const Str *s = value_to_str(repr);
    return write_text(t, w, (const char *)s->data, (size_t)s->len, key);
}

static int write_float(Thread *t, Writer *w, double d, bool key)
{
    char text[NUMBER_REPR_SIZE];
    if (isfinite(d))
        return write_text(t, w, text, number_repr(d, text), key);
    if (!w->e->allow_nan)
        return RAISE_INT(raise_value_error(
            t, "Out of range float values are not JSON compliant"));
    return isnan(d) ? write_text(t, w, "NaN", 3, key)
           : d > 0  ? write_text(t, w, "Infinity", 8, key)
                    : write_text(t, w, "-Infinity", 9, key);
}

/* None, True, False: 1; 0: v is none of them; or -1. */
static int write_constant(Thread *t, Writer *w, Value v, bool key)
{
    int status = value_is_none(v)            ? write_text(t, w, "null", 4, key)
                 : value_same(v, TRUE_VALUE) ? write_text(t, w, "true", 4, key)
                 : value_same(v, FALSE_VALUE)
                     ? write_text(t, w, "false", 5, key)
                     : 1;
    return status == 0 ? 1 : status > 0 ? 0 : -1;
}

/* ---- lists ---- */

static const Value *items_of(Value v, int64_t *n)
{
    if (value_is_list(v)) {
        *n = value_to_list(v)->len;
        return list_values(value_to_list(v));
    }
    *n = value_to_tuple(v)->len;
    return tuple_values(value_to_tuple(v));
}

static int write_list(Thread *t, Writer *w, Value v)
{
    const Str *comma = value_to_str(slot_get(&w->e->item_separator));
    Within here;
    int64_t n;
    items_of(v, &n);
    if (n == 0)
        return PUT(t, w, "[]");
    if (enter(t, w, &here, v) < 0 || PUT(t, w, "[") < 0)
        return -1;
    for (int64_t i = 0; i < n; i++) {
        /* Python code may have changed it meanwhile. */
        const Value *items = items_of(v, &n);
        if (i >= n)
            break;
        if ((i > 0 && strbuilder_add(t, &w->out, comma) < 0) ||
            write_value(t, w, items[i]) < 0)
            return -1;
    }
    return leave(t, w, &here) < 0 ? -1 : PUT(t, w, "]");
}

/* ---- dicts ---- */

static int write_key(Thread *t, Writer *w, Value key)
{
    if (LIKELY(value_is_str(key)))
        return write_str(t, w, value_to_str(key));
    if (value_is_float_object(key))
        return write_float(t, w, float_to_double(key), true);
    int status = write_constant(t, w, key, true);
    return status != 0 ? status : write_int(t, w, key, true);
}

static bool is_key(Value v)
{
    return value_is_str(v) || value_is_none(v) || value_is_bool(v) ||
           value_is_int_object(v) || value_is_float_object(v);
}

/* Writes a member, preceded by a comma if it is not the first. */
static int write_member(Thread *t, Writer *w, Value key, Value v, bool *first)
{
    const Encoder *e = w->e;
    if (!is_key(key)) {
        if (value_is_true(slot_get(&e->skipkeys)))
            return 0;
        return RAISE_INT(raise_type_error(
            t, "keys must be str, int, float, bool or None, not %.100T", key));
    }
    if (!*first &&
        strbuilder_add(t, &w->out, value_to_str(slot_get(&e->item_separator))) <
            0)
        return -1;
    *first = false;
    return write_key(t, w, key) < 0 ||
                   strbuilder_add(t, &w->out,
                                  value_to_str(slot_get(&e->key_separator))) < 0
               ? -1
               : write_value(t, w, v);
}

/* The items as they are now, keys and values in turn: Python code may change
 * the dict.  `local` if they fit. */
enum { LOCAL_ITEMS = 16 };
static const Value *snapshot(Thread *t, const Dict *d, Value *local)
{
    int64_t pos = 0;
    Value key, v, *to = local;
    if (d->used > LOCAL_ITEMS) {
        Tuple *items = tuple_new(t, 2 * d->used);
        if (items == NULL)
            return NULL;
        for (int64_t i = 0; dict_next(d, &pos, &key, &v); i += 2) {
            tuple_set(items, i, key);
            tuple_set(items, i + 1, v);
        }
        return tuple_values(items);
    }
    while (dict_next(d, &pos, &key, &v)) {
        *to++ = key;
        *to++ = v;
    }
    return local;
}

static int write_plain_members(Thread *t, Writer *w, const Dict *d)
{
    Value local[2 * LOCAL_ITEMS];
    bool first = true;
    int64_t n = d->used;
    const Value *items = snapshot(t, d, local);
    if (items == NULL)
        return -1;
    for (int64_t i = 0; i < n; i++)
        if (write_member(t, w, items[2 * i], items[2 * i + 1], &first) < 0)
            return -1;
    KEEP(items);
    return 0;
}

/* Those of a dict of another class, or in order. */
static int write_members(Thread *t, Writer *w, Value v)
{
    bool first = true;
    if (mark(t, w) < 0)
        return -1;
    Value items = object_call_method(t, v, N(items), 0);
    List *l = value_is_null(items) ? NULL : list_from_iterable(t, items);
    if (l == NULL || (value_is_true(slot_get(&w->e->sort_keys)) &&
                      list_sort(t, l, UNBOUND, false) < 0))
        return -1;
    for (int64_t i = 0; i < l->len; i++) {
        Value item = list_get(l, i);
        if (!value_is_tuple(item) || value_to_tuple(item)->len != 2)
            return RAISE_INT(
                raise_value_error(t, "items must return 2-tuples"));
        const Tuple *pair = value_to_tuple(item);
        if (write_member(t, w, tuple_get(pair, 0), tuple_get(pair, 1), &first) <
            0)
            return -1;
    }
    return 0;
}

static int write_dict(Thread *t, Writer *w, Value v)
{
    Within here;
    if (value_to_dict(v)->used == 0)
        return PUT(t, w, "{}");
    if (enter(t, w, &here, v) < 0 || PUT(t, w, "{") < 0)
        return -1;
    bool plain = value_has_shape(v, SHAPE_DICT) &&
                 !value_is_true(slot_get(&w->e->sort_keys));
    if ((plain ? write_plain_members(t, w, value_to_dict(v))
               : write_members(t, w, v)) < 0)
        return -1;
    return leave(t, w, &here) < 0 ? -1 : PUT(t, w, "}");
}

/* ---- any value ---- */

static int write_other(Thread *t, Writer *w, Value v)
{
    Within here;
    if (enter(t, w, &here, v) < 0 || mark(t, w) < 0)
        return -1;
    Value instead = object_call1(t, slot_get(&w->e->otherwise), v);
    if (value_is_null(instead) ||
        recursion_enter(t, " while encoding a JSON object"))
        return -1;
    int status = write_value(t, w, instead);
    recursion_leave(t);
    return status < 0 ? -1 : leave(t, w, &here);
}

static int write_nested(Thread *t, Writer *w, Value v, bool dict)
{
    if (recursion_enter(t, " while encoding a JSON object"))
        return -1;
    int status = dict ? write_dict(t, w, v) : write_list(t, w, v);
    recursion_leave(t);
    return status;
}

static int write_value(Thread *t, Writer *w, Value v)
{
    if (value_is_str(v))
        return write_str(t, w, value_to_str(v));
    if (value_is_int(v))
        return write_int(t, w, v, false);
    if (value_is_flonum(v))
        return write_float(t, w, value_flonum_to_double(v), false);
    int status = write_constant(t, w, v, false);
    if (status != 0)
        return status < 0 ? -1 : 0;
    if (value_is_dict(v))
        return write_nested(t, w, v, true);
    if (value_is_list(v) || value_is_tuple(v))
        return write_nested(t, w, v, false);
    if (value_is_int_object(v))
        return write_int(t, w, v, false);
    if (value_is_float_object(v))
        return write_float(t, w, float_to_double(v), false);
    return write_other(t, w, v);
}

/* ---- the type ---- */

static Value encode(Thread *t, const Encoder *self, Value v)
{
    Writer w = {.e = self};
    if (!value_is_none(slot_get(&self->markers)))
        w.markers = value_to_dict(slot_get(&self->markers));
    strbuilder_init(&w.out);
    if (write_value(t, &w, v) < 0)
        return NULL_VALUE;
    Value s = value_from_pointer(strbuilder_finish(t, &w.out));
    return value_is_null(s) ? s
                            : value_from_pointer(list_from_values(t, &s, 1));
}

NATIVE(encoder, _iterencode, 0, NULL, (self, Encoder), (arg, object, obj),
       (arg, ssize, _current_indent_level))
{
    return encode(t, self, obj);
}

static Value call(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
{
    if (LIKELY(n == 2 && kwnames == NULL && value_is_int(args[1])))
        return encode(t, value_to_record(self), args[0]);
    return object_call(
        t, native_function_new(t, &encoder__iterencode_native, self, NONE),
        args, n, kwnames);
}

static uint8_t quoting_of(Value encoder)
{
    if (!value_has_kind(encoder, KIND_NATIVE))
        return QUOTE_CALL;
    const NativeDef *def = value_to_native(encoder)->def;
    return def == &json_encode_basestring_ascii_native ? QUOTE_ASCII
           : def == &json_encode_basestring_native     ? QUOTE_PLAIN
                                                       : QUOTE_CALL;
}

/* The arguments of make_encoder, in their order. */
enum {
    MARKERS,
    DEFAULT,
    ENCODER,
    INDENT,
    KEY_SEPARATOR,
    ITEM_SEPARATOR,
    SORT_KEYS,
    SKIPKEYS,
    ALLOW_NAN,
    N_ARGUMENTS
};

static Value make(Thread *t, Type *cls, const Value *args)
{
    Encoder *e = instance_new_fixed(t, cls);
    int truth[N_ARGUMENTS];
    for (int i = KEY_SEPARATOR; i <= ITEM_SEPARATOR; i++)
        if (!value_is_str(args[i]))
            return raise_type_error(
                t, "make_encoder() argument %d must be str, not %T", i + 1,
                args[i]);
    for (int i = SORT_KEYS; i <= ALLOW_NAN; i++)
        if ((truth[i] = object_is_true(t, args[i])) < 0)
            return NULL_VALUE;
    if (!value_is_none(args[MARKERS]) && !value_is_dict(args[MARKERS]))
        return raise_type_error(
            t, "make_encoder() argument 1 must be dict or None, not %.200T",
            args[MARKERS]);
    slot_set(e, &e->markers, args[MARKERS]);
    slot_set(e, &e->otherwise, args[DEFAULT]);
    slot_set(e, &e->encoder, args[ENCODER]);
    slot_set(e, &e->indent, args[INDENT]);
    slot_set(e, &e->key_separator, args[KEY_SEPARATOR]);
    slot_set(e, &e->item_separator, args[ITEM_SEPARATOR]);
    slot_set(e, &e->sort_keys, value_from_bool(truth[SORT_KEYS] != 0));
    slot_set(e, &e->skipkeys, value_from_bool(truth[SKIPKEYS] != 0));
    e->allow_nan = truth[ALLOW_NAN] != 0;
    e->quoting = quoting_of(args[ENCODER]);
    return value_from_pointer(e);
}

NATIVE(encoder, make_encoder, 0, NULL, (cls), (arg, object, markers),
       (arg_as, object, otherwise, "default"), (arg, object, encoder),
       (arg, object, indent), (arg, object, key_separator),
       (arg, object, item_separator), (arg, object, sort_keys),
       (arg, object, skipkeys), (arg, object, allow_nan))
{
    return make(t, cls,
                (const Value[N_ARGUMENTS]){markers, otherwise, encoder, indent,
                                           key_separator, item_separator,
                                           sort_keys, skipkeys, allow_nan});
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    if (LIKELY(n == N_ARGUMENTS && kwnames == NULL))
        return make(t, cls, args);
    return object_call(t,
                       native_function_new(t, &encoder_make_encoder_native,
                                           value_from_pointer(cls), NONE),
                       args, n, kwnames);
}

static const MemberDef members[] = {
    {"markers", offsetof(Encoder, markers), false},
    {"default", offsetof(Encoder, otherwise), false},
    {"encoder", offsetof(Encoder, encoder), false},
    {"indent", offsetof(Encoder, indent), false},
    {"key_separator", offsetof(Encoder, key_separator), false},
    {"item_separator", offsetof(Encoder, item_separator), false},
    {"sort_keys", offsetof(Encoder, sort_keys), false},
    {"skipkeys", offsetof(Encoder, skipkeys), false},
    {0},
};

Type json_encoder_type = {
    TYPE_HEAD(json_encoder),
    .c_name = "_json.Encoder",
    .c_doc = "Writes an object as pieces of a JSON text.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Encoder),
    .members = members,
    .slots = {.new = new, .call = call},
};
