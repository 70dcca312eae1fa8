/* SPDX-License-Identifier: MIT */
/* OpenSSL's digests as hash objects. */
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

EVP_MD *evp_find(Thread *t, const char *name, bool for_security)
{
    const char *library = name;
    for (int i = 0; i < NAMES; i++)
        if (strcmp(name, names[i].ours) == 0)
            library = names[i].library;
    EVP_MD *md = crypto.EVP_MD_fetch(NULL, library, for_security ? NULL : "-fips");
    if (md == NULL)
        evp_raise(t, EXC(ValueError), "unsupported hash type");
    return md;
}

void evp_done(EVP_MD *md)
{
    crypto.EVP_MD_free(md);
}

const char *evp_name(const EVP_MD *md)
{
    for (int i = 0; i < NAMES; i++)
        if (crypto.EVP_MD_is_a(md, names[i].library))
            return names[i].ours;
    int nid = crypto.EVP_MD_get_type(md);
    return nid == NID_undef ? NULL : crypto.OBJ_nid2ln(nid);
}

/* ---- contexts ---- */

static EVP_MD_CTX *context_of(const Hash *h)
{
    const Resource *r = value_to_pointer(slot_get(&h->state));
    return (EVP_MD_CTX *)r->handle;
}

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

Value evp_begin(Thread *t, Hash *h, const EVP_MD *md, const char *name,
                const Buffer *data)
{
    EVP_MD_CTX *context = context_new(t, h);
    if (context == NULL)
        return NULL_VALUE;
    slot_set(h, &h->name, value_from_pointer(str_from_c(t, name)));
    if (!crypto.EVP_DigestInit_ex(context, md, NULL))
        return evp_raise(t, EXC(ValueError), "no reason supplied");
    if (data != NULL && data->len > 0 &&
        value_is_null(evp_update(t, h, data)))
        return NULL_VALUE;
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
    return hash_update(t, h, update, context_of(h), data)
               ? NONE
               : evp_raise(t, EXC(ValueError), "no reason supplied");
}

/* Copies a context while nobody works on it. */
static bool copied(Thread *t, const Hash *h, EVP_MD_CTX *to)
{
    hash_enter(t, h);
    int ok = crypto.EVP_MD_CTX_copy_ex(to, context_of(h));
    hash_leave(h);
    if (!ok)
        evp_raise(t, EXC(ValueError), "no reason supplied");
    return ok;
}

Value evp_copy(Thread *t, const Hash *h, Hash *to)
{
    EVP_MD_CTX *context = context_new(t, to);
    if (context == NULL)
        return NULL_VALUE;
    slot_set(to, &to->name, slot_get(&h->name));
    return copied(t, h, context) ? value_from_pointer(to) : NULL_VALUE;
}

/* ---- digests ---- */

Value evp_digest(Thread *t, const Hash *h, bool hex)
{
    uint8_t digest[EVP_MAX_MD_SIZE];
    unsigned len;
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

Value evp_squeeze(Thread *t, const Hash *h, int64_t len, bool hex)
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
