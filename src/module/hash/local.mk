# Hash modules: where configure has found OpenSSL's libcrypto, and libb2; these are
# loaded when asked for: not linked.
libadder_la_SOURCES += src/module/hash/hash_object.c src/module/hash/hash_object.h
hash_sources = src/module/hash/crypto_library.c src/module/hash/crypto_library.h
hash_sources += src/module/hash/digest_modules.c
hash_sources += src/module/hash/evp.c src/module/hash/evp.h
hash_sources += src/module/hash/hashlib_hmac.c
hash_sources += src/module/hash/hashlib_keys.c
hash_sources += src/module/hash/hashlib_module.c src/module/hash/hashlib_parts.h
hash_sources += src/module/hash/sha3_module.c
if HAVE_OPENSSL
libadder_la_SOURCES += $(hash_sources)
AM_CPPFLAGS += $(OPENSSL_CFLAGS)
endif
if HAVE_LIBB2
libadder_la_SOURCES += src/module/hash/blake2_module.c
AM_CPPFLAGS += $(LIBB2_CFLAGS)
endif
EXTRA_DIST += $(hash_sources) src/module/hash/blake2_module.c
EXTRA_DIST += src/module/hash/README.md
