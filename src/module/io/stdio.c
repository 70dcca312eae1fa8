/* SPDX-License-Identifier: MIT */
/* The standard streams, and the encodings that the surroundings ask for. */
#include "module/io/stdio.h"

#include <string.h>
#include "module/io/io_module.h"
#include "module/io/textio.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "os/file.h"

/* ---- encodings ---- */

enum { OF_LOCALE, OF_OPEN, WARNS }; /* items of Runtime.encodings */

void stdio_init(Thread *t, const StdioConfig *config)
{
    Value locale = value_from_pointer(str_intern_c(t, config->locale));
    Value of_open =
        config->utf8_mode ? value_from_pointer(str_intern_c(t, "utf-8"))
                          : locale;
    t->rt->encodings =
        tuple_pack(t, 3, locale, of_open, value_from_bool(config->warns));
    Type *const types[] = {&fileio_type, &buffered_reader_type,
                           &buffered_writer_type, &textio_type};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        type_ready(t, types[i]);
}

Value stdio_locale_encoding(Thread *t)
{
    return tuple_get(t->rt->encodings, OF_LOCALE);
}

Value stdio_default_encoding(Thread *t)
{
    return tuple_get(t->rt->encodings, OF_OPEN);
}

bool stdio_warns(Thread *t)
{
    return value_is_true(tuple_get(t->rt->encodings, WARNS));
}

/* An encoding as its codec calls it: null with LookupError. */
static Value proper_name(Thread *t, Str *encoding)
{
    static const char *const own[] = {
        [CODEC_UTF8] = "utf-8",
        [CODEC_ASCII] = "ascii",
        [CODEC_LATIN1] = "iso8859-1",
    };
    TextCodec codec = textio_codec_of(encoding);
    if (codec != CODEC_OTHER)
        return value_from_pointer(str_intern_c(t, own[codec]));
    TRY(info, textio_lookup(t, encoding));
    return object_getattr(t, info, N(name));
}

/* What PYTHONIOENCODING says, "encoding:errors", each of which may be missing, or
 * else the locale. */
static int choose(Thread *t, const StdioConfig *c, Value *encoding,
                  Value *errors)
{
    const char *text = c->io_encoding == NULL ? "" : c->io_encoding;
    const char *colon = strchr(text, ':');
    size_t n = colon != NULL ? (size_t)(colon - text) : strlen(text);
    const char *own = colon != NULL ? colon + 1 : "";
    if (*own == '\0')
        own = n == 0 && c->escapes ? "surrogateescape" : "strict";
    Str *name = n > 0 ? str_from_utf8(t, text, n)
                      : value_to_str(stdio_default_encoding(t));
    *errors = value_from_pointer(str_intern_c(t, own));
    *encoding = proper_name(t, name);
    return value_is_null(*encoding) ? -1 : 0;
}

/* ---- streams ---- */

static const struct {
    const char *name, *mode;
} streams[] = {{"<stdin>", "r"}, {"<stdout>", "w"}, {"<stderr>", "w"}};

/* What is open; NULL on error. */
static TextIO *stream_new(Thread *t, int fd, int64_t block_size,
                          const StdioConfig *c)
{
    bool writes = fd != 0;
    Value name = value_from_pointer(str_intern_c(t, streams[fd].name));
    FileIO *file = fileio_new_standard(
        t, fd, writes ? FILEIO_WRITE : FILEIO_READ, name);
    file->block_size = block_size;
    Value buffer = value_from_pointer(file);
    if (!writes || !c->unbuffered) {
        Buffered *b = buffered_new(t, writes ? &buffered_writer_type
                                             : &buffered_reader_type,
                                   buffer, block_size);
        if (b == NULL)
            return NULL;
        buffer = value_from_pointer(b);
    }
    TextIOOptions o = {
        .newline = value_from_pointer(t->rt->latin1['\n']),
        .write_through = c->unbuffered,
        .line_buffering = !c->unbuffered &&
                          (fd == 2 || os_file_is_terminal(fd)),
    };
    if (choose(t, c, &o.encoding, &o.errors) < 0)
        return NULL;
    if (fd == 2)
        o.errors = value_from_pointer(str_intern_c(t, "backslashreplace"));
    TextIO *f = textio_new(t, buffer, &o);
    if (f != NULL)
        instance_set(t, f, N(mode), value_from_pointer(
                                        str_intern_c(t, streams[fd].mode)));
    return f;
}

Value stdio_stream(Thread *t, int fd, const StdioConfig *config)
{
    OsFileInfo info;
    if (os_file_info(fd, &info) != 0)
        return NONE;
    int64_t size = info.block_size > 1 && info.block_size < IO_BUFFER_SIZE
                       ? info.block_size : IO_BUFFER_SIZE;
    TextIO *f = stream_new(t, fd, size, config);
    if (f == NULL)
        return NULL_VALUE;
    gc_finalizer_forget(f); /* the end of the program flushes it */
    return value_from_pointer(f);
}
