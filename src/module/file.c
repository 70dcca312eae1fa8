/* SPDX-License-Identifier: MIT */
/*
 * The file type: text over the buffers of file_state.c.  Encodings must be
 * ASCII-like where lines are read.  A file found dead is flushed and closed.
 */
#include "module/file.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include "module/file_open.h"
#include "module/file_state.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/file.h"

static FileState *state_of(const File *file)
{
    Blob *blob = value_to_blob(slot_get(&file->state));
    return (FileState *)(void *)blob->data;
}

static bool is_text(const File *file)
{
    return !value_is_unbound(slot_get(&file->encoding));
}

bool file_is_closed(Value file)
{
    return state_of(value_to_record(file))->fd < 0;
}

void file_set_unbuffered(Value file)
{
    state_of(value_to_record(file))->flags |= FILE_UNBUFFERED;
}

/* --- checks ------------------------------------------------------------ */

/* The state of an open file; NULL with ValueError. */
static FileState *need_open(Thread *t, const File *file)
{
    FileState *s = state_of(file);
    if (s->fd >= 0)
        return s;
    raise_value_error(t, is_text(file) ? "I/O operation on closed file."
                                       : "I/O operation on closed file");
    return NULL;
}

static FileState *need_flag(Thread *t, const File *file, uint32_t flag)
{
    FileState *s = need_open(t, file);
    if (s == NULL || (s->flags & flag))
        return s;
    file_raise_unsupported(t, flag == FILE_READ ? "not readable"
                                                : "not writable");
    return NULL;
}

/* The name of an encoding or error handler; NULL: the default. */
static const char *text_of(Thread *t, const Slot *s)
{
    Value text = slot_get(s);
    return value_is_str(text) ? str_to_utf8(t, value_to_str(text), NULL)
                              : NULL;
}

static const char *encoding_of(Thread *t, const File *file)
{
    return text_of(t, &file->encoding);
}

static const char *errors_of(Thread *t, const File *file)
{
    return text_of(t, &file->errors);
}

/* --- writing ----------------------------------------------------------- */

/* Text with LF as the file's line ends. */
static Str *translate_out(Thread *t, const File *file, Str *s)
{
    NewlineMode mode = file->newline;
    if (mode != NEWLINE_CRLF && mode != NEWLINE_CR)
        return s;
    Value lf = value_from_pointer(str_from_c(t, "\n"));
    Value to = value_from_pointer(
        str_from_c(t, mode == NEWLINE_CR ? "\r" : "\r\n"));
    Value v = object_call_method(t, value_from_pointer(s),
                                 str_intern_c(t, "replace"), 2, lf, to);
    return value_is_null(v) ? NULL : value_to_str(v);
}

static int write_text(Thread *t, const File *file, Str *s)
{
    FileState *state = need_flag(t, file, FILE_WRITE);
    if (state == NULL || (s = translate_out(t, file, s)) == NULL)
        return -1;
    if (s->width == 1 && str_is_ascii(s))
        return file_state_write(t, state, s->data, s->len);
    Value encoded =
        str_encode(t, s, encoding_of(t, file), errors_of(t, file));
    if (value_is_null(encoded))
        return -1;
    Bytes *bytes = value_to_bytes(encoded);
    int status = file_state_write(t, state, bytes->data, bytes->len);
    KEEP(bytes);
    return status;
}

int file_write(Thread *t, Value file, Str *s)
{
    return write_text(t, value_to_record(file), s);
}

NATIVE(file, write, 0, NULL, (self, File), (arg, object, text), (slash))
{
    if (is_text(self)) {
        if (!value_is_str(text))
            return raise_type_error(
                t, "write() argument must be str, not %T", text);
        if (write_text(t, self, value_to_str(text)) < 0)
            return NULL_VALUE;
        return value_from_int(value_to_str(text)->len);
    }
    const uint8_t *data;
    int64_t len;
    FileState *s = need_flag(t, self, FILE_WRITE);
    if (s == NULL || bytes_view(t, text, &data, &len) < 0 ||
        file_state_write(t, s, data, len) < 0)
        return NULL_VALUE;
    return value_from_int(len);
}

NATIVE(file, writelines, 0, NULL,
       (self, File), (arg, object, lines), (slash))
{
    TRY(it, object_iter(t, lines));
    FOR_EACH_ITEM(t, line, it, NULL_VALUE) {
        if (value_is_null(file_write_body(t, self, line)))
            return NULL_VALUE;
    }
    return NONE;
}

int file_flush(Thread *t, Value file)
{
    FileState *s = need_open(t, value_to_record(file));
    return s == NULL ? -1 : file_state_flush(t, s);
}

NATIVE(file, flush, 0, NULL, (self, File), (slash))
{
    FileState *s = need_open(t, self);
    return s == NULL || file_state_flush(t, s) < 0 ? NULL_VALUE : NONE;
}

/* --- reading ----------------------------------------------------------- */

/* Makes CR LF and CR of the bytes LF; answers the new length. */
static int64_t translate_in(uint8_t *data, int64_t n)
{
    uint8_t *cr = memchr(data, '\r', (size_t)n);
    if (cr == NULL)
        return n;
    int64_t out = cr - data;
    for (int64_t i = out; i < n; i++) {
        if (data[i] == '\r') {
            data[out++] = '\n';
            i += i + 1 < n && data[i + 1] == '\n';
        } else {
            data[out++] = data[i];
        }
    }
    return out;
}

/* What was read as a str or bytes. */
static Value from_bytes(Thread *t, const File *file, StrBuilder *b)
{
    if (!is_text(file))
        return value_from_pointer(bytes_new(t, file_bytes(b), b->len));
    if (file->newline == NEWLINE_UNIVERSAL && b->len > 0)
        b->len = translate_in(b->data->data, b->len);
    return bytes_decode(t, file_bytes(b), b->len, encoding_of(t, file),
                        errors_of(t, file));
}

static bool splits_at_cr(const File *file)
{
    NewlineMode mode = file->newline;
    return is_text(file) &&
           (mode == NEWLINE_UNIVERSAL || mode == NEWLINE_KEEP);
}

static Value read_whole_line(Thread *t, const File *file)
{
    FileState *s = need_flag(t, file, FILE_READ);
    StrBuilder b;
    strbuilder_init(&b);
    if (s == NULL ||
        file_state_read_line(t, s, &b, -1, splits_at_cr(file)) < 0)
        return NULL_VALUE;
    return from_bytes(t, file, &b);
}

Value file_readline(Thread *t, Value file)
{
    return read_whole_line(t, value_to_record(file));
}

/* Bytes of the code point that begins with `lead`. */
static int64_t sequence_len(const char *encoding, uint8_t lead)
{
    if (lead < 0xc0 || strncasecmp(encoding, "utf", 3) != 0)
        return 1;
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/* n characters; CR LF is one where line ends are translated. */
static int read_characters(Thread *t, const File *file, FileState *s,
                           StrBuilder *b, int64_t n)
{
    const char *encoding = encoding_of(t, file);
    bool universal = file->newline == NEWLINE_UNIVERSAL;
    int more;
    for (int64_t i = 0; i < n; i++) {
        more = file_state_fill(t, s);
        if (more <= 0)
            return more;
        uint8_t lead = s->read_buffer[s->read_pos];
        if (file_state_read(t, s, b, sequence_len(encoding, lead)) < 0)
            return -1;
        if (lead != '\r' || !universal)
            continue;
        more = file_state_fill(t, s);
        if (more < 0)
            return -1;
        if (more && s->read_buffer[s->read_pos] == '\n' &&
            file_state_read(t, s, b, 1) < 0)
            return -1;
    }
    return 0;
}

/* A line's characters, at most `limit`. */
static int read_line_characters(Thread *t, const File *file, FileState *s,
                                StrBuilder *b, int64_t limit)
{
    bool any = splits_at_cr(file);
    for (; limit > 0; limit--) {
        int64_t before = b->len;
        if (read_characters(t, file, s, b, 1) < 0)
            return -1;
        if (b->len == before)
            return 0;
        uint8_t last = b->data->data[b->len - 1];
        if (last == '\n' || (any && last == '\r'))
            return 0;
    }
    return 0;
}

static Value read_line(Thread *t, const File *file, int64_t limit)
{
    if (limit < 0)
        return read_whole_line(t, file);
    FileState *s = need_flag(t, file, FILE_READ);
    StrBuilder b;
    strbuilder_init(&b);
    if (s == NULL)
        return NULL_VALUE;
    int status = is_text(file)
                     ? read_line_characters(t, file, s, &b, limit)
                     : file_state_read_line(t, s, &b, limit, false);
    return status < 0 ? NULL_VALUE : from_bytes(t, file, &b);
}

/* size: how much to read; None or absent: -1 */
#define PARAM_LEAF_size LEAF_NEVER
#define PARAM_TYPE_size int64_t
#define PARAM_LOCAL_size(v) int64_t v
static bool param_size(Thread *t, Value v, int64_t *out,
                       const NativeDef *def UNUSED, int at UNUSED)
{
    *out = -1;
    return value_is_unbound(v) || value_is_none(v) ||
           object_to_int64(t, v, out) == 0;
}

NATIVE(file, read, 0, NULL, (self, File), (opt, size, size, -1), (slash))
{
    FileState *s = need_flag(t, self, FILE_READ);
    if (s == NULL)
        return NULL_VALUE;
    StrBuilder b;
    strbuilder_init(&b);
    int status = size < 0           ? file_state_read_all(t, s, &b)
                 : is_text(self) ? read_characters(t, self, s, &b, size)
                                    : file_state_read(t, s, &b, size);
    return status < 0 ? NULL_VALUE : from_bytes(t, self, &b);
}

NATIVE(file, readline, 0, NULL, (self, File), (opt, object, size, -1), (slash))
{
    int64_t limit = -1;
    if (!value_is_none(size) && object_to_int64(t, size, &limit) < 0)
        return NULL_VALUE;
    return read_line(t, self, limit);
}

static Value next(Thread *t, Value self)
{
    TRY(line, read_whole_line(t, value_to_record(self)));
    int64_t len = object_len(t, line);
    return len == 0 ? UNBOUND : line;
}

NATIVE(file, readlines, 0, NULL,
       (self, File), (opt, size, hint, -1), (slash))
{
    int64_t total = 0;
    List *lines = list_new(t, 0);
    while (hint <= 0 || total < hint) {
        TRY(line, next(t, value_from_pointer(self)));
        if (value_is_unbound(line))
            break;
        list_append(t, lines, line);
        total += object_len(t, line);
    }
    return value_from_pointer(lines);
}

NATIVE(file, readinto, 0, NULL, (self, File), (arg, object, buffer), (slash))
{
    if (!value_has_shape(buffer, SHAPE_BYTEARRAY))
        return raise_type_error(t, "readinto() argument must be read-write "
                                "bytes-like object, not %T", buffer);
    FileState *s = need_flag(t, self, FILE_READ);
    ByteArray *to = value_to_bytearray(buffer);
    StrBuilder b;
    strbuilder_init(&b);
    if (s == NULL || file_state_read(t, s, &b, to->len) < 0)
        return NULL_VALUE;
    int64_t len = b.len < to->len ? b.len : to->len;
    memcpy(to->buffer->data + to->start, file_bytes(&b), (size_t)len);
    return value_from_int(len);
}

/* --- places ------------------------------------------------------------ */

NATIVE(file, tell, 0, NULL, (self, File), (slash))
{
    FileState *s = need_open(t, self);
    int64_t at = s == NULL ? -1 : file_state_tell(t, s);
    return at < 0 ? NULL_VALUE : int_from_int64(t, at);
}

NATIVE(file, seek, 0, NULL,
       (self, File), (arg, object, cookie), (opt, c_int, whence, 0),
       (slash))
{
    int64_t offset;
    FileState *s = need_open(t, self);
    if (s == NULL || object_to_int64(t, cookie, &offset) < 0)
        return NULL_VALUE;
    if (whence < 0 || whence > 2)
        return raise_value_error(
            t, "invalid whence (%d, should be 0, 1 or 2)", whence);
    if (is_text(self) && whence != 0 && offset != 0)
        return file_raise_unsupported(
            t, whence == 1 ? "can't do nonzero cur-relative seeks"
                           : "can't do nonzero end-relative seeks");
    if (is_text(self) && whence == 0 && offset < 0)
        return raise_value_error(t, "negative seek position %l", offset);
    int64_t at = file_state_seek(t, s, offset, whence);
    return at < 0 ? NULL_VALUE : int_from_int64(t, at);
}

NATIVE(file, truncate, 0, NULL,
       (self, File), (opt, object, pos, None), (slash))
{
    FileState *s = need_flag(t, self, FILE_WRITE);
    if (s == NULL)
        return NULL_VALUE;
    int64_t size = file_state_tell(t, s);
    if (size < 0 ||
        (!value_is_none(pos) && object_to_int64(t, pos, &size) < 0) ||
        file_state_flush(t, s) < 0)
        return NULL_VALUE;
    int error = os_file_truncate(s->fd, size);
    if (error != 0)
        return raise_os_error(t, error, UNBOUND);
    return int_from_int64(t, size);
}

/* --- the rest ---------------------------------------------------------- */

NATIVE(file, fileno, 0, NULL, (self, File), (slash))
{
    FileState *s = need_open(t, self);
    return s == NULL ? NULL_VALUE : value_from_int(s->fd);
}

NATIVE(file, isatty, 0, NULL, (self, File), (slash))
{
    FileState *s = need_open(t, self);
    return s == NULL ? NULL_VALUE
                     : value_from_bool(os_file_is_terminal(s->fd));
}

static Value has_flag(Thread *t, const File *file, uint32_t flag)
{
    FileState *s = need_open(t, file);
    return s == NULL ? NULL_VALUE : value_from_bool((s->flags & flag) != 0);
}

NATIVE(file, readable, 0, NULL, (self, File), (slash))
{
    return has_flag(t, self, FILE_READ);
}

NATIVE(file, writable, 0, NULL, (self, File), (slash))
{
    return has_flag(t, self, FILE_WRITE);
}

NATIVE(file, seekable, 0, NULL, (self, File), (slash))
{
    FileState *s = need_open(t, self);
    return s == NULL ? NULL_VALUE
                     : value_from_bool(os_file_seek(s->fd, 0, SEEK_CUR) >= 0);
}

NATIVE(file, close, 0, NULL, (self, File), (slash))
{
    return file_state_close(t, state_of(self)) < 0 ? NULL_VALUE : NONE;
}

NATIVE(file, __enter__, 0, NULL, (self, File), (slash))
{
    return need_open(t, self) == NULL ? NULL_VALUE : value_from_pointer(self);
}

NATIVE(file, __exit__, 0, NULL, (self, File), (slash), (args, args))
{
    return file_close_body(t, self);
}

static Value finalize(Thread *t, Value self)
{
    File *file = value_to_record(self);
    FileState *s = state_of(file);
    if (!(s->flags & FILE_CLOSE_FD))
        return file_state_flush(t, s) < 0 ? NULL_VALUE : NONE;
    return file_close_body(t, file);
}

NATIVE(file, reconfigure, 0, NULL,
       (self, File), (star), (opt, object, encoding, None),
       (opt, object, errors, None), (opt, object, newline, None),
       (opt, object, line_buffering, None), (opt, object, write_through, None))
{
    FileState *s = state_of(self);
    if (file_state_flush(t, s) < 0)
        return NULL_VALUE;
    if (!value_is_none(encoding))
        slot_set(self, &self->encoding, encoding);
    if (!value_is_none(errors))
        slot_set(self, &self->errors, errors);
    if (value_same(line_buffering, TRUE_VALUE))
        s->flags |= FILE_LINE_BUFFERED;
    if (value_same(line_buffering, FALSE_VALUE))
        s->flags &= ~(uint32_t)FILE_LINE_BUFFERED;
    if (value_same(write_through, TRUE_VALUE))
        s->flags |= FILE_UNBUFFERED;
    return NONE;
}

static Value or_none(const Slot *s)
{
    Value v = slot_get(s);
    return value_is_unbound(v) ? NONE : v;
}

static Value get_name(Thread *t, Value self)
{
    (void)t;
    const File *file = value_to_record(self);
    return or_none(&file->name);
}

static Value get_mode(Thread *t, Value self)
{
    (void)t;
    const File *file = value_to_record(self);
    return or_none(&file->mode);
}

static Value get_encoding(Thread *t, Value self)
{
    (void)t;
    const File *file = value_to_record(self);
    return or_none(&file->encoding);
}

static Value get_errors(Thread *t, Value self)
{
    (void)t;
    const File *file = value_to_record(self);
    return or_none(&file->errors);
}

static Value get_newlines(Thread *t, Value self)
{
    (void)t, (void)self;
    return NONE;
}

static Value get_closed(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(file_is_closed(self));
}

static Value get_line_buffering(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(state_of(value_to_record(self))->flags &
                           FILE_LINE_BUFFERED);
}

static Value get_buffer(Thread *t, Value self)
{
    File *file = value_to_record(self);
    if (!is_text(file))
        return raise_attribute_error(t, self, str_intern_c(t, "buffer"));
    Value v = slot_get(&file->binary);
    if (!value_is_unbound(v))
        return v;
    Str *mode = str_format(t, "%Sb", slot_get(&file->mode));
    File *binary =
        record_new(t, type_file.root_shape->id, RECORD_SLOTS(File));
    slot_set(binary, &binary->state, slot_get(&file->state));
    slot_set(binary, &binary->name, slot_get(&file->name));
    slot_set(binary, &binary->mode, value_from_pointer(mode));
    v = value_from_pointer(binary);
    slot_set(file, &file->binary, v);
    return v;
}

static Value repr(Thread *t, Value self)
{
    const File *file = value_to_record(self);
    Value name = or_none(&file->name);
    if (!is_text(file))
        return format_message(t, "<_io.%s name=%R>",
                              state_of(file)->flags & FILE_WRITE
                                  ? "BufferedWriter" : "BufferedReader",
                              name);
    return format_message(t,
                          "<_io.TextIOWrapper name=%R mode=%R encoding=%R>",
                          name, or_none(&file->mode),
                          or_none(&file->encoding));
}

static const NativeDef *const methods[] = {
    &file_read_native,
    &file_readline_native,
    &file_readlines_native,
    &file_readinto_native,
    &file_write_native,
    &file_writelines_native,
    &file_flush_native,
    &file_close_native,
    &file_fileno_native,
    &file_isatty_native,
    &file_readable_native,
    &file_writable_native,
    &file_seekable_native,
    &file_tell_native,
    &file_seek_native,
    &file_truncate_native,
    &file_reconfigure_native,
    &file___enter___native,
    &file___exit___native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"name", get_name, NULL, NULL},
    {"mode", get_mode, NULL, NULL},
    {"encoding", get_encoding, NULL, NULL},
    {"errors", get_errors, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL},
    {"closed", get_closed, NULL, NULL},
    {"line_buffering", get_line_buffering, NULL, NULL},
    {"buffer", get_buffer, NULL, NULL},
    {0},
};

Type type_file = {
    TYPE_HEAD(RECORD),
    .c_name = "_io.TextIOWrapper",
    .kind = KIND_RECORD,
    .instance_size = sizeof(File),
    .slots = {.repr = repr, .iter = sequence_self, .next = next,
              .del = finalize},
    .methods = methods,
    .getsets = getsets,
};
