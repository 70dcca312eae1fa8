/* SPDX-License-Identifier: MIT */
/* What all hash objects do: take data, let others run, show digests. */
#include "module/hash/hash_object.h"

#include "exec/blocking.h"
#include "module/thread/lock.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"

/* ---- arguments ---- */

PARAM_FN(hashed, Buffer *)
{
    if (LIKELY(value_has_shape(v, SHAPE_BYTES)) || value_is_unbound(v))
        return param_bytes_like(t, v, out, def, at);
    if (value_is_str(v))
        raise_type_error(t, "Strings must be encoded before hashing");
    else if (!buffer_supported(v))
        raise_type_error(t, "object supporting the buffer API required");
    else
        return param_bytes_like(t, v, out, def, at);
    return false;
}

PARAM_FN(hashed_or_none, Buffer *)
{
    return value_is_none(v) || param_hashed(t, v, out, def, at);
}

PARAM_FN(natural, uint64_t)
{
    *out = 0;
    if (value_is_unbound(v))
        return true;
    if (value_same(v, TRUE_VALUE) || value_same(v, FALSE_VALUE)) {
        *out = value_same(v, TRUE_VALUE);
        return true;
    }
    if (!(type_of(v)->type_flags & TYPE_IS_INT)) {
        raise_type_error(t, "an integer is required");
        return false;
    }
    if (int_to_uint64(v, out))
        return true;
    if (int_sign(v) < 0)
        raise_value_error(t, "value must be positive");
    else
        raise_error(t, EXC(OverflowError),
                    "Python int too large to convert to C unsigned long");
    return false;
}

/* ---- one thread at a time ---- */

void hash_enter(Thread *t, const Hash *h)
{
    Value lock = slot_get(&h->lock);
    if (!value_is_unbound(lock))
        lock_acquire_quietly(t, value_to_pointer(lock));
}

void hash_leave(const Hash *h)
{
    Value lock = slot_get(&h->lock);
    if (!value_is_unbound(lock))
        lock_release(value_to_pointer(lock));
}

int hash_update(Thread *t, Hash *h, HashUpdateFn fn, void *context,
                const Buffer *data)
{
    const uint8_t *bytes = data->data;
    size_t len = (size_t)data->len;
    int ok;
    if (len > HASH_SHORT && value_is_unbound(slot_get(&h->lock)))
        slot_set(h, &h->lock, value_from_pointer(lock_new(t)));
    hash_enter(t, h);
    if (len > HASH_SHORT) {
        thread_park(t);
        ok = fn(context, bytes, len);
        thread_unpark(t);
    } else {
        ok = fn(context, bytes, len);
    }
    hash_leave(h);
    KEEP(h);
    return ok;
}

/* ---- what is shown ---- */

Value hash_result(Thread *t, const uint8_t *digest, int64_t len, bool hex)
{
    return hex ? bytes_hex(t, digest, len, UNBOUND, 1)
               : value_from_pointer(bytes_new(t, digest, len));
}

Value hash_name_get(Thread *t UNUSED, Value self)
{
    return slot_get(&((const Hash *)value_to_pointer(self))->name);
}
