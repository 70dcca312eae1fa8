/* SPDX-License-Identifier: MIT */
/*
 * Declarations of natives: whether they make sense, their defaults, and how
 * they read as Python.
 */
#include "object/function/native_def.h"

#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* --- defaults ---------------------------------------------------------- */

typedef enum DefaultKind {
    DEFAULT_BAD,
    DEFAULT_ABSENT,
    DEFAULT_NONE,
    DEFAULT_TRUE,
    DEFAULT_FALSE,
    DEFAULT_EMPTY_TUPLE,
    DEFAULT_NEWLINE,
    DEFAULT_TEXT,
    DEFAULT_BYTES,
    DEFAULT_INT,
    DEFAULT_FLOAT,
} DefaultKind;

static bool is_quoted(const char *s, size_t n)
{
    return n >= 2 && (s[0] == '\'' || s[0] == '"') && s[n - 1] == s[0] &&
           memchr(s + 1, s[0], n - 2) == NULL && memchr(s, '\\', n) == NULL;
}

static DefaultKind default_kind(const char *s)
{
    static const struct {
        const char *text;
        DefaultKind kind;
    } words[] = {
        {"", DEFAULT_ABSENT},        {"None", DEFAULT_NONE},
        {"True", DEFAULT_TRUE},      {"False", DEFAULT_FALSE},
        {"()", DEFAULT_EMPTY_TUPLE}, {"<unrepresentable>", DEFAULT_ABSENT},
        {"'\\n'", DEFAULT_NEWLINE}, /* the one escape that there is */
    };
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        if (strcmp(s, words[i].text) == 0)
            return words[i].kind;
    size_t n = strlen(s);
    if (is_quoted(s, n))
        return DEFAULT_TEXT;
    if (s[0] == 'b' && is_quoted(s + 1, n - 1))
        return DEFAULT_BYTES;
    char *end;
    (void)strtoll(s, &end, 0);
    if (*end == 0)
        return DEFAULT_INT;
    if (strspn(s, "-0123456789.e") != n)
        return DEFAULT_BAD;
    (void)strtod(s, &end);
    return *end == 0 ? DEFAULT_FLOAT : DEFAULT_BAD;
}

Value native_default_value(Thread *t, const char *text)
{
    size_t n = strlen(text);
    switch (default_kind(text)) {
    case DEFAULT_ABSENT: return UNBOUND;
    case DEFAULT_NONE: return NONE;
    case DEFAULT_TRUE: return TRUE_VALUE;
    case DEFAULT_FALSE: return FALSE_VALUE;
    case DEFAULT_EMPTY_TUPLE: return value_from_pointer(t->rt->empty_tuple);
    case DEFAULT_NEWLINE: return value_from_pointer(t->rt->latin1['\n']);
    case DEFAULT_TEXT:
        return value_from_pointer(
            str_intern(t, str_from_utf8(t, text + 1, n - 2)));
    case DEFAULT_BYTES:
        return value_from_pointer(bytes_new(t, (const uint8_t *)text + 2, (int64_t)n - 3));
    case DEFAULT_INT: return int_from_int64(t, strtoll(text, NULL, 0));
    case DEFAULT_FLOAT: return float_from_double(t, strtod(text, NULL));
    case DEFAULT_BAD: break;
    }
    return NULL_VALUE;
}

/* --- checking ---------------------------------------------------------- */

static bool is_identifier(const char *s)
{
    if (*s >= '0' && *s <= '9')
        return false;
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz"
                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    return n > 0 && s[n] == 0;
}

static bool is_named_twice(const NativeDef *def, const NativeParam *p)
{
    for (const NativeParam *q = def->params; q < p; q++)
        if (strcmp(q->name, p->name) == 0)
            return true;
    return false;
}

/* What has come so far of a declaration. */
typedef struct Seen {
    int fixed;
    bool optional, slash, star, kwargs;
} Seen;

static const char *check_arg(const NativeParam *p, Seen *seen)
{
    if (++seen->fixed > NATIVE_FIXED_MAX)
        return "too many parameters";
    if (seen->kwargs)
        return "a parameter behind **";
    if (p->conversion == NULL)
        return "a parameter without a conversion";
    if (p->fallback == NULL && seen->optional && !seen->star)
        return "a required parameter behind an optional one";
    if (p->fallback != NULL && default_kind(p->fallback) == DEFAULT_BAD)
        return "a default that is no literal";
    seen->optional |= p->fallback != NULL;
    return NULL;
}

static const char *check_param(const NativeDef *def, const NativeParam *p,
                               Seen *seen)
{
    switch ((ParamRole)p->role) {
    case PARAM_SELF:
        seen->fixed++;
        return p == def->params ? NULL : "self is not the first parameter";
    case PARAM_ARG: return check_arg(p, seen);
    case PARAM_SLASH:
        if (seen->slash || seen->star || seen->fixed == 0)
            return "/ where it cannot be";
        seen->slash = true;
        return NULL;
    case PARAM_STAR:
    case PARAM_ARGS:
        if (seen->star || seen->kwargs)
            return "a second *";
        seen->star = true;
        return NULL;
    case PARAM_KWARGS:
        if (seen->kwargs)
            return "a second **";
        seen->kwargs = true;
        return NULL;
    case PARAM_HIDDEN:
    case PARAM_END: return NULL;
    }
    return "no such role";
}

/* What traces are promised. */
static const char *check_leaf(const NativeDef *def)
{
    if (!(def->flags & NATIVE_LEAF))
        return NULL;
    if (def->flags & NATIVE_FRAMES)
        return "a leaf that looks at frames";
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++) {
        if (p->role == PARAM_ARGS || p->role == PARAM_KWARGS)
            return "a leaf with a star";
        if ((p->role == PARAM_SELF || p->role == PARAM_ARG) &&
            p->leaf == LEAF_NEVER)
            return "a leaf with a conversion that always may run Python";
        if (p->role == PARAM_HIDDEN && (def->flags & NATIVE_PURE) == NATIVE_PURE)
            return "a pure function with a state";
    }
    return NULL;
}

const char *native_def_check(const NativeDef *def)
{
    Seen seen = {0};
    if (def->name == NULL || !is_identifier(def->name))
        return "the name is no identifier";
    if (def->call == NULL || def->params == NULL)
        return "no function or no parameters";
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++) {
        const char *wrong = check_param(def, p, &seen);
        if (wrong != NULL)
            return wrong;
        if (p->role == PARAM_SLASH || p->role == PARAM_STAR)
            continue;
        if (!is_identifier(p->name))
            return "a parameter's name is no identifier";
        if (is_named_twice(def, p))
            return "two parameters with one name";
    }
    bool has_self = def->params[0].role == PARAM_SELF;
    if ((def->flags & NATIVE_CLASS) != 0 && !has_self)
        return "a class method without (cls)";
    if ((def->flags & NATIVE_STATIC) != 0 && has_self)
        return "a static method with self";
    return check_leaf(def);
}

/* --- as Python reads it ------------------------------------------------ */

/* What is bound, and hidden from callers; "" for static methods. */
static const char *first_name(const NativeDef *def)
{
    if (def->flags & NATIVE_STATIC)
        return "";
    if (def->params[0].role != PARAM_SELF)
        return "$module";
    return strcmp(def->params[0].name, "cls") == 0 ? "$type" : "$self";
}

static bool has_slash(const NativeDef *def)
{
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++)
        if (p->role == PARAM_SLASH)
            return true;
    return false;
}

static void put(Buf *b, const char *text)
{
    if (b->len > 1)
        buf_append_str(b, ", ");
    buf_append_str(b, text);
}

static void put_param(Buf *b, const NativeParam *p)
{
    put(b, p->role == PARAM_ARGS ? "*" : p->role == PARAM_KWARGS ? "**" : "");
    buf_append_str(b, p->name);
    if (p->fallback != NULL) {
        buf_append_str(b, "=");
        buf_append_str(b, p->fallback);
    }
}

static bool can_be_shown(const NativeDef *def)
{
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++)
        if (p->fallback != NULL && p->fallback[0] == 0)
            return false;
    return true;
}

static Str *text_signature(Thread *t, const NativeDef *def, const char *first)
{
    if (def->flags & NATIVE_UNSIGNED || !can_be_shown(def))
        return NULL;
    Buf b = BUF_INIT;
    buf_append_str(&b, "(");
    buf_append_str(&b, first);
    if (*first != 0 && !has_slash(def))
        put(&b, "/");
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++)
        if (p->role != PARAM_SELF && p->role != PARAM_HIDDEN)
            put_param(&b, p);
    buf_append_str(&b, ")");
    Str *s = str_from_utf8(t, b.bytes, b.len);
    buf_free(&b);
    return s;
}

Str *native_text_signature(Thread *t, const NativeDef *def)
{
    return text_signature(t, def, first_name(def));
}

Str *native_call_signature(Thread *t, const NativeDef *def)
{
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++)
        if (p->role == PARAM_ARGS)
            return NULL;
    return text_signature(t, def, "");
}
