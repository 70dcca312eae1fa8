/* SPDX-License-Identifier: MIT */
/*
 * Code generation: one walk over the tree that emits each scope's
 * instructions into its Unit.  gen.c has the units, gen_name.c what names
 * become; the others one part of the language each.
 */
#ifndef ADDER_COMPILE_GEN_H
#define ADDER_COMPILE_GEN_H

#include "compile/constant.h"
#include "compile/symtable.h"

/* What return, break and continue have to leave. */
typedef enum BlockKind {
    BLOCK_WHILE,
    BLOCK_FOR,            /* an iterator is on the stack */
    BLOCK_TRY,            /* try with except clauses: a region is open */
    BLOCK_FINALLY_TRY,    /* the finally body has to run */
    BLOCK_FINALLY_END,    /* in a finally body run for an exception */
    BLOCK_WITH,           /* __exit__ has to be called */
    BLOCK_ASYNC_WITH,
    BLOCK_HANDLER,        /* in an except clause, with its name to delete */
    BLOCK_STAR_HANDLER,   /* in an except* clause: can't be left */
    BLOCK_VALUE           /* a value that is being returned is kept below */
} BlockKind;

typedef struct Block {
    BlockKind kind;
    struct Block *outer;
    int top, exit;        /* loops: labels for continue and break */
    int region, region2;  /* open regions, 0: none; region2 is the inner */
    AstList finalbody;
    const AstName *name;  /* the except clause's, or NULL */
    Pos pos;
} Block;

struct Unit {
    Unit *outer;
    Scope *scope;
    Emitter e;
    ConstantPool consts;
    List *names, *locals, *cells, *frees; /* of Str */
    Map name_index, local_index, deref_index; /* Str -> number + 1 */
    Str *name, *qualname;
    Str *klass;           /* the class around, for mangling */
    Block *block;
    int n_blocks;
    int n_posonly, n_args, n_kwonly;
    uint32_t flags;
    int first_line;
};

/* ---- gen.c: units and instructions ---- */

void gen_unit_enter(Compiler *c, Unit *u, Ast *scope_node, int first_line);
/* Ends the unit with `return None`, and makes the code object of it; NULL
 * after an error. */
Code *gen_unit_leave(Compiler *c);
void gen_resume(Compiler *c);
/* Pushes a function of the code, whose defaults etc. lie on the stack as
 * `attributes` (SET_FUNCTION_ATTRIBUTE's bits) says. */
void gen_closure(Compiler *c, Code *code, unsigned attributes);

static inline Emitter *gen_emitter(Compiler *c) { return &c->unit->e; }
static inline void gen_op(Compiler *c, Opcode op, uint32_t arg)
{
    emit_op(&c->unit->e, op, arg);
}
static inline void gen_jump(Compiler *c, Opcode op, int label)
{
    emit_jump(&c->unit->e, op, label);
}
static inline int gen_label_new(Compiler *c)
{
    return emit_label_new(&c->unit->e);
}
static inline void gen_label(Compiler *c, int label)
{
    emit_label(&c->unit->e, label);
}
/* Sets the position of what follows; answers the old one. */
static inline Pos gen_at(Compiler *c, Pos pos)
{
    Pos old = c->unit->e.pos;
    c->unit->e.pos = pos;
    return old;
}
uint32_t gen_constant_index(Compiler *c, Value v);
void gen_constant(Compiler *c, Value v); /* LOAD_CONST */
void gen_constant_str(Compiler *c, Str *s);
uint32_t gen_name_index(Compiler *c, Str *name);

/* ---- gen_name.c ---- */

typedef enum Access { ACCESS_LOAD, ACCESS_STORE, ACCESS_DELETE } Access;

/* The mangled str of an identifier. */
Str *gen_mangled(Compiler *c, const AstName *name);
void gen_name(Compiler *c, const AstName *name, Access access);
void gen_name_str(Compiler *c, Str *name, Access access);
/* A global, for a call: pushes the null too and answers true. */
bool gen_global_callee(Compiler *c, const AstName *name);
/* LOAD_CLOSURE of the cell that a nested scope needs. */
void gen_cell(Compiler *c, Str *name);
/* Number of the local, which is made if need be. */
uint32_t gen_local_index(Compiler *c, Str *name);
/* "cannot assign to __debug__" */
void gen_name_check(Compiler *c, Str *name, Access access, Pos pos);

/* Cells are numbered from here until the number of locals is known. */
enum { GEN_CELL_BASE = 1 << 22 };

/* ---- expressions ---- */

void gen_expr(Compiler *c, Ast *e);
/* Jumps when the truth of e is `when`, else falls through. */
void gen_jump_if(Compiler *c, Ast *e, int label, bool when);
void gen_binary_op(Compiler *c, AstOp op, bool inplace);
/* Subscript's container and index; true when these are start and stop. */
bool gen_subscript_operands(Compiler *c, Ast *e);
/* [not] in, is, ==, ... */
void gen_compare_op(Compiler *c, AstOp op);
void gen_yield_from(Compiler *c, bool is_await);
void gen_await(Compiler *c, uint32_t kind);
void gen_yield(Compiler *c);

typedef enum DisplayKind {
    DISPLAY_TUPLE,
    DISPLAY_LIST,
    DISPLAY_SET
} DisplayKind;
/* A display of the elements behind `pushed` ones that are on the stack
 * (gen_display.c). */
void gen_display(Compiler *c, DisplayKind kind, AstList elements,
                 uint32_t pushed);
void gen_dict(Compiler *c, Ast *e);
void gen_joined_str(Compiler *c, Ast *e);
void gen_formatted_value(Compiler *c, Ast *e);

/* gen_call.c */
void gen_call(Compiler *c, Ast *e);
/* SyntaxError for a name that cannot be or is there twice. */
void gen_keywords_check(Compiler *c, AstList keywords);
/* Arguments behind `pushed` ones, and the call. */
void gen_call_arguments(Compiler *c, uint32_t pushed, AstList args,
                        AstList keywords);
void gen_attribute(Compiler *c, Ast *e);

/* ---- gen_assign.c: targets ---- */

/* Stores the top of the stack. */
void gen_assign(Compiler *c, Ast *target);
void gen_delete(Compiler *c, Ast *target);
void gen_augmented(Compiler *c, Ast *s);
void gen_annotated(Compiler *c, Ast *s);
/* The annotation's value, or its text under postponed evaluation. */
void gen_annotation(Compiler *c, Ast *annotation);

/* ---- statements ---- */

void gen_body(Compiler *c, AstList body);
/* The body of a module or class, with docstring and annotations. */
void gen_class_body(Compiler *c, AstList body);
Value gen_docstring(AstList body, Compiler *c); /* UNBOUND: none */
void gen_annotations_setup(Compiler *c, AstList body);
void gen_import(Compiler *c, Ast *s);
void gen_import_from(Compiler *c, Ast *s);

/* gen_loop.c */
void gen_for(Compiler *c, Ast *s);
void gen_async_for(Compiler *c, Ast *s);
void gen_while(Compiler *c, Ast *s);
void gen_return(Compiler *c, Ast *s);
void gen_break(Compiler *c, Ast *s);
void gen_continue(Compiler *c, Ast *s);
/* False, with SyntaxError, when nested too deep. */
bool gen_block_push(Compiler *c, Block *b, BlockKind kind);
void gen_block_pop(Compiler *c, Block *b);

/* gen_try.c */
void gen_try(Compiler *c, Ast *s);
void gen_finally(Compiler *c, Ast *s);
void gen_with(Compiler *c, Ast *s, size_t item);
/* exit(None, None, None) */
void gen_exit_call(Compiler *c);
/* name = None; del name */
void gen_handler_name_clear(Compiler *c, const AstName *name);

/* gen_function.c */
void gen_function(Compiler *c, Ast *s);
void gen_lambda(Compiler *c, Ast *e);
void gen_class(Compiler *c, Ast *s);
/* gen_comprehension.c */
void gen_comprehension(Compiler *c, Ast *e);
/* gen_match.c, gen_pattern.c */
void gen_match(Compiler *c, Ast *s);

/* gen_warn.c: SyntaxWarnings for what cannot be meant. */
void gen_warn_compare(Compiler *c, Ast *e);
void gen_warn_call(Compiler *c, Ast *call);
void gen_warn_subscript(Compiler *c, Ast *e);
void gen_warn_assert(Compiler *c, Ast *s);

static inline bool gen_in_function(const Compiler *c)
{
    return scope_is_function(c->unit->scope);
}
bool gen_in_async_function(const Compiler *c);

#endif
