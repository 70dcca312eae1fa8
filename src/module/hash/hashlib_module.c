/* SPDX-License-Identifier: MIT */
/* The module _hashlib: the digests of OpenSSL. */
#include <stdio.h>
#include "module/compare_digest.h"
#include "module/hash/hashlib_parts.h"
#include "object/container/dict.h"
#include "object/container/set.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"

static Type hash_type, xof_type;

/* ---- the objects ---- */

Value hashlib_repr(Thread *t, const Hash *h, const char *what)
{
    char address[24];
    snprintf(address, sizeof(address), "0x%llx",
             (unsigned long long)(uintptr_t)h);
    return format_message(t, "<%S %s object @ %s>", slot_get(&h->name), what,
                          address);
}

static Value repr(Thread *t, Value self)
{
    return hashlib_repr(t, value_to_pointer(self),
                        type_of(self) == &xof_type ? "_hashlib.HASHXOF"
                                                   : "_hashlib.HASH");
}

static Hash *hash_new(Thread *t, bool xof)
{
    const Type *type = xof ? &xof_type : &hash_type;
    return record_new(t, type->root_shape->id, RECORD_SLOTS(Hash));
}

NATIVE(hash, update, 0, "Add data to what is hashed.", (self, Hash),
       (arg, hashed, obj), (slash))
{
    return evp_update(t, self, obj);
}

NATIVE(hash, copy, 0, "An object of its own in the same state.", (self, Hash),
       (slash))
{
    return evp_copy(t, self, hash_new(t, evp_is_xof(evp_md_of(self))));
}

NATIVE(hash, digest, 0, "The digest of the data so far.", (self, Hash),
       (slash))
{
    return evp_digest(t, self, false);
}

NATIVE(hash, hexdigest, 0, "The digest of the data so far, in hexadecimal.",
       (self, Hash), (slash))
{
    return evp_digest(t, self, true);
}

static const NativeDef *const hash_methods[] = {
    &hash_copy_native,
    &hash_digest_native,
    &hash_hexdigest_native,
    &hash_update_native,
    NULL,
};
static const GetSetDef hash_getsets[] = {
    {"block_size", evp_block_size_get, NULL, NULL},
    {"digest_size", evp_digest_size_get, NULL, NULL},
    {"name", hash_name_get, NULL, "the algorithm's name"},
    {0},
};

static Type hash_type = {
    TYPE_HEAD(hash),
    .c_name = "_hashlib.HASH",
    .c_doc = "A digest that grows with its data; new() and others make them.",
    .type_flags = TYPE_NO_NEW | TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Hash),
    .slots = {.repr = repr},
    .methods = hash_methods,
    .getsets = hash_getsets,
};

/* Of algorithms whose digests are as long as one likes. */
NATIVE(xof, digest, 0, "So many bytes of the digest of the data so far.",
       (self, Hash), (slash), (arg, ssize, length))
{
    return length < 0 ? raise_value_error(t, "value must be positive")
                      : evp_squeeze(t, self, length, false);
}

NATIVE(xof, hexdigest, 0,
       "So many bytes of the digest of the data so far, in hexadecimal.",
       (self, Hash), (slash), (arg, ssize, length))
{
    return length < 0 ? raise_value_error(t, "value must be positive")
                      : evp_squeeze(t, self, length, true);
}

static const NativeDef *const xof_methods[] = {
    &xof_digest_native,
    &xof_hexdigest_native,
    NULL,
};
static const GetSetDef xof_getsets[] = {
    {"digest_size", evp_no_size_get, NULL, NULL},
    {0},
};

static Type xof_type = {
    TYPE_HEAD(xof),
    .c_name = "_hashlib.HASHXOF",
    .c_doc = "A digest of any length that grows with its data.",
    .c_base = &hash_type,
    .type_flags = TYPE_NO_NEW | TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Hash),
    .methods = xof_methods,
    .getsets = xof_getsets,
};

/* ---- making them ---- */

static Value make(Thread *t, const char *name, bool for_security,
                  const Buffer *data)
{
    EVP_MD *md = evp_find(t, name, for_security);
    if (md == NULL)
        return NULL_VALUE;
    const char *known = evp_name(md);
    Value v = evp_begin(t, hash_new(t, evp_is_xof(md)), md,
                        known == NULL ? "undefined" : known, data);
    evp_done(md);
    return v;
}

/* hash_name: a str without null characters */
#define PARAM_LEAF_hash_name     LEAF_STR
#define PARAM_TYPE_hash_name     const char *
#define PARAM_LOCAL_hash_name(v) const char *v
static PARAM_FN(hash_name, const char *)
{
    if (value_is_str(v) && param_c_string(t, v, out, def, at))
        return true;
    t->exc = NULL_VALUE; /* whatever the reason */
    raise_type_error(t, "name must be a string");
    return false;
}

NATIVE(hashlib, new, 0, "A hash object of the algorithm of that name.",
       (arg, hash_name, name), (opt_quoted, hashed, string, "b''"), (star),
       (opt, truth, usedforsecurity, True))
{
    return make(t, name, usedforsecurity, string);
}

#define ALGORITHMS(X)                                                         \
    X(md5) X(sha1) X(sha224) X(sha256) X(sha384) X(sha512)                    \
    X(sha3_224) X(sha3_256) X(sha3_384) X(sha3_512) X(shake_128) X(shake_256)

#define X(name)                                                               \
    NATIVE(hashlib, openssl_##name, 0, "A hash object of " #name ".",         \
           (opt_quoted, hashed, string, "b''"), (star),                       \
           (opt, truth, usedforsecurity, True))                               \
    {                                                                         \
        return make(t, #name, usedforsecurity, string);                       \
    }
ALGORITHMS(X)
#undef X

/* ---- the rest ---- */

NATIVE(hashlib, compare_digest, 0,
       "Whether a == b, in time that does not tell where they differ.",
       (arg, object, a), (arg, object, b), (slash))
{
    return compare_digest(t, a, b);
}

NATIVE(hashlib, get_fips_mode, 0, "1 where OpenSSL keeps to FIPS, else 0.")
{
    return value_from_int(crypto.EVP_default_properties_is_fips_enabled(NULL));
}

static const NativeDef *const functions[] = {
#define X(name) &hashlib_openssl_##name##_native,
    ALGORITHMS(X)
#undef X
    &hashlib_compare_digest_native,
    &hashlib_get_fips_mode_native,
    &hashlib_hmac_digest_native,
    &hashlib_hmac_new_native,
    &hashlib_new_native,
    &hashlib_pbkdf2_hmac_native,
    &hashlib_scrypt_native,
    NULL,
};

static const ModuleType types[] = {
    {"HASH", &hash_type},
    {"HASHXOF", &xof_type},
    {"HMAC", &hashlib_hmac_type},
    {0},
};

typedef struct Names {
    Thread *t;
    Set *set;
} Names;

static void add_name(EVP_MD *md, void *names)
{
    const Names *n = names;
    const char *name = evp_name(md);
    if (name != NULL)
        (void)set_add(n->t, n->set, value_from_pointer(str_from_c(n->t, name)));
}

static int init(Thread *t, Module *m)
{
    HashlibState *state = m->state;
    if (crypto_load(t, m) < 0)
        return -1;
    Value error =
        module_exception_new(t, m, "UnsupportedDigestmodError", EXC(ValueError));
    if (value_is_null(error))
        return -1;
    slot_set(state, &state->unsupported_digestmod, error);

    Dict *constructors = dict_new(t);
#define X(name)                                                               \
    if (dict_set(t, constructors, dict_get_c(t, m->dict, "openssl_" #name),   \
                 value_from_pointer(str_from_c(t, #name))) < 0)               \
        return -1;
    ALGORITHMS(X)
#undef X
    slot_set(state, &state->constructors, value_from_pointer(constructors));
    dict_set_c(t, m->dict, "_constructors",
               mappingproxy_new(t, value_from_pointer(constructors)));

    Names names = {t, set_new(t, SHAPE_FROZENSET)};
    crypto.EVP_MD_do_all_provided(NULL, add_name, &names);
    dict_set_c(t, m->dict, "openssl_md_meth_names",
               value_from_pointer(names.set));
    return value_is_null(t->exc) ? 0 : -1;
}

const ModuleDef hashlib_module = {
    .name = "_hashlib",
    .doc = "Digests and what is made of them, by OpenSSL.",
    .functions = {functions},
    .types = types,
    .state_size = sizeof(HashlibState),
    .init = init,
};
