/* SPDX-License-Identifier: MIT */
/* Coders: input in, output out, in pieces. */
#include "module/compression/coder.h"

#include "exec/blocking.h"
#include "module/thread/lock.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"
#include "object/text/bytes_source.h"

enum { CHUNK = 32768 }; /* of output */

Coder *coder_new(Thread *t, const Type *type, const CoderKind *kind)
{
    Coder *c = record_new(t, type->root_shape->id, RECORD_SLOTS(Coder));
    Value empty = value_from_pointer(t->rt->empty_bytes);
    c->kind = kind;
    c->needs_input = true;
    slot_set(c, &c->lock, value_from_pointer(lock_new(t)));
    slot_set(c, &c->input, empty);
    slot_set(c, &c->unused_data, empty);
    return c;
}

static Lock *lock_of(const Coder *c)
{
    return value_to_pointer(slot_get(&c->lock));
}

/* ---- running ---- */

/* Runs the coder until its input is used up and no output is left, it ends,
 * or there are `most` bytes: its last answer, or CODER_RAISED. */
static int pump(Thread *t, Coder *c, CoderWindow *w, int64_t most,
                StrBuilder *out)
{
    const Resource *r = value_to_pointer(slot_get(&c->stream));
    uint8_t chunk[CHUNK];
    intptr_t handle = r->handle;
    int code;
    ASSERT(resource_is_open(r));
    do {
        size_t room = CHUNK;
        if (most >= 0 && most - out->len < CHUNK)
            room = (size_t)(most - out->len);
        w->out = chunk;
        w->n_out = room;
        w->check = c->check;
        thread_park(t);
        code = c->kind->step(handle, w);
        thread_unpark(t);
        c->check = w->check;
        if (strbuilder_add_data(t, out, chunk, 1, (int64_t)(room - w->n_out)) <
            0)
            return CODER_RAISED;
        if (code != CODER_GOES_ON || out->len == most)
            break;
    } while (w->n_in > 0 || w->n_out == 0 || w->finish);
    KEEP(r);
    return code;
}

/* What has come out, or what the coder's answer means. */
static Value finish(Thread *t, Coder *c, int code, const StrBuilder *out)
{
    if (code == CODER_GOES_ON || code == CODER_ENDS)
        return value_from_pointer(
            bytes_new(t, bytes_source_data(out), out->len));
    c->failed = true;
    return code == CODER_RAISED ? NULL_VALUE : c->kind->raise(t, code);
}

static void end(Coder *c)
{
    resource_close(value_to_pointer(slot_get(&c->stream)));
}

/* ---- compressing ---- */

static Value compress(Thread *t, Coder *c, const uint8_t *data, int64_t len,
                      bool at_end)
{
    StrBuilder out;
    CoderWindow w = {.in = data, .n_in = (size_t)len, .finish = at_end};
    strbuilder_init(&out);
    int code = pump(t, c, &w, -1, &out);
    if (at_end)
        end(c);
    return finish(t, c, code, &out);
}

Value coder_compress(Thread *t, Coder *c, const Buffer *data)
{
    lock_acquire_quietly(t, lock_of(c));
    Value v = c->ended ? raise_value_error(t, "Compressor has been flushed")
                       : compress(t, c, data->data, data->len, false);
    lock_release(lock_of(c));
    return v;
}

Value coder_flush(Thread *t, Coder *c)
{
    lock_acquire_quietly(t, lock_of(c));
    Value v;
    if (c->ended) {
        v = raise_value_error(t, "Repeated call to flush()");
    } else {
        c->ended = true;
        v = compress(t, c, NULL, 0, true);
    }
    lock_release(lock_of(c));
    return v;
}

/* ---- decompressing ---- */

/* The input that is there, with what comes now behind it, is c->input: NULL with
 * MemoryError, or where it begins. */
static const uint8_t *join(Thread *t, Coder *c, const Buffer *data,
                           int64_t *len)
{
    const Bytes *old = value_to_bytes(slot_get(&c->input));
    int64_t left = old->len - c->input_at;
    if (left == 0) {
        *len = data->len;
        return data->data == NULL ? (const uint8_t *)"" : data->data;
    }
    if (data->len > 0) {
        if (left > INT64_MAX - data->len) {
            raise_no_memory(t);
            return NULL;
        }
        Bytes *all = bytes_new(t, NULL, left + data->len);
        if (all == NULL)
            return NULL;
        memcpy(all->data, old->data + c->input_at, (size_t)left);
        memcpy(all->data + left, data->data, (size_t)data->len);
        c->input_at = 0;
        slot_set(c, &c->input, value_from_pointer(all));
        old = all;
    }
    *len = old->len - c->input_at;
    return old->data + c->input_at;
}

/* Keeps what the coder has left of its input: 0 or -1. */
static int keep_rest(Thread *t, Coder *c, const CoderWindow *w, bool is_own)
{
    if (is_own && w->n_in > 0 && !c->eof) {
        c->input_at =
            value_to_bytes(slot_get(&c->input))->len - (int64_t)w->n_in;
        return 0;
    }
    Bytes *rest = bytes_new(t, w->in, (int64_t)w->n_in);
    if (rest == NULL)
        return -1;
    if (c->eof)
        slot_set(c, &c->unused_data, value_from_pointer(rest));
    c->input_at = c->eof ? rest->len : 0;
    slot_set(c, &c->input, value_from_pointer(rest));
    return 0;
}

static Value decompress(Thread *t, Coder *c, const Buffer *data,
                        int64_t max_length)
{
    StrBuilder out;
    int64_t len;
    const uint8_t *in = join(t, c, data, &len);
    if (in == NULL)
        return NULL_VALUE;
    Bytes *own = value_to_bytes(slot_get(&c->input));
    bool is_own = in != data->data && len > 0;
    CoderWindow w = {.in = in, .n_in = (size_t)len};
    strbuilder_init(&out);
    int code = pump(t, c, &w, max_length < 0 ? -1 : max_length, &out);
    c->eof = code == CODER_ENDS;
    if (code == CODER_GOES_ON || code == CODER_ENDS) {
        c->needs_input =
            !c->eof && w.n_in == 0 && (w.n_out > 0 || c->kind->is_hungry);
        if (keep_rest(t, c, &w, is_own) < 0)
            code = CODER_RAISED;
    } else {
        c->input_at = own->len;
        c->needs_input = c->needs_input && c->kind->broken == NULL;
    }
    KEEP(own);
    if (c->eof)
        end(c);
    return finish(t, c, code, &out);
}

Value coder_decompress(Thread *t, Coder *c, const Buffer *data,
                       int64_t max_length)
{
    lock_acquire_quietly(t, lock_of(c));
    Value v;
    if (c->eof)
        v = raise_error(t, EXC(EOFError), "%s", c->kind->at_end);
    else if (c->failed && c->kind->broken != NULL)
        v = raise_value_error(t, "%s", c->kind->broken);
    else
        v = decompress(t, c, data, max_length);
    lock_release(lock_of(c));
    return v;
}

/* ---- attributes ---- */

Value coder_eof_get(Thread *t UNUSED, Value self)
{
    return value_from_bool(((const Coder *)value_to_record(self))->eof);
}

Value coder_needs_input_get(Thread *t UNUSED, Value self)
{
    return value_from_bool(((const Coder *)value_to_record(self))->needs_input);
}

Value coder_unused_data_get(Thread *t UNUSED, Value self)
{
    return slot_get(&((const Coder *)value_to_record(self))->unused_data);
}
