/* SPDX-License-Identifier: MIT */
/*
 * What codes piece by piece: what all such types have, and those for incremental
 * encoding and decoding.
 */
#include "module/multibyte/multibyte.h"

#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/codecs.h"
#include "object/type/instance.h"
#include <string.h>

/* --- all of them -------------------------------------------------------- */

static MultibyteCodec *codec_of(const MultibyteStream *s)
{
    return value_to_pointer(slot_get(&s->codec));
}

MultibyteStream *multibyte_stream_new(Thread *t, Type *cls, const char *errors)
{
    MultibyteStream *s = instance_new_fixed(t, cls);
    Value codec =
        object_getattr(t, value_from_pointer(cls), str_intern_c(t, "codec"));
    if (value_is_null(codec))
        return NULL;
    if (type_of(codec) != &multibyte_codec_type) {
        raise_type_error(t, "codec is unexpected type");
        return NULL;
    }
    slot_set(s, &s->codec, codec);
    slot_set(s, &s->errors, value_from_pointer(str_from_c(t, errors)));
    return s;
}

/* Whatever derives from these may have classes of codecs behind them, whose
 * __init__ would set what is set. */
int multibyte_stream_init(Thread *t UNUSED, Value self UNUSED,
                          Value *args UNUSED, int64_t n UNUSED,
                          Tuple *kwnames UNUSED)
{
    return 0;
}

static Value get_errors(Thread *t UNUSED, Value self)
{
    const MultibyteStream *s = value_to_record(self);
    return slot_get(&s->errors);
}

static int set_errors(Thread *t, Value self, Value value)
{
    MultibyteStream *s = value_to_record(self);
    if (value_is_null(value))
        return RAISE_INT(
            raise_error(t, EXC(AttributeError), "cannot delete attribute"));
    if (!value_is_str(value))
        return RAISE_INT(raise_type_error(t, "errors must be a string"));
    slot_set(s, &s->errors, value);
    return 0;
}

const GetSetDef multibyte_stream_getsets[] = {
    {"errors", get_errors, set_errors, "What to do about errors."},
    {0},
};

/* NULL is strict. */
static const char *errors_of(Thread *t, const MultibyteStream *s)
{
    Str *errors = value_to_str(slot_get(&s->errors));
    return str_equal_c(errors, "strict") ? NULL : str_to_utf8(t, errors, NULL);
}

Value multibyte_stream_encode(Thread *t, MultibyteStream *s, Value text,
                              bool final)
{
    Value pending = slot_get(&s->pending_text);
    int64_t left = 0;
    if (!value_is_str(text))
        text = object_str(t, text);
    if (value_is_null(text))
        return text;
    Str *all = value_to_str(text);
    if (!value_is_unbound(pending))
        all = str_concat(t, value_to_str(pending), all);
    if (all == NULL)
        return NULL_VALUE;
    TRY(v, multibyte_encode(t, codec_of(s), &s->state, all, errors_of(t, s),
                            final ? NULL : &left));
    slot_set(s, &s->pending_text,
             left == 0 ? UNBOUND
                       : value_from_pointer(
                             str_slice(t, all, all->len - left, all->len)));
    return v;
}

/* What was pending is forgotten in errors, but for that of an end within a
 * character. */
Value multibyte_stream_decode(Thread *t, MultibyteStream *s,
                              const uint8_t *data, int64_t len, bool final)
{
    MultibyteRest rest = {.n = 0};
    Bytes *all = NULL;
    Value v;
    if (s->rest.n > 0) {
        all = bytes_new(t, NULL, s->rest.n + len);
        if (all == NULL)
            return NULL_VALUE;
        memcpy(all->data, s->rest.bytes, (size_t)s->rest.n);
        if (len > 0)
            memcpy(all->data + s->rest.n, data, (size_t)len);
        data = all->data;
        len = all->len;
    }
    v = multibyte_decode(t, codec_of(s), &s->state, data, len, errors_of(t, s),
                         final, &rest);
    KEEP(all);
    if (value_is_null(v) && rest.n == MULTIBYTE_CUT_OFF)
        return v;
    s->rest = rest;
    if (rest.n <= MULTIBYTE_PENDING)
        return v;
    s->rest.n = 0;
    return raise_error(t, EXC(UnicodeError), "pending buffer overflow");
}

void multibyte_stream_reset(MultibyteStream *s)
{
    const MultibyteDef *def = codec_of(s)->def;
    uint8_t unwanted[MULTIBYTE_MOST];
    Multibyte m = {.def = def, .state = &s->state};
    if (def->reset != NULL)
        def->reset(&m, unwanted);
    s->rest.n = 0;
    slot_set(s, &s->pending_text, UNBOUND);
}

/* --- encoding ----------------------------------------------------------- */

CONSTRUCTOR_AS("IncrementalEncoder", encoder,
               NATIVE_UNSIGNED | NATIVE_OLD_WORDS, (cls),
               (opt, c_string, errors, 'strict'))
{
    MultibyteStream *s = multibyte_stream_new(t, cls, errors);
    if (s == NULL)
        return NULL_VALUE;
    s->state = codec_of(s)->def->encode_start;
    return value_from_pointer(s);
}

NATIVE(encoder, encode, 0, NULL, (self, MultibyteStream), (arg, object, input),
       (opt, truth, final, False))
{
    return multibyte_stream_encode(t, self, input, final);
}

/* In a state as an int, the length of the pending text's UTF-8 comes first, then
 * this, then the encoding's state. */
enum { STATE_MOST = 1 + MULTIBYTE_PENDING + sizeof(MultibyteState) };

NATIVE(encoder, getstate, 0, NULL, (self, MultibyteStream), (slash))
{
    uint8_t bytes[STATE_MOST] = {0};
    Value pending = slot_get(&self->pending_text);
    size_t n = 0;
    if (!value_is_unbound(pending)) {
        const char *text = str_to_utf8(t, value_to_str(pending), &n);
        if (text == NULL)
            return NULL_VALUE;
        ASSERT(n <= MULTIBYTE_PENDING);
        memcpy(bytes + 1, text, n);
    }
    bytes[0] = (uint8_t)n;
    memcpy(bytes + 1 + n, self->state.bytes, sizeof self->state);
    return int_from_bytes(t, bytes, 1 + n + sizeof self->state, true, false);
}

static Value not_an_int(Thread *t, Value v)
{
    return raise_type_error(t, "setstate() argument must be int, not %T", v);
}

NATIVE(encoder, setstate, 0, NULL, (self, MultibyteStream),
       (arg, object, state), (slash))
{
    uint8_t bytes[STATE_MOST];
    Value pending = UNBOUND;
    if (!value_is_int_object(state))
        return not_an_int(t, state);
    if (int_to_bytes(t, state, bytes, sizeof bytes, true, false) < 0)
        return NULL_VALUE;
    if (bytes[0] > MULTIBYTE_PENDING)
        return raise_error(t, EXC(UnicodeError), "pending buffer too large");
    if (bytes[0] > 0) {
        pending = codecs_decode_utf8(t, bytes + 1, bytes[0], NULL, NULL);
        if (value_is_null(pending))
            return pending;
    }
    slot_set(self, &self->pending_text, pending);
    memcpy(self->state.bytes, bytes + 1 + bytes[0], sizeof self->state);
    return NONE;
}

NATIVE(stream, reset, 0, NULL, (self, MultibyteStream), (slash))
{
    multibyte_stream_reset(self);
    return NONE;
}

static const NativeDef *const encoder_methods[] = {
    &encoder_encode_native,
    &encoder_getstate_native,
    &encoder_setstate_native,
    &stream_reset_native,
    NULL,
};

Type multibyte_incremental_encoder_type = {
    TYPE_HEAD(multibyte_incremental_encoder),
    .c_name = "_multibytecodec.MultibyteIncrementalEncoder",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(MultibyteStream),
    .slots = {.init = multibyte_stream_init},
    .constructor = &encoder_new_native,
    .methods = encoder_methods,
    .getsets = multibyte_stream_getsets,
};

/* --- decoding ----------------------------------------------------------- */

CONSTRUCTOR_AS("IncrementalDecoder", decoder,
               NATIVE_UNSIGNED | NATIVE_OLD_WORDS, (cls),
               (opt, c_string, errors, 'strict'))
{
    MultibyteStream *s = multibyte_stream_new(t, cls, errors);
    if (s == NULL)
        return NULL_VALUE;
    s->state = codec_of(s)->def->decode_start;
    return value_from_pointer(s);
}

NATIVE(decoder, decode, 0, NULL, (self, MultibyteStream),
       (arg, bytes_like, input), (opt, truth, final, False))
{
    return multibyte_stream_decode(t, self, input->data, input->len, final);
}

NATIVE(decoder, getstate, 0, NULL, (self, MultibyteStream), (slash))
{
    TRY(state,
        int_from_bytes(t, self->state.bytes, sizeof self->state, true, false));
    TRY(pending,
        value_from_pointer(bytes_new(t, self->rest.bytes, self->rest.n)));
    return value_from_pointer(tuple_pack(t, 2, pending, state));
}

NATIVE(decoder, setstate, 0, NULL, (self, MultibyteStream), (arg, tuple, state),
       (slash))
{
    MultibyteState new_state;
    if (state->len != 2 || !value_is_bytes(tuple_get(state, 0)) ||
        !value_is_int_object(tuple_get(state, 1)))
        return raise_type_error(t, "setstate(): illegal state argument");
    const Bytes *pending = value_to_bytes(tuple_get(state, 0));
    if (int_to_bytes(t, tuple_get(state, 1), new_state.bytes, sizeof new_state,
                     true, false) < 0)
        return NULL_VALUE;
    if (pending->len > MULTIBYTE_PENDING)
        return raise_error(t, EXC(UnicodeError), "pending buffer too large");
    self->rest.n = pending->len;
    memcpy(self->rest.bytes, pending->data, (size_t)pending->len);
    self->state = new_state;
    return NONE;
}

static const NativeDef *const decoder_methods[] = {
    &decoder_decode_native,
    &decoder_getstate_native,
    &decoder_setstate_native,
    &stream_reset_native,
    NULL,
};

Type multibyte_incremental_decoder_type = {
    TYPE_HEAD(multibyte_incremental_decoder),
    .c_name = "_multibytecodec.MultibyteIncrementalDecoder",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(MultibyteStream),
    .slots = {.init = multibyte_stream_init},
    .constructor = &decoder_new_native,
    .methods = decoder_methods,
    .getsets = multibyte_stream_getsets,
};
