/* SPDX-License-Identifier: MIT */
/* str.format and str.format_map. */
#include "object/text/str_template.h"

#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/text/str_methods.h"
#include "object/function/param.h"

/* --- parsing --- */

/* *pos is behind the name's end `c`: conversion and specification. */
static int parse_rest(Thread *t, const Str *s, int64_t *pos, int64_t stop,
                      uint32_t c, TemplatePart *part)
{
    int depth = 1;
    if (c == '!') {
        if (*pos == stop)
            return RAISE_INT(raise_value_error(
                t, "end of string while looking for conversion specifier"));
        part->conversion = str_at(s, (*pos)++);
        if (*pos < stop) {
            c = str_at(s, (*pos)++);
            if (c == '}')
                return 1;
            if (c != ':')
                return RAISE_INT(raise_value_error(
                    t, "expected ':' after conversion specifier"));
        }
    }
    part->spec = *pos;
    while (*pos < stop) {
        c = str_at(s, (*pos)++);
        if (c == '{') {
            part->has_nested = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            part->spec_stop = *pos - 1;
            return 1;
        }
    }
    return RAISE_INT(
        raise_value_error(t, "unmatched '{' in format spec"));
}

/* *pos is behind the opening brace. */
static int parse_field(Thread *t, const Str *s, int64_t *pos, int64_t stop,
                       TemplatePart *part)
{
    bool in_brackets = false;
    uint32_t c = 0;
    part->has_field = true;
    part->name = *pos;
    while (*pos < stop) {
        c = str_at(s, (*pos)++);
        if (c == '[')
            in_brackets = true;
        else if (c == ']')
            in_brackets = false;
        else if (c == '{' && !in_brackets)
            return RAISE_INT(
                raise_value_error(t, "unexpected '{' in field name"));
        else if (!in_brackets && (c == '}' || c == ':' || c == '!'))
            break;
        c = 0;
    }
    part->name_stop = *pos - 1;
    part->spec = part->spec_stop = part->name_stop;
    if (c == 0)
        return RAISE_INT(
            raise_value_error(t, "expected '}' before end of string"));
    return c == '}' ? 1 : parse_rest(t, s, pos, stop, c, part);
}

int template_next(Thread *t, const Str *s, int64_t *pos, int64_t stop,
                  TemplatePart *part)
{
    *part = (TemplatePart){.literal = *pos, .literal_stop = *pos};
    if (*pos >= stop)
        return 0;
    while (*pos < stop) {
        uint32_t c = str_at(s, (*pos)++);
        if (c != '{' && c != '}')
            continue;
        if (*pos < stop && str_at(s, *pos) == c) {
            part->literal_stop = (*pos)++; /* one of the two */
            return 1;
        }
        if (c == '}' || *pos == stop)
            return RAISE_INT(raise_value_error(
                t, "Single '%c' encountered in format string", (int)c));
        part->literal_stop = *pos - 1;
        return parse_field(t, s, pos, stop, part);
    }
    part->literal_stop = stop;
    return 1;
}

/* s[pos:stop] as a decimal index; -1 when it is none, -2 with ValueError when
 * it is too large. */
static int64_t index_of(Thread *t, const Str *s, int64_t pos, int64_t stop)
{
    int64_t n = 0;
    if (pos == stop)
        return -1;
    for (; pos < stop; pos++) {
        uint32_t c = str_at(s, pos);
        if (c < '0' || c > '9')
            return -1;
        if (n > (INT64_MAX - (c - '0')) / 10) {
            raise_value_error(t, "Too many decimal digits in format string");
            return -2;
        }
        n = n * 10 + (c - '0');
    }
    return n;
}

/* Where the first name of the field name s[pos:stop] ends. */
static int64_t first_stop(const Str *s, int64_t pos, int64_t stop)
{
    while (pos < stop && str_at(s, pos) != '.' && str_at(s, pos) != '[')
        pos++;
    return pos;
}

int template_name_first(Thread *t, Str *s, int64_t *pos, int64_t stop,
                        Value *key)
{
    int64_t first = first_stop(s, *pos, stop);
    int64_t index = index_of(t, s, *pos, first);
    if (index == -2)
        return -1;
    *key = index >= 0 ? int_from_int64(t, index)
                      : value_from_pointer(str_slice(t, s, *pos, first));
    *pos = first;
    return 0;
}

int template_name_next(Thread *t, Str *s, int64_t *pos, int64_t stop,
                       bool *is_attribute, Value *key)
{
    int64_t start, end, index = -1;
    if (*pos >= stop)
        return 0;
    *is_attribute = str_at(s, *pos) == '.';
    if (!*is_attribute && str_at(s, *pos) != '[')
        return RAISE_INT(raise_value_error(
            t, "Only '.' or '[' may follow ']' in format field specifier"));
    start = end = *pos + 1;
    if (*is_attribute) {
        end = first_stop(s, start, stop);
        *pos = end;
    } else {
        while (end < stop && str_at(s, end) != ']')
            end++;
        if (end == stop)
            return RAISE_INT(
                raise_value_error(t, "Missing ']' in format string"));
        *pos = end + 1;
        index = index_of(t, s, start, end);
        if (index == -2)
            return -1;
    }
    if (start == end)
        return RAISE_INT(
            raise_value_error(t, "Empty attribute in format string"));
    *key = index >= 0 ? int_from_int64(t, index)
                      : value_from_pointer(str_slice(t, s, start, end));
    return value_is_null(*key) ? -1 : 1;
}

/* --- rendering --- */

enum { NUMBERING_UNKNOWN = -1, NUMBERING_MANUAL = -2, DEPTH_MAX = 2 };
enum { ROOM_FIRST = 24 }; /* beyond the template's */

typedef struct Render {
    Str *s;
    const Value *args;
    int64_t n_args;  /* -1: format_map */
    Value kwargs;    /* a dict or any mapping */
    int64_t next;    /* the next automatic number, or NUMBERING_* */
} Render;

static Value positional(Thread *t, Render *r, int64_t index, bool automatic)
{
    if (automatic) {
        if (r->next == NUMBERING_MANUAL)
            return raise_value_error(
                t, "cannot switch from manual field specification to "
                   "automatic field numbering");
        if (r->next == NUMBERING_UNKNOWN)
            r->next = 0;
        index = r->next++;
    } else {
        if (r->next >= 0)
            return raise_value_error(
                t, "cannot switch from automatic field numbering to manual "
                   "field specification");
        r->next = NUMBERING_MANUAL;
    }
    if (r->n_args < 0)
        return raise_value_error(
            t, "Format string contains positional fields");
    if (index >= r->n_args)
        return raise_error(t, EXC(IndexError),
                           "Replacement index %l out of range for positional "
                           "args tuple",
                           index);
    return r->args[index];
}

/* The object that the field name s[pos:stop] denotes. */
static Value get_field(Thread *t, Render *r, int64_t pos, int64_t stop)
{
    int64_t first = first_stop(r->s, pos, stop);
    int64_t index = index_of(t, r->s, pos, first);
    bool is_attribute;
    Value v, key;
    int more;
    if (index == -2)
        return NULL_VALUE;
    if (index >= 0 || first == pos) {
        v = positional(t, r, index, first == pos);
    } else {
        key = value_from_pointer(str_slice(t, r->s, pos, first));
        if (value_is_null(key))
            return NULL_VALUE;
        v = object_getitem(t, r->kwargs, key);
    }
    while (!value_is_null(v) &&
           (more = template_name_next(t, r->s, &first, stop, &is_attribute,
                                      &key)) != 0) {
        if (more < 0)
            return NULL_VALUE;
        v = is_attribute ? object_getattr(t, v, value_to_str(key))
                         : object_getitem(t, v, key);
    }
    return v;
}

static Value convert(Thread *t, Value v, uint32_t conversion)
{
    switch (conversion) {
    case 0: return v;
    case 'r': return object_repr(t, v);
    case 's': return object_str(t, v);
    case 'a': return object_ascii(t, v);
    default:
        if (conversion > 32 && conversion < 127)
            return raise_value_error(t, "Unknown conversion specifier %c",
                                     (int)conversion);
        /* In hexadecimal, as messages show what is not printable. */
        return raise_value_error(
            t, "Unknown conversion specifier \\x%U",
            value_to_str(int_to_text(t, value_from_int(conversion), 16,
                                     false)));
    }
}

static int render(Thread *t, Render *r, StrBuilder *b, int64_t pos,
                  int64_t stop, int depth);

static int render_field(Thread *t, Render *r, StrBuilder *b,
                        const TemplatePart *part, int depth)
{
    Value v = get_field(t, r, part->name, part->name_stop);
    Str *spec = t->rt->empty_str;
    if (value_is_null(v))
        return -1;
    v = convert(t, v, part->conversion);
    if (value_is_null(v))
        return -1;
    if (part->has_nested) {
        StrBuilder inner;
        strbuilder_init(&inner);
        if (render(t, r, &inner, part->spec, part->spec_stop, depth - 1) < 0)
            return -1;
        spec = strbuilder_finish(t, &inner);
    } else if (part->spec < part->spec_stop) {
        spec = str_slice(t, r->s, part->spec, part->spec_stop);
    }
    if (spec == NULL)
        return -1;
    if (!(spec->len == 0 && value_has_shape(v, SHAPE_STR)))
        v = object_format(t, v, spec);
    return value_is_null(v) ? -1 : strbuilder_add(t, b, value_to_str(v));
}

static int render(Thread *t, Render *r, StrBuilder *b, int64_t pos,
                  int64_t stop, int depth)
{
    TemplatePart part;
    int more;
    if (depth == 0)
        return RAISE_INT(
            raise_value_error(t, "Max string recursion exceeded"));
    while ((more = template_next(t, r->s, &pos, stop, &part)) > 0) {
        if (strbuilder_add_slice(t, b, r->s, part.literal,
                                 part.literal_stop) < 0)
            return -1;
        if (part.has_field && render_field(t, r, b, &part, depth) < 0)
            return -1;
    }
    return more;
}

static Value render_all(Thread *t, Render *r)
{
    StrBuilder b;
    strbuilder_init(&b);
    r->next = NUMBERING_UNKNOWN;
    if (strbuilder_reserve(t, &b, r->s->len + ROOM_FIRST, 1) < 0 ||
        render(t, r, &b, 0, r->s->len, DEPTH_MAX) < 0)
        return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

/* args: self, the dict of keyword arguments, positional arguments */
NATIVE_SHARED(str, format, 0,
              "The text with its {fields} replaced by the arguments.",
              (self, Str), (slash), (args, args), (kwargs, kwargs))
{
    Render r = {.s = self,
                .args = args,
                .n_args = n_args,
                .kwargs = value_from_pointer(kwargs)};
    return render_all(t, &r);
}

NATIVE_SHARED(str, format_map, 0,
              "The text with its {fields} replaced by the mapping's items.",
              (self, Str), (arg, object, mapping), (slash))
{
    Render r = {.s = self, .n_args = -1, .kwargs = mapping};
    return render_all(t, &r);
}
