/* SPDX-License-Identifier: MIT */
/*
 * OpenSSL's digests as hash objects.
 *
 * Most of them see one short piece of data, and all that is asked is its digest.  So
 * an object begins with the data alone, as bytes in `state`, and gets a context, in a
 * Resource there, when there is more to do than a digest, for which a context of the
 * algorithm is kept.
 */
#include "module/hash/evp.h"

#include <string.h>
#include "exec/blocking.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

enum { CONTEXT_BYTES = 512 }; /* what a context takes, about */

Value evp_raise(Thread *t, Type *exc, const char *otherwise)
{
    unsigned long code = crypto.ERR_peek_last_error();
    const char *lib = code == 0 ? NULL : crypto.ERR_lib_error_string(code);
    const char *reason = code == 0 ? NULL : crypto.ERR_reason_error_string(code);
    crypto.ERR_clear_error();
    if (reason == NULL)
        return raise_error(t, exc, "%s", otherwise);
    return lib == NULL ? raise_error(t, exc, "%s", reason)
                       : raise_error(t, exc, "[%s] %s", lib, reason);
}

/* ---- algorithms ---- */

/* What hashlib calls otherwise than the library. */
static const struct {
    const char *ours, *library;
} names[] = {
    {"md5", "MD5"},
    {"sha1", "SHA1"},
    {"sha224", "SHA224"},
    {"sha256", "SHA256"},
    {"sha384", "SHA384"},
    {"sha512", "SHA512"},
    {"sha512_224", "SHA512-224"},
    {"sha512_256", "SHA512-256"},
    {"sha3_224", "SHA3-224"},
    {"sha3_256", "SHA3-256"},
    {"sha3_384", "SHA3-384"},
    {"sha3_512", "SHA3-512"},
    {"shake_128", "SHAKE128"},
    {"shake_256", "SHAKE256"},
    {"blake2s", "BLAKE2s256"},
    {"blake2b", "BLAKE2b512"},
};
enum { NAMES = sizeof names / sizeof *names };
_Static_assert((int)NAMES == (int)CRYPTO_DIGESTS, "each has a place for what is fetched");

static EVP_MD *fetch(Thread *t, const char *name, bool for_security)
{
    EVP_MD *md = crypto.EVP_MD_fetch(NULL, name, for_security ? NULL : "-fips");
    if (md == NULL)
        evp_raise(t, EXC(ValueError), "unsupported hash type");
    return md;
}

EVP_MD *evp_find(Thread *t, const char *name, bool for_security)
{
    int i = 0;
    while (i < NAMES && strcmp(name, names[i].ours) != 0)
        i++;
    if (i == NAMES)
        return fetch(t, name, for_security);
    EVP_MD **md = &crypto.fetched[for_security][i];
    if (*md == NULL)
        *md = fetch(t, names[i].library, for_security);
    return *md != NULL && crypto.EVP_MD_up_ref(*md) ? *md : NULL;
}

void evp_done(EVP_MD *md)
{
    crypto.EVP_MD_free(md);
}

int evp_index(const EVP_MD *md)
{
    for (int i = 0; i < NAMES; i++)
        if (md == crypto.fetched[0][i] || md == crypto.fetched[1][i])
            return i;
    return -1;
}

const char *evp_name(const EVP_MD *md)
{
    int known = evp_index(md);
    if (known >= 0)
        return names[known].ours;
    for (int i = 0; i < NAMES; i++)
        if (crypto.EVP_MD_is_a(md, names[i].library))
            return names[i].ours;
    int nid = crypto.EVP_MD_get_type(md);
    return nid == NID_undef ? NULL : crypto.OBJ_nid2ln(nid);
}

/* ---- contexts ---- */

static void give_back(intptr_t handle)
{
    crypto.EVP_MD_CTX_free((EVP_MD_CTX *)handle);
}

/* Gives a record a context of its own; NULL with an exception. */
static EVP_MD_CTX *context_new(Thread *t, Hash *h)
{
    EVP_MD_CTX *context = crypto.EVP_MD_CTX_new();
    if (context == NULL)
        return value_to_pointer(raise_no_memory(t));
    Resource *r = resource_new(t, (intptr_t)context, give_back, CONTEXT_BYTES);
    if (r == NULL)
        return NULL;
    slot_set(h, &h->state, value_from_pointer(r));
    return context;
}

static EVP_MD_CTX *context_begin(Thread *t, Hash *h, const EVP_MD *md)
{
    EVP_MD_CTX *context = context_new(t, h);
    if (context == NULL)
        return NULL;
    if (!crypto.EVP_DigestInit_ex(context, md, NULL))
        return value_to_pointer(evp_raise(t, EXC(ValueError), "no reason supplied"));
    h->algorithm = crypto.EVP_MD_CTX_get0_md(context);
    return context;
}

/* The data, if there is no more to it yet; else NULL. */
static const Bytes *beginning_of(const Hash *h)
{
    Value state = slot_get(&h->state);
    return value_has_shape(state, SHAPE_BYTES) ? value_to_bytes(state) : NULL;
}

/* Its context, or NULL with an exception. */
static EVP_MD_CTX *context_of(Thread *t, Hash *h)
{
    const Bytes *data = beginning_of(h);
    if (data == NULL) {
        const Resource *r = value_to_pointer(slot_get(&h->state));
        return (EVP_MD_CTX *)r->handle;
    }
    EVP_MD_CTX *context = context_begin(t, h, h->algorithm);
    if (context != NULL &&
        !crypto.EVP_DigestUpdate(context, data->data, (size_t)data->len)) {
        evp_raise(t, EXC(ValueError), "no reason supplied");
        context = NULL;
    }
    KEEP(data);
    return context;
}

/* Data, or the lack of it, as bytes of their own; null with an exception. */
static Value data_kept(Thread *t, const Buffer *data)
{
    if (data == NULL || data->len == 0)
        return value_from_pointer(bytes_new(t, NULL, 0));
    if (value_has_shape(data->owner, SHAPE_BYTES) &&
        data->data == value_to_bytes(data->owner)->data &&
        data->len == value_to_bytes(data->owner)->len)
        return data->owner;
    return value_from_pointer(bytes_new(t, data->data, data->len));
}

Value evp_begin(Thread *t, Hash *h, const EVP_MD *md, const char *name,
                const Buffer *data)
{
    slot_set(h, &h->name, value_from_pointer(str_from_c(t, name)));
    if (evp_index(md) >= 0 && (data == NULL || data->len <= HASH_SHORT)) {
        TRY(kept, data_kept(t, data));
        slot_set(h, &h->state, kept);
        h->algorithm = md;
    } else if (context_begin(t, h, md) == NULL ||
               (data != NULL && data->len > 0 &&
                value_is_null(evp_update(t, h, data)))) {
        return NULL_VALUE;
    }
    return value_from_pointer(h);
}

Value evp_begin_named(Thread *t, Hash *h, const char *name, bool for_security,
                      const Buffer *data)
{
    EVP_MD *md = evp_find(t, name, for_security);
    if (md == NULL)
        return NULL_VALUE;
    const char *known = evp_name(md);
    Value v = evp_begin(t, h, md, known == NULL ? "undefined" : known, data);
    evp_done(md);
    return v;
}

static int update(void *context, const void *data, size_t len)
{
    return crypto.EVP_DigestUpdate(context, data, len);
}

Value evp_update(Thread *t, Hash *h, const Buffer *data)
{
    EVP_MD_CTX *context = context_of(t, h);
    if (context == NULL)
        return NULL_VALUE;
    return hash_update(t, h, update, context, data)
               ? NONE
               : evp_raise(t, EXC(ValueError), "no reason supplied");
}

/* Copies a context while nobody works on it. */
static bool copied(Thread *t, Hash *h, EVP_MD_CTX *to)
{
    EVP_MD_CTX *context = context_of(t, h);
    if (context == NULL)
        return false;
    hash_enter(t, h);
    int ok = crypto.EVP_MD_CTX_copy_ex(to, context);
    hash_leave(h);
    if (!ok)
        evp_raise(t, EXC(ValueError), "no reason supplied");
    return ok;
}

Value evp_copy(Thread *t, Hash *h, Hash *to)
{
    slot_set(to, &to->name, slot_get(&h->name));
    if (beginning_of(h) != NULL) {
        to->algorithm = h->algorithm;
        slot_set(to, &to->state, slot_get(&h->state));
        return value_from_pointer(to);
    }
    EVP_MD_CTX *context = context_new(t, to);
    if (context == NULL || !copied(t, h, context))
        return NULL_VALUE;
    to->algorithm = crypto.EVP_MD_CTX_get0_md(context);
    return value_from_pointer(to);
}

/* ---- digests ---- */

/* The digest of short data: its length, 0 for an error. */
static unsigned digest_at_once(const EVP_MD *md, const Bytes *data,
                               uint8_t digest[EVP_MAX_MD_SIZE])
{
    EVP_MD_CTX **scratch = &crypto.scratch[evp_index(md)];
    unsigned len;
    if (*scratch == NULL)
        *scratch = crypto.EVP_MD_CTX_new();
    return *scratch != NULL && crypto.EVP_DigestInit_ex(*scratch, md, NULL) &&
                   crypto.EVP_DigestUpdate(*scratch, data->data,
                                           (size_t)data->len) &&
                   crypto.EVP_DigestFinal_ex(*scratch, digest, &len)
               ? len
               : 0;
}

Value evp_digest(Thread *t, Hash *h, bool hex)
{
    uint8_t digest[EVP_MAX_MD_SIZE];
    unsigned len = 0;
    const Bytes *data = beginning_of(h);
    if (data != NULL && (len = digest_at_once(h->algorithm, data, digest)) > 0)
        return hash_result(t, digest, len, hex);
    EVP_MD_CTX *context = crypto.EVP_MD_CTX_new();
    if (context == NULL)
        return raise_no_memory(t);
    Value v = NULL_VALUE;
    if (copied(t, h, context))
        v = crypto.EVP_DigestFinal_ex(context, digest, &len)
                ? hash_result(t, digest, len, hex)
                : evp_raise(t, EXC(ValueError), "no reason supplied");
    crypto.EVP_MD_CTX_free(context);
    return v;
}

/* So many bytes of a context that is used up by it. */
static Value squeeze(Thread *t, EVP_MD_CTX *context, int64_t len)
{
    Bytes *s = bytes_new(t, NULL, len);
    int ok = 1;
    if (s == NULL)
        return NULL_VALUE;
    uint8_t *to = s->data;
    if (len > HASH_SHORT) {
        thread_park(t);
        ok = crypto.EVP_DigestFinalXOF(context, to, (size_t)len);
        thread_unpark(t);
    } else if (len > 0) {
        ok = crypto.EVP_DigestFinalXOF(context, to, (size_t)len);
    }
    KEEP(s);
    return ok ? value_from_pointer(s)
              : evp_raise(t, EXC(ValueError), "no reason supplied");
}

Value evp_squeeze(Thread *t, Hash *h, int64_t len, bool hex)
{
    EVP_MD_CTX *context = crypto.EVP_MD_CTX_new();
    if (context == NULL)
        return raise_no_memory(t);
    Value v = NULL_VALUE;
    if (copied(t, h, context))
        v = squeeze(t, context, len);
    crypto.EVP_MD_CTX_free(context);
    return value_is_null(v) || !hex
               ? v
               : hash_result(t, value_to_bytes(v)->data, len, true);
}

/* ---- attributes ---- */

Value evp_digest_size_get(Thread *t UNUSED, Value self)
{
    return value_from_int(crypto.EVP_MD_get_size(evp_md_of(value_to_pointer(self))));
}

Value evp_block_size_get(Thread *t UNUSED, Value self)
{
    return value_from_int(
        crypto.EVP_MD_get_block_size(evp_md_of(value_to_pointer(self))));
}

Value evp_no_size_get(Thread *t UNUSED, Value self UNUSED)
{
    return value_from_int(0);
}
