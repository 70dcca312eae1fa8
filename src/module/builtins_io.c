/* SPDX-License-Identifier: MIT */
/* print and input. */
#include "module/builtins.h"
#include "module/io/textio.h"
#include "module/line_input.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"

static Value standard(Thread *t, Str *name)
{
    Value v = dict_get_str(t->rt->sys_dict, name);
    if (value_is_null(v))
        return raise_error(t, EXC(RuntimeError), "lost sys.%U", name);
    return v;
}

static int write_to(Thread *t, Value file, Str *s)
{
    if (textio_is_exact(file))
        return textio_write_str(t, file, s);
    Value v = object_call_method(t, file, N(write), 1, value_from_pointer(s));
    return value_is_null(v) ? -1 : 0;
}

static int flush(Thread *t, Value file)
{
    if (textio_is_exact(file))
        return textio_flush(t, file);
    return value_is_null(object_call_method(t, file, N(flush), 0)) ? -1 : 0;
}

/* separator: NULL for None */
#define PARAM_LEAF_separator LEAF_NEVER
#define PARAM_TYPE_separator Str *
#define PARAM_LOCAL_separator(v) Str *v
static bool param_separator(Thread *t, Value v, Str **out,
                            const NativeDef *def, int at)
{
    *out = NULL;
    if (value_is_none(v))
        return true;
    if (!value_is_str(v)) {
        raise_type_error(t, "%s must be None or a string, not %T",
                         param_name(def, at), v);
        return false;
    }
    *out = value_to_str(v);
    return true;
}

NATIVE(builtins_io, print, 0,
       "Write the arguments as text, to sys.stdout unless file is given.",
       (args, args), (opt_quoted, separator, sep, "' '"),
       (opt_quoted, separator, end, "'\\n'"),
       (opt_as, object, to, "file", None),
       (opt_as, truth, flushing, "flush", False))
{
    Value file = to;
    if (value_is_none(file)) {
        file = standard(t, N(stdout));
        if (value_is_null(file) || value_is_none(file))
            return file;
    }
    if (sep == NULL)
        sep = t->rt->latin1[' '];
    if (end == NULL)
        end = t->rt->latin1['\n'];
    for (int64_t i = 0; i < n_args; i++) {
        if (i > 0 && write_to(t, file, sep) < 0)
            return NULL_VALUE;
        TRY(text, object_str(t, args[i]));
        if (write_to(t, file, value_to_str(text)) < 0)
            return NULL_VALUE;
    }
    if (write_to(t, file, end) < 0 || (flushing && flush(t, file) < 0))
        return NULL_VALUE;
    return NONE;
}

static Value read_line(Thread *t, Value in)
{
    if (textio_is_exact(in))
        return textio_read_line(t, in);
    TRY(line, object_call_method(t, in, N(readline), 0));
    if (!value_is_str(line))
        return raise_type_error(t, "object.readline() returned non-string");
    return line;
}

NATIVE(builtins_io, input, 0,
       "A line of standard input, without its end.",
       (maybe, object, prompt), (slash))
{
    TRY(in, standard(t, N(stdin)));
    TRY(out, standard(t, N(stdout)));
    if (value_is_none(in))
        return raise_error(t, EXC(RuntimeError), "input(): lost sys.stdin");
    if (value_is_none(out))
        return raise_error(t, EXC(RuntimeError), "input(): lost sys.stdout");
    Value text = value_is_unbound(prompt)
                     ? value_from_pointer(t->rt->empty_str)
                     : object_str(t, prompt);
    if (value_is_null(text))
        return text;
    bool edits = line_input_edits(t, in, out);
    if (edits && flush(t, out) < 0)
        return NULL_VALUE;
    if (!edits && !value_is_unbound(prompt)) {
        if (write_to(t, out, value_to_str(text)) < 0)
            return NULL_VALUE;
    }
    if (!edits && flush(t, out) < 0)
        return NULL_VALUE;
    TRY(v, edits ? line_input_read(t, value_to_str(text)) : read_line(t, in));
    Str *line = value_to_str(v);
    if (line->len == 0)
        return raise_error(t, EXC(EOFError), "EOF when reading a line");
    if (str_at(line, line->len - 1) == '\n')
        line = str_slice(t, line, 0, line->len - 1);
    return value_from_pointer(line);
}

const NativeDef *const builtins_io_functions[] = {
    &builtins_io_print_native,
    &builtins_io_input_native,
    NULL,
};
