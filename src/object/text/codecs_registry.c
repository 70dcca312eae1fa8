/* SPDX-License-Identifier: MIT */
/*
 * The registry of codecs and error handlers.  The first lookup imports
 * `encodings`, which registers the search function for the library's own.
 */
#include <string.h>
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/codecs_error.h"

/* The runtime with its registry, which is made when first needed. */
static Runtime *registry(Thread *t)
{
    Runtime *rt = t->rt;
    if (rt->codec_search == NULL) {
        rt->codec_search = list_new(t, 1);
        rt->codec_cache = dict_new(t);
        rt->codec_handlers = dict_new(t);
    }
    return rt;
}

int codecs_register(Thread *t, Value search)
{
    if (!object_is_callable(search))
        return RAISE_INT(raise_type_error(t, "argument must be callable"));
    list_append(t, registry(t)->codec_search, search);
    return 0;
}

int codecs_unregister(Thread *t, Value search)
{
    Runtime *rt = registry(t);
    for (int64_t i = 0; i < rt->codec_search->len; i++) {
        if (!value_same(list_get(rt->codec_search, i), search))
            continue;
        for (; i + 1 < rt->codec_search->len; i++)
            list_set(rt->codec_search, i, list_get(rt->codec_search, i + 1));
        list_set(rt->codec_search, i, NULL_VALUE);
        rt->codec_search->len--;
        dict_clear(t, rt->codec_cache);
        break;
    }
    return 0;
}

/* Lower case; runs of what is no letter, digit or dot become one '_'. */
static Str *normalize(Thread *t, const char *name)
{
    bool gap = false;
    StrBuilder b;
    strbuilder_init(&b);
    for (; *name != '\0'; name++) {
        char c = *name;
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.')) {
            gap = true;
            continue;
        }
        if (gap && b.len > 0)
            strbuilder_add_char(t, &b, '_');
        gap = false;
        strbuilder_add_char(t, &b, (uint8_t)c);
    }
    return str_intern(t, strbuilder_finish(t, &b));
}

static int import_encodings(Thread *t)
{
    Value import = NULL_VALUE;
    if (t->rt->builtins != NULL)
        import = dict_get_c(t, t->rt->builtins, "__import__");
    if (value_is_null(import))
        return 0; /* too early: nothing is registered */
    return value_is_null(object_call1(
               t, import, value_from_pointer(str_intern_c(t, "encodings"))))
               ? -1
               : 0;
}

Value codecs_lookup(Thread *t, const char *encoding)
{
    Runtime *rt = registry(t);
    Str *name = normalize(t, encoding);
    Value info = dict_get_str(rt->codec_cache, name);
    if (!value_is_null(info))
        return info;
    if (rt->codec_search->len == 0 && import_encodings(t) < 0)
        return NULL_VALUE;
    for (int64_t i = 0; i < rt->codec_search->len; i++) {
        TRY(found, object_call1(t, list_get(rt->codec_search, i),
                                value_from_pointer(name)));
        if (value_is_none(found))
            continue;
        if (!value_is_tuple(found) || value_to_tuple(found)->len != 4)
            return raise_type_error(
                t, "codec search functions must return 4-tuples");
        dict_set_str(t, rt->codec_cache, name, found);
        return found;
    }
    return raise_error(t, EXC(LookupError), "unknown encoding: %s", encoding);
}

int codecs_register_error(Thread *t, const char *name, Value handler)
{
    if (!object_is_callable(handler))
        return RAISE_INT(raise_type_error(t, "handler must be callable"));
    dict_set_str(t, registry(t)->codec_handlers, str_intern_c(t, name), handler);
    return 0;
}

Value codecs_lookup_error(Thread *t, const char *name)
{
    Runtime *rt = registry(t);
    Str *key = str_intern_c(t, name);
    Value handler = dict_get_str(rt->codec_handlers, key);
    const NativeDef *builtin;
    if (!value_is_null(handler))
        return handler;
    builtin = codecs_error_builtin(name);
    if (builtin == NULL)
        return raise_error(t, EXC(LookupError),
                           "unknown error handler name '%s'", name);
    handler = native_function_new(t, builtin, UNBOUND, NONE);
    dict_set_str(t, rt->codec_handlers, key, handler);
    return handler;
}
