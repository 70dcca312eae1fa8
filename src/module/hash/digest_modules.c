/* SPDX-License-Identifier: MIT */
/* The modules of one algorithm, or two: _md5, _sha1, _sha256, _sha512. */
#include "module/hash/evp.h"
#include "object/function/module_def.h"
#include "object/function/native.h"

NATIVE(digest, update, 0, "Add data to what is hashed.", (self, Hash),
       (arg, hashed, obj), (slash))
{
    return evp_update(t, self, obj);
}

NATIVE(digest, copy, 0, "An object of its own in the same state.",
       (self, Hash), (slash))
{
    return evp_copy(t, self,
                    record_new(t, self->h.shape, RECORD_SLOTS(Hash)));
}

NATIVE(digest, digest, 0, "The digest of the data so far.", (self, Hash),
       (slash))
{
    return evp_digest(t, self, false);
}

NATIVE(digest, hexdigest, 0, "The digest of the data so far, in hexadecimal.",
       (self, Hash), (slash))
{
    return evp_digest(t, self, true);
}

static const NativeDef *const methods[] = {
    &digest_copy_native,
    &digest_digest_native,
    &digest_hexdigest_native,
    &digest_update_native,
    NULL,
};
static const GetSetDef getsets[] = {
    {"block_size", evp_block_size_get, NULL, NULL},
    {"digest_size", evp_digest_size_get, NULL, NULL},
    {"name", hash_name_get, NULL, NULL},
    {0},
};

/* The type of an algorithm and the function that makes its objects. */
#define ALGORITHM(module, name)                                               \
    static Type name##_type = {                                               \
        TYPE_HEAD(name),                                                      \
        .c_name = "_" #module "." #name,                                      \
        .type_flags = TYPE_NO_NEW,                                            \
        .kind = KIND_RECORD,                                                  \
        .instance_size = sizeof(Hash),                                        \
        .methods = methods,                                                   \
        .getsets = getsets,                                                   \
    };                                                                        \
    NATIVE(module, name, 0, "A hash object of " #name ".",                    \
           (opt_quoted, hashed, string, "b''"), (star),                       \
           (opt, truth, usedforsecurity, True))                               \
    {                                                                         \
        Hash *h = record_new(t, name##_type.root_shape->id,                   \
                             RECORD_SLOTS(Hash));                             \
        return evp_begin_named(t, h, #name, usedforsecurity, string);         \
    }
ALGORITHM(md5, md5)
ALGORITHM(sha1, sha1)
ALGORITHM(sha256, sha224)
ALGORITHM(sha256, sha256)
ALGORITHM(sha512, sha384)
ALGORITHM(sha512, sha512)

#define MODULE_DEF(module)                                                    \
    const ModuleDef module##_module = {                                       \
        .name = "_" #module,                                                  \
        .functions = {module##_functions},                                    \
        .types = module##_types,                                              \
        .init = crypto_load,                                                  \
    };

static const NativeDef *const md5_functions[] = {&md5_md5_native, NULL};
static const ModuleType md5_types[] = {{"MD5Type", &md5_type}, {0}};
MODULE_DEF(md5)

static const NativeDef *const sha1_functions[] = {&sha1_sha1_native, NULL};
static const ModuleType sha1_types[] = {{"SHA1Type", &sha1_type}, {0}};
MODULE_DEF(sha1)

static const NativeDef *const sha256_functions[] = {
    &sha256_sha224_native,
    &sha256_sha256_native,
    NULL,
};
static const ModuleType sha256_types[] = {
    {"SHA224Type", &sha224_type},
    {"SHA256Type", &sha256_type},
    {0},
};
MODULE_DEF(sha256)

static const NativeDef *const sha512_functions[] = {
    &sha512_sha384_native,
    &sha512_sha512_native,
    NULL,
};
/* CPython calls both types by one name, and the second has it. */
static const ModuleType sha512_types[] = {
    {NULL, &sha384_type},
    {"SHA384Type", &sha512_type},
    {0},
};
MODULE_DEF(sha512)
