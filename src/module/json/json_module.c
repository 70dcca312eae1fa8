/* SPDX-License-Identifier: MIT */
/* The module _json. */
#include "exec/import.h"
#include "module/json/json_parts.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"

Value json_raise(Thread *t, const char *what, Str *text, int64_t at)
{
    TRY(module, import_module(t, str_intern_c(t, "json.decoder")));
    TRY(cls, object_getattr(t, module, str_intern_c(t, "JSONDecodeError")));
    TRY(error, object_call3(t, cls, value_from_pointer(str_from_c(t, what)),
                            value_from_pointer(text), int_from_int64(t, at)));
    return raise_value(t, error);
}

NATIVE(
    json, scanstring, 0,
    "The string whose first character, behind the quote, is at `end`, and the "
    "index behind it.",
    (arg, object, string), (arg, ssize, end), (opt, c_int, strict, True),
    (slash))
{
    if (!value_is_str(string))
        return raise_type_error(t, "first argument must be a string, not %.80T",
                                string);
    if (end < 0 || end > value_to_str(string)->len)
        return raise_value_error(t, "end is out of bounds");
    Str *s = json_string(t, value_to_str(string), end, strict != 0, &end);
    return s == NULL
               ? NULL_VALUE
               : value_from_pointer(tuple_pack(t, 2, value_from_pointer(s),
                                               int_from_int64(t, end)));
}

static const NativeDef *const functions[] = {
    &json_encode_basestring_ascii_native,
    &json_encode_basestring_native,
    &json_scanstring_native,
    NULL,
};

static const ModuleType types[] = {
    {"make_encoder", &json_encoder_type},
    {"make_scanner", &json_scanner_type},
    {0},
};

const ModuleDef json_module = {
    .name = "_json",
    .doc = "JSON texts, read and written.",
    .functions = {functions},
    .types = types,
};
