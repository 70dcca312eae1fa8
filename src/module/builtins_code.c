/* SPDX-License-Identifier: MIT */
/* compile, eval, exec, __import__, and what looks at the calling frame. */
#include <string.h>
#include "compile/compile.h"
#include "exec/exec.h"
#include "exec/import.h"
#include "module/builtins.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"

/* --- namespaces -------------------------------------------------------- */

static Value globals_now(Thread *t)
{
    Frame *f = frame_top(t);
    return f == NULL ? value_from_pointer(dict_new(t))
                     : value_from_pointer(f->globals);
}

static Value locals_now(Thread *t)
{
    Frame *f = frame_top(t);
    return f == NULL ? value_from_pointer(dict_new(t)) : frame_locals(t, f);
}

NATIVE_RAW(builtins_code, globals, NATIVE_FRAMES,
           "Return the dictionary containing the current scope's global "
           "variables.")
{
    return globals_now(t);
}

NATIVE_RAW(builtins_code, locals, NATIVE_FRAMES,
           "Return a dictionary containing the current scope's local "
           "variables.")
{
    return locals_now(t);
}

NATIVE(builtins_code, vars, NATIVE_FRAMES,
       "Return the __dict__ of an object, or locals().",
       (maybe, object, object), (slash))
{
    if (value_is_unbound(object))
        return locals_now(t);
    TRY(d, object_getattr_or_unbound(t, object, N(__dict__)));
    if (value_is_unbound(d))
        return raise_type_error(t, "vars() argument must have __dict__ "
                                "attribute");
    return d;
}

NATIVE(builtins_code, dir, NATIVE_FRAMES,
       "Return the names of an object.", (maybe, object, object), (slash))
{
    Value names;
    if (value_is_unbound(object)) {
        TRY(locals, locals_now(t));
        names = object_call_method(t, locals, N(keys), 0);
    } else {
        TRY(method, object_lookup_special(t, object, N(__dir__)));
        if (value_is_unbound(method))
            return raise_type_error(t, "object does not provide __dir__");
        names = object_call0(t, method);
    }
    if (value_is_null(names))
        return NULL_VALUE;
    List *l = list_from_iterable(t, names);
    if (l == NULL || list_sort(t, l, UNBOUND, false) < 0)
        return NULL_VALUE;
    return value_from_pointer(l);
}

/* --- code -------------------------------------------------------------- */

typedef struct Source {
    const char *text;
    int64_t len;
    bool is_text;
} Source;

/* The text in a str or bytes-like object: 0 or -1. */
static int source_of(Thread *t, Value v, const char *function,
                     const char *what, Source *s)
{
    if (value_is_str(v)) {
        size_t len;
        s->text = str_to_utf8(t, value_to_str(v), &len);
        s->len = (int64_t)len;
        s->is_text = true;
        return 0;
    }
    const uint8_t *data;
    if (bytes_view(t, v, &data, &s->len) < 0) {
        if (!exception_matches(t, EXC(TypeError)))
            return -1;
        exception_take(t);
        return RAISE_INT(raise_type_error(
            t, "%s() arg 1 must be a %s", function, what));
    }
    s->text = (const char *)data;
    s->is_text = false;
    return 0;
}

static unsigned inherited_flags(Thread *t)
{
    const Frame *f = frame_top(t);
    return f != NULL && (f->code->flags & CODE_FUTURE_ANNOTATIONS)
               ? COMPILE_FUTURE_ANNOTATIONS
               : 0;
}

static Str *filename_of(Thread *t, Value v)
{
    if (value_is_str(v))
        return value_to_str(v);
    if (value_is_bytes(v))
        return str_from_utf8(t, (const char *)value_to_bytes(v)->data,
                             (size_t)value_to_bytes(v)->len);
    Value method = object_lookup_special(t, v, str_intern_c(t, "__fspath__"));
    if (value_is_null(method))
        return NULL;
    if (!value_is_unbound(method)) {
        v = object_call0(t, method);
        if (value_is_null(v))
            return NULL;
        if (value_is_str(v))
            return value_to_str(v);
    }
    raise_type_error(t, "expected str, bytes or os.PathLike object, not %T",
                     v);
    return NULL;
}

enum { /* compile()'s flags, CPython's numbers */
    FLAG_ONLY_AST = 0x400,
    FLAG_KNOWN = 0x1ff2600 | FLAG_ONLY_AST | 0x10 | 0x200 | 0x2000 | 0x4000,
};

static int compile_mode(Thread *t, Value v, CompileMode *mode)
{
    if (!value_is_str(v))
        return RAISE_INT(raise_type_error(
            t, "compile() argument 'mode' must be str, not %T", v));
    static const char *const names[] = {"exec", "eval", "single"};
    for (int i = 0; i < 3; i++) {
        if (str_equal_c(value_to_str(v), names[i])) {
            *mode = (CompileMode)i;
            return 0;
        }
    }
    return RAISE_INT(raise_value_error(
        t, "compile() mode must be 'exec', 'eval' or 'single'"));
}

NATIVE_RAW(builtins_code, compile, 0,
           "Compile source into a code object that can be executed by exec() "
           "or eval().",
           (arg, object, source), (arg, object, filename), (arg, object, mode),
           (opt, object, flags, 0), (opt, object, dont_inherit, False),
           (opt, object, optimize, -1), (star),
           (opt, object, _feature_version, -1))
{
    Str *filename = filename_of(t, args[1]);
    CompileMode mode;
    int64_t flags, optimize;
    if (filename == NULL || compile_mode(t, args[2], &mode) < 0 ||
        object_to_int64(t, args[3], &flags) < 0 ||
        object_to_int64(t, args[5], &optimize) < 0)
        return NULL_VALUE;
    int inherit = object_is_true(t, args[4]);
    if (inherit < 0)
        return NULL_VALUE;
    if (flags & ~(int64_t)FLAG_KNOWN)
        return raise_value_error(t, "compile(): unrecognised flags");
    if (flags & FLAG_ONLY_AST)
        return raise_error(t, EXC(NotImplementedError),
                           "compile(): ast objects are not supported");
    if (optimize < -1 || optimize > 2)
        return raise_value_error(t, "compile(): invalid optimize value");
    Source s;
    if (source_of(t, args[0], "compile", "string, bytes or AST object", &s) <
        0)
        return NULL_VALUE;
    unsigned own = flags & CODE_FUTURE_ANNOTATIONS ? COMPILE_FUTURE_ANNOTATIONS
                                                   : 0;
    if (!inherit)
        own |= inherited_flags(t);
    Code *code = compile_source(t, s.text, (size_t)s.len, s.is_text, filename,
                                mode, own,
                                optimize < 0 ? import_config.optimize
                                             : (int)optimize);
    return code == NULL ? NULL_VALUE : value_from_pointer(code);
}

/* Fills in the namespaces of eval() and exec(): 0 or -1. */
static int namespaces(Thread *t, Value *globals, Value *locals,
                      const char *function)
{
    if (value_is_none(*globals)) {
        *globals = globals_now(t);
        if (value_is_none(*locals))
            *locals = locals_now(t);
    } else if (!value_is_dict(*globals)) {
        return RAISE_INT(raise_type_error(
            t, strcmp(function, "eval") == 0
                   ? "globals must be a dict"
                   : "exec() globals must be a dict, not %T", *globals));
    }
    if (value_is_none(*locals))
        *locals = *globals;
    if (type_of(*locals)->slots.getitem == NULL)
        return RAISE_INT(raise_type_error(
            t, strcmp(function, "eval") == 0
                   ? "locals must be a mapping"
                   : "locals must be a mapping or None, not %T", *locals));
    Dict *d = value_to_dict(*globals);
    if (value_is_null(dict_get_str(d, N(__builtins__))))
        dict_set_str(t, d, N(__builtins__),
                     value_from_pointer(t->rt->builtins_module));
    return 0;
}

static Value run(Thread *t, Code *code, Value globals, Value locals,
                 const char *function)
{
    if (code->n_free > 0)
        return raise_type_error(
            t, "code object passed to %s() may not contain free variables",
            function);
    return exec_code(t, code, value_to_dict(globals), locals);
}

static Value evaluate(Thread *t, Value source, Value globals, Value locals,
                      CompileMode mode)
{
    const char *function = mode == COMPILE_EVAL ? "eval" : "exec";
    if (namespaces(t, &globals, &locals, function) < 0)
        return NULL_VALUE;
    if (value_has_shape(source, SHAPE_CODE))
        return run(t, value_to_pointer(source), globals, locals, function);
    Source s;
    if (source_of(t, source, function, "string, bytes or code object", &s) < 0)
        return NULL_VALUE;
    while (mode == COMPILE_EVAL && s.len > 0 &&
           (*s.text == ' ' || *s.text == '\t')) {
        s.text++;
        s.len--;
    }
    Code *code = compile_source(t, s.text, (size_t)s.len, s.is_text,
                                str_from_c(t, "<string>"), mode,
                                inherited_flags(t), import_config.optimize);
    KEEP(value_to_pointer(source));
    return code == NULL ? NULL_VALUE
                        : run(t, code, globals, locals, function);
}

NATIVE_RAW(builtins_code, eval, NATIVE_FRAMES,
           "Evaluate the given source in the context of globals and locals.",
           (arg, object, source), (opt, object, globals, None),
           (opt, object, locals, None), (slash))
{
    return evaluate(t, args[0], args[1], args[2], COMPILE_EVAL);
}

NATIVE_RAW(builtins_code, exec, NATIVE_FRAMES,
           "Execute the given source in the context of globals and locals.",
           (arg, object, source), (opt, object, globals, None),
           (opt, object, locals, None), (slash), (star),
           (opt, object, closure, None))
{
    TRY(v, evaluate(t, args[0], args[1], args[2], COMPILE_EXEC));
    (void)v;
    return NONE;
}

NATIVE_RAW(builtins_code, __import__, NATIVE_FRAMES | NATIVE_AS_IMPORT,
           "Import a module.",
           (arg, object, name), (opt, object, globals, None),
           (opt, object, locals, None), (opt, object, fromlist, ()),
           (opt, object, level, 0))
{
    int64_t level;
    if (!value_is_str(args[0]))
        return raise_type_error(t, "module name must be a string");
    if (object_to_int64(t, args[4], &level) < 0)
        return NULL_VALUE;
    Dict *globals = value_is_dict(args[1]) ? value_to_dict(args[1]) : NULL;
    if (globals == NULL && level > 0 && !value_is_none(args[1]))
        return raise_type_error(t, "globals must be a dict");
    return import_call(t, value_to_str(args[0]), globals, args[3], level);
}

const NativeDef *const builtins_code_functions[] = {
    &builtins_code___import___native,
    &builtins_code_compile_native,
    &builtins_code_dir_native,
    &builtins_code_eval_native,
    &builtins_code_exec_native,
    &builtins_code_globals_native,
    &builtins_code_locals_native,
    &builtins_code_vars_native,
    NULL,
};
