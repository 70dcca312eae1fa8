/* SPDX-License-Identifier: MIT */
/* Line ends, and IncrementalNewlineDecoder. */
#include "module/io/newline.h"

#include <string.h>
#include "module/io/iobase.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"

bool newline_parse(Value v, NewlineMode *mode)
{
    static const char *const texts[] = {NULL, "", "\n", "\r", "\r\n"};
    *mode = NEWLINE_UNIVERSAL;
    if (value_is_none(v))
        return true;
    for (int i = NEWLINE_KEEP; i <= NEWLINE_CRLF; i++) {
        if (value_is_str(v) && str_equal_c(value_to_str(v), texts[i])) {
            *mode = (NewlineMode)i;
            return true;
        }
    }
    return false;
}

const char *newline_written(NewlineMode mode)
{
    return mode == NEWLINE_CR ? "\r" : mode == NEWLINE_CRLF ? "\r\n" : NULL;
}

/* ---- finding ---- */

enum { BLOCK = 32 };

int64_t newline_find_char(const void *data, int width, int64_t n, uint8_t c)
{
    const uint16_t *two = data;
    const uint32_t *four = data;
    if (width == 1) {
        const uint8_t *p = n > 0 ? memchr(data, c, (size_t)n) : NULL;
        return p == NULL ? -1 : p - (const uint8_t *)data;
    }
    int64_t i = 0;
    for (bool any = false; n - i >= BLOCK; i += BLOCK) { /* by vectors */
        for (int k = 0; k < BLOCK; k++)
            any |= (width == 2 ? two[i + k] : four[i + k]) == c;
        if (any)
            break;
    }
    for (; i < n; i++)
        if ((width == 2 ? two[i] : four[i]) == c)
            return i;
    return -1;
}

static uint32_t at(const void *data, int width, int64_t i)
{
    return width == 1   ? ((const uint8_t *)data)[i]
           : width == 2 ? ((const uint16_t *)data)[i]
                        : ((const uint32_t *)data)[i];
}

static const void *past(const void *data, int width, int64_t i)
{
    return (const uint8_t *)data + i * width;
}

static int64_t find_crlf(const void *data, int width, int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        int64_t cr = newline_find_char(past(data, width, i), width, n - i,
                                       '\r');
        if (cr < 0)
            return -1;
        i += cr;
        if (i + 1 < n && at(data, width, i + 1) == '\n')
            return i + 2;
    }
    return -1;
}

static int64_t find_any(const void *data, int width, int64_t n)
{
    int64_t lf = newline_find_char(data, width, n, '\n');
    int64_t cr = newline_find_char(data, width, lf < 0 ? n : lf, '\r');
    if (cr < 0)
        return lf < 0 ? -1 : lf + 1;
    return cr + 1 == lf ? lf + 1 : cr + 1;
}

int64_t newline_find_slow(NewlineMode mode, const void *data, int width,
                          int64_t n)
{
    if (mode == NEWLINE_KEEP)
        return find_any(data, width, n);
    if (mode == NEWLINE_CRLF)
        return find_crlf(data, width, n);
    int64_t i = newline_find_char(data, width, n,
                                  mode == NEWLINE_CR ? '\r' : '\n');
    return i < 0 ? -1 : i + 1;
}

/* ---- decoding ---- */

enum { SEEN_ALL = NEWLINE_SEEN_CR | NEWLINE_SEEN_LF | NEWLINE_SEEN_CRLF };

/* Whether there is an LF in s[from:to]. */
static bool has_lf(const Str *s, int64_t from, int64_t to)
{
    return newline_find_char(str_data_at(s, from), s->width, to - from, '\n') >= 0;
}

/* Notes the line ends of s, whose CRs begin at `cr`. */
static void look(NewlineState *n, const Str *s, int64_t cr)
{
    int64_t from = 0;
    while (cr >= 0 && cr < s->len && n->seen != SEEN_ALL) {
        if (!(n->seen & NEWLINE_SEEN_LF) && has_lf(s, from, cr))
            n->seen |= NEWLINE_SEEN_LF;
        from = cr + 1;
        if (from < s->len && str_at(s, from) == '\n') {
            n->seen |= NEWLINE_SEEN_CRLF;
            from++;
        } else {
            n->seen |= NEWLINE_SEEN_CR;
        }
        cr = newline_find_char(str_data_at(s, from), s->width, s->len - from,
                               '\r');
        cr = cr < 0 ? -1 : from + cr;
    }
    if (!(n->seen & NEWLINE_SEEN_LF) && has_lf(s, from, s->len))
        n->seen |= NEWLINE_SEEN_LF;
}

/* As translate, of a text of bytes. */
static Str *translate_narrow(Thread *t, const Str *s, int64_t cr)
{
    StrBuilder b;
    strbuilder_init(&b);
    if (strbuilder_reserve(t, &b, s->len, 1) < 0)
        return NULL;
    const uint8_t *from = s->data, *end = s->data + s->len, *p = from + cr;
    uint8_t *to = b.data->data;
    while (p != NULL) {
        to = (uint8_t *)memcpy(to, from, (size_t)(p - from)) + (p - from);
        *to++ = '\n';
        from = p + 1;
        from += from < end && *from == '\n';
        p = from < end ? memchr(from, '\r', (size_t)(end - from)) : NULL;
    }
    memcpy(to, from, (size_t)(end - from));
    b.len = to + (end - from) - b.data->data;
    KEEP(s);
    return strbuilder_finish(t, &b);
}

static Str *translate(Thread *t, Str *s, int64_t cr)
{
    StrBuilder b;
    int64_t from = 0;
    if (s->width == 1)
        return translate_narrow(t, s, cr);
    strbuilder_init(&b);
    for (int64_t i = cr; i >= 0 && i < s->len;) {
        if (strbuilder_add_slice(t, &b, s, from, i) < 0 ||
            strbuilder_add_char(t, &b, '\n') < 0)
            return NULL;
        from = i + 1;
        if (from < s->len && str_at(s, from) == '\n')
            from++;
        int64_t next = newline_find_char(str_data_at(s, from), s->width,
                                         s->len - from, '\r');
        i = next < 0 ? s->len : from + next;
    }
    if (strbuilder_add_slice(t, &b, s, from, s->len) < 0)
        return NULL;
    return strbuilder_finish(t, &b);
}

Str *newline_decode(Thread *t, NewlineState *n, Str *s, bool final)
{
    if (n->pending_cr && (final || s->len > 0)) {
        n->pending_cr = false;
        s = str_concat(t, t->rt->latin1['\r'], s);
        if (s == NULL)
            return NULL;
    }
    int64_t cr = newline_find_char(s->data, s->width, s->len, '\r');
    if (cr >= 0 && !final && str_at(s, s->len - 1) == '\r') {
        s = str_slice(t, s, 0, s->len - 1);
        if (s == NULL)
            return NULL;
        n->pending_cr = true;
    }
    if (cr >= s->len)
        cr = -1;
    look(n, s, cr);
    return cr >= 0 && n->translate ? translate(t, s, cr) : s;
}

Value newline_seen_value(Thread *t, unsigned seen)
{
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    Value values[3];
    int64_t n = 0;
    for (int i = 0; i < 3; i++)
        if (seen & (1u << i))
            values[n++] = value_from_pointer(str_intern_c(t, texts[i]));
    return n == 0   ? NONE
           : n == 1 ? values[0]
                    : value_from_pointer(tuple_from_values(t, values, n));
}

/* ---- IncrementalNewlineDecoder ---- */

typedef struct Decoder {
    RECORD_HEAD(NewlineState state;)
    Slot decoder; /* NONE: the input is text; UNBOUND: before __init__ */
    Slot errors;
} Decoder;

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return value_from_pointer(instance_new_fixed(t, cls));
}

INITIALIZER(IncrementalNewlineDecoder, 0,
            (self, Decoder), (arg, object, decoder), (arg, int_truth, translate),
            (opt, object, errors, 'strict'))
{
    self->state = (NewlineState){.translate = translate};
    slot_set(self, &self->decoder, decoder);
    slot_set(self, &self->errors, errors);
    return NONE;
}

Value newline_decoder_new(Thread *t, Value decoder, bool translate)
{
    type_ready(t, &newline_decoder_type);
    Decoder *d = instance_new_fixed(t, &newline_decoder_type);
    d->state = (NewlineState){.translate = translate};
    slot_set(d, &d->decoder, decoder);
    return value_from_pointer(d);
}

static bool is_ready(Thread *t, const Decoder *d)
{
    if (!value_is_unbound(slot_get(&d->decoder)))
        return true;
    raise_value_error(t, "IncrementalNewlineDecoder.__init__() not called");
    return false;
}

NATIVE(newline_decoder, decode, 0,
       "The text of the next piece, with line ends as wanted.",
       (self, Decoder), (arg, object, input), (opt, int_truth, final, False))
{
    if (!is_ready(t, self))
        return NULL_VALUE;
    Value decoder = slot_get(&self->decoder), text = input;
    if (!value_is_none(decoder))
        text = object_call_method(t, decoder, N(decode), 2, input,
                                  value_from_bool(final));
    if (value_is_null(text))
        return NULL_VALUE;
    if (!value_is_str(text))
        return raise_type_error(
            t, "decoder should return a string result, not '%.200T'", text);
    Str *s = newline_decode(t, &self->state, value_to_str(text), final);
    return s == NULL ? NULL_VALUE : value_from_pointer(s);
}

NATIVE(newline_decoder, getstate, 0, "What was not decoded yet, and flags.",
       (self, Decoder), (slash))
{
    if (!is_ready(t, self))
        return NULL_VALUE;
    Value decoder = slot_get(&self->decoder);
    Value pending = value_from_pointer(t->rt->empty_bytes);
    Value flags = value_from_int(0);
    if (!value_is_none(decoder)) {
        TRY(state, iobase_call(t, decoder, str_intern_c(t, "getstate")));
        if (!value_is_tuple(state) || value_to_tuple(state)->len != 2)
            return raise_type_error(t, "illegal decoder state");
        pending = tuple_get(value_to_tuple(state), 0);
        flags = tuple_get(value_to_tuple(state), 1);
        if (!value_is_int_object(flags))
            return raise_type_error(t, "illegal decoder state");
    }
    TRY(doubled, object_binary(t, BINARY_LSHIFT, flags, value_from_int(1)));
    TRY(all, object_binary(t, BINARY_OR, doubled,
                           value_from_int(self->state.pending_cr)));
    return value_from_pointer(tuple_pack(t, 2, pending, all));
}

NATIVE(newline_decoder, setstate, 0, "Go back to what getstate has answered.",
       (self, Decoder), (arg, object, state), (slash))
{
    if (!is_ready(t, self))
        return NULL_VALUE;
    if (!value_is_tuple(state))
        return raise_type_error(t, "state argument must be a tuple");
    const Tuple *s = value_to_tuple(state);
    if (s->len != 2 || !value_is_int_object(tuple_get(s, 1)))
        return raise_type_error(t, "setstate(): illegal state argument");
    Value flags = tuple_get(s, 1), decoder = slot_get(&self->decoder);
    self->state.pending_cr = int_low_bits(flags) & 1;
    if (value_is_none(decoder))
        return NONE;
    TRY(halved, object_binary(t, BINARY_RSHIFT, flags, value_from_int(1)));
    return object_call_method(
        t, decoder, str_intern_c(t, "setstate"), 1,
        value_from_pointer(tuple_pack(t, 2, tuple_get(s, 0), halved)));
}

NATIVE(newline_decoder, reset, 0, "Begin anew.", (self, Decoder), (slash))
{
    if (!is_ready(t, self))
        return NULL_VALUE;
    self->state.seen = 0;
    self->state.pending_cr = false;
    Value decoder = slot_get(&self->decoder);
    return value_is_none(decoder) ? NONE : iobase_call(t, decoder, N(reset));
}

static Value get_newlines(Thread *t, Value self)
{
    const Decoder *d = value_to_record(self);
    return is_ready(t, d) ? newline_seen_value(t, d->state.seen) : NULL_VALUE;
}

static const NativeDef *const methods[] = {
    &newline_decoder_decode_native,
    &newline_decoder_getstate_native,
    &newline_decoder_setstate_native,
    &newline_decoder_reset_native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"newlines", get_newlines, NULL, "The line ends seen so far."},
    {0},
};

Type newline_decoder_type = {
    TYPE_HEAD(newline_decoder),
    .c_name = "_io.IncrementalNewlineDecoder",
    .c_doc = "Decodes with another decoder, and treats line ends.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Decoder),
    .slots = {.new = new},
    .initializer = &IncrementalNewlineDecoder_init_native,
    .methods = methods,
    .getsets = getsets,
};
