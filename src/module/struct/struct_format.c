/* SPDX-License-Identifier: MIT */
/* From the text of a format to fields. */
#include "module/struct/struct_format.h"

#include "base/buf.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include <string.h>

typedef struct Code {
    char code;
    uint8_t kind;     /* StructKind */
    uint8_t native;   /* size, and alignment */
    uint8_t standard; /* size; 0: there is none */
} Code;

static const Code codes[] = {
    {'b', STRUCT_SIGNED, 1, 1},
    {'B', STRUCT_UNSIGNED, 1, 1},
    {'h', STRUCT_SIGNED, sizeof(short), 2},
    {'H', STRUCT_UNSIGNED, sizeof(short), 2},
    {'i', STRUCT_SIGNED, sizeof(int), 4},
    {'I', STRUCT_UNSIGNED, sizeof(int), 4},
    {'l', STRUCT_SIGNED, sizeof(long), 4},
    {'L', STRUCT_UNSIGNED, sizeof(long), 4},
    {'q', STRUCT_SIGNED, sizeof(long long), 8},
    {'Q', STRUCT_UNSIGNED, sizeof(long long), 8},
    {'n', STRUCT_SIGNED, sizeof(size_t), 0},
    {'N', STRUCT_UNSIGNED, sizeof(size_t), 0},
    {'P', STRUCT_POINTER, sizeof(void *), 0},
    {'e', STRUCT_FLOAT, 2, 2},
    {'f', STRUCT_FLOAT, sizeof(float), 4},
    {'d', STRUCT_FLOAT, sizeof(double), 8},
    {'?', STRUCT_BOOL, 1, 1},
    {'c', STRUCT_CHAR, 1, 1},
    {'s', STRUCT_BYTES, 1, 1},
    {'p', STRUCT_PASCAL, 1, 1},
};

static const Code *find_code(char c, bool native)
{
    for (size_t i = 0; i < ARRAY_LEN(codes); i++)
        if (codes[i].code == c)
            return native || codes[i].standard > 0 ? &codes[i] : NULL;
    return NULL;
}

typedef struct Layout {
    Buf fields; /* of StructField */
    int64_t size, n;
    bool native, swap;
} Layout;

static const char too_long[] = "total struct size too long";

/* A repeat count, 1 where there is none; NULL, or what is wrong. */
static const char *read_count(const char **at, int64_t *count)
{
    *count = 1;
    if (**at < '0' || **at > '9')
        return NULL;
    for (*count = 0; **at >= '0' && **at <= '9'; ++*at)
        if (__builtin_mul_overflow(*count, 10, count) ||
            __builtin_add_overflow(*count, **at - '0', count))
            return too_long;
    return **at == '\0' ? "repeat count given without format specifier" : NULL;
}

/* Adds what one code and its count stand for; NULL, or what is wrong. */
static const char *add_field(Layout *l, char code, int64_t count)
{
    const Code *c = find_code(code, l->native);
    StructField f = {
        .code = code, .native = l->native, .swap = l->swap, .count = count};
    int64_t bytes;
    if (code == 'x')
        return __builtin_add_overflow(l->size, count, &l->size) ? too_long
                                                                : NULL;
    if (c == NULL)
        return "bad char in struct format";
    f.kind = c->kind;
    f.size = l->native ? c->native : c->standard;
    if (l->native &&
        __builtin_add_overflow(l->size, -l->size & (f.size - 1), &l->size))
        return too_long;
    if (f.kind == STRUCT_BYTES || f.kind == STRUCT_PASCAL) {
        f.size = count;
        f.count = 1;
    }
    f.offset = l->size;
    if (__builtin_mul_overflow(f.size, f.count, &bytes) ||
        __builtin_add_overflow(l->size, bytes, &l->size) ||
        __builtin_add_overflow(l->n, f.count, &l->n))
        return too_long;
    if (f.count > 0)
        buf_append(&l->fields, &f, sizeof f);
    return NULL;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* NULL, or what is wrong. */
static const char *lay_out(Layout *l, const char *at)
{
    l->native = *at != '<' && *at != '>' && *at != '!' && *at != '=';
    if (*at == '<')
        l->swap = HOST_IS_BIG_ENDIAN;
    else if (*at == '>' || *at == '!')
        l->swap = !HOST_IS_BIG_ENDIAN;
    if (!l->native || *at == '@')
        at++;
    while (*at != '\0') {
        int64_t count;
        if (is_space(*at)) {
            at++;
            continue;
        }
        const char *wrong = read_count(&at, &count);
        if (wrong == NULL)
            wrong = add_field(l, *at, count);
        if (wrong != NULL)
            return wrong;
        at++;
    }
    return NULL;
}

/* The format as ASCII bytes; NULL with an exception. */
static Bytes *text_of(Thread *t, Value *format)
{
    Value v = *format;
    if (value_is_str(v)) {
        v = str_encode(t, value_to_str(v), "ascii", NULL);
        if (value_is_null(v))
            return NULL;
    } else if (!value_is_bytes(v)) {
        raise_type_error(t,
                         "Struct() argument 1 must be a str or bytes object, "
                         "not %T",
                         v);
        return NULL;
    }
    Bytes *b = value_to_bytes(v);
    if (memchr(b->data, '\0', (size_t)b->len) != NULL) {
        struct_error(t, "embedded null character");
        return NULL;
    }
    *format = value_from_pointer(str_from_latin1(t, b->data, b->len));
    return b;
}

int struct_format_set(Thread *t, Struct *s, Value format)
{
    Layout l = {.fields = BUF_INIT};
    Bytes *text = text_of(t, &format);
    if (text == NULL)
        return -1;
    const char *wrong = lay_out(&l, (const char *)text->data);
    KEEP(text);
    Bytes *fields = NULL;
    if (wrong != NULL)
        struct_error(t, "%s", wrong);
    else if (l.fields.failed)
        raise_no_memory(t);
    else
        fields = bytes_new(t, (const uint8_t *)l.fields.bytes,
                           (int64_t)l.fields.len);
    if (fields != NULL) {
        s->size = l.size;
        s->n = l.n;
        s->n_fields = (int64_t)(l.fields.len / sizeof(StructField));
        slot_set(s, &s->fields, value_from_pointer(fields));
        slot_set(s, &s->format, format);
    }
    buf_free(&l.fields);
    return fields == NULL ? -1 : 0;
}

Value struct_error(Thread *t, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    Value text = format_message_v(t, format, ap);
    va_end(ap);
    const StructState *state = module_state(t, &struct_module);
    return value_is_null(text)
               ? text
               : raise_with_value(t, value_to_pointer(slot_get(&state->error)),
                                  text);
}
