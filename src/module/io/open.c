/* SPDX-License-Identifier: MIT */
/* open(): modes, and the layers that they mean. */
#include "module/io/open.h"

#include <string.h>
#include "exec/exec.h"
#include "module/io/io_module.h"
#include "module/io/textio.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/instance.h"

typedef struct Mode {
    bool reading, writing, creating, appending, updating, text, binary;
} Mode;

/* 0, or -1 with ValueError. */
static int parse(Thread *t, Str *text, Mode *m)
{
    uint32_t seen = 0;
    static const char letters[] = "rwxa+tb";
    bool *flags[] = {&m->reading, &m->writing, &m->creating, &m->appending,
                     &m->updating, &m->text, &m->binary};
    *m = (Mode){0};
    for (int64_t i = 0; i < text->len; i++) {
        uint32_t c = str_at(text, i);
        const char *p = c != 0 && c < 128 ? strchr(letters, (int)c) : NULL;
        uint32_t bit = p == NULL ? 0 : 1u << (p - letters);
        if (bit == 0 || (seen & bit))
            return RAISE_INT(raise_value_error(t, "invalid mode: '%U'", text));
        seen |= bit;
        *flags[p - letters] = true;
    }
    if (m->text && m->binary)
        return RAISE_INT(raise_value_error(
            t, "can't have text and binary mode at once"));
    if (m->reading + m->writing + m->creating + m->appending > 1)
        return RAISE_INT(raise_value_error(
            t, "must have exactly one of create/read/write/append mode"));
    return 0;
}

/* What the arguments ask for. */
typedef struct Request {
    Mode mode;
    Str *text;         /* the mode as it was given */
    int64_t buffering;
    TextIOOptions options;
    FileIOOptions file;
} Request;

static int check(Thread *t, const Request *r)
{
    if (!r->mode.binary)
        return 0;
    const char *what = !value_is_none(r->options.encoding) ? "an encoding"
                       : !value_is_none(r->options.errors) ? "an errors"
                       : !value_is_none(r->options.newline) ? "a newline"
                                                            : NULL;
    if (what != NULL)
        return RAISE_INT(raise_value_error(
            t, "binary mode doesn't take %s argument", what));
    return r->buffering != 1
               ? 0 : warn(t, EXC(RuntimeWarning),
                          "line buffering (buffering=1) isn't supported in "
                          "binary mode, the default buffer size will be used");
}

/* The layers over a file: null on error. */
static Value build(Thread *t, Request *r, FileIO *file, Value raw)
{
    const Mode *m = &r->mode;
    int64_t size = r->buffering;
    bool tty = size < 0 && fileio_is_terminal(file);
    if (size == 1 || tty) {
        size = -1;
        r->options.line_buffering = true;
    }
    if (size < 0)
        size = file->block_size > IO_BUFFER_SIZE && STRESS ? IO_BUFFER_SIZE
                                                            : file->block_size;
    if (size == 0) {
        if (!m->binary)
            return raise_value_error(t, "can't have unbuffered text I/O");
        return raw;
    }
    Type *type = m->updating ? &buffered_random_type
                 : m->writing || m->creating || m->appending
                     ? &buffered_writer_type : &buffered_reader_type;
    if (!m->reading && !m->writing && !m->creating && !m->appending)
        return raise_value_error(t, "unknown mode: '%U'", r->text);
    Buffered *b = buffered_new(t, type, raw, size);
    if (b == NULL || m->binary)
        return b == NULL ? NULL_VALUE : value_from_pointer(b);
    TextIO *f = textio_new(t, value_from_pointer(b), &r->options);
    if (f == NULL)
        return NULL_VALUE;
    instance_set(t, f, N(mode), value_from_pointer(r->text));
    return value_from_pointer(f);
}

/* Nobody gets the file: it is closed again, and the exception stays. */
static Value abandon(Thread *t, Value raw)
{
    Value failure = exception_take(t);
    iobase_call(t, raw, N(close));
    iobase_chain(t, failure);
    return NULL_VALUE;
}

/* A path is what it says it is: str, bytes or an int. */
static Value path_of(Thread *t, Value file)
{
    if (value_is_int_object(file) || value_has_shape(file, SHAPE_STR))
        return file;
    TRY(method, object_lookup_special(t, file, N(__fspath__)));
    if (value_is_unbound(method))
        return file;
    return object_call0(t, method);
}

/* opt_str: None or a str without null characters */
#define PARAM_LEAF_opt_str LEAF_NEVER
#define PARAM_TYPE_opt_str     Value
#define PARAM_LOCAL_opt_str(v) Value v
static bool param_opt_str(Thread *t, Value v, Value *out,
                          const NativeDef *def, int at)
{
    const char *text;
    *out = v;
    return value_is_none(v) || param_c_string_or_none(t, v, &text, def, at);
}

/* open_mode: a str without null characters */
#define PARAM_LEAF_open_mode LEAF_STR
#define PARAM_TYPE_open_mode     Str *
#define PARAM_LOCAL_open_mode(v) Str *v
static bool param_open_mode(Thread *t, Value v, Str **out,
                            const NativeDef *def, int at)
{
    const char *text;
    if (!param_c_string(t, v, &text, def, at))
        return false;
    *out = value_to_str(v);
    return true;
}

NATIVE_SHARED(io, open, 0,
              "A stream that reads from or writes to a path or descriptor.",
              (arg, object, file), (opt, open_mode, mode, 'r'),
              (opt, c_int, buffering, -1), (opt, opt_str, encoding, None),
              (opt, opt_str, errors, None), (opt, opt_str, newline, None),
              (opt, truth, closefd, True), (opt, object, opener, None))
{
    Request r = {.text = mode, .buffering = buffering};
    r.options = (TextIOOptions){.encoding = encoding, .errors = errors,
                                .newline = newline};
    TRY(path, path_of(t, file));
    if (parse(t, mode, &r.mode) < 0 || check(t, &r) < 0)
        return NULL_VALUE;
    char raw_mode[8], *p = raw_mode;
    const Mode *m = &r.mode;
    if (m->creating)
        *p++ = 'x';
    if (m->reading)
        *p++ = 'r';
    if (m->writing)
        *p++ = 'w';
    if (m->appending)
        *p++ = 'a';
    if (m->updating)
        *p++ = '+';
    *p = '\0';
    r.file = (FileIOOptions){.file = path, .mode = raw_mode,
                             .close_fd = closefd, .opener = opener};
    FileIO *f = fileio_open(t, &r.file);
    if (f == NULL)
        return NULL_VALUE;
    Value raw = value_from_pointer(f);
    Value stream = build(t, &r, f, raw);
    return value_is_null(stream) ? abandon(t, raw) : stream;
}
