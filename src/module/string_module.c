/* SPDX-License-Identifier: MIT */
/* The module _string: str.format's syntax, for string.Formatter. */
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/text/str_template.h"

/* An iterator over a template or a field's name. */
typedef struct Reader {
    RECORD_HEAD(int64_t pos;)
    Slot text; /* a str */
} Reader;

static Reader *reader_new(Thread *t, Type *type, Value text, int64_t pos)
{
    Reader *r = record_new(t, type->root_shape->id, RECORD_SLOTS(Reader));
    r->pos = pos;
    slot_set(r, &r->text, text);
    return r;
}

static int check_text(Thread *t, Value v)
{
    return value_is_str(v) ? 0
                           : RAISE_INT(raise_type_error(
                                 t, "expected str, got %T", v));
}

static Value slice(Thread *t, Str *s, int64_t start, int64_t stop)
{
    return value_from_pointer(str_slice(t, s, start, stop));
}

/* ---- templates ---- */

/* (literal, name, specification, conversion); None where there is no field. */
static Value parts_next(Thread *t, Value self)
{
    Reader *r = value_to_record(self);
    Str *s = value_to_str(slot_get(&r->text));
    TemplatePart p;
    int64_t pos = r->pos;
    int found = template_next(t, s, &pos, s->len, &p);
    r->pos = pos;
    if (found <= 0)
        return found < 0 ? NULL_VALUE : UNBOUND;
    Value name = NONE, spec = NONE, conversion = NONE;
    Value literal = slice(t, s, p.literal, p.literal_stop);
    if (p.has_field) {
        name = slice(t, s, p.name, p.name_stop);
        spec = slice(t, s, p.spec, p.spec_stop);
        if (p.conversion != 0)
            conversion =
                value_from_pointer(str_from_code_point(t, p.conversion));
    }
    return value_from_pointer(
        tuple_pack(t, 4, literal, name, spec, conversion));
}

static Type parts_type = {
    TYPE_HEAD(parts),
    .c_name = "formatteriterator",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Reader),
    .slots = {.iter = sequence_self, .next = parts_next},
};

NATIVE(string, formatter_parser, 0,
       "An iterator over a template's parts: (literal, name of the field, "
       "specification, conversion).",
       (arg, object, format), (slash))
{
    return check_text(t, format) < 0
               ? NULL_VALUE
               : value_from_pointer(reader_new(t, &parts_type, format, 0));
}

/* ---- names ---- */

/* (is_attribute, key) */
static Value names_next(Thread *t, Value self)
{
    Reader *r = value_to_record(self);
    Str *s = value_to_str(slot_get(&r->text));
    bool is_attribute;
    Value key;
    int64_t pos = r->pos;
    int found = template_name_next(t, s, &pos, s->len, &is_attribute, &key);
    r->pos = pos;
    if (found <= 0)
        return found < 0 ? NULL_VALUE : UNBOUND;
    return value_from_pointer(
        tuple_pack(t, 2, value_from_bool(is_attribute), key));
}

static Type names_type = {
    TYPE_HEAD(names),
    .c_name = "fieldnameiterator",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Reader),
    .slots = {.iter = sequence_self, .next = names_next},
};

NATIVE(string, formatter_field_name_split, 0,
       "The first part of a field's name, a str or a number, and an iterator "
       "over the others: (whether it is an attribute, the name or key).",
       (arg, object, name), (slash))
{
    int64_t pos = 0;
    Value first;
    if (check_text(t, name) < 0)
        return NULL_VALUE;
    Str *s = value_to_str(name);
    if (template_name_first(t, s, &pos, s->len, &first) < 0)
        return NULL_VALUE;
    Reader *rest = reader_new(t, &names_type, name, pos);
    return value_from_pointer(
        tuple_pack(t, 2, first, value_from_pointer(rest)));
}

/* ---- the module ---- */

static const NativeDef *const functions[] = {
    &string_formatter_field_name_split_native,
    &string_formatter_parser_native,
    NULL,
};

static const ModuleType types[] = {
    {NULL, &parts_type},
    {NULL, &names_type},
    {0},
};

const ModuleDef string_module = {
    .name = "_string",
    .doc = "The syntax of str.format.",
    .functions = {functions},
    .types = types,
};
