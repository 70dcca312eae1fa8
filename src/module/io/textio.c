/* SPDX-License-Identifier: MIT */
/* TextIOWrapper: encodings, making, closing, the type. */
#include "module/io/textio.h"

#include <string.h>
#include "module/io/io_module.h"
#include "module/io/stdio.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/number/int.h"
#include "object/text/codecs.h"
#include "object/text/str.h"
#include "object/type/instance.h"

/* ---- encodings ---- */

TextCodec textio_codec_of(const Str *encoding)
{
    static const struct {
        const char *name;
        TextCodec codec;
    } names[] = {
        {"utf-8", CODEC_UTF8},         {"utf8", CODEC_UTF8},
        {"ascii", CODEC_ASCII},        {"us-ascii", CODEC_ASCII},
        {"latin-1", CODEC_LATIN1},     {"latin1", CODEC_LATIN1},
        {"iso-8859-1", CODEC_LATIN1},  {"iso8859-1", CODEC_LATIN1},
        {"ansi-x3.4-1968", CODEC_ASCII},
    };
    char lower[16];
    if (encoding->width != 1 || encoding->len >= (int64_t)sizeof lower)
        return CODEC_OTHER;
    for (int64_t i = 0; i < encoding->len; i++) {
        char c = (char)encoding->data[i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '_' ? '-' : c;
    }
    lower[encoding->len] = '\0';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(lower, names[i].name) == 0)
            return names[i].codec;
    return CODEC_OTHER;
}

const char *textio_errors(Thread *t, const TextIO *f)
{
    Str *errors = value_to_str(slot_get(&f->errors));
    return str_equal_c(errors, "strict") ? NULL
                                         : str_to_utf8(t, errors, NULL);
}

Value textio_lookup(Thread *t, Str *encoding)
{
    const char *name = str_to_utf8(t, encoding, NULL);
    if (name == NULL)
        return NULL_VALUE;
    TRY(info, codecs_lookup(t, name));
    TRY(is_text, object_getattr_or_unbound(
                     t, info, str_intern_c(t, "_is_text_encoding")));
    int yes = value_is_unbound(is_text) ? 1 : object_is_true(t, is_text);
    if (yes == 0)
        return raise_error(t, EXC(LookupError),
                           "'%U' is not a text encoding; use codecs.open() to "
                           "handle arbitrary codecs", encoding);
    return yes < 0 ? NULL_VALUE : info;
}

Value textio_make_codec(Thread *t, Value info, const char *what,
                        const TextIO *f)
{
    TRY(make, object_getattr(t, info, str_intern_c(t, what)));
    return object_call1(t, make, slot_get(&f->errors));
}

/* The codec objects for what is no codec of our own: 0 or -1. */
static int make_codecs(Thread *t, TextIO *f, Value info)
{
    TextState *s = f->s;
    Value v;
    if (s->reads) {
        v = textio_make_codec(t, info, "incrementaldecoder", f);
        if (value_is_null(v))
            return -1;
        if (s->newline == NEWLINE_UNIVERSAL || s->newline == NEWLINE_KEEP)
            v = newline_decoder_new(t, v, s->newline == NEWLINE_UNIVERSAL);
        slot_set(f, &f->decoder, v);
    }
    if (s->writes) {
        v = textio_make_codec(t, info, "incrementalencoder", f);
        if (value_is_null(v))
            return -1;
        slot_set(f, &f->encoder, v);
    }
    return 0;
}

/* Behind the beginning an encoder writes no byte order mark. */
static int fix_encoder(Thread *t, TextIO *f)
{
    if (!f->s->seekable || !f->s->writes || f->s->codec != CODEC_OTHER)
        return 0;
    Value at = iobase_call(t, slot_get(&f->buffer), N(tell));
    if (value_is_null(at))
        return -1;
    int elsewhere = object_is_true(t, at);
    if (elsewhere <= 0)
        return elsewhere;
    Value v = object_call_method(t, slot_get(&f->encoder),
                                 str_intern_c(t, "setstate"), 1,
                                 value_from_int(0));
    return value_is_null(v) ? -1 : 0;
}

/* Sets encoding and errors up: 0 or -1. */
static int set_codec(Thread *t, TextIO *f, Value encoding, Value errors)
{
    TextState *s = f->s;
    Str *name = value_to_str(encoding);
    slot_set(f, &f->encoding, encoding);
    slot_set(f, &f->errors, errors);
    slot_set(f, &f->decoder, UNBOUND);
    slot_set(f, &f->encoder, UNBOUND);
    s->lines = (NewlineState){.translate = s->newline == NEWLINE_UNIVERSAL,
                              .seen = s->lines.seen};
    s->codec = textio_codec_of(name);
    if (s->codec != CODEC_OTHER)
        return 0;
    Value info = textio_lookup(t, name);
    if (value_is_null(info))
        return -1;
    Value proper = object_getattr_or_unbound(t, info, N(name));
    if (value_is_null(proper))
        return -1;
    if (value_is_str(proper))
        s->codec = textio_codec_of(value_to_str(proper));
    if (s->codec != CODEC_OTHER)
        return 0;
    return make_codecs(t, f, info) < 0 ? -1 : fix_encoder(t, f);
}

/* ---- states ---- */

bool textio_is_attached(Thread *t, const TextIO *f)
{
    if (LIKELY(f->s != NULL && f->s->is_ready))
        return true;
    raise_value_error(t, f->s != NULL && f->s->is_detached
                             ? "underlying buffer has been detached"
                             : "I/O operation on uninitialized object");
    return false;
}

bool textio_is_closed(Value v)
{
    const TextIO *f = value_to_record(v);
    const Buffered *b = f->direct;
    Value buffer = slot_get(&f->buffer);
    return f->s == NULL || !f->s->is_ready ||
           (type_of(buffer) == &fileio_type &&
            ((const FileIO *)value_to_record(buffer))->fd < 0) ||
           (b != NULL && (b->s->is_dropped ||
                          (b->file != NULL && b->file->fd < 0)));
}

bool textio_may_slow(Thread *t, TextIO *f)
{
    int closed;
    if (!textio_is_attached(t, f))
        return false;
    Value me = value_from_pointer(f);
    if (!textio_is_exact(me))
        closed = iobase_is_closed(t, me);
    else if (f->direct != NULL && f->direct->s->is_ready)
        closed = buffered_is_closed(t, f->direct);
    else
        closed = iobase_is_closed(t, slot_get(&f->buffer));
    if (UNLIKELY(closed > 0))
        iobase_raise_closed(t);
    return closed == 0;
}

/* ---- making ---- */

/* Whether buffer.name() is true: 1, 0 or -1. */
static int ask(Thread *t, Value buffer, Str *name)
{
    Value v = iobase_call(t, buffer, name);
    return value_is_null(v) ? -1 : object_is_true(t, v);
}

/* What the buffer can do: 0 or -1. */
static int ask_buffer(Thread *t, TextIO *f)
{
    TextState *s = f->s;
    Value buffer = slot_get(&f->buffer);
    const Buffered *b = f->direct;
    if (b != NULL && b->file != NULL && b->file->fd >= 0) {
        s->reads = b->s->reads;
        s->writes = b->s->writes;
        s->seekable = s->telling = fileio_is_seekable(b->file);
        s->has_read1 = true;
        return 0;
    }
    int reads = ask(t, buffer, N(readable));
    int writes = reads < 0 ? -1 : ask(t, buffer, N(writable));
    int seeks = writes < 0 ? -1 : ask(t, buffer, N(seekable));
    if (seeks < 0)
        return -1;
    s->reads = reads;
    s->writes = writes;
    s->seekable = s->telling = seeks;
    Value read1 = object_getattr_or_unbound(t, buffer, N(read1));
    s->has_read1 = !value_is_unbound(read1);
    return value_is_null(read1) ? -1 : 0;
}

enum { CHUNK = 8192 };

/* The encoding to use: a str. */
static Value encoding_or_default(Thread *t, Value encoding)
{
    if (value_is_none(encoding))
        return stdio_default_encoding(t);
    if (str_equal_c(value_to_str(encoding), "locale"))
        return stdio_locale_encoding(t);
    return encoding;
}

/* -X warn_default_encoding */
static int warn_of_default(Thread *t)
{
    if (LIKELY(!stdio_warns(t)))
        return 0;
    return warn(t, EXC(EncodingWarning),
                "'encoding' argument not specified");
}

static int begin(Thread *t, TextIO *f, Value buffer, const TextIOOptions *o)
{
    NewlineMode newline;
    if (!newline_parse(o->newline, &newline))
        return RAISE_INT(raise_value_error(t, "illegal newline value: %S",
                                           o->newline));
    Blob *blob = gc_alloc(t, sizeof(Blob) + sizeof(TextState), KIND_BLOB,
                          SHAPE_RAW);
    blob->capacity = sizeof(TextState);
    TextState *s = (TextState *)(void *)blob->data;
    s->newline = (uint8_t)newline;
    s->line_buffering = o->line_buffering;
    s->write_through = o->write_through;
    s->chunk = CHUNK;
    slot_set(f, &f->state, value_from_pointer(blob));
    f->s = s;
    slot_set(f, &f->buffer, buffer);
    textio_set_output(f, UNBOUND);
    textio_drop_chars(f);
    f->direct = buffered_is_exact(buffer) ? value_to_record(buffer) : NULL;
    if (f->direct != NULL && (f->direct->s == NULL ||
                              !f->direct->s->is_ready))
        f->direct = NULL;
    Value encoding = encoding_or_default(t, o->encoding);
    Value errors = value_is_none(o->errors)
                       ? value_from_pointer(str_intern_c(t, "strict"))
                       : o->errors;
    if (value_is_null(encoding) ||
        (value_is_none(o->encoding) && warn_of_default(t) < 0) ||
        ask_buffer(t, f) < 0 ||
        set_codec(t, f, encoding, errors) < 0) {
        slot_set(f, &f->buffer, UNBOUND);
        f->direct = NULL;
        return -1;
    }
    s->is_ready = true;
    textio_settle(f);
    return 0;
}

TextIO *textio_new(Thread *t, Value buffer, const TextIOOptions *options)
{
    TextIO *f = iobase_new(t, &textio_type);
    if (begin(t, f, buffer, options) < 0)
        return NULL;
    if (f->direct != NULL) /* f sees to it */
        gc_finalizer_forget(f->direct);
    return f;
}

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return value_from_pointer(iobase_new(t, cls));
}

/* str_value: a str as an object, or None; without null characters */
#define PARAM_LEAF_str_value (LEAF_STR | LEAF_NONE)
#define PARAM_TYPE_str_value     Value
#define PARAM_LOCAL_str_value(v) Value v
static bool param_str_value(Thread *t, Value v, Value *out,
                            const NativeDef *def, int at)
{
    const char *text;
    *out = v;
    return value_is_none(v) || value_is_unbound(v) ||
           param_c_string_or_none(t, v, &text, def, at);
}

INITIALIZER(TextIOWrapper, 0,
            (self, TextIO), (arg, object, buffer),
            (opt, str_value, encoding, None), (opt, str_value, errors, None),
            (opt, str_value, newline, None),
            (opt, truth, line_buffering, False),
            (opt, truth, write_through, False))
{
    TextIOOptions o = {.encoding = encoding, .errors = errors,
                       .newline = newline, .line_buffering = line_buffering,
                       .write_through = write_through};
    if (self->s != NULL)
        self->s->is_ready = self->s->is_detached = false;
    return begin(t, self, buffer, &o) < 0 ? NULL_VALUE : NONE;
}

/* ---- another encoding ---- */

/* None: as it was.  0 or -1 */
static int optional_bool(Thread *t, Value v, bool *out)
{
    int64_t i;
    if (value_is_none(v))
        return 0;
    if (object_to_int64(t, v, &i) < 0)
        return -1;
    *out = i != 0;
    return 0;
}

static int change_codec(Thread *t, TextIO *f, Value encoding, Value errors,
                        Value newline)
{
    NewlineMode mode = f->s->newline;
    if (!value_is_unbound(newline) && !newline_parse(newline, &mode))
        return RAISE_INT(raise_value_error(t, "illegal newline value: %S",
                                           newline));
    if (value_is_none(errors))
        errors = value_is_none(encoding)
                     ? slot_get(&f->errors)
                     : value_from_pointer(str_intern_c(t, "strict"));
    if (value_is_none(encoding))
        encoding = slot_get(&f->encoding);
    else
        encoding = encoding_or_default(t, encoding);
    f->s->newline = (uint8_t)mode;
    return set_codec(t, f, encoding, errors);
}

/* str_setting: the same, and not so exact about what it refuses */
#define PARAM_LEAF_str_setting (LEAF_STR | LEAF_NONE)
#define PARAM_TYPE_str_setting     Value
#define PARAM_LOCAL_str_setting(v) Value v
static bool param_str_setting(Thread *t, Value v, Value *out,
                              const NativeDef *def UNUSED, int at UNUSED)
{
    *out = v;
    if (value_is_none(v) || value_is_unbound(v) || value_is_str(v))
        return true;
    raise_type_error(t, "bad argument type for built-in operation");
    return false;
}

NATIVE(textio, reconfigure, 0, "Go on with other settings.",
       (self, TextIO), (star), (opt, str_setting, encoding, None),
       (opt, str_setting, errors, None),
       (opt, str_setting, newline, <unrepresentable>),
       (opt, object, line_buffering, None), (opt, object, write_through, None))
{
    if (!textio_is_attached(t, self))
        return NULL_VALUE;
    TextState *s = self->s;
    bool changes = !value_is_none(encoding) || !value_is_none(errors) ||
                   !value_is_unbound(newline);
    if (s->n_chars > 0 && changes)
        return iobase_unsupported(
            t, "It is not possible to set the encoding or newline of stream "
            "after the first read");
    NewlineMode mode;
    if (!value_is_unbound(newline) && !newline_parse(newline, &mode))
        return raise_value_error(t, "illegal newline value: %S", newline);
    bool line = s->line_buffering, through = s->write_through;
    if (optional_bool(t, line_buffering, &line) < 0 ||
        optional_bool(t, write_through, &through) < 0 ||
        value_is_null(iobase_call(t, value_from_pointer(self), N(flush))))
        return NULL_VALUE;
    textio_drop_chars(self);
    s->gathers = false;
    if (changes && change_codec(t, self, encoding, errors, newline) < 0)
        return NULL_VALUE;
    s->line_buffering = line;
    s->write_through = through;
    textio_settle(self);
    return NONE;
}

/* ---- closing ---- */

static void warn_unclosed(Thread *t, TextIO *f)
{
    Value v = object_call_method(t, slot_get(&f->buffer),
                                 str_intern_c(t, "_dealloc_warn"), 1,
                                 value_from_pointer(f));
    if (value_is_null(v))
        t->exc = NULL_VALUE;
}

NATIVE(textio, close, 0, "Write out what is buffered, and close.",
       (self, TextIO), (slash))
{
    Value me = value_from_pointer(self);
    if (!textio_is_attached(t, self))
        return NULL_VALUE;
    TRY(is_closed, object_getattr(t, me, N(closed)));
    int closed = object_is_true(t, is_closed);
    if (closed != 0)
        return closed < 0 ? NULL_VALUE : NONE;
    if (self->s->is_finalizing)
        warn_unclosed(t, self);
    Value flushed = iobase_call(t, me, N(flush));
    Value failure = exception_take(t);
    Value answer = iobase_call(t, slot_get(&self->buffer), N(close));
    iobase_chain(t, failure);
    if (value_is_null(flushed) || value_is_null(answer))
        return NULL_VALUE;
    iobase_is_done(me, &textio_type);
    return answer;
}

NATIVE(textio, detach, 0, "Give up the buffer beneath, and answer it.",
       (self, TextIO), (slash))
{
    if (!textio_is_attached(t, self) ||
        value_is_null(iobase_call(t, value_from_pointer(self), N(flush))))
        return NULL_VALUE;
    Value buffer = slot_get(&self->buffer);
    if (self->direct != NULL && !(self->direct->file != NULL &&
                                  !(self->direct->file->bits &
                                    FILEIO_CLOSES)))
        gc_finalizer_add(&t->gc, self->direct);
    self->direct = NULL;
    slot_set(self, &self->buffer, UNBOUND);
    self->s->is_ready = false;
    self->s->is_detached = true;
    return buffer;
}

/* ---- what it is ---- */

#define ASKS_BUFFER(name, doc)                                            \
    NATIVE(textio, name, 0, doc, (self, TextIO), (slash))                 \
    {                                                                     \
        if (!textio_is_attached(t, self))                                 \
            return NULL_VALUE;                                            \
        return iobase_call(t, slot_get(&self->buffer),                    \
                           str_intern_c(t, #name));                       \
    }
ASKS_BUFFER(fileno, "The descriptor behind it.")
ASKS_BUFFER(isatty, "Whether it is a terminal.")
ASKS_BUFFER(seekable, "Whether places can be chosen.")
ASKS_BUFFER(readable, "Whether one can read.")
ASKS_BUFFER(writable, "Whether one can write.")
#undef ASKS_BUFFER

static TextIO *attached(Thread *t, Value self)
{
    TextIO *f = value_to_record(self);
    return textio_is_attached(t, f) ? f : NULL;
}

static Value get_name(Thread *t, Value self)
{
    TextIO *f = attached(t, self);
    return f == NULL ? NULL_VALUE
                     : object_getattr(t, slot_get(&f->buffer), N(name));
}

static Value get_closed(Thread *t, Value self)
{
    TextIO *f = attached(t, self);
    return f == NULL ? NULL_VALUE
                     : object_getattr(t, slot_get(&f->buffer), N(closed));
}

/* Whether __init__ has been through, be it detached since. */
static TextIO *initialized(Thread *t, Value self)
{
    TextIO *f = value_to_record(self);
    return f->s != NULL && f->s->is_detached ? f : attached(t, self);
}

static Value get_errors(Thread *t, Value self)
{
    TextIO *f = initialized(t, self);
    return f == NULL ? NULL_VALUE : slot_get(&f->errors);
}

static Value get_newlines(Thread *t, Value self)
{
    TextIO *f = attached(t, self);
    if (f == NULL)
        return NULL_VALUE;
    if (f->s->codec != CODEC_OTHER)
        return newline_seen_value(t, f->s->lines.seen);
    Value decoder = slot_get(&f->decoder);
    if (value_is_unbound(decoder))
        return NONE;
    TRY(v, object_getattr_or_unbound(t, decoder,
                                     str_intern_c(t, "newlines")));
    return value_is_unbound(v) ? NONE : v;
}

static Value get_chunk_size(Thread *t, Value self)
{
    TextIO *f = attached(t, self);
    return f == NULL ? NULL_VALUE : value_from_int(f->s->chunk);
}

static int set_chunk_size(Thread *t, Value self, Value value)
{
    TextIO *f = attached(t, self);
    int64_t n;
    if (f == NULL)
        return -1;
    if (value_is_null(value))
        return RAISE_INT(raise_error(t, EXC(AttributeError),
                                     "cannot delete attribute"));
    if (object_to_int64(t, value, &n) < 0)
        return -1;
    if (n <= 0)
        return RAISE_INT(raise_value_error(
            t, "a strictly positive integer is required"));
    if (textio_write_out(t, f) < 0)
        return -1;
    textio_set_output(f, UNBOUND);
    f->s->chunk = n;
    return 0;
}

#define FLAG(name)                                                        \
    static Value get_##name(Thread *t, Value self)                        \
    {                                                                     \
        (void)t;                                                          \
        const TextIO *f = value_to_record(self);                          \
        return value_from_bool(f->s != NULL && f->s->name);               \
    }
FLAG(line_buffering)
FLAG(write_through)
FLAG(is_finalizing)
#undef FLAG

static int set_finalizing(Thread *t, Value self, Value value)
{
    TextIO *f = value_to_record(self);
    int yes = object_is_true(t, value);
    if (yes >= 0 && f->s != NULL)
        f->s->is_finalizing = yes;
    return yes < 0 ? -1 : 0;
}

/* "NAME='x'" of an attribute, "" without it; NULL on error. */
static Str *shown(Thread *t, Value self, Str *name)
{
    Value v = object_getattr_or_unbound(t, self, name);
    if (value_is_null(v) && exception_matches(t, EXC(ValueError))) {
        t->exc = NULL_VALUE;
        v = UNBOUND;
    }
    return value_is_null(v)      ? NULL
           : value_is_unbound(v) ? t->rt->empty_str
                                 : str_format(t, " %U=%R", name, v);
}

static Value repr(Thread *t, Value self)
{
    TextIO *f = initialized(t, self);
    if (f == NULL)
        return NULL_VALUE;
    int entered = repr_enter(t, self);
    if (entered < 0)
        return NULL_VALUE;
    if (entered > 0)
        return raise_error(t, EXC(RuntimeError),
                           "reentrant call inside %N.__repr__", type_of(self));
    Str *name = shown(t, self, N(name));
    Str *mode = name == NULL ? NULL : shown(t, self, N(mode));
    Value text = NULL_VALUE;
    if (mode != NULL)
        text = format_message(t, "<_io.TextIOWrapper%U%U encoding=%R>", name,
                              mode, slot_get(&f->encoding));
    repr_leave(t, self);
    return text;
}

/* ---- the type ---- */

static const NativeDef *const methods[] = {
    &textio_detach_native,
    &textio_reconfigure_native,
    &textio_write_native,
    &textio_read_native,
    &textio_readline_native,
    &textio_flush_native,
    &textio_close_native,
    &textio_fileno_native,
    &textio_seekable_native,
    &textio_readable_native,
    &textio_writable_native,
    &textio_isatty_native,
    &textio_seek_native,
    &textio_tell_native,
    &textio_truncate_native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"name", get_name, NULL, NULL},
    {"closed", get_closed, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL},
    {"errors", get_errors, NULL, NULL},
    {"_CHUNK_SIZE", get_chunk_size, set_chunk_size, NULL},
    {"line_buffering", get_line_buffering, NULL, GETSET_MEMBER},
    {"write_through", get_write_through, NULL, GETSET_MEMBER},
    {"_finalizing", get_is_finalizing, set_finalizing, GETSET_MEMBER},
    {0},
};

static const MemberDef members[] = {
    {"encoding", offsetof(TextIO, encoding), false},
    {"buffer", offsetof(TextIO, buffer), false},
    {0},
};

Type textio_type = {
    TYPE_HEAD(textio),
    .c_name = "_io.TextIOWrapper",
    .c_doc = "Text over a buffered stream of bytes.",
    .c_base = &iobase_text_type,
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(TextIO),
    .slots = {.new = new, .repr = repr, .next = textio_next},
    .initializer = &TextIOWrapper_init_native,
    .methods = methods,
    .getsets = getsets,
    .members = members,
};
