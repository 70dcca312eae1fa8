/* SPDX-License-Identifier: MIT */
/* OpenSSL's digests as hash objects, for _hashlib and for the modules of one
 * algorithm each: contexts, names, errors. */
#ifndef ADDER_MODULE_HASH_EVP_H
#define ADDER_MODULE_HASH_EVP_H

#include "module/hash/crypto_library.h"
#include "module/hash/hash_object.h"
#include "object/core/resource.h"

/* `exc` with the library's reason, or with `otherwise` where it has none: null. */
Value evp_raise(Thread *t, Type *exc, const char *otherwise);

/* The algorithm of hashlib's or the library's name, which evp_done gives back;
 * NULL with ValueError. */
EVP_MD *evp_find(Thread *t, const char *name, bool for_security);
void evp_done(EVP_MD *md);
/* Its place in Crypto's tables; -1: it has none, as it was found by another name. */
int evp_index(const EVP_MD *md);
/* hashlib's name of an algorithm; NULL: it has none */
const char *evp_name(const EVP_MD *md);
static inline bool evp_is_xof(const EVP_MD *md)
{
    return (crypto.EVP_MD_get_flags(md) & EVP_MD_FLAG_XOF) != 0;
}

/* Makes `h`, a new record, an object of the algorithm that has seen the data
 * (NULL: none): h, or null. */
Value evp_begin(Thread *t, Hash *h, const EVP_MD *md, const char *name,
                const Buffer *data);
/* The same of an algorithm by its name. */
Value evp_begin_named(Thread *t, Hash *h, const char *name, bool for_security,
                      const Buffer *data);
/* update(), copy() and digest() or hexdigest(): a new record is given to copy. */
Value evp_update(Thread *t, Hash *h, const Buffer *data);
Value evp_copy(Thread *t, Hash *h, Hash *to);
Value evp_digest(Thread *t, Hash *h, bool hex);
/* The same of so many bytes, of algorithms that answer as many as one likes. */
Value evp_squeeze(Thread *t, Hash *h, int64_t len, bool hex);

/* Its algorithm, one that is kept or its context's. */
static inline const EVP_MD *evp_md_of(const Hash *h)
{
    return h->algorithm;
}
/* The attributes digest_size and block_size, and 0 as a digest_size. */
Value evp_digest_size_get(Thread *t, Value self);
Value evp_block_size_get(Thread *t, Value self);
Value evp_no_size_get(Thread *t, Value self);

#endif
