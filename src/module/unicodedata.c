/* SPDX-License-Identifier: MIT */
/*
 * The module unicodedata.  Each function is there twice: of the module, for the
 * level's version of the Unicode Character Database, and as a method of UCD, whose
 * only instance is for version 3.2.
 */
#include <stdio.h>
#include <string.h>

#include "base/unicode/unicode_data.h"
#include "base/unicode/unicode_name.h"
#include "base/unicode/unicode_normal.h"
#include "base/unicode/unicode_props.h"
#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/codecs.h"
#include "object/text/str.h"

/* The older database. */
typedef struct Ucd {
    RECORD_HEAD()
    Slot version;
} Ucd;

/* --- properties of one character --- */

static Value category(Thread *t, UnicodeVersion version, int32_t c)
{
    return value_from_pointer(
        str_from_c(t, unicode_data_category((uint32_t)c, version)));
}

static Value bidirectional(Thread *t, UnicodeVersion version, int32_t c)
{
    return value_from_pointer(
        str_from_c(t, unicode_data_bidirectional((uint32_t)c, version)));
}

static Value east_asian_width(Thread *t, UnicodeVersion version, int32_t c)
{
    return value_from_pointer(
        str_from_c(t, unicode_data_width((uint32_t)c, version)));
}

static Value combining(Thread *t UNUSED, UnicodeVersion version, int32_t c)
{
    return value_from_int(unicode_data_is_assigned((uint32_t)c, version)
                              ? unicode_data_normality((uint32_t)c).combining
                              : 0);
}

static Value mirrored(Thread *t UNUSED, UnicodeVersion version, int32_t c)
{
    return value_from_int(unicode_data_is_mirrored((uint32_t)c, version));
}

static Value decomposition(Thread *t, UnicodeVersion version, int32_t c)
{
    char text[24 + UNICODE_MAPPING_MAX * 7];
    uint32_t to[UNICODE_MAPPING_MAX];
    const char *tag;
    int n = unicode_data_is_assigned((uint32_t)c, version)
                ? unicode_normal_mapping((uint32_t)c, &tag, to)
                : 0;
    char *end = text;
    if (n > 0 && *tag != '\0')
        end += sprintf(end, "<%s> ", tag);
    for (int i = 0; i < n; i++)
        end += sprintf(end, i == 0 ? "%04X" : " %04X", (unsigned)to[i]);
    *end = '\0';
    return value_from_pointer(str_from_c(t, text));
}

/* --- those that not every character has: `fallback` or ValueError --- */

static Value decimal(Thread *t, UnicodeVersion version, int32_t c,
                     Value fallback)
{
    int value = unicode_data_decimal((uint32_t)c, version);
    if (value >= 0)
        return value_from_int(value);
    return value_is_unbound(fallback) ? raise_value_error(t, "not a decimal")
                                      : fallback;
}

/* In any version that of the level. */
static Value digit(Thread *t, UnicodeVersion version UNUSED, int32_t c,
                   Value fallback)
{
    int value = unicode_props_digit((uint32_t)c);
    if (value >= 0)
        return value_from_int(value);
    return value_is_unbound(fallback) ? raise_value_error(t, "not a digit")
                                      : fallback;
}

static Value numeric(Thread *t, UnicodeVersion version, int32_t c,
                     Value fallback)
{
    double value;
    if (unicode_data_is_assigned((uint32_t)c, version) &&
        unicode_props_numeric((uint32_t)c, &value))
        return float_from_double(t, value);
    return value_is_unbound(fallback)
               ? raise_value_error(t, "not a numeric character")
               : fallback;
}

static Value name(Thread *t, UnicodeVersion version, int32_t c, Value fallback)
{
    char text[UNICODE_NAME_MAX];
    if (unicode_data_is_assigned((uint32_t)c, version) &&
        unicode_name_of((uint32_t)c, text))
        return value_from_pointer(str_from_c(t, text));
    return value_is_unbound(fallback) ? raise_value_error(t, "no such name")
                                      : fallback;
}

/* --- lookup --- */

/* Whether a name is one of that version: 3.2 has no aliases and sequences, and
 * computed names are not looked at closely. */
static bool is_of_version(UnicodeNamed named, uint32_t c,
                          UnicodeVersion version)
{
    return version == UNICODE_LEVEL || named == UNICODE_NAMED_COMPUTED ||
           (named == UNICODE_NAMED_CHARACTER &&
            unicode_data_is_assigned(c, version));
}

static Value raise_undefined(Thread *t, const char *text, size_t len)
{
    TRY(shown,
        codecs_decode_utf8(t, (const uint8_t *)text,
                           (int64_t)strnlen(text, len), "replace", NULL));
    return raise_error(t, EXC(KeyError), "undefined character name '%S'",
                       shown);
}

static Value look_up(Thread *t, UnicodeVersion version, Value v)
{
    enum { LONGEST = 256 };
    uint32_t found[UNICODE_SEQUENCE_MAX];
    int n;
    if (value_is_str(v)) {
        TRY(encoded, codecs_encode_utf8(t, value_to_str(v), NULL));
        v = encoded;
    }
    const Bytes *text = value_to_pointer(v);
    const char *s = (const char *)text->data;
    size_t len = (size_t)text->len;
    if (len > LONGEST)
        return raise_error(t, EXC(KeyError), "name too long");
    UnicodeNamed named = unicode_name_find(s, len, found, &n);
    if (named == UNICODE_NAMED_NOTHING ||
        !is_of_version(named, found[0], version))
        return raise_undefined(t, s, len);
    return value_from_pointer(str_from_ucs4(t, found, n));
}

/* --- normalization --- */

/* Whether `name` is that of a form. */
static bool find_form(const Str *text, UnicodeForm *form)
{
    static const char *const names[] = {"NFD", "NFKD", "NFC", "NFKC"};
    for (unsigned i = 0; i < ARRAY_LEN(names); i++)
        if (str_equal_c(text, names[i])) {
            *form = (UnicodeForm)i;
            return true;
        }
    return false;
}

static UnicodeText text_of(const Str *s)
{
    return (UnicodeText){s->data, s->width, (size_t)s->len};
}

/* What a look at the characters tells; of 3.2 nothing is known. */
static int look(UnicodeForm form, UnicodeVersion version, const Str *s)
{
    return version == UNICODE_LEVEL ? unicode_normal_quick(form, text_of(s))
                                    : UNICODE_QUICK_MAYBE;
}

/* NULL with an exception. */
static Str *to_form(Thread *t, UnicodeForm form, UnicodeVersion version, Str *s)
{
    UnicodeText text = text_of(s);
    size_t room = unicode_normal_room(form, version, text);
    Blob *blob = gc_alloc_large(t, sizeof(Blob) + room * sizeof(uint32_t),
                                KIND_BLOB, SHAPE_RAW);
    if (blob == NULL) {
        raise_no_memory(t);
        return NULL;
    }
    blob->capacity = (int64_t)(room * sizeof(uint32_t));
    uint32_t *out = (uint32_t *)blob->data;
    size_t n = unicode_normal(form, version, text, out);
    Str *normal = str_from_ucs4(t, out, (int64_t)n);
    KEEP(s);
    KEEP(blob);
    return normal;
}

static Value normalize(Thread *t, UnicodeVersion version, Str *name_, Str *s)
{
    UnicodeForm form;
    if (s->len == 0)
        return value_from_pointer(s);
    if (!find_form(name_, &form))
        return raise_value_error(t, "invalid normalization form");
    if (look(form, version, s) == UNICODE_QUICK_YES)
        return value_from_pointer(s);
    Str *normal = to_form(t, form, version, s);
    return normal == NULL ? NULL_VALUE : value_from_pointer(normal);
}

static Value is_normalized(Thread *t, UnicodeVersion version, Str *name_,
                           Str *s)
{
    UnicodeForm form;
    if (s->len == 0)
        return TRUE_VALUE;
    if (!find_form(name_, &form))
        return raise_value_error(t, "invalid normalization form");
    int quick = look(form, version, s);
    if (quick != UNICODE_QUICK_MAYBE)
        return value_from_bool(quick == UNICODE_QUICK_YES);
    Str *normal = to_form(t, form, version, s);
    return normal == NULL ? NULL_VALUE : value_from_bool(str_equal(s, normal));
}

/* --- both ways --- */

/* bytes that cannot change, or a str */
#define PARAM_LEAF_named     (LEAF_STR | LEAF_BYTES)
#define PARAM_TYPE_named     Value
#define PARAM_LOCAL_named(v) Value v
static PARAM_FN(named, Value)
{
    *out = v;
    if (value_is_str(v) || value_is_bytes(v))
        return true;
    if (value_is_bytearray(v))
        return param_mismatch(t, def, at, "read-only bytes-like object", v);
    raise_type_error(t, "a bytes-like object is required, not '%T'", v);
    return false;
}

#define OF_CHARACTER(id, doc)                                                 \
    NATIVE(unicodedata, id, NATIVE_PURE, doc, (arg, character, chr), (slash)) \
    {                                                                         \
        return id(t, UNICODE_LEVEL, chr);                                     \
    }                                                                         \
    NATIVE(ucd, id, NATIVE_PURE, doc, (self, Ucd), (arg, character, chr),     \
           (slash))                                                           \
    {                                                                         \
        return id(t, UNICODE_3_2, chr);                                       \
    }

#define OF_SOME_CHARACTERS(id, doc)                                           \
    NATIVE(unicodedata, id, NATIVE_READER, doc, (arg, character, chr),        \
           (opt_as, object, fallback, "default", <unrepresentable>), (slash)) \
    {                                                                         \
        return id(t, UNICODE_LEVEL, chr, fallback);                           \
    }                                                                         \
    NATIVE(ucd, id, NATIVE_READER, doc, (self, Ucd), (arg, character, chr),   \
           (opt_as, object, fallback, "default", <unrepresentable>), (slash)) \
    {                                                                         \
        return id(t, UNICODE_3_2, chr, fallback);                             \
    }

#define OF_TEXT(id, doc)                                             \
    NATIVE(unicodedata, id, NATIVE_PURE, doc, (arg, str, form),      \
           (arg, str, unistr), (slash))                              \
    {                                                                \
        return id(t, UNICODE_LEVEL, form, unistr);                   \
    }                                                                \
    NATIVE(ucd, id, NATIVE_PURE, doc, (self, Ucd), (arg, str, form), \
           (arg, str, unistr), (slash))                              \
    {                                                                \
        return id(t, UNICODE_3_2, form, unistr);                     \
    }

OF_CHARACTER(bidirectional, "Which class of direction chr has, or ''.")
OF_CHARACTER(category, "The general category of chr, two letters.")
OF_CHARACTER(combining, "The canonical combining class of chr, 0 if none.")
OF_CHARACTER(decomposition, "What chr is made of, in hexadecimal, or ''.")
OF_CHARACTER(east_asian_width, "How wide chr is in East Asian text.")
OF_CHARACTER(mirrored, "1 if chr is mirrored in text from right to left.")
OF_SOME_CHARACTERS(decimal, "What chr counts as a decimal digit.")
OF_SOME_CHARACTERS(digit, "What chr counts as a digit of whatever form.")
OF_SOME_CHARACTERS(numeric, "What chr stands for as a number, a float.")
OF_SOME_CHARACTERS(name, "What chr is called.")
OF_TEXT(is_normalized, "Whether a text is in a normalization form.")
OF_TEXT(normalize, "A text in a normalization form: NFC, NFD, NFKC, NFKD.")

static const char lookup_doc[] =
    "The character of a name, or the characters of a sequence's.";
NATIVE(unicodedata, lookup, NATIVE_PURE, lookup_doc, (arg, named, name),
       (slash))
{
    return look_up(t, UNICODE_LEVEL, name);
}
NATIVE(ucd, lookup, NATIVE_PURE, lookup_doc, (self, Ucd), (arg, named, name),
       (slash))
{
    return look_up(t, UNICODE_3_2, name);
}

#define NATIVES(owner)                                                   \
    &owner##_bidirectional_native, &owner##_category_native,             \
        &owner##_combining_native, &owner##_decimal_native,              \
        &owner##_decomposition_native, &owner##_digit_native,            \
        &owner##_east_asian_width_native, &owner##_is_normalized_native, \
        &owner##_lookup_native, &owner##_mirrored_native,                \
        &owner##_name_native, &owner##_normalize_native,                 \
        &owner##_numeric_native, NULL

static const NativeDef *const functions[] = {NATIVES(unicodedata)};
static const NativeDef *const methods[] = {NATIVES(ucd)};

static const MemberDef members[] = {
    {"unidata_version", offsetof(Ucd, version), false},
    {0},
};

static Type ucd_type = {
    TYPE_HEAD(ucd),
    .c_name = "unicodedata.UCD",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Ucd),
    .methods = methods,
    .members = members,
};

static const ModuleType types[] = {
    {"UCD", &ucd_type},
    {0},
};

static int init(Thread *t, Module *m)
{
    Ucd *old = record_new(t, ucd_type.root_shape->id, RECORD_SLOTS(Ucd));
    slot_set(old, &old->version, value_from_pointer(str_from_c(t, "3.2.0")));
    dict_set_c(t, m->dict, "ucd_3_2_0", value_from_pointer(old));
    dict_set_c(t, m->dict, "unidata_version",
               value_from_pointer(str_from_c(t, unicode_data_version)));
    return 0;
}

const ModuleDef unicodedata_module = {
    .name = "unicodedata",
    .doc = "What the Unicode Character Database says of characters: names, "
           "categories, numbers,\ndirections, decompositions; and texts in "
           "normalization forms.",
    .functions = {functions},
    .types = types,
    .init = init,
};
