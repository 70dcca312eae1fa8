/* SPDX-License-Identifier: MIT */
/* Slices and what they select. */
#include "object/container/slice.h"

#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"

static void trace(void *object, GcMarker *m)
{
    mark_slots(m, &((Slice *)object)->start, 3);
}

const GcKind slice_kind = {.name = "slice", .trace = trace};

Slice *slice_new(Thread *t, Value start, Value stop, Value step)
{
    Slice *s = gc_alloc(t, sizeof(Slice), KIND_SLICE, SHAPE_SLICE);
    slot_set(s, &s->start, start);
    slot_set(s, &s->stop, stop);
    slot_set(s, &s->step, step);
    return s;
}

/* A part of a slice as int64, clamped; None leaves *out alone. */
static int part(Thread *t, const Slot *slot, int64_t *out)
{
    Value v = slot_get(slot);
    if (value_is_int(v)) {
        *out = value_to_int(v);
        return 0;
    }
    if (value_is_none(v))
        return 0;
    if (type_of(v)->slots.index == NULL) {
        raise_type_error(t, "slice indices must be integers or None or have "
                            "an __index__ method");
        return -1;
    }
    return object_to_index_clamped(t, v, out);
}

static int64_t clamp(int64_t i, int64_t len, int64_t low, int64_t high)
{
    if (i < 0) {
        i += len;
        return i < 0 ? low : i;
    }
    return i > high ? high : i;
}

int slice_unpack(Thread *t, Slice *s, int64_t *start, int64_t *stop,
                 int64_t *step)
{
    *step = 1;
    if (part(t, &s->step, step) < 0)
        return -1;
    if (*step == 0) {
        raise_value_error(t, "slice step cannot be zero");
        return -1;
    }
    if (*step < -INT64_MAX)
        *step = -INT64_MAX; /* can be negated */
    bool down = *step < 0;
    *start = down ? INT64_MAX : 0;
    *stop = down ? INT64_MIN : INT64_MAX;
    return part(t, &s->start, start) < 0 || part(t, &s->stop, stop) < 0 ? -1
                                                                        : 0;
}

int64_t slice_fit(int64_t len, int64_t *start, int64_t *stop, int64_t step)
{
    bool down = step < 0;
    int64_t low = down ? -1 : 0, high = down ? len - 1 : len;
    *start = clamp(*start, len, low, high);
    *stop = clamp(*stop, len, low, high);
    if (down)
        return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

int slice_indices(Thread *t, Slice *s, int64_t len, int64_t *start,
                  int64_t *stop, int64_t *step, int64_t *count)
{
    if (slice_unpack(t, s, start, stop, step) < 0)
        return -1;
    *count = slice_fit(len, start, stop, *step);
    return 0;
}

/* --- of any size --- */

/* Part `v` as an int object between low and high; `missing` for None. */
static Value int_part(Thread *t, Value v, Value len, Value low, Value high,
                      Value missing)
{
    if (value_is_none(v))
        return missing;
    if (type_of(v)->slots.index == NULL)
        return raise_type_error(t, "slice indices must be integers or None "
                                   "or have an __index__ method");
    TRY(i, object_index(t, v));
    if (int_sign(i) < 0) {
        i = int_add(t, i, len);
        return int_compare(i, low) < 0 ? low : i;
    }
    return int_compare(i, high) > 0 ? high : int_exact(t, i);
}

int slice_indices_of_ints(Thread *t, Slice *s, Value len, Value *start,
                          Value *stop, Value *step)
{
    Value one = value_from_int(1);
    *step = slot_get(&s->step);
    if (value_is_none(*step)) {
        *step = one;
    } else if (type_of(*step)->slots.index == NULL) {
        raise_type_error(t, "slice indices must be integers or None or have "
                            "an __index__ method");
        return -1;
    } else {
        *step = object_index(t, *step);
        if (value_is_null(*step))
            return -1;
        *step = int_exact(t, *step);
    }
    int sign = int_sign(*step);
    if (sign == 0) {
        raise_value_error(t, "slice step cannot be zero");
        return -1;
    }
    Value low = value_from_int(sign < 0 ? -1 : 0);
    Value high = sign < 0 ? int_sub(t, len, one) : len;
    *start = int_part(t, slot_get(&s->start), len, low, high,
                      sign < 0 ? high : low);
    if (value_is_null(*start))
        return -1;
    *stop = int_part(t, slot_get(&s->stop), len, low, high,
                     sign < 0 ? low : high);
    return value_is_null(*stop) ? -1 : 0;
}

/* --- the type --- */

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)cls;
    if (sequence_check_arguments(t, "slice", n, 3, kwnames) < 0)
        return NULL_VALUE;
    if (n == 0)
        return raise_type_error(t,
                                "slice expected at least 1 argument, got 0");
    if (n == 1)
        return value_from_pointer(slice_new(t, NONE, args[0], NONE));
    return value_from_pointer(
        slice_new(t, args[0], args[1], n == 3 ? args[2] : NONE));
}

static Value repr(Thread *t, Value self)
{
    Slice *s = value_to_slice(self);
    return format_message(t, "slice(%R, %R, %R)", slot_get(&s->start),
                          slot_get(&s->stop), slot_get(&s->step));
}

static Value as_tuple(Thread *t, Value v)
{
    Slice *s = value_to_slice(v);
    return value_from_pointer(tuple_pack(t, 3, slot_get(&s->start),
                                         slot_get(&s->stop),
                                         slot_get(&s->step)));
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!value_is_slice(a) || !value_is_slice(b))
        return NOT_IMPLEMENTED;
    return object_compare(t, as_tuple(t, a), as_tuple(t, b), op);
}

NATIVE(slice, indices, 0,
       "Start, stop and step for a sequence of that many items.",
       (self, Slice), (arg, object, length), (slash))
{
    TRY(len, object_index(t, length));
    if (int_sign(len) < 0)
        return raise_value_error(t, "length should not be negative");
    Value start, stop, step;
    if (slice_indices_of_ints(t, self, len, &start,
                              &stop, &step) < 0)
        return NULL_VALUE;
    return value_from_pointer(tuple_pack(t, 3, start, stop, step));
}

NATIVE(slice, __reduce__, 0, NULL, (self_value), (slash))
{
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(&type_slice),
                   as_tuple(t, self)));
}

static const NativeDef *const methods[] = {
    &slice_indices_native,
    &slice___reduce___native,
    NULL,
};

static const MemberDef members[] = {
    {"start", offsetof(Slice, start), false},
    {"stop", offsetof(Slice, stop), false},
    {"step", offsetof(Slice, step), false},
    {0},
};

Type type_slice = {
    TYPE_HEAD(SLICE),
    .c_name = "slice",
    .c_doc = "slice(stop)\n"
             "slice(start, stop[, step])\n"
             "\n"
             "What a[start:stop:step] subscripts with.",
    .kind = KIND_SLICE,
    .instance_size = sizeof(Slice),
    .methods = methods,
    .members = members,
    .slots = {.new = new, .repr = repr, .compare = compare},
};
