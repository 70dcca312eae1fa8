/* SPDX-License-Identifier: MIT */
/* Names: which instruction loads, stores or deletes a name where. */
#include "compile/gen.h"

typedef enum NameForm {
    FORM_FAST,
    FORM_DEREF,
    FORM_CLASS_DEREF,
    FORM_GLOBAL,
    FORM_NAME
} NameForm;

static const Opcode name_ops[][3] = {
    [FORM_FAST] = {OP_LOAD_FAST_CHECK, OP_STORE_FAST, OP_DELETE_FAST},
    [FORM_DEREF] = {OP_LOAD_DEREF, OP_STORE_DEREF, OP_DELETE_DEREF},
    [FORM_CLASS_DEREF] = {OP_LOAD_CLASSDEREF, OP_STORE_DEREF,
                          OP_DELETE_DEREF},
    [FORM_GLOBAL] = {OP_LOAD_GLOBAL, OP_STORE_GLOBAL, OP_DELETE_GLOBAL},
    [FORM_NAME] = {OP_LOAD_NAME, OP_STORE_NAME, OP_DELETE_NAME},
};

static NameForm form_of(const Scope *s, const Str *mangled)
{
    const Symbol *symbol = scope_symbol(s, mangled);
    bool is_function = scope_is_function(s);
    switch (symbol != NULL ? symbol->scope : 0) {
    case NAME_FREE:
        return s->kind == SCOPE_CLASS ? FORM_CLASS_DEREF : FORM_DEREF;
    case NAME_CELL: return FORM_DEREF;
    case NAME_LOCAL: return is_function ? FORM_FAST : FORM_NAME;
    case NAME_GLOBAL_EXPLICIT: return FORM_GLOBAL;
    case NAME_GLOBAL_IMPLICIT:
        return is_function ? FORM_GLOBAL : FORM_NAME;
    default: return FORM_NAME;
    }
}

Str *gen_mangled(Compiler *c, const AstName *name)
{
    return compiler_mangle(c, c->unit->klass, compiler_name(c, name));
}

void gen_name_check(Compiler *c, Str *name, Access access, Pos pos)
{
    if (access != ACCESS_LOAD && str_is(name, "__debug__")) {
        compiler_error(c, pos, access == ACCESS_STORE
                                   ? "cannot assign to __debug__"
                                   : "cannot delete __debug__");
    }
}

static uint32_t deref_number(const Compiler *c, const Str *name)
{
    return (uint32_t)(uintptr_t)map_get(&c->unit->deref_index, name) - 1;
}

void gen_name_str(Compiler *c, Str *name, Access access)
{
    Str *mangled = compiler_mangle(c, c->unit->klass, name);
    gen_name_check(c, name, access, c->unit->e.pos);
    if (c->failed)
        return;
    NameForm form = form_of(c->unit->scope, mangled);
    uint32_t arg;
    if (form == FORM_FAST)
        arg = gen_local_index(c, mangled);
    else if (form == FORM_DEREF || form == FORM_CLASS_DEREF)
        arg = deref_number(c, mangled);
    else
        arg = gen_name_index(c, mangled);
    if (form == FORM_GLOBAL && access == ACCESS_LOAD)
        arg <<= 1;
    gen_op(c, name_ops[form][access], arg);
}

void gen_name(Compiler *c, const AstName *name, Access access)
{
    gen_name_str(c, compiler_name(c, name), access);
}

bool gen_global_callee(Compiler *c, const AstName *name)
{
    Str *mangled = gen_mangled(c, name);
    if (form_of(c->unit->scope, mangled) != FORM_GLOBAL)
        return false;
    gen_op(c, OP_LOAD_GLOBAL, gen_name_index(c, mangled) << 1 | 1);
    return true;
}

void gen_cell(Compiler *c, Str *name)
{
    gen_op(c, OP_LOAD_CLOSURE, deref_number(c, name));
}
