/* SPDX-License-Identifier: MIT */
/* _hashlib.HMAC, by OpenSSL's MAC of that name. */
#include <limits.h>
#include <openssl/core_names.h>
#include "module/hash/hashlib_parts.h"
#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/str.h"

enum { CONTEXT_BYTES = 1024 }; /* what a context takes, about */

static EVP_MAC_CTX *context_of(const Hash *h)
{
    const Resource *r = value_to_pointer(slot_get(&h->state));
    return (EVP_MAC_CTX *)r->handle;
}

static void give_back(intptr_t handle)
{
    crypto.EVP_MAC_CTX_free((EVP_MAC_CTX *)handle);
}

/* A new object that takes over a context (NULL: no memory); null on error. */
static Hash *hmac_from(Thread *t, EVP_MAC_CTX *context, Value name)
{
    if (context == NULL)
        return value_to_pointer(raise_no_memory(t));
    Resource *r = resource_new(t, (intptr_t)context, give_back, CONTEXT_BYTES);
    if (r == NULL)
        return NULL;
    Hash *h = record_new(t, hashlib_hmac_type.root_shape->id,
                         RECORD_SLOTS(Hash));
    slot_set(h, &h->state, value_from_pointer(r));
    slot_set(h, &h->name, name);
    return h;
}

/* ---- making them ---- */

/* The algorithm that a `digestmod` says; NULL with an exception. */
static EVP_MD *algorithm_of(Thread *t, const HashlibState *state, Value v)
{
    Value name = v;
    if (!value_is_str(v)) {
        Dict *constructors = value_to_dict(slot_get(&state->constructors));
        name = dict_get(t, constructors, v);
        if (value_is_null(name))
            t->exc = NULL_VALUE; /* it has no hash: is none of them */
        if (value_is_null(name) || value_is_unbound(name)) {
            Type *error =
                value_to_pointer(slot_get(&state->unsupported_digestmod));
            return value_to_pointer(
                raise_error(t, error, "Unsupported digestmod %R", v));
        }
    }
    const char *text;
    return param_c_string(t, name, &text, &hashlib_hmac_new_native, 2)
               ? evp_find(t, text, true)
               : NULL;
}

/* A context that has no key yet, which the caller owns; NULL: it cannot be. */
static EVP_MAC_CTX *context_of_algorithm(const EVP_MD *md)
{
    EVP_MAC *mac = crypto.EVP_MAC_fetch(NULL, "HMAC", NULL);
    EVP_MAC_CTX *context = mac == NULL ? NULL : crypto.EVP_MAC_CTX_new(mac);
    crypto.EVP_MAC_free(mac);
    OSSL_PARAM params[] = {
        crypto.OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST,
                                         (char *)crypto.EVP_MD_get0_name(md), 0),
        crypto.OSSL_PARAM_construct_end(),
    };
    if (context != NULL && crypto.EVP_MAC_CTX_set_params(context, params))
        return context;
    crypto.EVP_MAC_CTX_free(context);
    return NULL;
}

/* The same, by a copy of one that is kept for the algorithm. */
static EVP_MAC_CTX *context_copied(const EVP_MD *md)
{
    int i = evp_index(md);
    if (i < 0)
        return context_of_algorithm(md);
    if (crypto.macs[i] == NULL)
        crypto.macs[i] = context_of_algorithm(md);
    return crypto.macs[i] == NULL ? NULL
                                  : crypto.EVP_MAC_CTX_dup(crypto.macs[i]);
}

/* A context for a key, which the caller owns; NULL with an exception. */
static EVP_MAC_CTX *context_for(Thread *t, const EVP_MD *md, const Buffer *key)
{
    EVP_MAC_CTX *context = evp_is_xof(md) ? NULL : context_copied(md);
    const uint8_t *secret = key->len == 0 ? (const uint8_t *)"" : key->data;
    if (context != NULL &&
        crypto.EVP_MAC_init(context, secret, (size_t)key->len, NULL))
        return context;
    crypto.EVP_MAC_CTX_free(context);
    evp_raise(t, EXC(ValueError), "no reason supplied");
    return NULL;
}

static bool key_fits(Thread *t, const Buffer *key)
{
    if (key->len <= INT_MAX)
        return true;
    raise_error(t, EXC(OverflowError), "key is too long.");
    return false;
}

static int update(void *context, const void *data, size_t len)
{
    return crypto.EVP_MAC_update(context, data, len);
}

NATIVE(hmac, update, 0, "Add data to what is authenticated.", (self, Hash),
       (slash), (arg, hashed, msg))
{
    return hash_update(t, self, update, context_of(self), msg)
               ? NONE
               : evp_raise(t, EXC(ValueError), "no reason supplied");
}

/* An object of an algorithm that has seen the message. */
static Value begin(Thread *t, const EVP_MD *md, const Buffer *key,
                   const Buffer *msg)
{
    const char *name = evp_name(md);
    EVP_MAC_CTX *context = context_for(t, md, key);
    if (context == NULL)
        return NULL_VALUE;
    Hash *h = hmac_from(t, context, value_from_pointer(str_from_c(
                                        t, name == NULL ? "undefined" : name)));
    if (h == NULL || (param_buffer_is_given(msg) && msg->len > 0 &&
                      value_is_null(hmac_update_body(t, h, (Buffer *)msg))))
        return NULL_VALUE;
    return value_from_pointer(h);
}

NATIVE_SHARED(hashlib, hmac_new, 0, "An HMAC object of a key.",
              (arg, bytes_like, key), (opt_quoted, hashed_or_none, msg, "b''"),
              (opt, object, digestmod, None), (state, HashlibState, state))
{
    if (!key_fits(t, key))
        return NULL_VALUE;
    if (value_is_none(digestmod))
        return raise_type_error(t,
                                "Missing required parameter 'digestmod'.");
    EVP_MD *md = algorithm_of(t, state, digestmod);
    if (md == NULL)
        return NULL_VALUE;
    Value v = begin(t, md, key, msg);
    evp_done(md);
    return v;
}

/* ---- digests ---- */

/* Of a context that is used up by it and given back; NULL: no memory. */
static Value finish(Thread *t, EVP_MAC_CTX *context, bool hex)
{
    uint8_t digest[EVP_MAX_MD_SIZE];
    size_t len;
    if (context == NULL)
        return raise_no_memory(t);
    int ok = crypto.EVP_MAC_final(context, digest, &len, sizeof digest);
    crypto.EVP_MAC_CTX_free(context);
    return ok ? hash_result(t, digest, (int64_t)len, hex)
              : evp_raise(t, EXC(ValueError), "no reason supplied");
}

static EVP_MAC_CTX *copy_of(Thread *t, const Hash *h)
{
    hash_enter(t, h);
    EVP_MAC_CTX *context = crypto.EVP_MAC_CTX_dup(context_of(h));
    hash_leave(h);
    return context;
}

NATIVE(hmac, copy, 0, "An object of its own in the same state.", (self, Hash),
       (slash))
{
    Hash *h = hmac_from(t, copy_of(t, self), slot_get(&self->name));
    return h == NULL ? NULL_VALUE : value_from_pointer(h);
}

NATIVE(hmac, digest, 0, "The digest of the data so far.", (self, Hash),
       (slash))
{
    return finish(t, copy_of(t, self), false);
}

NATIVE(hmac, hexdigest, 0, "The digest of the data so far, in hexadecimal.",
       (self, Hash), (slash))
{
    return finish(t, copy_of(t, self), true);
}

NATIVE_SHARED(hashlib, hmac_digest, 0, "The HMAC of a whole message.",
              (arg, bytes_like, key), (arg, bytes_like, msg),
              (arg, object, digest), (state, HashlibState, state))
{
    if (!key_fits(t, key))
        return NULL_VALUE;
    EVP_MD *md = algorithm_of(t, state, digest);
    if (md == NULL)
        return NULL_VALUE;
    Value v = begin(t, md, key, msg);
    evp_done(md);
    return value_is_null(v)
               ? NULL_VALUE
               : hmac_digest_body(t, value_to_pointer(v));
}

/* ---- the type ---- */

static Value digest_size_get(Thread *t UNUSED, Value self)
{
    return value_from_int((int64_t)crypto.EVP_MAC_CTX_get_mac_size(
        context_of(value_to_pointer(self))));
}

static Value block_size_get(Thread *t UNUSED, Value self)
{
    return value_from_int((int64_t)crypto.EVP_MAC_CTX_get_block_size(
        context_of(value_to_pointer(self))));
}

static Value name_get(Thread *t, Value self)
{
    return format_message(t, "hmac-%S", hash_name_get(t, self));
}

static Value repr(Thread *t, Value self)
{
    return hashlib_repr(t, value_to_pointer(self), "HMAC");
}

static const NativeDef *const methods[] = {
    &hmac_copy_native,
    &hmac_digest_native,
    &hmac_hexdigest_native,
    &hmac_update_native,
    NULL,
};
static const GetSetDef getsets[] = {
    {"block_size", block_size_get, NULL, NULL},
    {"digest_size", digest_size_get, NULL, NULL},
    {"name", name_get, NULL, NULL},
    {0},
};

Type hashlib_hmac_type = {
    TYPE_HEAD(hmac),
    .c_name = "_hashlib.HMAC",
    .c_doc = "A keyed digest that grows with its data; hmac_new() makes them.",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Hash),
    .slots = {.repr = repr},
    .methods = methods,
    .getsets = getsets,
};
