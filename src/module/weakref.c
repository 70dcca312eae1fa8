/* SPDX-License-Identifier: MIT */
/* The module _weakref. */
#include "object/core/weakref.h"

#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"

NATIVE(weakref, getweakrefcount, NATIVE_READER,
       "How many weak references and proxies there are to an object.",
       (arg, object, object), (slash))
{
    return value_from_int(weakref_count(t, object));
}

NATIVE(weakref, getweakrefs, NATIVE_READER,
       "The weak references and proxies to an object, as a list.",
       (arg, object, object), (slash))
{
    List *all = weakref_list(t, object);
    return all != NULL ? value_from_pointer(all) : NULL_VALUE;
}

NATIVE(weakref, proxy, 0,
       "A stand-in for an object, which it does not keep alive.\n\n"
       "The callback is called with it when the object has died.",
       (arg, object, object), (opt, object, callback, None), (slash))
{
    Type *cls = object_is_callable(object) ? &weak_callable_proxy_type
                                           : &weak_proxy_type;
    return weakref_new(t, cls, object, callback);
}

NATIVE(weakref, _remove_dead_weakref, 0,
       "Remove a key from a dict if its value is a weak reference to what is "
       "dead.",
       (arg, dict, dct), (arg, object, key), (slash))
{
    int64_t hash;
    if (object_hash(t, key, &hash) < 0)
        return NULL_VALUE;
    TRY(v, dict_get_hashed(t, dct, key, hash));
    if (value_is_unbound(v))
        return NONE;
    if (!value_is_weak(v))
        return raise_type_error(t, "not a weakref");
    const WeakRef *w = value_to_record(v);
    if (w->target == 0 && dict_delete(t, dct, key) < 0)
        return NULL_VALUE;
    return NONE;
}

static const NativeDef *const functions[] = {
    &weakref_getweakrefcount_native,
    &weakref_getweakrefs_native,
    &weakref_proxy_native,
    &weakref__remove_dead_weakref_native,
    NULL,
};

static const ModuleType types[] = {
    {"ReferenceType", &weakref_type},
    {"ref", &weakref_type},
    {"ProxyType", &weak_proxy_type},
    {"CallableProxyType", &weak_callable_proxy_type},
    {0},
};

const ModuleDef weakref_module = {
    .name = "_weakref",
    .doc = "Weak references and proxies.",
    .functions = {functions},
    .types = types,
};
