/* SPDX-License-Identifier: MIT */
/* Zones from files: see zone_file.h. */
#include "module/zoneinfo/zone_file.h"

#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include <string.h>

/* The arrays while they are made. */
typedef struct Reading {
    int32_t n, n_kinds;
    int64_t *utc, *wall[2], *offsets;
    int32_t *kind;
    int64_t *dst;    /* of kinds: what summer time adds */
    bool *is_summer; /* of kinds */
    TzRule *rule;
} Reading;

/* Where they lie: the same from the same sizes. */
static size_t place(Reading *r, uint8_t *at)
{
    size_t words = (size_t)r->n, kinds = (size_t)r->n_kinds + 2;
    uint8_t *p = at + sizeof(TzRule);
    r->rule = (TzRule *)(void *)at;
    int64_t **arrays[] = {&r->utc, &r->wall[0], &r->wall[1], &r->offsets,
                          &r->dst};
    for (int i = 0; i < 5; i++) {
        *arrays[i] = (int64_t *)(void *)p;
        p += (i < 3 ? words : kinds) * sizeof(int64_t);
    }
    r->kind = (int32_t *)(void *)p;
    p += words * sizeof(int32_t);
    r->is_summer = (bool *)p;
    p += kinds;
    return (size_t)(p - at);
}

static Reading reading_of(const ZoneInfo *z)
{
    Reading r = {.n = z->n, .n_kinds = z->n_kinds};
    place(&r, value_to_bytes(slot_get(&z->data))->data);
    return r;
}

/* ---- making ---- */

static int to_int64(Thread *t, Value v, int64_t *out)
{
    return object_to_int64(t, v, out);
}

static Tuple *part_of(Thread *t, const Tuple *loaded, int i)
{
    return tuple_from_iterable(t, tuple_get(loaded, i));
}

/* The numbers of the tuples: 0 or -1. */
static int fill(Thread *t, Reading *r, const Tuple *kinds, const Tuple *utc,
                const Tuple *offsets, const Tuple *summer)
{
    for (int32_t i = 0; i < r->n; i++) {
        int64_t kind;
        if (to_int64(t, tuple_get(kinds, i), &kind) < 0 ||
            to_int64(t, tuple_get(utc, i), &r->utc[i]) < 0)
            return -1;
        if (kind < 0 || kind >= r->n_kinds)
            return RAISE_INT(raise_value_error(
                t, "Invalid transition index found while reading TZif: %l",
                kind));
        r->kind[i] = (int32_t)kind;
    }
    for (int32_t i = 0; i < r->n_kinds; i++) {
        int is = object_is_true(t, tuple_get(summer, i));
        if (is < 0)
            return -1;
        r->is_summer[i] = is != 0;
        if (to_int64(t, tuple_get(offsets, i), &r->offsets[i]) < 0)
            return -1;
    }
    return 0;
}

/* How much kind[i] is ahead of the standard time next to transition i; 0: cannot
 * be told there. */
static int64_t ahead_at(const Reading *r, int32_t i)
{
    int32_t kind = r->kind[i], before = r->kind[i - 1];
    int64_t ahead = 0;
    if (!r->is_summer[before])
        ahead = r->offsets[kind] - r->offsets[before];
    if (ahead != 0 || kind >= r->n_kinds - 1 || i + 1 >= r->n ||
        r->is_summer[r->kind[i + 1]])
        return ahead;
    return r->offsets[kind] - r->offsets[r->kind[i + 1]];
}

/* Files say which kinds are summer time, not how much it adds: that is inferred
 * from the times around, and an hour where these do not tell. */
static void infer_dst(Reading *r)
{
    for (int32_t i = 1; i < r->n; i++) {
        int32_t kind = r->kind[i];
        if (r->is_summer[kind] && r->dst[kind] == 0)
            r->dst[kind] = ahead_at(r, i);
    }
    for (int32_t i = 0; i < r->n_kinds; i++)
        if (r->is_summer[i] && r->dst[i] == 0)
            r->dst[i] = 3600;
}

/* A transition's local time: without fold the later one of its two, with it the
 * earlier. */
static void set_wall(Reading *r)
{
    for (int32_t i = 0; i < r->n; i++) {
        int64_t old = r->offsets[i > 0 ? r->kind[i - 1] : 0];
        int64_t new = r->offsets[r->kind[i]];
        r->wall[0][i] = r->utc[i] + (old > new ? old : new);
        r->wall[1][i] = r->utc[i] + (old > new ? new : old);
    }
}

static Value seconds(Thread *t, int64_t n)
{
    return delta_from_parts(t, 0, n, 0);
}

static int set_kind(Thread *t, Tuple *parts, int32_t i, int64_t offset,
                    int64_t dst, Value name)
{
    Value values[] = {seconds(t, offset), seconds(t, dst), name};
    for (int k = 0; k < KIND_PARTS; k++) {
        if (value_is_null(values[k]))
            return -1;
        tuple_set(parts, (int64_t)i * KIND_PARTS + k, values[k]);
    }
    return 0;
}

static Value name_of(Thread *t, TzName name)
{
    return value_from_pointer(str_from_utf8(t, name.text, name.len));
}

/* The rule's two kinds: 0 or -1. */
static int set_rule(Thread *t, Reading *r, Tuple *parts, Value text)
{
    TzName standard, summer = {"", 0};
    const Bytes *b = value_to_bytes(text);
    const char *wrong =
        tz_rule_parse((const char *)b->data, r->rule, &standard, &summer);
    if (wrong != NULL)
        return RAISE_INT(raise_value_error(t, "%s %R", wrong, text));
    r->offsets[r->n_kinds] = r->rule->standard;
    r->offsets[r->n_kinds + 1] = r->rule->summer;
    return set_kind(t, parts, r->n_kinds, r->rule->standard, 0,
                    name_of(t, standard)) < 0 ||
                   set_kind(t, parts, r->n_kinds + 1, r->rule->summer,
                            r->rule->summer - r->rule->standard,
                            name_of(t, summer)) < 0
               ? -1
               : 0;
}

/* Whether both kinds say the same. */
static int same_kinds(Thread *t, const Tuple *parts, int32_t a, int32_t b)
{
    for (int k = 0; k < KIND_PARTS; k++) {
        int same =
            object_equal(t, tuple_get(parts, (int64_t)a * KIND_PARTS + k),
                         tuple_get(parts, (int64_t)b * KIND_PARTS + k));
        if (same <= 0)
            return same;
    }
    return 1;
}

static int set_ends(Thread *t, ZoneInfo *z, Reading *r, Tuple *parts,
                    Value rule)
{
    int32_t first = 0;
    while (first < r->n_kinds && r->is_summer[first])
        first++;
    z->before = first < r->n_kinds ? first : 0;
    bool has_rule = value_is_bytes(rule) && value_to_bytes(rule)->len > 0;
    if (has_rule) {
        z->after = -1;
        if (set_rule(t, r, parts, rule) < 0)
            return -1;
    } else {
        if (r->n_kinds == 0)
            return RAISE_INT(
                raise_value_error(t, "No time zone information found."));
        z->after = r->n > 0 ? r->kind[r->n - 1] : 0;
    }
    if (r->n_kinds != 1 || (has_rule && r->rule->has_summer))
        return 0;
    int same = same_kinds(t, parts, 0, has_rule ? r->n_kinds : z->after);
    z->is_fixed = same > 0;
    return same < 0 ? -1 : 0;
}

static int set_kinds(Thread *t, Reading *r, Tuple *parts, const Tuple *names)
{
    for (int32_t i = 0; i < r->n_kinds; i++)
        if (set_kind(t, parts, i, r->offsets[i], r->dst[i],
                     tuple_get(names, i)) < 0)
            return -1;
    for (int64_t i = (int64_t)r->n_kinds * KIND_PARTS; i < parts->len; i++)
        tuple_set(parts, i, NONE); /* unless there is a rule */
    return 0;
}

int zone_file_read(Thread *t, ZoneInfo *z, Value v)
{
    Tuple *loaded = tuple_from_iterable(t, v), *part[5];
    if (loaded == NULL)
        return -1;
    if (loaded->len != 6)
        return RAISE_INT(
            raise_value_error(t, "load_data() must return 6 values"));
    for (int i = 0; i < 5; i++)
        if ((part[i] = part_of(t, loaded, i)) == NULL)
            return -1;
    if (part[0]->len != part[1]->len || part[2]->len != part[3]->len ||
        part[2]->len != part[4]->len)
        return RAISE_INT(
            raise_value_error(t, "load_data() answered odd lengths"));
    Reading r = {.n = (int32_t)part[0]->len, .n_kinds = (int32_t)part[2]->len};
    Bytes *data = bytes_new(t, NULL, (int64_t)place(&r, NULL));
    Tuple *parts = tuple_new(t, ((int64_t)r.n_kinds + 2) * KIND_PARTS);
    if (data == NULL || parts == NULL)
        return -1;
    place(&r, data->data);
    z->n = r.n;
    z->n_kinds = r.n_kinds;
    slot_set(z, &z->data, value_from_pointer(data));
    slot_set(z, &z->kinds, value_from_pointer(parts));
    if (fill(t, &r, part[0], part[1], part[2], part[3]) < 0)
        return -1;
    infer_dst(&r);
    set_wall(&r);
    return set_kinds(t, &r, parts, part[4]) < 0 ||
                   set_ends(t, z, &r, parts, tuple_get(loaded, 5)) < 0
               ? -1
               : 0;
}

/* ---- asking ---- */

Value zone_file_part(const ZoneInfo *z, int kind, int part)
{
    return tuple_get(value_to_tuple(slot_get(&z->kinds)),
                     (int64_t)kind * KIND_PARTS + part);
}

/* How many of the times, which ascend, are not after t. */
static int32_t count_until(const int64_t *times, int32_t n, int64_t t)
{
    int32_t low = 0;
    while (low < n) {
        int32_t middle = low + (n - low) / 2;
        if (t < times[middle])
            n = middle;
        else
            low = middle + 1;
    }
    return low;
}

int zone_file_at_local(const ZoneInfo *z, int64_t local, int year, bool fold)
{
    Reading r = reading_of(z);
    int32_t i = count_until(r.wall[fold], r.n, local);
    if (r.n > 0 && i == 0)
        return z->before;
    if (i < r.n)
        return r.kind[i - 1];
    if (z->after >= 0)
        return z->after;
    return z->n_kinds + tz_rule_at_local(r.rule, local, year, fold);
}

int zone_file_at_utc(const ZoneInfo *z, int64_t utc, int year, bool *fold)
{
    Reading r = reading_of(z);
    int32_t i = count_until(r.utc, r.n, utc);
    *fold = false;
    if (r.n > 0 && i == 0)
        return z->before;
    if (z->after < 0 && r.rule->has_summer &&
        (r.n == 0 || utc > r.utc[r.n - 1]))
        return z->n_kinds + tz_rule_at_utc(r.rule, utc, year, fold);
    if (r.n == 0)
        return z->after < 0 ? z->n_kinds : z->after;
    int kind = r.kind[i - 1], old = i >= 2 ? r.kind[i - 2] : z->before;
    *fold = r.offsets[old] - r.offsets[kind] > utc - r.utc[i - 1];
    return kind;
}
