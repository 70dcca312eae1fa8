/* SPDX-License-Identifier: MIT */
/*
 * _json.Scanner: from a JSON text to Python's objects.
 *
 * Items of arrays and objects that are not at their end yet lie on a stack, so
 * that lists and dicts are made with the size they need.  Keys come again and
 * again: those last seen are found by their bytes (Scanner.keys), and within
 * one text equal ones are one object (Scan.memo).
 */
#include "module/json/json_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/instance.h"
#include <string.h>

enum { KEYS = 256, KEY_MAX = 32, STACK_FIRST = 64 };

typedef struct Scanner {
    RECORD_HEAD()
    Slot strict; /* a bool */
    Slot object_hook, object_pairs_hook, parse_float, parse_int, parse_constant;
    Slot keys; /* a SlotArray: short keys by hash_key; UNBOUND: none yet */
} Scanner;

/* A text that is being read. */
typedef struct Scan {
    const Scanner *scanner;
    Str *text;
    SlotArray *keys;
    Dict *memo; /* of keys; NULL: none yet */
    SlotArray *stack;
    int64_t top; /* of it */
    bool strict;
} Scan;

static Value scan_value(Thread *t, Scan *s, int64_t i, int64_t *end);

/* ---- parts ---- */

static inline uint32_t at(const Scan *s, int64_t i)
{
    return s->text->width == 1 ? s->text->data[i] : str_at(s->text, i);
}

/* The first character that is no white space, at i or after. */
static inline int64_t skip_space(const Scan *s, int64_t i)
{
    uint32_t c;
    while ((c = at(s, i)) == ' ' || c == '\n' || c == '\t' || c == '\r')
        i++;
    return i;
}

/* Answers 0, or -1 without memory. */
static inline int push(Thread *t, Scan *s, Value v)
{
    if (UNLIKELY(s->top == s->stack->capacity)) {
        SlotArray *more =
            gc_alloc_large(t, sizeof *more + 2 * (size_t)s->top * sizeof(Slot),
                           KIND_SLOTS, SHAPE_RAW);
        if (more == NULL)
            return RAISE_INT(raise_no_memory(t));
        more->capacity = 2 * s->top;
        memcpy(more->items, s->stack->items, (size_t)s->top * sizeof(Slot));
        s->stack = more;
    }
    slot_set(s->stack, &s->stack->items[s->top++], v);
    return 0;
}

static inline Value pushed(const Scan *s, int64_t i)
{
    return slot_get(&s->stack->items[i]);
}

/* Calls a hook unless it is None. */
static Value through(Thread *t, const Slot *hook, Value v)
{
    Value function = slot_get(hook);
    return value_is_none(function) ? v : object_call1(t, function, v);
}

/* ---- keys ---- */

static uint32_t hash_key(const uint8_t *data, int64_t len)
{
    uint64_t first = 0, last = 0;
    if (len >= 8) {
        memcpy(&first, data, 8);
        memcpy(&last, data + len - 8, 8);
    } else {
        for (int64_t i = 0; i < len; i++)
            first = first << 8 | data[i];
    }
    uint64_t h =
        (first ^ last << 7 ^ (uint64_t)len) * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(h >> 56);
}
_Static_assert(KEYS == 256, "hash_key answers eight bits");

/* The first str of this text that was a key. */
static Str *remembered(Thread *t, Scan *s, Str *key)
{
    if (s->memo == NULL)
        s->memo = dict_new(t);
    Value v = value_from_pointer(key);
    return value_to_pointer(dict_setdefault(t, s->memo, v, v));
}

/* The key whose opening quote is right before i. */
static Str *scan_key(Thread *t, Scan *s, int64_t i, int64_t *end)
{
    Str *text = s->text;
    int64_t stop = json_run_end(text, i), len = stop - i;
    if (text->width != 1 || len > KEY_MAX || text->data[stop] != '"' ||
        stop == text->len) {
        Str *key = json_string(t, text, i, s->strict, end);
        return key == NULL ? NULL : remembered(t, s, key);
    }
    *end = stop + 1;
    const uint8_t *data = text->data + i;
    Slot *place = &s->keys->items[hash_key(data, len)];
    if (!value_is_null(slot_get(place))) {
        Str *known = value_to_str(slot_get(place));
        if (known->len == len && memcmp(known->data, data, (size_t)len) == 0)
            return known;
    }
    Str *key = str_slice(t, text, i, stop);
    if (key == NULL || (key = remembered(t, s, key)) == NULL)
        return NULL;
    slot_set(s->keys, place, value_from_pointer(key));
    return key;
}

/* ---- objects ---- */

/* What is pushed from `base` on, keys and values in turn, as pairs. */
static Value make_pairs(Thread *t, Scan *s, int64_t base)
{
    List *pairs = list_new(t, (s->top - base) / 2);
    if (pairs == NULL)
        return NULL_VALUE;
    for (int64_t i = base; i < s->top; i += 2)
        list_append(t, pairs,
                    value_from_pointer(
                        tuple_pack(t, 2, pushed(s, i), pushed(s, i + 1))));
    return value_from_pointer(pairs);
}

static Value make_dict(Thread *t, Scan *s, int64_t base)
{
    Dict *d = dict_new_sized(t, (s->top - base) / 2);
    for (int64_t i = base; i < s->top; i += 2)
        dict_set_str(t, d, value_to_str(pushed(s, i)), pushed(s, i + 1));
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : value_from_pointer(d);
}

static Value finish_object(Thread *t, Scan *s, int64_t base)
{
    const Scanner *scanner = s->scanner;
    bool pairs = !value_is_none(slot_get(&scanner->object_pairs_hook));
    TRY(v, pairs ? make_pairs(t, s, base) : make_dict(t, s, base));
    s->top = base;
    return through(
        t, pairs ? &scanner->object_pairs_hook : &scanner->object_hook, v);
}

/* Pushes a key and its value; i is at the key's quote, *end behind the value and
 * white space.  0 or -1 */
static int scan_member(Thread *t, Scan *s, int64_t i, int64_t *end)
{
    if (at(s, i) != '"')
        return RAISE_INT(
            json_raise(t, "Expecting property name enclosed in double quotes",
                       s->text, i));
    Str *key = scan_key(t, s, i + 1, &i);
    if (key == NULL || push(t, s, value_from_pointer(key)) < 0)
        return -1;
    i = skip_space(s, i);
    if (at(s, i) != ':')
        return RAISE_INT(json_raise(t, "Expecting ':' delimiter", s->text, i));
    Value v = scan_value(t, s, skip_space(s, i + 1), &i);
    if (value_is_null(v) || push(t, s, v) < 0)
        return -1;
    *end = skip_space(s, i);
    return 0;
}

/* The object whose brace is right before i. */
static Value scan_object(Thread *t, Scan *s, int64_t i, int64_t *end)
{
    int64_t base = s->top;
    i = skip_space(s, i);
    if (at(s, i) != '}')
        for (;; i = skip_space(s, i + 1)) {
            if (scan_member(t, s, i, &i) < 0)
                return NULL_VALUE;
            if (at(s, i) == '}')
                break;
            if (at(s, i) != ',')
                return json_raise(t, "Expecting ',' delimiter", s->text, i);
        }
    *end = i + 1;
    return finish_object(t, s, base);
}

/* ---- arrays ---- */

/* The array whose bracket is right before i. */
static Value scan_array(Thread *t, Scan *s, int64_t i, int64_t *end)
{
    int64_t base = s->top;
    i = skip_space(s, i);
    if (at(s, i) != ']')
        for (;; i = skip_space(s, i + 1)) {
            TRY(v, scan_value(t, s, i, &i));
            if (push(t, s, v) < 0)
                return NULL_VALUE;
            i = skip_space(s, i);
            if (at(s, i) == ']')
                break;
            if (at(s, i) != ',')
                return json_raise(t, "Expecting ',' delimiter", s->text, i);
        }
    *end = i + 1;
    List *l = list_from_values(
        t, (const Value *)(const void *)(s->stack->items + base),
        s->top - base);
    s->top = base;
    return value_from_pointer(l);
}

/* ---- other values ---- */

static bool is_word(const Scan *s, int64_t i, const char *word)
{
    for (; *word != '\0'; word++, i++)
        if (at(s, i) != (uint32_t)*word)
            return false;
    return true;
}

static Value scan_number(Thread *t, Scan *s, int64_t i, int64_t *end)
{
    const Scanner *scanner = s->scanner;
    JsonNumber n = json_number_find(s->text, i);
    if (n.end == n.start)
        return raise_stop_iteration(t, int_from_int64(t, i));
    *end = n.end;
    Value parse =
        slot_get(n.is_float ? &scanner->parse_float : &scanner->parse_int);
    Value usual = value_from_pointer(n.is_float ? &type_float : &type_int);
    if (value_same(parse, usual))
        return json_number_value(t, s->text, &n);
    Str *written = str_slice(t, s->text, n.start, n.end);
    return written == NULL
               ? NULL_VALUE
               : object_call1(t, parse, value_from_pointer(written));
}

/* A word, or else a number. */
static Value scan_word(Thread *t, Scan *s, int64_t i, int64_t *end)
{
    static const struct {
        const char *text;
        Value v; /* null: parse_constant tells */
    } words[] = {{"null", NONE},           {"true", TRUE_VALUE},
                 {"false", FALSE_VALUE},   {"NaN", NULL_VALUE},
                 {"Infinity", NULL_VALUE}, {"-Infinity", NULL_VALUE}};
    for (size_t w = 0; w < ARRAY_LEN(words); w++) {
        if (!is_word(s, i, words[w].text))
            continue;
        *end = i + (int64_t)strlen(words[w].text);
        if (!value_is_null(words[w].v))
            return words[w].v;
        return object_call1(t, slot_get(&s->scanner->parse_constant),
                            value_from_pointer(str_intern_c(t, words[w].text)));
    }
    return scan_number(t, s, i, end);
}

static Value scan_nested(Thread *t, Scan *s, int64_t i, int64_t *end)
{
    bool object = at(s, i) == '{';
    if (recursion_enter(
            t, object ? " while decoding a JSON object from a unicode string"
                      : " while decoding a JSON array from a unicode string"))
        return NULL_VALUE;
    Value v =
        object ? scan_object(t, s, i + 1, end) : scan_array(t, s, i + 1, end);
    recursion_leave(t);
    return v;
}

/* The value at i; *end is behind it. */
static Value scan_value(Thread *t, Scan *s, int64_t i, int64_t *end)
{
    uint32_t c = at(s, i);
    if (c == '"')
        return value_from_pointer(
            json_string(t, s->text, i + 1, s->strict, end));
    if (c == '{' || c == '[')
        return scan_nested(t, s, i, end);
    if ((c >= '0' && c <= '9') || (c == '-' && at(s, i + 1) != 'I'))
        return scan_number(t, s, i, end);
    return scan_word(t, s, i, end);
}

/* ---- the type ---- */

static SlotArray *slots_new(Thread *t, int64_t n)
{
    SlotArray *a = gc_alloc(t, sizeof *a + (size_t)n * sizeof(Slot), KIND_SLOTS,
                            SHAPE_RAW);
    a->capacity = n;
    return a;
}

static Value scan(Thread *t, Scanner *self, Str *text, int64_t i)
{
    if (i < 0)
        return raise_value_error(t, "idx cannot be negative");
    if (i >= text->len)
        return raise_stop_iteration(t, int_from_int64(t, i));
    if (value_is_unbound(slot_get(&self->keys)))
        slot_set(self, &self->keys, value_from_pointer(slots_new(t, KEYS)));
    Scan s = {.scanner = self,
              .text = text,
              .keys = value_to_slots(slot_get(&self->keys)),
              .stack = slots_new(t, STACK_FIRST),
              .strict = value_is_true(slot_get(&self->strict))};
    TRY(v, scan_value(t, &s, i, &i));
    return value_from_pointer(tuple_pack(t, 2, v, int_from_int64(t, i)));
}

NATIVE(scanner, scan_once, 0, NULL, (self, Scanner), (arg, object, string),
       (arg, ssize, idx))
{
    if (!value_is_str(string))
        return raise_type_error(t, "first argument must be a string, not %.80T",
                                string);
    return scan(t, self, value_to_str(string), idx);
}

static Value call(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
{
    if (LIKELY(n == 2 && kwnames == NULL && value_is_str(args[0]) &&
               value_is_int(args[1])))
        return scan(t, value_to_record(self), value_to_str(args[0]),
                    value_to_int(args[1]));
    return object_call(
        t, native_function_new(t, &scanner_scan_once_native, self, NONE), args,
        n, kwnames);
}

static Value make(Thread *t, Type *cls, Value context)
{
    static const struct {
        const char *name;
        size_t offset;
    } settings[] = {
        {"object_hook", offsetof(Scanner, object_hook)},
        {"object_pairs_hook", offsetof(Scanner, object_pairs_hook)},
        {"parse_float", offsetof(Scanner, parse_float)},
        {"parse_int", offsetof(Scanner, parse_int)},
        {"parse_constant", offsetof(Scanner, parse_constant)},
    };
    Scanner *self = instance_new_fixed(t, cls);
    TRY(strict, object_getattr(t, context, str_intern_c(t, "strict")));
    int truth = object_is_true(t, strict);
    if (truth < 0)
        return NULL_VALUE;
    slot_set(self, &self->strict, value_from_bool(truth != 0));
    for (size_t i = 0; i < ARRAY_LEN(settings); i++) {
        TRY(v, object_getattr(t, context, str_intern_c(t, settings[i].name)));
        slot_set(self, (Slot *)((char *)self + settings[i].offset), v);
    }
    return value_from_pointer(self);
}

NATIVE(scanner, make_scanner, 0, NULL, (cls), (arg, object, context))
{
    return make(t, cls, context);
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    return object_call(t,
                       native_function_new(t, &scanner_make_scanner_native,
                                           value_from_pointer(cls), NONE),
                       args, n, kwnames);
}

static const MemberDef members[] = {
    {"strict", offsetof(Scanner, strict), false},
    {"object_hook", offsetof(Scanner, object_hook), false},
    {"object_pairs_hook", offsetof(Scanner, object_pairs_hook), false},
    {"parse_float", offsetof(Scanner, parse_float), false},
    {"parse_int", offsetof(Scanner, parse_int), false},
    {"parse_constant", offsetof(Scanner, parse_constant), false},
    {0},
};

Type json_scanner_type = {
    TYPE_HEAD(json_scanner),
    .c_name = "_json.Scanner",
    .c_doc = "Reads the JSON value at an index of a text.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Scanner),
    .members = members,
    .slots = {.new = new, .call = call},
};
