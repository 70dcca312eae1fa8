/* SPDX-License-Identifier: MIT */
/* The module _blake2: BLAKE2b and BLAKE2s with all parameters, by libb2. */
#include <blake2.h>
#include <string.h>
#include "module/hash/hash_object.h"
#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "os/library.h"

/* The library, loaded when the module is: linked, it and what it links would slow
 * the start of every program. */
static struct {
    __typeof__(blake2b_init_param) *b_init_param;
    __typeof__(blake2b_update) *b_update;
    __typeof__(blake2b_final) *b_final;
    __typeof__(blake2s_init_param) *s_init_param;
    __typeof__(blake2s_update) *s_update;
    __typeof__(blake2s_final) *s_final;
    bool is_loaded;
} libb2; /* process-wide, as the library is */

enum { LIBB2_MAJOR = 1 };

static bool load(void)
{
    void *library = os_library_open("b2", LIBB2_MAJOR);
    libb2.is_loaded = library != NULL;
#define X(name)                                                               \
    if (library != NULL && (*(void **)&libb2.name = os_library_symbol(        \
                                library, "blake2" #name)) == NULL)            \
        libb2.is_loaded = false;
    X(b_init_param) X(b_update) X(b_final)
    X(s_init_param) X(s_update) X(s_final)
#undef X
    return libb2.is_loaded;
}

/* What is in a Bytes, the object's state. */
typedef struct Blake2 {
    union {
        blake2b_state b;
        blake2s_state s;
    } state;
    uint8_t digest_size;
} Blake2;

static Blake2 *blake2_of(const Hash *h)
{
    return (Blake2 *)(void *)value_to_bytes(slot_get(&h->state))->data;
}

static Type blake2b_type, blake2s_type;

static bool is_b(const Hash *h)
{
    return type_of(value_from_pointer(h)) == &blake2b_type;
}

/* ---- parameters ---- */

typedef struct Settings {
    int digest_size, fanout, depth, node_depth, inner_size;
    uint64_t leaf_size, node_offset;
    const Buffer *key, *salt, *person;
} Settings;

/* What differs between the two. */
typedef struct Bounds {
    int digest, key, salt, person;
    uint64_t node_offset;
} Bounds;
static const Bounds bounds_b = {BLAKE2B_OUTBYTES, BLAKE2B_KEYBYTES,
                                BLAKE2B_SALTBYTES, BLAKE2B_PERSONALBYTES,
                                UINT64_MAX};
static const Bounds bounds_s = {BLAKE2S_OUTBYTES, BLAKE2S_KEYBYTES,
                                BLAKE2S_SALTBYTES, BLAKE2S_PERSONALBYTES,
                                ((uint64_t)1 << 48) - 1};

/* node_offset: natural, whose error has other words */
#define PARAM_LEAF_node_offset     PARAM_LEAF_natural
#define PARAM_TYPE_node_offset     uint64_t
#define PARAM_LOCAL_node_offset(v) uint64_t v
static PARAM_FN(node_offset, uint64_t)
{
    if (param_natural(t, v, out, def, at))
        return true;
    if (exception_matches(t, EXC(OverflowError))) {
        t->exc = NULL_VALUE;
        raise_error(t, EXC(OverflowError), "int too big to convert");
    }
    return false;
}

static bool length_fits(Thread *t, const Buffer *b, int most, const char *what)
{
    if (b->len <= most)
        return true;
    raise_value_error(t, "maximum %s length is %d bytes", what, most);
    return false;
}

static bool between(Thread *t, int i, int least, int most, const char *what)
{
    if (i >= least && i <= most)
        return true;
    raise_value_error(t, "%s must be between %d and %d", what, least, most);
    return false;
}

static bool settings_fit(Thread *t, const Settings *s, const Bounds *most)
{
    if (s->digest_size < 1 || s->digest_size > most->digest) {
        raise_value_error(t, "digest_size must be between 1 and %d bytes",
                          most->digest);
        return false;
    }
    if (!length_fits(t, s->salt, most->salt, "salt") ||
        !length_fits(t, s->person, most->person, "person") ||
        !between(t, s->fanout, 0, 255, "fanout") ||
        !between(t, s->depth, 1, 255, "depth"))
        return false;
    if (s->leaf_size > UINT32_MAX || s->node_offset > most->node_offset) {
        raise_error(t, EXC(OverflowError), "%s is too large",
                    s->leaf_size > UINT32_MAX ? "leaf_size" : "node_offset");
        return false;
    }
    if (!between(t, s->node_depth, 0, 255, "node_depth"))
        return false;
    if (s->inner_size < 0 || s->inner_size > most->digest) {
        raise_value_error(t, "inner_size must be between 0 and is %d",
                          most->digest);
        return false;
    }
    return length_fits(t, s->key, most->key, "key");
}

/* The lowest bytes of a number, the way the parameter block has them. */
static void put(void *to, uint64_t number, int n)
{
    for (int i = 0; i < n; i++)
        ((uint8_t *)to)[i] = (uint8_t)(number >> 8 * i);
}

/* ---- objects ---- */

static int update_b(void *context, const void *data, size_t len)
{
    return libb2.b_update(context, data, len) == 0;
}

static int update_s(void *context, const void *data, size_t len)
{
    return libb2.s_update(context, data, len) == 0;
}

static Value updated(Thread *t, Hash *h, const Buffer *data)
{
    Blake2 *state = blake2_of(h);
    return hash_update(t, h, is_b(h) ? update_b : update_s, &state->state, data)
               ? NONE
               : raise_error(t, EXC(RuntimeError), "libb2 takes no data");
}

/* A new object, and the state that is not begun; NULL: no memory. */
static Hash *blake2_new(Thread *t, Type *cls, Value name)
{
    Bytes *state = bytes_new(t, NULL, sizeof(Blake2));
    if (state == NULL)
        return NULL;
    Hash *h = instance_new_fixed(t, cls);
    slot_set(h, &h->state, value_from_pointer(state));
    slot_set(h, &h->name, name);
    return h;
}

/* Begins the state of one: the library copies the parameters, a key is the first
 * block of what is hashed. */
#define BEGIN(x, X)                                                           \
    static bool begin_##x(Blake2 *to, const Settings *s, bool last_node)      \
    {                                                                         \
        blake2##x##_param p = {0};                                            \
        uint8_t block[BLAKE2##X##_BLOCKBYTES] = {0};                          \
        p.digest_length = (uint8_t)s->digest_size;                            \
        p.key_length = (uint8_t)s->key->len;                                  \
        p.fanout = (uint8_t)s->fanout;                                        \
        p.depth = (uint8_t)s->depth;                                          \
        put((uint8_t *)&p + offsetof(blake2##x##_param, leaf_length),         \
            s->leaf_size, 4);                                                 \
        put((uint8_t *)&p + offsetof(blake2##x##_param, node_offset),         \
            s->node_offset, sizeof p.node_offset);                            \
        p.node_depth = (uint8_t)s->node_depth;                                \
        p.inner_length = (uint8_t)s->inner_size;                              \
        if (s->salt->len > 0)                                                 \
            memcpy(p.salt, s->salt->data, (size_t)s->salt->len);              \
        if (s->person->len > 0)                                               \
            memcpy(p.personal, s->person->data, (size_t)s->person->len);      \
        to->digest_size = (uint8_t)s->digest_size;                            \
        if (libb2.x##_init_param(&to->state.x, &p) < 0)                     \
            return false;                                                     \
        to->state.x.last_node = last_node;                                    \
        if (s->key->len == 0)                                                 \
            return true;                                                      \
        memcpy(block, s->key->data, (size_t)s->key->len);                     \
        int answer = libb2.x##_update(&to->state.x, block, sizeof block);   \
        explicit_clear(block, sizeof block);                                  \
        return answer == 0;                                                   \
    }

/* Overwrites a secret, which no compiler leaves out. */
static void explicit_clear(uint8_t *secret, size_t n)
{
    memset(secret, 0, n);
    __asm__ volatile("" : : "r"(secret) : "memory");
}
BEGIN(b, B)
BEGIN(s, S)

#define ALGORITHM(x, most)                                                    \
    CONSTRUCTOR(blake2##x, 0, (cls), (opt_quoted, hashed, data, "b''"),       \
                (slash), (star), (opt, c_int, digest_size, most),             \
                (opt_quoted, bytes_like, key, "b''"),                         \
                (opt_quoted, bytes_like, salt, "b''"),                        \
                (opt_quoted, bytes_like, person, "b''"),                      \
                (opt, c_int, fanout, 1), (opt, c_int, depth, 1),              \
                (opt, natural, leaf_size, 0),                                 \
                (opt, node_offset, node_offset, 0),                           \
                (opt, c_int, node_depth, 0), (opt, c_int, inner_size, 0),     \
                (opt, truth, last_node, False),                               \
                (opt, truth, usedforsecurity, True))                          \
    {                                                                         \
        Settings s = {digest_size, fanout,    depth,       node_depth,        \
                      inner_size,  leaf_size, node_offset, key,               \
                      salt,        person};                                   \
        if (!settings_fit(t, &s, &bounds_##x))                                \
            return NULL_VALUE;                                                \
        Hash *h = blake2_new(                                                 \
            t, cls, value_from_pointer(str_from_c(t, "blake2" #x)));          \
        if (h == NULL)                                                        \
            return NULL_VALUE;                                                \
        if (!begin_##x(blake2_of(h), &s, last_node))                          \
            return raise_error(t, EXC(RuntimeError),                          \
                               "libb2 takes no such parameters");             \
        return data->len > 0 && value_is_null(updated(t, h, data))            \
                   ? NULL_VALUE                                               \
                   : value_from_pointer(h);                                   \
    }
ALGORITHM(b, 64)
ALGORITHM(s, 32)

/* ---- methods ---- */

NATIVE(blake2, update, 0, "Add data to what is hashed.", (self, Hash),
       (arg, hashed, data), (slash))
{
    return updated(t, self, data);
}

/* The state as it is when nobody works on it. */
static Blake2 snapshot(Thread *t, const Hash *h)
{
    hash_enter(t, h);
    Blake2 state = *blake2_of(h);
    hash_leave(h);
    return state;
}

NATIVE(blake2, copy, 0, "An object of its own in the same state.",
       (self, Hash), (slash))
{
    Hash *h = blake2_new(t, type_of(value_from_pointer(self)),
                         slot_get(&self->name));
    if (h == NULL)
        return NULL_VALUE;
    *blake2_of(h) = snapshot(t, self);
    return value_from_pointer(h);
}

static Value digest(Thread *t, const Hash *h, bool hex)
{
    uint8_t to[BLAKE2B_OUTBYTES];
    Blake2 copy = snapshot(t, h);
    int answer = is_b(h) ? libb2.b_final(&copy.state.b, to, copy.digest_size)
                         : libb2.s_final(&copy.state.s, to, copy.digest_size);
    return answer < 0 ? raise_error(t, EXC(RuntimeError),
                                    "libb2 gives no digest")
                      : hash_result(t, to, copy.digest_size, hex);
}

NATIVE(blake2, digest, 0, "The digest of the data so far.", (self, Hash),
       (slash))
{
    return digest(t, self, false);
}

NATIVE(blake2, hexdigest, 0, "The digest of the data so far, in hexadecimal.",
       (self, Hash), (slash))
{
    return digest(t, self, true);
}

static Value digest_size_get(Thread *t UNUSED, Value self)
{
    return value_from_int(blake2_of(value_to_pointer(self))->digest_size);
}

static Value block_size_get(Thread *t UNUSED, Value self)
{
    return value_from_int(is_b(value_to_pointer(self)) ? BLAKE2B_BLOCKBYTES
                                                       : BLAKE2S_BLOCKBYTES);
}

/* ---- the module ---- */

static const NativeDef *const methods[] = {
    &blake2_copy_native,
    &blake2_digest_native,
    &blake2_hexdigest_native,
    &blake2_update_native,
    NULL,
};
static const GetSetDef getsets[] = {
    {"block_size", block_size_get, NULL, NULL},
    {"digest_size", digest_size_get, NULL, NULL},
    {"name", hash_name_get, NULL, NULL},
    {0},
};

#define TYPE_OF(x)                                                            \
    static Type blake2##x##_type = {                                          \
        TYPE_HEAD(blake2##x),                                                 \
        .c_name = "_blake2.blake2" #x,                                        \
        .c_doc = "A digest by BLAKE2" #x " that grows with its data.",        \
        .kind = KIND_RECORD,                                                  \
        .instance_size = sizeof(Hash),                                        \
        .methods = methods,                                                   \
        .getsets = getsets,                                                   \
        .constructor = &blake2##x##_new_native,                               \
    };
TYPE_OF(b)
TYPE_OF(s)

static const ModuleType types[] = {
    {"blake2b", &blake2b_type},
    {"blake2s", &blake2s_type},
    {0},
};

static const ModuleConstant constants[] = {
    MODULE_INT("BLAKE2B_MAX_DIGEST_SIZE", BLAKE2B_OUTBYTES),
    MODULE_INT("BLAKE2B_MAX_KEY_SIZE", BLAKE2B_KEYBYTES),
    MODULE_INT("BLAKE2B_PERSON_SIZE", BLAKE2B_PERSONALBYTES),
    MODULE_INT("BLAKE2B_SALT_SIZE", BLAKE2B_SALTBYTES),
    MODULE_INT("BLAKE2S_MAX_DIGEST_SIZE", BLAKE2S_OUTBYTES),
    MODULE_INT("BLAKE2S_MAX_KEY_SIZE", BLAKE2S_KEYBYTES),
    MODULE_INT("BLAKE2S_PERSON_SIZE", BLAKE2S_PERSONALBYTES),
    MODULE_INT("BLAKE2S_SALT_SIZE", BLAKE2S_SALTBYTES),
    {0},
};

/* The same as attributes of a type. */
static void limit_set(Thread *t, Type *type, const char *name, int64_t limit)
{
    type_set_attr(t, type, str_intern_c(t, name), value_from_int(limit));
}

static void limits_set(Thread *t, Type *type, const Bounds *most)
{
    limit_set(t, type, "MAX_DIGEST_SIZE", most->digest);
    limit_set(t, type, "MAX_KEY_SIZE", most->key);
    limit_set(t, type, "PERSON_SIZE", most->person);
    limit_set(t, type, "SALT_SIZE", most->salt);
}

static int init(Thread *t, Module *m UNUSED)
{
    if (!libb2.is_loaded && !load())
        return RAISE_INT(raise_error(t, EXC(ImportError),
                                     "libb2, version %d, is not installed",
                                     LIBB2_MAJOR));
    limits_set(t, &blake2b_type, &bounds_b);
    limits_set(t, &blake2s_type, &bounds_s);
    return 0;
}

const ModuleDef blake2_module = {
    .name = "_blake2",
    .doc = "BLAKE2b and BLAKE2s, by libb2.",
    .types = types,
    .constants = constants,
    .init = init,
};
