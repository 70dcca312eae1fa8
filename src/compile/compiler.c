/* SPDX-License-Identifier: MIT */
/* The compiler's shared services: names, errors, limits; and its passes. */
#include "compile/compiler.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "compile/future.h"
#include "compile/gen.h"
#include "object/error/raise.h"
#include "os/file.h"

enum { DEPTH_PER_CALL = 3 }; /* levels of the tree for one Python call */

void compiler_keep(Compiler *c, Value v)
{
    if (value_is_pointer(v))
        list_append(c->t, c->keep, v);
}

/* ---- names ---- */

bool str_is(const Str *s, const char *ascii)
{
    size_t len = strlen(ascii);
    return s->width == 1 && (size_t)s->len == len &&
           memcmp(s->data, ascii, len) == 0;
}

Str *compiler_name(Compiler *c, const AstName *name)
{
    Str **at = &c->names[name->index];
    if (*at == NULL) {
        *at = str_intern(c->t, str_from_utf8(c->t, name->text, name->len));
        compiler_keep(c, value_from_pointer(*at));
    }
    return *at;
}

Str *compiler_mangle(Compiler *c, Str *klass, Str *name)
{
    int64_t n = name->len, skip = 0;
    if (klass == NULL || n < 3 || str_at(name, 0) != '_' ||
        str_at(name, 1) != '_')
        return name;
    if (str_at(name, n - 1) == '_' && str_at(name, n - 2) == '_')
        return name;
    for (int64_t i = 0; i < n; i++) {
        if (str_at(name, i) == '.')
            return name;
    }
    while (skip < klass->len && str_at(klass, skip) == '_')
        skip++;
    if (skip == klass->len)
        return name;
    Str *stem = str_slice(c->t, klass, skip, klass->len);
    Str *mangled = str_intern(c->t, str_format(c->t, "_%U%U", stem, name));
    compiler_keep(c, value_from_pointer(mangled));
    return mangled;
}

/* ---- errors ---- */

/* The line of the file, or None: what a traceback shows of it. */
static Value source_line(Compiler *c, int line)
{
    size_t len;
    char *text = os_file_read_line(str_to_utf8(c->t, c->filename, NULL), line,
                                   &len);
    Value v = NONE;
    if (text != NULL && utf8_validate(text, len) == len)
        v = value_from_pointer(str_from_utf8(c->t, text, len));
    free(text);
    return v;
}

/* The message of the first error, after which there are no more; null: this is not
 * the first, or there is no memory. */
static Value first_message(Compiler *c, const char *format, va_list ap)
{
    if (c->failed)
        return NULL_VALUE;
    c->failed = true;
    return format_message_v(c->t, format, ap);
}

void compiler_error(Compiler *c, Pos pos, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    Value message = first_message(c, format, ap);
    va_end(ap);
    if (value_is_null(message))
        return;
    Value error;
    Value type = value_from_pointer(EXC(SyntaxError));
    if (pos.line > 0) {
        Value where = value_from_pointer(tuple_pack(
            c->t, 6, value_from_pointer(c->filename), value_from_int(pos.line),
            value_from_int(pos.col + 1), source_line(c, pos.line),
            value_from_int(pos.end_line),
            pos.end_col < 0 ? NONE : value_from_int(pos.end_col + 1)));
        error = object_call2(c->t, type, message, where);
    } else {
        error = object_call1(c->t, type, message);
    }
    if (!value_is_null(error))
        raise_value(c->t, error);
}

void compiler_misfit(Compiler *c, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    Value message = first_message(c, format, ap);
    va_end(ap);
    if (!value_is_null(message))
        raise_with_value(c->t, EXC(SystemError), message);
}

int (*compile_warning_hook)(Thread *t, Type *category, Str *message,
                            Str *filename, int line);

void compiler_warn(Compiler *c, Type *category, Pos pos, const char *format,
                   ...)
{
    if (c->failed || compile_warning_hook == NULL)
        return;
    va_list ap;
    va_start(ap, format);
    Value message = format_message_v(c->t, format, ap);
    va_end(ap);
    if (!value_is_null(message) &&
        compile_warning_hook(c->t, category, value_to_str(message),
                             c->filename, pos.line) == 0)
        return;
    /* A warning made an error becomes a SyntaxError of its place. */
    if (exception_matches(c->t, category)) {
        exception_take(c->t);
        compiler_error(c, pos, "%S", message);
    }
    c->failed = true;
}

/* False, with RecursionError unless there is another error. */
static bool fail_as_too_deep(Compiler *c)
{
    if (!c->failed) {
        c->failed = true;
        raise_error(c->t, EXC(RecursionError),
                    "maximum recursion depth exceeded during compilation");
    }
    return false;
}

bool compiler_stack_suffices(Compiler *c)
{
    char *here = __builtin_frame_address(0);
    return LIKELY(here >= c->t->c_stack_limit) || fail_as_too_deep(c);
}

bool compiler_enter(Compiler *c)
{
    if (UNLIKELY(c->depth_left <= 0))
        return fail_as_too_deep(c);
    if (!compiler_stack_suffices(c))
        return false;
    c->depth_left--;
    return true;
}

void compiler_leave(Compiler *c) { c->depth_left++; }

/* ---- passes ---- */

bool compiler_warn_of_parsing(Thread *t, const SyntaxTree *tree, Str *filename)
{
    Compiler c = {.t = t, .tree = tree, .filename = filename};
    for (SyntaxWarning *w = tree->warnings; w != NULL; w = w->next) {
        Pos pos = {w->lineno, w->lineno, 0, -1};
        compiler_warn(&c, w->is_syntax_warning ? EXC(SyntaxWarning)
                                              : EXC(DeprecationWarning),
                      pos, "%s", w->message);
    }
    return !c.failed;
}

static void root_generate(Compiler *c, Ast *root)
{
    switch (root->kind) {
    case AST_Module: gen_class_body(c, root->u.Module.body); break;
    case AST_Interactive:
        gen_annotations_setup(c, root->u.Interactive.body);
        gen_body(c, root->u.Interactive.body);
        break;
    case AST_Expression:
        gen_at(c, pos_of(root->u.Expression.body));
        gen_expr(c, root->u.Expression.body);
        gen_op(c, OP_RETURN_VALUE, 0);
        break;
    default: break;
    }
}

/* Up to the scopes: false with the exception. */
static bool prepare(Compiler *c)
{
    map_init(&c->scopes, c->arena);
    map_init(&c->not_constant, c->arena);
    future_read(c);
    if (!c->failed)
        symtable_build(c);
    return !c->failed;
}

static Compiler compiler_new(Thread *t, Arena *arena, const SyntaxTree *tree,
                             Str *filename)
{
    return (Compiler){
        .t = t,
        .arena = arena,
        .keep = list_new(t, 64),
        .filename = filename,
        .tree = tree,
        .names = emit_alloc(arena, (tree->name_count + 1) * sizeof(Str *)),
        .depth_left = t->recursion_limit * DEPTH_PER_CALL,
    };
}

static NOINLINE Code *run(Thread *t, Arena *arena, const SyntaxTree *tree,
                          Str *filename, CompileMode mode, unsigned flags,
                          int optimize)
{
    Compiler c = compiler_new(t, arena, tree, filename);
    c.flags = flags;
    c.optimize = optimize;
    c.mode = mode;
    if (!prepare(&c))
        return NULL;
    Unit u;
    gen_unit_enter(&c, &u, tree->root, 1);
    gen_resume(&c);
    root_generate(&c, tree->root);
    Code *code = gen_unit_leave(&c);
    KEEP(c.keep);
    return code;
}

static NOINLINE Value scopes(Thread *t, Arena *arena, const SyntaxTree *tree,
                             Str *filename,
                             Value (*use)(Thread *t, const Scope *top))
{
    Compiler c = compiler_new(t, arena, tree, filename);
    Value v = prepare(&c) ? use(t, c.top) : NULL_VALUE;
    KEEP(c.keep);
    return v;
}

/*
 * Where the arena can grow no more, the passes are left by a jump, as nowhere
 * else here: they allocate in a thousand places, own nothing but the arena, and
 * what they refer to on the heap lies on the stack.
 */
Code *compile_tree(Thread *t, Arena *arena, const SyntaxTree *tree,
                   Str *filename, CompileMode mode, unsigned flags,
                   int optimize)
{
    jmp_buf exhausted;
    Code *code = NULL;
    arena->exhausted = &exhausted;
    if (setjmp(exhausted) == 0)
        code = run(t, arena, tree, filename, mode, flags, optimize);
    else
        raise_no_memory(t);
    arena->exhausted = NULL;
    return code;
}

Value compile_scopes(Thread *t, Arena *arena, const SyntaxTree *tree,
                     Str *filename, Value (*use)(Thread *t, const Scope *top))
{
    jmp_buf exhausted;
    arena->exhausted = &exhausted;
    if (setjmp(exhausted) != 0) {
        arena->exhausted = NULL;
        return raise_no_memory(t);
    }
    Value v = scopes(t, arena, tree, filename, use);
    arena->exhausted = NULL;
    return v;
}
