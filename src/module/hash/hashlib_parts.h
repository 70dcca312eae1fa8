/* SPDX-License-Identifier: MIT */
/* What the files of the module _hashlib share. */
#ifndef ADDER_MODULE_HASHLIB_PARTS_H
#define ADDER_MODULE_HASHLIB_PARTS_H

#include "module/hash/evp.h"

/* The module's state. */
typedef struct HashlibState {
    RECORD_HEAD()
    Slot constructors;          /* a dict: openssl_md5: "md5", ... */
    Slot unsupported_digestmod; /* UnsupportedDigestmodError */
} HashlibState;

extern Type hashlib_hmac_type;
NATIVE_DECLARE(hashlib, hmac_new)
NATIVE_DECLARE(hashlib, hmac_digest)
NATIVE_DECLARE(hashlib, pbkdf2_hmac)
NATIVE_DECLARE(hashlib, scrypt)

/* "<NAME WHAT object @ ADDRESS>" */
Value hashlib_repr(Thread *t, const Hash *h, const char *what);

#endif
