/* SPDX-License-Identifier: MIT */
/* The module builtins: its table, and the functions on single objects. */
#include "module/builtins.h"

#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* --- numbers ----------------------------------------------------------- */

static Value abs_function(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return object_absolute(t, args[0]);
}

static Value in_base(Thread *t, Value v, int base)
{
    TRY(i, object_index(t, v));
    return int_to_text(t, i, base, true);
}

static Value bin(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return in_base(t, args[0], 2);
}

static Value oct(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return in_base(t, args[0], 8);
}

static Value hex(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return in_base(t, args[0], 16);
}

static Value divmod_function(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return object_divmod(t, args[0], args[1]);
}

static Value pow_function(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return object_pow(t, args[0], args[1], args[2]);
}

static Value round_function(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(method, object_lookup_special(t, args[0], N(__round__)));
    if (value_is_unbound(method))
        return raise_type_error(
            t, "type %T doesn't define __round__ method", args[0]);
    return value_is_none(args[1]) ? object_call0(t, method)
                                  : object_call1(t, method, args[1]);
}

static Value chr(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(i, object_index(t, args[0]));
    int64_t c;
    if (!int_to_int64(i, &c) || c < INT32_MIN || c > INT32_MAX)
        return raise_error(t, EXC(OverflowError),
                           "Python int too large to convert to C int");
    if (c < 0 || c > 0x10ffff)
        return raise_value_error(t, "chr() arg not in range(0x110000)");
    return value_from_pointer(str_from_code_point(t, (uint32_t)c));
}

static Value ord(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Value v = args[0];
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

static Value ascii(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return object_ascii(t, args[0]);
}

static Value repr(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return object_repr(t, args[0]);
}

static Value format(Thread *t, Value *args, int64_t n)
{
    (void)n;
    if (!value_is_str(args[1]))
        return raise_type_error(t, "format() argument 2 must be str, not %T",
                                args[1]);
    return object_format(t, args[0], value_to_str(args[1]));
}

static Value hash(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int64_t h;
    return object_hash(t, args[0], &h) < 0 ? NULL_VALUE
                                           : int_from_int64(t, h);
}

static Value id(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return int_from_uint64(t, args[0].bits);
}

static Value len(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int64_t length = object_len(t, args[0]);
    return length < 0 ? NULL_VALUE : int_from_int64(t, length);
}

static Value callable(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)n;
    return value_from_bool(object_is_callable(args[0]));
}

static Value isinstance(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int is = object_isinstance(t, args[0], args[1]);
    return is < 0 ? NULL_VALUE : value_from_bool(is);
}

static Value issubclass(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int is = object_issubclass(t, args[0], args[1]);
    return is < 0 ? NULL_VALUE : value_from_bool(is);
}

/* --- attributes -------------------------------------------------------- */

static Str *attribute_name(Thread *t, Value name, const char *function)
{
    if (value_is_str(name))
        return str_intern(t, str_exact(t, value_to_str(name)));
    if (function == NULL)
        raise_type_error(t, "attribute name must be string, not '%T'", name);
    else
        raise_type_error(t, "%s(): attribute name must be string", function);
    return NULL;
}

static Value getattr(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Str *name = attribute_name(t, args[1], NULL);
    if (name == NULL)
        return NULL_VALUE;
    if (value_is_unbound(args[2]))
        return object_getattr(t, args[0], name);
    Value v = object_getattr_or_unbound(t, args[0], name);
    return value_is_unbound(v) ? args[2] : v;
}

static Value hasattr(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Str *name = attribute_name(t, args[1], NULL);
    if (name == NULL)
        return NULL_VALUE;
    TRY(v, object_getattr_or_unbound(t, args[0], name));
    return value_from_bool(!value_is_unbound(v));
}

static Value setattr(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Str *name = attribute_name(t, args[1], NULL);
    if (name == NULL || object_setattr(t, args[0], name, args[2]) < 0)
        return NULL_VALUE;
    return NONE;
}

static Value delattr(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Str *name = attribute_name(t, args[1], NULL);
    if (name == NULL || object_delattr(t, args[0], name) < 0)
        return NULL_VALUE;
    return NONE;
}

/* args: **kwargs, then *args. */
static Value breakpoint(Thread *t, Value *args, int64_t n)
{
    Value hook = dict_get_c(t, t->rt->sys_dict, "breakpointhook");
    if (value_is_null(hook))
        return raise_error(t, EXC(RuntimeError), "lost sys.breakpointhook");
    Tuple *positional = tuple_from_values(t, args + 1, n - 1);
    return object_call_tuple(t, hook, positional, value_to_pointer(args[0]));
}

/* --- the module -------------------------------------------------------- */

static const NativeDef functions[] = {
    {"abs", abs_function, "(x, /)",
     "Return the absolute value of the argument.", 0},
    {"ascii", ascii, "(obj, /)",
     "Return an ASCII-only representation of an object.", 0},
    {"bin", bin, "(number, /)",
     "Return the binary representation of an integer.", 0},
    {"breakpoint", breakpoint, "(*args, **kwargs)",
     "Call sys.breakpointhook(*args, **kwargs).", 0},
    {"callable", callable, "(obj, /)",
     "Return whether the object is callable.", NATIVE_LEAF},
    {"chr", chr, "(i, /)",
     "Return a Unicode string of one character with ordinal i.", NATIVE_PURE},
    {"delattr", delattr, "(obj, name, /)",
     "Deletes the named attribute from the given object.", 0},
    {"divmod", divmod_function, "(x, y, /)",
     "Return the tuple (x//y, x%y).", 0},
    {"format", format, "(value, format_spec='', /)",
     "Return value.__format__(format_spec).", 0},
    {"getattr", getattr, "(object, name, default=, /)",
     "Get a named attribute from an object.", 0},
    {"hasattr", hasattr, "(obj, name, /)",
     "Return whether the object has an attribute with the given name.", 0},
    {"hash", hash, "(obj, /)", "Return the hash value for the given object.",
     0},
    {"hex", hex, "(number, /)",
     "Return the hexadecimal representation of an integer.", 0},
    {"id", id, "(obj, /)", "Return the identity of an object.", NATIVE_LEAF},
    {"isinstance", isinstance, "(obj, class_or_tuple, /)",
     "Return whether an object is an instance of a class.", 0},
    {"issubclass", issubclass, "(cls_, class_or_tuple, /)",
     "Return whether a class derives from another.", 0},
    {"len", len, "(obj, /)", "Return the number of items in a container.", 0},
    {"oct", oct, "(number, /)",
     "Return the octal representation of an integer.", 0},
    {"ord", ord, "(c, /)",
     "Return the Unicode code point of a one-character string.", NATIVE_LEAF},
    {"pow", pow_function, "(base, exp, mod=None)",
     "Equivalent to base**exp or base**exp % mod.", 0},
    {"repr", repr, "(obj, /)",
     "Return the canonical string representation of the object.", 0},
    {"round", round_function, "(number, ndigits=None)",
     "Round a number to a given precision in decimal digits.", 0},
    {"setattr", setattr, "(obj, name, value, /)",
     "Sets the named attribute on the given object.", 0},
    {0},
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
        t, "Built-in functions, types, exceptions, and other objects.")));
    native_functions_add(t, m, functions);
    native_functions_add(t, m, builtins_class_functions);
    native_functions_add(t, m, builtins_code_functions);
    native_functions_add(t, m, builtins_iter_functions);
    native_functions_add(t, m, builtins_io_functions);
    add_types(t, d);
    dict_set_c(t, d, "None", NONE);
    dict_set_c(t, d, "True", TRUE_VALUE);
    dict_set_c(t, d, "False", FALSE_VALUE);
    dict_set_c(t, d, "Ellipsis", ELLIPSIS);
    dict_set_c(t, d, "NotImplemented", NOT_IMPLEMENTED);
}
