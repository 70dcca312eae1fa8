/* SPDX-License-Identifier: MIT */
/* Loading of libcrypto. */
#include "module/hash/crypto_library.h"

#include "object/error/raise.h"
#include "os/library.h"

Crypto crypto;

int crypto_load(Thread *t, Module *m UNUSED)
{
    if (crypto.is_loaded)
        return 0;
    void *library = os_library_open("crypto", OPENSSL_VERSION_MAJOR);
    crypto.is_loaded = library != NULL;
#define X(name)                                                               \
    if (library != NULL &&                                                    \
        (*(void **)&crypto.name = os_library_symbol(library, #name)) == NULL) \
        crypto.is_loaded = false;
    CRYPTO_FUNCTIONS(X)
#undef X
    return crypto.is_loaded
               ? 0
               : RAISE_INT(raise_error(
                     t, EXC(ImportError),
                     "OpenSSL's libcrypto, version %d, is not installed",
                     OPENSSL_VERSION_MAJOR));
}
