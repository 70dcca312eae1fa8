/* SPDX-License-Identifier: MIT */
/* The module _sha3: Keccak's digests, of fixed length and of any. */
#include "module/hash/evp.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/text/bytes.h"
#include "object/type/instance.h"

enum {
    STATE_BITS = 1600,
    LENGTH_END = 1 << 29, /* nobody gets a digest so long */
};

NATIVE(sha3, update, 0, "Add data to what is hashed.", (self, Hash),
       (arg, hashed, data), (slash))
{
    return evp_update(t, self, data);
}

NATIVE(sha3, copy, 0, "An object of its own in the same state.", (self, Hash),
       (slash))
{
    Type *type = type_of(value_from_pointer(self));
    return evp_copy(t, self, instance_new_fixed(t, type));
}

NATIVE(sha3, digest, 0, "The digest of the data so far.", (self, Hash),
       (slash))
{
    return evp_digest(t, self, false);
}

NATIVE(sha3, hexdigest, 0, "The digest of the data so far, in hexadecimal.",
       (self, Hash), (slash))
{
    return evp_digest(t, self, true);
}

static Value squeeze(Thread *t, Hash *h, uint64_t length, bool hex)
{
    return length >= LENGTH_END
               ? raise_value_error(t, "length is too large")
               : evp_squeeze(t, h, (int64_t)length, hex);
}

NATIVE(shake, digest, 0, "So many bytes of the digest of the data so far.",
       (self, Hash), (arg, natural, length), (slash))
{
    return squeeze(t, self, length, false);
}

NATIVE(shake, hexdigest, 0,
       "So many bytes of the digest of the data so far, in hexadecimal.",
       (self, Hash), (arg, natural, length), (slash))
{
    return squeeze(t, self, length, true);
}

/* ---- attributes ---- */

static int rate_bits(Value self)
{
    return 8 * crypto.EVP_MD_get_block_size(evp_md_of(value_to_pointer(self)));
}

static Value rate_bits_get(Thread *t UNUSED, Value self)
{
    return value_from_int(rate_bits(self));
}

static Value capacity_bits_get(Thread *t UNUSED, Value self)
{
    return value_from_int(STATE_BITS - rate_bits(self));
}

static Value suffix_get(Thread *t, Value self)
{
    uint8_t suffix = evp_is_xof(evp_md_of(value_to_pointer(self))) ? 0x1f : 6;
    return value_from_pointer(bytes_new(t, &suffix, 1));
}

#define GETSETS(size)                                                         \
    {                                                                         \
        {"_capacity_bits", capacity_bits_get, NULL, NULL},                    \
        {"_rate_bits", rate_bits_get, NULL, NULL},                            \
        {"_suffix", suffix_get, NULL, NULL},                                  \
        {"block_size", evp_block_size_get, NULL, NULL},                       \
        {"digest_size", size, NULL, NULL},                                    \
        {"name", hash_name_get, NULL, NULL},                                  \
        {0},                                                                  \
    }
static const GetSetDef sha3_getsets[] = GETSETS(evp_digest_size_get);
static const GetSetDef shake_getsets[] = GETSETS(evp_no_size_get);

/* ---- types ---- */

static const NativeDef *const sha3_methods[] = {
    &sha3_copy_native,
    &sha3_digest_native,
    &sha3_hexdigest_native,
    &sha3_update_native,
    NULL,
};
static const NativeDef *const shake_methods[] = {
    &sha3_copy_native,
    &shake_digest_native,
    &shake_hexdigest_native,
    &sha3_update_native,
    NULL,
};

#define ALGORITHM(family, name)                                               \
    CONSTRUCTOR(name, NATIVE_UNSIGNED, (cls),                                 \
                (opt_quoted, hashed, data, "b''"), (slash), (star),           \
                (opt, truth, usedforsecurity, True))                          \
    {                                                                         \
        return evp_begin_named(t, instance_new_fixed(t, cls), #name,          \
                               usedforsecurity, data);                        \
    }                                                                         \
    static Type name##_type = {                                               \
        TYPE_HEAD(name),                                                      \
        .c_name = "_sha3." #name,                                             \
        .c_doc = "A digest by " #name " that grows with its data.",           \
        .kind = KIND_RECORD,                                                  \
        .instance_size = sizeof(Hash),                                        \
        .methods = family##_methods,                                          \
        .getsets = family##_getsets,                                          \
        .constructor = &name##_new_native,                                    \
    };
ALGORITHM(sha3, sha3_224)
ALGORITHM(sha3, sha3_256)
ALGORITHM(sha3, sha3_384)
ALGORITHM(sha3, sha3_512)
ALGORITHM(shake, shake_128)
ALGORITHM(shake, shake_256)

static const ModuleType types[] = {
    {"sha3_224", &sha3_224_type},
    {"sha3_256", &sha3_256_type},
    {"sha3_384", &sha3_384_type},
    {"sha3_512", &sha3_512_type},
    {"shake_128", &shake_128_type},
    {"shake_256", &shake_256_type},
    {0},
};

static const ModuleConstant constants[] = {
    MODULE_STR("implementation", "OpenSSL"),
    MODULE_INT("keccakopt", 0),
    {0},
};

const ModuleDef sha3_module = {
    .name = "_sha3",
    .types = types,
    .constants = constants,
    .init = crypto_load,
};
