/* SPDX-License-Identifier: MIT */
/*
 * Finds the encoding as PEP 263 says, converts to UTF-8 by iconv and makes all
 * line ends "\n".
 */
#include "syntax/source.h"

#include "base/buf.h"
#include "base/utf8.h"
#include <errno.h>
#include <iconv.h>
#include <string.h>

enum { ENCODING_NAME_SIZE = 64 };

static const char *fail(Arena *a, SyntaxError *err, const char *message)
{
    *err = (SyntaxError){.kind = SYNTAX_ERROR, .message = message,
                         .offset = -1};
    if (message == NULL || a->failed)
        *err = (SyntaxError){.kind = SYNTAX_NO_MEMORY};
    return NULL;
}

static bool is_encoding_char(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           c == '-' || c == '_' || c == '.';
}

/* Lower case, - for _; what Python takes for utf-8 and latin-1 made one. */
static void normalize_name(char *name)
{
    static const char *const latin_1[] = {"latin-1", "iso-8859-1",
                                          "iso-latin-1"};
    char lower[16] = {0};
    for (size_t i = 0; i < sizeof lower - 4 && name[i] != '\0'; i++) {
        char c = name[i];
        lower[i] = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    if (strcmp(lower, "utf-8") == 0 || strncmp(lower, "utf-8-", 6) == 0) {
        strcpy(name, "utf-8");
        return;
    }
    for (size_t i = 0; i < ARRAY_LEN(latin_1); i++) {
        size_t len = strlen(latin_1[i]);
        if (strncmp(lower, latin_1[i], len) == 0 &&
            (lower[len] == '\0' || lower[len] == '-')) {
            strcpy(name, "iso-8859-1");
            return;
        }
    }
}

/* Looks in a comment for "coding[:=] name". */
static bool find_cookie(const char *s, const char *end, char *name)
{
    for (; end - s > 7; s++) {
        if (memcmp(s, "coding", 6) != 0 || (s[6] != ':' && s[6] != '='))
            continue;
        const char *p = s + 7;
        while (p < end && (*p == ' ' || *p == '\t'))
            p++;
        size_t n = 0;
        while (p < end && is_encoding_char(*p) && n < ENCODING_NAME_SIZE - 1)
            name[n++] = *p++;
        name[n] = '\0';
        if (n > 0) {
            normalize_name(name);
            return true;
        }
    }
    return false;
}

/* The declared encoding: in a comment alone on one of the first two lines. */
static bool find_encoding(const char *s, const char *end, char *name)
{
    for (int line = 0; line < 2 && s < end; line++) {
        const char *stop = s;
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        const char *p = s;
        while (p < stop && (*p == ' ' || *p == '\t' || *p == '\f'))
            p++;
        if (p < stop && *p != '#')
            return false;
        if (p < stop && find_cookie(p, stop, name))
            return true;
        if (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n')
            stop++;
        s = stop + 1;
    }
    return false;
}

static const char *describe_bad_byte(Arena *a, const char *encoding,
                                     const char *start, const char *bad)
{
    bool is_ascii = strcmp(encoding, "ascii") == 0;
    return arena_printf(
        a, "'%s' codec can't decode byte 0x%02x in position %zu: %s",
        is_ascii ? encoding : "charmap", (unsigned char)*bad,
        (size_t)(bad - start),
        is_ascii ? "ordinal not in range(128)"
                 : "character maps to <undefined>");
}

static const char *convert(Arena *a, const SyntaxSource *source,
                           const char *encoding, const char *s, size_t *len,
                           SyntaxError *err)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1) {
        /* Python's names have underscores where iconv's have hyphens. */
        char name[ENCODING_NAME_SIZE];
        for (size_t i = 0; i < sizeof name; i++)
            name[i] = encoding[i] == '_' ? '-' : encoding[i];
        converter = iconv_open("UTF-8", name);
    }
    if (converter == (iconv_t)-1) {
        return fail(a, err, arena_printf(a, source->is_script
                                             ? "encoding problem: %s"
                                             : "unknown encoding: %s",
                                         encoding));
    }
    Buf out = BUF_INIT;
    const char *result = NULL;
    char *in = (char *)s;
    size_t left = *len;
    while (left > 0) {
        if (!buf_reserve(&out, left + 64))
            break;
        char *to = out.bytes + out.len;
        size_t room = out.capacity - out.len - 1;
        size_t status = iconv(converter, &in, &left, &to, &room);
        out.len = (size_t)(to - out.bytes);
        if (status == (size_t)-1 && errno != E2BIG) {
            fail(a, err, describe_bad_byte(a, encoding, s, in));
            goto done;
        }
    }
    result = out.failed ? NULL : arena_dup(a, out.bytes, out.len);
    *len = out.len;
    if (result == NULL)
        fail(a, err, NULL);
done:
    (void)iconv_close(converter);
    buf_free(&out);
    return result;
}

/* Why the decoder stops at a byte, as Python says it. */
static const char *describe_utf8(const char *bad, const char *end)
{
    unsigned char first = (unsigned char)*bad;
    if (first < 0xc2 || first > 0xf4)
        return "invalid start byte";
    size_t expected = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    size_t good = utf8_error_len(bad, end);
    return good == (size_t)(end - bad) && good < expected
               ? "unexpected end of data"
               : "invalid continuation byte";
}

/*
 * The message about a byte that is not UTF-8.  Other than of scripts, CPython
 * decodes string literals one by one, so it counts from the quote.
 */
static const char *describe_not_utf8(Arena *a, const SyntaxSource *source,
                                     const char *s, size_t len, size_t bad,
                                     int lineno)
{
    unsigned char byte = (unsigned char)s[bad];
    if (source->is_script) {
        return arena_printf(a,
                            "Non-UTF-8 code starting with '\\x%02x' in file %s "
                            "on line %d, but no encoding declared; see "
                            "https://peps.python.org/pep-0263/ for details",
                            byte, source->filename, lineno);
    }
    size_t start = bad, end = bad;
    while (start > 0 && s[start - 1] != '"' && s[start - 1] != '\'')
        start--;
    while (end < len && (start == 0 || s[end] != s[start - 1]))
        end++;
    return arena_printf(a,
                        "(unicode error) 'utf-8' codec can't decode byte "
                        "0x%02x in position %zu: %s",
                        byte, bad - start, describe_utf8(s + bad, s + end));
}

static const char *check_utf8(Arena *a, const SyntaxSource *source,
                              const char *s, size_t len, SyntaxError *err)
{
    size_t bad = utf8_validate(s, len);
    if (bad == len)
        return s;
    int lineno = 1;
    const char *line = s;
    for (const char *p = s; p < s + bad; p++) {
        if (*p == '\n') {
            lineno++;
            line = p + 1;
        }
    }
    fail(a, err, describe_not_utf8(a, source, s, len, bad, lineno));
    if (source->is_script) {
        return NULL; /* the message has the place */
    }
    err->lineno = err->end_lineno = lineno;
    err->offset = err->end_offset =
        (int)utf8_count(line, (size_t)(s + bad - line)) + 1;
    return NULL;
}

/* Text of bytes, as their byte order mark or cookie says. */
static const char *decode_bytes(Arena *a, const SyntaxSource *source,
                                size_t *len, SyntaxError *err)
{
    const char *s = source->bytes;
    bool has_mark = *len >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0;
    if (has_mark) {
        s += 3;
        *len -= 3;
    }
    char encoding[ENCODING_NAME_SIZE] = "utf-8";
    find_encoding(s, s + *len, encoding);
    if (strcmp(encoding, "utf-8") == 0)
        return check_utf8(a, source, s, *len, err);
    if (has_mark) {
        return fail(a, err, arena_printf(a, "encoding problem: %s with BOM",
                                         encoding));
    }
    return convert(a, source, encoding, s, len, err);
}

const char *source_decode(Arena *a, const SyntaxSource *source, size_t *len,
                          SyntaxError *err)
{
    *len = source->len;
    if (*len > INT32_MAX / 2)
        return fail(a, err, NULL);
    if (*len > 0 && memchr(source->bytes, '\0', *len) != NULL) {
        fail(a, err, "source code string cannot contain null bytes");
        err->kind = SYNTAX_VALUE_ERROR;
        return NULL;
    }
    const char *s = source->bytes;
    if (!source->is_text && (s = decode_bytes(a, source, len, err)) == NULL) {
        if (source->is_script && err->lineno == 0)
            err->offset = 0; /* the message has the place */
        return NULL;
    }
    char *text = arena_alloc(a, *len + 1 + SOURCE_PADDING);
    if (text == NULL)
        return fail(a, err, NULL);
    size_t n = 0;
    for (size_t i = 0; i < *len; i++) {
        char c = s[i];
        if (c == '\r') {
            c = '\n';
            i += i + 1 < *len && s[i + 1] == '\n';
        }
        text[n++] = c;
    }
    if (source->mode == SYNTAX_EXEC && n > 0 && text[n - 1] != '\n')
        text[n++] = '\n';
    *len = n;
    return text;
}
