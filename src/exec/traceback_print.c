/* SPDX-License-Identifier: MIT */
/*
 * Uncaught exceptions as text.  All is put together first and written at once,
 * so that nothing raised on the way leaves half a traceback behind.
 */
#include "exec/traceback_print.h"

#include <stdio.h>
#include "exec/frame_object.h"
#include "exec/traceback_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/error/traceback.h"
#include "object/number/int.h"

enum { REPEATS_SHOWN = 3, LEVELS_MAX = 1000, GROUP_WIDTH = 15,
       GROUP_DEPTH = 10 };

typedef struct Printer {
    Thread *t;
    StrBuilder out;
    List *seen;      /* exceptions printed already */
    int group_depth; /* 0: outside of exception groups */
    bool need_close; /* a group's closing line is still to come */
} Printer;

/* --- output ------------------------------------------------------------ */

static void put(Printer *p, const char *ascii)
{
    strbuilder_add_c(p->t, &p->out, ascii);
}

static void put_str(Printer *p, const Str *s)
{
    strbuilder_add(p->t, &p->out, s);
}

static void indent(Printer *p)
{
    for (int i = 0; i < p->group_depth; i++)
        put(p, "  ");
}

static void margin(Printer *p)
{
    indent(p);
    if (p->group_depth > 0)
        put(p, "| ");
}

#define PUT_FORMAT(p, ...) put_str(p, str_format((p)->t, __VA_ARGS__))

/* Text whose lines may be several, each behind the margin. */
static void put_lines(Printer *p, const Str *s)
{
    int64_t start = 0;
    do {
        int64_t end = start;
        while (end < s->len && str_at(s, end) != '\n')
            end++;
        margin(p);
        strbuilder_add_slice(p->t, &p->out, s, start, end);
        put(p, "\n");
        start = end + 1;
    } while (start <= s->len);
}

/* --- one level --------------------------------------------------------- */

static void put_spaces(Printer *p, int64_t n)
{
    strbuilder_add_fill(p->t, &p->out, ' ', n < 0 ? 0 : n);
}

static void put_carets(Printer *p, const Carets *c, int64_t blank)
{
    margin(p);
    put(p, "    ");
    put_spaces(p, c->start - blank);
    for (int64_t i = c->start < blank ? blank : c->start; i < c->end; i++)
        put(p, c->left < 0 || (i >= c->left && i < c->right) ? "^" : "~");
    put(p, "\n");
}

static void put_source(Printer *p, Str *filename, int64_t lineno,
                       const PositionRow *position)
{
    Str *line = traceback_source_line(p->t, filename, lineno);
    p->t->exc = NULL_VALUE;
    if (line == NULL)
        return;
    int64_t blank = 0, end = line->len;
    while (blank < end && (str_at(line, blank) == ' ' ||
                           str_at(line, blank) == '\t' ||
                           str_at(line, blank) == '\f'))
        blank++;
    margin(p);
    put(p, "    ");
    strbuilder_add_slice(p->t, &p->out, line, blank, end);
    put(p, "\n");
    Carets carets;
    if (position->line == lineno &&
        traceback_carets(p->t, line, position, &carets))
        put_carets(p, &carets, blank);
    p->t->exc = NULL_VALUE;
}

static Code *code_of(const Traceback *tb)
{
    if (tb->code != NULL)
        return tb->code;
    Value frame = slot_get(&tb->frame);
    return value_has_shape(frame, SHAPE_FRAME)
               ? value_to_frame_object(frame)->code
               : NULL;
}

static bool same_place(const Traceback *a, const Traceback *b)
{
    const Code *x = code_of(a), *y = code_of(b);
    return x != NULL && y != NULL && traceback_line(a) == traceback_line(b) &&
           str_equal(value_to_str(slot_get(&x->filename)),
                     value_to_str(slot_get(&y->filename))) &&
           str_equal(value_to_str(slot_get(&x->name)),
                     value_to_str(slot_get(&y->name)));
}

static void put_level(Printer *p, const Traceback *tb)
{
    const Code *code = code_of(tb);
    if (code == NULL)
        return;
    Str *filename = value_to_str(slot_get(&code->filename));
    int64_t line = traceback_line(tb);
    margin(p);
    PUT_FORMAT(p, "  File \"%U\", line %l, in %S\n", filename, line,
               slot_get(&code->name));
    PositionRow position = code_position(code, (uint32_t)tb->instr);
    put_source(p, filename, line, &position);
}

static void put_repeats(Printer *p, int64_t repeats)
{
    if (repeats <= REPEATS_SHOWN)
        return;
    repeats -= REPEATS_SHOWN;
    margin(p);
    PUT_FORMAT(p, "  [Previous line repeated %l more time%s]\n", repeats,
               repeats > 1 ? "s" : "");
}

static int64_t level_limit(Thread *t)
{
    Value v = dict_get_c(t, t->rt->sys_dict, "tracebacklimit");
    int64_t limit;
    if (value_is_null(v) || !value_is_int_object(v) ||
        !int_to_int64(v, &limit))
        return LEVELS_MAX;
    return limit;
}

static void put_traceback(Printer *p, Value exception, Value traceback)
{
    if (!value_has_shape(traceback, SHAPE_TRACEBACK))
        return;
    int64_t limit = level_limit(p->t), n = 0;
    const Traceback *tb = value_to_traceback(traceback);
    if (limit <= 0)
        return;
    bool group =
        type_is_subtype(type_of(exception), EXC(BaseExceptionGroup));
    indent(p);
    if (p->group_depth > 0)
        put(p, group && p->group_depth == 1 ? "+ " : "| ");
    put(p, group ? "Exception Group Traceback (most recent call last):\n"
                 : "Traceback (most recent call last):\n");
    for (const Traceback *i = tb; i != NULL; i = i->next)
        n++;
    for (; n > limit; n--)
        tb = tb->next;
    const Traceback *last = NULL;
    int64_t repeats = 0;
    for (; tb != NULL; tb = tb->next) {
        if (last == NULL || !same_place(last, tb)) {
            put_repeats(p, repeats);
            repeats = 0;
        }
        last = tb;
        if (++repeats <= REPEATS_SHOWN)
            put_level(p, tb);
    }
    put_repeats(p, repeats);
}

/* --- the exception itself ---------------------------------------------- */

static Value attribute(Printer *p, Value v, const char *name)
{
    Value a = object_getattr_or_unbound(p->t, v, str_intern_c(p->t, name));
    p->t->exc = NULL_VALUE;
    return value_is_null(a) || value_is_unbound(a) ? NONE : a;
}

static int64_t number(Value v, int64_t otherwise)
{
    int64_t i;
    return value_is_int_object(v) && int_to_int64(v, &i) ? i : otherwise;
}

/* The line of a SyntaxError, with carets. */
static void put_error_text(Printer *p, Str *text, int64_t offset,
                           int64_t end_offset)
{
    int64_t carets =
        end_offset > 0 && end_offset > offset ? end_offset - offset : 1;
    int64_t start = 0, end = text->len;
    offset--;
    while (start < end && (str_at(text, start) == ' ' ||
                           str_at(text, start) == '\t' ||
                           str_at(text, start) == '\f')) {
        start++;
        offset--;
    }
    while (end > start && (str_at(text, end - 1) == '\n' ||
                           str_at(text, end - 1) == '\r'))
        end--;
    for (int64_t i = start; i < end && i - start < offset; i++) {
        if (str_at(text, i) == '\n') { /* it is in a later line */
            offset -= i + 1 - start;
            start = i + 1;
        }
    }
    if (offset > end - start)
        offset = end - start;
    margin(p);
    put(p, "    ");
    strbuilder_add_slice(p->t, &p->out, text, start, end);
    put(p, "\n");
    if (offset < 0)
        return;
    margin(p);
    put(p, "    ");
    put_spaces(p, offset);
    strbuilder_add_fill(p->t, &p->out, '^', carets);
    put(p, "\n");
}

static void put_syntax_error(Printer *p, Value exception)
{
    Value filename = attribute(p, exception, "filename");
    Value text = attribute(p, exception, "text");
    int64_t lineno = number(attribute(p, exception, "lineno"), -1);
    if (lineno < 0 && value_is_none(filename))
        return;
    if (lineno >= 0) {
        margin(p);
        PUT_FORMAT(p, "  File \"%S\", line %l\n",
                   value_is_str(filename)
                       ? filename
                       : value_from_pointer(str_from_c(p->t, "<string>")),
                   lineno);
    }
    if (!value_is_str(text))
        return;
    Str *s = value_to_str(text);
    int64_t offset = number(attribute(p, exception, "offset"), -1);
    int64_t end_lineno = number(attribute(p, exception, "end_lineno"), lineno);
    int64_t end_offset = number(attribute(p, exception, "end_offset"), -1);
    int64_t len = s->len;
    if (end_lineno > lineno)
        end_offset = len;
    if (end_offset > len + 1)
        end_offset = len + 1;
    /* An IndentationError gets one caret, as every subclass. */
    if (offset < 0 || type_of(exception) != EXC(SyntaxError))
        end_offset = -1;
    put_error_text(p, s, offset, end_offset);
}

static Str *class_name(Printer *p, Value exception)
{
    Type *type = type_of(exception);
    Value cls = value_from_pointer(type);
    Value module = attribute(p, cls, "__module__");
    Value name = attribute(p, cls, "__qualname__");
    if (!value_is_str(name))
        name = type_get_name(type);
    if (!value_is_str(module))
        return str_format(p->t, "<unknown>.%S", name);
    if (str_equal_c(value_to_str(module), "builtins") ||
        str_equal_c(value_to_str(module), "__main__"))
        return value_to_str(name);
    return str_format(p->t, "%S.%S", module, name);
}

static void put_summary(Printer *p, Value exception)
{
    Thread *t = p->t;
    StrBuilder b;
    strbuilder_init(&b);
    strbuilder_add(t, &b, class_name(p, exception));
    bool syntax = type_is_subtype(type_of(exception), EXC(SyntaxError));
    Value text;
    if (syntax && !value_is_none(attribute(p, exception, "filename")))
        text = object_str(t, attribute(p, exception, "msg"));
    else if (syntax && number(attribute(p, exception, "lineno"), -1) >= 0)
        text = object_str(t, attribute(p, exception, "msg"));
    else
        text = object_str(t, exception);
    t->exc = NULL_VALUE;
    if (value_is_null(text)) {
        strbuilder_add_c(t, &b, ": <exception str() failed>");
    } else if (value_to_str(text)->len > 0) {
        strbuilder_add_c(t, &b, ": ");
        strbuilder_add(t, &b, value_to_str(text));
    }
    Str *meant = traceback_suggestion(t, exception);
    t->exc = NULL_VALUE;
    if (meant != NULL)
        strbuilder_add(t, &b, str_format(t, ". Did you mean: %R?",
                                         value_from_pointer(meant)));
    /* Only the first line has the margin. */
    margin(p);
    put_str(p, strbuilder_finish(t, &b));
    put(p, "\n");
}

static void put_note(Printer *p, Value note)
{
    Value text = object_str(p->t, note);
    p->t->exc = NULL_VALUE;
    if (value_is_null(text))
        put_lines(p, str_from_c(p->t, "<note str() failed>"));
    else
        put_lines(p, value_to_str(text));
}

static void put_notes(Printer *p, Value exception)
{
    Value notes = attribute(p, exception, "__notes__");
    if (value_is_none(notes))
        return;
    if (!value_is_list(notes) && !value_is_tuple(notes)) {
        Value text = object_repr(p->t, notes);
        p->t->exc = NULL_VALUE;
        put_lines(p, value_is_null(text)
                         ? str_from_c(p->t, "<__notes__ repr() failed>")
                         : value_to_str(text));
        return;
    }
    List *l = list_from_iterable(p->t, notes);
    for (int64_t i = 0; l != NULL && i < l->len; i++)
        put_note(p, list_get(l, i));
    p->t->exc = NULL_VALUE;
}

static void put_exception(Printer *p, Value exception, Value traceback)
{
    put_traceback(p, exception, traceback);
    if (type_is_subtype(type_of(exception), EXC(SyntaxError)))
        put_syntax_error(p, exception);
    put_summary(p, exception);
    put_notes(p, exception);
}

/* --- chains and groups ------------------------------------------------- */

static void put_recursively(Printer *p, Value exception, Value traceback);

static Value own_traceback(Value exception)
{
    return slot_get(&value_to_exception(exception)->traceback);
}

static void put_chained(Printer *p, Value exception, const char *message)
{
    bool need_close = p->need_close;
    p->need_close = false;
    put_recursively(p, exception, own_traceback(exception));
    p->need_close = need_close;
    margin(p);
    put(p, "\n");
    margin(p);
    put(p, message);
    margin(p);
    put(p, "\n");
}

static bool is_seen(const Printer *p, Value exception)
{
    for (int64_t i = 0; i < p->seen->len; i++) {
        if (value_same(list_get(p->seen, i), exception))
            return true;
    }
    return false;
}

static void put_before(Printer *p, Value exception)
{
    Exception *e = value_to_exception(exception);
    Value cause = slot_get(&e->cause), context = slot_get(&e->context);
    if (value_is_exception(cause)) {
        if (!is_seen(p, cause))
            put_chained(p, cause, "The above exception was the direct cause of "
                                  "the following exception:\n");
    } else if (value_is_exception(context) && !e->suppress_context &&
               !is_seen(p, context)) {
        put_chained(p, context, "During handling of the above exception, "
                                "another exception occurred:\n");
    }
}

static void put_member(Printer *p, const Tuple *members, int64_t i)
{
    bool truncated = i >= GROUP_WIDTH;
    bool last = truncated || i == members->len - 1;
    if (last)
        p->need_close = true;
    indent(p);
    put(p, i == 0 ? "+-" : "  ");
    if (truncated)
        put(p, "+---------------- ... ----------------\n");
    else
        PUT_FORMAT(p, "+---------------- %l ----------------\n", i + 1);
    p->group_depth++;
    if (truncated) {
        int64_t more = members->len - GROUP_WIDTH;
        margin(p);
        PUT_FORMAT(p, "and %l more exception%s\n", more, more > 1 ? "s" : "");
    } else {
        Value e = tuple_get(members, i);
        put_recursively(p, e, own_traceback(e));
    }
    if (last && p->need_close) {
        indent(p);
        put(p, "+------------------------------------\n");
        p->need_close = false;
    }
    p->group_depth--;
}

static void put_group(Printer *p, Value exception, Value traceback)
{
    int depth = p->group_depth;
    if (depth == 0)
        p->group_depth = 1;
    if (p->group_depth > GROUP_DEPTH) {
        margin(p);
        PUT_FORMAT(p, "... (max_group_depth is %d)\n", GROUP_DEPTH);
        p->group_depth = depth;
        return;
    }
    put_exception(p, exception, traceback);
    Value members =
        exception_field(value_to_exception(exception), GROUP_EXCEPTIONS);
    p->need_close = false;
    if (value_is_tuple(members)) {
        const Tuple *s = value_to_tuple(members);
        for (int64_t i = 0; i < s->len && i <= GROUP_WIDTH; i++)
            put_member(p, s, i);
    }
    p->group_depth = depth;
}

static void put_recursively(Printer *p, Value exception, Value traceback)
{
    if (recursion_enter(p->t, "")) {
        p->t->exc = NULL_VALUE;
        return;
    }
    list_append(p->t, p->seen, exception);
    put_before(p, exception);
    if (type_is_subtype(type_of(exception), EXC(BaseExceptionGroup)))
        put_group(p, exception, traceback);
    else
        put_exception(p, exception, traceback);
    recursion_leave(p->t);
}

/* --- the interface ----------------------------------------------------- */

void traceback_print_text(Thread *t, Str *text)
{
    Value pending = exception_take(t);
    Value file = dict_get_str(t->rt->sys_dict, N(stderr));
    if (!value_is_null(file) && !value_is_none(file)) {
        object_call_method(t, file, N(write), 1, value_from_pointer(text));
        t->exc = NULL_VALUE;
        object_call_method(t, file, N(flush), 0);
    } else if (value_is_null(file)) {
        fputs(str_to_utf8(t, text, NULL), stderr);
    }
    t->exc = pending;
}

Str *traceback_to_text(Thread *t, Value exception, Value traceback)
{
    Value pending = exception_take(t);
    Str *text;
    if (value_is_exception(exception)) {
        Printer p = {.t = t, .seen = list_new(t, 2)};
        strbuilder_init(&p.out);
        put_recursively(&p, exception, traceback);
        text = strbuilder_finish(t, &p.out);
    } else {
        text = str_format(t, "TypeError: print_exception(): Exception expected "
                          "for value, %T found\n", exception);
    }
    t->exc = pending;
    return text;
}

void traceback_print_exception(Thread *t, Value exception, Value traceback)
{
    traceback_print_text(t, traceback_to_text(t, exception, traceback));
}

void traceback_print_pending(Thread *t)
{
    Value exception = exception_take(t);
    if (!value_is_null(exception))
        traceback_print_exception(t, exception, own_traceback(exception));
}
