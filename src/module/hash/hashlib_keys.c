/* SPDX-License-Identifier: MIT */
/* Keys made of passwords: pbkdf2_hmac and scrypt. */
#include <limits.h>
#include "exec/blocking.h"
#include "module/hash/hashlib_parts.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/int.h"
#include "object/text/bytes.h"

/* Whether an int of C holds the length. */
static bool fits(Thread *t, const Buffer *b, const char *what)
{
    if (b->len <= INT_MAX)
        return true;
    raise_error(t, EXC(OverflowError), "%s is too long.", what);
    return false;
}

/* ---- PBKDF2 ---- */

/* The length of the key; -1 with an exception. */
static int64_t key_length(Thread *t, Value dklen, const EVP_MD *md,
                          const NativeDef *def)
{
    int64_t len = crypto.EVP_MD_get_size(md);
    if (!value_is_none(dklen) && !param_c_long(t, dklen, &len, def, 4))
        return -1;
    if (len < 1)
        return RAISE_INT(
            raise_value_error(t, "key length must be greater than 0."));
    if (len > INT_MAX)
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "key length is too great."));
    return len;
}

static bool iterations_fit(Thread *t, int64_t iterations)
{
    if (iterations < 1)
        raise_value_error(t, "iteration value must be greater than 0.");
    else if (iterations > INT_MAX)
        raise_error(t, EXC(OverflowError), "iteration value is too great.");
    else
        return true;
    return false;
}

static Value stretch(Thread *t, const EVP_MD *md, const Buffer *password,
                     const Buffer *salt, int iterations, int64_t len)
{
    Bytes *key = bytes_new(t, NULL, len);
    if (key == NULL)
        return NULL_VALUE;
    const char *secret = (const char *)password->data;
    const uint8_t *salted = salt->data;
    int n_secret = (int)password->len, n_salted = (int)salt->len;
    uint8_t *to = key->data;
    thread_park(t);
    int ok = crypto.PKCS5_PBKDF2_HMAC(secret, n_secret, salted, n_salted, iterations,
                               md, (int)len, to);
    thread_unpark(t);
    KEEP(key);
    return ok ? value_from_pointer(key)
              : evp_raise(t, EXC(ValueError), "no reason supplied");
}

NATIVE_SHARED(hashlib, pbkdf2_hmac, 0,
              "A key made of a password, by PBKDF2 with an HMAC.",
              (arg, str, hash_name), (arg, bytes_like, password),
              (arg, bytes_like, salt), (arg, c_long, iterations),
              (opt, object, dklen, None))
{
    const char *name;
    const NativeDef *def = &hashlib_pbkdf2_hmac_native;
    if (!param_c_string(t, value_from_pointer(hash_name), &name, def, 0))
        return NULL_VALUE;
    EVP_MD *md = evp_find(t, name, true);
    if (md == NULL)
        return NULL_VALUE;
    Value v = NULL_VALUE;
    if (fits(t, password, "password") && fits(t, salt, "salt") &&
        iterations_fit(t, iterations)) {
        int64_t len = key_length(t, dklen, md, def);
        if (len > 0)
            v = evp_is_xof(md)
                    ? raise_value_error(t, "no reason supplied")
                    : stretch(t, md, password, salt, (int)iterations, len);
    }
    evp_done(md);
    return v;
}

/* ---- scrypt ---- */

/* factor: an int object, or None; absent: None */
#define PARAM_LEAF_factor     LEAF_INT
#define PARAM_TYPE_factor     Value
#define PARAM_LOCAL_factor(v) Value v
static PARAM_FN(factor, Value)
{
    *out = v;
    return value_is_none(v) || value_same(v, TRUE_VALUE) ||
           value_same(v, FALSE_VALUE) ||
           (type_of(v)->type_flags & TYPE_IS_INT) != 0 ||
           param_mismatch(t, def, at, "int", v);
}

static bool factor_get(Thread *t, Value v, const char *name, uint64_t *out)
{
    if (!value_is_none(v) && int_to_uint64(object_index(t, v), out))
        return true;
    raise_type_error(t, "%s is required and must be an unsigned int", name);
    return false;
}

/* scrypt with its memory in bounds. */
static int scrypt(const Buffer *password, const Buffer *salt,
                  const uint64_t *nrp, uint64_t maxmem, uint8_t *to,
                  size_t len)
{
    return crypto.EVP_PBE_scrypt((const char *)password->data, (size_t)password->len,
                          salt->data, (size_t)salt->len, nrp[0], nrp[1],
                          nrp[2], maxmem, to, len);
}

static Value derive(Thread *t, const Buffer *password, const Buffer *salt,
                    const uint64_t *nrp, uint64_t maxmem, int64_t len)
{
    if (!crypto.EVP_PBE_scrypt(NULL, 0, NULL, 0, nrp[0], nrp[1], nrp[2], maxmem, NULL,
                        0))
        return evp_raise(
            t, EXC(ValueError),
            "Invalid parameter combination for n, r, p, maxmem.");
    Bytes *key = bytes_new(t, NULL, len);
    if (key == NULL)
        return NULL_VALUE;
    uint8_t *to = key->data;
    thread_park(t);
    int ok = scrypt(password, salt, nrp, maxmem, to, (size_t)len);
    thread_unpark(t);
    KEEP(key);
    return ok ? value_from_pointer(key)
              : evp_raise(t, EXC(ValueError), "no reason supplied");
}

NATIVE_SHARED(hashlib, scrypt, 0, "A key made of a password, by scrypt.",
              (arg, bytes_like, password), (star),
              (opt, bytes_like_or_none, salt, None), (opt, factor, n, None),
              (opt, factor, r, None), (opt, factor, p, None),
              (opt, c_long, maxmem, 0), (opt, c_long, dklen, 64))
{
    uint64_t nrp[3];
    if (!fits(t, password, "password"))
        return NULL_VALUE;
    if (!param_buffer_is_given(salt))
        return raise_type_error(t, "salt is required");
    if (!fits(t, salt, "salt") || !factor_get(t, n, "n", &nrp[0]))
        return NULL_VALUE;
    if (nrp[0] < 2 || (nrp[0] & (nrp[0] - 1)) != 0)
        return raise_value_error(t, "n must be a power of 2.");
    if (!factor_get(t, r, "r", &nrp[1]) || !factor_get(t, p, "p", &nrp[2]))
        return NULL_VALUE;
    if (maxmem < 0 || maxmem > INT_MAX)
        return raise_value_error(
            t, "maxmem must be positive and smaller than %d", INT_MAX);
    if (dklen < 1 || dklen > INT_MAX)
        return raise_value_error(
            t, "dklen must be greater than 0 and smaller than %d", INT_MAX);
    return derive(t, password, salt, nrp, (uint64_t)maxmem, dklen);
}
