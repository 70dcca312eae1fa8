/* SPDX-License-Identifier: MIT */
/* SyntaxError: SyntaxError(msg, (filename, lineno, offset, text[, end_lineno,
 * end_offset])).  What has no field is in `more`. */
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"

enum { MORE_END_LINENO, MORE_END_OFFSET, MORE_PRINT, MORE_COUNT };

static int fill_details(Thread *t, Exception *e, Value details)
{
    Tuple *s = tuple_from_iterable(t, details);
    if (s == NULL)
        return -1;
    if (s->len < 4)
        return RAISE_INT(raise_type_error(
            t, "function takes at least 4 arguments (%l given)", s->len));
    if (s->len > 6)
        return RAISE_INT(raise_type_error(
            t, "function takes at most 6 arguments (%l given)", s->len));
    if (s->len == 5)
        return RAISE_INT(raise_type_error(
            t, "end_offset must be provided when end_lineno is provided"));
    for (int i = 0; i < 4; i++)
        slot_set(e, &e->fields[SYNTAX_FILENAME + i], tuple_get(s, i));
    Tuple *more = value_to_tuple(slot_get(&e->more));
    for (int i = 0; i < 2 && s->len == 6; i++)
        tuple_set(more, i, tuple_get(s, 4 + i));
    return 0;
}

static int fill(Thread *t, Exception *e, Value *args, int64_t n,
                Tuple *kwnames)
{
    if (exception_fill_base(t, e, args, n, kwnames) < 0)
        return -1;
    if (value_is_unbound(slot_get(&e->more)))
        slot_set(e, &e->more,
                 value_from_pointer(tuple_pack(t, MORE_COUNT, NONE, NONE,
                                               NONE)));
    if (n >= 1)
        slot_set(e, &e->fields[SYNTAX_MSG], args[0]);
    return n == 2 ? fill_details(t, e, args[1]) : 0;
}

/* The file's name without its directories. */
static Str *base_name(Thread *t, Str *path)
{
    int64_t start = 0;
    for (int64_t i = 0; i < path->len; i++) {
        if (str_at(path, i) == '/')
            start = i + 1;
    }
    return str_slice(t, path, start, path->len);
}

static Value str(Thread *t, Value self)
{
    Exception *e = value_to_exception(self);
    Value msg = exception_field(e, SYNTAX_MSG);
    Value filename = exception_field(e, SYNTAX_FILENAME);
    Value lineno = exception_field(e, SYNTAX_LINENO);
    if (value_is_unbound(msg))
        msg = NONE;
    bool has_file = value_is_str(filename);
    int64_t line;
    bool has_line = (value_is_int(lineno) ||
                     value_has_shape(lineno, SHAPE_INT)) &&
                    int_to_int64(lineno, &line);
    if (has_file && has_line)
        return format_message(t, "%S (%U, line %l)", msg,
                              base_name(t, value_to_str(filename)), line);
    if (has_file)
        return format_message(t, "%S (%U)", msg,
                              base_name(t, value_to_str(filename)));
    if (has_line)
        return format_message(t, "%S (line %l)", msg, line);
    return object_str(t, msg);
}

static Value get_more(Value self, int i)
{
    Value more = slot_get(&value_to_exception(self)->more);
    return value_is_unbound(more) ? NONE : tuple_get(value_to_tuple(more), i);
}

static int set_more(Thread *t, Value self, int i, Value value)
{
    Exception *e = value_to_exception(self);
    if (value_is_unbound(slot_get(&e->more)))
        slot_set(e, &e->more,
                 value_from_pointer(tuple_pack(t, MORE_COUNT, NONE, NONE,
                                               NONE)));
    tuple_set(value_to_tuple(slot_get(&e->more)), i,
              value_is_null(value) ? NONE : value);
    return 0;
}

#define MORE(name, i)                                                         \
    static Value get_##name(Thread *t, Value self)                            \
    {                                                                         \
        (void)t;                                                              \
        return get_more(self, i);                                             \
    }                                                                         \
    static int set_##name(Thread *t, Value self, Value value)                 \
    {                                                                         \
        return set_more(t, self, i, value);                                   \
    }
MORE(end_lineno, MORE_END_LINENO)
MORE(end_offset, MORE_END_OFFSET)
MORE(print, MORE_PRINT)
#undef MORE

static const GetSetDef getsets[] = {
    {"end_lineno", get_end_lineno, set_end_lineno, NULL},
    {"end_offset", get_end_offset, set_end_offset, NULL},
    {"print_file_and_line", get_print, set_print, NULL},
    {0},
};

#define FIELD(i) (offsetof(Exception, fields) + (i) * sizeof(Slot))
static const MemberDef members[] = {
    {"msg", FIELD(SYNTAX_MSG), true},
    {"filename", FIELD(SYNTAX_FILENAME), true},
    {"lineno", FIELD(SYNTAX_LINENO), true},
    {"offset", FIELD(SYNTAX_OFFSET), true},
    {"text", FIELD(SYNTAX_TEXT), true},
    {0},
};

void exception_syntax_prepare(void)
{
    Type *type = EXC(SyntaxError);
    exception_fill_set(type, fill);
    type->slots.str = str;
    type->getsets = getsets;
    type->members = members;
}
