/* SPDX-License-Identifier: MIT */
/* Import statements. */
#include "compile/gen.h"

#include "compile/future.h"

static int64_t dot_find(const Str *s, int64_t from)
{
    for (int64_t i = from; i < s->len; i++) {
        if (str_at(s, i) == '.')
            return i;
    }
    return s->len;
}

static Str *part(Compiler *c, Str *name, int64_t from, int64_t to)
{
    return str_intern(c->t, str_slice(c->t, name, from, to));
}

/* import a.b.c as m: the module a is on the stack, m becomes a.b.c. */
static void import_as(Compiler *c, Str *name, const AstName *as)
{
    int64_t from = dot_find(name, 0) + 1;
    bool is_dotted = from <= name->len;
    while (from <= name->len) {
        int64_t to = dot_find(name, from);
        gen_op(c, OP_IMPORT_FROM,
               gen_name_index(c, part(c, name, from, to)));
        from = to + 1;
        if (from <= name->len) {
            gen_op(c, OP_SWAP, 2);
            gen_op(c, OP_POP_TOP, 0);
        }
    }
    gen_name(c, as, ACCESS_STORE);
    if (is_dotted)
        gen_op(c, OP_POP_TOP, 0);
}

void gen_import(Compiler *c, Ast *s)
{
    for (size_t i = 0; i < s->u.Import.names.n; i++) {
        Ast *alias = s->u.Import.names.v[i];
        Str *name = compiler_name(c, alias->u.alias.name);
        gen_constant(c, value_from_int(0));
        gen_constant(c, NONE);
        gen_op(c, OP_IMPORT_NAME, gen_name_index(c, name));
        if (alias->u.alias.asname != NULL) {
            import_as(c, name, alias->u.alias.asname);
        } else {
            gen_name_str(c, part(c, name, 0, dot_find(name, 0)),
                         ACCESS_STORE);
        }
    }
}

static Value alias_names(Compiler *c, AstList names)
{
    Tuple *tuple = tuple_new(c->t, (int64_t)names.n);
    for (size_t i = 0; i < names.n; i++) {
        tuple_set(tuple, (int64_t)i,
                  value_from_pointer(
                      compiler_name(c, names.v[i]->u.alias.name)));
    }
    return value_from_pointer(tuple);
}

void gen_import_from(Compiler *c, Ast *s)
{
    AstList names = s->u.ImportFrom.names;
    const AstName *module = s->u.ImportFrom.module;
    Str *from = module != NULL ? compiler_name(c, module)
                               : c->t->rt->empty_str;
    future_check(c, s);
    gen_constant(c, value_from_int(s->u.ImportFrom.level));
    gen_constant(c, alias_names(c, names));
    gen_op(c, OP_IMPORT_NAME, gen_name_index(c, from));
    for (size_t i = 0; i < names.n; i++) {
        Ast *alias = names.v[i];
        Str *name = compiler_name(c, alias->u.alias.name);
        if (i == 0 && str_is(name, "*")) {
            gen_op(c, OP_IMPORT_STAR, 0);
            return;
        }
        gen_op(c, OP_IMPORT_FROM, gen_name_index(c, name));
        gen_name(c, alias->u.alias.asname != NULL ? alias->u.alias.asname
                                                  : alias->u.alias.name,
                 ACCESS_STORE);
    }
    gen_op(c, OP_POP_TOP, 0);
}
