/* SPDX-License-Identifier: MIT */
/* Source text to code object: parsing, and the parser's errors. */
#include "compile/compile.h"

#include <string.h>
#include "base/utf8.h"
#include "compile/compiler.h"
#include "object/error/raise.h"

static Type *error_type(SyntaxErrorKind kind)
{
    switch (kind) {
    case SYNTAX_INDENTATION: return EXC(IndentationError);
    case SYNTAX_TAB: return EXC(TabError);
    default: return EXC(SyntaxError);
    }
}

static Value text_of(Thread *t, const SyntaxError *e)
{
    if (e->text == NULL)
        return NONE;
    return value_from_pointer(str_from_utf8(t, e->text, e->text_len));
}

/* Only modules get the line end that their last line may lack: elsewhere it is
 * no part of the text, and an error there is at no column. */
static void error_trim(SyntaxError *e, const char *source, size_t len)
{
    if (len == 0 || source[len - 1] == '\n' || e->text == NULL ||
        e->text_len == 0 || e->text[e->text_len - 1] != '\n')
        return;
    size_t line = e->text_len - 1;
    if (line > len || memcmp(source + len - line, e->text, line) != 0)
        return; /* not the last line */
    e->text_len = line;
    if (e->offset == (int)utf8_count(e->text, line) + 1)
        e->offset = e->end_offset = 0;
}

void compile_raise_syntax(Thread *t, const SyntaxError *e, Str *filename)
{
    if (e->kind == SYNTAX_TOO_DEEP || e->kind == SYNTAX_NO_MEMORY) {
        raise_no_memory(t);
        return;
    }
    if (e->kind == SYNTAX_VALUE_ERROR) {
        raise_value_error(t, "%s", e->message);
        return;
    }
    Value type = value_from_pointer(error_type(e->kind)), error;
    Value message = value_from_pointer(str_from_c(t, e->message));
    if (e->lineno > 0 || e->text != NULL) {
        Value where = value_from_pointer(tuple_pack(
            t, 6, value_from_pointer(filename), value_from_int(e->lineno),
            value_from_int(e->offset), text_of(t, e),
            value_from_int(e->end_lineno), value_from_int(e->end_offset)));
        error = object_call2(t, type, message, where);
    } else if (e->offset < 0) {
        Value where = value_from_pointer(tuple_pack(
            t, 4, value_from_pointer(filename), value_from_int(0),
            value_from_int(-1), NONE));
        error = object_call2(t, type, message, where);
    } else {
        error = object_call1(t, type, message);
    }
    if (!value_is_null(error))
        raise_value(t, error);
}

static SyntaxMode syntax_mode(CompileMode mode)
{
    return mode == COMPILE_EVAL     ? SYNTAX_EVAL
           : mode == COMPILE_SINGLE ? SYNTAX_SINGLE
                                    : SYNTAX_EXEC;
}

bool compile_parse(Thread *t, Arena *arena, const SyntaxSource *source,
                   Str *filename, SyntaxTree *tree)
{
    SyntaxError error = {0};
    if (syntax_parse(arena, source, tree, &error))
        return compiler_warn_of_parsing(t, tree, filename);
    if (source->mode != SYNTAX_EXEC)
        error_trim(&error, source->bytes, source->len);
    compile_raise_syntax(t, &error, filename);
    return false;
}

Code *compile_source(Thread *t, const char *source, size_t len, bool is_text,
                     Str *filename, CompileMode mode, unsigned flags,
                     int optimize)
{
    Arena arena;
    SyntaxTree tree = {0};
    SyntaxSource text = {.bytes = source,
                         .len = len,
                         .filename = str_to_utf8(t, filename, NULL),
                         .mode = syntax_mode(mode),
                         .is_text = is_text,
                         .has_type_comments =
                             (flags & COMPILE_TYPE_COMMENTS) != 0,
                         .may_go_on = (flags & COMPILE_MAY_GO_ON) != 0,
                         .leaves_blocks_open =
                             (flags & COMPILE_OPEN_BLOCKS) != 0,
                         .is_prompt = (flags & COMPILE_PROMPT) != 0,
                         .is_script = (flags & COMPILE_SCRIPT) != 0};
    Code *code = NULL;
    arena_init(&arena);
    if (compile_parse(t, &arena, &text, filename, &tree))
        code = compile_tree(t, &arena, &tree, filename, mode, flags, optimize);
    arena_free(&arena);
    return code;
}
