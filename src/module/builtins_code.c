/* SPDX-License-Identifier: MIT */
/* compile, eval, exec, __import__, and what looks at the calling frame. */
#include <string.h>
#include "compile/compile.h"
#include "exec/exec.h"
#include "exec/import.h"
#include "module/ast/ast_module.h"
#include "module/builtins.h"
#include "module/source_text.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/function.h"
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

NATIVE(builtins_code, globals, NATIVE_FRAMES,
       "The dict of the variables of the running module.")
{
    return globals_now(t);
}

NATIVE(builtins_code, locals, NATIVE_FRAMES,
       "The variables of the running function or class, as a dict.")
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

static unsigned inherited_flags(Thread *t)
{
    const Frame *f = frame_top(t);
    return f != NULL && (f->code->flags & CODE_FUTURE_ANNOTATIONS)
               ? COMPILE_FUTURE_ANNOTATIONS
               : 0;
}

enum { /* compile()'s flags, CPython's numbers */
    FLAG_ONLY_AST = 0x400,
    FLAG_OPEN_BLOCKS = 0x200,
    FLAG_MAY_GO_ON = 0x4000,
    FLAG_TYPE_COMMENTS = 0x1000,
    FLAG_KNOWN = 0x1ff2600 | FLAG_TYPE_COMMENTS | FLAG_ONLY_AST | FLAG_MAY_GO_ON |
                 FLAG_OPEN_BLOCKS | 0x10 | 0x2000,
};

/* The mode's number: 0 or -1. */
static int mode_of(Thread *t, const Str *mode, int flags, SyntaxMode *out)
{
    static const char *const names[] = {
        [SYNTAX_EXEC] = "exec",
        [SYNTAX_EVAL] = "eval",
        [SYNTAX_SINGLE] = "single",
        [SYNTAX_FUNC_TYPE] = "func_type",
    };
    int i = 0;
    while (i <= SYNTAX_FUNC_TYPE && !str_equal_c(mode, names[i]))
        i++;
    *out = (SyntaxMode)i;
    if (i < SYNTAX_FUNC_TYPE || (i == SYNTAX_FUNC_TYPE && flags & FLAG_ONLY_AST))
        return 0;
    return RAISE_INT(raise_value_error(
        t, i == SYNTAX_FUNC_TYPE
               ? "compile() mode 'func_type' requires flag PyCF_ONLY_AST"
           : flags & FLAG_ONLY_AST
               ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
               : "compile() mode must be 'exec', 'eval' or 'single'"));
}

static Value parse_text(Thread *t, const SourceText *s, Str *filename,
                        SyntaxMode mode, unsigned flags)
{
    SyntaxSource source = {.bytes = s->text,
                           .len = (size_t)s->len,
                           .filename = str_to_utf8(t, filename, NULL),
                           .mode = mode,
                           .is_text = s->is_text,
                           .has_type_comments =
                               (flags & COMPILE_TYPE_COMMENTS) != 0};
    return ast_parse(t, &source, filename);
}

static Value code_or_null(Code *code)
{
    return code == NULL ? NULL_VALUE : value_from_pointer(code);
}

NATIVE(builtins_code, compile, 0,
       "Compile source to a code object, for exec() or eval(), or to a syntax "
       "tree.",
       (arg, object, source), (arg_as, object, file, "filename"),
       (arg, str, mode), (opt, c_int, flags, 0),
       (opt, truth, dont_inherit, False), (opt, c_int, optimize, -1), (star),
       (opt, c_int, _feature_version, -1))
{
    Str *filename = source_text_filename(t, file);
    if (filename == NULL)
        return NULL_VALUE;
    if (flags & ~FLAG_KNOWN)
        return raise_value_error(t, "compile(): unrecognised flags");
    if (optimize < -1 || optimize > 2)
        return raise_value_error(t, "compile(): invalid optimize value");
    SyntaxMode kind;
    if (mode_of(t, mode, flags, &kind) < 0)
        return NULL_VALUE;
    unsigned own = flags & CODE_FUTURE_ANNOTATIONS ? COMPILE_FUTURE_ANNOTATIONS
                                                   : 0;
    if (flags & FLAG_MAY_GO_ON)
        own |= COMPILE_MAY_GO_ON;
    if (flags & FLAG_TYPE_COMMENTS)
        own |= COMPILE_TYPE_COMMENTS;
    if (flags & FLAG_OPEN_BLOCKS)
        own |= COMPILE_OPEN_BLOCKS;
    if (!dont_inherit)
        own |= inherited_flags(t);
    if (optimize < 0)
        optimize = import_config.optimize;
    if (value_is_ast(source))
        return flags & FLAG_ONLY_AST
                   ? source
                   : code_or_null(ast_compile(t, source, filename,
                                              (CompileMode)kind, own,
                                              optimize));
    SourceText s;
    if (source_text_of(t, source, "compile", "string, bytes or AST object", &s) <
        0)
        return NULL_VALUE;
    Value v = flags & FLAG_ONLY_AST
                  ? parse_text(t, &s, filename, kind, own)
                  : code_or_null(compile_source(
                        t, s.text, (size_t)s.len, s.is_text, filename,
                        (CompileMode)kind, own, optimize));
    KEEP(source.bits);
    return v;
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
        return RAISE_INT(
            strcmp(function, "eval") == 0
                ? raise_type_error(t, "globals must be a dict")
                : raise_type_error(t, "exec() globals must be a dict, not %T",
                                   *globals));
    }
    if (value_is_none(*locals))
        *locals = *globals;
    if (type_of(*locals)->slots.getitem == NULL)
        return RAISE_INT(
            strcmp(function, "eval") == 0
                ? raise_type_error(t, "locals must be a mapping")
                : raise_type_error(t, "locals must be a mapping or None, "
                                   "not %T", *locals));
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
    if (code->n_args + code->n_kwonly > 0 ||
        (code->flags & (CODE_VARARGS | CODE_VARKEYWORDS))) /* of a function */
        return object_call0(t, value_from_pointer(function_new(
                                   t, code, value_to_dict(globals))));
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
    SourceText s;
    if (source_text_of(t, source, function, "string, bytes or code object", &s) < 0)
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

NATIVE(builtins_code, eval, NATIVE_FRAMES,
       "The value of an expression, given as text or code.",
       (arg, object, source), (opt, object, globals, None),
       (opt, object, locals, None), (slash))
{
    return evaluate(t, source, globals, locals, COMPILE_EVAL);
}

NATIVE(builtins_code, exec, NATIVE_FRAMES,
       "Run statements, given as text or code.",
       (arg, object, source), (opt, object, globals, None),
       (opt, object, locals, None), (slash), (star),
       (opt, object, closure, None))
{
    TRY(v, evaluate(t, source, globals, locals, COMPILE_EXEC));
    (void)v;
    return NONE;
}

NATIVE(builtins_code, __import__, NATIVE_FRAMES | NATIVE_AS_IMPORT,
       "Import a module, as the import statement does.",
       (arg, object, name), (opt_as, object, importer, "globals", None),
       (opt, object, locals, None), (opt, object, fromlist, ()),
       (opt, c_int, level, 0))
{
    if (!value_is_str(name))
        return raise_type_error(t, "module name must be a string");
    Dict *globals = value_is_dict(importer) ? value_to_dict(importer) : NULL;
    if (globals == NULL && level > 0 && !value_is_none(importer))
        return raise_type_error(t, "globals must be a dict");
    return import_call(t, value_to_str(name), globals, fromlist, level);
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
