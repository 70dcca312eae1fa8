/* SPDX-License-Identifier: MIT */
/* Numbers, escapes in strings and the joining of adjacent strings. */
#include "syntax/literal.h"

#include "base/number.h"
#include "base/unicode/unicode_name.h"
#include "base/utf8.h"
#include "syntax/fstring.h"
#include "syntax/parser_fail.h"
#include <stdio.h>
#include <string.h>

/* --- numbers --- */

/* The token without underscores. */
static char *copy_digits(Arena *a, const Token *token, size_t *len)
{
    char *text = arena_dup(a, token->start, token->len);
    size_t n = 0;
    if (text != NULL) {
        for (size_t i = 0; i < token->len; i++) {
            if (text[i] != '_')
                text[n++] = text[i];
        }
        text[n] = '\0';
    }
    *len = n;
    return text;
}

bool literal_read_number(Arena *a, const Token *token, AstConst *out)
{
    size_t len;
    char *text = copy_digits(a, token, &len);
    if (text == NULL)
        return false;
    char letter = len > 1 && text[0] == '0' ? (char)(text[1] | 0x20) : '0';
    if (letter == 'x' || letter == 'o' || letter == 'b') {
        out->kind = AST_CONST_INT;
        out->base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
        out->text = text + 2;
        out->len = len - 2;
        return true;
    }
    bool is_imaginary = (text[len - 1] | 0x20) == 'j';
    if (!is_imaginary && strpbrk(text, ".eE") == NULL) {
        while (len > 1 && text[0] == '0') {
            text++; /* "00" is one way to write 0 */
            len--;
        }
        *out = (AstConst){.kind = AST_CONST_INT, .base = 10, .len = len,
                          .text = text};
        return true;
    }
    out->kind = is_imaginary ? AST_CONST_IMAG : AST_CONST_FLOAT;
    return number_parse_double(text, len - is_imaginary, &out->number);
}

/* --- escapes --- */

void literal_warn(Parser *p, const Token *token, const char *where,
                  const char *what, int len)
{
    SyntaxWarning **place = p->warnings;
    for (; *place != NULL && (*place)->lineno <= token->lineno;
         place = &(*place)->next) {
        if ((*place)->where == where) {
            return; /* parsed before, in vain */
        }
    }
    SyntaxWarning *w = ARENA_NEW(p->arena, SyntaxWarning);
    char *message = arena_printf(
        p->arena, "invalid %sescape sequence '\\%.*s'", what, len, where);
    if (w == NULL || message == NULL) {
        parser_fail_memory(p);
        return;
    }
    w->message = message;
    w->lineno = token->lineno;
    w->where = where;
    w->next = *place;
    *place = w;
}

typedef struct Decoder {
    Parser *p;
    Buf *out;
    const char *start;
    const char *s;
    const char *end;
    const Token *token;
    bool warned;
} Decoder;

/* Only the first bad escape of a literal is worth a warning. */
static void warn_escape(Decoder *d, const char *what, int len)
{
    if (!d->warned) {
        d->warned = true;
        literal_warn(d->p, d->token, d->s, what, len);
    }
}

/*
 * CPython writes other than ASCII characters as \UXXXXXXXX before it undoes
 * escapes, so each counts ten in the positions that its errors tell.
 */
static size_t error_position(const char *from, const char *to)
{
    size_t n = 0;
    for (; from < to; from++) {
        n += (unsigned char)*from < 0x80         ? 1
             : !utf8_is_continuation(*from) ? 10
                                                 : 0;
    }
    return n;
}

static bool fail_unicode(Decoder *d, const char *escape, const char *stop,
                         const char *why)
{
    parser_fail_here(d->p,
                     "(unicode error) 'unicodeescape' codec can't decode "
                     "bytes in position %zu-%zu: %s",
                     error_position(d->start, escape),
                     error_position(d->start, stop) - 1, why);
    return false;
}

/* At the digits of \x, \u or \U. */
static bool decode_hex(Decoder *d, const char *escape, int digits)
{
    uint32_t c = 0;
    for (int i = 0; i < digits; i++) {
        unsigned digit =
            d->s < d->end ? number_digit_value(*d->s) : NUMBER_NOT_DIGIT;
        if (digit >= 16) {
            char why[40];
            snprintf(why, sizeof why, "truncated \\%c%.*s escape", escape[1],
                     digits, "XXXXXXXX");
            return fail_unicode(d, escape, d->s, why);
        }
        c = c << 4 | digit;
        d->s++;
    }
    if (c > UTF8_MAX_CODE_POINT)
        return fail_unicode(d, escape, d->s, "illegal Unicode character");
    buf_append_code_point(d->out, c);
    return true;
}

/* At the {name} of \N. */
static bool decode_name(Decoder *d, const char *escape)
{
    const char *close = NULL;
    if (d->s < d->end && *d->s == '{')
        close = memchr(d->s, '}', (size_t)(d->end - d->s));
    if (close == NULL || close == d->s + 1) {
        const char *stop = d->s;
        if (stop < d->end && *stop == '{')
            stop = close != NULL ? close : d->end;
        return fail_unicode(d, escape, stop, "malformed \\N character escape");
    }
    uint32_t c;
    if (!unicode_name_character(d->s + 1, (size_t)(close - d->s - 1), &c)) {
        return fail_unicode(d, escape, close + 1,
                            "unknown Unicode character name");
    }
    buf_append_code_point(d->out, c);
    d->s = close + 1;
    return true;
}

/* At the first of up to three octal digits. */
static unsigned decode_octal(Decoder *d)
{
    const char *first = d->s;
    unsigned c = 0;
    for (int i = 0; i < 3 && d->s < d->end && *d->s >= '0' && *d->s <= '7';
         i++) {
        c = c * 8 + (unsigned)(*d->s++ - '0');
    }
    if (c > 0377) {
        d->s = first;
        warn_escape(d, "octal ", 3);
        d->s = first + 3;
    }
    return c;
}

/* The character that \letter is, 0 if it is none of the simple ones. */
static char simple_escape(char letter)
{
    switch (letter) {
    case '\\': return '\\';
    case '\'': return '\'';
    case '"': return '"';
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return 0;
    }
}

/* What str and bytes have in common; the letter is at d->s. */
static bool decode_simple(Decoder *d)
{
    char simple = simple_escape(*d->s);
    if (*d->s == '\n') {
        d->s++; /* the line goes on */
        return true;
    }
    if (simple == 0)
        return false;
    buf_append_char(d->out, simple);
    d->s++;
    return true;
}

static bool decode_str_escape(Decoder *d)
{
    const char *escape = d->s++;
    /* Before a { of an f-string, or a character that no escape has. */
    if (d->s >= d->end || (unsigned char)*d->s >= 0x80) {
        buf_append_char(d->out, '\\');
        return true;
    }
    if (decode_simple(d))
        return true;
    char letter = *d->s;
    if (letter >= '0' && letter <= '7') {
        buf_append_code_point(d->out, decode_octal(d));
        return true;
    }
    switch (letter) {
    case 'x': d->s++; return decode_hex(d, escape, 2);
    case 'u': d->s++; return decode_hex(d, escape, 4);
    case 'U': d->s++; return decode_hex(d, escape, 8);
    case 'N': d->s++; return decode_name(d, escape);
    default:
        warn_escape(d, "", 1);
        buf_append_char(d->out, '\\');
        return true;
    }
}

bool literal_decode(Parser *p, Buf *out, const char *s, size_t len,
                    const Token *token)
{
    Decoder d = {p, out, s, s, s + len, token, false};
    while (d.s < d.end) {
        const char *next = memchr(d.s, '\\', (size_t)(d.end - d.s));
        next = next != NULL ? next : d.end;
        buf_append(out, d.s, (size_t)(next - d.s));
        d.s = next;
        if (d.s < d.end && !decode_str_escape(&d))
            return false;
    }
    return !p->failed;
}

static bool decode_bytes_escape(Decoder *d)
{
    size_t position = (size_t)(d->s - d->start);
    d->s++;
    if (d->s < d->end && decode_simple(d))
        return true;
    char letter = d->s < d->end ? *d->s : '\0';
    if (letter >= '0' && letter <= '7') {
        buf_append_char(d->out, (char)decode_octal(d));
        return true;
    }
    if (letter != 'x') {
        warn_escape(d, "", 1);
        buf_append_char(d->out, '\\');
        return true;
    }
    unsigned high = d->end - d->s > 2 ? number_digit_value(d->s[1]) : 99;
    unsigned low = d->end - d->s > 2 ? number_digit_value(d->s[2]) : 99;
    if (high >= 16 || low >= 16) {
        parser_fail_here(d->p,
                         "(value error) invalid \\x escape at position %zu",
                         position);
        return false;
    }
    buf_append_char(d->out, (char)(high << 4 | low));
    d->s += 3;
    return true;
}

static bool decode_bytes(Parser *p, Buf *out, const char *s, size_t len,
                         const Token *token)
{
    Decoder d = {p, out, s, s, s + len, token, false};
    while (d.s < d.end) {
        if (*d.s != '\\')
            buf_append_char(out, *d.s++);
        else if (!decode_bytes_escape(&d))
            return false;
    }
    return !p->failed;
}

/* --- one string --- */

typedef struct Piece {
    const Token *token;
    const char *s; /* between the quotes */
    size_t len;
    bool is_bytes;
    bool is_raw;
    bool is_formatted;
} Piece;

static Piece read_prefix(const Token *token)
{
    Piece piece = {.token = token, .s = token->start};
    for (; *piece.s != '\'' && *piece.s != '"'; piece.s++) {
        char c = (char)(*piece.s | 0x20);
        piece.is_bytes |= c == 'b';
        piece.is_raw |= c == 'r';
        piece.is_formatted |= c == 'f';
    }
    const char *end = token->start + token->len;
    size_t quotes = 1;
    if (end - piece.s >= 6 && piece.s[1] == piece.s[0] &&
        piece.s[2] == piece.s[0]) {
        quotes = 3;
    }
    piece.s += quotes;
    piece.len = (size_t)(end - piece.s) - quotes;
    return piece;
}

static bool append_bytes(Parser *p, Buf *out, const Piece *piece)
{
    for (size_t i = 0; i < piece->len; i++) {
        if ((unsigned char)piece->s[i] >= 0x80) {
            parser_fail_here(
                p, "bytes can only contain ASCII literal characters");
            return false;
        }
    }
    if (piece->is_raw) {
        buf_append(out, piece->s, piece->len);
        return true;
    }
    return decode_bytes(p, out, piece->s, piece->len, piece->token);
}

static bool append_piece(Parser *p, FString *f, const Piece *piece)
{
    if (piece->is_bytes)
        return append_bytes(p, &f->text, piece);
    if (piece->is_formatted) {
        return fstring_parse(f, piece->s, piece->len, piece->token,
                             piece->is_raw);
    }
    if (piece->is_raw) {
        buf_append(&f->text, piece->s, piece->len);
        return true;
    }
    return literal_decode(p, &f->text, piece->s, piece->len, piece->token);
}

static Ast *join(Parser *p, FString *f, const Token *start, bool is_bytes,
                 bool is_formatted)
{
    if (is_formatted)
        return fstring_finish(f);
    Ast *node = parser_node(p, AST_Constant, start);
    AstConst *value = &node->u.Constant.value;
    value->kind = is_bytes ? AST_CONST_BYTES : AST_CONST_STR;
    value->len = f->text.len;
    value->text = arena_dup(p->arena, f->text.bytes, f->text.len);
    node->u.Constant.kind = *start->start == 'u' ? "u" : NULL;
    return value->text != NULL && !f->text.failed ? node
                                                  : parser_fail_memory(p);
}

Ast *literal_parse_strings(Parser *p)
{
    const Token *start = parser_peek(p);
    while (parser_at(p, TOKEN_STRING))
        parser_advance(p);
    FString f;
    fstring_begin(&f, p, start, parser_last(p));
    bool is_bytes = read_prefix(start).is_bytes;
    bool is_formatted = false;
    Ast *node = NULL;
    for (const Token *t = start; t <= parser_last(p); t++) {
        Piece piece = read_prefix(t);
        is_formatted |= piece.is_formatted;
        if (piece.is_bytes != is_bytes) {
            parser_fail_here(p, "cannot mix bytes and nonbytes literals");
            goto done;
        }
        if (!append_piece(p, &f, &piece))
            goto done;
    }
    node = join(p, &f, start, is_bytes, is_formatted);
done:
    fstring_free(&f);
    return p->failed ? NULL : node;
}
