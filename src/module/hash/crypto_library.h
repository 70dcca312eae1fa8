/* SPDX-License-Identifier: MIT */
/*
 * OpenSSL's libcrypto, loaded when a module first needs it: linked, it would double
 * the time that a program takes to start.
 */
#ifndef ADDER_MODULE_HASH_CRYPTO_LIBRARY_H
#define ADDER_MODULE_HASH_CRYPTO_LIBRARY_H

#include <openssl/err.h>
#include <openssl/evp.h>
#include "object/core/object.h"

/* What is used of it. */
#define CRYPTO_FUNCTIONS(X)                                                   \
    X(ERR_clear_error)                                                        \
    X(ERR_lib_error_string)                                                   \
    X(ERR_peek_last_error)                                                    \
    X(ERR_reason_error_string)                                                \
    X(EVP_DigestFinalXOF)                                                     \
    X(EVP_DigestFinal_ex)                                                     \
    X(EVP_DigestInit_ex)                                                      \
    X(EVP_DigestUpdate)                                                       \
    X(EVP_MAC_CTX_dup)                                                        \
    X(EVP_MAC_CTX_free)                                                       \
    X(EVP_MAC_CTX_get_block_size)                                             \
    X(EVP_MAC_CTX_get_mac_size)                                               \
    X(EVP_MAC_CTX_new)                                                        \
    X(EVP_MAC_CTX_set_params)                                                 \
    X(EVP_MAC_fetch)                                                          \
    X(EVP_MAC_final)                                                          \
    X(EVP_MAC_free)                                                           \
    X(EVP_MAC_init)                                                           \
    X(EVP_MAC_update)                                                         \
    X(EVP_MD_CTX_copy_ex)                                                     \
    X(EVP_MD_CTX_free)                                                        \
    X(EVP_MD_CTX_get0_md)                                                     \
    X(EVP_MD_CTX_new)                                                         \
    X(EVP_MD_do_all_provided)                                                 \
    X(EVP_MD_fetch)                                                           \
    X(EVP_MD_free)                                                            \
    X(EVP_MD_get0_name)                                                       \
    X(EVP_MD_get_block_size)                                                  \
    X(EVP_MD_get_flags)                                                       \
    X(EVP_MD_get_size)                                                        \
    X(EVP_MD_get_type)                                                        \
    X(EVP_MD_is_a)                                                            \
    X(EVP_MD_up_ref)                                                          \
    X(EVP_PBE_scrypt)                                                         \
    X(EVP_default_properties_is_fips_enabled)                                 \
    X(OBJ_nid2ln)                                                             \
    X(OSSL_PARAM_construct_end)                                               \
    X(OSSL_PARAM_construct_utf8_string)                                       \
    X(PKCS5_PBKDF2_HMAC)                                                     

enum { CRYPTO_DIGESTS = 16 }; /* that hashlib has names for */
typedef struct Crypto {
#define X(name) __typeof__(name) *name;
    CRYPTO_FUNCTIONS(X)
#undef X
    bool is_loaded;
    /* What evp.c and hashlib_hmac.c have fetched, which takes longer than to hash
     * a line of text; NULL: not yet. */
    EVP_MD *fetched[2][CRYPTO_DIGESTS];
    EVP_MD_CTX *scratch[CRYPTO_DIGESTS]; /* for what is hashed at once */
    EVP_MAC_CTX *macs[CRYPTO_DIGESTS];
} Crypto;
extern Crypto crypto; /* process-wide, as the library is */

/* The init of the modules: 0, or -1 with ImportError where the library is not
 * installed. */
int crypto_load(Thread *t, Module *m);

#endif
