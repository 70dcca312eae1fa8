/* SPDX-License-Identifier: MIT */
/*
 * The module _random: the Mersenne Twister MT19937 (M. Matsumoto, T. Nishimura,
 * ACM TOMACS 8, 1998), seeded by arrays as its authors' second version is.
 * Whoever knows a seed gets the same numbers as from any other Python.
 */
#include <string.h>
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/type/instance.h"
#include "os/random.h"

enum { N = 624, M = 397 };

typedef struct Twister {
    uint32_t state[N];
    uint32_t index; /* of the next word; N: all are used */
} Twister;

typedef struct Random {
    RECORD_HEAD()
    Slot twister; /* a Bytes */
} Random;

static Type random_type;

static Twister *twister_of(const Random *r)
{
    return (Twister *)(void *)value_to_bytes(slot_get(&r->twister))->data;
}

/* ---- the generator ---- */

static uint32_t twist(uint32_t high, uint32_t low)
{
    uint32_t y = (high & 0x80000000) | (low & 0x7fffffff);
    return y >> 1 ^ (y & 1 ? 0x9908b0df : 0);
}

static NOINLINE void refill(Twister *w)
{
    uint32_t *s = w->state;
    int i = 0;
    for (; i < N - M; i++)
        s[i] = s[i + M] ^ twist(s[i], s[i + 1]);
    for (; i < N - 1; i++)
        s[i] = s[i + M - N] ^ twist(s[i], s[i + 1]);
    s[N - 1] = s[M - 1] ^ twist(s[N - 1], s[0]);
    w->index = 0;
}

static uint32_t next_word(Twister *w)
{
    if (w->index >= N)
        refill(w);
    uint32_t y = w->state[w->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >> 18;
}

static uint32_t mixed(const uint32_t *s, int i, uint32_t factor)
{
    uint32_t before = s[i > 0 ? i - 1 : N - 1];
    return s[i] ^ (before ^ before >> 30) * factor;
}

/* One step around the state; its first word is a copy of the last one. */
static int step(uint32_t *s, int i)
{
    if (++i < N)
        return i;
    s[0] = s[N - 1];
    return 1;
}

static void seed_by(Twister *w, const uint32_t *key, int64_t len)
{
    uint32_t *s = w->state;
    int64_t rounds = len > N ? len : N, j = 0;
    int i = 1;
    s[0] = 19650218;
    for (uint32_t k = 1; k < N; k++)
        s[k] = 1812433253 * (s[k - 1] ^ s[k - 1] >> 30) + k;
    for (; rounds > 0; rounds--) {
        s[i] = mixed(s, i, 1664525) + key[j] + (uint32_t)j;
        i = step(s, i);
        j = j + 1 < len ? j + 1 : 0;
    }
    for (rounds = N - 1; rounds > 0; rounds--) {
        s[i] = mixed(s, i, 1566083941) - (uint32_t)i;
        i = step(s, i);
    }
    s[0] = 0x80000000;
    w->index = N;
}

/* ---- seeds ---- */

static int seed_at_random(Thread *t, Twister *w)
{
    enum { WORDS = 64 }; /* what the system gives at once */
    uint32_t key[WORDS];
    if (!os_random_fill(key, sizeof key))
        return RAISE_INT(raise_error(t, EXC(OSError), "no random bytes"));
    seed_by(w, key, WORDS);
    return 0;
}

/* By the words of an int's magnitude, the lowest first. */
static int seed_by_int(Thread *t, Twister *w, Value v)
{
    v = int_sign(v) < 0 ? int_neg(t, v) : v;
    if (value_is_null(v))
        return -1;
    int64_t len = (int_bit_length(v) + 31) / 32;
    len = len > 0 ? len : 1;
    Bytes *words = bytes_new(t, NULL, 4 * len);
    if (words == NULL ||
        int_to_bytes(t, v, words->data, 4 * (size_t)len, true, false) < 0)
        return -1;
    uint32_t *key = (uint32_t *)(void *)words->data;
    for (int64_t i = 0; i < len; i++) {
        const uint8_t *b = words->data + 4 * i;
        key[i] = (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
                 (uint32_t)b[3] << 24;
    }
    seed_by(w, key, len);
    KEEP(words);
    return 0;
}

static int seed(Thread *t, Random *r, Value v)
{
    int64_t hash;
    Twister *w = twister_of(r);
    if (value_is_unbound(v) || value_is_none(v))
        return seed_at_random(t, w);
    if (value_is_int_object(v)) {
        if (!int_is_exact(v)) /* it may have an __abs__ of its own */
            v = object_absolute(t, v);
        if (value_is_null(v))
            return -1;
        if (value_is_int_object(v))
            return seed_by_int(t, w, v);
    }
    if (object_hash(t, v, &hash) < 0)
        return -1;
    v = int_from_uint64(t, (uint64_t)hash);
    return value_is_null(v) ? -1 : seed_by_int(t, w, v);
}

/* ---- the type ---- */

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    Random *r = instance_new_fixed(t, cls);
    Bytes *w = bytes_new(t, NULL, sizeof(Twister));
    if (w == NULL)
        return NULL_VALUE;
    slot_set(r, &r->twister, value_from_pointer(w));
    return value_from_pointer(r);
}

static int init(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
{
    if (kwnames != NULL && kwnames->len > 0)
        return RAISE_INT(
            raise_type_error(t, "Random() takes no keyword arguments"));
    if (n > 1)
        return RAISE_INT(
            raise_type_error(t, "Random() requires 0 or 1 argument"));
    return seed(t, value_to_record(self), n == 1 ? args[0] : UNBOUND);
}

NATIVE(Random, seed, 0,
       "Begin anew, from an int or the hash of an object; None: from the "
       "system's random bytes.",
       (self, Random), (opt, object, n, None), (slash))
{
    return seed(t, self, n) < 0 ? NULL_VALUE : NONE;
}

NATIVE(Random, random, NATIVE_LEAF, "A float from 0 to 1, 1 excluded.",
       (self, Random), (slash))
{
    Twister *w = twister_of(self);
    uint32_t a = next_word(w) >> 5, b = next_word(w) >> 6; /* 53 bits */
    return float_from_double(
        t, (a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

NATIVE(Random, getrandbits, NATIVE_LEAF, "An int of k random bits.",
       (self, Random), (arg, c_int, k), (slash))
{
    Twister *w = twister_of(self);
    if (k < 0)
        return raise_value_error(t, "number of bits must be non-negative");
    if (k <= 32)
        return value_from_int(k == 0 ? 0 : next_word(w) >> (32 - k));
    int64_t n = ((int64_t)k + 31) / 32;
    Bytes *words = bytes_new(t, NULL, 4 * n);
    if (words == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < n; i++, k -= 32) {
        uint32_t word = next_word(w);
        if (k < 32)
            word >>= 32 - k;
        for (int b = 0; b < 4; b++)
            words->data[4 * i + b] = (uint8_t)(word >> 8 * b);
    }
    Value v = int_from_bytes(t, words->data, 4 * (size_t)n, true, false);
    KEEP(words);
    return v;
}

NATIVE(Random, getstate, NATIVE_LEAF, "What setstate takes: a tuple of ints.",
       (self, Random), (slash))
{
    const Twister *w = twister_of(self);
    Tuple *state = tuple_new(t, N + 1);
    if (state == NULL)
        return NULL_VALUE;
    for (int i = 0; i < N; i++)
        tuple_set(state, i, value_from_int(w->state[i]));
    tuple_set(state, N, value_from_int(w->index));
    return value_from_pointer(state);
}

static int word_of(Thread *t, Value v, uint32_t *word)
{
    uint64_t u;
    if (!value_is_int_object(v))
        return RAISE_INT(raise_type_error(t, "an integer is required"));
    if (int_sign(v) < 0)
        return RAISE_INT(raise_error(
            t, EXC(OverflowError),
            "can't convert negative value to unsigned int"));
    if (!int_to_uint64(v, &u))
        return RAISE_INT(
            raise_error(t, EXC(OverflowError),
                        "Python int too large to convert to C unsigned long"));
    *word = (uint32_t)u;
    return 0;
}

NATIVE(Random, setstate, 0, "Go on from a state of getstate.",
       (self, Random), (arg, object, state), (slash))
{
    Twister w;
    if (!value_is_tuple(state))
        return raise_type_error(t, "state vector must be a tuple");
    const Tuple *from = value_to_tuple(state);
    if (from->len != N + 1)
        return raise_value_error(t, "state vector is the wrong size");
    for (int i = 0; i < N; i++)
        if (word_of(t, tuple_get(from, i), &w.state[i]) < 0)
            return NULL_VALUE;
    int64_t index;
    if (object_to_int64(t, tuple_get(from, N), &index) < 0)
        return NULL_VALUE;
    if (index < 0 || index > N)
        return raise_value_error(t, "invalid state");
    w.index = (uint32_t)index;
    *twister_of(self) = w;
    return NONE;
}

static const NativeDef *const methods[] = {
    &Random_getrandbits_native,
    &Random_getstate_native,
    &Random_random_native,
    &Random_seed_native,
    &Random_setstate_native,
    NULL,
};

static Type random_type = {
    TYPE_HEAD(random),
    .c_name = "_random.Random",
    .c_doc = "Random numbers, from a seed on.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Random),
    .methods = methods,
    .slots = {.new = new, .init = init},
};

static const ModuleType types[] = {
    {"Random", &random_type},
    {0},
};

const ModuleDef random_module = {
    .name = "_random",
    .doc = "The random numbers of the Mersenne Twister.",
    .types = types,
};
