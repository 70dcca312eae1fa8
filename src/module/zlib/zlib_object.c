/* SPDX-License-Identifier: MIT */
/* zlib.Compress and zlib.Decompress: streams that take data piece by piece.
 * While the library works other threads run, and wait for the stream's lock if
 * they come with the same object. */
#include "module/zlib/zlib_object.h"

#include <limits.h>
#include "exec/blocking.h"
#include "module/thread/lock.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/text/bytes_source.h"
#include "object/type/instance.h"

typedef struct ZlibObject {
    RECORD_HEAD(bool eof;)
    Slot stream; /* a Resource, closed when the stream has ended */
    Slot lock;
    Slot unused_data, unconsumed_tail; /* of Decompress: bytes */
    Slot dictionary; /* of Decompress: bytes-like; NULL: none */
} ZlibObject;

/* ---- one thread at a time ---- */

static void enter(Thread *t, const ZlibObject *o)
{
    lock_acquire_quietly(t, value_to_pointer(slot_get(&o->lock)));
}

static void leave(const ZlibObject *o)
{
    lock_release(value_to_pointer(slot_get(&o->lock)));
}

static Resource *stream_resource(const ZlibObject *o)
{
    return value_to_pointer(slot_get(&o->stream));
}

/* NULL: it has ended. */
static z_stream *stream(const ZlibObject *o)
{
    Resource *r = stream_resource(o);
    return resource_is_open(r) ? zlib_stream_of(r) : NULL;
}

static Value fail(Thread *t, const ZlibObject *o, int code, const char *what)
{
    return zlib_raise(t, module_state(t, &zlib_module), stream(o), code, what);
}

/* ---- running ---- */

/* 0, or -1 with zlib.error. */
static int set_dictionary(Thread *t, const ZlibObject *o)
{
    Buffer b;
    if (buffer_get(t, slot_get(&o->dictionary), &b, BUFFER_SIMPLE) < 0)
        return -1;
    int code = b.len > UINT_MAX
                   ? Z_STREAM_ERROR
                   : inflateSetDictionary(stream(o), b.data, (uInt)b.len);
    buffer_release(&b);
    return code == Z_OK ? 0
                        : RAISE_INT(fail(t, o, code, "while setting zdict"));
}

/* The stream's last code, or ZLIB_RAISED. */
static int flow_run(Thread *t, ZlibObject *o, ZlibFlow *f)
{
    int code;
    if (stream(o) == NULL)
        return Z_STREAM_ERROR;
    while ((code = zlib_flow_run(t, stream_resource(o), f)) == Z_NEED_DICT &&
           !value_is_null(slot_get(&o->dictionary)))
        if (set_dictionary(t, o) < 0)
            return ZLIB_RAISED;
    return code;
}

static Value flow_output(Thread *t, const ZlibFlow *f)
{
    return value_from_pointer(bytes_new(t, bytes_source_data(&f->out), f->out.len));
}

/* ---- making ---- */

static Value object_new(Thread *t, Type *type, Resource *r)
{
    Value empty = value_from_pointer(t->rt->empty_bytes);
    ZlibObject *o = instance_new_fixed(t, type);
    o->eof = false;
    slot_set(o, &o->stream, value_from_pointer(r));
    slot_set(o, &o->lock, value_from_pointer(lock_new(t)));
    slot_set(o, &o->unused_data, empty);
    slot_set(o, &o->unconsumed_tail, empty);
    slot_set(o, &o->dictionary, NULL_VALUE);
    return value_from_pointer(o);
}

static Value refused(Thread *t, int code)
{
    if (!value_is_null(t->exc))
        return NULL_VALUE;
    if (code == Z_STREAM_ERROR)
        return raise_value_error(t, "Invalid initialization option");
    return zlib_raise(t, module_state(t, &zlib_module), NULL, code,
                      "while creating a stream");
}

/* zdict: bytes-like, or None, which leaves no data */
#define PARAM_LEAF_zdict     (LEAF_BYTES | LEAF_BYTEARRAY | LEAF_NONE)
#define PARAM_TYPE_zdict     Buffer *
#define PARAM_LOCAL_zdict(v) PARAM_LOCAL_bytes_like(v)
static PARAM_FN(zdict, Buffer *)
{
    return value_is_none(v) || value_is_unbound(v) ||
           param_bytes_like(t, v, out, def, at);
}

NATIVE_SHARED(zlib, compressobj, 0, "An object that compresses data piece by piece.",
       (opt, c_int, level, -1), (opt, c_int, method, 8),
       (opt, c_int, wbits, 15), (opt_as, c_int, mem_level, "memLevel", 8),
       (opt, c_int, strategy, 0), (opt, zdict, zdict, None))
{
    ZlibSettings s = {level, method, wbits, mem_level, strategy};
    int code;
    if (zdict->len > UINT_MAX)
        return raise_error(t, EXC(OverflowError),
                           "zdict length does not fit in an unsigned int");
    Resource *r = zlib_deflate_new(t, &s, &code);
    if (r == NULL)
        return refused(t, code);
    if (zdict->data != NULL &&
        deflateSetDictionary(zlib_stream_of(r), zdict->data,
                             (uInt)zdict->len) != Z_OK) {
        resource_close(r);
        return raise_value_error(t, "Invalid dictionary");
    }
    return object_new(t, &zlib_compress_type, r);
}

NATIVE_SHARED(zlib, decompressobj, 0,
       "An object that decompresses data piece by piece.",
       (opt, c_int, wbits, 15), (opt_quoted, object, zdict, "b''"))
{
    int code;
    bool given = !value_same(zdict, value_from_pointer(t->rt->empty_bytes));
    if (given && !buffer_supported(zdict))
        return raise_type_error(
            t, "zdict argument must support the buffer protocol");
    Resource *r = zlib_inflate_new(t, wbits, &code);
    if (r == NULL)
        return refused(t, code);
    TRY(made, object_new(t, &zlib_decompress_type, r));
    ZlibObject *o = value_to_pointer(made);
    if (given) {
        slot_set(o, &o->dictionary, zdict);
        if (wbits < 0 && set_dictionary(t, o) < 0) /* it won't ask */
            return NULL_VALUE;
    }
    return made;
}

/* ---- Compress ---- */

NATIVE(zlib_Compress, compress, 0,
       "Take data, and answer what is compressed of all so far and not given "
       "yet.",
       (self, ZlibObject), (arg, bytes_like, data), (slash))
{
    ZlibFlow f = {.step = deflate, .flush = Z_NO_FLUSH, .data = data->data,
              .len = data->len, .most = -1};
    strbuilder_init(&f.out);
    enter(t, self);
    int code = flow_run(t, self, &f);
    Value v = code == Z_OK || code == Z_BUF_ERROR ? flow_output(t, &f)
              : code == ZLIB_RAISED
                  ? NULL_VALUE
                  : fail(t, self, code, "while compressing data");
    leave(self);
    return v;
}

NATIVE(zlib_Compress, flush, 0,
       "What is left; with Z_FINISH, the object takes no more data.",
       (self, ZlibObject), (opt, c_int, mode, 4), (slash))
{
    if (mode == Z_NO_FLUSH)
        return value_from_pointer(t->rt->empty_bytes);
    ZlibFlow f = {.step = deflate, .flush = mode, .most = -1};
    strbuilder_init(&f.out);
    enter(t, self);
    int code = flow_run(t, self, &f);
    Value v = NULL_VALUE;
    if (code == Z_OK || code == Z_BUF_ERROR || code == Z_STREAM_END)
        v = flow_output(t, &f);
    else if (code != ZLIB_RAISED)
        fail(t, self, code, "while flushing");
    if (code == Z_STREAM_END && mode == Z_FINISH)
        resource_close(stream_resource(self));
    leave(self);
    return v;
}

/* A copy of an object in mid-stream, by deflateCopy or inflateCopy. */
static Value copy(Thread *t, ZlibObject *o, int (*fn)(z_stream *, z_stream *),
                  Resource *(*make)(Thread *t))
{
    Resource *r = make(t);
    if (r == NULL)
        return refused(t, Z_MEM_ERROR);
    TRY(made, object_new(t, type_of(value_from_pointer(o)), r));
    ZlibObject *to = value_to_pointer(made);
    enter(t, o);
    int code = stream(o) == NULL ? Z_STREAM_ERROR
                                 : fn(zlib_stream_of(r), stream(o));
    to->eof = o->eof;
    slot_set(to, &to->unused_data, slot_get(&o->unused_data));
    slot_set(to, &to->unconsumed_tail, slot_get(&o->unconsumed_tail));
    slot_set(to, &to->dictionary, slot_get(&o->dictionary));
    leave(o);
    if (code == Z_OK)
        return made;
    resource_close(r);
    return code == Z_MEM_ERROR
               ? raise_no_memory(t)
               : raise_value_error(t, "Inconsistent stream state");
}

#define COPIES(type, what, fn, make)                                          \
    NATIVE(zlib_##type, copy, 0, "An object of its own in the same state.",   \
           (self, ZlibObject))                                                \
    {                                                                         \
        return copy(t, self, fn, make);                                       \
    }                                                                         \
    NATIVE(zlib_##type, __copy__, 0, NULL, (self, ZlibObject))                \
    {                                                                         \
        return copy(t, self, fn, make);                                       \
    }                                                                         \
    NATIVE(zlib_##type, __deepcopy__, 0, NULL, (self, ZlibObject),            \
           (arg, object, memo), (slash))                                      \
    {                                                                         \
        return copy(t, self, fn, make);                                       \
    }
COPIES(Compress, "compress", deflateCopy, zlib_deflate_empty)
COPIES(Decompress, "decompress", inflateCopy, zlib_inflate_empty)

/* ---- Decompress ---- */

/* Keeps what the stream did not use: behind its end, or for want of room. */
static int keep_rest(Thread *t, ZlibObject *o, const ZlibFlow *f, int code)
{
    Slot *slot = &o->unconsumed_tail;
    Bytes *rest;
    if (code == Z_STREAM_END) {
        Bytes *before = value_to_pointer(slot_get(&o->unused_data));
        slot_set(o, &o->unconsumed_tail,
                 value_from_pointer(t->rt->empty_bytes));
        slot = &o->unused_data;
        rest = bytes_new(t, NULL, before->len + f->len);
        if (rest != NULL) {
            memcpy(rest->data, before->data, (size_t)before->len);
            if (f->len > 0)
                memcpy(rest->data + before->len, f->data, (size_t)f->len);
        }
    } else {
        rest = bytes_new(t, f->data, f->len);
    }
    if (rest == NULL)
        return -1;
    slot_set(o, slot, value_from_pointer(rest));
    return 0;
}

/* Runs the stream and answers its output. */
static Value decompress(Thread *t, ZlibObject *o, ZlibFlow *f, bool is_flush)
{
    strbuilder_init(&f->out);
    int code = flow_run(t, o, f);
    if (code == ZLIB_RAISED)
        return NULL_VALUE;
    if (is_flush && code != Z_STREAM_END)
        code = Z_OK; /* it says no more of what came before */
    if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END)
        return fail(t, o, code, "while decompressing data");
    if (keep_rest(t, o, f, code) < 0)
        return NULL_VALUE;
    if (code == Z_STREAM_END) {
        o->eof = true;
        if (is_flush)
            resource_close(stream_resource(o));
    }
    return flow_output(t, f);
}

NATIVE(zlib_Decompress, decompress, 0,
       "Take data, and answer what comes out of it: at most max_length bytes if "
       "that is not 0, and then unconsumed_tail has what is still to be given.",
       (self, ZlibObject), (arg, bytes_like, data), (slash),
       (opt, ssize, max_length, 0))
{
    if (max_length < 0)
        return raise_value_error(t, "max_length must be non-negative");
    ZlibFlow f = {.step = inflate, .flush = Z_SYNC_FLUSH, .data = data->data,
              .len = data->len, .most = max_length == 0 ? -1 : max_length};
    enter(t, self);
    Value v = decompress(t, self, &f, false);
    leave(self);
    return v;
}

NATIVE(zlib_Decompress, flush, 0,
       "What is left of the data given so far.",
       (self, ZlibObject), (opt, ssize, length, 16384), (slash))
{
    if (length <= 0)
        return raise_value_error(t, "length must be greater than zero");
    enter(t, self);
    Bytes *tail = value_to_pointer(slot_get(&self->unconsumed_tail));
    ZlibFlow f = {.step = inflate, .flush = Z_FINISH, .data = tail->data,
              .len = tail->len, .most = -1};
    Value v = decompress(t, self, &f, true);
    KEEP(tail);
    leave(self);
    return v;
}

static Value eof_get(Thread *t UNUSED, Value self)
{
    return value_from_bool(((ZlibObject *)value_to_pointer(self))->eof);
}

static Value unused_data_get(Thread *t UNUSED, Value self)
{
    return slot_get(&((ZlibObject *)value_to_pointer(self))->unused_data);
}

static Value unconsumed_tail_get(Thread *t UNUSED, Value self)
{
    return slot_get(&((ZlibObject *)value_to_pointer(self))->unconsumed_tail);
}

/* ---- types ---- */

static const NativeDef *const compress_methods[] = {
    &zlib_Compress___copy___native,
    &zlib_Compress___deepcopy___native,
    &zlib_Compress_compress_native,
    &zlib_Compress_copy_native,
    &zlib_Compress_flush_native,
    NULL,
};

static const NativeDef *const decompress_methods[] = {
    &zlib_Decompress___copy___native,
    &zlib_Decompress___deepcopy___native,
    &zlib_Decompress_copy_native,
    &zlib_Decompress_decompress_native,
    &zlib_Decompress_flush_native,
    NULL,
};

static const GetSetDef decompress_getsets[] = {
    {"eof", eof_get, NULL, NULL},
    {"unconsumed_tail", unconsumed_tail_get, NULL, NULL},
    {"unused_data", unused_data_get, NULL, NULL},
    {0},
};

Type zlib_compress_type = {
    TYPE_HEAD(zlib_compress),
    .c_name = "zlib.Compress",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(ZlibObject),
    .methods = compress_methods,
};

Type zlib_decompress_type = {
    TYPE_HEAD(zlib_decompress),
    .c_name = "zlib.Decompress",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(ZlibObject),
    .methods = decompress_methods,
    .getsets = decompress_getsets,
};
