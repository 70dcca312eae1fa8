/* SPDX-License-Identifier: MIT */
/* The module builtins: its table, and the functions on single objects. */
#include "module/builtins.h"

#include "module/io/open.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native_form.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* --- numbers ----------------------------------------------------------- */

NATIVE_FORMED(builtins, abs, 0, FORMS(FORM(ABS_INT), FORM(ABS_FLOAT)),
              "How far x is from zero: what its __abs__ answers.",
              (arg, object, x), (slash))
{
    return object_absolute(t, x);
}

static Value in_base(Thread *t, Value v, int base)
{
    TRY(i, object_index(t, v));
    return int_to_text(t, i, base, true);
}

NATIVE(builtins, bin, 0,
       "The int in base 2, with 0b before it.",
       (arg, object, number), (slash))
{
    return in_base(t, number, 2);
}

NATIVE(builtins, oct, 0,
       "The int in base 8, with 0o before it.",
       (arg, object, number), (slash))
{
    return in_base(t, number, 8);
}

NATIVE(builtins, hex, 0,
       "The int in base 16, with 0x before it.",
       (arg, object, number), (slash))
{
    return in_base(t, number, 16);
}

NATIVE(builtins, divmod, 0,
       "Quotient and remainder: (x // y, x % y).",
       (arg, object, x), (arg, object, y), (slash))
{
    return object_divmod(t, x, y);
}

NATIVE(builtins, pow, 0,
       "Equivalent to base**exp or base**exp % mod.",
       (arg, object, base), (arg, object, exp), (opt, object, mod, None))
{
    return object_pow(t, base, exp, mod);
}

NATIVE(builtins, round, 0,
       "The nearest number of so many decimals, or the nearest int.",
       (arg, object, number), (opt, object, ndigits, None))
{
    TRY(method, object_lookup_special(t, number, N(__round__)));
    if (value_is_unbound(method))
        return raise_type_error(
            t, "type %T doesn't define __round__ method", number);
    return value_is_none(ndigits) ? object_call0(t, method)
                                  : object_call1(t, method, ndigits);
}

NATIVE(builtins, chr, NATIVE_PURE,
       "The str of the one character with this code point.",
       (arg_as, c_int, c, "i"), (slash))
{
    if (c < 0 || c > 0x10ffff)
        return raise_value_error(t, "chr() arg not in range(0x110000)");
    return value_from_pointer(str_from_code_point(t, (uint32_t)c));
}

NATIVE(builtins, ord, NATIVE_PURE,
       "The code point of a single character; of a single byte its number.",
       (arg, object, c), (slash))
{
    Value v = c;
    int64_t len;
    if (value_is_str(v)) {
        len = value_to_str(v)->len;
        if (len == 1)
            return value_from_int(str_at(value_to_str(v), 0));
    } else if (value_is_bytes(v) || value_has_shape(v, SHAPE_BYTEARRAY)) {
        const uint8_t *data;
        if (bytes_view(t, v, &data, &len) < 0)
            return NULL_VALUE;
        if (len == 1)
            return value_from_int(data[0]);
    } else {
        return raise_type_error(
            t, "ord() expected string of length 1, but %T found", v);
    }
    return raise_type_error(
        t, "ord() expected a character, but string of length %l found", len);
}

/* --- any object -------------------------------------------------------- */

NATIVE(builtins, ascii, 0,
       "Like repr(), with escapes for all that is not ASCII.",
       (arg, object, obj), (slash))
{
    return object_ascii(t, obj);
}

NATIVE(builtins, repr, 0,
       "The object as text for programmers: what __repr__ answers.",
       (arg, object, obj), (slash))
{
    return object_repr(t, obj);
}

NATIVE(builtins, format, 0,
       "Return value.__format__(format_spec).",
       (arg, object, value), (opt_quoted, object, format_spec, "''"), (slash))
{
    if (!value_is_str(format_spec))
        return raise_type_error(t, "format() argument 2 must be str, not %T",
                                format_spec);
    return object_format(t, value, value_to_str(format_spec));
}

NATIVE(builtins, hash, 0,
       "An int that is equal for equal objects: what __hash__ answers.",
       (arg, object, obj), (slash))
{
    int64_t h;
    return object_hash(t, obj, &h) < 0 ? NULL_VALUE
                                           : int_from_int64(t, h);
}

NATIVE(builtins, id, NATIVE_READER,
       "A number that no other living object has.", (arg, object, obj), (slash))
{
    return int_from_uint64(t, obj.bits);
}

NATIVE(builtins, len, NATIVE_AS_LEN,
       "How many items there are: what __len__ answers.",
       (arg, object, obj), (slash))
{
    int64_t length = object_len(t, obj);
    return length < 0 ? NULL_VALUE : int_from_int64(t, length);
}

NATIVE(builtins, callable, NATIVE_READER,
       "Whether an object can be called.", (arg, object, obj), (slash))
{
    return value_from_bool(object_is_callable(obj));
}

NATIVE(builtins, isinstance, NATIVE_AS_ISINSTANCE,
       "Whether obj is of this class, of one of several, or of a subclass.",
       (arg, object, obj), (arg, object, class_or_tuple), (slash))
{
    int is = object_isinstance(t, obj, class_or_tuple);
    return is < 0 ? NULL_VALUE : value_from_bool(is);
}

NATIVE(builtins, issubclass, 0,
       "Whether a class is this one, one of several, or derives from it.",
       (arg, object, cls_), (arg, object, class_or_tuple), (slash))
{
    int is = object_issubclass(t, cls_, class_or_tuple);
    return is < 0 ? NULL_VALUE : value_from_bool(is);
}

/* --- attributes -------------------------------------------------------- */

/* attribute: a name, interned */
#define PARAM_LEAF_attribute LEAF_STR
#define PARAM_TYPE_attribute Str *
#define PARAM_LOCAL_attribute(v) Str *v
static bool param_attribute(Thread *t, Value v, Str **out,
                            const NativeDef *def, int at)
{
    (void)def;
    (void)at;
    if (!value_is_str(v)) {
        raise_type_error(t, "attribute name must be string, not '%T'", v);
        return false;
    }
    *out = str_intern(t, str_exact(t, value_to_str(v)));
    return true;
}

NATIVE(builtins, getattr, 0,
       "The object's attribute of this name, or `default` where it has none.",
       (arg, object, object), (arg, attribute, name),
       (maybe_as, object, otherwise, "default"), (slash))
{
    if (value_is_unbound(otherwise))
        return object_getattr(t, object, name);
    Value v = object_getattr_or_unbound(t, object, name);
    return value_is_unbound(v) ? otherwise : v;
}

NATIVE(builtins, hasattr, 0,
       "Whether getattr(obj, name) would find something.",
       (arg, object, obj), (arg, attribute, name), (slash))
{
    TRY(v, object_getattr_or_unbound(t, obj, name));
    return value_from_bool(!value_is_unbound(v));
}

NATIVE(builtins, setattr, 0,
       "Set the attribute: obj.name = value.",
       (arg, object, obj), (arg, attribute, name), (arg, object, value),
       (slash))
{
    return object_setattr(t, obj, name, value) < 0 ? NULL_VALUE : NONE;
}

NATIVE(builtins, delattr, 0,
       "Delete the attribute: del obj.name.",
       (arg, object, obj), (arg, attribute, name), (slash))
{
    return object_delattr(t, obj, name) < 0 ? NULL_VALUE : NONE;
}

/* args: **kwargs, then *args. */
NATIVE(builtins, breakpoint, NATIVE_FRAMES,
       "Call sys.breakpointhook(*args, **kwargs).",
       (args, args), (kwargs, kwargs))
{
    Value hook = dict_get_c(t, t->rt->sys_dict, "breakpointhook");
    if (value_is_null(hook))
        return raise_error(t, EXC(RuntimeError), "lost sys.breakpointhook");
    Tuple *positional = tuple_from_values(t, args, n_args);
    return object_call_tuple(t, hook, positional, kwargs);
}

/* --- the module -------------------------------------------------------- */

static const NativeDef *const functions[] = {
    &builtins_abs_native,
    &builtins_ascii_native,
    &builtins_bin_native,
    &builtins_breakpoint_native,
    &builtins_callable_native,
    &builtins_chr_native,
    &builtins_delattr_native,
    &builtins_divmod_native,
    &builtins_format_native,
    &builtins_getattr_native,
    &builtins_hasattr_native,
    &builtins_hash_native,
    &builtins_hex_native,
    &builtins_id_native,
    &builtins_isinstance_native,
    &builtins_issubclass_native,
    &builtins_len_native,
    &builtins_oct_native,
    &builtins_ord_native,
    &builtins_pow_native,
    &builtins_repr_native,
    &builtins_round_native,
    &builtins_setattr_native,
    NULL,
};

#define BUILTIN_TYPES(X)                                                      \
    X(bool) X(bytearray) X(bytes) X(classmethod) X(complex) X(dict)           \
    X(enumerate) X(filter) X(float) X(frozenset) X(int) X(list) X(map)        \
    X(memoryview) X(object) X(property) X(range) X(reversed) X(set) X(slice)  \
    X(staticmethod) X(str) X(super) X(tuple) X(type) X(zip)

static void add_types(Thread *t, Dict *d)
{
#define X(name) dict_set_c(t, d, #name, value_from_pointer(&type_##name));
    BUILTIN_TYPES(X)
#undef X
    dict_set_c(t, d, "BaseException", value_from_pointer(EXC(BaseException)));
#define EXCEPTION(Name, Base)                                                 \
    dict_set_c(t, d, #Name, value_from_pointer(EXC(Name)));
#include "object/error/exceptions.def"
#undef EXCEPTION
    dict_set_c(t, d, "EnvironmentError", value_from_pointer(EXC(OSError)));
    dict_set_c(t, d, "IOError", value_from_pointer(EXC(OSError)));
}

void builtins_init(Thread *t)
{
    Module *m = t->rt->builtins_module;
    Dict *d = m->dict;
    dict_set_str(t, d, N(__doc__), value_from_pointer(str_from_c(
        t, "What every module sees without importing it.")));
    native_functions_add(t, m, functions);
    native_functions_add(t, m, builtins_class_functions);
    native_functions_add(t, m, builtins_code_functions);
    native_functions_add(t, m, builtins_iter_functions);
    native_functions_add(t, m, builtins_io_functions);
    dict_set_c(t, d, "open",
               native_function_new(t, &io_open_native, value_from_pointer(m),
                                   value_from_pointer(str_from_c(t, "io"))));
    add_types(t, d);
    dict_set_c(t, d, "None", NONE);
    dict_set_c(t, d, "True", TRUE_VALUE);
    dict_set_c(t, d, "False", FALSE_VALUE);
    dict_set_c(t, d, "Ellipsis", ELLIPSIS);
    dict_set_c(t, d, "NotImplemented", NOT_IMPLEMENTED);
}
