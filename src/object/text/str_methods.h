/* SPDX-License-Identifier: MIT */
/* The native functions behind str's methods. */
#ifndef ADDER_OBJECT_STR_METHODS_H
#define ADDER_OBJECT_STR_METHODS_H

#include "object/error/raise.h"
#include "object/function/param.h"

/* needle: a str; the message names no function */
#define PARAM_LEAF_needle LEAF_STR
#define PARAM_TYPE_needle     Str *
#define PARAM_LOCAL_needle(v) Str *v
static inline bool param_needle(Thread *t, Value v, Str **out,
                                const NativeDef *def UNUSED, int at UNUSED)
{
    if (LIKELY(value_is_str(v))) {
        *out = value_to_str(v);
        return true;
    }
    raise_type_error(t, "must be str, not %T", v);
    return false;
}

/* separator: the same or None: NULL */
#define PARAM_LEAF_separator (LEAF_STR | LEAF_NONE)
#define PARAM_TYPE_separator     Str *
#define PARAM_LOCAL_separator(v) Str *v
static inline bool param_separator(Thread *t, Value v, Str **out,
                                   const NativeDef *def UNUSED, int at UNUSED)
{
    *out = NULL;
    if (value_is_none(v))
        return true;
    if (LIKELY(value_is_str(v))) {
        *out = value_to_str(v);
        return true;
    }
    raise_type_error(t, "must be str or None, not %T", v);
    return false;
}

/* stripped: the characters to strip; None, white space: NULL */
#define PARAM_LEAF_stripped (LEAF_STR | LEAF_NONE)
#define PARAM_TYPE_stripped     Str *
#define PARAM_LOCAL_stripped(v) Str *v
static inline bool param_stripped(Thread *t, Value v, Str **out,
                                  const NativeDef *def, int at UNUSED)
{
    *out = NULL;
    if (value_is_none(v))
        return true;
    if (LIKELY(value_is_str(v))) {
        *out = value_to_str(v);
        return true;
    }
    raise_type_error(t, "%s arg must be None or str", def->name);
    return false;
}

/* filling: the character to pad with */
#define PARAM_LEAF_filling LEAF_STR
#define PARAM_TYPE_filling     uint32_t
#define PARAM_LOCAL_filling(v) uint32_t v
bool param_filling(Thread *t, Value v, uint32_t *out, const NativeDef *def,
                   int at);

#define METHOD(name) NATIVE_DECLARE(str, name)
#include "object/text/str_methods.def"
#undef METHOD

#endif
